#include <algorithm>
#include <cmath>
#include <cstring>

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

// One row of the table, and the sums of up to kMaxLexicalFeatures of them.
typedef int8_t Weights __attribute__((vector_size(kWordClasses)));
typedef int16_t Sums __attribute__((vector_size(kWordClasses * sizeof(int16_t))));
typedef float Floats __attribute__((vector_size(kWordClasses * sizeof(float))));
static_assert(kMaxLexicalFeatures * 128 <= 32768, "sums have 16 bits");

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
  uint8_t* classes[kWordClasses];
  for (size_t k = 0; k < kWordClasses; ++k) {
    classes[k] = evidence->at(k);
  }
  Floats scale;
  Floats bias;
  std::memcpy(&scale, table.scale, sizeof(scale));
  std::memcpy(&bias, table.bias, sizeof(bias));
  LexicalFeatures features;
  for (size_t row = 0; row < rows; ++row) {
    find_lexical_features(page, row, &features);
    Sums sums{};
    for (uint32_t i = 0; i < features.count; ++i) {
      Weights weights;
      std::memcpy(&weights, table.weights + size_t{features.hashes[i] & mask} * kWordClasses, sizeof(weights));
      sums += __builtin_convertvector(weights, Sums);
    }
    const float norm = features.count == 0 ? 0.0F : 1.0F / std::sqrt(static_cast<float>(features.count));
    const Floats values = __builtin_convertvector(sums, Floats) * scale * norm + bias;
    for (size_t k = 0; k < kWordClasses; ++k) {
      classes[k][row] = clip_to_byte(128.5F + values[k] * 12.0F);
    }
  }
  std::pmr::vector<uint32_t> sums(rows + 1, 0, memory);
  const auto sum_up = [&](Evidence column) {
    const uint8_t* values = evidence_at(evidence, column);
    for (size_t i = 0; i < rows; ++i) {
      sums[i + 1] = sums[i] + values[i];
    }
  };
  const auto at = [&](Evidence column) { return evidence_at(evidence, column); };
  sum_up(Evidence::kLexical0);
  fill_means<4>(sums, at(Evidence::kLexicalBefore4), at(Evidence::kLexicalAfter4));
  fill_means<10>(sums, at(Evidence::kLexicalBefore10), at(Evidence::kLexicalAfter10));
  sum_up(Evidence::kLexical5);
  fill_means<10>(sums, at(Evidence::kCommentBefore10), at(Evidence::kCommentAfter10));
}

}  // namespace article
