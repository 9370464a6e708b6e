#include "core/lists/items.h"

#include <algorithm>

namespace article {

namespace {

constexpr int kFar = 99;
constexpr uint16_t kMaxCharacters = 320;
constexpr int kNear = 6;  // rows on each side

void set(ItemFeatures* features, ItemFeature feature, int64_t value) noexcept {
  (*features)[static_cast<size_t>(feature)] = static_cast<int16_t>(std::clamp<int64_t>(value, -999, 999));
}

bool is_heading(const Row& row) noexcept {
  return row.words <= 8 && !row.has(kIsBody) &&
         (row.is_a(Term::kListHeading) || row.is_a(Term::kReadMore) || row.opens_with(Term::kListHeading));
}

bool is_date_line(const Row* row) noexcept {
  return row != nullptr && row->has(kHasDigit) && row->words <= 8;
}

}  // namespace

bool may_be_item(const Row& row) noexcept {
  return row.characters >= 8 && row.characters <= kMaxCharacters && (row.words >= 2 || row.has(kUncased));
}

ItemViewer::ItemViewer(const Reading& reading, std::pmr::memory_resource* /*memory*/) : reading_(reading) {}

bool ItemViewer::title_like(int64_t r) const noexcept {
  if (r < 0 || r >= static_cast<int64_t>(reading_.row_count())) {
    return false;
  }
  const Row& row = reading_.row(static_cast<uint32_t>(r));
  return row.words >= 4 && row.words <= 30 && !row.has(kIsBody);
}

ItemFeatures ItemViewer::view(uint32_t r) {
  ItemFeatures features{};
  see_row(r, &features);
  see_words(reading_.row(r), &features);
  see_headings(r, &features);
  see_around(r, &features);
  see_near(r, &features);
  see_period(r, &features);
  return features;
}

void ItemViewer::see_row(uint32_t r, ItemFeatures* out) const {
  const Row& row = reading_.row(r);
  const Survey& survey = reading_.survey;
  const auto at = static_cast<int64_t>(r);
  set(out, ItemFeature::kRole, static_cast<int>(row.role));
  set(out, ItemFeature::kRoleConfidence, row.confidence);
  set(out, ItemFeature::kIsBody, row.has(kIsBody) ? 1 : 0);
  set(out, ItemFeature::kWords, row.words);
  set(out, ItemFeature::kCharacters, row.characters);
  set(out, ItemFeature::kCapitalShare, row.looked_at == 0 ? 0 : row.capitals * 200 / row.looked_at);
  set(out, ItemFeature::kSmallWords,
      row.looked_at == 0 ? 0 : (row.looked_at - row.capitals - row.numbers) * 200 / row.looked_at);
  set(out, ItemFeature::kNumbers, row.numbers);
  set(out, ItemFeature::kRepeats, row.repeats);
  set(out, ItemFeature::kFirst, row.first ? 1 : 0);
  set(out, ItemFeature::kRowsAfterBody, survey.last_body == kNoRow ? kFar : at - int64_t{survey.last_body});
  set(out, ItemFeature::kRowsToBody, survey.first_body == kNoRow ? kFar : int64_t{survey.first_body} - at);
  set(out, ItemFeature::kRowsToHeadline, reading_.headline == kNoRow ? kFar : at - int64_t{reading_.headline});
  set(out, ItemFeature::kIsHeadline,
      reading_.headline != kNoRow && reading_.row(reading_.headline).hash == row.hash ? 1 : 0);
  set(out, ItemFeature::kRowShare, at * 200 / static_cast<int64_t>(reading_.row_count()));
  set(out, ItemFeature::kRowsToEnd, static_cast<int64_t>(reading_.row_count()) - at);
  set(out, ItemFeature::kBodyRows, static_cast<int64_t>(reading_.page.paragraphs.size()));
  set(out, ItemFeature::kRows, static_cast<int64_t>(reading_.row_count()));
}

void ItemViewer::see_words(const Row& row, ItemFeatures* out) const {
  set(out, ItemFeature::kEndsSentence, row.has(kEndsSentence) ? 1 : 0);
  set(out, ItemFeature::kEndsColon, row.has(kEndsColon) ? 1 : 0);
  set(out, ItemFeature::kQuery, row.has(kHasQuery) ? 1 : 0);
  set(out, ItemFeature::kQuote, row.has(kHasQuote) ? 1 : 0);
  set(out, ItemFeature::kHasDigit, row.has(kHasDigit) ? 1 : 0);
  set(out, ItemFeature::kHasClock, row.has(kHasClock) ? 1 : 0);
  set(out, ItemFeature::kStartsDigit, row.has(kStartsDigit) ? 1 : 0);
  set(out, ItemFeature::kStartsSmall, row.has(kStartsSmall) ? 1 : 0);
  set(out, ItemFeature::kAllCapitals, row.has(kAllCapitals) ? 1 : 0);
  set(out, ItemFeature::kBar, row.has(kHasBar) ? 1 : 0);
  set(out, ItemFeature::kMail, row.has(kHasMail | kHasUrl) ? 1 : 0);
  set(out, ItemFeature::kIsSection, row.is_a(Term::kSection) ? 1 : 0);
  set(out, ItemFeature::kIsNavigation, row.is_a(Term::kNavigation) ? 1 : 0);
  set(out, ItemFeature::kIsHeading, row.is_a(Term::kListHeading) ? 2 : is_heading(row) ? 1 : 0);
  set(out, ItemFeature::kReadMore, row.is_a(Term::kReadMore) ? 2 : row.opens_with(Term::kReadMore) ? 1 : 0);
  set(out, ItemFeature::kPromotion, row.opens_with(Term::kPromotion) ? 2 : row.holds_a(Term::kPromotion) ? 1 : 0);
  set(out, ItemFeature::kCookie, row.holds_a(Term::kCookie) ? 1 : 0);
  set(out, ItemFeature::kCaption, row.opens_with(Term::kCaption) ? 1 : 0);
  set(out, ItemFeature::kCopyright, row.holds_a(Term::kCopyright) ? 1 : 0);
  set(out, ItemFeature::kByline, row.opens_with(Term::kByline) ? 1 : 0);
  set(out, ItemFeature::kComment, row.opens_with(Term::kComments) ? 1 : 0);
  set(out, ItemFeature::kAdvertisement, row.opens_with(Term::kAdvertisement) ? 1 : 0);
}

void ItemViewer::see_headings(uint32_t r, ItemFeatures* out) {
  for (; seen_ < r; ++seen_) {
    const Row& row = reading_.row(seen_);
    heading_ = is_heading(row) ? int64_t{seen_} : heading_;
    title_role_ = row.role == Role::kListTitle ? int64_t{seen_} : title_role_;
    short_ = row.words <= 4 && !row.has(kHasDigit) ? int64_t{seen_} : short_;
  }
  const auto at = static_cast<int64_t>(r);
  set(out, ItemFeature::kHeadingAbove, heading_ < 0 ? kFar : std::min<int64_t>(at - heading_, kFar));
  if (heading_ >= 0) {
    const Row& heading = reading_.row(static_cast<uint32_t>(heading_));
    set(out, ItemFeature::kHeadingKind, static_cast<int>(heading.terms.heading));
    set(out, ItemFeature::kHeadingWhole, heading.is_a(Term::kListHeading) ? 1 : 0);
  }
  set(out, ItemFeature::kTitleRoleAbove, title_role_ < 0 ? kFar : std::min<int64_t>(at - title_role_, kFar));
  set(out, ItemFeature::kShortAbove, short_ < 0 ? kFar : std::min<int64_t>(at - short_, kFar));
}

void ItemViewer::see_around(uint32_t r, ItemFeatures* out) const {
  const auto count = static_cast<uint32_t>(reading_.row_count());
  const Row& row = reading_.row(r);
  const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
  const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
  const Row* two_above = r > 1 ? &reading_.row(r - 2) : nullptr;
  const Row* two_below = r + 2 < count ? &reading_.row(r + 2) : nullptr;
  set(out, ItemFeature::kRoleAbove, above != nullptr ? static_cast<int>(above->role) : -1);
  set(out, ItemFeature::kRoleTwoAbove, two_above != nullptr ? static_cast<int>(two_above->role) : -1);
  set(out, ItemFeature::kRoleBelow, below != nullptr ? static_cast<int>(below->role) : -1);
  set(out, ItemFeature::kRoleTwoBelow, two_below != nullptr ? static_cast<int>(two_below->role) : -1);
  set(out, ItemFeature::kWordsAbove, above != nullptr ? above->words : 0);
  set(out, ItemFeature::kWordsTwoAbove, two_above != nullptr ? two_above->words : 0);
  set(out, ItemFeature::kWordsBelow, below != nullptr ? below->words : 0);
  set(out, ItemFeature::kWordsTwoBelow, two_below != nullptr ? two_below->words : 0);
  set(out, ItemFeature::kDateAbove, is_date_line(above) ? 1 : 0);
  set(out, ItemFeature::kDateBelow, is_date_line(below) ? 1 : 0);
  set(out, ItemFeature::kSectionAbove, above != nullptr && above->is_a(Term::kSection) ? 1 : 0);
  set(out, ItemFeature::kSectionBelow, below != nullptr && below->is_a(Term::kSection) ? 1 : 0);
  set(out, ItemFeature::kBylineBelow,
      below != nullptr && below->words <= 6 && below->opens_with(Term::kByline) ? 1 : 0);
  set(out, ItemFeature::kBlankAbove, above == nullptr || above->line + 1 < row.line ? 1 : 0);
  set(out, ItemFeature::kBlankBelow, below == nullptr || row.line + 1 < below->line ? 1 : 0);
}

void ItemViewer::see_near(uint32_t r, ItemFeatures* out) const {
  const auto count = static_cast<int64_t>(reading_.row_count());
  int items = 0;
  int navigation = 0;
  int titles = 0;
  int shorts = 0;
  int longs = 0;
  for (int64_t i = std::max<int64_t>(0, int64_t{r} - kNear); i < std::min(count, int64_t{r} + kNear + 1); ++i) {
    if (i == int64_t{r}) {
      continue;
    }
    const Row& row = reading_.row(static_cast<uint32_t>(i));
    items += row.role == Role::kItemTitle ? 1 : 0;
    navigation += row.role == Role::kNavigation ? 1 : 0;
    titles += title_like(i) ? 1 : 0;
    shorts += row.words <= 3 ? 1 : 0;
    longs += row.words > 30 ? 1 : 0;
  }
  set(out, ItemFeature::kItemRolesNear, items);
  set(out, ItemFeature::kNavigationRolesNear, navigation);
  set(out, ItemFeature::kTitleLikeNear, titles);
  set(out, ItemFeature::kShortNear, shorts);
  set(out, ItemFeature::kLongNear, longs);
}

// Titles of a list stand at one distance: each row, each second or each third.
void ItemViewer::see_period(uint32_t r, ItemFeatures* out) const {
  int best = 0;
  int best_period = 0;
  for (int period = 1; period <= 4; ++period) {
    int run = 0;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int step = 1; step <= 5; ++step) {
        const int64_t at = int64_t{r} + int64_t{direction} * step * period;
        // Between two titles at a distance there are none.
        if (!title_like(at) || (period > 1 && title_like(at - direction))) {
          break;
        }
        ++run;
      }
    }
    if (run > best) {
      best = run;
      best_period = period;
    }
  }
  set(out, ItemFeature::kTitleLikeRun, best);
  set(out, ItemFeature::kPeriod, best_period);
}

}  // namespace article
