#include "core/fields/cells.h"

#include <cstring>

#include "core/lexicon.h"
#include "core/text/bytes.h"

namespace article {

namespace {

// Of two neighbouring bytes: the first of what parts cells, or of a character that may, or a run of blanks.
template <typename Byte>
auto may_part_cells(Byte byte, Byte next) noexcept {
  constexpr uint8_t kTab = '\t';
  constexpr uint8_t kBar = '|';
  constexpr uint8_t kBlank = ' ';
  constexpr uint8_t kLeadOfBullet = 0xE2;
  constexpr uint8_t kLeadOfPoint = 0xC2;  // and of the no-break blank
  return (byte == kTab) | (byte == kBar) | (byte == kLeadOfBullet) | (byte == kLeadOfPoint) |
         ((byte == kBlank) & (next == kBlank));
}

// False: the line is surely one cell at most.
bool may_hold_cells(std::string_view line) noexcept {
  size_t at = 0;
  for (; line.size() - at > sizeof(ByteBlock); at += sizeof(ByteBlock)) {
    ByteBlock block;
    ByteBlock next;
    std::memcpy(&block, line.data() + at, sizeof(block));
    std::memcpy(&next, line.data() + at + 1, sizeof(next));
    if (bits_of(reinterpret_cast<ByteBlock>(may_part_cells(block, next))) != 0) {
      return true;
    }
  }
  for (; at < line.size(); ++at) {
    const auto next = static_cast<uint8_t>(at + 1 < line.size() ? line[at + 1] : 0);
    if (may_part_cells(static_cast<uint8_t>(line[at]), next)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_row_of_cells(std::string_view line, uint32_t least) noexcept {
  constexpr std::ptrdiff_t kMostBlanks = 3;  // in a cell
  if (least > 1 && !may_hold_cells(line)) {
    return false;
  }
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
