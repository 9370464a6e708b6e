// Which of the dates of a page is that of its publication: candidates, what is seen of each, and their order.
//
// Cost: the lines with a digit or a word of time outside long prose are read for dates, at most kMaxDateCandidates of
// them; those far from the article only where none near it is good.
#pragma once

#include <array>

#include "core/fields/extractors.h"

namespace article {

constexpr size_t kMaxDateCandidates = 64;

struct DateCandidate {
  uint32_t row = 0;
  DateExpression date;
  DateValue value;
  bool filed = false;             // "This entry was posted on ... and is filed under" opens its row
  bool updated = false;           // "Updated", "Last modified" stands before it in its row
  bool published = false;         // "Published", "Posted on"
  bool published_behind = false;  // such a word stands behind it
};

enum class DateFeature : uint8_t {
#define ARTICLE_DATE_FEATURE(name) name,
#include "core/fields/date_features.def"
#undef ARTICLE_DATE_FEATURE
};
constexpr size_t kDateFeatureCount = 0
#define ARTICLE_DATE_FEATURE(name) +1
#include "core/fields/date_features.def"
#undef ARTICLE_DATE_FEATURE
    ;
using DateFeatures = std::array<int16_t, kDateFeatureCount>;

struct DateCandidates {
  explicit DateCandidates(std::pmr::memory_resource* memory) : read(memory), all(memory), features(memory) {}
  std::pmr::vector<DateCandidate> read;     // in the order of reading
  std::pmr::vector<DateCandidate> all;      // of them, those whose day is known, in text order
  std::pmr::vector<DateFeatures> features;  // of each
};

// Which rows are read for dates: those around the article, but for menus and titles of other articles; then the rest
// of the page, beside what was read before.
enum class DateReach : uint8_t { kArticle, kPage };

void find_date_candidates(const Reading& reading, DateReach reach, DateCandidates* out);  // date_candidates.cpp

// Fills `features`; `copyright`: the year of the page's copyright, 0: none (date_features.cpp).
void see_dates(const Reading& reading, int32_t copyright, DateCandidates* out);

}  // namespace article
