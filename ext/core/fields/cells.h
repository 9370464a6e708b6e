// Lines of cells: a menu in one line, a row of a table.
//
//   "Ports<TAB>Terminals<TAB>Events", "About | Contact | Imprint", "NEWS  SPORT  COURTS"
//
// Cost: linear in the bytes of the line.
#pragma once

#include <cstdint>
#include <string_view>

namespace article {

struct Cells {
  uint32_t count = 1;       // parts between tabs, bars, bullets or runs of blanks that hold something
  uint32_t most_words = 0;  // blank-separated words of the longest one
};

Cells cells_of(std::string_view line) noexcept;

// Three cells or more of at most four words each.
inline bool is_row_of_cells(std::string_view line) noexcept {
  const Cells cells = cells_of(line);
  return cells.count >= 3 && cells.most_words <= 4;
}

}  // namespace article
