// Columns that the weights make of a page: what its words say, and what the forests think of the units around.
//
//   fill_lexical_columns(page, table, &evidence, memory);  fill_neighbour_columns(page, Evidence::kOpinion, &evidence,
//   memory)
//
// The trainer runs the same code.  Cost: two table rows a word; a few passes over the units.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <vector>

#include "core/features.h"

namespace article {

enum class Evidence : uint8_t {
#define ARTICLE_EVIDENCE(id, name) id,
#include "core/roles/evidence.def"
#undef ARTICLE_EVIDENCE
};
constexpr size_t kEvidenceCount = 0
#define ARTICLE_EVIDENCE(id, name) +1
#include "core/roles/evidence.def"
#undef ARTICLE_EVIDENCE
    ;

const char* evidence_name(size_t column) noexcept;

constexpr size_t kWordClasses = 8;
constexpr uint32_t kLexicalTokens = 48;  // of a unit: a headline, a menu entry or the first sentences of a paragraph

// int8 weights of hashed words: kWordClasses of them for each of 1 << bits features.
struct LexicalTable {
  uint32_t bits = 0;
  float scale[kWordClasses] = {};
  float bias[kWordClasses] = {};
  const int8_t* weights = nullptr;
};

// Features of a unit: each word, each pair, the first and the last word.
constexpr uint32_t kMaxLexicalFeatures = 2 * kLexicalTokens + 2;
struct LexicalFeatures {
  uint32_t hashes[kMaxLexicalFeatures];
  uint32_t count = 0;
};
void find_lexical_features(const PageFeatures& page, size_t row, LexicalFeatures* features) noexcept;

// Means of the values in [i - kWidth, i) and of those in (i, i + kWidth], of which sums[i] is the sum of the first i;
// 0 where there is none.
template <size_t kWidth, typename Sum>
void fill_means(const std::pmr::vector<Sum>& sums, uint8_t* before, uint8_t* after) {
  const size_t rows = sums.size() - 1;
  const Sum* const sum = sums.data();
  const auto mean = [sum](size_t low, size_t high) {
    const auto count = static_cast<uint32_t>(high - low);
    return static_cast<uint8_t>(count == 0 ? 0 : static_cast<uint32_t>(sum[high] - sum[low]) / count);
  };
  // All but those at the ends of the page are divided by a constant, which is no division.
  const auto whole = [sum](size_t low) {
    return static_cast<uint8_t>(static_cast<uint32_t>(sum[low + kWidth] - sum[low]) / kWidth);
  };
  const size_t inside = std::max(rows, kWidth) - kWidth;
  for (size_t i = 0; i < inside; ++i) {
    before[i + kWidth] = whole(i);
  }
  for (size_t i = 0; i < inside; ++i) {
    after[i] = whole(i + 1);
  }
  for (size_t i = 0; i < std::min(rows, kWidth); ++i) {
    before[i] = mean(0, i);
    after[rows - 1 - i] = mean(rows - i, rows);
  }
}

void fill_lexical_columns(const PageFeatures& page, const LexicalTable& table, Columns* evidence,
                          std::pmr::memory_resource* memory);

inline uint8_t* evidence_at(Columns* columns, Evidence column) noexcept {
  return columns->at(static_cast<size_t>(column));
}

// Value, rounded down, as a byte.
inline uint8_t clip_to_byte(float value) noexcept {
  return static_cast<uint8_t>(value > 0.0F ? (value < 255.0F ? value : 255.0F) : 0.0F);
}
// 128 + 16 * logit, rounded.
inline uint8_t opinion_of(float logit) noexcept {
  return clip_to_byte(128.5F + logit * 16.0F);
}
// 255 * the probability of such a byte.
uint8_t probability_of(uint8_t opinion) noexcept;

// From the opinions in column `first` (kOpinion or kOpinionAgain) to the columns after it.
void fill_neighbour_columns(const PageFeatures& page, Evidence first, Columns* evidence,
                            std::pmr::memory_resource* memory);

}  // namespace article
