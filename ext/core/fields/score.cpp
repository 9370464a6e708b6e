#include "core/fields/score.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "core/cpu.h"

namespace article {

namespace {

// 255 / (1 + e^-x) at x = -8, -7, ... 8.
constexpr std::array<uint8_t, 17> kLogistic = {0, 0, 1, 2, 5, 12, 30, 69, 128, 186, 225, 243, 250, 253, 254, 255, 255};

// A half word of each of sixteen rows: two vectors of what every x86-64 has.
typedef int16_t Shorts __attribute__((vector_size(32)));
constexpr size_t kLanes = sizeof(Shorts) / sizeof(int16_t);
using Columns = int16_t[ScoreBatch::kRows];

// Of the rows of kVectors vectors.
template <size_t kVectors>
inline __attribute__((always_inline)) void add_trees(const Trees& trees, const Columns* columns,
                                                     int16_t* sums) noexcept {
  Shorts sum[kVectors] = {};
  const TreeSplit* split = trees.splits;
  const int16_t* leaves = trees.leaves;
  for (size_t tree = 0; tree < trees.count; ++tree, leaves += kTreeLeaves) {
    Shorts left[kVectors];  // the leaves that are left, for each row
    std::fill_n(left, kVectors, Shorts{} - 1);
    for (const TreeSplit* const end = split + trees.tree_splits; split != end; ++split) {
      const auto* column = reinterpret_cast<const unsigned char*>(columns) + split->column;
      for (size_t i = 0; i < kVectors; ++i) {
        Shorts values;
        std::memcpy(&values, column + i * sizeof(values), sizeof(values));
        left[i] &= (values < split->limit) | static_cast<int16_t>(split->keep);
      }
    }
    for (Shorts& set : left) {
      set &= -set;  // the first of them
    }
    for (uint32_t leaf = 0; leaf <= trees.tree_splits; ++leaf) {
      const auto bit = static_cast<uint16_t>(1U << leaf);
      const int16_t value = leaves[static_cast<uint16_t>(bit * kDeBruijn) >> kBitsInFront];
      for (size_t i = 0; i < kVectors; ++i) {
        sum[i] += (left[i] == static_cast<int16_t>(bit)) & value;
      }
    }
  }
  std::memcpy(sums, sum, sizeof(sum));
}

inline __attribute__((always_inline)) void add_trees(const Trees& trees, const Columns* columns, size_t rows,
                                                     int16_t* sums) noexcept {
  rows <= kLanes ? add_trees<1>(trees, columns, sums) : add_trees<2>(trees, columns, sums);
}

// Rows to columns, eight of each at a time: what lay four, two and one rows apart is put side by side.
typedef int16_t EightShorts __attribute__((vector_size(16)));

inline void turn_eight(const int16_t* rows, size_t row_length, int16_t* columns, size_t column_length) noexcept {
  EightShorts block[8];
  for (size_t i = 0; i < 8; ++i) {
    std::memcpy(&block[i], rows + i * row_length, sizeof(EightShorts));
  }
  for (int step = 0; step < 3; ++step) {
    EightShorts next[8];
    for (size_t i = 0; i < 4; ++i) {
      next[2 * i] = __builtin_shufflevector(block[i], block[i + 4], 0, 8, 1, 9, 2, 10, 3, 11);
      next[2 * i + 1] = __builtin_shufflevector(block[i], block[i + 4], 4, 12, 5, 13, 6, 14, 7, 15);
    }
    std::copy(std::begin(next), std::end(next), std::begin(block));
  }
  for (size_t i = 0; i < 8; ++i) {
    std::memcpy(columns + i * column_length, &block[i], sizeof(EightShorts));
  }
}

void turn(const int16_t (*rows)[ScoreBatch::kMostFeatures], size_t features, Columns* columns) noexcept {
  static_assert(ScoreBatch::kMostFeatures % 8 == 0 && ScoreBatch::kRows % 8 == 0, "whole blocks");
  for (size_t feature = 0; feature < features; feature += 8) {
    for (size_t row = 0; row < ScoreBatch::kRows; row += 8) {
      turn_eight(rows[row] + feature, ScoreBatch::kMostFeatures, columns[feature] + row, ScoreBatch::kRows);
    }
  }
}

int16_t leaf_of(const Trees& trees, size_t tree, const int16_t* features) noexcept {
  uint16_t left = 0xFFFF;
  const TreeSplit* split = trees.splits + tree * trees.tree_splits;
  for (const TreeSplit* const end = split + trees.tree_splits; split != end; ++split) {
    left &= features[split->column / sizeof(Columns)] < split->limit ? 0xFFFF : split->keep;
  }
  const auto first = static_cast<uint16_t>(left & -left);
  return trees.leaves[tree * kTreeLeaves + (static_cast<uint16_t>(first * kDeBruijn) >> kBitsInFront)];
}

}  // namespace

int32_t score(const Trees& trees, const int16_t* features) noexcept {
  int32_t sum = trees.bias;
  if (trees.splits != nullptr) {
    for (size_t tree = 0; tree < trees.count; ++tree) {
      sum += leaf_of(trees, tree, features);
    }
    return sum;
  }
  for (size_t tree = 0; tree < trees.count; ++tree) {
    const TreeNode* node = &trees.nodes[trees.roots[tree]];
    while (node->feature >= 0) {
      node = &trees.nodes[features[node->feature] <= node->threshold ? node->left : node->right];
    }
    sum += node->value;
  }
  return sum;
}

ScoreBatch::ScoreBatch(Ranking ranking, size_t features) noexcept
    : trees_(trees_of(ranking)), features_(std::min(features, kMostFeatures)), rows_(), features_of_() {}

void ScoreBatch::score(int32_t* scores) const noexcept {
  if (trees_.splits == nullptr) {
    for (size_t row = 0; row < count_; ++row) {
      scores[row] = article::score(trees_, features_of_[row]);
    }
    return;
  }
  alignas(sizeof(EightShorts)) int16_t columns[kMostFeatures][kRows];
  turn(features_of_, features_, columns);
  int16_t sums[kRows] = {};
  if (has_avx512()) {
    add_trees_avx512(trees_, columns, sums);
  } else if (has_avx2()) {
    add_trees_avx2(trees_, columns, count_, sums);
  } else {
    add_trees(trees_, columns, count_, sums);
  }
  for (size_t row = 0; row < count_; ++row) {
    scores[row] = trees_.bias + sums[row];
  }
}

uint8_t confidence_of(int32_t score) noexcept {
  const int32_t shifted = std::clamp(score, -8000, 7999) + 8000;
  const auto at = static_cast<size_t>(shifted / 1000);
  const int32_t part = shifted % 1000;
  return static_cast<uint8_t>(kLogistic[at] + (kLogistic[at + 1] - kLogistic[at]) * part / 1000);
}

}  // namespace article
