// What is seen on a line and around it: one row of small numbers for each unit (features/units.h), column by column.
//
//   PageFeatures page(text, lines, width, first_line, ...);  page.columns.at(Column::kWords)[unit]
//
// The trainer reads the same numbers through the same code (ext/tools/reader/probe.cpp), so that there is no skew.
// Numbers are bytes: counts and lengths on a logarithmic scale, shares of 200, distances clipped.  Integer arithmetic
// only: the same page gives the same numbers on every machine. Cost: one pass over the characters, a few over the words
// and units; about 100 bytes a unit while a page is read.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/features/limits.h"
#include "core/features/scan.h"
#include "core/features/units.h"
#include "core/memory.h"
#include "core/text/lines.h"

namespace article {

enum class Column : uint8_t {
#define ARTICLE_COLUMN(id, name) id,
#include "core/features/columns.def"
#undef ARTICLE_COLUMN
};
constexpr size_t kColumnCount = 0
#define ARTICLE_COLUMN(id, name) +1
#include "core/features/columns.def"
#undef ARTICLE_COLUMN
    ;

const char* column_name(size_t column) noexcept;

// Columns of bytes with kColumnPadding zero rows before and after, so that row -3 can be read; and with room after the
// last for whole vectors of rows.
class Columns {
 public:
  Columns(size_t rows, size_t count, std::pmr::memory_resource* memory)
      : rows_(rows), stride_(rows + 2U * kColumnPadding), bytes_(stride_ * count + kColumnSlack, 0, memory) {}
  size_t rows() const noexcept { return rows_; }
  size_t stride() const noexcept { return stride_; }  // from a column to the next one
  uint8_t* at(size_t column) noexcept { return bytes_.data() + column * stride_ + kColumnPadding; }
  const uint8_t* at(size_t column) const noexcept { return bytes_.data() + column * stride_ + kColumnPadding; }
  uint8_t* at(Column column) noexcept { return at(static_cast<size_t>(column)); }
  const uint8_t* at(Column column) const noexcept { return at(static_cast<size_t>(column)); }

 private:
  size_t rows_;
  size_t stride_;
  std::pmr::vector<uint8_t> bytes_;
};

// Logarithmic scale of 16 steps a doubling: 0 -> 0, 1 -> 16, 3 -> 32, 7 -> 48; from 65,535 on it says no more.  The
// exponent of a number as a float and the first bits behind it, which are exact; no branch, so that loops of it become
// vectors.
inline uint8_t log_scale(uint32_t value) noexcept {
  constexpr uint32_t kBehind = 19;         // all bits of the fraction but four
  constexpr uint32_t kOfOne = 127U << 4U;  // the bits of 1.0F
  const uint32_t many = (value >> 16U) != 0 ? 0xFFFFU : 0U;
  const auto number = static_cast<float>(static_cast<int32_t>(((value | many) & 0xFFFFU) + 1U));
  uint32_t bits = 0;
  std::memcpy(&bits, &number, sizeof(bits));
  const uint32_t scaled = (bits >> kBehind) - kOfOne;  // at most 256
  return static_cast<uint8_t>(scaled - (scaled >> 8U));
}
// part of whole in 200ths.
inline uint8_t share(uint64_t part, uint64_t whole) noexcept {
  return static_cast<uint8_t>(whole == 0 ? 0 : (part >= whole ? 200 : part * 200 / whole));
}
// share() of parts that rise from call to call, without a division.
class RisingShare {
 public:
  explicit RisingShare(uint64_t whole) noexcept : whole_(whole) {}
  uint8_t of(uint64_t part) noexcept {
    while (share_ < 200 && part * 200 >= (share_ + 1) * whole_) {
      ++share_;
    }
    return static_cast<uint8_t>(whole_ == 0 ? 0 : share_);
  }

 private:
  uint64_t whole_;
  uint64_t share_ = 0;
};
// distance + 100, clipped to 40..160.
inline uint8_t signed_distance(int32_t distance) noexcept {
  return static_cast<uint8_t>((distance < -60 ? -60 : distance > 60 ? 60 : distance) + 100);
}
// Of each unit from one of them.
inline void fill_distances(size_t from, size_t units, uint8_t* out) noexcept {
  const auto first = static_cast<int32_t>(from);
  for (size_t i = 0; i < units; ++i) {
    out[i] = signed_distance(static_cast<int32_t>(i) - first);
  }
}

// The densest run of prose: where the article most probably stands.
struct Segment {
  size_t first = 0;
  size_t last = 0;
};

struct PageFeatures {
  // by_line: room for the tokens of each line, where they are asked for.
  PageFeatures(std::string_view text, const std::pmr::vector<Line>& lines, std::pmr::vector<Unit> page_units,
               const Interrupt& interrupt, std::pmr::memory_resource* memory, LineTokens* by_line = nullptr);

  std::pmr::vector<Unit> units;
  std::pmr::vector<UnitStats> stats;
  std::pmr::vector<Token> tokens;
  Columns columns;
};

// Of the columns of phrases (features/vocabulary.cpp): the phrase opens the unit, or is all of it.
constexpr uint8_t kOpensUnit = 2;
constexpr uint8_t kWholeUnit = 3;

// The parts, in the order in which they run (features/*.cpp).
void fill_own_columns(PageFeatures* page);  // the unit alone
// Phrases of the languages; of units of one line they go to by_line[line] too, unless that is nullptr.
void fill_vocabulary_columns(PageFeatures* page, LineTokens* by_line);
void fill_repeat_columns(PageFeatures* page, std::pmr::memory_resource* memory);  // seen elsewhere on the page?
Segment find_segment(PageFeatures* page, std::pmr::memory_resource* memory);
void fill_shared_columns(PageFeatures* page, Segment segment, std::pmr::memory_resource* memory);  // words in common
void fill_context_columns(PageFeatures* page, Segment segment,
                          std::pmr::memory_resource* memory);  // the units around it

}  // namespace article
