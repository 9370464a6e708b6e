// Lines that may be the headline, and what is seen of each.  Cost: the words of the lines above the body once more, of
// at most kMaxHeadlineCandidates of them.
#pragma once

#include <array>

#include "core/fields/extractors.h"

namespace article {

constexpr size_t kMaxHeadlineCandidates = 160;

enum class HeadlineFeature : uint8_t {
#define ARTICLE_HEADLINE_FEATURE(name) name,
#include "core/fields/headline_features.def"
#undef ARTICLE_HEADLINE_FEATURE
};
constexpr size_t kHeadlineFeatureCount = 0
#define ARTICLE_HEADLINE_FEATURE(name) +1
#include "core/fields/headline_features.def"
#undef ARTICLE_HEADLINE_FEATURE
    ;
using HeadlineFeatures = std::array<int16_t, kHeadlineFeatureCount>;

struct HeadlineCandidates {
  explicit HeadlineCandidates(std::pmr::memory_resource* memory) : rows(memory), features(memory) {}
  std::pmr::vector<uint32_t> rows;
  std::pmr::vector<HeadlineFeatures> features;
};

void find_headline_candidates(const Reading& reading, HeadlineCandidates* out);

}  // namespace article
