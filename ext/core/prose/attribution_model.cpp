#include "core/prose/attribution_model.h"

namespace article {

namespace {

#include "prose_weights.inc"

static_assert(kGeneratedWeightBits == kWeightBits, "prose_weights.bin and attribution_model.h differ");

constexpr uint32_t kRows = 1U << kWeightBits;

const int8_t* cue_row(uint32_t row) noexcept {
  return reinterpret_cast<const int8_t*>(kWeights) + static_cast<size_t>(row) * kCueLabels;
}
const int8_t* span_row(uint32_t row) noexcept {
  return reinterpret_cast<const int8_t*>(kWeights) + static_cast<size_t>(kRows) * kCueLabels +
         static_cast<size_t>(row) * kSpanLabels;
}

}  // namespace

bool has_attribution_model(LanguageId language) noexcept {
  return language != kNoLanguage && language_tag(language) == "en";
}

void find_attributions_by_model(std::string_view text, const Tokens& tokens, std::pmr::vector<Attribution>* found) {
  const auto count = static_cast<uint32_t>(tokens.size());
  if (count == 0) {
    return;
  }
  uint8_t cues[kMaxSentenceTokens];
  uint8_t spans[kMaxSentenceTokens];
  FeatureList features;
  best_labels<kCueLabels, int32_t>(
      count, kCueTransitions,
      [&](uint32_t at, int32_t* lanes) {
        cue_features(text, tokens, at, &features);
        for (uint32_t i = 0; i < features.count; ++i) {
          const int8_t* row = cue_row(features.rows[i]);
          for (uint32_t label = 0; label < kCueLabels; ++label) {
            lanes[label] += row[label];
          }
        }
      },
      cues);
  uint32_t read = 0;
  for (uint32_t at = 0; at < count && read < kMaxSentenceCues; ++at) {
    if (cues[at] != 1) {
      continue;
    }
    ++read;
    TokenRange cue{at, at + 1};
    while (cue.end < count && cues[cue.end] == 2) {
      ++cue.end;
    }
    best_labels<kSpanLabels, int32_t>(
        count, kSpanTransitions,
        [&](uint32_t token, int32_t* lanes) {
          if (token >= cue.begin && token < cue.end) {
            lanes[1] = lanes[2] = lanes[3] = lanes[4] = -100000;
            return;
          }
          span_features(text, tokens, cue, token, &features);
          for (uint32_t i = 0; i < features.count; ++i) {
            const int8_t* row = span_row(features.rows[i]);
            for (uint32_t label = 0; label < kSpanLabels; ++label) {
              lanes[label] += row[label];
            }
          }
        },
        spans);
    found->push_back(read_labels(tokens, cue, spans));
  }
}

}  // namespace article
