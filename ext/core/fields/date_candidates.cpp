#include <algorithm>

#include "core/fields/published.h"
#include "core/text/words.h"
#include "core/time/calendar.h"

namespace article {

namespace {

constexpr uint16_t kMaxRowCharacters = 320;    // longer rows are prose; their dates are the story's
constexpr uint16_t kMaxProseCharacters = 160;  // of rows of the body
constexpr int kFar = 99;

bool worth_reading(const Row& row) noexcept {
  if (row.characters > kMaxRowCharacters || (row.has(kIsBody) && row.characters > kMaxProseCharacters)) {
    return false;
  }
  return row.has(kHasDigit) || row.holds_a(Term::kPublished) || row.holds_a(Term::kUpdated);
}

bool is_day(const DateExpression& date) noexcept {
  return date.kind == DateKind::kDate || date.kind == DateKind::kDatetime;
}

// The year that most dates of the page have, for those that have none; 0: unknown.
int32_t usual_year(const std::pmr::vector<DateCandidate>& all) noexcept {
  int32_t best = 0;
  size_t best_count = 0;
  for (const DateCandidate& candidate : all) {
    const int32_t year = candidate.value.start.year;
    if (!candidate.value.known || !candidate.date.full_date) {
      continue;
    }
    const auto count = static_cast<size_t>(std::count_if(all.begin(), all.end(), [&](const DateCandidate& other) {
      return other.value.known && other.date.full_date && other.value.start.year == year;
    }));
    if (count > best_count || (count == best_count && year > best)) {
      best = year;
      best_count = count;
    }
  }
  return best;
}

// The year of the copyright line.
int32_t copyright_year(const Reading& reading) noexcept {
  int32_t newest = 0;
  for (const Row& row : reading.survey.rows) {
    if (!row.holds_a(Term::kCopyright) || !row.has(kHasDigit) || row.characters > kMaxRowCharacters) {
      continue;
    }
    WordCursor cursor(reading.page.text, row.begin, row.end);
    Word word;
    while (cursor.next(&word)) {
      if (word.kind != WordKind::kNumber || word.end - word.begin != 4) {
        continue;
      }
      int32_t year = 0;
      for (uint32_t at = word.begin; at < word.end; ++at) {
        year = year * 10 + (reading.page.text[at] - '0');
      }
      newest = year >= 1980 && year <= 2100 ? std::max(newest, year) : newest;
    }
  }
  return newest;
}

void collect(const Reading& reading, DateCandidates* out) {
  for (uint32_t r = 0; r < reading.row_count() && out->all.size() < kMaxDateCandidates; ++r) {
    const Row& row = reading.row(r);
    if (!worth_reading(row)) {
      continue;
    }
    const auto found =
        find_dates(reading.page.text, row.begin, row.end, reading.time, reading.page.interrupt, reading.page.memory);
    for (const DateExpression& date : found) {
      if (is_day(date) && out->all.size() < kMaxDateCandidates) {
        DateCandidate candidate;
        candidate.row = r;
        candidate.date = date;
        candidate.value = resolve(date, reading.time);
        out->all.push_back(candidate);
      }
    }
  }
}

// Dates without a year are those of the page's usual year: the middle of it is nearest to all of its days.
void resolve_without_year(const Reading& reading, int32_t year, DateCandidates* out) {
  TimeContext context = reading.time;
  context.publication.year = year;
  context.publication.month = 7;
  context.publication.day = 1;
  context.publication.precision = DatePrecision::kDay;
  for (DateCandidate& candidate : out->all) {
    if (!candidate.value.known && candidate.date.from.month != 0 && candidate.date.from.day != 0) {
      candidate.value = resolve(candidate.date, context);
    }
  }
}

void keep_days(DateCandidates* out) {
  auto& all = out->all;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const DateCandidate& candidate) {
                             const DateValue& value = candidate.value;
                             return !value.known || value.kind > DateKind::kDatetime ||
                                    value.precision < DatePrecision::kDay || value.start.year < 1980 ||
                                    value.start.year > 2100;
                           }),
            all.end());
}

// Words before the date in its row say what it is the date of.
bool updated_before(const Reading& reading, const DateCandidate& candidate) noexcept {
  const Row& row = reading.row(candidate.row);
  if (!row.holds_a(Term::kUpdated)) {
    return false;
  }
  const LineWords words(reading.page.text, row.begin, candidate.date.begin);
  bool updated = false;
  for (size_t at = 0; at < words.count(); ++at) {
    if (match_phrase(words, at, Term::kUpdated)) {
      updated = true;
    } else if (match_phrase(words, at, Term::kPublished)) {
      updated = false;
    }
  }
  return updated;
}

class DateViewer {
 public:
  DateViewer(const Reading& reading, const DateCandidates& candidates) : reading_(reading), all_(candidates.all) {
    for (size_t i = 0; i < all_.size(); ++i) {
      days_[i] = day_number(all_[i].value.start);
      first_of_day_[i] = std::find(days_.begin(), days_.begin() + static_cast<std::ptrdiff_t>(i), days_[i]) ==
                         days_.begin() + static_cast<std::ptrdiff_t>(i);
      newest_ = std::max(newest_, days_[i]);
    }
    copyright_ = copyright_year(reading);
  }

  DateFeatures view(size_t number) const {
    DateFeatures features{};
    const DateCandidate& candidate = all_[number];
    see_place(candidate, &features);
    see_expression(candidate, &features);
    see_words(candidate, &features);
    see_others(candidate, number, &features);
    see_around(candidate, &features);
    return features;
  }

 private:
  static void set(DateFeatures* features, DateFeature feature, int64_t value) noexcept {
    (*features)[static_cast<size_t>(feature)] = static_cast<int16_t>(std::clamp<int64_t>(value, -999, 999));
  }

  void see_place(const DateCandidate& candidate, DateFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    const Survey& survey = reading_.survey;
    const auto r = static_cast<int64_t>(candidate.row);
    set(out, DateFeature::kRowsToBody, survey.first_body == kNoRow ? kFar : int64_t{survey.first_body} - r);
    set(out, DateFeature::kRowsAfterBody, survey.last_body == kNoRow ? kFar : r - int64_t{survey.last_body});
    set(out, DateFeature::kRowsToHeadline, reading_.headline == kNoRow ? kFar : r - int64_t{reading_.headline});
    set(out, DateFeature::kRowShare, r * 200 / static_cast<int64_t>(reading_.row_count()));
    set(out, DateFeature::kRole, static_cast<int>(row.role));
    set(out, DateFeature::kRoleConfidence, row.confidence);
    set(out, DateFeature::kIsBody, row.has(kIsBody) ? 1 : 0);
    set(out, DateFeature::kWords, row.words);
    set(out, DateFeature::kCharacters, row.characters);
    set(out, DateFeature::kDateShare, (candidate.date.end - candidate.date.begin) * 200 / (row.end - row.begin));
    set(out, DateFeature::kOffset, candidate.date.begin - row.begin);
  }

  static void see_expression(const DateCandidate& candidate, DateFeatures* out) {
    const DateExpression& date = candidate.date;
    set(out, DateFeature::kFullDate, date.full_date ? 1 : 0);
    set(out, DateFeature::kHasYear, date.from.year != 0 ? 1 : 0);
    set(out, DateFeature::kHasClock, date.has_clock ? 1 : 0);
    set(out, DateFeature::kHasZone, date.from.offset_minutes != kNoOffset ? 1 : 0);
    set(out, DateFeature::kRelative, date.relative ? 1 : 0);
  }

  void see_words(const DateCandidate& candidate, DateFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    set(out, DateFeature::kPublishedWord, row.holds_a(Term::kPublished) ? 1 : 0);
    set(out, DateFeature::kUpdatedWord, row.holds_a(Term::kUpdated) ? 1 : 0);
    set(out, DateFeature::kUpdatedBefore, candidate.updated ? 1 : 0);
    set(out, DateFeature::kBylineOpens, row.opens_with(Term::kByline) ? 1 : 0);
    set(out, DateFeature::kCommentWord, row.holds_a(Term::kComments) ? 1 : 0);
    set(out, DateFeature::kCopyrightWord, row.holds_a(Term::kCopyright) ? 1 : 0);
    set(out, DateFeature::kBar, row.has(kHasBar) ? 1 : 0);
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
    bool seen = false;
    for (size_t i = 0; i < all_.size(); ++i) {
      const Row& other = reading_.row(all_[i].row);
      const int64_t distance = int64_t{all_[i].row} - int64_t{candidate.row};
      seen = seen || days_[i] == day;
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
    set(out, DateFeature::kSameShapeRows, same_shape);
    set(out, DateFeature::kDaysBeforeCopyright, copyright_ == 0 ? kFar : copyright_ - candidate.value.start.year);
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
    int list_above = kFar;
    int since_body = kFar;
    for (uint32_t i = r; i-- > 0 && r - i <= 12;) {
      const Row& above = reading_.row(i);
      if (list_above == kFar && (above.role == Role::kListTitle || above.is_a(Term::kListHeading))) {
        list_above = static_cast<int>(r - i);
      }
      if (since_body == kFar && above.has(kIsBody)) {
        since_body = static_cast<int>(r - i);
      }
    }
    int body_below = 0;
    for (uint32_t i = r + 1; i < std::min(count, r + 9); ++i) {
      body_below += reading_.row(i).has(kIsBody) ? 1 : 0;
    }
    set(out, DateFeature::kBylineNear, byline);
    set(out, DateFeature::kReadingTimeNear, reading_time);
    set(out, DateFeature::kListAbove, list_above);
    set(out, DateFeature::kSinceLastBody, since_body);
    set(out, DateFeature::kBodyBelow, body_below);
    set(out, DateFeature::kBodyRows, static_cast<int64_t>(reading_.page.paragraphs.size()));
    set(out, DateFeature::kLongAbove, r > 0 ? reading_.row(r - 1).words : 0);
    set(out, DateFeature::kLongBelow, r + 1 < count ? reading_.row(r + 1).words : 0);
  }

  const Reading& reading_;
  const std::pmr::vector<DateCandidate>& all_;
  std::array<int64_t, kMaxDateCandidates> days_{};
  std::array<bool, kMaxDateCandidates> first_of_day_{};
  int64_t newest_ = INT64_MIN;
  int32_t copyright_ = 0;
};

}  // namespace

void find_date_candidates(const Reading& reading, DateCandidates* out) {
  collect(reading, out);
  int32_t year = usual_year(out->all);
  year = year != 0 ? year : copyright_year(reading);
  if (year != 0 && !reading.time.reference.known()) {
    resolve_without_year(reading, year, out);
  }
  keep_days(out);
  for (DateCandidate& candidate : out->all) {
    candidate.updated = updated_before(reading, candidate);
  }
  const DateViewer viewer(reading, *out);
  for (size_t i = 0; i < out->all.size(); ++i) {
    out->features.push_back(viewer.view(i));
  }
}

}  // namespace article
