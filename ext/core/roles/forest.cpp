#include "core/roles/forest.h"

#include <algorithm>
#include <cstring>

#include "core/cpu.h"

namespace article {

namespace {

constexpr size_t kRowsAtOnce = 256;
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
      no |= reinterpret_cast<Bytes>(values <= questions[level].threshold) & static_cast<uint8_t>(1U << level);
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

typedef int16_t Shorts __attribute__((vector_size(16)));

// 24 outputs are three vectors.
inline __attribute__((always_inline)) void add_vectors(const int16_t* leaves, const uint8_t* leaf, size_t rows,
                                                       const uint8_t* skip, int16_t* sums) noexcept {
  for (size_t i = 0; i < rows; ++i) {
    if (skip != nullptr && skip[i] != 0) {
      continue;
    }
    const int16_t* values = leaves + size_t{leaf[i]} * 24U;
    int16_t* out = sums + i * 24U;
    for (size_t k = 0; k < 24; k += sizeof(Shorts) / sizeof(int16_t)) {
      Shorts sum;
      Shorts value;
      std::memcpy(&sum, out + k, sizeof(sum));
      std::memcpy(&value, values + k, sizeof(value));
      sum += value;
      std::memcpy(out + k, &sum, sizeof(sum));
    }
  }
}

inline __attribute__((always_inline)) void add_trees(const Forest& forest, const uint8_t* const* columns, size_t rows,
                                                     int16_t* sums, const uint8_t* skip) noexcept {
  const size_t tree_leaves = (size_t{1} << forest.depth) * forest.outputs;
  uint8_t leaf[kRowsAtOnce];
  for (size_t first = 0; first < rows; first += kRowsAtOnce) {
    const size_t count = std::min(kRowsAtOnce, rows - first);
    int16_t* out = sums + first * forest.outputs;
    for (uint32_t tree = 0; tree < forest.trees; ++tree) {
      find_leaves(forest.questions + size_t{tree} * forest.depth, forest.depth, columns, first, count, leaf);
      const int16_t* leaves = forest.leaves + tree * tree_leaves;
      if (forest.outputs == 1) {
        add_values(leaves, leaf, count, out);
      } else {
        add_vectors(leaves, leaf, count, skip == nullptr ? nullptr : skip + first, out);
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
  std::fill_n(sums, rows * forest.outputs, int16_t{0});
  if (has_avx512() && forest.outputs == 1 && forest.depth <= 7) {
    evaluate_forest_avx512(forest, columns, rows, sums);
  } else if (has_avx2()) {
    add_trees_wide(forest, columns, rows, sums, skip);
  } else {
    add_trees(forest, columns, rows, sums, skip);
  }
}

}  // namespace article
