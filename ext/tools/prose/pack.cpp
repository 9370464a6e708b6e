#include "pack.h"

#include <algorithm>
#include <fstream>

namespace prose_training {

namespace {

constexpr uint64_t kNeutral = 128;  // a weight of 0

// So that all but one in a thousand weights fit a byte.
template <uint32_t kLabels>
float scale_of(const Chain<kLabels>& chain) {
  std::vector<float> sizes;
  for (const auto& lanes : chain.weights) {
    for (const float weight : lanes) {
      if (weight != 0) {
        sizes.push_back(std::fabs(weight));
      }
    }
  }
  if (sizes.empty()) {
    return 1;
  }
  const size_t at = sizes.size() - 1 - sizes.size() / 1000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
  return 127.0F / std::max(sizes[at], 1e-3F);
}

uint64_t byte_of(float weight) {
  return static_cast<uint64_t>(static_cast<int>(std::max(-127.0F, std::min(127.0F, std::round(weight))) + kNeutral));
}

template <uint32_t kLabels>
void pack_transitions(const Chain<kLabels>& chain, float scale, float bias, int32_t (*out)[kLabels]) {
  for (uint32_t a = 0; a <= kLabels; ++a) {
    for (uint32_t b = 0; b < kLabels; ++b) {
      const float value = chain.transitions[a][b] + (b == 1 ? bias : 0);
      out[a][b] = static_cast<int32_t>(std::max(-32000.0F, std::min(32000.0F, std::round(value * scale))));
    }
  }
}

template <uint32_t kLabels>
bool is_empty(const std::array<float, kLabels>& lanes) {
  return std::all_of(lanes.begin(), lanes.end(), [](float weight) { return weight == 0; });
}

}  // namespace

article::AttributionWeights PackedWeights::weights() const {
  article::AttributionWeights out{};
  std::copy(&cue_transitions[0][0], &cue_transitions[0][0] + sizeof cue_transitions / sizeof(int32_t),
            &out.cue_transitions[0][0]);
  std::copy(&span_transitions[0][0], &span_transitions[0][0] + sizeof span_transitions / sizeof(int32_t),
            &out.span_transitions[0][0]);
  out.never_cue = never_cue.data();
  out.cue_rows = cue_rows.data();
  out.span_rows = span_rows.data();
  return out;
}

PackedWeights pack(const CueChain& cues, const SpanChain& spans, const std::vector<uint32_t>& cue_hashes,
                   const std::vector<uint32_t>& span_hashes, const std::vector<uint8_t>& never_cue, float bias) {
  PackedWeights out;
  out.never_cue = never_cue;
  out.cue_rows.assign(1U << article::kCueRowBits, 0x80808000U);
  out.span_rows.assign(1U << article::kSpanRowBits, 0x0080808080800000U);
  const float cue_scale = scale_of(cues);
  const float span_scale = scale_of(spans);
  pack_transitions(cues, cue_scale, bias, out.cue_transitions);
  pack_transitions(spans, span_scale, 0, out.span_transitions);
  for (size_t i = 0; i < cue_hashes.size(); ++i) {
    if (!is_empty<article::kCueLabels>(cues.weights[i])) {
      uint64_t row = cue_hashes[i] & 0xFFU;
      for (uint32_t label = 0; label < article::kCueLabels; ++label) {
        row |= byte_of(cues.weights[i][label] * cue_scale) << (8 + 8 * label);
      }
      out.cue_rows[cue_hashes[i] >> (32 - article::kCueRowBits)] = static_cast<uint32_t>(row);
    }
  }
  for (size_t i = 0; i < span_hashes.size(); ++i) {
    if (!is_empty<article::kSpanLabels>(spans.weights[i])) {
      uint64_t row = span_hashes[i] & 0xFFFFU;
      for (uint32_t label = 0; label < article::kSpanLabels; ++label) {
        row |= byte_of(spans.weights[i][label] * span_scale) << (16 + 8 * label);
      }
      out.span_rows[span_hashes[i] >> (32 - article::kSpanRowBits)] = row;
    }
  }
  return out;
}

void write_weights(const std::string& path, const PackedWeights& packed) {
  std::ofstream out(path, std::ios::binary);
  out << "PRW2";
  const auto put = [&out](uint64_t value, uint32_t bytes) {
    for (uint32_t i = 0; i < bytes; ++i) {
      out.put(static_cast<char>(value >> (8 * i) & 0xFFU));
    }
  };
  for (const auto& row : packed.cue_transitions) {
    for (const int32_t value : row) {
      put(static_cast<uint32_t>(value), 2);
    }
  }
  for (const auto& row : packed.span_transitions) {
    for (const int32_t value : row) {
      put(static_cast<uint32_t>(value), 2);
    }
  }
  for (const uint8_t value : packed.never_cue) {
    put(value, 1);
  }
  for (const uint32_t row : packed.cue_rows) {
    put(row, 4);
  }
  for (const uint64_t row : packed.span_rows) {
    put(row, 7);
  }
}

}  // namespace prose_training
