// What is seen of each date that may be the publication's.
#include <algorithm>
#include <cstdlib>

#include "core/fields/published.h"
#include "core/fields/row_features.h"

namespace article {

namespace {

class DateViewer {
 public:
  DateViewer(const Reading& reading, int32_t copyright, const DateCandidates& candidates)
      : reading_(reading), all_(candidates.all), copyright_(copyright) {
    for (size_t i = 0; i < all_.size(); ++i) {
      days_[i] = day_number(all_[i].value.start);
      first_of_day_[i] = std::find(days_.begin(), days_.begin() + static_cast<std::ptrdiff_t>(i), days_[i]) ==
                         days_.begin() + static_cast<std::ptrdiff_t>(i);
      newest_ = std::max(newest_, days_[i]);
    }
  }

  DateFeatures view(size_t number) const {
    DateFeatures features{};
    const DateCandidate& candidate = all_[number];
    see_row<DateFeature>(reading_, candidate.row, &features);
    see_distances<DateFeature>(reading_, candidate.row, &features);
    see_expression(candidate, &features);
    see_words(candidate, &features);
    see_others(candidate, number, &features);
    see_around(candidate, &features);
    return features;
  }

 private:
  static void set(DateFeatures* features, DateFeature feature, int64_t value) noexcept {
    set_feature(features, feature, value);
  }

  void see_expression(const DateCandidate& candidate, DateFeatures* out) const {
    const DateExpression& date = candidate.date;
    const Row& row = reading_.row(candidate.row);
    set(out, DateFeature::kDateShare, (date.end - date.begin) * 200 / (row.end - row.begin));
    set(out, DateFeature::kOffset, date.begin - row.begin);
    set(out, DateFeature::kFullDate, date.full_date ? 1 : 0);
    set(out, DateFeature::kHasYear, date.from.year != 0 ? 1 : 0);
    set(out, DateFeature::kHasClock, date.has_clock ? 1 : 0);
    set(out, DateFeature::kHasZone, date.from.offset_minutes != kNoOffset ? 1 : 0);
    set(out, DateFeature::kRelative, date.relative ? 1 : 0);
    set(out, DateFeature::kHasWeekday, date.from.weekday != 0 ? 1 : 0);
  }

  void see_words(const DateCandidate& candidate, DateFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    set(out, DateFeature::kPublishedWord, row.holds_a(Term::kPublished) ? 1 : 0);
    set(out, DateFeature::kUpdatedWord, row.holds_a(Term::kUpdated) ? 1 : 0);
    set(out, DateFeature::kUpdatedBefore, candidate.updated ? 1 : 0);
    set(out, DateFeature::kPublishedBefore, candidate.published ? 1 : 0);
    set(out, DateFeature::kPublishedBehind, candidate.published_behind ? 1 : 0);
    set(out, DateFeature::kBylineOpens, row.opens_with(Term::kByline) ? 1 : 0);
    set(out, DateFeature::kCommentWord, row.holds_a(Term::kComments) ? 1 : 0);
    set(out, DateFeature::kCopyrightWord, row.holds_a(Term::kCopyright) ? 1 : 0);
    set(out, DateFeature::kStartsDigit, row.has(kStartsDigit) ? 1 : 0);
    if (candidate.row > 0) {
      const Row& above = reading_.row(candidate.row - 1);
      const bool near = above.words <= 6;
      set(out, DateFeature::kPublishedAbove, near && above.holds_a(Term::kPublished) ? 1 : 0);
      set(out, DateFeature::kUpdatedAbove, near && above.holds_a(Term::kUpdated) ? 1 : 0);
    }
  }

  void see_others(const DateCandidate& candidate, size_t number, DateFeatures* out) const {
    const int64_t day = days_[number];
    const Row& row = reading_.row(candidate.row);
    int same = 0;
    int near = 0;
    int same_shape = 0;
    int days_before = 0;
    int days = 0;
    int stamps = 0;
    int stamps_before = 0;
    int published = 0;
    int updated = 0;
    bool seen = false;
    for (size_t i = 0; i < all_.size(); ++i) {
      const Row& other = reading_.row(all_[i].row);
      const int64_t distance = int64_t{all_[i].row} - int64_t{candidate.row};
      const bool stamp = other.role == Role::kTimestamp || other.role == Role::kByline;
      seen = seen || days_[i] == day;
      stamps += stamp ? 1 : 0;
      stamps_before += stamp && i < number ? 1 : 0;
      published += i != number && all_[i].published ? 1 : 0;
      updated += i != number && all_[i].updated ? 1 : 0;
      same += days_[i] == day ? 1 : 0;
      near += distance >= -6 && distance <= 6 ? 1 : 0;
      same_shape += other.role == row.role && std::abs(int{other.characters} - int{row.characters}) <= 3 ? 1 : 0;
      days += first_of_day_[i] ? 1 : 0;
      days_before += first_of_day_[i] && !seen ? 1 : 0;
    }
    set(out, DateFeature::kNumber, static_cast<int64_t>(number));
    set(out, DateFeature::kCandidates, static_cast<int64_t>(all_.size()));
    set(out, DateFeature::kSameDay, same);
    set(out, DateFeature::kDayNumber, days_before);
    set(out, DateFeature::kDays, days);
    set(out, DateFeature::kNewest, day == newest_ ? 1 : 0);
    set(out, DateFeature::kYearsBeforeNewest, (newest_ - day) / 365);
    set(out, DateFeature::kNear, near);
    set(out, DateFeature::kDaysBeforeNewest, newest_ - day);
    set(out, DateFeature::kTimestampRoles, stamps);
    set(out, DateFeature::kTimestampNumber, stamps_before);
    set(out, DateFeature::kPublishedWords, published);
    set(out, DateFeature::kOthersUpdated, updated);
    set(out, DateFeature::kRowsSinceDate, number == 0 ? kFarRows : candidate.row - all_[number - 1].row);
    set(out, DateFeature::kRowsToNextDate, number + 1 == all_.size() ? kFarRows : all_[number + 1].row - candidate.row);
    set(out, DateFeature::kSameShapeRows, same_shape);
    set(out, DateFeature::kDaysBeforeCopyright, copyright_ == 0 ? kFarRows : copyright_ - candidate.value.start.year);
  }

  void see_around(const DateCandidate& candidate, DateFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t r = candidate.row;
    int byline = 0;
    int reading_time = 0;
    for (uint32_t i = r >= 3 ? r - 3 : 0; i < std::min(count, r + 4); ++i) {
      byline |= reading_.row(i).opens_with(Term::kByline) && !reading_.row(i).has(kIsBody) ? 1 : 0;
      reading_time |= reading_.row(i).holds_a(Term::kReadingTime) ? 1 : 0;
    }
    int list_above = kFarRows;
    int since_body = kFarRows;
    for (uint32_t i = r; i-- > 0 && r - i <= 12;) {
      const Row& above = reading_.row(i);
      if (list_above == kFarRows && (above.role == Role::kListTitle || above.is_a(Term::kListHeading))) {
        list_above = static_cast<int>(r - i);
      }
      if (since_body == kFarRows && above.has(kIsBody)) {
        since_body = static_cast<int>(r - i);
      }
    }
    int byline_row = kFarRows;
    for (uint32_t i = r >= 9 ? r - 9 : 0; i < std::min(count, r + 10); ++i) {
      const int distance = std::abs(static_cast<int>(i) - static_cast<int>(r));
      byline_row = reading_.row(i).role == Role::kByline ? std::min(byline_row, distance) : byline_row;
    }
    set(out, DateFeature::kBylineRow, byline_row);
    int body_below = 0;
    for (uint32_t i = r + 1; i < std::min(count, r + 9); ++i) {
      body_below += reading_.row(i).has(kIsBody) ? 1 : 0;
    }
    set(out, DateFeature::kBylineNear, byline);
    set(out, DateFeature::kReadingTimeNear, reading_time);
    set(out, DateFeature::kListAbove, list_above);
    set(out, DateFeature::kSinceLastBody, since_body);
    set(out, DateFeature::kBodyBelow, body_below);
  }

  const Reading& reading_;
  const std::pmr::vector<DateCandidate>& all_;
  std::array<int64_t, kMaxDateCandidates> days_{};
  std::array<bool, kMaxDateCandidates> first_of_day_{};
  int64_t newest_ = INT64_MIN;
  int32_t copyright_ = 0;
};

}  // namespace

void see_dates(const Reading& reading, int32_t copyright, DateCandidates* out) {
  const DateViewer viewer(reading, copyright, *out);
  out->features.reserve(out->all.size());
  for (size_t i = 0; i < out->all.size(); ++i) {
    out->features.push_back(viewer.view(i));
  }
}

}  // namespace article
