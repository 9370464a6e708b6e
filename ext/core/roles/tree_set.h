// A sum of decision trees that grow where they gain most, unlike those of a forest (forest.h), whose rows all answer
// the same questions.  They judge better and cost more.
//
// No row walks a tree: a block of rows asks every question at once (QuickScorer; Lucchese et al., SIGIR 2015).
//
//   the leaves of a tree, from left to right, are bits; all are set at first
//   a row whose input is greater than the threshold clears the leaves on the left side of that question
//   the first leaf that is left is the one that the row falls into
//
// Bits come in sets of eight, one set of all rows of a block in one vector; a question whose left side reaches into
// several sets has a cut for each, and the cuts of a set stand together.  Where the answers of a block to a question
// are a mask of bits, the rows go down the nodes of the trees instead, all together (tree_set_avx512.cpp).  The tables
// of both are made of the weights at build time (ext/tools/tables/weights.py).
//
// Cost: about eleven instructions a cut and seventy a tree for each vector of rows (tree_set_avx2.cpp), fifteen a cut
// for two vectors; by masks fourteen a node for 64 rows.  Sums are integers: every machine has the same result.
#pragma once

#include <cstddef>
#include <cstdint>

namespace article {

// What the questions look at: a column, `offset` rows on.
struct TreeInput {
  uint16_t column;
  int8_t offset;  // at most kColumnPadding
};

struct TreeCut {
  uint16_t input;
  uint8_t threshold;
  uint8_t keep;  // the leaves that stay for inputs greater than the threshold
};

// A question as a node of its tree; those of a tree stand from the root down, `left` and `right` are their numbers.
struct TreeNode {
  uint16_t input;
  uint8_t threshold;
  uint8_t left;  // for inputs that are not greater; kNoNode: a leaf
  uint8_t right;
  uint8_t left_leaves;  // on that side
};

constexpr size_t kTreeRows = 64;  // of a block
constexpr size_t kSetLeaves = 8;
constexpr size_t kWordLeaves = 32;
constexpr size_t kMostTreeWords = 4;  // of 32 leaves, for a tree
constexpr uint8_t kNoNode = kWordLeaves - 1;
constexpr size_t kTreesInTurns = 4;  // whose nodes stand by turns: what one waits for, the others need not
constexpr size_t kRowsOfPiece = 16;  // that are copied at once

struct TreeSet {
  uint32_t trees = 0;
  uint32_t words = 1;  // of leaves, for each tree
  float scale = 0;     // of one unit of a leaf
  float base = 0;
  int32_t least = 0;  // second opinions below this one stand
  uint32_t inputs = 0;
  const TreeInput* input = nullptr;
  const uint32_t* ends = nullptr;  // of the cuts of each set of leaves: trees x words x kWordLeaves / kSetLeaves
  const TreeCut* cuts = nullptr;
  const int16_t* leaves = nullptr;      // trees x words x kWordLeaves
  const uint32_t* node_ends = nullptr;  // of those of kTreesInTurns trees, where no tree has more than a word of leaves
  const TreeNode* nodes = nullptr;

  size_t block_lines() const noexcept { return size_t{inputs} + 1; }  // and room for a piece behind the last one
};

// The values of an input for the rows of a block.
struct TreeLine {
  TreeLine() noexcept {}  // NOLINT: says nothing yet
  uint8_t rows[kTreeRows];
};

// sums[i] = sum of the leaves that rows[i] falls into, to be scaled.  columns[c] points at row 0 of column c; `block`
// has set.block_lines(). At most kTreeRows rows, in ascending order.
void evaluate_trees(const TreeSet& set, const uint8_t* const* columns, const uint32_t* rows, size_t count,
                    TreeLine* block, int32_t* sums) noexcept;

// The sums of a block where the set has one word, on a machine that has_avx2(): by the cuts, of at least `count` rows
// (tree_set_avx2.cpp); or that has_avx512(): by the nodes (tree_set_avx512.cpp).
void evaluate_cuts_avx2(const TreeSet& set, const uint8_t* block, size_t count, int32_t* sums) noexcept;
void evaluate_nodes_avx512(const TreeSet& set, const uint8_t* block, int32_t* sums) noexcept;

}  // namespace article
