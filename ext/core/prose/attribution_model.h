// The learned decoder of attributions, for English: two first-order chains over the tokens of a sentence.
//
// The first chain labels the tokens of cues; the second, once for each cue, labels its source and content.  A label's
// score is the sum of the weights of hashed features; the best sequence is found by Viterbi.  Weights are whole numbers
// (ext/data/prose_weights.bin, trained by ext/tools/train_prose.py), so every platform decides alike.
// Cost: about 30 table accesses a token for cues, and as many for each token of the sentence of a cue.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/prose/attribution.h"

namespace article {

constexpr uint32_t kWeightBits = 16;  // a table has 2^16 rows
constexpr uint32_t kCueLabels = 3;    // none, begins, goes on
constexpr uint32_t kSpanLabels = 5;   // none, source begins, goes on, content begins, goes on
constexpr uint32_t kMaxFeatures = 40;
// Cues of one sentence that are read; later ones are not.  Real sentences have one to four; bounds the work of a
// sentence.
constexpr uint32_t kMaxSentenceCues = 24;

struct FeatureList {
  uint32_t rows[kMaxFeatures];
  uint32_t count = 0;
  void add(uint32_t kind, uint32_t a, uint32_t b = 0) noexcept {
    uint32_t value = (kind + 1) * 0x9E3779B1U ^ a;
    value = (value ^ (value >> 15U)) * 0x85EBCA6BU + b;
    value = (value ^ (value >> 13U)) * 0xC2B2AE35U;
    rows[count++] = (value ^ (value >> 16U)) & ((1U << kWeightBits) - 1);
  }
};

void cue_features(std::string_view text, const Tokens& tokens, uint32_t at, FeatureList* out) noexcept;
void span_features(std::string_view text, const Tokens& tokens, TokenRange cue, uint32_t at, FeatureList* out) noexcept;

// May `label` follow `last` (kLabels: the start)?  "goes on" only follows its own "begins" or itself.
constexpr bool may_follow(uint32_t last, uint32_t label) noexcept {
  return label == 0 || label % 2 == 1 || last == label || last == label - 1;
}

// The best labels of `count` tokens.  row(token, lanes): adds the scores of the token's labels; `transitions`
// [last][label], last == kLabels at the start.
template <uint32_t kLabels, class Score, class Row>
void best_labels(uint32_t count, const Score (*transitions)[kLabels], Row row, uint8_t* labels) {
  static_assert(kLabels <= 8, "a back pointer has three bits");
  constexpr Score kNever = static_cast<Score>(-1000000000);
  Score last[kLabels] = {};
  uint8_t back[kMaxSentenceTokens][kLabels];
  for (uint32_t i = 0; i < count; ++i) {
    Score lanes[kLabels] = {};
    row(i, lanes);
    Score next[kLabels];
    for (uint32_t label = 0; label < kLabels; ++label) {
      Score best = kNever;
      uint8_t from = 0;
      if (i == 0) {
        best = label != 0 && label % 2 == 0 ? kNever : transitions[kLabels][label];
      } else {
        for (uint32_t before = 0; before < kLabels; ++before) {
          const Score score = may_follow(before, label) ? last[before] + transitions[before][label] : kNever;
          if (score > best) {
            best = score;
            from = static_cast<uint8_t>(before);
          }
        }
      }
      next[label] = best <= kNever / 2 ? kNever : best + lanes[label];
      back[i][label] = from;
    }
    for (uint32_t label = 0; label < kLabels; ++label) {
      last[label] = next[label];
    }
  }
  uint32_t label = 0;
  for (uint32_t other = 1; other < kLabels; ++other) {
    label = last[other] > last[label] ? other : label;
  }
  for (uint32_t i = count; i > 0; --i) {
    labels[i - 1] = static_cast<uint8_t>(label);
    label = back[i - 1][label];
  }
}

// Source and content of a cue from its labels: the source nearest to the cue, the longest piece of content.
Attribution read_labels(const Tokens& tokens, TokenRange cue, const uint8_t* labels) noexcept;

bool has_attribution_model(LanguageId language) noexcept;
void find_attributions_by_model(std::string_view text, const Tokens& tokens, std::pmr::vector<Attribution>* found);

}  // namespace article
