// Lines that may name the authors, the names in them, and what is seen of each.
//
// Cost: the words of the lines that open with or hold a byline word, or look like names, once more; at most
// kMaxBylineCandidates of them.
#pragma once

#include <array>

#include "core/fields/extractors.h"
#include "core/fields/names.h"
#include "core/fields/word_set.h"

namespace article {

constexpr size_t kMaxBylineCandidates = 96;

enum class BylineFeature : uint8_t {
#define ARTICLE_BYLINE_FEATURE(name) name,
#include "core/fields/byline_features.def"
#undef ARTICLE_BYLINE_FEATURE
};
constexpr size_t kBylineFeatureCount = 0
#define ARTICLE_BYLINE_FEATURE(name) +1
#include "core/fields/byline_features.def"
#undef ARTICLE_BYLINE_FEATURE
    ;
using BylineFeatures = std::array<int16_t, kBylineFeatureCount>;

enum class Opener : uint8_t { kNone, kInside, kBegins, kAbove };

// How a line begins that may be one.
struct BylineOpening {
  uint32_t row = 0;
  Opener opener = Opener::kNone;
  TermValue opener_kind = TermValue::kNone;
  uint16_t opener_words = 0;
  uint32_t begin = 0;  // of what is read for names
};

struct BylineCandidate : BylineOpening {
  NameList names;
};

struct BylineCandidates {
  explicit BylineCandidates(std::pmr::memory_resource* memory) : all(memory), features(memory) {}
  std::pmr::vector<BylineCandidate> all;
  std::pmr::vector<BylineFeatures> features;
  WordSet notices;  // words of the rights notices
};

void find_byline_candidates(const Reading& reading, BylineCandidates* out);
void see_bylines(const Reading& reading, BylineCandidates* out);  // byline_features.cpp: the features of all

}  // namespace article
