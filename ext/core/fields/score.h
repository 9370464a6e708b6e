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
#include <cstring>
#include <tuple>

namespace article {

struct TreeNode {
  int16_t feature;    // -1: a leaf
  int16_t threshold;  // at most: left
  int32_t value;      // of a leaf
  uint16_t left;
  uint16_t right;
};

// The same trees for many rows at once.  A tree has at most kTreeLeaves leaves, bits of a set that the answers make
// smaller; the first leaf that is left is the one that a row falls into.
struct TreeSplit {
  uint16_t column;  // of the feature: bytes from the first one of a batch
  int16_t limit;    // less: all leaves are left
  uint16_t keep;    // the leaves that are left otherwise
};
constexpr size_t kTreeLeaves = 16;

// Where the value of a leaf stands, by the set of that leaf alone: a de Bruijn sequence moved by a power of two has
// other bits in front for each.
constexpr uint16_t kDeBruijn = 0x09AF;
constexpr int kBitsInFront = 12;

// As nodes, or as splits where no tree has more leaves than kTreeLeaves.
struct Trees {
  const TreeNode* nodes;
  const uint16_t* roots;
  size_t count;
  int32_t bias;
  size_t tree_splits = 0;             // of every tree: 7, 11 or 15, where it has fewer some keep all leaves
  const TreeSplit* splits = nullptr;  // of all trees; nullptr: there are nodes
  const int16_t* leaves = nullptr;    // kTreeLeaves of each tree; no sum of them is wider
};

int32_t score(const Trees& trees, const int16_t* features) noexcept;

enum class Ranking : uint8_t { kHeadline, kDate, kByline, kItem, kHeading };
constexpr size_t kRankingCount = 5;
const Trees& trees_of(Ranking ranking) noexcept;  // trees.cpp

// Rows that are scored together, up to thirty-two at a time.
//
//   ScoreBatch batch(Ranking::kItem, kItemFeatureCount);
//   batch.add(features.data(), row, take);  ...  batch.finish(take);  // take(row, score) for each, in order
class ScoreBatch {
 public:
  static constexpr size_t kRows = 32;
  static constexpr size_t kMostFeatures = 128;

  ScoreBatch(Ranking ranking, size_t features) noexcept;

  template <typename Take>
  void add(const int16_t* features, uint32_t row, Take take) {
    std::memcpy(features_of_[count_], features, features_ * sizeof(int16_t));
    rows_[count_++] = row;
    if (count_ == kRows) {
      finish(take);
    }
  }
  template <typename Take>
  void finish(Take take) {
    if (count_ == 0) {
      return;
    }
    int32_t scores[kRows];
    score(scores);
    for (size_t i = 0; i < count_; ++i) {
      take(rows_[i], scores[i]);
    }
    count_ = 0;
  }

 private:
  void score(int32_t* scores) const noexcept;
  const Trees& trees_;
  size_t features_;
  size_t count_ = 0;
  uint32_t rows_[kRows];
  int16_t features_of_[kRows][kMostFeatures];  // of each row
};

// The sums of all trees for the rows of a batch, on a machine that has AVX2 (score_avx2.cpp) or AVX-512
// (score_avx512.cpp).
void add_trees_avx2(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows], size_t rows,
                    int16_t* sums) noexcept;
void add_trees_avx512(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows], int16_t* sums) noexcept;

// The score of each row of `features`.
template <typename Rows, typename Scores>
void score_all(Ranking ranking, const Rows& features, Scores* scores) {
  scores->resize(features.size());
  ScoreBatch batch(ranking, std::tuple_size_v<typename Rows::value_type>);
  const auto take = [&](uint32_t row, int32_t value) { (*scores)[row] = value; };
  for (uint32_t i = 0; i < features.size(); ++i) {
    batch.add(features[i].data(), i, take);
  }
  batch.finish(take);
}

// 0..255 from log odds.
uint8_t confidence_of(int32_t score) noexcept;

}  // namespace article
