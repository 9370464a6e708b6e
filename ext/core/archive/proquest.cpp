// ProQuest text: documents between long rules, the text first, its description behind it.
//
//   ____________________________________________________________
//   Document 1 of 9
//   Rain ends drought
//   Author: Writer, Ann
//   Publication info: Example Post [London]07 Nov 2019: A1.
//   Full text: Text ...
//   Subject: Droughts
//   Title: Rain ends drought
//   Publication title: Example Post; London
//   Publication date: Nov 7, 2019
//   ProQuest document ID: 123456789
//   ____________________________________________________________
//
// Cost: two passes over a document.
#include <algorithm>

#include "core/archive/frame.h"
#include "core/archive/reader.h"

namespace article {

namespace {

enum class Label : uint8_t {
  kNone,
  kTitle,
  kAuthor,
  kInfo,
  kAbstract,
  kText,
  kPublication,
  kDate,
  kSection,
  kSubject,
  kLanguage,
  kIdentifier,
  kCopyright,
  kOther
};

struct LabelName {
  std::string_view name;
  Label label;
};

constexpr LabelName kNames[] = {
    {"Title", Label::kTitle},
    {"Titel", Label::kTitle},
    {"Titre", Label::kTitle},
    {"T\u00EDtulo", Label::kTitle},
    {"Author", Label::kAuthor},
    {"Autor", Label::kAuthor},
    {"Auteur", Label::kAuthor},
    {"Verfasser", Label::kAuthor},
    {"Publication info", Label::kInfo},
    {"Publikationsinfo", Label::kInfo},
    {"Informations de publication", Label::kInfo},
    {"Abstract", Label::kAbstract},
    {"Zusammenfassung", Label::kAbstract},
    {"R\u00E9sum\u00E9", Label::kAbstract},
    {"Full text", Label::kText},
    {"Full Text", Label::kText},
    {"Volltext", Label::kText},
    {"Texte int\u00E9gral", Label::kText},
    {"Texto completo", Label::kText},
    {"Publication title", Label::kPublication},
    {"Publikationstitel", Label::kPublication},
    {"Titel der Publikation", Label::kPublication},
    {"Titre de la publication", Label::kPublication},
    {"T\u00EDtulo de publicaci\u00F3n", Label::kPublication},
    {"Publication date", Label::kDate},
    {"Erscheinungsdatum", Label::kDate},
    {"Publikationsdatum", Label::kDate},
    {"Date de publication", Label::kDate},
    {"Fecha de publicaci\u00F3n", Label::kDate},
    {"Section", Label::kSection},
    {"Rubrik", Label::kSection},
    {"Subject", Label::kSubject},
    {"Thema", Label::kSubject},
    {"Sujet", Label::kSubject},
    {"Language of publication", Label::kLanguage},
    {"Sprache der Publikation", Label::kLanguage},
    {"Publikationssprache", Label::kLanguage},
    {"Langue de publication", Label::kLanguage},
    {"Idioma de la publicaci\u00F3n", Label::kLanguage},
    {"ProQuest document ID", Label::kIdentifier},
    {"ProQuest-Dokument-ID", Label::kIdentifier},
    {"ID de document ProQuest", Label::kIdentifier},
    {"ID del documento de ProQuest", Label::kIdentifier},
    {"Copyright", Label::kCopyright},
    {"Links", Label::kOther},
    {"Location", Label::kOther},
    {"People", Label::kOther},
    {"Company / organization", Label::kOther},
    {"Identifier / keyword", Label::kOther},
    {"Classification", Label::kOther},
    {"Volume", Label::kOther},
    {"Issue", Label::kOther},
    {"Pages", Label::kOther},
    {"First page", Label::kOther},
    {"Publication year", Label::kOther},
    {"Year", Label::kOther},
    {"Number of pages", Label::kOther},
    {"Dateline", Label::kOther},
    {"column", Label::kOther},
    {"Column", Label::kOther},
    {"Publisher", Label::kOther},
    {"Place of publication", Label::kOther},
    {"Country of publication", Label::kOther},
    {"Publication subject", Label::kOther},
    {"ISSN", Label::kOther},
    {"CODEN", Label::kOther},
    {"Source type", Label::kOther},
    {"Source attribution", Label::kOther},
    {"Document type", Label::kOther},
    {"Document feature", Label::kOther},
    {"Document URL", Label::kOther},
    {"Accession number", Label::kOther},
    {"Last updated", Label::kOther},
    {"Database", Label::kOther},
    {"Full text availability", Label::kOther},
    {"Illustration", Label::kOther},
    {"Credit", Label::kOther},
    {"CAPTION", Label::kOther},
    {"CREDIT", Label::kOther},
    {"DocumentURL", Label::kOther},
    {"Section name", Label::kSection},
    {"Place of Publication", Label::kOther},
    {"Alternate title", Label::kOther},
    {"e-ISSN", Label::kOther},
    {"Publication name", Label::kPublication},
    {"Supplement", Label::kOther},
    {"Edition", Label::kOther},
    {"Start Page", Label::kOther},
    {"Author affiliation", Label::kOther},
    {"Notes", Label::kOther},
};

Label find_label(std::string_view line, std::string_view* value) noexcept {
  line = visible(line);
  const size_t colon = line.substr(0, 40).find(':');
  if (colon == std::string_view::npos) {
    return Label::kNone;
  }
  const std::string_view name = visible(line.substr(0, colon));
  for (const LabelName& known : kNames) {
    if (name == known.name) {
      *value = visible(line.substr(colon + 1));
      return known.label;
    }
  }
  return Label::kNone;
}

bool is_rule(std::string_view line) noexcept {
  constexpr size_t kShortest = 20;
  line = visible(line);
  return line.size() >= kShortest && std::all_of(line.begin(), line.end(), [](char byte) { return byte == '_'; });
}

// "Document 3 of 9"
bool is_number_line(std::string_view line) noexcept {
  line = visible(line);
  for (const std::string_view word : {"Document ", "Dokument ", "Documento "}) {
    size_t at = word.size();
    unsigned number = 0;
    if (starts_with(line, word) && read_number(line, &at, &number)) {
      return line.size() < 40 && contains(line, " ") && at < line.size();
    }
  }
  return false;
}

// Labels that only a description by ProQuest has.
bool is_sure(Label label) noexcept {
  return label == Label::kIdentifier || label == Label::kPublication || label == Label::kDate ||
         label == Label::kLanguage;
}

bool sign(std::string_view line) noexcept {
  std::string_view value;
  return is_sure(find_label(line, &value));
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  size_t sure = 0;
  bool text = false;
  while (scanner.next(&line)) {
    std::string_view value;
    const Label label = find_label(slice(head, line), &value);
    sure += is_sure(label) ? 1 : 0;
    text = text || label == Label::kText || label == Label::kTitle || label == Label::kAbstract;
    if (sure >= 3 && text) {
      return true;
    }
  }
  return false;
}

// A stretch between two rules, or from one number to the next, is a document if its description is there.
class Documents {
 public:
  explicit Documents(Piece* piece) : piece_(*piece) {}

  Cut judge(const FrameLine& line) {
    if (visible(line.bytes).empty()) {
      return Cut::kOutside;
    }
    const bool rule = is_rule(line.bytes);
    const bool number = !rule && is_number_line(line.bytes);
    if ((rule || number) && line.begun) {
      // A rule inside the text of a document ends nothing.
      return described() ? Cut::kStop : open_text_ && sure_ == 0 ? Cut::kInside : Cut::kDrop;
    }
    if (rule) {
      return Cut::kDrop;
    }
    if (!line.begun) {
      open_text_ = false;
      sure_ = 0;
      piece_.identifier = {};
    }
    std::string_view value;
    const Label label = find_label(line.bytes, &value);
    open_text_ = open_text_ || label == Label::kText;
    sure_ += is_sure(label) ? 1 : 0;
    piece_.identifier = label == Label::kIdentifier ? value : piece_.identifier;
    return line.begun ? Cut::kInside : Cut::kBegin;
  }

  bool described() const noexcept { return sure_ >= 2; }

 private:
  Piece& piece_;
  size_t sure_ = 0;
  bool open_text_ = false;
};

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  Documents documents(piece);
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) { return documents.judge(line); }) &&
         documents.described();
}

size_t value_end(const ArticleReader& reader, size_t i) {
  size_t end = i + 1;
  std::string_view value;
  while (end < reader.end() && !reader.blank(end) && find_label(reader.line(end), &value) == Label::kNone) {
    ++end;
  }
  return end;
}

void add_label(ArticleReader& reader, Label label, size_t i, std::string_view value) {
  const size_t end = value_end(reader, i);
  const std::string_view span = end == i + 1 || value.empty() ? value : reader.join(value, reader.line(end - 1));
  const auto put = [&](Field field, Role role) {
    if (!span.empty() && !reader.has(field)) {
      reader.add(field, span);
      reader.roles(i, end, role);
    }
  };
  switch (label) {
    case Label::kTitle:
      put(Field::kHeadline, Role::kHeadline);
      break;
    case Label::kAuthor:
      put(Field::kByline, Role::kByline);
      break;
    case Label::kPublication:
      if (!reader.has(Field::kPublisher)) {
        reader.add(Field::kPublisher, visible(span.substr(0, span.find(';'))));  // the place stands behind it
      }
      break;
    case Label::kInfo:  // "Example Post [London]07 Nov 2019: A1."
      if (const size_t bracket = span.rfind(']');
          bracket != std::string_view::npos && !reader.has(Field::kDatePublishedText)) {
        const std::string_view rest = span.substr(bracket + 1);
        reader.add(Field::kDatePublishedText, visible(rest.substr(0, rest.find(':'))));
      }
      break;
    case Label::kDate:
      put(Field::kDatePublishedText, Role::kTimestamp);
      break;
    case Label::kSection:
      put(Field::kArticleSection, Role::kMetadata);
      break;
    case Label::kSubject:
      put(Field::kKeywords, Role::kKeywords);
      break;
    case Label::kLanguage:
      put(Field::kInLanguage, Role::kMetadata);
      break;
    case Label::kCopyright:
      put(Field::kCopyrightNotice, Role::kCopyright);
      break;
    default:
      break;
  }
}

// The description begins where lines with labels follow each other up to the end.
size_t description_begin(const ArticleReader& reader, size_t from) {
  constexpr size_t kStrangeLines = 4;  // a value may be wrapped
  size_t begin = reader.end();
  size_t strange = 0;
  for (size_t i = reader.end(); i > from; --i) {
    std::string_view value;
    if (reader.blank(i - 1)) {
      continue;
    }
    if (find_label(reader.line(i - 1), &value) != Label::kNone) {
      begin = i - 1;
      strange = 0;
    } else if (++strange > kStrangeLines) {
      break;
    }
  }
  return begin;
}

void read(ArticleReader& reader) {
  size_t text_line = reader.end();
  std::string_view text_value;
  std::string_view value;
  size_t headline = reader.end();
  for (size_t i = reader.first(); i < reader.end(); ++i) {
    const Label label = find_label(reader.line(i), &value);
    if (label == Label::kText) {
      text_line = i;
      text_value = value;
      break;
    }
    if (label == Label::kNone && headline == reader.end() && !reader.blank(i) && !is_number_line(reader.line(i))) {
      headline = i;
    }
  }
  const size_t begin = std::min(text_line + 1, reader.end());
  const size_t description = description_begin(reader, begin);
  for (size_t i = description; i < reader.end(); ++i) {
    const Label label = find_label(reader.line(i), &value);
    if (label != Label::kNone) {
      add_label(reader, label, i, value);
    }
  }
  for (size_t i = reader.first(); i < text_line; ++i) {  // the short form in front, for what is still missing
    const Label label = find_label(reader.line(i), &value);
    if (label != Label::kNone && label != Label::kSubject) {
      add_label(reader, label, i, value);
    }
  }
  if (headline < std::min(text_line, description)) {
    if (!reader.has(Field::kHeadline)) {
      reader.add(Field::kHeadline, reader.line(headline));
    }
    reader.role(headline, Role::kHeadline);
  }
  if (text_line < reader.end()) {
    reader.body(text_value.empty() ? begin : text_line, description, text_value);
  }
}

}  // namespace

const FormatReader kProQuestReader = {Format::kProQuest, "proquest", recognise, next, read, sign, "DEFILPST"};

}  // namespace article
