// Trains the weights of the attribution decoder: an averaged structured perceptron for each of its two chains.
//
//   train_prose DOCUMENTS OUT FOLDS EPOCHS     (called by train_prose.py, which writes DOCUMENTS)
//
// With FOLDS > 1 it first cross-validates over documents and prints overlap F1 of cues, sources and contents.  The
// features are the core's own.  The order of documents is fixed: the same input gives the same weights.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "core/prose/attribution_model.h"
#include "core/prose/blocks.h"
#include "core/text/lines.h"

using namespace article;

namespace {

struct Span {
  uint32_t begin, end;
};
struct Truth {
  std::vector<Span> cue, source, content;
};
struct Case {  // one sentence
  const std::string* text;
  Tokens tokens;
  std::vector<uint8_t> cues;
  std::vector<TokenRange> ranges;
  std::vector<std::vector<uint8_t>> spans;  // for each range
};
struct Doc {
  std::string text;
  std::vector<Truth> truths;
  std::vector<Case> cases;
};

template <uint32_t kLabels>
struct Weights {
  std::vector<float> now, sum;
  float transition[kLabels + 1][kLabels] = {}, transition_sum[kLabels + 1][kLabels] = {};
  double step = 1;
  Weights() : now((1U << kWeightBits) * kLabels), sum(now.size()) {}
  void update(const FeatureList& f, uint32_t label, float by) {
    for (uint32_t i = 0; i < f.count; ++i) {
      now[f.rows[i] * kLabels + label] += by;
      sum[f.rows[i] * kLabels + label] += static_cast<float>(by * step);
    }
  }
  void update_transition(uint32_t last, uint32_t label, float by) {
    transition[last][label] += by;
    transition_sum[last][label] += static_cast<float>(by * step);
  }
  void average() {
    for (size_t i = 0; i < now.size(); ++i) {
      now[i] -= static_cast<float>(sum[i] / step);
    }
    for (uint32_t a = 0; a <= kLabels; ++a) {
      for (uint32_t b = 0; b < kLabels; ++b) {
        transition[a][b] -= static_cast<float>(transition_sum[a][b] / step);
      }
    }
  }
  // As the extension sees them.
  void quantise() {
    float scale = scale_of();
    for (float& w : now) {
      w = std::max(-127.0F, std::min(127.0F, std::round(w * scale)));
    }
    for (auto& row : transition) {
      for (float& w : row) {
        w = std::round(w * scale);
      }
    }
  }
  float scale_of() const {
    std::vector<float> sizes;
    for (float w : now) {
      if (w != 0) {
        sizes.push_back(std::fabs(w));
      }
    }
    if (sizes.empty()) {
      return 1;
    }
    std::sort(sizes.begin(), sizes.end());
    return 127.0F / std::max(1e-6F, sizes[sizes.size() - 1 - sizes.size() / 1000]);
  }
};

template <uint32_t kLabels, class Features>
void decode_with(const Weights<kLabels>& w, uint32_t count, Features features, uint8_t* labels,
                 const uint8_t* gold = nullptr, float cost = 0) {
  FeatureList list;
  best_labels<kLabels, float>(
      count, w.transition,
      [&](uint32_t at, float* lanes) {
        if (!features(at, &list)) {
          for (uint32_t l = 1; l < kLabels; ++l) {
            lanes[l] = -1e6F;
          }
          return;
        }
        for (uint32_t i = 0; i < list.count; ++i) {
          for (uint32_t l = 0; l < kLabels; ++l) {
            lanes[l] += w.now[list.rows[i] * kLabels + l];
          }
        }
        if (gold != nullptr) {
          lanes[gold[at]] -= cost;
        }
      },
      labels);
}

template <uint32_t kLabels, class Features>
void learn(Weights<kLabels>* w, uint32_t count, Features features, const uint8_t* gold, float cost) {
  uint8_t labels[kMaxSentenceTokens];
  decode_with(*w, count, features, labels, gold, cost);
  w->step += 1;
  if (std::equal(labels, labels + count, gold)) {
    return;
  }
  FeatureList list;
  uint32_t last_gold = kLabels, last = kLabels;
  for (uint32_t i = 0; i < count; ++i) {
    if (labels[i] != gold[i] && features(i, &list)) {
      w->update(list, gold[i], 1);
      w->update(list, labels[i], -1);
    }
    if (labels[i] != gold[i] || last != last_gold) {
      w->update_transition(last_gold, gold[i], 1);
      w->update_transition(last, labels[i], -1);
    }
    last_gold = gold[i];
    last = labels[i];
  }
}

bool inside(const ProseToken& t, const std::vector<Span>& spans, bool* begins) {
  for (const Span& s : spans) {
    if (t.begin < s.end && t.end > s.begin) {
      *begins = t.begin <= s.begin;
      return true;
    }
  }
  return false;
}

void mark(const Tokens& tokens, const std::vector<Span>& spans, uint8_t label, std::vector<uint8_t>* labels) {
  bool before = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    bool begins = false;
    const bool in = inside(tokens[i], spans, &begins);
    if (in && (*labels)[i] == 0) {
      (*labels)[i] = static_cast<uint8_t>(before && !begins ? label + 1 : label);
    }
    before = in && (*labels)[i] != 0 && ((*labels)[i] == label || (*labels)[i] == label + 1);
  }
}

void prepare(Doc* doc) {
  auto* memory = std::pmr::new_delete_resource();
  const LanguageId en = language_of_tag("en");
  const auto lines = split_lines(doc->text, Interrupt{}, memory);
  const auto blocks = text_blocks(doc->text, lines, memory);
  std::pmr::vector<MarkPair> marks(memory);
  std::pmr::vector<QuoteSpan> quotes(memory);
  for (const ProseBlock& block : blocks) {
    std::pmr::vector<Sentence> sentences(memory);
    pair_marks(doc->text, block.begin, block.end, &marks);
    split_sentences(doc->text, block, en, marks, &sentences);
    find_quote_spans(doc->text, block, marks, &quotes);
    for (const Sentence& s : sentences) {
      Case c;
      c.text = &doc->text;
      read_tokens(doc->text, s, en, quotes, &c.tokens);
      c.cues.assign(c.tokens.size(), 0);
      for (const Truth& t : doc->truths) {
        if (t.cue.empty() || t.cue[0].begin < s.begin || t.cue[0].begin >= s.end) {
          continue;
        }
        std::vector<uint8_t> cue(c.tokens.size(), 0);
        mark(c.tokens, t.cue, 1, &cue);
        TokenRange range;
        for (uint32_t i = 0; i < cue.size(); ++i) {
          if (cue[i] != 0) {
            range.begin = range.empty() ? i : range.begin;
            range.end = i + 1;
          }
        }
        if (range.empty()) {
          continue;
        }
        for (uint32_t i = range.begin; i < range.end; ++i) {
          c.cues[i] = i == range.begin ? 1 : 2;
        }
        std::vector<uint8_t> spans(c.tokens.size(), 0);
        mark(c.tokens, t.source, 1, &spans);
        mark(c.tokens, t.content, 3, &spans);
        for (uint32_t i = range.begin; i < range.end; ++i) {
          spans[i] = 0;
        }
        for (size_t i = 0; i < spans.size(); ++i) {  // what goes on must have begun
          if (spans[i] != 0 && spans[i] % 2 == 0 &&
              (i == 0 || (spans[i - 1] != spans[i] && spans[i - 1] != spans[i] - 1))) {
            --spans[i];
          }
        }
        c.ranges.push_back(range);
        c.spans.push_back(spans);
      }
      for (size_t i = 0; i < c.cues.size(); ++i) {
        if (c.cues[i] == 2 && (i == 0 || c.cues[i - 1] == 0)) {
          c.cues[i] = 1;
        }
      }
      if (!c.tokens.empty()) {
        doc->cases.push_back(std::move(c));
      }
    }
  }
}

struct Model {
  Weights<kCueLabels> cue;
  Weights<kSpanLabels> span;
};

auto cue_reader(const Case& c) {
  return [&c](uint32_t at, FeatureList* list) {
    cue_features(*c.text, c.tokens, at, list);
    return true;
  };
}
auto span_reader(const Case& c, TokenRange range) {
  return [&c, range](uint32_t at, FeatureList* list) {
    if (at >= range.begin && at < range.end) {
      return false;
    }
    span_features(*c.text, c.tokens, range, at, list);
    return true;
  };
}

void train(const std::vector<Doc*>& docs, int epochs, float cost, Model* model) {
  uint32_t seed = 12345;
  std::vector<const Case*> cases;
  for (const Doc* d : docs) {
    for (const Case& c : d->cases) {
      cases.push_back(&c);
    }
  }
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = cases.size(); i > 1; --i) {
      seed = seed * 1664525U + 1013904223U;
      std::swap(cases[i - 1], cases[(seed >> 8U) % i]);
    }
    for (const Case* c : cases) {
      const auto count = static_cast<uint32_t>(c->tokens.size());
      learn(&model->cue, count, cue_reader(*c), c->cues.data(), cost);
      for (size_t r = 0; r < c->ranges.size(); ++r) {
        learn(&model->span, count, span_reader(*c, c->ranges[r]), c->spans[r].data(), 0.3F);
      }
    }
  }
  model->cue.average();
  model->span.average();
  model->cue.quantise();
  model->span.quantise();
}

void harden(Model* model, float by) {
  for (auto& row : model->cue.transition) {
    row[1] -= by;
  }
}

struct Score {
  double overlap = 0, truth = 0, found = 0;
  void add(const std::vector<std::vector<Span>>& t, const std::vector<Span>& f) {
    struct P {
      double o;
      size_t i, j;
    };
    std::vector<P> pairs;
    for (size_t i = 0; i < t.size(); ++i) {
      for (size_t j = 0; j < f.size(); ++j) {
        double best = 0, share = 0, size = f[j].end - f[j].begin;
        for (const Span& s : t[i]) {
          const double o = std::max(0.0, double(std::min(s.end, f[j].end)) - double(std::max(s.begin, f[j].begin)));
          share += o;
          size += s.end - s.begin;
          best = std::max(best, 2 * o / (s.end - s.begin + f[j].end - f[j].begin));
        }
        const double o = std::max(2 * share / size, best > 0.97 ? best : 0);
        if (share > 0) pairs.push_back({o, i, j});
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const P& a, const P& b) { return a.o > b.o; });
    std::vector<bool> ut(t.size()), uf(f.size());
    for (const P& p : pairs) {
      if (!ut[p.i] && !uf[p.j]) {
        ut[p.i] = uf[p.j] = true;
        overlap += p.o;
      }
    }
    truth += static_cast<double>(t.size());
    found += static_cast<double>(f.size());
  }
  double f1() const { return 2 * overlap / (truth + found); }
  void print(const char* name) const {
    std::printf("  %-8s F1 %.3f  P %.3f  R %.3f\n", name, 2 * overlap / (truth + found), overlap / found,
                overlap / truth);
  }
};

void test(const std::vector<Doc*>& docs, const Model& model, Score* cues, Score* sources, Score* contents) {
  uint8_t labels[kMaxSentenceTokens], spans[kMaxSentenceTokens];
  for (const Doc* d : docs) {
    std::vector<std::vector<Span>> tc, ts, tx;
    std::vector<Span> fc, fs, fx;
    for (const Truth& t : d->truths) {
      if (!t.cue.empty()) tc.push_back(t.cue);
      if (!t.content.empty()) tx.push_back(t.content);
      if (!t.source.empty() &&
          std::none_of(ts.begin(), ts.end(), [&](const auto& s) { return s[0].begin == t.source[0].begin; }))
        ts.push_back(t.source);
    }
    for (const Case& c : d->cases) {
      const auto count = static_cast<uint32_t>(c.tokens.size());
      decode_with(model.cue, count, cue_reader(c), labels);
      for (uint32_t i = 0; i < count; ++i) {
        if (labels[i] != 1) continue;
        TokenRange range{i, i + 1};
        while (range.end < count && labels[range.end] == 2) ++range.end;
        decode_with(model.span, count, span_reader(c, range), spans);
        const Attribution a = read_labels(c.tokens, range, spans);
        const auto bytes = [&](TokenRange r) { return Span{c.tokens[r.begin].begin, c.tokens[r.end - 1].end}; };
        if (a.content.empty()) continue;
        fc.push_back(bytes(a.cue));
        fx.push_back(bytes(a.content));
        if (!a.source.empty()) {
          const Span s = bytes(a.source);
          if (std::none_of(fs.begin(), fs.end(), [&](const Span& o) { return o.begin == s.begin && o.end == s.end; }))
            fs.push_back(s);
        }
      }
    }
    cues->add(tc, fc);
    sources->add(ts, fs);
    contents->add(tx, fx);
  }
}

std::vector<Doc> read_docs(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<Doc> docs;
  size_t bytes = 0, truths = 0;
  while (in >> bytes >> truths) {
    in.get();
    Doc doc;
    doc.text.resize(bytes);
    in.read(&doc.text[0], static_cast<std::streamsize>(bytes));
    for (size_t i = 0; i < truths; ++i) {
      Truth t;
      for (auto* part : {&t.cue, &t.source, &t.content}) {
        size_t n = 0;
        in >> n;
        for (size_t k = 0; k < n; ++k) {
          Span s{};
          in >> s.begin >> s.end;
          part->push_back(s);
        }
      }
      doc.truths.push_back(t);
    }
    docs.push_back(std::move(doc));
  }
  return docs;
}

void write(const char* path, const Model& model) {
  std::ofstream out(path, std::ios::binary);
  out << "PRW1" << static_cast<char>(kWeightBits);
  const auto put16 = [&](float w) {
    const int value = static_cast<int>(std::max(-32000.0F, std::min(32000.0F, w)));
    out.put(static_cast<char>(value & 0xFF)).put(static_cast<char>((value >> 8) & 0xFF));
  };
  for (const auto& row : model.cue.transition)
    for (float w : row) put16(w);
  for (const auto& row : model.span.transition)
    for (float w : row) put16(w);
  for (float w : model.cue.now) out.put(static_cast<char>(static_cast<int8_t>(w)));
  for (float w : model.span.now) out.put(static_cast<char>(static_cast<int8_t>(w)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: train_prose DOCUMENTS OUT FOLDS EPOCHS COST\n");
    return 2;
  }
  std::vector<Doc> docs = read_docs(argv[1]);
  const int folds = std::atoi(argv[3]), epochs = std::atoi(argv[4]);
  const auto cost = static_cast<float>(std::atof(argv[5]));
  for (Doc& d : docs) prepare(&d);
  // How much harder a cue begins than the perceptron says: the whole number that gives the best sum over the folds.
  constexpr int kBiases = 8;
  constexpr float kBiasStep = 100;
  Score cues[kBiases], sources[kBiases], contents[kBiases];
  int best = 0;
  for (int fold = 0; fold < folds && folds > 1; ++fold) {
    std::vector<Doc*> in, out;
    for (size_t i = 0; i < docs.size(); ++i) (static_cast<int>(i) % folds == fold ? out : in).push_back(&docs[i]);
    Model model;
    train(in, epochs, cost, &model);
    for (int b = 0; b < kBiases; ++b) {
      test(out, model, &cues[b], &sources[b], &contents[b]);
      harden(&model, kBiasStep);
    }
  }
  if (folds > 1) {
    std::printf("cross-validated over %zu documents, %d folds, %d epochs, overlap:\n", docs.size(), folds, epochs);
    for (int b = 0; b < kBiases; ++b) {
      best =
          cues[b].f1() + sources[b].f1() + contents[b].f1() > cues[best].f1() + sources[best].f1() + contents[best].f1()
              ? b
              : best;
    }
    std::printf(" at a bias of %.0f\n", static_cast<double>(best * kBiasStep));
    cues[best].print("cue"), sources[best].print("source"), contents[best].print("content");
    std::fflush(stdout);
  }
  if (std::strcmp(argv[2], "-") != 0) {
    std::vector<Doc*> all;
    for (Doc& d : docs) all.push_back(&d);
    Model model;
    train(all, epochs, cost, &model);
    harden(&model, kBiasStep * static_cast<float>(best));
    write(argv[2], model);
  }
}
