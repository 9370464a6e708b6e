#include "core/fields/score.h"

#include <algorithm>
#include <array>

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

uint8_t confidence_of(int32_t score) noexcept {
  const int32_t shifted = std::clamp(score, -8000, 7999) + 8000;
  const auto at = static_cast<size_t>(shifted / 1000);
  const int32_t part = shifted % 1000;
  return static_cast<uint8_t>(kLogistic[at] + (kLogistic[at + 1] - kLogistic[at]) * part / 1000);
}

}  // namespace article
