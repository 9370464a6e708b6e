#include "core/features/units.h"

#include <algorithm>

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kLeastWidth = 40;
constexpr uint32_t kMostWidth = 120;
constexpr size_t kMostLines = 4096;  // that tell how the page is wrapped
constexpr uint32_t kLeastFull = 3;   // full lines that go on in small letters
constexpr uint32_t kMostChunk = 24;  // a longer word than this is not asked whether it would have fitted

// What wrapping looks at.  Lengths beyond kMostWidth do not matter.
struct LineShape {
  uint16_t width = 0;     // characters with the indentation, without blanks at the end, at most 255
  uint16_t indent = 0;    // blanks before the first word
  uint16_t chunk = 0;     // up to the first blank or hyphen
  bool lower = false;     // begins with a small letter
  bool bullet = false;    // begins with a mark or a number
  bool sentence = false;  // ends as a sentence does
};

bool is_wide(char32_t code) noexcept {
  return (char_flags(code) & kIdeograph) != 0;
}

// Plain blanks at the beginning; many are no indentation.
uint32_t indent_of(std::string_view line) noexcept {
  constexpr size_t kMostIndent = 12;
  const size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent <= kMostIndent ? static_cast<uint32_t>(indent) : 0;
}

LineShape shape_of(std::string_view line) noexcept {
  LineShape shape;
  uint32_t width = 0;
  uint32_t to_last = 0;
  bool in_chunk = true;
  const uint32_t indent = indent_of(line);
  width = indent;
  for (size_t at = 0; at < line.size() && width < 250;) {
    const CodePoint unit = decode(line, at);
    at += unit.length;
    const uint16_t flags = char_flags(unit.value);
    if ((flags & kBlank) != 0) {
      in_chunk = in_chunk && to_last == 0;
      width += to_last > 0 ? 1U : 0U;
      continue;
    }
    if (to_last == 0) {
      shape.lower = (flags & kLower) != 0;
      shape.bullet = (flags & (kLetter | kIdeograph | kOpenQuote)) == 0;
    }
    width += is_wide(unit.value) ? 2U : 1U;
    to_last = width;
    if ((flags & kInvisible) == 0) {
      shape.sentence = (flags & kSentenceEnd) != 0 || (shape.sentence && (flags & (kCloseQuote | kOpenQuote)) != 0);
    }
    if (in_chunk) {
      shape.chunk = static_cast<uint16_t>(to_last - indent);
      in_chunk = unit.value != '-';
    }
  }
  shape.width = static_cast<uint16_t>(to_last);
  shape.indent = static_cast<uint16_t>(to_last > 0 ? indent : 0);
  return shape;
}

// True if the line is certainly wider than kMostWidth: its first bytes alone have so many characters.
bool is_surely_wide(std::string_view line) noexcept {
  constexpr size_t kLookedAt = 249;  // bytes; shape_of() looks at as many columns or more
  if (line.size() <= kMostWidth || has(decode(line, 0).value, kBlank)) {
    return false;
  }
  const auto begins = [&](size_t at) { return (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U; };
  size_t end = std::min(line.size(), kLookedAt);
  while (end > kMostWidth &&
         ((end < line.size() && !begins(end)) || has(decode_before(line.substr(0, end), end).value, kBlank))) {
    --end;
  }
  size_t characters = 0;
  for (size_t i = 0; i < end; ++i) {
    characters += begins(i) ? 1U : 0U;
  }
  return characters > kMostWidth;
}

// False: the line surely begins with no small letter.
bool may_begin_small(std::string_view line) noexcept {
  return !line.empty() && has(decode(line, 0).value, kLower | kBlank);
}

// Would the first word of `next` have gone past `width` at the end of `line`?
bool is_full(const LineShape& line, const LineShape& next, uint32_t width) noexcept {
  return line.width <= width && next.chunk <= kMostChunk && line.width + 1U + next.chunk > width;
}

}  // namespace

uint32_t wrap_width(std::string_view text, const std::pmr::vector<Line>& lines, const Interrupt& interrupt,
                    std::pmr::memory_resource* memory) {
  // Most pages have paragraphs on one line: a few lines whose bytes alone are too many settle it.
  uint32_t long_lines = 0;
  uint32_t wide_lines = 0;
  uint32_t visible_lines = 0;
  uint32_t small_lines = 0;  // that may go on with the line before
  const size_t looked_at = std::min<size_t>(lines.size(), kMostLines);
  for (size_t i = 0; i < looked_at; ++i) {
    if (i % 256 == 255) {
      interrupt.poll();
    }
    long_lines += lines[i].end - lines[i].begin > 4U * kMostWidth ? 1U : 0U;  // at most four bytes a character
    wide_lines += is_surely_wide(line_text(text, lines[i])) ? 1U : 0U;
    if (std::max(long_lines, wide_lines) * 50U > looked_at) {
      return 0;
    }
    visible_lines += lines[i].blank ? 0U : 1U;
    const bool goes_on = i > 0 && !lines[i].blank && !lines[i - 1].blank;
    small_lines += goes_on && may_begin_small(line_text(text, lines[i])) ? 1U : 0U;
  }
  if (wide_lines * 50U > visible_lines || small_lines < kLeastFull) {
    return 0;
  }
  // First the width: the greatest that only a few lines (addresses, headings) go past.
  uint32_t counts[256] = {};
  uint32_t total = 0;
  std::pmr::vector<LineShape> shapes(memory);
  shapes.reserve(std::min<size_t>(lines.size(), kMostLines));
  for (size_t i = 0; i < lines.size() && shapes.size() < kMostLines; ++i) {
    if (i % 256 == 255) {
      interrupt.poll();
    }
    shapes.push_back(lines[i].blank ? LineShape{} : shape_of(line_text(text, lines[i])));
    if (!lines[i].blank) {
      ++counts[std::min<uint32_t>(shapes.back().width, 255)];
      ++total;
    }
  }
  uint32_t beyond = 0;
  uint32_t width = 255;
  while (width > 0 && (beyond + counts[width]) * 50 <= total) {
    beyond += counts[width--];
  }
  if (width < kLeastWidth || width > kMostWidth) {
    return 0;
  }
  // Then the proof: lines that go on in the next one, in small letters, end full; and full lines are many.
  uint32_t full = 0;
  uint32_t open = 0;
  uint32_t continued = 0;
  for (size_t i = 0; i + 1 < shapes.size(); ++i) {
    if (shapes[i].width < 12 || shapes[i + 1].width == 0) {
      continue;
    }
    const bool fills = is_full(shapes[i], shapes[i + 1], width);
    if (shapes[i + 1].lower && !shapes[i].sentence) {
      ++continued;
      full += fills ? 1U : 0U;
    } else {
      open += fills ? 1U : 0U;
    }
  }
  return full >= kLeastFull && full * 4 >= continued * 3 && (full + open) * 8 >= total ? width : 0;
}

std::pmr::vector<Unit> find_units(std::string_view text, const std::pmr::vector<Line>& lines, uint32_t width,
                                  size_t first, size_t most, size_t* next, std::pmr::memory_resource* memory) {
  std::pmr::vector<Unit> units(memory);
  units.reserve(std::min(most, lines.size() - first));
  uint32_t blanks = 0;
  LineShape before;
  bool joins = false;  // the line before was joined to the one before it
  size_t i = first;
  for (; i < lines.size(); ++i) {
    if (lines[i].blank) {
      ++blanks;
      continue;
    }
    const auto at = static_cast<uint32_t>(i);
    if (width != 0) {
      const LineShape here = shape_of(line_text(text, lines[i]));
      // A full line that ends a sentence may be all of a paragraph: then a small letter must follow, or more prose.
      const bool full_enough = is_full(before, here, width) &&
                               (here.lower || joins || here.width + 12U > width || here.sentence || !before.sentence);
      // People and old programs break lines earlier than they must: a small letter goes on with a line that is nearly
      // full.
      const bool broken_early =
          here.lower && !before.sentence && before.width <= width && before.width * 4U >= width * 3U;
      // The first line of a paragraph is indented, those below a mark of a list are ("* ...").
      const bool begins = here.indent >= 2 && here.indent > before.indent && !here.lower && !before.bullet;
      const bool on_going = !units.empty() && blanks == 0 && !begins && (full_enough || broken_early);
      before = here;
      joins = on_going;
      if (on_going) {
        units.back().last_line = at;
        continue;
      }
    }
    if (units.size() == most) {
      break;
    }
    units.push_back({at, at, blanks});
    blanks = 0;
  }
  *next = i;
  return units;
}

}  // namespace article
