#include "core/fields/cells.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace article {

namespace {

bool parts_cells(char32_t code) noexcept {
  return code == U'\t' || code == U'|' || code == 0x2022 || code == 0xB7;
}

}  // namespace

Cells cells_of(std::string_view line) noexcept {
  Cells cells;
  cells.count = 0;
  uint32_t words = 0;   // of the cell
  uint32_t blanks = 0;  // right before
  bool inside = false;  // a word
  const auto close = [&] {
    cells.count += words > 0 ? 1U : 0U;
    cells.most_words = std::max(cells.most_words, words);
    words = 0;
    inside = false;
  };
  for (size_t at = 0; at < line.size();) {
    const CodePoint unit = decode(line, at);
    at += unit.length;
    const bool blank = unit.value == U' ' || unit.value == 0xA0;
    if (parts_cells(unit.value) || (blank && blanks == 1)) {
      close();
    } else if (!blank && !inside) {
      ++words;
      inside = true;
    } else if (blank) {
      inside = false;
    }
    blanks = blank ? blanks + 1 : 0;
  }
  close();
  return cells;
}

}  // namespace article
