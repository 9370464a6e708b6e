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
constexpr uint32_t kScreenRowBits = 15;
constexpr uint32_t kNeverCueBits = 1U << 18U;  // words by the low bits of their hash
constexpr uint32_t kCueLabels = 3;             // none, begins, goes on
constexpr uint32_t kSpanLabels = 5;            // none, source begins, goes on, content begins, goes on
// Cues of one sentence that are read; later ones are not.  Real sentences have one to four; bounds the work of a
// sentence.
constexpr uint32_t kMaxSentenceCues = 24;
// Tokens behind a possible first word of a cue that may belong to it.
constexpr uint32_t kCueReach = 8;

// A row belongs to one feature, whose check it holds: others that fall on it read nothing.  Weights are bytes, 128 more
// than they are, so that those of many features add up side by side in 16-bit lanes of one word; what that adds is the
// same for every label.
//   screen: byte 0 check, byte 1 the weight, which is signed here
//   cues:   byte 0 check, bytes 1 to 3 the labels
//   spans:  bytes 0 and 1 check, bytes 2 to 6 the labels
struct AttributionWeights {
  int32_t cue_transitions[kCueLabels + 1][kCueLabels];  // [last][label], last == kCueLabels at the start
  int32_t span_transitions[kSpanLabels + 1][kSpanLabels];
  int32_t screen_floor;      // a token whose screen is below begins no cue
  const uint8_t* never_cue;  // bits of words that begin no cue
  const uint16_t* screen_rows;
  const uint32_t* cue_rows;
  const uint64_t* span_rows;
};
const AttributionWeights& built_in_attribution_weights() noexcept;

// The sum of the weights of features.
template <class Row, uint32_t kRowBits, uint32_t kCheckBytes>
class RowSum {
 public:
  void add(const Row* rows, uint32_t feature) noexcept {
    Row row = rows[feature >> (32U - kRowBits)];
    row &= Row{0} - static_cast<Row>(((row ^ feature) & kCheck) == 0);
    even_ += row & kEven;
    odd_ += row >> 8U & kEven;
  }
  void add(const RowSum& other) noexcept {
    even_ += other.even_;
    odd_ += other.odd_;
  }
  int32_t of(uint32_t label) const noexcept {
    const uint32_t byte = kCheckBytes + label;
    return static_cast<int32_t>((byte % 2 == 0 ? even_ : odd_) >> (byte / 2 * 16) & 0xFFFFU);
  }
  template <uint32_t kLabels>
  void add_to(int32_t (&lanes)[kLabels]) const noexcept {
    for (uint32_t label = 0; label < kLabels; ++label) {
      lanes[label] += of(label);
    }
  }

 private:
  static constexpr Row kCheck = (Row{1} << (8 * kCheckBytes)) - 1;
  static constexpr Row kEven = static_cast<Row>(0x00FF00FF00FF00FFULL);
  Row even_ = 0;
  Row odd_ = 0;
};
using CueSum = RowSum<uint32_t, kCueRowBits, 1>;
using SpanSum = RowSum<uint64_t, kSpanRowBits, 2>;

class ScreenSum {
 public:
  void add(const uint16_t* rows, uint32_t feature) noexcept {
    const uint32_t row = rows[feature >> (32U - kScreenRowBits)];
    const auto weight = static_cast<int8_t>(static_cast<uint8_t>(row >> 8U));
    sum_ += ((row ^ feature) & 0xFFU) == 0 ? weight : 0;
  }
  int32_t value() const noexcept { return sum_; }

 private:
  int32_t sum_ = 0;
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

bool has_attribution_model(LanguageId language) noexcept;

// The decoder over the sentences of one text.
class AttributionReader {
 public:
  AttributionReader(std::string_view text, const AttributionWeights& weights) noexcept
      : text_(text), weights_(weights) {}
  // Appended to `found`, in the order of their cues.
  void read(const Tokens& tokens, std::pmr::vector<Attribution>* found);

 private:
  // What a word alone says of cues, kept for the words of a text: they come again and again.
  struct Word {
    uint32_t hash = 0;
    uint16_t size = 0;  // in bytes; 0: nothing is kept here
    bool may_begin = false;
    uint32_t stem = 0;
    ScreenSum screen;
    CueSum sum;
  };
  static constexpr uint32_t kKept = 1024;

  const Word& word_of(const ProseToken& token, const TokenCode& code) noexcept;
  bool passes_screen(ScreenSum screen, uint32_t at) const noexcept;
  // Labels of all tokens: 0, or those of cues.
  void label_cues(const Tokens& tokens) noexcept;
  // Labels of all tokens for the source and content of one cue.
  void label_spans(const Tokens& tokens, TokenRange cue) noexcept;
  // Source and content of a cue from its labels: the source nearest to the cue, the longest piece of content; where no
  // content is labelled, the clause before the comma before both, or that behind the cue.
  Attribution read_labels(const Tokens& tokens, TokenRange cue) const noexcept;

  std::string_view text_;
  const AttributionWeights& weights_;
  Word words_[kKept];
  TokenCodes codes_;  // of the sentence that is read
  uint8_t cues_[kMaxSentenceTokens] = {};
  uint8_t spans_[kMaxSentenceTokens] = {};
};

}  // namespace article
