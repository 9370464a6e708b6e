// Which lines are titles of items: what is seen of each line, and their order.
//
// Cost: a few looks at the rows around, for each row.
#pragma once

#include <array>

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

class ItemViewer {
 public:
  ItemViewer(const Reading& reading, std::pmr::memory_resource* memory);
  // Rows must be asked for in order.
  ItemFeatures view(uint32_t row);

 private:
  void see_row(uint32_t r, ItemFeatures* out) const;
  void see_words(const Row& row, ItemFeatures* out) const;
  void see_headings(uint32_t r, ItemFeatures* out);
  void see_around(uint32_t r, ItemFeatures* out) const;
  void see_near(uint32_t r, ItemFeatures* out) const;
  void see_period(uint32_t r, ItemFeatures* out) const;
  bool title_like(int64_t r) const noexcept;

  const Reading& reading_;
  uint32_t seen_ = 0;  // rows whose headings are known
  int64_t heading_ = -1;
  int64_t title_role_ = -1;
  int64_t short_ = -1;
};

}  // namespace article
