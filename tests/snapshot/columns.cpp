// The numbers that the line reader and the rankings judge by, read through the libraries of their trainers
// (ext/tools/reader/probe.cpp, ext/tools/fields/probe.cpp), which are linked in.
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "core/roles/evidence.h"
#include "snapshot/measures.h"
#include "snapshot/texts.h"
#include "snapshot/words.h"

extern "C" {
size_t reader_column_count();
const char* reader_column_name(size_t column);
void* reader_open(const char* text, size_t length);
void reader_close(void* handle);
size_t reader_units(const void* handle);
void reader_columns(const void* handle, uint8_t* out);
size_t reader_lexical_features(const void* handle, uint32_t* count, uint32_t* hashes);
void reader_lexical_columns(const void* handle, uint32_t bits, const float* scale, const float* bias,
                            const int8_t* weights, uint8_t* out);
void reader_neighbour_columns(const void* handle, const float* logits, uint8_t* out);
size_t fields_feature_count(int ranking);
size_t fields_roles(const char* text, size_t length, int32_t* roles, size_t capacity);
size_t fields_candidates(const char* text, size_t length, const int32_t* roles, size_t role_count, int ranking,
                         int16_t* features, int64_t* spans, size_t capacity);
}

namespace article::test {

namespace {

const std::vector<std::vector<std::string>>& ranking_names() {
  static const std::vector<std::vector<std::string>> names = {
#define ARTICLE_HEADLINE_FEATURE(name) #name,
      {
#include "core/fields/headline_features.def"
      },
#define ARTICLE_DATE_FEATURE(name) #name,
      {
#include "core/fields/date_features.def"
      },
#define ARTICLE_BYLINE_FEATURE(name) #name,
      {
#include "core/fields/byline_features.def"
      },
#define ARTICLE_ITEM_FEATURE(name) #name,
      {
#include "core/lists/item_features.def"
      },
#define ARTICLE_HEADING_FEATURE(name) #name,
      {
#include "core/lists/heading_features.def"
      },
  };
  return names;
}
constexpr const char* kRankings[] = {"headline", "date", "byline", "item", "heading"};

class Column {
 public:
  void add(int64_t value) {
    ++count_;
    not_zero_ += value != 0 ? 1 : 0;
    sum_ += value;
    const char bytes[] = {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8U & 0xFF),
                          static_cast<char>(value >> 16U & 0xFF), static_cast<char>(value >> 24U & 0xFF)};
    digest_.add({bytes, sizeof(bytes)});
  }
  std::string shown() const {
    char out[120];
    std::snprintf(out, sizeof(out), "%zu of %zu, sum %" PRId64 ", %016" PRIx64, not_zero_, count_, sum_,
                  digest_.value());
    return out;
  }

 private:
  size_t count_ = 0;
  size_t not_zero_ = 0;
  int64_t sum_ = 0;
  Digest digest_;
};

using ColumnMap = std::map<std::pair<std::string, std::string>, Column>;

class LineColumns {
 public:
  explicit LineColumns(ColumnMap* out) : out_(*out) {}

  void read(std::string_view text) {
    const std::unique_ptr<void, void (*)(void*)> page(reader_open(text.data(), text.size()), reader_close);
    const size_t units = reader_units(page.get());
    if (units == 0) {
      return;
    }
    std::vector<uint8_t> bytes(units * reader_column_count());
    reader_columns(page.get(), bytes.data());
    for (size_t i = 0; i < bytes.size(); ++i) {
      out_[{"line", reader_column_name(i / units)}].add(bytes[i]);
    }
    read_words(page.get(), units);
    read_evidence(page.get(), units);
  }

 private:
  void read_words(const void* page, size_t units) {
    std::vector<uint32_t> counts(units);
    std::vector<uint32_t> hashes(units * kMaxLexicalFeatures);
    hashes.resize(reader_lexical_features(page, counts.data(), hashes.data()));
    for (const uint32_t count : counts) {
      out_[{"line", "words of a line"}].add(count);
    }
    for (const uint32_t hash : hashes) {
      out_[{"line", "hashes of words"}].add(hash);
    }
  }

  // What the weights would say is given: small numbers that differ from line to line and from word to word.
  void read_evidence(const void* page, size_t units) {
    constexpr uint32_t kBits = 8;
    constexpr auto kOpinion = static_cast<size_t>(Evidence::kOpinion);
    const std::vector<float> scale(kWordClasses, 0.25F);
    const std::vector<float> bias(kWordClasses, -1.0F);
    std::vector<int8_t> weights(kWordClasses << kBits);
    for (size_t i = 0; i < weights.size(); ++i) {
      weights[i] = static_cast<int8_t>(static_cast<int>(i * 37 % 41) - 20);
    }
    std::vector<float> logits(units);
    for (size_t i = 0; i < units; ++i) {
      logits[i] = static_cast<float>(static_cast<int>(i * 29 % 33) - 16) / 4.0F;
    }
    std::vector<uint8_t> lexical(units * kOpinion);
    std::vector<uint8_t> neighbours(units * (static_cast<size_t>(Evidence::kOpinionAgain) - kOpinion));
    reader_lexical_columns(page, kBits, scale.data(), bias.data(), weights.data(), lexical.data());
    reader_neighbour_columns(page, logits.data(), neighbours.data());
    for (size_t i = 0; i < lexical.size(); ++i) {
      out_[{"evidence", evidence_name(i / units)}].add(lexical[i]);
    }
    for (size_t i = 0; i < neighbours.size(); ++i) {
      out_[{"evidence", evidence_name(kOpinion + i / units)}].add(neighbours[i]);
    }
  }

  ColumnMap& out_;
};

class RankingColumns {
 public:
  explicit RankingColumns(ColumnMap* out) : out_(*out) {}

  void read(std::string_view text) {
    constexpr size_t kCapacity = 4096;
    roles_.resize(3 * (text.size() + 1));
    const size_t lines = fields_roles(text.data(), text.size(), roles_.data(), text.size() + 1);
    for (int ranking = 0; ranking < static_cast<int>(std::size(kRankings)); ++ranking) {
      const size_t width = fields_feature_count(ranking);
      features_.resize(width * kCapacity);
      spans_.resize(4 * kCapacity);
      const size_t count = fields_candidates(text.data(), text.size(), roles_.data(), lines, ranking, features_.data(),
                                             spans_.data(), kCapacity);
      const auto& names = ranking_names()[static_cast<size_t>(ranking)];
      const std::string what = kRankings[ranking];
      for (size_t i = 0; i < count * width; ++i) {
        out_[{what, names[i % width]}].add(features_[i]);
      }
      for (size_t i = 0; i < 4 * count; ++i) {
        out_[{what, "where"}].add(spans_[i]);
      }
    }
  }

 private:
  ColumnMap& out_;
  std::vector<int32_t> roles_;
  std::vector<int16_t> features_;
  std::vector<int64_t> spans_;
};

}  // namespace

Measures measure_columns() {
  ColumnMap columns;
  LineColumns lines(&columns);
  RankingColumns rankings(&columns);
  each_text([&](const SnapshotText& text) {
    lines.read(text.text);
    rankings.read(text.text);
  });
  Measures out;
  for (const auto& [name, column] : columns) {
    out[name] = column.shown();
  }
  return out;
}

}  // namespace article::test
