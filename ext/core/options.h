// What a caller may tell about a text besides its bytes; all optional.  Strings are kept as they were given: they are
// the key under which a parsed text is shared, and are read by the time engine when it is asked.
#pragma once

#include <string_view>

namespace article {

struct Options {
  std::string_view reference_time;  // ISO 8601 date or date and time; when the text was captured
  std::string_view timezone;        // offset ("+04:00") or abbreviation, for times that name none
  std::string_view language;        // BCP 47 tag
};

inline bool operator==(const Options& a, const Options& b) noexcept {
  return a.reference_time == b.reference_time && a.timezone == b.timezone && a.language == b.language;
}

// Well-formed by the grammar of RFC 5646, as far as the length of its subtags goes ("de", "zh-Hant-TW", "x-private").
bool is_language_tag(std::string_view tag) noexcept;

}  // namespace article
