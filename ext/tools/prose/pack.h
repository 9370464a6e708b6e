// Weights as the extension has them: whole numbers in two tables of rows, and their file.
#pragma once

#include <string>
#include <vector>

#include "chain.h"

namespace prose_training {

using CueChain = Chain<article::kCueLabels>;
using SpanChain = Chain<article::kSpanLabels>;
using ScreenChain = Chain<2>;  // one token: begins no cue, begins one

struct PackedWeights {
  article::AttributionWeights weights() const;

  int32_t cue_transitions[article::kCueLabels + 1][article::kCueLabels] = {};
  int32_t span_transitions[article::kSpanLabels + 1][article::kSpanLabels] = {};
  int32_t screen_floor = 0;
  std::vector<uint8_t> never_cue;
  std::vector<uint16_t> screen_rows;
  std::vector<uint32_t> cue_rows;
  std::vector<uint64_t> span_rows;
};

// What was learned.  `hashes[i]` is the feature i; of those that share a row only one may be live.
template <uint32_t kLabels>
struct Learned {
  const Chain<kLabels>* chain;
  const std::vector<uint32_t>* hashes;
};

// `bias` is added to the score of a cue's begin: above 0 more cues are found than are likely, which is what F1 asks
// for.
PackedWeights pack(const Learned<2>& screen, const Learned<article::kCueLabels>& cues,
                   const Learned<article::kSpanLabels>& spans, const std::vector<uint8_t>& never_cue, float bias);

// The format is described in ext/tools/tables/prose_weights.py.
void write_weights(const std::string& path, const PackedWeights& packed);

}  // namespace prose_training
