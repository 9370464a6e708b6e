#include "core/time/lexicon.h"

#include <algorithm>
#include <cstddef>

namespace article {

namespace {

#include "time_words.inc"

constexpr size_t kLanguageCount = sizeof(kTimeLanguages) / sizeof(kTimeLanguages[0]);
static_assert(kLanguageCount <= kMostTimeLanguages, "kMostTimeLanguages is too small");
constexpr uint16_t kNoLanguage = 0xFFFF;

char lower(char byte) noexcept {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte == '_' ? '-' : byte;
}

// <0, 0, >0 as strcmp, case ignored.
int compare_tags(std::string_view a, std::string_view b) noexcept {
  const size_t common = std::min(a.size(), b.size());
  for (size_t i = 0; i < common; ++i) {
    const char x = lower(a[i]);
    const char y = lower(b[i]);
    if (x != y) {
      return x < y ? -1 : 1;
    }
  }
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

uint16_t exact_language(std::string_view tag) noexcept {
  for (const TimeAlias& alias : kTimeAliases) {
    if (compare_tags(alias.tag, tag) == 0) {
      return alias.language;
    }
  }
  for (size_t i = 0; i < kLanguageCount; ++i) {
    if (compare_tags(kTimeLanguages[i].tag, tag) == 0) {
      return static_cast<uint16_t>(i);
    }
  }
  return kNoLanguage;
}

}  // namespace

const uint32_t kFirstTimeState = kFirstState;
const uint64_t* const kStateFilter = kTimeStateBits;

const TimeEntry* find_known_entry(uint32_t state) noexcept {
  const uint32_t bucket = state >> (32U - kBucketBits);
  const TimeEntry* entry = kTimeEntries + kTimeBuckets[bucket];
  const TimeEntry* const end = kTimeEntries + kTimeBuckets[bucket + 1];
  for (; entry != end; ++entry) {
    if (entry->state == state) {
      return entry;
    }
  }
  return nullptr;
}

void prefetch_entry(uint32_t state) noexcept {
  const uint32_t bit = state >> (32U - kStateBits);
  if ((kTimeStateBits[bit >> 6U] >> (bit & 63U) & 1U) != 0) {
    __builtin_prefetch(kTimeEntries + kTimeBuckets[state >> (32U - kBucketBits)]);
  }
}

void prefetch_senses(const TimeEntry& entry) noexcept {
  __builtin_prefetch(entry_senses(entry));
}

const TimeSense* entry_senses(const TimeEntry& entry) noexcept {
  return kTimeSenses + (entry.data >> 9U);
}

const TimeLanguageRow* language_row(uint16_t language) noexcept {
  return language < kLanguageCount ? &kTimeLanguages[language] : nullptr;
}

TimeLanguages time_languages() noexcept {
  return {kTimeLanguages, kLanguageCount};
}

uint16_t english_language() noexcept {
  static const uint16_t english = exact_language("en");
  return english;
}

TimeLanguage find_time_language(std::string_view tag) noexcept {
  TimeLanguage out;
  std::string_view rest = tag;
  while (!rest.empty()) {
    out.best = exact_language(rest);
    if (out.best != kNoLanguage) {
      break;
    }
    const size_t dash = rest.find_last_of("-_");
    rest = dash == std::string_view::npos ? std::string_view() : rest.substr(0, dash);
  }
  if (out.best == kNoLanguage) {
    return out;
  }
  out.order = kTimeLanguages[out.best].order;
  const size_t dash = tag.find_last_of("-_");
  if (dash != std::string_view::npos) {
    for (const TimeRegionOrder& row : kTimeRegionOrders) {
      if (row.language == out.best && compare_tags(row.region, tag.substr(dash + 1)) == 0) {
        out.order = row.order;
      }
    }
  }
  return out;
}

}  // namespace article
