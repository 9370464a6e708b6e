// IPTC 7901 wire captures, and teletype messages between ZCZC and NNNN.
//
//   <SOH>exa0123 4 i 355 rain/drought
//   <STX>Rain ends drought
//   By A. Writer, exa
//      Baku (exa) - Text ...
//   <ETX>
//   071145 GMT Nov 19
//
// The line of STX is the headline, or the first one after it.  Cost: one pass.
#include "core/archive/wire.h"

namespace article {

namespace {

// "exa0123 4 i 355 rain": source and number, priority, category, words, slug.
bool is_header(std::string_view line) noexcept {
  if (starts_with(line, "\xEF\xBB\xBF")) {
    line.remove_prefix(3);
  }
  const size_t soh = line.substr(0, 4).find(kSoh);
  if (soh == std::string_view::npos) {
    return false;
  }
  line.remove_prefix(soh + 1);
  size_t letters = 0;
  while (letters < line.size() && is_alnum(line[letters]) && !is_digit(line[letters])) {
    ++letters;
  }
  size_t digits = letters;
  while (digits < line.size() && is_digit(line[digits])) {
    ++digits;
  }
  return digits > 0 && digits + 4 <= line.size() && line[digits] == ' ' && line[digits + 2] == ' ' &&
         line[digits + 1] != ' ';
}

bool is_teletype(std::string_view line) noexcept {
  line = visible(line);
  return line == "ZCZC" || starts_with(line, "ZCZC ");
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  for (size_t lines = 0; lines < 5 && scanner.next(&line);) {
    const std::string_view bytes = slice(head, line);
    if (is_header(bytes)) {
      return head.find(kStx) != std::string_view::npos;
    }
    if (is_teletype(bytes)) {
      return true;
    }
    lines += visible(bytes).empty() ? 0 : 1;
  }
  return false;
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  LineScanner scanner(text, from, &interrupt);
  ScannedLine line;
  bool begun = false;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(text, line);
    const bool begins = is_header(bytes) || is_teletype(bytes);
    if (begins && begun) {
      return true;
    }
    if (begins) {
      begun = true;
      piece->begin = line.begin;
      const size_t soh = bytes.find(kSoh);
      const size_t id = soh == std::string_view::npos ? std::string_view::npos : soh + 1;
      if (id != std::string_view::npos) {
        piece->identifier = bytes.substr(id, bytes.find(' ', id) - id);
      } else {
        const std::string_view rest = visible(visible(bytes).substr(4));
        piece->identifier = rest.substr(0, rest.find(' '));
      }
    }
    if (begun && !visible(bytes).empty()) {
      piece->end = line.end;
    }
    if (begun && (bytes.find(kEot) != std::string_view::npos || visible(bytes) == "NNNN")) {
      return true;
    }
  }
  return begun;
}

std::string_view printed(std::string_view line) noexcept {
  while (!line.empty() && static_cast<unsigned char>(line.front()) < 0x20) {
    line.remove_prefix(1);
  }
  return visible(line);
}

class Story {
 public:
  explicit Story(ArticleReader* reader) : reader_(*reader) {}

  void read() {
    size_t i = read_header();
    if (!reader_.has(Field::kHeadline)) {
      i = read_headline(i);
    }
    i = read_byline(i);
    read_text(i);
    read_trailer();
  }

 private:
  // Up to STX; of teletype messages up to the line that is no marked header.
  size_t read_header() {
    size_t stx = reader_.first();
    while (stx < reader_.end() && reader_.raw(stx).find(kStx) == std::string_view::npos) {
      ++stx;
    }
    if (stx < reader_.end()) {
      const std::string_view raw = reader_.raw(stx);
      const std::string_view headline = printed(raw.substr(raw.find(kStx) + 1));
      if (!headline.empty()) {
        reader_.add(Field::kHeadline, headline, clean_wire(headline, reader_.arena));
        reader_.role(stx, Role::kHeadline);
      }
      return stx + 1;
    }
    size_t i = reader_.first() + 1;
    while (i < reader_.end()) {
      const std::string_view line = reader_.line(i);
      if (starts_with(line, "^")) {
        const std::string_view headline = visible(line.substr(1));
        reader_.add(Field::kHeadline, headline, clean_wire(headline, reader_.arena));
        reader_.role(i, Role::kHeadline);
      } else if (!line.empty() && std::string_view("$:=*&+#@%").find(line.front()) == std::string_view::npos) {
        break;
      }
      ++i;
    }
    return i;
  }

  // Header lines of a teletype message without marks are short and hold numbers or slashes.
  size_t read_headline(size_t i) {
    i = reader_.next_visible(i);
    while (i < reader_.end() && is_wire_note(printed(reader_.line(i)))) {
      i = reader_.next_visible(i + 1);
    }
    if (i >= reader_.end()) {
      return i;
    }
    size_t last = i;
    while (last + 1 < reader_.end() && !reader_.blank(last + 1) && last < i + 2 && reader_.indent(last + 1) < 2 &&
           without_by(reader_.line(last + 1)).size() == reader_.line(last + 1).size() &&
           !contains(reader_.line(last + 1), ") - ") && reader_.line(last).size() > 40) {
      ++last;
    }
    const std::string_view span = reader_.join(printed(reader_.line(i)), reader_.line(last));
    reader_.add(Field::kHeadline, span, clean_wire(span, reader_.arena));
    reader_.roles(i, last + 1, Role::kHeadline);
    return last + 1;
  }

  size_t read_byline(size_t i) {
    size_t at = reader_.next_visible(i);
    while (at < reader_.end() && is_wire_note(printed(reader_.line(at)))) {
      at = reader_.next_visible(at + 1);
    }
    if (at < reader_.end() && reader_.line(at).size() < 80 &&
        without_by(reader_.line(at)).size() != reader_.line(at).size() && !contains(reader_.line(at), ". ")) {
      reader_.add(Field::kByline, reader_.line(at), clean_wire(reader_.line(at), reader_.arena));
      reader_.role(at, Role::kByline);
      return at + 1;
    }
    return i;
  }

  void read_text(size_t i) {
    bool crlf = false;
    for (size_t at = i; at < reader_.end(); ++at) {
      crlf = crlf || reader_.lines[at].line_end == LineEnd::kCrlf;
    }
    std::string_view span;
    bool notes = false;
    for (; i < reader_.end(); ++i) {
      const std::string_view raw = reader_.raw(i);
      const size_t etx = raw.find(kEtx);
      const std::string_view line = printed(raw.substr(0, etx));
      Instant ignored;
      const bool trailer = line.size() < 60 && read_wire_time(line, "2000-01-01", &ignored);
      if (line.empty() || reader_.indent(i) >= 2 || trailer) {
        flush(&span);
      }
      notes = notes || ends_wire_text(line);
      if (!line.empty() && !trailer && !notes) {
        span = span.empty() ? line : reader_.join(span, line);
        if (crlf && reader_.lines[i].line_end == LineEnd::kLf) {
          flush(&span);  // lines are wrapped by CR LF, paragraphs end with LF
        }
      }
      if (etx != std::string_view::npos) {
        break;
      }
    }
    flush(&span);
  }

  void flush(std::string_view* span) {
    if (!span->empty()) {
      const std::string_view value = clean_wire(*span, reader_.arena);
      if (!is_wire_note(value) && value.find_first_not_of("-_= *#") != std::string_view::npos) {
        reader_.paragraph(*span, value);
      }
      *span = {};
    }
  }

  void read_trailer() {
    for (size_t i = reader_.end(); i > reader_.first(); --i) {
      Instant instant;
      const std::string_view line = printed(reader_.line(i - 1));
      if (read_wire_time(line, reader_.options.reference_time, &instant)) {
        reader_.article().published = instant;
        reader_.add(Field::kDatePublishedText, line);
        reader_.role(i - 1, Role::kTimestamp);
        return;
      }
    }
  }

  ArticleReader& reader_;
};

void read(ArticleReader& reader) {
  Story(&reader).read();
}

}  // namespace

const FormatReader kIptcReader = {Format::kIptc7901, "iptc7901", recognise, next, read};

}  // namespace article
