// The reader's features for its trainer, over ctypes: the same code that article.so runs.
//
//   handle = reader_open(text, length); reader_units(handle); reader_columns(handle, buffer); reader_close(handle)
//
// Not part of the extension.
#include <cstring>
#include <memory>

#include "core/features.h"

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
PROBE_API size_t reader_tokens(const void* handle) {
  return static_cast<const Probe*>(handle)->page->tokens.size();
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
// Tokens: first of each unit (units + 1 numbers), hashes, and flags | letters << 8.
PROBE_API void reader_token_data(const void* handle, uint32_t* first, uint32_t* hashes, uint16_t* kinds) {
  const auto& page = *static_cast<const Probe*>(handle)->page;
  for (const article::UnitStats& stats : page.stats) {
    *first++ = stats.first_token;
  }
  *first = static_cast<uint32_t>(page.tokens.size());
  for (const article::Token& token : page.tokens) {
    *hashes++ = token.hash;
    *kinds++ = static_cast<uint16_t>(token.flags | (token.letters << 8));
  }
}

}  // extern "C"
