// The learned decoder of attributions, for English: two first-order chains (conditional random fields) over the tokens
// of a sentence.
//
// The first chain labels the tokens of cues, and reads only those that may be one (may_begin_cue) and what follows
// them; the second, once for each cue, labels its source and content.  A label's score is the sum of the weights of
// hashed features (attribution_features.h); the best sequence is found by Viterbi.  Weights are whole numbers
// (ext/data/prose_weights.bin, trained by ext/tools/prose/train_prose.py), so every platform decides alike.
// Cost: about 50 table accesses for a token that may be a cue, and 40 for each token of the sentence of a cue.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/prose/attribution.h"
#include "core/prose/attribution_features.h"

namespace article {

constexpr uint32_t kCueRowBits = 17;  // a table has 2^bits rows; the first bits of a feature are its row
constexpr uint32_t kSpanRowBits = 16;
constexpr uint32_t kNeverCueBits = 1U << 18U;  // words by the low bits of their hash
constexpr uint32_t kCueLabels = 3;             // none, begins, goes on
constexpr uint32_t kSpanLabels = 5;            // none, source begins, goes on, content begins, goes on
// Cues of one sentence that are read; later ones are not.  Real sentences have one to four; bounds the work of a
// sentence.
constexpr uint32_t kMaxSentenceCues = 24;
// Tokens behind a possible first word of a cue that may belong to it.
constexpr uint32_t kCueReach = 3;

// A word that begins no cue: the features of the word alone, or those and what stands before it, speak so much against
// it that the others are not read.
constexpr int32_t kUnlikelyWord = -520;
constexpr int32_t kUnlikelyCue = -520;

// A row belongs to one feature, whose check it holds: others that fall on it read nothing.  Weights are bytes, 128 more
// than they are, so that those of many features add up side by side in 16-bit lanes of one word; what that adds is the
// same for every label.
//   cues:  byte 0 check, bytes 1 to 3 the labels
//   spans: bytes 0 and 1 check, bytes 2 to 6 the labels
struct AttributionWeights {
  int32_t cue_transitions[kCueLabels + 1][kCueLabels];  // [last][label], last == kCueLabels at the start
  int32_t span_transitions[kSpanLabels + 1][kSpanLabels];
  const uint8_t* never_cue;  // bits of words that begin no cue
  const uint32_t* cue_rows;
  const uint64_t* span_rows;
};
const AttributionWeights& built_in_attribution_weights() noexcept;

class CueSum {
 public:
  explicit CueSum(const uint32_t* rows) noexcept : rows_(rows) {}
  void operator()(uint32_t feature) noexcept {
    uint32_t row = rows_[feature >> (32U - kCueRowBits)];
    row &= 0U - static_cast<uint32_t>(((row ^ feature) & 0xFFU) == 0);
    even_ += row & 0x00FF00FFU;
    odd_ += row >> 8U & 0x00FF00FFU;
  }
  // By how much the token rather begins a cue than belongs to none.
  int32_t begins() const noexcept { return static_cast<int32_t>(even_ >> 16U) - static_cast<int32_t>(odd_ & 0xFFFFU); }
  void add_to(int32_t* lanes) const noexcept {
    lanes[0] += static_cast<int32_t>(odd_ & 0xFFFFU);
    lanes[1] += static_cast<int32_t>(even_ >> 16U);
    lanes[2] += static_cast<int32_t>(odd_ >> 16U);
  }

 private:
  const uint32_t* rows_;
  uint32_t even_ = 0;
  uint32_t odd_ = 0;
};

// What a word alone says of cues, kept for the words of a text: they come again and again.
class CueWords {
 public:
  struct Entry {
    uint32_t hash = 0;
    uint32_t size = 0;  // in bytes; 0: nothing is kept here
    uint32_t stem = 0;
    bool may_begin = false;
    CueSum sum{nullptr};
  };
  CueWords(std::string_view text, const AttributionWeights& weights) noexcept : text_(text), weights_(weights) {}
  const Entry& operator()(const ProseToken& token, const TokenCode& code) noexcept;

 private:
  static constexpr uint32_t kKept = 512;
  std::string_view text_;
  const AttributionWeights& weights_;
  Entry entries_[kKept];
};

class SpanSum {
 public:
  explicit SpanSum(const uint64_t* rows) noexcept : rows_(rows) {}
  void operator()(uint32_t feature) noexcept {
    uint64_t row = rows_[feature >> (32U - kSpanRowBits)];
    row &= 0U - static_cast<uint64_t>(((row ^ feature) & 0xFFFFU) == 0);
    even_ += row & 0x00FF00FF00FF00FFU;
    odd_ += row >> 8U & 0x00FF00FF00FF00FFU;
  }
  void add(const SpanSum& other) noexcept {
    even_ += other.even_;
    odd_ += other.odd_;
  }
  void add_to(int32_t* lanes) const noexcept {
    lanes[0] += static_cast<int32_t>(even_ >> 16U & 0xFFFFU);
    lanes[1] += static_cast<int32_t>(odd_ >> 16U & 0xFFFFU);
    lanes[2] += static_cast<int32_t>(even_ >> 32U & 0xFFFFU);
    lanes[3] += static_cast<int32_t>(odd_ >> 32U & 0xFFFFU);
    lanes[4] += static_cast<int32_t>(even_ >> 48U);
  }

 private:
  const uint64_t* rows_;
  uint64_t even_ = 0;
  uint64_t odd_ = 0;
};

// Words that were seen often and never as one, and names, begin no cue.
inline bool may_begin_cue(const uint8_t* never_cue, const ProseToken& token, bool first) noexcept {
  const uint32_t bit = token.hash % kNeverCueBits;
  return (never_cue[bit / 8] >> (bit % 8) & 1U) == 0 && !token.number && (first || !token.capital);
}

// May `label` follow `last`?  "goes on" only follows its own "begins" or itself.
constexpr bool may_follow(uint32_t last, uint32_t label) noexcept {
  return label == 0 || label % 2 == 1 || last == label || last == label - 1;
}

// Labels of all tokens: 0, or those of cues.
void label_cues(const Tokens& tokens, const TokenCodes& codes, const AttributionWeights& weights, CueWords* words,
                uint8_t* labels) noexcept;
// Labels of all tokens for the source and content of one cue.
void label_spans(const Tokens& tokens, const TokenCodes& codes, TokenRange cue, const AttributionWeights& weights,
                 uint8_t* labels) noexcept;
// Source and content of a cue from its labels: the source nearest to the cue, the longest piece of content; where no
// content is labelled, the clause before the comma before both, or that behind the cue.
Attribution read_labels(const Tokens& tokens, TokenRange cue, const uint8_t* labels) noexcept;

bool has_attribution_model(LanguageId language) noexcept;
void find_attributions_by_model(std::string_view text, const Tokens& tokens, const AttributionWeights& weights,
                                CueWords* words, std::pmr::vector<Attribution>* found);

}  // namespace article
