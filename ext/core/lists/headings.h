// Which lines head the lists: what is seen of each short line above a title.
//
// Cost: a few looks at the rows around, for each row at most kHeadingReach rows above a title.
#pragma once

#include <array>

#include "core/fields/extractors.h"
#include "core/lists/titles.h"

namespace article {

constexpr uint32_t kHeadingReach = 8;  // rows above the first title where its heading may stand

enum class HeadingFeature : uint8_t {
#define ARTICLE_HEADING_FEATURE(name) name,
#include "core/lists/heading_features.def"
#undef ARTICLE_HEADING_FEATURE
};
constexpr size_t kHeadingFeatureCount = 0
#define ARTICLE_HEADING_FEATURE(name) +1
#include "core/lists/heading_features.def"
#undef ARTICLE_HEADING_FEATURE
    ;
using HeadingFeatures = std::array<int16_t, kHeadingFeatureCount>;

// Is told each candidate as it is found, since a long page has many.
class HeadingSink {
 public:
  virtual ~HeadingSink() = default;
  // title: row of the first title below.
  virtual void add(uint32_t row, uint32_t title, const HeadingFeatures& features) = 0;
};

void find_heading_candidates(const Reading& reading, const Titles& titles, HeadingSink* out);

}  // namespace article
