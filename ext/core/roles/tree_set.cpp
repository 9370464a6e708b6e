#include "core/roles/tree_set.h"

namespace article {

int32_t evaluate_trees(const TreeSet& set, const uint8_t* const* columns, size_t row) noexcept {
  int32_t sum = 0;
  const auto at = static_cast<ptrdiff_t>(row);
  for (uint32_t t = 0; t < set.trees; ++t) {
    const TreeNode* nodes = set.nodes + set.starts[t].node;
    int next = 0;
    while (next >= 0) {
      const TreeNode& node = nodes[next];
      next = node.children[columns[node.column][at + node.offset] > node.threshold ? 1 : 0];
    }
    sum += set.leaves[set.starts[t].leaf + static_cast<uint32_t>(~next)];
  }
  return sum;
}

}  // namespace article
