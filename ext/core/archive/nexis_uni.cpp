// Nexis Uni text: a list of the documents, then each with its headline first and "End of Document" last.
//
//   Documents (2)
//    1. Rain ends drought
//       Client/Matter: -None-
//    ...
//   Rain ends drought
//   The Example Post (London)
//   November 7, 2019 Thursday
//   Copyright 2019 The Example Post All Rights Reserved
//   Section: NEWS; Pg. 12
//   Length:\u00A0355 words
//   Byline: A. Writer
//   Body
//
//   Text ...
//   Load-Date: November 7, 2019
//   End of Document
//
// Cost: two passes over the lines of an article.
#include <algorithm>

#include "core/archive/frame.h"
#include "core/archive/lexis_labels.h"
#include "core/archive/reader.h"

namespace article {

namespace {

constexpr size_t kLongestLine = 200;  // bytes; longer ones are prose

bool is_end(std::string_view line) noexcept {
  static constexpr std::string_view kEnds[] = {"End of Document",    "Ende des Dokuments",     "Ende des Dokumentes",
                                               "Fin du document",    "Fin del documento",      "Fine del documento",
                                               "Einde van document", "Einde van het document", "Fim do documento"};
  line = visible(line);
  for (const std::string_view end : kEnds) {
    if (equal_nocase(line, end)) {
      return true;
    }
  }
  return false;
}

bool is_body_heading(std::string_view line) noexcept {
  for (const std::string_view heading :
       {"Body", "Text", "Corps", "Textk\u00F6rper", "Hauptteil", "Volltext", "Texte", "Cuerpo", "Corpo"}) {
    if (equal_nocase(line, heading)) {
      return true;
    }
  }
  return false;
}

bool is_tail_heading(std::string_view line) noexcept {
  for (const std::string_view heading :
       {"Classification", "Klassifizierung", "Klassifikation", "Clasificaci\u00F3n", "Classificazione",
        "Link zum PDF-Dokument", "Link to PDF Document", "Graphic", "Grafik", "Notes", "Load-Date"}) {
    if (equal_nocase(line, heading)) {
      return true;
    }
  }
  return false;
}

// Lines of the list in front, and of page headers.
bool is_cover_line(std::string_view line) noexcept {
  for (const std::string_view start :
       {"User Name:",        "Date and Time:", "Job Number:",        "Documents (",
        "Document (",        "Client/Matter:", "Search Terms:",      "Search Type:",
        "Narrowed by",       "Content Type",   "About LexisNexis",   "| About LexisNexis",
        "Privacy Policy",    "Benutzername:",  "Datum und Uhrzeit:", "Auftragsnummer:",
        "Dokumente (",       "Suchbegriffe:",  "Suchtyp:",           "Eingegrenzt nach",
        "Nom d'utilisateur", "Date et heure",  "Num\u00E9ro de",     "Termes de recherche",
        "Type de recherche", "Affin\u00E9 par"}) {
    if (starts_with_nocase(line, start)) {
      return true;
    }
  }
  size_t at = 0;
  unsigned number = 0;
  return (read_number(line, &at, &number) && at < line.size() && line[at] == '.') || is_page_number(line);
}

bool sign(std::string_view line) noexcept {
  std::string_view value;
  return line.size() <= kLongestLine && (is_end(line) || find_lexis_label(line, &value) == LexisLabel::kLoadDate);
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  size_t lengths = 0;
  bool body = false;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(head, line);
    std::string_view value;
    if (bytes.size() > kLongestLine) {
      continue;
    }
    const LexisLabel label = find_lexis_label(bytes, &value);
    if (label == LexisLabel::kLength && !value.empty() && is_digit(value.front())) {
      ++lengths;
    } else if (is_body_heading(visible(bytes))) {
      body = true;
    } else if (((lengths > 0 || body) && is_end(bytes)) || (body && label == LexisLabel::kLoadDate)) {
      return true;
    }
  }
  return false;
}

// Headline of the first listed document, where there is a list.
std::string_view first_listed(std::string_view text, const ScannedLine& until) noexcept {
  LineScanner scanner(text.substr(0, until.begin), 0);
  ScannedLine line;
  while (scanner.next(&line)) {
    const std::string_view bytes = visible(slice(text, line));
    if (starts_with(bytes, "1. ") || starts_with(bytes, "1.\u00A0") || starts_with(bytes, "1.\t")) {
      return visible(bytes.substr(2));
    }
  }
  return {};
}

// Where the head of an article begins, whose length label stands at `length`: behind the last line of the cover.
size_t head_begin(std::string_view text, size_t from, const ScannedLine& length) {
  const std::string_view listed = from == 0 ? first_listed(text, length) : std::string_view();
  LineScanner scanner(text, from);
  ScannedLine line;
  size_t begin = length.begin;
  bool open = true;
  bool listing = false;
  while (scanner.next(&line) && line.begin < length.begin) {
    const std::string_view bytes = visible(slice(text, line));
    if (!listed.empty() && bytes == listed) {
      return line.begin;
    }
    if (bytes.empty()) {
      continue;
    }
    if (is_cover_line(bytes)) {
      open = true;
      listing = true;
      continue;
    }
    // Values of the cover ("News", "Timeline: ...") follow its lines with an indentation or a blank between.
    if (listing && (bytes == "News" || contains(bytes, "Timeline") || contains(bytes, "-None-"))) {
      open = true;
      continue;
    }
    if (open) {
      begin = line.begin;
      open = false;
    }
  }
  return begin;
}

// In front of the text of an article.
bool is_head_label(std::string_view line) noexcept {
  constexpr size_t kLongestLabel = 200;
  if (line.size() > kLongestLabel) {
    return false;
  }
  std::string_view value;
  const LexisLabel label = find_lexis_label(line, &value);
  return is_body_heading(visible(line)) ||
         (!value.empty() && (label == LexisLabel::kLength || label == LexisLabel::kSection ||
                             label == LexisLabel::kByline || label == LexisLabel::kHighlight));
}

// What begins an article is known when its first label is read: the frame begins there, the head lies before it.
bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  size_t begin = from;
  const bool found = next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    if (!line.begun && is_head_label(line.bytes)) {
      begin = head_begin(text, from, line.place);
      return Cut::kBegin;
    }
    return is_end(line.bytes) ? Cut::kEnd : Cut::kInside;
  });
  piece->begin = begin;
  return found;
}

// Headline, paper, date, edition, copyright: in this order, up to the first label.
size_t read_head(ArticleReader& reader) {
  size_t end = reader.first();
  std::string_view value;
  while (end < reader.end() && find_lexis_label(reader.raw(end), &value) == LexisLabel::kNone &&
         !is_body_heading(reader.line(end))) {
    ++end;
  }
  const size_t headline = reader.next_visible(reader.first());
  size_t date = headline + 1;  // a headline may tell of a year
  while (date < end && !looks_like_date(reader.line(date))) {
    ++date;
  }
  size_t paper = end;  // the last visible line before the date
  for (size_t i = headline + 1; i < date; ++i) {
    if (!reader.blank(i) && !is_copyright_line(reader.line(i)) && date < end) {
      paper = i;
    }
  }
  size_t last = headline;
  for (size_t i = headline; i < std::min(paper, date); ++i) {
    last = reader.blank(i) || is_copyright_line(reader.line(i)) ? last : i;
  }
  if (headline < end) {
    reader.add(Field::kHeadline, reader.join(reader.line(headline), reader.line(last)));
    reader.roles(headline, last + 1, Role::kHeadline);
  }
  if (paper < end) {
    reader.add(Field::kPublisher, reader.line(paper));
  }
  if (date < end) {
    reader.add(Field::kDatePublishedText, reader.line(date));
    reader.role(date, Role::kTimestamp);
  }
  for (size_t i = headline; i < end; ++i) {
    if (is_copyright_line(reader.line(i))) {
      const size_t block = std::min(reader.block_end(i), end);
      reader.add(Field::kCopyrightNotice, reader.join(reader.line(i), reader.line(block - 1)));
      reader.roles(i, block, Role::kCopyright);
      break;
    }
  }
  return end;
}

size_t read_labels(ArticleReader& reader, size_t i) {
  while ((i = reader.next_visible(i)) < reader.end()) {
    std::string_view value;
    if (is_body_heading(reader.line(i))) {
      return i + 1;
    }
    const LexisLabel label = find_lexis_label(reader.raw(i), &value);
    if (label == LexisLabel::kNone || is_tail_only(label)) {
      return i;
    }
    i = add_lexis_label(reader, label, i, value, true);
  }
  return i;
}

// The first line of the labels and headings that stand behind the body, read upwards from the end.
size_t body_end(const ArticleReader& reader, size_t begin) {
  size_t end = reader.end();
  size_t strange = 0;  // lines above `end` that are no label: values of headings
  for (size_t i = reader.end(); i > begin; --i) {
    const std::string_view line = reader.line(i - 1);
    std::string_view value;
    if (line.empty()) {
      continue;
    }
    if (is_end(line) || is_tail_heading(line) || is_page_number(line) ||
        is_tail(find_lexis_label(reader.raw(i - 1), &value))) {
      end = i - 1;
      strange = 0;
    } else if (++strange > 1) {
      break;
    }
  }
  return end;
}

// Of a text that was printed to pages, the number of the page and the headline above the next one are no body.
void read_body(ArticleReader& reader, size_t begin, size_t end) {
  size_t from = begin;
  for (size_t i = begin; i < end; ++i) {
    if (!is_page_number(reader.line(i))) {
      continue;
    }
    reader.body(from, i);
    from = i + 1;
    const size_t next = reader.next_visible(from);
    if (next < end && reader.line(next) == reader.value(Field::kHeadline)) {
      from = next + 1;
    }
    i = from - 1;
  }
  reader.body(from, end);
}

void read(ArticleReader& reader) {
  size_t i = read_head(reader);
  i = read_labels(reader, i);
  const size_t end = body_end(reader, i);
  read_body(reader, i, end);
  for (size_t at = reader.next_visible(end); at < reader.end(); at = reader.next_visible(at)) {
    std::string_view value;
    const LexisLabel label = find_lexis_label(reader.raw(at), &value);
    at = label == LexisLabel::kNone ? at + 1 : add_lexis_label(reader, label, at, value, true);
  }
}

}  // namespace

const FormatReader kNexisUniReader = {Format::kLexisNexis, "lexisnexis", recognise, next, read, sign, "DEFLUdeflu"};

}  // namespace article
