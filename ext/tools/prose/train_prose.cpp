// Trains the weights of the attribution decoder (core/prose/attribution_model.h).  Called by train_prose.py.
//
//   train_prose train DOCUMENTS OUT.bin EPOCHS BIAS          weights from all documents
//   train_prose test DOCUMENTS ROWS EPOCHS FOLDS BIAS...     for each fold and bias the rows of article_quotes on the
//                                                            documents that the weights have not seen
//
// ROWS: "BIAS-NUMBER DOCUMENT KIND" and the bounds of quote, speaker and cue, in bytes; -1: none.  The features are the
// core's own.  The order of documents is fixed: the same input gives the same weights.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <unordered_map>

#include "core/prose/prose.h"
#include "core/text/lines.h"
#include "corpus.h"
#include "pack.h"

namespace prose_training {

namespace {

constexpr uint32_t kFewest = 2;      // times that a feature must be seen
constexpr int kSelectionEpochs = 3;  // before the features that keep a row are chosen
constexpr uint32_t kKnownUses = 30;  // of a word, from which on it can be taken to begin no cue
constexpr double kRareCue = 0.0005;  // share of its uses below which it is

// Features by number; those that are too rare have none.
class FeatureIndex {
 public:
  void count(uint32_t hash) { ++counts_[hash]; }
  void close() {
    for (const auto& [hash, count] : counts_) {
      if (count >= kFewest) {
        hashes.push_back(hash);
      }
    }
    std::sort(hashes.begin(), hashes.end());
    for (uint32_t i = 0; i < hashes.size(); ++i) {
      numbers_[hashes[i]] = i;
    }
    counts.resize(hashes.size());
    for (uint32_t i = 0; i < hashes.size(); ++i) {
      counts[i] = counts_[hashes[i]];
    }
  }
  void add(uint32_t hash, std::vector<uint32_t>* out) const {
    const auto at = numbers_.find(hash);
    if (at != numbers_.end()) {
      out->push_back(at->second);
    }
  }
  std::vector<uint32_t> hashes;
  std::vector<uint32_t> counts;

 private:
  std::unordered_map<uint32_t, uint32_t> counts_, numbers_;
};

struct Example {
  std::vector<Sequence> screens;  // one token each
  Sequence cues;
  std::vector<Sequence> spans;
};

std::vector<uint8_t> never_cue(const std::vector<const Doc*>& docs) {
  std::unordered_map<uint32_t, std::pair<uint32_t, uint32_t>> seen;  // times, times as the first of a cue
  for (const Doc* doc : docs) {
    for (const Sentence& sentence : doc->sentences) {
      for (size_t i = 0; i < sentence.tokens.size(); ++i) {
        auto& entry = seen[sentence.tokens[i].hash];
        entry.first += 1;
        entry.second += sentence.cues[i] == 1 ? 1 : 0;
      }
    }
  }
  std::vector<uint8_t> bits(article::kNeverCueBits / 8);
  for (const auto& [hash, entry] : seen) {
    if (entry.first >= kKnownUses && entry.second < kRareCue * entry.first) {
      const uint32_t bit = hash % article::kNeverCueBits;
      bits[bit / 8] = static_cast<uint8_t>(bits[bit / 8] | 1U << (bit % 8));
    }
  }
  return bits;
}

class Trainer {
 public:
  explicit Trainer(const std::vector<const Doc*>& docs) : never_cue_(never_cue(docs)) {
    for (const Doc* doc : docs) {
      for (const Sentence& sentence : doc->sentences) {
        visit(*doc, sentence, nullptr);
      }
    }
    screen_index_.close();
    cue_index_.close();
    span_index_.close();
    for (const Doc* doc : docs) {
      for (const Sentence& sentence : doc->sentences) {
        examples_.emplace_back();
        visit(*doc, sentence, &examples_.back());
      }
    }
  }

  void train(int epochs) {
    screens_.emplace_back(screen_index_.hashes.size(), ChainOptions{});
    cues_.emplace_back(cue_index_.hashes.size(), ChainOptions{});
    spans_.emplace_back(span_index_.hashes.size(), ChainOptions{});
    run(kSelectionEpochs);
    screens_[0].keep_only(winners(screen_index_, screens_[0].weights, article::kScreenRowBits));
    cues_[0].keep_only(winners(cue_index_, cues_[0].weights, article::kCueRowBits));
    spans_[0].keep_only(winners(span_index_, spans_[0].weights, article::kSpanRowBits));
    run(epochs / 3);
    screens_[0].begin_mean();
    cues_[0].begin_mean();
    spans_[0].begin_mean();
    run(epochs - epochs / 3);
    screens_[0].take_mean();
    cues_[0].take_mean();
    spans_[0].take_mean();
  }

  PackedWeights packed(float bias) const {
    return pack({&screens_[0], &screen_index_.hashes}, {&cues_[0], &cue_index_.hashes},
                {&spans_[0], &span_index_.hashes}, never_cue_, bias);
  }

 private:
  // Counts the features, or with `out` reads them.
  void visit(const Doc& doc, const Sentence& sentence, Example* out) {
    codes_.read(doc.text, sentence.tokens);
    visit_cues(doc, sentence, out);
    for (size_t i = 0; i < sentence.ranges.size(); ++i) {
      if (out != nullptr) {
        out->spans.emplace_back();
        out->spans.back().gold = sentence.spans[i];
      }
      visit_spans(sentence, sentence.ranges[i], out == nullptr ? nullptr : &out->spans.back());
    }
  }

  void visit_cues(const Doc& doc, const Sentence& sentence, Example* out) {
    uint32_t reach = 0;
    if (out != nullptr) {
      out->cues.gold = sentence.cues;
    }
    for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
      const bool may_begin = article::may_begin_cue(never_cue_.data(), sentence.tokens[at], at == 0);
      if (may_begin) {
        reach = at + article::kCueReach + 1;
        visit_screen(doc, sentence, at, out);
      }
      const bool open = at < reach;
      std::vector<uint32_t>* list = begin(out == nullptr ? nullptr : &out->cues, at, open);
      if (open) {
        const uint32_t stem = article::stem_of(doc.text, sentence.tokens[at]);
        const auto add = [&](uint32_t hash) { see(&cue_index_, hash, list); };
        article::cue_word_features(codes_[at], stem, add);
        article::cue_place_features(sentence.tokens, codes_, stem, at, add);
      }
    }
  }

  void visit_screen(const Doc& doc, const Sentence& sentence, uint32_t at, Example* out) {
    std::vector<uint32_t> list;
    const auto add = [&](uint32_t hash) { see(&screen_index_, hash, out == nullptr ? nullptr : &list); };
    article::screen_word_features(codes_[at], article::stem_of(doc.text, sentence.tokens[at]), add);
    article::screen_place_features(codes_, at, add);
    if (out != nullptr) {
      out->screens.push_back({{list}, {1}, {static_cast<uint8_t>(sentence.cues[at] == 1 ? 1 : 0)}});
    }
  }

  void visit_spans(const Sentence& sentence, article::TokenRange cue, Sequence* out) {
    const article::CueFrame frame = article::read_cue(sentence.tokens, codes_, cue);
    for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
      const bool open = at < cue.begin || at >= cue.end;
      std::vector<uint32_t>* list = begin(out, at, open);
      if (open) {
        article::span_features(sentence.tokens, codes_, frame, at,
                               [&](uint32_t hash) { see(&span_index_, hash, list); });
      }
    }
  }

  // A token that is not open has label 0, and what goes on behind it has begun there.
  static std::vector<uint32_t>* begin(Sequence* out, size_t at, bool open) {
    if (out == nullptr) {
      return nullptr;
    }
    out->features.emplace_back();
    out->open.push_back(open ? 1 : 0);
    uint8_t& gold = out->gold[at];
    gold = open ? gold : 0;
    if (gold != 0 && gold % 2 == 0 && (at == 0 || (out->gold[at - 1] != gold && out->gold[at - 1] != gold - 1))) {
      --gold;
    }
    return &out->features.back();
  }

  static void see(FeatureIndex* index, uint32_t hash, std::vector<uint32_t>* list) {
    if (list == nullptr) {
      index->count(hash);
    } else {
      index->add(hash, list);
    }
  }

  void run(int epochs) {
    std::vector<const Example*> order;
    for (const Example& example : examples_) {
      order.push_back(&example);
    }
    uint32_t seed = 12345;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) {
        seed = seed * 1664525U + 1013904223U;
        std::swap(order[i - 1], order[(seed >> 8U) % i]);
      }
      for (const Example* example : order) {
        for (const Sequence& screen : example->screens) {
          screens_[0].learn(screen);
        }
        cues_[0].learn(example->cues);
        for (const Sequence& spans : example->spans) {
          spans_[0].learn(spans);
        }
      }
    }
  }

  // Of the features that share a row, the one that says most.
  template <class Lanes>
  static std::vector<uint8_t> winners(const FeatureIndex& index, const std::vector<Lanes>& weights, uint32_t bits) {
    std::vector<float> best(1U << bits, 0);
    std::vector<uint32_t> who(1U << bits, 0);
    for (uint32_t i = 0; i < index.hashes.size(); ++i) {
      float size = 0;
      for (const float weight : weights[i]) {
        size = std::max(size, std::fabs(weight));
      }
      size *= std::sqrt(static_cast<float>(index.counts[i]));
      const uint32_t row = index.hashes[i] >> (32 - bits);
      if (size > best[row]) {
        best[row] = size;
        who[row] = i;
      }
    }
    std::vector<uint8_t> live(index.hashes.size(), 0);
    for (uint32_t row = 0; row < best.size(); ++row) {
      if (best[row] > 0) {
        live[who[row]] = 1;
      }
    }
    return live;
  }

  std::vector<uint8_t> never_cue_;
  article::TokenCodes codes_;
  FeatureIndex screen_index_, cue_index_, span_index_;
  std::vector<Example> examples_;
  std::vector<ScreenChain> screens_;
  std::vector<CueChain> cues_;
  std::vector<SpanChain> spans_;
};

void print_rows(std::FILE* out, size_t bias, size_t number, const Doc& doc, const PackedWeights& packed) {
  auto* memory = std::pmr::new_delete_resource();
  const article::LanguageId english = article::language_of_tag("en");
  const article::Interrupt interrupt;
  const auto lines = article::split_lines(doc.text, interrupt, memory);
  article::Prose prose(doc.text, article::text_blocks(doc.text, lines, memory), english, memory);
  const article::AttributionWeights weights = packed.weights();
  const auto bound = [](uint32_t value) { return value == article::kNoPosition ? -1L : static_cast<long>(value); };
  for (const article::Quote& quote :
       article::find_quotes(doc.text, prose.blocks(), prose.sentences(interrupt), prose.names(interrupt), english,
                            interrupt, memory, weights)) {
    std::fprintf(out, "%zu %zu %s", bias, number, article::quote_kind_name(quote.kind));
    for (const article::ByteSpan& span : {quote.quote, quote.speaker, quote.cue}) {
      std::fprintf(out, " %ld %ld", bound(span.begin), bound(span.end));
    }
    std::fputc('\n', out);
  }
}

int test(const std::vector<Doc>& docs, const char* path, int epochs, size_t folds, const std::vector<float>& biases) {
  std::FILE* out = std::fopen(path, "w");
  if (out == nullptr) {
    return 1;
  }
  for (size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Doc*> seen;
    for (size_t i = 0; i < docs.size(); ++i) {
      if (i % folds != fold) {
        seen.push_back(&docs[i]);
      }
    }
    Trainer trainer(seen);
    trainer.train(epochs);
    for (size_t bias = 0; bias < biases.size(); ++bias) {
      const PackedWeights packed = trainer.packed(biases[bias]);
      for (size_t i = fold; i < docs.size(); i += folds) {
        print_rows(out, bias, i, docs[i], packed);
      }
    }
  }
  return std::fclose(out);
}

int run(int argc, char** argv) {
  const std::vector<Doc> docs = read_docs(argv[2]);
  const int epochs = std::atoi(argv[4]);
  if (std::strcmp(argv[1], "test") == 0) {
    std::vector<float> biases;
    for (int i = 6; i < argc; ++i) {
      biases.push_back(static_cast<float>(std::atof(argv[i])));
    }
    return test(docs, argv[3], epochs, static_cast<size_t>(std::atoi(argv[5])), biases);
  }
  std::vector<const Doc*> all;
  for (const Doc& doc : docs) {
    all.push_back(&doc);
  }
  Trainer trainer(all);
  trainer.train(epochs);
  write_weights(argv[3], trainer.packed(static_cast<float>(std::atof(argv[5]))));
  return 0;
}

}  // namespace

}  // namespace prose_training

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fprintf(stderr, "usage: see train_prose.cpp\n");
    return 2;
  }
  return prose_training::run(argc, argv);
}
