// Columns that the weights make of a page: what its words say, and what the forests think of the units around.
//
//   fill_lexical_columns(page, table, &evidence, memory);  fill_neighbour_columns(page, Evidence::kOpinion, &evidence,
//   memory)
//
// The trainer runs the same code.  Cost: two table rows a word; a few passes over the units.
#pragma once

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

void fill_lexical_columns(const PageFeatures& page, const LexicalTable& table, Columns* evidence,
                          std::pmr::memory_resource* memory);

inline uint8_t* evidence_at(Columns* columns, Evidence column) noexcept {
  return columns->at(static_cast<size_t>(column));
}

// 128 + 16 * logit, clipped to a byte.
uint8_t opinion_of(float logit) noexcept;
// 255 * the probability of such a byte.
uint8_t probability_of(uint8_t opinion) noexcept;

// From the opinions in column `first` (kOpinion or kOpinionAgain) to the columns after it.
void fill_neighbour_columns(const PageFeatures& page, Evidence first, Columns* evidence,
                            std::pmr::memory_resource* memory);

}  // namespace article
