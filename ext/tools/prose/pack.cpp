#include "pack.h"

#include <algorithm>
#include <fstream>

namespace prose_training {

namespace {

constexpr uint64_t kNeutral = 128;  // a weight of 0
// A token whose chance to begin a cue is below one in some 250 by the screen alone is not looked at.
constexpr float kScreenFloor = -5.5F;

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

template <uint32_t kCheckBytes, uint32_t kLabels, class Row>
void pack_rows(const Learned<kLabels>& learned, float scale, uint32_t bits, std::vector<Row>* rows) {
  for (size_t i = 0; i < learned.hashes->size(); ++i) {
    const uint32_t hash = (*learned.hashes)[i];
    if (is_empty<kLabels>(learned.chain->weights[i])) {
      continue;
    }
    uint64_t row = hash & ((1U << (8 * kCheckBytes)) - 1);
    for (uint32_t label = 0; label < kLabels; ++label) {
      row |= byte_of(learned.chain->weights[i][label] * scale) << (8 * (kCheckBytes + label));
    }
    (*rows)[hash >> (32 - bits)] = static_cast<Row>(row);
  }
}

// The screen adds up how much more "begins" weighs than "begins none".
void pack_screen(const Learned<2>& screen, PackedWeights* out) {
  const ScreenChain& chain = *screen.chain;
  const float scale = scale_of(chain) / 2;
  out->screen_rows.assign(1U << article::kScreenRowBits, 0);
  for (size_t i = 0; i < screen.hashes->size(); ++i) {
    if (!is_empty<2>(chain.weights[i])) {
      const uint32_t hash = (*screen.hashes)[i];
      const uint64_t weight = byte_of((chain.weights[i][1] - chain.weights[i][0]) * scale) - kNeutral;
      out->screen_rows[hash >> (32 - article::kScreenRowBits)] =
          static_cast<uint16_t>((hash & 0xFFU) | (weight & 0xFFU) << 8U);
    }
  }
  const float start = chain.transitions[2][1] - chain.transitions[2][0];
  out->screen_floor = static_cast<int32_t>(std::round((kScreenFloor - start) * scale));
}

}  // namespace

article::AttributionWeights PackedWeights::weights() const {
  article::AttributionWeights out{};
  std::copy(&cue_transitions[0][0], &cue_transitions[0][0] + sizeof cue_transitions / sizeof(int32_t),
            &out.cue_transitions[0][0]);
  std::copy(&span_transitions[0][0], &span_transitions[0][0] + sizeof span_transitions / sizeof(int32_t),
            &out.span_transitions[0][0]);
  out.screen_floor = screen_floor;
  out.never_cue = never_cue.data();
  out.screen_rows = screen_rows.data();
  out.cue_rows = cue_rows.data();
  out.span_rows = span_rows.data();
  return out;
}

PackedWeights pack(const Learned<2>& screen, const Learned<article::kCueLabels>& cues,
                   const Learned<article::kSpanLabels>& spans, const std::vector<uint8_t>& never_cue, float bias) {
  PackedWeights out;
  out.never_cue = never_cue;
  pack_screen(screen, &out);
  const float cue_scale = scale_of(*cues.chain);
  const float span_scale = scale_of(*spans.chain);
  pack_transitions(*cues.chain, cue_scale, bias, out.cue_transitions);
  pack_transitions(*spans.chain, span_scale, 0, out.span_transitions);
  out.cue_rows.assign(1U << article::kCueRowBits, 0x80808000U);
  pack_rows<1>(cues, cue_scale, article::kCueRowBits, &out.cue_rows);
  out.span_rows.assign(1U << article::kSpanRowBits, 0x0080808080800000U);
  pack_rows<2>(spans, span_scale, article::kSpanRowBits, &out.span_rows);
  return out;
}

void write_weights(const std::string& path, const PackedWeights& packed) {
  std::ofstream out(path, std::ios::binary);
  out << "PRW3";
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
  put(static_cast<uint32_t>(packed.screen_floor), 2);
  for (const uint8_t value : packed.never_cue) {
    put(value, 1);
  }
  for (const uint16_t row : packed.screen_rows) {
    put(row, 2);
  }
  for (const uint32_t row : packed.cue_rows) {
    put(row, 4);
  }
  for (const uint64_t row : packed.span_rows) {
    put(row, 7);
  }
}

}  // namespace prose_training
