// Gradient boosting of oblivious trees over columns of bytes, for the trainer of the line reader.
//
// A tree asks the same `depth` questions of every row: "is column c of the row `offset` rows on greater than t?"; the
// answers are the bits of the leaf's number.  Such a forest is evaluated column by column, sixteen rows at once
// (core/roles/forest.h). Rows lie in padded columns, so that a row's neighbours are found by adding the offset.
//
// The result depends on its input alone, not on the number of threads: a question is weighed by one thread.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <thread>
#include <vector>

namespace {

struct Random {  // splitmix64
  uint64_t state;
  uint64_t next() {
    uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  bool chance(float share) { return static_cast<float>(next() >> 40U) < share * 16777216.0F; }
};

}  // namespace

extern "C" {

struct BoostParams {
  int32_t trees, depth, outputs, softmax;
  int32_t bins, threads;
  float rate, lambda, row_share, column_share, min_weight, leaf_limit;
  uint64_t seed;
};

struct BoostData {
  uint64_t padded_rows;
  const uint8_t* columns;  // column after column, padded_rows each
  const int32_t* question_column;
  const int32_t* question_offset;
  uint64_t questions;
  const uint32_t* rows;  // in the padded columns
  uint64_t row_count;
  const float* targets;  // row_count x outputs
  const float* weights;  // row_count
};

struct BoostTrees {
  int32_t* question;   // trees x depth
  uint8_t* threshold;  // trees x depth
  float* leaves;       // trees x 2^depth x outputs
};

}  // extern "C"

namespace {

struct Candidate {
  double gain = -1;
  int32_t question = -1;
  uint8_t threshold = 0;
};

class Booster {
 public:
  Booster(const BoostParams& params, const BoostData& data, BoostTrees* trees, float* scores)
      : p_(params), d_(data), trees_(trees), scores_(scores), k_(static_cast<size_t>(params.outputs)) {
    choose_cuts();
  }

  void run() {
    Random random{p_.seed};
    gradients_.resize(d_.row_count * (k_ + 1));
    all_leaf_.resize(d_.row_count);
    for (int32_t t = 0; t < p_.trees; ++t) {
      fill_gradients();
      sample_.clear();
      for (uint64_t r = 0; r < d_.row_count; ++r) {
        if (random.chance(p_.row_share)) {
          sample_.push_back(static_cast<uint32_t>(r));
        }
      }
      asked_.clear();
      for (uint64_t q = 0; q < d_.questions; ++q) {
        if (random.chance(p_.column_share)) {
          asked_.push_back(static_cast<int32_t>(q));
        }
      }
      grow(t);
      fill_leaves(t);
    }
  }

 private:
  // Cut points of each column: every value where there are few, else quantiles of the rows.
  void choose_cuts() {
    int32_t columns = 0;
    for (uint64_t q = 0; q < d_.questions; ++q) {
      columns = std::max(columns, d_.question_column[q] + 1);
    }
    bin_of_.resize(static_cast<size_t>(columns) * 256);
    cuts_.resize(static_cast<size_t>(columns));
    for (int32_t c = 0; c < columns; ++c) {
      const uint8_t* column = d_.columns + static_cast<uint64_t>(c) * d_.padded_rows;
      uint64_t counts[256] = {};
      for (uint64_t r = 0; r < d_.row_count; ++r) {
        ++counts[column[d_.rows[r]]];
      }
      counts[0] += 1;  // rows outside of a page are zero
      uint64_t total = 0;
      int32_t distinct = 0;
      for (const uint64_t n : counts) {
        total += n;
        distinct += n != 0 ? 1 : 0;
      }
      std::vector<uint8_t>& cuts = cuts_[static_cast<size_t>(c)];
      uint64_t since = 0;
      int32_t left = p_.bins - 1;
      uint64_t rest = total;
      for (int32_t v = 0; v < 255; ++v) {
        since += counts[v];
        const bool enough = distinct <= p_.bins ? counts[v] != 0 : since * static_cast<uint64_t>(left + 1) >= rest;
        if (enough && since != 0 && left > 0 && since < rest) {
          cuts.push_back(static_cast<uint8_t>(v));
          rest -= since;
          since = 0;
          --left;
        }
      }
      size_t bin = 0;
      for (size_t v = 0; v < 256; ++v) {
        bin_of_[static_cast<size_t>(c) * 256 + v] = static_cast<uint8_t>(bin);
        bin += bin < cuts.size() && cuts[bin] == v ? 1U : 0U;
      }
    }
  }

  void fill_gradients() {  // of each row: k gradients and one weight of second order for the search
    std::vector<float> p(k_);
    for (uint64_t r = 0; r < d_.row_count; ++r) {
      probabilities(scores_ + r * k_, p.data());
      float* out = &gradients_[r * (k_ + 1)];
      float second = 0;
      for (size_t k = 0; k < k_; ++k) {
        out[k] = (p[k] - d_.targets[r * k_ + k]) * d_.weights[r];
        second += p[k] * (1 - p[k]);
      }
      out[k_] = second * d_.weights[r];
    }
  }

  void probabilities(const float* scores, float* p) const {
    if (p_.softmax == 0) {
      for (size_t k = 0; k < k_; ++k) {
        p[k] = 1.0F / (1.0F + std::exp(-scores[k]));
      }
      return;
    }
    const float most = *std::max_element(scores, scores + k_);
    float sum = 0;
    for (size_t k = 0; k < k_; ++k) {
      p[k] = std::exp(scores[k] - most);
      sum += p[k];
    }
    for (size_t k = 0; k < k_; ++k) {
      p[k] /= sum;
    }
  }

  void grow(int32_t tree) {
    leaf_.assign(sample_.size(), 0);
    std::fill(all_leaf_.begin(), all_leaf_.end(), 0);
    // Gathered once a tree, so that the search reads memory in order.
    sampled_gradients_.resize(sample_.size() * (k_ + 1));
    sampled_rows_.resize(sample_.size());
    for (size_t i = 0; i < sample_.size(); ++i) {
      std::memcpy(&sampled_gradients_[i * (k_ + 1)], &gradients_[sample_[i] * (k_ + 1)], (k_ + 1) * sizeof(float));
      sampled_rows_[i] = d_.rows[sample_[i]];
    }
    for (int32_t level = 0; level < p_.depth; ++level) {
      const Candidate best = search(level);
      const size_t slot = static_cast<size_t>(tree * p_.depth + level);
      trees_->question[slot] = best.question < 0 ? 0 : best.question;
      trees_->threshold[slot] = best.question < 0 ? 255 : best.threshold;
      if (best.question < 0) {
        continue;
      }
      const uint8_t* column = column_of(best.question);
      for (size_t i = 0; i < sample_.size(); ++i) {
        leaf_[i] = static_cast<uint8_t>(leaf_[i] | (column[sampled_rows_[i]] > best.threshold ? 1U << level : 0U));
      }
      for (uint64_t r = 0; r < d_.row_count; ++r) {
        all_leaf_[r] = static_cast<uint8_t>(all_leaf_[r] | (column[d_.rows[r]] > best.threshold ? 1U << level : 0U));
      }
    }
  }

  const uint8_t* column_of(int32_t question) const {
    return d_.columns + static_cast<int64_t>(d_.question_column[question]) * static_cast<int64_t>(d_.padded_rows) +
           d_.question_offset[question];
  }

  Candidate search(int32_t level) {
    const size_t workers = static_cast<size_t>(std::max(1, p_.threads));
    std::vector<std::vector<Candidate>> found(workers, std::vector<Candidate>());
    std::vector<std::thread> threads;
    std::vector<Candidate> results(asked_.size());
    const auto work = [&](size_t worker) {
      std::vector<float> histogram;
      for (size_t i = worker; i < asked_.size(); i += workers) {
        results[i] = weigh(asked_[i], level, &histogram);
      }
    };
    for (size_t w = 1; w < workers; ++w) {
      threads.emplace_back(work, w);
    }
    work(0);
    for (std::thread& thread : threads) {
      thread.join();
    }
    Candidate best;
    for (const Candidate& candidate : results) {
      if (candidate.gain > best.gain) {
        best = candidate;
      }
    }
    return best.gain > 0 ? best : Candidate{};
  }

  // The best threshold of one question.
  Candidate weigh(int32_t question, int32_t level, std::vector<float>* histogram) const {
    const auto c = static_cast<size_t>(d_.question_column[question]);
    const std::vector<uint8_t>& cuts = cuts_[c];
    const size_t bins = cuts.size() + 1;
    Candidate best;
    if (bins < 2) {
      return best;
    }
    const size_t leaves = size_t{1} << level;
    const size_t width = k_ + 1;
    histogram->assign(leaves * bins * width, 0.0F);
    const uint8_t* column = column_of(question);
    const uint8_t* bin_of = &bin_of_[c * 256];
    float* sums = histogram->data();
    if (k_ == 1) {
      for (size_t i = 0; i < sampled_rows_.size(); ++i) {
        float* cell = sums + (leaf_[i] * bins + bin_of[column[sampled_rows_[i]]]) * 2;
        cell[0] += sampled_gradients_[i * 2];
        cell[1] += sampled_gradients_[i * 2 + 1];
      }
    } else {
      for (size_t i = 0; i < sampled_rows_.size(); ++i) {
        float* cell = sums + (leaf_[i] * bins + bin_of[column[sampled_rows_[i]]]) * width;
        const float* gradient = &sampled_gradients_[i * width];
        for (size_t k = 0; k < width; ++k) {
          cell[k] += gradient[k];
        }
      }
    }
    std::vector<double> gains(cuts.size(), 0.0);
    std::vector<double> below(width);
    std::vector<double> total(width);
    double before = 0;
    for (size_t leaf = 0; leaf < leaves; ++leaf) {
      std::fill(total.begin(), total.end(), 0.0);
      std::fill(below.begin(), below.end(), 0.0);
      for (size_t b = 0; b < bins; ++b) {
        for (size_t k = 0; k < width; ++k) {
          total[k] += sums[(leaf * bins + b) * width + k];
        }
      }
      const double base = quality(total.data(), nullptr);
      before += base;
      for (size_t b = 0; b + 1 < bins; ++b) {
        for (size_t k = 0; k < width; ++k) {
          below[k] += sums[(leaf * bins + b) * width + k];
        }
        const bool thin = below[k_] < p_.min_weight || total[k_] - below[k_] < p_.min_weight;
        gains[b] += thin ? base : quality(below.data(), nullptr) + quality(total.data(), below.data());
      }
    }
    for (size_t b = 0; b < cuts.size(); ++b) {
      if (gains[b] - before > best.gain) {
        best = {gains[b] - before, question, cuts[b]};
      }
    }
    return best;
  }

  // Sum over the outputs of G*G / (H + lambda), of `all` less `part`.
  double quality(const double* all, const double* part) const {
    double sum = 0;
    for (size_t k = 0; k < k_; ++k) {
      const double g = part == nullptr ? all[k] : all[k] - part[k];
      sum += g * g;
    }
    const double h = part == nullptr ? all[k_] : all[k_] - part[k_];
    return sum / (h / static_cast<double>(k_) + static_cast<double>(p_.lambda));
  }

  void fill_leaves(int32_t tree) {
    const size_t leaves = size_t{1} << p_.depth;
    std::vector<double> first(leaves * k_, 0.0);
    std::vector<double> second(leaves * k_, 0.0);
    std::vector<float> p(k_);
    for (uint64_t r = 0; r < d_.row_count; ++r) {
      probabilities(scores_ + r * k_, p.data());
      for (size_t k = 0; k < k_; ++k) {
        first[all_leaf_[r] * k_ + k] += gradients_[r * (k_ + 1) + k];
        second[all_leaf_[r] * k_ + k] += p[k] * (1 - p[k]) * d_.weights[r];
      }
    }
    float* out = trees_->leaves + static_cast<size_t>(tree) * leaves * k_;
    for (size_t i = 0; i < leaves * k_; ++i) {
      const double step = -first[i] / (second[i] + static_cast<double>(p_.lambda));
      out[i] = static_cast<float>(std::max(-1.0, std::min(1.0, step / p_.leaf_limit)) * p_.leaf_limit * p_.rate);
    }
    for (uint64_t r = 0; r < d_.row_count; ++r) {
      for (size_t k = 0; k < k_; ++k) {
        scores_[r * k_ + k] += out[all_leaf_[r] * k_ + k];
      }
    }
  }

  const BoostParams& p_;
  const BoostData& d_;
  BoostTrees* trees_;
  float* scores_;
  size_t k_;
  std::vector<uint8_t> bin_of_;  // column x value
  std::vector<std::vector<uint8_t>> cuts_;
  std::vector<float> gradients_;
  std::vector<float> sampled_gradients_;
  std::vector<uint32_t> sample_;
  std::vector<uint32_t> sampled_rows_;
  std::vector<int32_t> asked_;
  std::vector<uint8_t> leaf_;
  std::vector<uint8_t> all_leaf_;
};

}  // namespace

extern "C" {

// scores: row_count x outputs; what the forest is added to, then the result.
__attribute__((visibility("default"))) void boost_train(const BoostParams* params, const BoostData* data,
                                                        BoostTrees* trees, float* scores) {
  Booster(*params, *data, trees, scores).run();
}

// Adds the forest to scores[row_count x outputs].
__attribute__((visibility("default"))) void boost_score(const BoostParams* params, const BoostData* data,
                                                        const BoostTrees* trees, float* scores) {
  const auto k = static_cast<size_t>(params->outputs);
  const size_t leaves = size_t{1} << params->depth;
  std::vector<uint8_t> leaf(data->row_count);
  for (int32_t t = 0; t < params->trees; ++t) {
    std::fill(leaf.begin(), leaf.end(), 0);
    for (int32_t level = 0; level < params->depth; ++level) {
      const int32_t question = trees->question[t * params->depth + level];
      const uint8_t threshold = trees->threshold[t * params->depth + level];
      const uint8_t* column =
          data->columns +
          static_cast<int64_t>(data->question_column[question]) * static_cast<int64_t>(data->padded_rows) +
          data->question_offset[question];
      for (uint64_t r = 0; r < data->row_count; ++r) {
        leaf[r] = static_cast<uint8_t>(leaf[r] | (column[data->rows[r]] > threshold ? 1U << level : 0U));
      }
    }
    const float* values = trees->leaves + static_cast<size_t>(t) * leaves * k;
    for (uint64_t r = 0; r < data->row_count; ++r) {
      for (size_t o = 0; o < k; ++o) {
        scores[r * k + o] += values[leaf[r] * k + o];
      }
    }
  }
}

// Multinomial logistic regression over hashed features by AdaGrad, rows in the given order; table: features x outputs.
__attribute__((visibility("default"))) void lexical_train(const uint32_t* first, const uint32_t* features,
                                                          const float* targets, const float* weights,
                                                          uint64_t row_count, const uint32_t* order,
                                                          uint64_t order_count, uint64_t feature_count, int32_t outputs,
                                                          float rate, float decay, float* table, float* bias) {
  const auto k = static_cast<size_t>(outputs);
  std::vector<float> squares(feature_count * k, 1e-4F);
  std::vector<float> bias_squares(k, 1e-2F);
  std::vector<float> p(k);
  (void)row_count;
  for (uint64_t i = 0; i < order_count; ++i) {
    const uint32_t r = order[i];
    const uint32_t* begin = features + first[r];
    const uint32_t* end = features + first[r + 1];
    if (begin == end) {
      continue;
    }
    const float scale = 1.0F / std::sqrt(static_cast<float>(end - begin));
    std::copy(bias, bias + k, p.begin());
    for (const uint32_t* f = begin; f != end; ++f) {
      for (size_t o = 0; o < k; ++o) {
        p[o] += table[*f * k + o] * scale;
      }
    }
    const float most = *std::max_element(p.begin(), p.end());
    float sum = 0;
    for (float& x : p) {
      x = std::exp(x - most);
      sum += x;
    }
    for (size_t o = 0; o < k; ++o) {
      p[o] = (p[o] / sum - targets[r * k + o]) * weights[r];
      bias_squares[o] += p[o] * p[o];
      bias[o] -= rate * p[o] / std::sqrt(bias_squares[o]);
    }
    for (const uint32_t* f = begin; f != end; ++f) {
      for (size_t o = 0; o < k; ++o) {
        const float gradient = p[o] * scale + decay * table[*f * k + o];
        squares[*f * k + o] += gradient * gradient;
        table[*f * k + o] -= rate * gradient / std::sqrt(squares[*f * k + o]);
      }
    }
  }
}

}  // extern "C"
