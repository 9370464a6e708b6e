#include "core/prose/blocks.h"

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// Lines of a hard-wrapped text are 40 to 120 characters wide; a line is full where the next word would not have fitted.
constexpr uint32_t kMinWrapWidth = 40;
constexpr uint32_t kMaxWrapWidth = 120;

struct LineShape {
  uint32_t begin = 0;  // without blanks at both ends
  uint32_t end = 0;
  uint32_t width = 0;       // code points
  uint32_t first_word = 0;  // code points of its first word
  bool ends_blank = false;  // a blank stands before its line end
  bool begins_small = false;
  bool begins_open = false;  // with ( or a stop
  bool begins_item = false;  // with a bullet, or a number or letter and . or )
  bool ends_stop = false;
};

bool is_bullet(char32_t code) noexcept {
  return code == 0x2022 || code == 0x2043 || code == 0x25CF || code == 0x25AA || code == '*' || code == 0x00B7;
}

bool starts_item(std::string_view line) noexcept {
  const CodePoint first = decode(line, 0);
  if (is_bullet(first.value)) {
    return true;
  }
  size_t at = first.length;
  if (first.value == '(') {
    while (at < line.size() && at < 5 && has(static_cast<unsigned char>(line[at]), kLetter | kDigit)) {
      ++at;
    }
    return at > 1 && at + 1 < line.size() && line[at] == ')' && line[at + 1] == ' ';
  }
  if (has(first.value, kDigit)) {
    while (at < line.size() && at < 4 && digit_value(decode(line, at).value) >= 0) {
      ++at;
    }
  } else if (!has(first.value, kLetter)) {
    return false;
  }
  return at < line.size() && (line[at] == '.' || line[at] == ')') && at + 1 < line.size() &&
         (line[at + 1] == ' ' || line[at + 1] == ')');
}

bool ends_with_stop(std::string_view line) noexcept {
  size_t at = line.size();
  while (at > 0) {
    const CodePoint unit = decode_before(line, at);
    if (has(unit.value, kSentenceEnd)) {
      return true;
    }
    if (!has(unit.value, kCloseQuote) && unit.value != ')') {
      return false;
    }
    at -= unit.length;
  }
  return false;
}

LineShape shape_of(std::string_view text, const Line& line) noexcept {
  LineShape shape;
  const std::string_view whole = line_text(text, line);
  const std::string_view trimmed = trim(whole);
  if (trimmed.empty()) {
    shape.begin = shape.end = line.begin;
    return shape;
  }
  shape.begin = offset_in(text, trimmed);
  shape.end = shape.begin + static_cast<uint32_t>(trimmed.size());
  shape.ends_blank = shape.end < line.end;
  bool in_first = true;
  // Lines that are longer than any page is wide are of one width.
  for (size_t at = 0; at < trimmed.size() && shape.width < kPollBytes;) {
    const CodePoint unit = decode(trimmed, at);
    in_first = in_first && !has(unit.value, kBlank);
    shape.first_word += in_first ? 1 : 0;
    ++shape.width;
    at += unit.length;
  }
  const char32_t first = decode(trimmed, 0).value;
  shape.begins_small = has(first, kLower);
  shape.begins_open = first == '(' || first == '.' || first == ',' || first == ';';
  shape.begins_item = starts_item(trimmed);
  shape.ends_stop = ends_with_stop(trimmed);
  return shape;
}

// Lines without a blank one between them.
class Run {
 public:
  Run(const std::pmr::vector<LineShape>& shapes, size_t begin, size_t end) : shapes_(shapes), begin_(begin), end_(end) {
    for (size_t i = begin; i < end; ++i) {
      width_ = shapes[i].width > width_ ? shapes[i].width : width_;
    }
    // Does the sentence that line i is in end with a stop, going on over lines that begin small?  From the last line
    // up.
    stops_ = shapes[end - 1].ends_stop;
  }

  bool soft_end(size_t line) const noexcept {
    const LineShape& here = shapes_[line];
    const LineShape& next = shapes_[line + 1];
    if (next.begins_item) {
      return false;
    }
    if ((next.begins_small || next.begins_open) && here.ends_blank) {
      return true;
    }
    if (next.begins_small && !here.ends_stop && stops_) {
      return true;
    }
    if (next.begins_open && next.width == 1) {
      return true;
    }
    // Text from a page of print: each line ends with a blank, and the last one with a stop.
    if (here.ends_blank && !here.ends_stop && stops_ && width_ >= kMinWrapWidth && here.width * 5 > width_ * 3) {
      return true;
    }
    const bool wrapped = width_ >= kMinWrapWidth && width_ <= kMaxWrapWidth;
    return wrapped && here.width + 1 + next.first_word > width_ &&
           !(here.ends_stop && next.width == width_ && end_ - begin_ == 2);
  }

 private:
  const std::pmr::vector<LineShape>& shapes_;
  size_t begin_;
  size_t end_;
  uint32_t width_ = 0;
  bool stops_ = false;
};

}  // namespace

std::pmr::vector<ProseBlock> body_blocks(const std::pmr::vector<Paragraph>& paragraphs,
                                         std::pmr::memory_resource* memory) {
  std::pmr::vector<ProseBlock> blocks(memory);
  blocks.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    blocks.push_back({paragraph.begin, paragraph.end, static_cast<uint32_t>(blocks.size() + 1)});
  }
  return blocks;
}

std::pmr::vector<ProseBlock> text_blocks(std::string_view text, const std::pmr::vector<Line>& lines,
                                         std::pmr::memory_resource* memory, const Interrupt& interrupt) {
  constexpr size_t kPollLines = 4096;
  std::pmr::vector<LineShape> shapes(memory);
  shapes.reserve(lines.size());
  size_t polled = 0;
  for (const Line& line : lines) {
    if (line.end - polled >= kPollBytes || shapes.size() % kPollLines == 0) {
      interrupt.poll();
      polled = line.end;
    }
    shapes.push_back(shape_of(text, line));
  }
  std::pmr::vector<ProseBlock> blocks(memory);
  for (size_t begin = 0; begin < shapes.size();) {
    if (begin % kPollLines == 0) {
      interrupt.poll();
    }
    if (shapes[begin].width == 0) {
      ++begin;
      continue;
    }
    size_t end = begin;
    while (end < shapes.size() && shapes[end].width != 0) {
      ++end;
    }
    const Run run(shapes, begin, end);
    size_t first = begin;
    for (size_t line = begin; line < end; ++line) {
      if (line + 1 == end || !run.soft_end(line)) {
        blocks.push_back({shapes[first].begin, shapes[line].end, static_cast<uint32_t>(blocks.size() + 1)});
        first = line + 1;
      }
    }
    begin = end;
  }
  return blocks;
}

}  // namespace article
