#include "core/fields/score.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace article {

namespace {

// 255 / (1 + e^-x) at x = -8, -7, ... 8.
constexpr std::array<uint8_t, 17> kLogistic = {0, 0, 1, 2, 5, 12, 30, 69, 128, 186, 225, 243, 250, 253, 254, 255, 255};

}  // namespace

int32_t score(const Trees& trees, const int16_t* features) noexcept {
  int32_t sum = trees.bias;
  for (size_t tree = 0; tree < trees.count; ++tree) {
    const TreeNode* node = &trees.nodes[trees.roots[tree]];
    while (node->feature >= 0) {
      node = &trees.nodes[features[node->feature] <= node->threshold ? node->left : node->right];
    }
    sum += node->value;
  }
  return sum;
}

int32_t score(Ranking ranking, const int16_t* features) noexcept {
  return score(trees_of(ranking), features);
}

ScoreBatch::ScoreBatch(Ranking ranking, size_t features) noexcept
    : trees_(trees_of(ranking)), features_(std::min(features, kMostFeatures)), rows_(), columns_() {}

void ScoreBatch::score(int32_t* scores) const noexcept {
  if (trees_.splits == nullptr) {
    for (size_t row = 0; row < count_; ++row) {
      int16_t features[kMostFeatures];
      for (size_t i = 0; i < features_; ++i) {
        features[i] = columns_[i][row];
      }
      scores[row] = article::score(trees_, features);
    }
    return;
  }
  typedef int16_t Shorts __attribute__((vector_size(16)));
  static_assert(sizeof(Shorts) == kRows * sizeof(int16_t), "a lane for each row");
  std::fill_n(scores, kRows, trees_.bias);
  const TreeSplit* split = trees_.splits;
  for (size_t tree = 0; tree < trees_.count; ++tree) {
    Shorts left = Shorts{} - 1;  // the leaves that are left, for each row
    for (const TreeSplit* end = trees_.splits + trees_.ends[tree]; split != end; ++split) {
      Shorts values;
      std::memcpy(&values, columns_[split->feature], sizeof(values));
      left &= (values <= split->threshold) | (Shorts{} + static_cast<int16_t>(split->keep));
    }
    uint16_t sets[kRows];
    std::memcpy(sets, &left, sizeof(sets));
    const int32_t* leaves = trees_.leaves + tree * kTreeLeaves;
    for (size_t row = 0; row < kRows; ++row) {
      scores[row] += leaves[__builtin_ctz(sets[row])];
    }
  }
}

uint8_t confidence_of(int32_t score) noexcept {
  const int32_t shifted = std::clamp(score, -8000, 7999) + 8000;
  const auto at = static_cast<size_t>(shifted / 1000);
  const int32_t part = shifted % 1000;
  return static_cast<uint8_t>(kLogistic[at] + (kLogistic[at + 1] - kLogistic[at]) * part / 1000);
}

}  // namespace article
