#include "core/lists/between_titles.h"

#include <algorithm>

namespace article {

bool names_articles(const Row& row) noexcept {
  return row.opens_with(Term::kListHeading) && (row.words > 1 || !row.is_a(Term::kSection)) &&
         row.terms.heading != TermValue::kOther && row.terms.heading != TermValue::kSection;
}

bool BetweenTitles::marks_title_above(uint32_t i, uint32_t before) const noexcept {
  return before != kNoRow && i == before + 1 && i + 1 < reading_.row_count() &&
         reading_.row(i).is_a(Term::kAdvertisement) && reading_.row(i).line == reading_.row(before).last_line + 1 &&
         reading_.row(i + 1).line > reading_.row(i).last_line + 1;
}

uint32_t BetweenTitles::below_tags(uint32_t heading, uint32_t r) const noexcept {
  for (uint32_t i = r; heading != kNoRow && reading_.row(heading).is_a(Term::kKeywords) && i-- > heading + 1;) {
    const Row& row = reading_.row(i);
    if (row.is_a(Term::kListHeading) && row.words > 1 && !row.is_a(Term::kKeywords) && !row.has(kIsBody)) {
      return i;
    }
  }
  return heading;
}

uint32_t BetweenTitles::above_tabs(uint32_t heading, uint32_t low) const noexcept {
  constexpr uint32_t kMostTabs = 5;
  constexpr uint16_t kMostDigits = 3;  // the number of a pager
  constexpr uint16_t kMostWords = 2;
  const uint32_t last_body = reading_.survey.last_body;
  if (heading == kNoRow || names_articles(reading_.row(heading)) || last_body == kNoRow || heading <= last_body) {
    return heading;
  }
  for (uint32_t r = heading;
       r > low && heading - r < kMostTabs && reading_.row(r).words <= kMostWords &&
       (!reading_.row(r).has(kHasDigit) || reading_.row(r).characters <= kMostDigits) && marks_[r] == TitleMark::kNone;
       --r) {
    const Row& above = reading_.row(r - 1);
    if (above.is_a(Term::kListHeading) && names_articles(above) && !above.has(kIsBody)) {
      return r - 1;
    }
  }
  return heading;
}

bool BetweenTitles::is_label(uint32_t i, uint32_t before, uint32_t r) const noexcept {
  const auto count = static_cast<uint32_t>(reading_.row_count());
  const uint32_t distance = r - i;
  const auto labels_title = [&](uint32_t at) {
    return reading_.row(at).hash == reading_.row(i).hash && at + distance < count &&
           marks_[at + distance] == TitleMark::kTitle;
  };
  for (uint32_t at = r + 1; at < std::min(count, r + 1 + kMaxGap); ++at) {
    if (labels_title(at)) {
      return true;
    }
  }
  for (uint32_t at = before == kNoRow ? 0 : before; at-- > 0 && before - at <= kMaxGap;) {
    if (labels_title(at)) {
      return true;
    }
  }
  return false;
}

bool BetweenTitles::is_one_of_labels(uint32_t i, uint32_t r) const noexcept {
  const auto next = [&](uint32_t at, int step) {
    for (uint32_t k = 1; k <= kMaxGap; ++k) {
      const uint32_t to = step > 0 ? at + k : at - k;
      if (to >= marks_.size()) {
        break;
      }
      if (marks_[to] == TitleMark::kTitle) {
        return to;
      }
    }
    return kNoRow;
  };
  const uint32_t distance = r - i;
  const Row& row = reading_.row(i);
  if (names_articles(row) || (row.opens_with(Term::kListHeading) && !row.is_a(Term::kSection) && row.words > 1)) {
    return false;
  }
  const auto labelled = [&](int step) {
    uint32_t at = r;
    uint32_t gap = 0;
    for (int k = 0; k < 2; ++k) {
      const uint32_t to = next(at, step);
      const uint32_t there = to == kNoRow ? 0 : std::max(at, to) - std::min(at, to);
      if (there <= distance || (gap != 0 && gap != there) || to < distance || !is_like(to - distance, i)) {
        return false;
      }
      gap = there;
      at = to;
    }
    return true;
  };
  // The first of a list: a heading stands right above it.
  return labelled(-1) || (i > 0 && reading_.row(i - 1).opens_with(Term::kListHeading) &&
                          !reading_.row(i - 1).has(kIsBody) && labelled(1));
}

bool BetweenTitles::is_like(uint32_t a, uint32_t b) const noexcept {
  constexpr uint16_t kMostLabelWords = 4;
  const Row& one = reading_.row(a);
  const Row& other = reading_.row(b);
  return marks_[a] == TitleMark::kNone && one.words <= kMostLabelWords && other.words <= kMostLabelWords &&
         one.has(kHasDigit) == other.has(kHasDigit) && one.has(kAllCapitals) == other.has(kAllCapitals) &&
         !one.has(kIsBody) && !names_articles(one);
}

}  // namespace article
