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
#include "core/archive/frame.h"
#include "core/archive/wire.h"

namespace article {

namespace {

// "exa0123 4 i 355 rain": source and number, priority, category, words, slug.  SOH may be lost in a text column: then
// every part must be there.
bool is_header(std::string_view line) noexcept {
  if (starts_with(line, "\xEF\xBB\xBF")) {
    line.remove_prefix(3);
  }
  const size_t soh = line.substr(0, 4).find(kSoh);
  const bool marked = soh != std::string_view::npos;
  line.remove_prefix(marked ? soh + 1 : 0);
  size_t letters = 0;
  while (letters < line.size() && is_alnum(line[letters]) && !is_digit(line[letters])) {
    ++letters;
  }
  size_t at = letters;
  while (at < line.size() && is_digit(line[at])) {
    ++at;
  }
  const size_t digits = at - letters;
  if (digits == 0 || at + 4 > line.size() || line[at] != ' ' || line[at + 1] == ' ' || line[at + 2] != ' ') {
    return false;
  }
  if (marked) {
    return true;
  }
  // "eca0124 3 i 93  dpa 1888"
  at += 3;
  const size_t category = at;
  while (at < line.size() && is_alnum(line[at]) && !is_digit(line[at])) {
    ++at;
  }
  unsigned words = 0;
  return letters >= 2 && letters <= 6 && digits >= 3 && digits <= 5 && is_digit(line[letters + digits + 1]) &&
         at > category && at - category <= 3 && at < line.size() && line[at] == ' ' &&
         read_number(line, &++at, &words) && at < line.size() && line[at] == ' ' && line.size() < 80;
}

bool is_teletype(std::string_view line) noexcept {
  line = visible(line);
  return line == "ZCZC" || starts_with(line, "ZCZC ");
}

bool is_trailer(std::string_view line) noexcept {
  Instant ignored;
  return line.size() < 60 && read_wire_time(line, "2000-01-01", &ignored);
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  for (size_t lines = 0; lines < 5 && scanner.next(&line);) {
    const std::string_view bytes = slice(head, line);
    if (is_teletype(bytes)) {
      return true;
    }
    if (is_header(bytes)) {
      if (bytes.find(kSoh) != std::string_view::npos) {
        return head.find(kStx) != std::string_view::npos;
      }
      while (scanner.next(&line)) {
        if (is_trailer(printed(slice(head, line)))) {
          return true;
        }
      }
      return false;
    }
    lines += visible(bytes).empty() ? 0 : 1;
  }
  return false;
}

// "exa0123", or what stands behind ZCZC.
std::string_view identifier_of(std::string_view header) noexcept {
  header = printed(starts_with(header, "\xEF\xBB\xBF") ? header.substr(3) : header);
  if (starts_with(header, "ZCZC")) {
    header = visible(header.substr(4));
  }
  return header.substr(0, header.find(' '));
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    if (is_header(line.bytes) || is_teletype(line.bytes)) {
      piece->identifier = line.begun ? piece->identifier : identifier_of(line.bytes);
      return Cut::kBegin;
    }
    return line.bytes.find(kEot) != std::string_view::npos || visible(line.bytes) == "NNNN" ? Cut::kEnd : Cut::kInside;
  });
}

// "Switzerland/migration/UN/"
bool is_slug(std::string_view line) noexcept {
  return line.size() > 2 && line.size() < 60 && line.back() == '/';
}

// "REFILE", "1ST LEAD", "(Updates throughout)": which version of the story it is.
bool is_version(std::string_view line) noexcept {
  if (line.size() > 2 && line.front() == '(' && line.back() == ')') {
    return true;
  }
  for (const char byte : line) {
    if (!is_upper(byte) && !is_digit(byte) && byte != ' ' && byte != '-' && byte != '/') {
      return false;
    }
  }
  return count_words(line, 4) <= 3 && line.size() <= 24;
}

bool has_byline_word(std::string_view line) noexcept {
  return line.size() < 100 && without_by(line).size() != line.size() && !contains(line, ". ");
}

// "Baku (exa) - Text": the text itself.
bool is_dateline(std::string_view line) noexcept {
  const size_t mark = line.substr(0, 60).find(") - ");
  return mark != std::string_view::npos || contains(line.substr(0, 60), ") -- ");
}

class Story {
 public:
  explicit Story(ArticleReader* reader) : reader_(*reader) {}

  void read() {
    read_text(read_head(head_begin()));
    read_trailer();
  }

 private:
  // The line of STX; of messages without it the line behind the header.
  size_t head_begin() {
    for (size_t i = reader_.first(); i < reader_.end(); ++i) {
      if (reader_.raw(i).find(kStx) != std::string_view::npos) {
        return i;
      }
    }
    size_t i = reader_.first() + 1;
    for (; is_teletype(reader_.line(reader_.first())) && i < reader_.end(); ++i) {
      const std::string_view line = reader_.line(i);
      if (starts_with(line, "^")) {
        add_headline(i, i + 1, visible(line.substr(1)));
      } else if (!line.empty() && std::string_view("$:=*&+#@%").find(line.front()) == std::string_view::npos) {
        break;
      }
    }
    return i;
  }

  std::string_view text_of(size_t i) const noexcept {
    const std::string_view raw = reader_.raw(i);
    const size_t stx = raw.find(kStx);
    return printed(stx == std::string_view::npos ? raw : raw.substr(stx + 1));
  }

  // Slug, version, headline, byline: one block, before the text or a blank line.  The line behind it.
  size_t read_head(size_t i) {
    while (i < reader_.end() && (text_of(i).empty() || is_wire_note(text_of(i)) || is_slug(text_of(i)))) {
      ++i;
    }
    size_t end = i;
    while (end < reader_.end() && !text_of(end).empty() && !is_dateline(text_of(end)) &&
           (end == i || reader_.indent(end) < 2)) {
      ++end;
    }
    size_t first = i;
    while (first + 1 < end && (is_slug(text_of(first)) || is_version(text_of(first)))) {
      ++first;
    }
    if (!reader_.has(Field::kHeadline) && first < end) {
      size_t last = first;
      while (last + 1 < end && goes_on(last)) {
        ++last;
      }
      add_headline(first, last + 1, reader_.join(text_of(first), text_of(last)));
      first = last + 1;
    }
    return read_byline(first, end);
  }

  // A wrapped headline is about as wide as the page; some wires end it with "=".
  bool goes_on(size_t i) const noexcept {
    constexpr size_t kShortestWrapped = 45;
    return text_of(i).back() != '=' && text_of(i).size() >= kShortestWrapped && !has_byline_word(text_of(i + 1)) &&
           !is_wire_note(text_of(i + 1));
  }

  void add_headline(size_t from, size_t to, std::string_view span) {
    reader_.add(Field::kHeadline, span, clean_wire(span, reader_.arena));
    reader_.roles(from, to, Role::kHeadline);
  }

  size_t read_byline(size_t i, size_t end) {
    size_t at = i;
    while (at < reader_.end() && (text_of(at).empty() || is_wire_note(text_of(at)))) {
      ++at;
    }
    if (at >= reader_.end() || !has_byline_word(text_of(at))) {
      return i;
    }
    size_t last = at;
    while (last + 1 < end && text_of(last).size() >= 60) {
      ++last;
    }
    const std::string_view span = reader_.join(text_of(at), text_of(last));
    reader_.add(Field::kByline, span, clean_wire(span, reader_.arena));
    reader_.roles(at, last + 1, Role::kByline);
    return last + 1;
  }

  void read_text(size_t i) {
    bool crlf = false;
    for (size_t at = i; at < reader_.end(); ++at) {
      crlf = crlf || reader_.lines[at].line_end == LineEnd::kCrlf;
    }
    const size_t signature = signature_line(i);
    std::string_view span;
    bool notes = false;
    for (; i < reader_.end(); ++i) {
      const std::string_view raw = reader_.raw(i);
      const size_t etx = raw.find(kEtx);
      const std::string_view line = printed(raw.substr(0, etx));
      const bool trailer = is_trailer(line) || i == signature;
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

  // The last line before the trailer, if it is one of initials; else end().
  size_t signature_line(size_t from) const noexcept {
    for (size_t i = reader_.end(); i > from; --i) {
      const std::string_view line = printed(reader_.line(i - 1));
      if (!line.empty() && line != "NNNN" && !is_trailer(line)) {
        return is_wire_signature(line) ? i - 1 : reader_.end();
      }
    }
    return reader_.end();
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
