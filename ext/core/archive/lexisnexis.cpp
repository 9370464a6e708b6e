// LexisNexis text: "3 of 47 DOCUMENTS", a centred head, labels, the body, labels.
//
//                                3 of 47 DOCUMENTS
//
//                          The Example Post (London)
//
//                          November 7, 2019 Thursday
//                                Final Edition
//
//   Rain ends drought                     or  HEADLINE: Rain ends drought
//
//   BYLINE: A. Writer
//   LENGTH: 355 words
//
//   POLICE: a body line that looks like a label is none, because only the labels of the data base are.
//
//   LOAD-DATE: November 7, 2019
//
// Cost: two passes over the lines of an article.
#include <algorithm>

#include "core/archive/frame.h"
#include "core/archive/lexis_head.h"
#include "core/archive/lexis_labels.h"
#include "core/archive/reader.h"

namespace article {

namespace {

bool is_of(std::string_view word) noexcept {
  static constexpr std::string_view kOf[] = {"of", "von", "de", "van", "di", "sur"};
  for (const std::string_view of : kOf) {
    if (equal_nocase(word, of)) {
      return true;
    }
  }
  return false;
}

bool is_documents(std::string_view word) noexcept {
  static constexpr std::string_view kNames[] = {"DOCUMENTS",  "DOCUMENT",  "DOKUMENTE",  "DOKUMENTEN", "DOKUMENT",
                                                "DOCUMENTOS", "DOCUMENTO", "DOCUMENTEN", "DOCUMENTI"};
  for (const std::string_view name : kNames) {
    if (equal_nocase(word, name)) {
      return true;
    }
  }
  return false;
}

std::string_view take_word(std::string_view line, size_t* at) noexcept {
  skip_blanks(line, at);
  const size_t begin = *at;
  while (*at < line.size() && is_alnum(line[*at])) {
    ++*at;
  }
  return line.substr(begin, *at - begin);
}

// "3 of 47 DOCUMENTS", "Dokument 3 von 47", "FOCUS - 3 of 47 DOCUMENTS": the number, or "" where the line is none.
std::string_view document_number(std::string_view line) noexcept {
  constexpr size_t kLongest = 200;
  if (line.size() > kLongest) {
    return {};
  }
  line = visible(line);
  if (line.empty() || (!is_digit(line.front()) && line.front() != 'D' && line.front() != 'd' && line.front() != 'F')) {
    return {};
  }
  size_t at = starts_with_nocase(line, "FOCUS - ") ? 8 : 0;
  size_t after = at;
  const bool name_first = is_documents(take_word(line, &after));
  if (name_first) {
    at = after;
  }
  skip_blanks(line, &at);
  const size_t begin = at;
  unsigned number = 0;
  unsigned count = 0;
  if (!read_number(line, &at, &number)) {
    return {};
  }
  const std::string_view digits = line.substr(begin, at - begin);
  if (!is_of(take_word(line, &at))) {
    return {};
  }
  skip_blanks(line, &at);
  if (!read_number(line, &at, &count) || number == 0 || number > count) {
    return {};
  }
  if (!name_first && !is_documents(take_word(line, &at))) {
    return {};
  }
  return visible(line.substr(at)).empty() ? digits : std::string_view();
}

// What is printed behind the last article.
bool ends_export(std::string_view line) noexcept {
  line = visible(line);
  return starts_with(line, "---- End of Request") || starts_with(line, "Print Request:") ||
         starts_with(line, "Time of Request:");
}

bool sign(std::string_view line) noexcept {
  return !document_number(line).empty();
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  size_t markers = 0;
  size_t labels = 0;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(head, line);
    if (!document_number(bytes).empty()) {
      ++markers;
    } else if (markers > 0) {
      std::string_view value;
      labels += find_lexis_label(bytes, &value) != LexisLabel::kNone ? 1 : 0;
    }
    if (markers > 0 && labels >= 2) {
      return true;
    }
  }
  return markers >= 2;
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view number = document_number(line.bytes);
    if (!number.empty()) {
      piece->identifier = line.begun ? piece->identifier : number;
      return Cut::kBegin;
    }
    return ends_export(line.bytes) ? Cut::kStop : Cut::kInside;
  });
}

// ----------------------------------------------------------------------------- without numbers

bool is_centred(std::string_view line) noexcept {
  constexpr size_t kCentred = 8;
  const size_t blanks = line.find_first_not_of(' ');
  return blanks != std::string_view::npos && blanks >= kCentred;
}

LexisLabel find_bare_label(std::string_view line, std::string_view* value) noexcept {
  return is_shouted_label(line) || starts_with(line, "L\u00C4NGE:") ? find_lexis_label(line, value) : LexisLabel::kNone;
}

bool sign_bare(std::string_view line) noexcept {
  std::string_view value;
  return find_bare_label(line, &value) == LexisLabel::kLength && !value.empty() && is_digit(value.front());
}

// Articles whose numbers were cut off: a head, LENGTH, and other labels in capitals.
bool recognise_bare(std::string_view head) noexcept {
  constexpr size_t kMostLinesInFront = 40;
  LineScanner scanner(head, 0);
  ScannedLine line;
  size_t lines = 0;
  size_t labels = 0;
  bool length = false;
  while (scanner.next(&line) && (length || lines < kMostLinesInFront)) {
    const std::string_view bytes = visible(slice(head, line));
    std::string_view value;
    const LexisLabel label = find_bare_label(bytes, &value);
    length = length || sign_bare(bytes);
    labels += label != LexisLabel::kNone && label != LexisLabel::kHead ? 1 : 0;
    if (length && labels >= 4) {
      return true;
    }
    lines += bytes.empty() ? 0 : 1;
  }
  return false;
}

// The next article begins with the centred line that follows the labels behind the body.
bool next_bare(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool tail = false;
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view bytes = visible(line.bytes);
    if (!line.begun) {
      return bytes.empty() ? Cut::kOutside : Cut::kBegin;
    }
    std::string_view value;
    tail = tail || (is_shouted_label(bytes) && is_strict_tail(find_lexis_label(bytes, &value)));
    return tail && is_centred(line.bytes) && !is_copyright_line(bytes) ? Cut::kBegin : Cut::kInside;
  });
}

// ----------------------------------------------------------------------------- one article

// Labels in front of the body; the first line that belongs to none begins it.
size_t read_head_labels(ArticleReader& reader, size_t i) {
  while (i < reader.end()) {
    i = reader.next_visible(i);
    std::string_view value;
    const LexisLabel label = i < reader.end() ? find_lexis_label(reader.raw(i), &value) : LexisLabel::kNone;
    if (label == LexisLabel::kNone || is_tail_only(label)) {
      return i;
    }
    if (label == LexisLabel::kBody) {
      return value.empty() ? i + 1 : i;
    }
    i = add_lexis_label(reader, label, i, value);
  }
  return i;
}

// From the end upwards: labels and copyright blocks are not body.  Captions and corrections may have several
// paragraphs, and labels that are not known may stand between known ones: they count if one that is known stands above
// them.
size_t body_end(const ArticleReader& reader, size_t begin) {
  constexpr size_t kMostParagraphs = 12;  // of a caption
  size_t end = reader.end();
  size_t strange = 0;
  for (size_t at = end; at > begin && strange <= kMostParagraphs;) {
    size_t last = at;
    while (last > begin && reader.blank(last - 1)) {
      --last;
    }
    size_t first = last;
    while (first > begin && !reader.blank(first - 1)) {
      --first;
    }
    if (first == last) {
      break;
    }
    std::string_view value;
    const LexisLabel label = find_lexis_label(reader.raw(first), &value);
    const bool known = is_tail(label) || is_copyright_line(reader.line(first));
    if (known && (strange == 0 || is_long_value(label) || is_strict_tail(label))) {
      end = first;
      strange = 0;
    } else if (known || !is_shouted_label(reader.line(first))) {
      ++strange;
    }
    at = first;
  }
  return end;
}

void read_tail(ArticleReader& reader, size_t i) {
  for (i = reader.next_visible(i); i < reader.end(); i = reader.next_visible(i)) {
    std::string_view value;
    const LexisLabel label = find_lexis_label(reader.raw(i), &value);
    if (label != LexisLabel::kNone) {
      i = add_lexis_label(reader, label, i, value);
      continue;
    }
    const size_t end = reader.block_end(i);
    if (is_copyright_line(reader.line(i)) && !reader.has(Field::kCopyrightNotice)) {
      reader.add(Field::kCopyrightNotice, reader.join(reader.line(i), reader.line(end - 1)));
      reader.roles(i, end, Role::kCopyright);
    }
    i = end;
  }
}

void read(ArticleReader& reader) {
  const bool numbered = !document_number(reader.line(reader.first())).empty();
  size_t i = read_lexis_head(reader, reader.first() + (numbered ? 1 : 0));
  i = read_head_labels(reader, i);
  const size_t end = body_end(reader, i);
  reader.body(i, end);
  read_tail(reader, end);
}

}  // namespace

const FormatReader kLexisNexisReader = {Format::kLexisNexis, "lexisnexis", recognise, next, read, sign,
                                        "0123456789DFd"};
const FormatReader kLexisBareReader = {Format::kLexisNexis, "lexisnexis", recognise_bare, next_bare, read,
                                       sign_bare,           "LC"};

}  // namespace article
