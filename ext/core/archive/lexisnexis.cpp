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

#include "core/archive/lexis_labels.h"
#include "core/archive/reader.h"

namespace article {

namespace {

bool is_of(std::string_view word) noexcept {
  for (const std::string_view of : {"of", "von", "de", "van", "di", "sur"}) {
    if (equal_nocase(word, of)) {
      return true;
    }
  }
  return false;
}

bool is_documents(std::string_view word) noexcept {
  for (const std::string_view name : {"DOCUMENTS", "DOCUMENT", "DOKUMENTE", "DOKUMENTEN", "DOKUMENT", "DOCUMENTOS",
                                      "DOCUMENTO", "DOCUMENTEN", "DOCUMENTI"}) {
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
  LineScanner scanner(text, from, &interrupt);
  ScannedLine line;
  bool begun = false;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(text, line);
    const std::string_view number = document_number(bytes);
    if (!number.empty()) {
      if (begun) {
        return true;
      }
      begun = true;
      piece->begin = line.begin;
      piece->end = line.end;
      piece->identifier = number;
    } else if (begun && ends_export(bytes)) {
      return true;
    } else if (begun && !visible(bytes).empty()) {
      piece->end = line.end;
    }
  }
  return begun;
}

// ----------------------------------------------------------------------------- one article

// Lines of the head, up to the first label: copyright, paper, date, edition, headline.
class Head {
 public:
  explicit Head(ArticleReader* reader) : reader_(*reader) {}

  size_t read(size_t i) {
    const size_t end = head_end(i);
    if (end == reader_.end()) {
      return i;  // no label at all: the lines are taken as they are
    }
    for (size_t at = i; at < end; ++at) {
      centred_ = centred_ || reader_.indent(at) >= kCentred;
    }
    for (size_t at = reader_.next_visible(i); at < end; at = reader_.next_visible(at)) {
      const size_t block = std::min(reader_.block_end(at), end);
      read_block(at, block);
      at = block;
    }
    return end;
  }

 private:
  static constexpr size_t kCentred = 4;

  // The first label at the margin ("SHOW: ..." is centred like paper and date), else the first one.
  size_t head_end(size_t i) const {
    size_t first = reader_.end();
    for (; i < reader_.end(); ++i) {
      std::string_view value;
      if (find_lexis_label(reader_.raw(i), &value) == LexisLabel::kNone) {
        continue;
      }
      if (reader_.indent(i) < kCentred) {
        return i;
      }
      first = std::min(first, i);
    }
    return first;
  }

  void read_block(size_t from, size_t to) {
    if (centred_ && reader_.indent(from) < kCentred && !looks_like_date(reader_.line(from)) &&
        !is_copyright_line(reader_.line(from))) {
      headline(from, to);
      return;
    }
    for (size_t i = from; i < to; ++i) {
      const std::string_view line = reader_.line(i);
      if (is_copyright_line(line)) {
        copyright(i, to);
        return;
      }
      if (!date_ && looks_like_date(line)) {
        date(i, to);
        return;
      }
      if (!centred_ && date_) {
        headline(i, to);
        return;
      }
      if (!date_ && !reader_.has(Field::kPublisher)) {
        reader_.add(Field::kPublisher, line);
      }
    }
  }

  void headline(size_t from, size_t to) {
    if (!reader_.has(Field::kHeadline)) {
      reader_.add(Field::kHeadline, reader_.join(reader_.line(from), reader_.line(to - 1)));
      reader_.roles(from, to, Role::kHeadline);
    } else if (!reader_.has(Field::kByline)) {
      reader_.add(Field::kByline, reader_.join(reader_.line(from), reader_.line(to - 1)));
      reader_.roles(from, to, Role::kByline);
    }
  }

  // The copyright block of older exports stands in front, with the paper's name as its last line.  It may be wrapped:
  // it goes on up to the line that reserves the rights.
  void copyright(size_t from, size_t to) {
    size_t last = from;
    for (size_t i = from + 1; i < to; ++i) {
      last = is_copyright_line(reader_.line(i)) ? i : last;
    }
    reader_.add(Field::kCopyrightNotice, reader_.join(reader_.line(from), reader_.line(last)));
    reader_.roles(from, last + 1, Role::kCopyright);
    if (last + 1 < to && !date_ && !looks_like_date(reader_.line(last + 1)) && !reader_.has(Field::kPublisher)) {
      reader_.add(Field::kPublisher, reader_.line(last + 1));
    }
    for (size_t i = last + 1; i < to && !date_; ++i) {
      if (looks_like_date(reader_.line(i))) {
        date(i, to);
      }
    }
  }

  // "November 7, 2019 Thursday" and, in the next line or the same, "10:30 PM GMT".
  void date(size_t i, size_t to) {
    size_t last = i;
    if (i + 1 < to && has_clock(reader_.line(i + 1))) {
      last = i + 1;
    }
    reader_.add(Field::kDatePublishedText, reader_.join(reader_.line(i), reader_.line(last)));
    reader_.roles(i, last + 1, Role::kTimestamp);
    date_ = true;
  }

  static bool has_clock(std::string_view line) noexcept {
    const size_t colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 2 < line.size() && is_digit(line[colon - 1]) &&
           is_digit(line[colon + 1]) && line.size() < 40;
  }

  ArticleReader& reader_;
  bool centred_ = false;
  bool date_ = false;
};

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
    if (known && (strange == 0 || is_long_value(label))) {
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
  size_t i = reader.first() + 1;  // behind the number
  i = Head(&reader).read(i);
  i = read_head_labels(reader, i);
  const size_t end = body_end(reader, i);
  reader.body(i, end);
  read_tail(reader, end);
}

}  // namespace

const FormatReader kLexisNexisReader = {Format::kLexisNexis, "lexisnexis", recognise, next, read};

}  // namespace article
