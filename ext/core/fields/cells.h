// Lines of cells: a menu in one line, a row of a table.
//
//   "Ports<TAB>Terminals<TAB>Events", "About | Contact | Imprint", "NEWS  SPORT  COURTS"
//
// Cost: linear in the bytes of the line; that nothing in it parts cells, as in most lines, is told sixteen bytes at a
// time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/text/utf8.h"

namespace article {

// Calls see(cell) for each part between tabs, bars, bullets or runs of blanks that holds something.
template <typename See>
void each_cell(std::string_view line, See see) {
  size_t begin = line.size();  // of the cell; size: none has begun
  size_t end = 0;
  uint32_t blanks = 0;  // right before
  for (size_t at = 0; at < line.size();) {
    const CodePoint unit = decode(line, at);
    const bool blank = unit.value == U' ' || unit.value == 0xA0;
    const bool mark = unit.value == U'\t' || unit.value == U'|' || unit.value == 0x2022 || unit.value == 0xB7;
    if ((mark || (blank && blanks == 1)) && begin < line.size()) {
      see(line.substr(begin, end - begin));
      begin = line.size();
    } else if (!mark && !blank) {
      begin = std::min(begin, at);
      end = at + unit.length;
    }
    blanks = blank ? blanks + 1 : 0;
    at += unit.length;
  }
  if (begin < line.size()) {
    see(line.substr(begin, end - begin));
  }
}

// At least so many cells of at most four words each.
bool is_row_of_cells(std::string_view line, uint32_t least = 3) noexcept;

// Whether one of the cells has the words of `label`.
bool has_cell(std::string_view line, std::string_view label);

}  // namespace article
