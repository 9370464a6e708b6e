// Lines of a text: offsets, never copies; laid end to end with their line ends they are the text, byte for byte.
//
//   "a\r\nb" -> {0,1,crlf} {3,4,none};  "a\n" -> {0,1,lf};  "" -> no line
//
// Line ends are those of Unicode 15, section 5.8: LF, CR, CRLF, NEL, VT, FF, LS, PS.  A BOM belongs to line 1.
// Cost: one pass over the bytes; 16 bytes of memory a line.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"

namespace article {

enum class LineEnd : uint8_t { kLf, kCrlf, kCr, kNel, kVt, kFf, kLs, kPs, kNone };

const char* line_end_name(LineEnd end) noexcept;
uint32_t line_end_length(LineEnd end) noexcept;  // bytes

struct Line {
  uint32_t begin = 0;  // byte offsets into the text, half open, without the line end
  uint32_t end = 0;
  LineEnd line_end = LineEnd::kNone;
  bool blank = true;  // nothing visible on it
};

// Calls interrupt.poll() at least each 64 KiB.
std::pmr::vector<Line> split_lines(std::string_view text, const Interrupt& interrupt,
                                   std::pmr::memory_resource* memory);

inline std::string_view line_text(std::string_view text, const Line& line) noexcept {
  return text.substr(line.begin, line.end - line.begin);
}

}  // namespace article
