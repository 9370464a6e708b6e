#include "core/text/lines.h"

#include <algorithm>

#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

const char* line_end_name(LineEnd end) noexcept {
  static const char* const kNames[] = {"lf", "crlf", "cr", "nel", "vt", "ff", "ls", "ps", "none"};
  return kNames[static_cast<size_t>(end)];
}

uint32_t line_end_length(LineEnd end) noexcept {
  static const uint32_t kLengths[] = {1, 2, 1, 2, 1, 1, 3, 3, 0};
  return kLengths[static_cast<size_t>(end)];
}

namespace {

// Bytes with which a line end may begin: LF VT FF CR, and the lead bytes of U+0085 and of U+2028, U+2029.
struct MayEndLine {
  template <typename Byte>
  auto operator()(Byte byte) const noexcept {
    constexpr uint8_t kLf = 0x0A;
    constexpr uint8_t kEnds = 4;
    constexpr uint8_t kLeadOfNel = 0xC2;
    constexpr uint8_t kLeadOfSeparators = 0xE2;
    return (static_cast<Byte>(byte - kLf) < kEnds) | (byte == kLeadOfNel) | (byte == kLeadOfSeparators);
  }
};

LineEnd line_end_at(std::string_view text, size_t at) noexcept {
  switch (static_cast<unsigned char>(text[at])) {
    case '\n':
      return LineEnd::kLf;
    case '\v':
      return LineEnd::kVt;
    case '\f':
      return LineEnd::kFf;
    case '\r':
      return at + 1 < text.size() && text[at + 1] == '\n' ? LineEnd::kCrlf : LineEnd::kCr;
    default: {
      const CodePoint unit = decode(text, at);
      return unit.value == 0x85     ? LineEnd::kNel
             : unit.value == 0x2028 ? LineEnd::kLs
             : unit.value == 0x2029 ? LineEnd::kPs
                                    : LineEnd::kNone;
    }
  }
}

bool shows_nothing(std::string_view text, size_t begin, size_t end) noexcept {
  while (begin < end) {
    const CodePoint unit = decode(text.substr(0, end), begin);
    if (!has(unit.value, kBlank | kInvisible)) {
      return false;
    }
    begin += unit.length;
  }
  return true;
}

}  // namespace

std::pmr::vector<Line> split_lines(std::string_view text, const Interrupt& interrupt,
                                   std::pmr::memory_resource* memory) {
  std::pmr::vector<Line> lines(memory);
  // Counting first costs a fast pass and saves the half-empty vectors of growth.
  lines.reserve(count_byte(text, '\n') + 1);
  size_t begin = 0;
  size_t polled = 0;
  auto add = [&](size_t end, LineEnd line_end) {
    lines.push_back(
        Line{static_cast<uint32_t>(begin), static_cast<uint32_t>(end), line_end, shows_nothing(text, begin, end)});
    begin = end + line_end_length(line_end);
  };
  for (size_t at = 0; at < text.size();) {
    if (at - polled >= kPollBytes) {
      interrupt.poll();
      polled = at;
    }
    at = find_byte(text, at, std::min(text.size(), at + kPollBytes), MayEndLine());
    if (at == text.size() || !MayEndLine()(static_cast<uint8_t>(text[at]))) {
      continue;
    }
    const LineEnd line_end = line_end_at(text, at);
    if (line_end == LineEnd::kNone) {
      ++at;
      continue;
    }
    add(at, line_end);
    at = begin;
  }
  if (begin < text.size()) {
    add(text.size(), LineEnd::kNone);
  }
  return lines;
}

}  // namespace article
