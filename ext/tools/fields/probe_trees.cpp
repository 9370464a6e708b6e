// Trees that the trainer gives at run time, in the place of those of core/fields/trees.cpp: the linker takes what the
// probe defines before it looks into the library.
#include <array>
#include <vector>

#include "core/fields/score.h"

namespace {

struct Given {
  std::vector<article::TreeNode> nodes;
  std::vector<uint16_t> roots;
  article::Trees trees{};
};

std::array<Given, article::kRankingCount>& given() {
  static std::array<Given, article::kRankingCount> all;
  return all;
}

}  // namespace

namespace article {

const Trees& trees_of(Ranking ranking) noexcept {
  return given()[static_cast<size_t>(ranking)].trees;
}

}  // namespace article

// nodes: feature, threshold, value, left, right of each, as in TreeNode.
extern "C" __attribute__((visibility("default"))) void fields_set_trees(int ranking, const int32_t* nodes,
                                                                        size_t node_count, const int32_t* roots,
                                                                        size_t root_count, int32_t bias) {
  Given& one = given()[static_cast<size_t>(ranking)];
  one.nodes.clear();
  for (const int32_t* node = nodes; node != nodes + 5 * node_count; node += 5) {
    one.nodes.push_back({static_cast<int16_t>(node[0]), static_cast<int16_t>(node[1]), node[2],
                         static_cast<uint16_t>(node[3]), static_cast<uint16_t>(node[4])});
  }
  one.roots.assign(roots, roots + root_count);
  one.trees = {one.nodes.data(), one.roots.data(), one.roots.size(), bias};
}
