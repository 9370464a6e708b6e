// A linear-chain conditional random field over numbered features, learned with AdaGrad; its weights are the mean of
// those of the later steps, which is steadier than the last.  At each step half of a token's features are left out, so
// that none is relied on alone: documents that were not seen have other words.
//
// Labels are pairs of "begins" (odd) and "goes on" (even), as in core/prose/attribution_model.h.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/prose/attribution_model.h"

namespace prose_training {

struct ChainOptions {
  float rate = 0.05F;
  float dropped = 0.5F;  // share of a token's features that are not seen at a step, others each time
};

// The features of the tokens of one sequence; a token that is not open has label 0 and no features.
struct Sequence {
  std::vector<std::vector<uint32_t>> features;
  std::vector<uint8_t> open;
  std::vector<uint8_t> gold;  // 0 where a token is not open
};

template <uint32_t kLabels>
class Chain {
 public:
  using Lanes = std::array<float, kLabels>;

  Chain(size_t features, ChainOptions options)
      : weights(features), sums_(features), late_(features), options_(options), live_(features, 1) {}

  std::vector<Lanes> weights;
  float transitions[kLabels + 1][kLabels] = {};

  // Features that are dead have no weight and learn none.
  void keep_only(const std::vector<uint8_t>& live) {
    live_ = live;
    weights.assign(weights.size(), Lanes{});
    sums_.assign(sums_.size(), Lanes{});
    for (uint32_t a = 0; a <= kLabels; ++a) {
      for (uint32_t b = 0; b < kLabels; ++b) {
        transitions[a][b] = transition_sums_[a][b] = 0;
      }
    }
  }

  void begin_mean() { steps_ = 1; }

  // Once, at the end.
  void take_mean() {
    for (size_t i = 0; i < weights.size(); ++i) {
      for (uint32_t label = 0; label < kLabels; ++label) {
        weights[i][label] -= static_cast<float>(late_[i][label] / steps_);
      }
    }
  }

  void learn(const Sequence& sequence) {
    steps_ += steps_ > 0 ? 1 : 0;
    score(sequence);
    forward_backward();
    const size_t size = sequence.gold.size();
    float gradient[kLabels + 1][kLabels] = {};
    for (size_t i = 0; i < size; ++i) {
      expect(i, gradient);
      gradient[i == 0 ? kLabels : sequence.gold[i - 1]][sequence.gold[i]] += 1;
      if (sequence.open[i] != 0) {
        step(sequence, i);
      }
    }
    for (uint32_t a = 0; a <= kLabels; ++a) {
      for (uint32_t b = 0; b < kLabels; ++b) {
        const float g = gradient[a][b];
        if (g != 0) {
          transition_sums_[a][b] += g * g;
          transitions[a][b] += options_.rate * g / std::sqrt(transition_sums_[a][b] + 0.1F);
        }
      }
    }
  }

 private:
  static constexpr float kNever = -1e9F;

  static bool allowed(uint32_t last, uint32_t label) {
    return last == kLabels ? label == 0 || label % 2 == 1 : article::may_follow(last, label);
  }
  static float log_sum(const Lanes& values) {
    float high = values[0];
    for (const float value : values) {
      high = std::max(high, value);
    }
    if (high <= kNever / 2) {
      return kNever;
    }
    float sum = 0;
    for (const float value : values) {
      sum += value > high - 30 ? std::exp(value - high) : 0;
    }
    return high + std::log(sum);
  }

  // Chooses the features that are seen, and adds up their weights; those that are left stand for the others.
  void score(const Sequence& sequence) {
    const size_t size = sequence.gold.size();
    const auto limit = static_cast<uint32_t>(options_.dropped * 65536.0F);
    const float kept = 1.0F / (1.0F - options_.dropped);
    scores_.assign(size, Lanes{});
    seen_.resize(size);
    for (size_t i = 0; i < size; ++i) {
      seen_[i].clear();
      for (const uint32_t feature : sequence.features[i]) {
        random_ = random_ * 1664525U + 1013904223U;
        if (random_ >> 16U < limit) {
          continue;
        }
        seen_[i].push_back(feature);
        for (uint32_t label = 0; label < kLabels; ++label) {
          scores_[i][label] += kept * weights[feature][label];
        }
      }
      for (uint32_t label = 1; label < kLabels && sequence.open[i] == 0; ++label) {
        scores_[i][label] = kNever;
      }
    }
  }

  void forward_backward() {
    const size_t size = scores_.size();
    forward_.assign(size, Lanes{});
    backward_.assign(size, Lanes{});
    for (size_t i = 0; i < size; ++i) {
      for (uint32_t b = 0; b < kLabels; ++b) {
        Lanes in;
        for (uint32_t a = 0; a < kLabels; ++a) {
          in[a] = i > 0 && allowed(a, b) ? forward_[i - 1][a] + transitions[a][b] : kNever;
        }
        const float best = i > 0 ? log_sum(in) : allowed(kLabels, b) ? transitions[kLabels][b] : kNever;
        forward_[i][b] = std::max(kNever, best + scores_[i][b]);
      }
    }
    for (size_t i = size - 1; i > 0; --i) {
      for (uint32_t a = 0; a < kLabels; ++a) {
        Lanes out;
        for (uint32_t b = 0; b < kLabels; ++b) {
          out[b] = allowed(a, b) ? transitions[a][b] + scores_[i][b] + backward_[i][b] : kNever;
        }
        backward_[i - 1][a] = log_sum(out);
      }
    }
    total_ = log_sum(forward_[size - 1]);
  }

  static float power(float value) { return value > -30 ? std::exp(value) : 0; }

  void expect(size_t i, float (*gradient)[kLabels]) const {
    for (uint32_t b = 0; b < kLabels; ++b) {
      if (i == 0) {
        gradient[kLabels][b] -= power(forward_[0][b] + backward_[0][b] - total_);
        continue;
      }
      for (uint32_t a = 0; a < kLabels; ++a) {
        if (allowed(a, b)) {
          gradient[a][b] -= power(forward_[i - 1][a] + transitions[a][b] + scores_[i][b] + backward_[i][b] - total_);
        }
      }
    }
  }

  void step(const Sequence& sequence, size_t i) {
    Lanes error;
    bool wrong = false;
    for (uint32_t label = 0; label < kLabels; ++label) {
      error[label] =
          (label == sequence.gold[i] ? 1.0F : 0.0F) - power(forward_[i][label] + backward_[i][label] - total_);
      wrong = wrong || std::fabs(error[label]) > 1e-3F;
    }
    if (!wrong) {
      return;
    }
    for (const uint32_t feature : seen_[i]) {
      if (live_[feature] == 0) {
        continue;
      }
      Lanes& weight = weights[feature];
      Lanes& sum = sums_[feature];
      for (uint32_t label = 0; label < kLabels; ++label) {
        const float g = error[label];
        sum[label] += g * g;
        const float change = options_.rate * g / std::sqrt(sum[label] + 0.1F);
        weight[label] += change;
        late_[feature][label] += static_cast<float>(steps_) * change;
      }
    }
  }

  std::vector<Lanes> sums_;
  std::vector<Lanes> late_;  // sum of the changes, each times the steps of the mean before it
  double steps_ = 0;
  float transition_sums_[kLabels + 1][kLabels] = {};
  ChainOptions options_;
  std::vector<uint8_t> live_;
  std::vector<std::vector<uint32_t>> seen_;
  uint32_t random_ = 1;
  std::vector<Lanes> scores_, forward_, backward_;
  float total_ = 0;
};

}  // namespace prose_training
