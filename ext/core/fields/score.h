// Small tree ensembles that rank candidates: which line is the headline, which date that of the publication, which line
// names the authors, which line is an item of a list, which heads one.
//
//   score_date(features) > 0   : more likely than not
//
// Scores are log odds in 1/1000, the sum of one leaf of each tree; integers, so that every machine gives the same.  The
// trees are data (ext/data/trees/*.tsv, written by ext/tools/fields/train.py).  Cost: one comparison a level of a tree.
#pragma once

#include <cstddef>
#include <cstdint>

namespace article {

struct TreeNode {
  int16_t feature;    // -1: a leaf
  int16_t threshold;  // at most: left
  int32_t value;      // of a leaf
  uint16_t left;
  uint16_t right;
};

struct Trees {
  const TreeNode* nodes;
  const uint16_t* roots;
  size_t count;
  int32_t bias;
};

int32_t score(const Trees& trees, const int16_t* features) noexcept;

enum class Ranking : uint8_t { kHeadline, kDate, kByline, kItem, kHeading };
constexpr size_t kRankingCount = 5;
const Trees& trees_of(Ranking ranking) noexcept;  // trees.cpp
int32_t score(Ranking ranking, const int16_t* features) noexcept;

// 0..255 from log odds.
uint8_t confidence_of(int32_t score) noexcept;

}  // namespace article
