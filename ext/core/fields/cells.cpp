#include "core/fields/cells.h"

#include <cstring>

#include "core/lexicon.h"
#include "core/text/bytes.h"

namespace article {

namespace {

// Of three neighbouring bytes: a tab, bar, bullet or middle dot begins here, or a run of blanks.
template <typename Byte>
auto may_part_cells(Byte byte, Byte next, Byte third) noexcept {
  constexpr uint8_t kTab = '\t';
  constexpr uint8_t kBar = '|';
  constexpr uint8_t kBlank = ' ';
  constexpr uint8_t kBullet[] = {0xE2, 0xA2};  // its first and its last byte
  constexpr uint8_t kDot[] = {0xC2, 0xB7};
  constexpr uint8_t kNoBreakBlank[] = {0xC2, 0xA0};
  return (byte == kTab) | (byte == kBar) | ((byte == kBullet[0]) & (third == kBullet[1])) |
         ((byte == kDot[0]) & ((next == kDot[1]) | (next == kNoBreakBlank[1]))) | ((byte == kBlank) & (next == kBlank));
}

// False: the line is surely one cell at most.
bool may_hold_cells(std::string_view line) noexcept {
  constexpr size_t kBlock = sizeof(ByteBlock);
  constexpr size_t kBehind = 2;  // bytes that are looked at behind one
  const auto may_part = [](const char* bytes) {
    ByteBlock blocks[1 + kBehind];
    for (size_t i = 0; i <= kBehind; ++i) {
      std::memcpy(&blocks[i], bytes + i, kBlock);
    }
    return bits_of(reinterpret_cast<ByteBlock>(may_part_cells(blocks[0], blocks[1], blocks[2]))) != 0;
  };
  size_t at = 0;
  for (; line.size() - at >= kBlock + kBehind; at += kBlock) {
    if (may_part(line.data() + at)) {
      return true;
    }
  }
  char rest[2 * kBlock + kBehind] = {};
  if (at < line.size()) {
    std::memcpy(rest, line.data() + at, line.size() - at);
  }
  return may_part(rest) || may_part(rest + kBlock);
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
