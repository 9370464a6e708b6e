// Which lines are titles of items: what is seen of each line, and their order.
//
// Cost: a few looks at the rows around, for each row.
#pragma once

#include <array>
#include <memory_resource>
#include <vector>

#include "core/fields/extractors.h"

namespace article {

enum class ItemFeature : uint8_t {
#define ARTICLE_ITEM_FEATURE(name) name,
#include "core/lists/item_features.def"
#undef ARTICLE_ITEM_FEATURE
};
constexpr size_t kItemFeatureCount = 0
#define ARTICLE_ITEM_FEATURE(name) +1
#include "core/lists/item_features.def"
#undef ARTICLE_ITEM_FEATURE
    ;
using ItemFeatures = std::array<int16_t, kItemFeatureCount>;

// Whether a line may be a title at all; only of these features are made.
bool may_be_item(const Row& row) noexcept;

bool is_title_like(const Row& row) noexcept;  // by its size (title_runs.cpp)

// Rows at one distance that look like titles, as the titles of a list stand: each row, each second, third or fourth.
// Cost: one pass over the rows for each distance.
class TitleRuns {
 public:
  TitleRuns(const Reading& reading, std::pmr::memory_resource* memory);

  struct Run {
    int period = 0;      // 0: the row stands in no run
    int rows = 0;        // of the run, the row itself not counted
    int above = 0;       // of them, above it
    int characters = 0;  // on average
    int sentences = 0;   // of 100: rows that end a sentence
    int roles = 0;       // of 100: rows with the role item_title
  };
  Run longest(uint32_t row) const noexcept;  // over all distances
  Run plain(uint32_t row) const noexcept;    // of rows next to each other that end no sentence, whatever their role

 private:
  static constexpr size_t kPeriods = 4;
  static constexpr int kMaxRunRows = 60;  // longer runs say no more
  struct Sums {
    int32_t rows = 0;  // of the run up to here
    int32_t characters = 0;
    int32_t sentences = 0;
    int32_t roles = 0;
  };
  using Chain = std::pmr::vector<Sums>;

  template <class Holds>
  void walk(size_t period, Holds holds, Chain* chain) const;
  Run read(const Chain& chain, uint32_t row, uint32_t period) const noexcept;

  const Reading& reading_;
  std::pmr::vector<Chain> chains_;  // of each distance, then the plain one
};

class ItemViewer {
 public:
  ItemViewer(const Reading& reading, std::pmr::memory_resource* memory);
  // Rows must be asked for in order.
  ItemFeatures view(uint32_t row);

 private:
  void see_own(uint32_t r, ItemFeatures* out) const;
  void see_words(const Row& row, ItemFeatures* out) const;
  void see_headings(uint32_t r, ItemFeatures* out);
  void see_around(uint32_t r, ItemFeatures* out) const;
  void see_near(uint32_t r, ItemFeatures* out) const;
  void see_runs(uint32_t r, ItemFeatures* out) const;

  const Reading& reading_;
  std::pmr::vector<uint64_t> near_;  // what each row counts for in see_near(); none above the first and below the last
  TitleRuns runs_;
  uint32_t seen_ = 0;  // rows whose headings are known
  int64_t heading_ = -1;
  int64_t title_role_ = -1;
  int64_t short_ = -1;
};

}  // namespace article
