#include "core/fields/cells.h"

#include "core/lexicon.h"

namespace article {

bool is_row_of_cells(std::string_view line, uint32_t least) noexcept {
  constexpr std::ptrdiff_t kMostBlanks = 3;  // in a cell
  uint32_t cells = 0;
  bool short_ones = true;
  each_cell(line, [&](std::string_view cell) {
    ++cells;
    short_ones = short_ones && std::count(cell.begin(), cell.end(), ' ') <= kMostBlanks;
  });
  return cells >= least && short_ones;
}

bool has_cell(std::string_view line, std::string_view label) {
  const LineWords wanted(label, 0, label.size());
  bool found = false;
  each_cell(line, [&](std::string_view cell) {
    const LineWords words(cell, 0, cell.size());
    bool same = !found && words.count() == wanted.count() && words.count() > 0;
    for (size_t i = 0; same && i < words.count(); ++i) {
      same = words[i].hash == wanted[i].hash;
    }
    found = found || same;
  });
  return found;
}

}  // namespace article
