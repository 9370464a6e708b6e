// What all rankings see of the row of a candidate: its place on the page, its size, its neighbours.  Each ranking names
// its features in a list of its own (*_features.def); those that are shared have the same names in all of them.
//
//   see_row<DateFeature>(reading, row, &features)  sets DateFeature::kRowsToBody, kRole, kWords, ...
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/fields/extractors.h"

namespace article {

constexpr int kFarRows = 99;  // a distance that is not known

template <class Feature, class Features>
void set_feature(Features* features, Feature feature, int64_t value) noexcept {
  (*features)[static_cast<size_t>(feature)] = static_cast<int16_t>(std::clamp<int64_t>(value, -999, 999));
}

// Of the row alone and of its neighbours; to the body.
template <class Feature, class Features>
void see_row(const Reading& reading, uint32_t r, Features* out) noexcept {
  const Row& row = reading.row(r);
  const auto count = static_cast<uint32_t>(reading.row_count());
  const auto at = static_cast<int64_t>(r);
  const Row* above = r > 0 ? &reading.row(r - 1) : nullptr;
  const Row* below = r + 1 < count ? &reading.row(r + 1) : nullptr;
  const uint32_t body = reading.survey.first_body;
  set_feature(out, Feature::kRowsToBody, body == kNoRow ? kFarRows : int64_t{body} - at);
  set_feature(out, Feature::kRowsToMain, reading.main_body == kNoRow ? kFarRows : int64_t{reading.main_body} - at);
  set_feature(out, Feature::kRowShare, at * 200 / int64_t{count});
  set_feature(out, Feature::kRole, static_cast<int>(row.role));
  set_feature(out, Feature::kRoleConfidence, row.confidence);
  set_feature(out, Feature::kRoleAbove, above != nullptr ? static_cast<int>(above->role) : -1);
  set_feature(out, Feature::kRoleBelow, below != nullptr ? static_cast<int>(below->role) : -1);
  set_feature(out, Feature::kIsBody, row.has(kIsBody) ? 1 : 0);
  set_feature(out, Feature::kWords, row.words);
  set_feature(out, Feature::kCharacters, row.characters);
  set_feature(out, Feature::kCapitalShare, row.looked_at == 0 ? 0 : row.capitals * 200 / row.looked_at);
  set_feature(out, Feature::kNumbers, row.numbers);
  set_feature(out, Feature::kRepeats, row.repeats);
  set_feature(out, Feature::kEndsSentence, row.has(kEndsSentence) ? 1 : 0);
  set_feature(out, Feature::kBar, row.has(kHasBar) ? 1 : 0);
  set_feature(out, Feature::kWordsAbove, above != nullptr ? above->words : 0);
  set_feature(out, Feature::kWordsBelow, below != nullptr ? below->words : 0);
  set_feature(out, Feature::kBodyRows, static_cast<int64_t>(reading.page.paragraphs.size()));
}

// The marks by which titles, headings of lists and headlines are told from menus and from each other.
template <class Feature, class Features>
void see_title_marks(const Row& row, Features* out) noexcept {
  set_feature(out, Feature::kHasDigit, row.has(kHasDigit) ? 1 : 0);
  set_feature(out, Feature::kEndsColon, row.has(kEndsColon) ? 1 : 0);
  set_feature(out, Feature::kAllCapitals, row.has(kAllCapitals) ? 1 : 0);
  set_feature(out, Feature::kStartsSmall, row.has(kStartsSmall) ? 1 : 0);
  set_feature(out, Feature::kQuery, row.has(kHasQuery) ? 1 : 0);
  set_feature(out, Feature::kIsSection, row.is_a(Term::kSection) ? 1 : 0);
  set_feature(out, Feature::kIsNavigation, row.is_a(Term::kNavigation) ? 1 : 0);
}

// To the end of the body and to the headline, once it is known.
template <class Feature, class Features>
void see_distances(const Reading& reading, uint32_t r, Features* out) noexcept {
  const auto at = static_cast<int64_t>(r);
  const uint32_t last = reading.survey.last_body;
  set_feature(out, Feature::kRowsAfterBody, last == kNoRow ? kFarRows : at - int64_t{last});
  set_feature(out, Feature::kRowsToHeadline, reading.headline == kNoRow ? kFarRows : at - int64_t{reading.headline});
}

}  // namespace article
