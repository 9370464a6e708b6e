// The reader's features for its trainer, over ctypes: the same code that article.so runs.
//
//   handle = reader_open(text, length); reader_units(handle); reader_columns(handle, buffer); reader_close(handle)
//
// Not part of the extension.
#include <cstring>
#include <memory>

#include "core/features.h"
#include "core/roles/evidence.h"

namespace {

struct Probe {
  std::string_view text;
  std::pmr::vector<article::Line> lines;
  std::unique_ptr<article::PageFeatures> page;
};

}  // namespace

extern "C" {

#define PROBE_API __attribute__((visibility("default")))

PROBE_API size_t reader_column_count() {
  return article::kColumnCount;
}
PROBE_API const char* reader_column_name(size_t column) {
  return article::column_name(column);
}

PROBE_API size_t reader_evidence_count() {
  return article::kEvidenceCount;
}
PROBE_API const char* reader_evidence_name(size_t column) {
  return article::evidence_name(column);
}

// The first kMaxPageUnits units of the text, which must outlive the handle.
PROBE_API void* reader_open(const char* text, size_t length) {
  auto* memory = std::pmr::get_default_resource();
  const article::Interrupt interrupt;
  auto* probe = new Probe{{text, length}, article::split_lines({text, length}, interrupt, memory), nullptr};
  const uint32_t width = article::wrap_width(probe->text, probe->lines, interrupt, memory);
  size_t next = 0;
  auto units = article::find_units(probe->text, probe->lines, width, 0, article::kMaxPageUnits, &next, memory);
  probe->page = std::make_unique<article::PageFeatures>(probe->text, probe->lines, std::move(units), interrupt, memory);
  return probe;
}
PROBE_API void reader_close(void* handle) {
  delete static_cast<Probe*>(handle);
}
PROBE_API size_t reader_units(const void* handle) {
  return static_cast<const Probe*>(handle)->page->units.size();
}

// columns x units bytes, column by column.
PROBE_API void reader_columns(const void* handle, uint8_t* out) {
  const auto& page = *static_cast<const Probe*>(handle)->page;
  for (size_t c = 0; c < article::kColumnCount; ++c) {
    std::memcpy(out + c * page.units.size(), page.columns.at(c), page.units.size());
  }
}
// Four numbers a unit: first byte, end byte, first line, last line.
PROBE_API void reader_spans(const void* handle, uint32_t* out) {
  const auto& probe = *static_cast<const Probe*>(handle);
  for (const article::Unit& unit : probe.page->units) {
    *out++ = probe.lines[unit.first_line].begin;
    *out++ = probe.lines[unit.last_line].end;
    *out++ = unit.first_line;
    *out++ = unit.last_line;
  }
}
// Hashed features of each unit: `count` for each, then all of them (room for kMaxLexicalFeatures a unit).
PROBE_API size_t reader_lexical_features(const void* handle, uint32_t* count, uint32_t* hashes) {
  const auto& page = *static_cast<const Probe*>(handle)->page;
  article::LexicalFeatures features;
  size_t total = 0;
  for (size_t row = 0; row < page.units.size(); ++row) {
    article::find_lexical_features(page, row, &features);
    std::memcpy(hashes + total, features.hashes, features.count * sizeof(uint32_t));
    total += features.count;
    count[row] = features.count;
  }
  return total;
}

// The evidence columns kLexical0 to kOpinion (without it), column by column.
PROBE_API void reader_lexical_columns(const void* handle, uint32_t bits, const float* scale, const float* bias,
                                      const int8_t* weights, uint8_t* out) {
  const auto& page = *static_cast<const Probe*>(handle)->page;
  article::LexicalTable table;
  table.bits = bits;
  std::memcpy(table.scale, scale, sizeof(table.scale));
  std::memcpy(table.bias, bias, sizeof(table.bias));
  table.weights = weights;
  auto* memory = std::pmr::get_default_resource();
  article::Columns evidence(page.units.size(), article::kEvidenceCount, memory);
  article::fill_lexical_columns(page, table, &evidence, memory);
  for (size_t c = 0; c < static_cast<size_t>(article::Evidence::kOpinion); ++c) {
    std::memcpy(out + c * page.units.size(), evidence.at(c), page.units.size());
  }
}

// From logits the columns kOpinion to kFromBlockEnd, column by column.
PROBE_API void reader_neighbour_columns(const void* handle, const float* logits, uint8_t* out) {
  const auto& page = *static_cast<const Probe*>(handle)->page;
  auto* memory = std::pmr::get_default_resource();
  article::Columns evidence(page.units.size(), article::kEvidenceCount, memory);
  constexpr auto kFirst = static_cast<size_t>(article::Evidence::kOpinion);
  constexpr auto kEnd = static_cast<size_t>(article::Evidence::kOpinionAgain);
  for (size_t i = 0; i < page.units.size(); ++i) {
    evidence.at(kFirst)[i] = article::opinion_of(logits[i]);
  }
  article::fill_neighbour_columns(page, article::Evidence::kOpinion, &evidence, memory);
  for (size_t c = kFirst; c < kEnd; ++c) {
    std::memcpy(out + (c - kFirst) * page.units.size(), evidence.at(c), page.units.size());
  }
}

}  // extern "C"
