#include <algorithm>
#include <cmath>

#include "core/roles/evidence.h"

namespace article {

namespace {

uint32_t mix(uint32_t first, uint32_t second) noexcept {
  uint32_t value = first * 0x85EBCA6BU + second;
  value ^= value >> 15U;
  value *= 0x2C1B3C6DU;
  return value ^ (value >> 13U);
}

// Numbers count by their length alone.
uint32_t key_of(const Token& token) noexcept {
  return (token.flags & kTokenNumber) != 0 ? 0x9E3779B1U * token.letters : token.hash;
}

uint8_t to_byte(float value) noexcept {
  return static_cast<uint8_t>(std::max(0.0F, std::min(255.0F, std::floor(128.5F + value * 12.0F))));
}

// Means of a column over up to `width` rows before and after.
void fill_means(const uint8_t* column, size_t rows, size_t width, uint8_t* before, uint8_t* after,
                std::pmr::vector<uint32_t>* sums) {
  sums->assign(rows + 1, 0);
  for (size_t i = 0; i < rows; ++i) {
    (*sums)[i + 1] = (*sums)[i] + column[i];
  }
  for (size_t i = 0; i < rows; ++i) {
    const size_t low = i > width ? i - width : 0;
    const size_t high = std::min(rows, i + 1 + width);
    before[i] = static_cast<uint8_t>(i == low ? 0 : ((*sums)[i] - (*sums)[low]) / (i - low));
    after[i] = static_cast<uint8_t>(high == i + 1 ? 0 : ((*sums)[high] - (*sums)[i + 1]) / (high - i - 1));
  }
}

}  // namespace

const char* evidence_name(size_t column) noexcept {
  static constexpr const char* kNames[] = {
#define ARTICLE_EVIDENCE(id, name) name,
#include "core/roles/evidence.def"
#undef ARTICLE_EVIDENCE
  };
  return column < kEvidenceCount ? kNames[column] : "";
}

void find_lexical_features(const PageFeatures& page, size_t row, LexicalFeatures* features) noexcept {
  const UnitStats& stats = page.stats[row];
  features->count = 0;
  if (stats.tokens == 0) {
    return;
  }
  const Token* tokens = page.tokens.data() + stats.first_token;
  const uint32_t count = std::min(stats.tokens, kLexicalTokens);
  uint32_t before = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t key = key_of(tokens[i]);
    features->hashes[features->count++] = mix(key, 0);
    if (i != 0) {
      features->hashes[features->count++] = mix(key, before);
    }
    before = key;
  }
  features->hashes[features->count++] = mix(key_of(tokens[0]), 0x11);
  features->hashes[features->count++] = mix(key_of(tokens[stats.tokens - 1]), 0x22);
}

void fill_lexical_columns(const PageFeatures& page, const LexicalTable& table, Columns* evidence,
                          std::pmr::memory_resource* memory) {
  const size_t rows = page.units.size();
  const uint32_t mask = (1U << table.bits) - 1U;
  LexicalFeatures features;
  for (size_t row = 0; row < rows; ++row) {
    find_lexical_features(page, row, &features);
    int32_t sums[kWordClasses] = {};
    for (uint32_t i = 0; i < features.count; ++i) {
      const int8_t* weights = table.weights + size_t{features.hashes[i] & mask} * kWordClasses;
      for (size_t k = 0; k < kWordClasses; ++k) {
        sums[k] += weights[k];
      }
    }
    const float norm = features.count == 0 ? 0.0F : 1.0F / std::sqrt(static_cast<float>(features.count));
    for (size_t k = 0; k < kWordClasses; ++k) {
      evidence->at(k)[row] = to_byte(static_cast<float>(sums[k]) * table.scale[k] * norm + table.bias[k]);
    }
  }
  std::pmr::vector<uint32_t> sums(memory);
  const auto means = [&](Evidence column, size_t width, Evidence before, Evidence after) {
    fill_means(evidence_at(evidence, column), rows, width, evidence_at(evidence, before), evidence_at(evidence, after),
               &sums);
  };
  means(Evidence::kLexical0, 4, Evidence::kLexicalBefore4, Evidence::kLexicalAfter4);
  means(Evidence::kLexical0, 10, Evidence::kLexicalBefore10, Evidence::kLexicalAfter10);
  means(Evidence::kLexical5, 10, Evidence::kCommentBefore10, Evidence::kCommentAfter10);
}

}  // namespace article
