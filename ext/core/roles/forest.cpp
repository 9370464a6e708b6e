#include "core/roles/forest.h"

#include <algorithm>
#include <cstring>

#include "core/cpu.h"

namespace article {

namespace {

constexpr size_t kRowsAtOnce = 128;
constexpr size_t kTreesAtOnce = 16;
constexpr uint32_t kMostDepth = 8;

// 32 rows at once: one vector of AVX2, two of what every x86-64 has.
typedef uint8_t Bytes __attribute__((vector_size(32)));
constexpr size_t kLanes = sizeof(Bytes);
static_assert(kRowsAtOnce % kLanes == 0, "a block is whole vectors");

// Reads up to kLanes - 1 rows beyond the last one: Columns has room for that.
inline __attribute__((always_inline)) void find_leaves(const Question* questions, uint32_t depth,
                                                       const uint8_t* const* columns, size_t first, size_t rows,
                                                       uint8_t* leaf) noexcept {
  const uint8_t* at[kMostDepth];
  for (uint32_t level = 0; level < depth; ++level) {
    at[level] = columns[questions[level].column] + first + questions[level].offset;
  }
  const auto all = static_cast<uint8_t>((1U << depth) - 1U);
  for (size_t i = 0; i < rows; i += kLanes) {
    Bytes no{};  // a bit for each question that is answered so: "not greater" is the cheaper comparison
    for (uint32_t level = 0; level < depth; ++level) {
      Bytes values;
      std::memcpy(&values, at[level] + i, sizeof(values));
      const auto bit = static_cast<uint8_t>(1U << level);
      no |= reinterpret_cast<Bytes>(values <= questions[level].threshold) & bit;
    }
    no ^= all;
    std::memcpy(leaf + i, &no, sizeof(no));
  }
}

inline __attribute__((always_inline)) void add_values(const int16_t* leaves, const uint8_t* leaf, size_t rows,
                                                      int16_t* sums) noexcept {
  for (size_t i = 0; i < rows; ++i) {
    sums[i] = static_cast<int16_t>(sums[i] + leaves[leaf[i]]);
  }
}

// 24 outputs.
typedef int16_t Sixteen __attribute__((vector_size(32)));
typedef int16_t Eight __attribute__((vector_size(16)));
constexpr size_t kOutputs = 24;
static_assert(sizeof(Sixteen) + sizeof(Eight) == kOutputs * sizeof(int16_t), "a leaf is two vectors");

// The leaves of one row in `trees` trees, the forest's first ones or more of them; those of tree t stand kRowsAtOnce
// further on than those of tree t - 1.
inline __attribute__((always_inline)) void add_outputs(const int16_t* values, size_t tree_leaves, size_t trees,
                                                       bool more_of_them, const uint8_t* leaf, int16_t* sums) noexcept {
  Sixteen first{};
  Eight last{};
  if (more_of_them) {
    std::memcpy(&first, sums, sizeof(first));
    std::memcpy(&last, sums + 16, sizeof(last));
  }
  for (size_t t = 0; t < trees; ++t, values += tree_leaves, leaf += kRowsAtOnce) {
    Sixteen more;
    Eight still_more;
    std::memcpy(&more, values + size_t{*leaf} * kOutputs, sizeof(more));
    std::memcpy(&still_more, values + size_t{*leaf} * kOutputs + 16, sizeof(still_more));
    first += more;
    last += still_more;
  }
  std::memcpy(sums, &first, sizeof(first));
  std::memcpy(sums + 16, &last, sizeof(last));
}

inline __attribute__((always_inline)) void add_trees(const Forest& forest, const uint8_t* const* columns, size_t rows,
                                                     int16_t* sums, const uint8_t* skip) noexcept {
  const size_t tree_leaves = (size_t{1} << forest.depth) * forest.outputs;
  const auto find = [&](size_t tree, size_t first, size_t count, uint8_t* leaf) {
    find_leaves(forest.questions + tree * forest.depth, forest.depth, columns, first, count, leaf);
  };
  uint8_t leaf[kTreesAtOnce][kRowsAtOnce];
  for (size_t first = 0; first < rows; first += kRowsAtOnce) {
    const size_t count = std::min(kRowsAtOnce, rows - first);
    int16_t* out = sums + first * forest.outputs;
    for (size_t tree = 0; tree < forest.trees; tree += kTreesAtOnce) {
      const size_t trees = std::min<size_t>(kTreesAtOnce, forest.trees - tree);
      const int16_t* values = forest.leaves + tree * tree_leaves;
      for (size_t t = 0; t < trees; ++t) {
        find(tree + t, first, count, leaf[t]);
      }
      if (forest.outputs == 1) {
        for (size_t t = 0; t < trees; ++t) {
          add_values(values + t * tree_leaves, leaf[t], count, out);
        }
        continue;
      }
      for (size_t i = 0; i < count; ++i) {
        if (skip == nullptr || skip[first + i] == 0) {
          add_outputs(values, tree_leaves, trees, tree != 0, leaf[0] + i, out + i * kOutputs);
        }
      }
    }
  }
}

ARTICLE_WITH_AVX2 void add_trees_wide(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums,
                                      const uint8_t* skip) noexcept {
  add_trees(forest, columns, rows, sums, skip);
}

}  // namespace

void evaluate_forest(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums,
                     const uint8_t* skip) noexcept {
  if (has_avx512() && forest.outputs == 1 && forest.depth <= kWideDepth) {
    evaluate_forest_avx512(forest, columns, rows, sums);
    return;
  }
  if (has_avx2() && forest.outputs == 1 && forest.depth == kWideDepth) {
    evaluate_forest_avx2(forest, columns, rows, sums);
    return;
  }
  if (forest.outputs == 1) {
    std::fill_n(sums, rows, int16_t{0});
  }
  if (has_avx2()) {
    add_trees_wide(forest, columns, rows, sums, skip);
  } else {
    add_trees(forest, columns, rows, sums, skip);
  }
}

}  // namespace article
