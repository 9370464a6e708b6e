#include "core/roles/forest.h"

#include <algorithm>

namespace article {

namespace {

constexpr size_t kRowsAtOnce = 256;

void find_leaves(const Question* questions, uint32_t depth, const uint8_t* const* columns, size_t first, size_t rows,
                 uint8_t* leaf) noexcept {
  std::fill_n(leaf, kRowsAtOnce, uint8_t{0});
  for (uint32_t level = 0; level < depth; ++level) {
    const Question question = questions[level];
    const uint8_t* column = columns[question.column] + first + question.offset;
    const auto bit = static_cast<uint8_t>(1U << level);
    const uint8_t threshold = question.threshold;
    for (size_t i = 0; i < rows; ++i) {
      leaf[i] = static_cast<uint8_t>(leaf[i] | (column[i] > threshold ? bit : uint8_t{0}));
    }
  }
}

template <size_t kOutputs>
void add_leaves(const int16_t* leaves, const uint8_t* leaf, size_t rows, int16_t* sums) noexcept {
  for (size_t i = 0; i < rows; ++i) {
    const int16_t* values = leaves + size_t{leaf[i]} * kOutputs;
    int16_t* out = sums + i * kOutputs;
    for (size_t k = 0; k < kOutputs; ++k) {
      out[k] = static_cast<int16_t>(out[k] + values[k]);
    }
  }
}

}  // namespace

void evaluate_forest(const Forest& forest, const uint8_t* const* columns, size_t rows, int16_t* sums) noexcept {
  std::fill_n(sums, rows * forest.outputs, int16_t{0});
  const size_t tree_leaves = (size_t{1} << forest.depth) * forest.outputs;
  uint8_t leaf[kRowsAtOnce];
  for (size_t first = 0; first < rows; first += kRowsAtOnce) {
    const size_t count = std::min(kRowsAtOnce, rows - first);
    int16_t* out = sums + first * forest.outputs;
    for (uint32_t tree = 0; tree < forest.trees; ++tree) {
      find_leaves(forest.questions + size_t{tree} * forest.depth, forest.depth, columns, first, count, leaf);
      const int16_t* leaves = forest.leaves + tree * tree_leaves;
      if (forest.outputs == 1) {
        add_leaves<1>(leaves, leaf, count, out);
      } else {
        add_leaves<24>(leaves, leaf, count, out);
      }
    }
  }
}

}  // namespace article
