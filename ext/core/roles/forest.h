// A forest of oblivious trees: every tree asks the same few questions of every row ("is column c, `offset` rows on,
// greater than t?"), and the answers are the bits of the leaf's number.  So a tree is evaluated for many rows at once,
// column by column, without a branch; the compiler makes vector code of it.
//
// Cost: about one nanosecond a tree and row.  Sums are integers: every machine has the same result.
#pragma once

#include <cstddef>
#include <cstdint>

namespace article {

struct Question {
  uint16_t column;
  int8_t offset;  // rows; at most kColumnPadding
  uint8_t threshold;
};
static_assert(sizeof(Question) == 4, "part of the weights' format");

struct Forest {
  uint32_t trees = 0;
  uint32_t depth = 0;                   // at most 8
  uint32_t outputs = 0;                 // values of a leaf
  float scale = 0;                      // of one unit of a leaf
  const Question* questions = nullptr;  // trees x depth
  const int16_t* leaves = nullptr;      // trees x 2^depth x outputs
};

// sums[row * outputs + output] = sum of the leaves, to be scaled.  columns[c] points at row 0 of column c.  Rows with
// skip[row] != 0 get no sums, where there are several outputs.
void evaluate_forest(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums,
                     const uint8_t* skip = nullptr) noexcept;

// The same for one output, on a machine that has_avx2() and with a depth of kWideDepth (forest_avx2.cpp), or that
// has_avx512() and with at most that depth (forest_avx512.cpp).
constexpr uint32_t kWideDepth = 7;
void evaluate_forest_avx2(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums) noexcept;
void evaluate_forest_avx512(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums) noexcept;

}  // namespace article
