// A sum of decision trees that grow where they gain most, unlike those of a forest (forest.h), whose rows all answer
// the same questions.  They judge better and cost more: a row walks each tree by itself.
//
// Cost: about thirty nanoseconds a tree and row.  Sums are integers: every machine has the same result.
#pragma once

#include <cstddef>
#include <cstdint>

namespace article {

struct TreeNode {
  uint16_t column;
  int8_t offset;  // rows; at most kColumnPadding
  uint8_t threshold;
  int16_t children[2];  // for values up to the threshold, and above; numbers in the tree; negative: ~number of a leaf
};
static_assert(sizeof(TreeNode) == 8, "part of the weights' format");

struct TreeStart {
  uint32_t node;
  uint32_t leaf;
};

struct TreeSet {
  uint32_t trees = 0;
  float scale = 0;  // of one unit of a leaf
  float base = 0;
  int32_t least = 0;  // second opinions below this one stand
  const TreeStart* starts = nullptr;
  const TreeNode* nodes = nullptr;
  const int16_t* leaves = nullptr;
};

// Sum of the leaves that `row` falls into, to be scaled.  columns[c] points at row 0 of column c.
int32_t evaluate_trees(const TreeSet& set, const uint8_t* const* columns, size_t row) noexcept;

}  // namespace article
