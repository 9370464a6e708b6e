// ANPA 1312 wire captures: a header between SOH and STX, marked lines, paragraphs with tabs, ETX and a trailer.
//
//   <SYN><SYN><SOH>a1234<US>bx-xx
//   r a <DC3><DC1> bc-rain 11-07 0355
//   <STX>^BC-XX--Rain, 1st Ld-Writethru,0355<
//   ^Rain ends drought<
//   ^Eds: ADDS details.<
//   ^By A. WRITER=
//   ^Associated Press Writer=
//   <TAB>   BAKU, Azerbaijan (AP) _ ``Rain,'' he said.<
//   <ETX>
//   AP-NY-11-07-19 1145GMT<EOT>
//
// Control bytes may be lost on the way into a text column; the marks ^ ... < stay.  Cost: one pass.
#include <algorithm>

#include "core/archive/frame.h"
#include "core/archive/wire.h"

namespace article {

namespace {

bool has_control(std::string_view line, char control) noexcept {
  return line.find(control) != std::string_view::npos;
}

bool is_marked(std::string_view line) noexcept {
  line = printed(line);
  return starts_with(line, "^");
}

bool ends_marked(std::string_view line) noexcept {
  line = printed(line);
  return !line.empty() && (line.back() == '<' || line.back() == '=');
}

bool begins_story(std::string_view line) noexcept {
  if (starts_with(line, "\xEF\xBB\xBF")) {
    line.remove_prefix(3);
  }
  const size_t soh = line.substr(0, 8).find(kSoh);
  if (soh == std::string_view::npos || soh + 6 > line.size()) {
    return false;
  }
  // A letter and the number of the story.
  const std::string_view number = line.substr(soh + 1);
  return is_alnum(number[0]) && is_digit(number[1]) && is_digit(number[2]) && is_digit(number[3]) &&
         (soh > 0 || number.find('\x1F') != std::string_view::npos || is_digit(number[4]));
}

// Where the control bytes are lost: a keyword line "^BC-XX--Rain,0355<".
bool is_keyword_line(std::string_view line) noexcept {
  line = printed(line);
  if (!starts_with(line, "^") || line.size() < 8 || line.size() > 120 || !is_upper(line[1]) || !is_upper(line[2]) ||
      line[3] != '-') {
    return false;
  }
  return ends_marked(line) && line.find(' ') != 1;
}

// Where they are lost: the line of the category, "r i BC-XX--Rain  11-07 0355".
bool is_category_line(std::string_view line) noexcept {
  line = visible(line);
  if (line.size() < 16 || line.size() > 100 || line[1] != ' ' || line[3] != ' ' || !is_alnum(line[0]) ||
      !is_alnum(line[2]) || !is_digit(line.back())) {
    return false;
  }
  const std::string_view rest = line.substr(4);
  return starts_with_nocase(rest, "bc-") || starts_with_nocase(rest, "am-") || starts_with_nocase(rest, "pm-") ||
         starts_with_nocase(rest, "ap-");
}

// And above it the number of the story and its service: "W2870asian", "z6715-----".
bool is_number_line(std::string_view line) noexcept {
  line = visible(line);
  return line.size() >= 5 && line.size() <= 14 && !is_digit(line[0]) && is_alnum(line[0]) && is_digit(line[1]) &&
         is_digit(line[2]) && is_digit(line[3]) && is_digit(line[4]) && line.find(' ') == std::string_view::npos;
}

// The line behind `line` is one of a category.
bool category_follows(std::string_view text, const ScannedLine& line) noexcept {
  LineScanner scanner(text.substr(0, std::min(text.size(), line.next + 200)), line.next);
  ScannedLine after;
  return scanner.next(&after) && is_category_line(slice(text, after));
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  for (size_t lines = 0; lines < 8 && scanner.next(&line);) {
    const std::string_view bytes = slice(head, line);
    if (begins_story(bytes)) {
      return has_control(head.substr(line.begin), kStx) && contains(head.substr(line.begin), "^");
    }
    if (is_keyword_line(bytes) || is_category_line(bytes)) {
      return contains(head.substr(line.begin), "<") && contains(head.substr(line.begin), "^");
    }
    lines += visible(bytes).empty() ? 0 : 1;
  }
  return false;
}

std::string_view story_number(std::string_view line) noexcept {
  const size_t begin = line.find_first_not_of("\x01\x16\xEF\xBB\xBF");
  size_t end = begin + 1;
  while (end < line.size() && is_digit(line[end])) {
    ++end;
  }
  return line.substr(begin, end - begin);
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool controlled = false;  // begun by SOH
  bool ended = false;       // the trailer was read
  bool marked = false;      // a keyword line was read
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const bool story = begins_story(line.bytes);
    const bool numbered = !story && !controlled && is_number_line(line.bytes) && category_follows(text, line.place);
    const bool keyword = !controlled && is_keyword_line(line.bytes);
    if (story || numbered || (keyword && (!line.begun || (ended && marked)))) {
      if (!line.begun) {
        controlled = story;
        marked = keyword;
        piece->identifier = story || numbered ? story_number(line.bytes) : std::string_view();
      }
      return Cut::kBegin;
    }
    marked = marked || keyword;
    Instant ignored;
    ended = ended || has_control(line.bytes, kEtx) ||
            (line.begun && marked && read_wire_time(line.bytes, "2000-01-01", &ignored));
    return has_control(line.bytes, kEot) ? Cut::kEnd : printed(line.bytes).empty() ? Cut::kOutside : Cut::kInside;
  });
}

class Story {
 public:
  explicit Story(ArticleReader* reader) : reader_(*reader) {}

  void read() {
    size_t i = text_begin();
    i = read_marked(i);
    read_text(i);
    read_trailer();
    if (!reader_.has(Field::kHeadline) && first_text_.size() > 0) {
      // An alert has no headline: its one sentence is it.
      const size_t dash = first_text_.find("\u2014 ");
      const std::string_view sentence = dash < 60 ? first_text_.substr(dash + 4) : first_text_;
      if (paragraphs_ == 1 && sentence.size() < 300) {
        reader_.add(Field::kHeadline, first_span_, sentence);
      }
    }
  }

 private:
  size_t text_begin() const {
    for (size_t i = reader_.first(); i < reader_.end(); ++i) {
      if (has_control(reader_.raw(i), kStx) || is_marked(reader_.raw(i))) {
        return i;
      }
    }
    return reader_.first();
  }

  // Lines that begin with ^ (a long one goes on in the next line until its end mark).
  size_t read_marked(size_t i) {
    bool keyword = false;
    while (i < reader_.end() && (is_marked(reader_.raw(i)) || printed(reader_.raw(i)).empty())) {
      if (printed(reader_.raw(i)).empty()) {
        ++i;
        continue;
      }
      size_t last = i;
      while (last + 1 < reader_.end() && last < i + 3 && !ends_marked(reader_.raw(last)) &&
             !is_marked(reader_.raw(last + 1)) && reader_.raw(last + 1).substr(0, 1) != "\t" &&
             !printed(reader_.raw(last + 1)).empty()) {
        ++last;
      }
      const std::string_view span = reader_.join(printed(reader_.raw(i)), printed(reader_.raw(last)));
      add_marked(span, i, last + 1, &keyword);
      i = last + 1;
      while (i < reader_.end() && starts_with(printed(reader_.raw(i)), "code:")) {
        ++i;
      }
    }
    return i;
  }

  void add_marked(std::string_view span, size_t from, size_t to, bool* keyword) {
    const std::string_view value = clean_wire(span, reader_.arena);
    if (value.empty() || value.find_first_not_of("-_ ") == std::string_view::npos) {
      return;
    }
    if (!*keyword) {
      *keyword = true;  // the first one names the story
      if (is_keyword_line(span) || is_slug(value)) {
        return;
      }
    }
    if (starts_with_nocase(value, "by ")) {
      if (!reader_.has(Field::kByline)) {
        reader_.add(Field::kByline, span, value);
        reader_.roles(from, to, Role::kByline);
      }
      return;
    }
    const std::string_view headline = starts_with(value, "HL:") ? visible(value.substr(3)) : value;
    if (reader_.has(Field::kByline) || is_wire_note(value)) {
      return;  // "Associated Press Writer", notes
    }
    if (!reader_.has(Field::kHeadline)) {
      reader_.add(Field::kHeadline, span, headline);
      reader_.roles(from, to, Role::kHeadline);
    }
  }

  // "Rain, 1st Ld-Writethru,0355": ends with the number of words.
  static bool is_slug(std::string_view value) noexcept {
    size_t digits = 0;
    while (digits < value.size() && is_digit(value[value.size() - 1 - digits])) {
      ++digits;
    }
    return contains(value, "Writethru") ||
           (digits >= 3 && digits < value.size() && value[value.size() - 1 - digits] == ',');
  }

  void read_text(size_t i) {
    std::string_view span;
    bool notes = false;
    for (; i < reader_.end(); ++i) {
      const std::string_view raw = reader_.raw(i);
      const size_t etx = raw.find(kEtx);
      const std::string_view line = printed(raw.substr(0, etx));
      const bool begins = starts_with(raw, "\t") || starts_with(raw, "  ");
      if (line.empty() || begins || is_marked(line) || is_trailer(line)) {
        flush(&span);
      }
      if (!line.empty() && !is_marked(line) && !is_trailer(line)) {
        notes = notes || ends_wire_text(line);
        if (!notes) {
          span = span.empty() ? line : reader_.join(span, line);
        }
      }
      if (etx != std::string_view::npos) {
        break;
      }
    }
    flush(&span);
  }

  static bool is_trailer(std::string_view line) noexcept {
    Instant ignored;
    return line.size() < 60 && read_wire_time(line, "2000-01-01", &ignored);
  }

  void flush(std::string_view* span) {
    if (!span->empty()) {
      const std::string_view value = clean_wire(*span, reader_.arena);
      if (!is_wire_note(value) && value.find_first_not_of("-_= *") != std::string_view::npos) {
        reader_.paragraph(*span, value);
        if (paragraphs_++ == 0) {
          first_text_ = value;
          first_span_ = *span;
        }
      }
      *span = {};
    }
  }

  void read_trailer() {
    for (size_t i = reader_.end(); i > reader_.first(); --i) {
      Instant instant;
      if (read_wire_time(reader_.line(i - 1), reader_.options.reference_time, &instant)) {
        reader_.article().published = instant;
        reader_.add(Field::kDatePublishedText, printed(reader_.line(i - 1)));
        reader_.role(i - 1, Role::kTimestamp);
        const std::string_view line = printed(reader_.line(i - 1));
        size_t end = 0;
        while (end < line.size() && is_upper(line[end])) {
          ++end;
        }
        if (end >= 2 && end <= 5 && end < line.size() && line[end] == '-') {
          reader_.add(Field::kAgency, line.substr(0, end));
        }
        return;
      }
    }
  }

  ArticleReader& reader_;
  std::string_view first_text_;
  std::string_view first_span_;
  size_t paragraphs_ = 0;
};

void read(ArticleReader& reader) {
  Story(&reader).read();
}

}  // namespace

const FormatReader kAnpaReader = {Format::kAnpa1312, "anpa1312", recognise, next, read};

}  // namespace article
