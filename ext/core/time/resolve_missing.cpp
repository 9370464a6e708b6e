// What a date leaves out: the century of a year, the year of a day and month, the month of a day; dates of other
// calendars.
#include <algorithm>
#include <cstdlib>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"

namespace article {

namespace {

// A date without a year belongs to the year of the reference, unless that puts it so far away that the turn of the year
// lies between ("Dec 28" read in January).
constexpr int64_t kFarAhead = 330;
constexpr int64_t kFarBehind = 320;
constexpr int64_t kFarInProse = 210;
constexpr int64_t kFarWeekday = 366 + 180;
constexpr int64_t kZonesApart = 1;  // a page may be captured where the day has not begun yet

int64_t distance(int64_t a, int64_t b) noexcept {
  return a > b ? a - b : b - a;
}

}  // namespace

// A year of two digits in its century, one of another era in ours.
int Resolver::full_year() const noexcept {
  int year = p_->year;
  if (p_->year_digits > 2 || p_->year > 99) {
    const TimeLanguageRow* row = language_row(context_.language.best);
    const bool buddhist = row != nullptr && (row->options & kBuddhistOption) != 0 && year >= 2400 && year < 2700;
    return buddhist ? year - 543 : year;
  }
  const TimeLanguageRow* language = language_row(context_.language.best);
  if (language != nullptr && (language->options & kBuddhistOption) != 0 && year >= 30) {
    return year + 2500 - 543;
  }
  if (p_->calendar == kJalali) {
    return year + (year >= 50 ? 1300 : 1400);
  }
  if (p_->calendar == kHijri) {
    return year + (year >= 50 ? 1300 : 1400);
  }
  const int pivot = has_base_ ? base_.year % 100 + 20 : 68;
  const int century = has_base_ ? base_.year / 100 * 100 : 2000;
  return year + (year <= pivot ? century : century - 100);
}

// What is asked of a year beside that it has the day.
struct Resolver::YearRule {
  bool weekday;  // it has the weekday of the text
  bool past;     // the day has come
};

bool Resolver::year_fits(int year, int month, int day, YearRule rule) const noexcept {
  if (!valid_date(year, month, std::max(day, 1))) {
    return false;
  }
  const int64_t days = days_from_civil(year, month, std::max(day, 1));
  return (!rule.weekday || weekday_of(days) == p_->weekday) && (!rule.past || days <= today_ + kZonesApart);
}

// The nearest year under a rule, which is that of the reference for most days; 0: none.
int Resolver::nearest_year(int month, int day, YearRule rule) const noexcept {
  const auto away = [&](int year) {
    const int probe = day == 0 ? 15 : day;
    return days_from_civil(year, month, std::min(probe, days_in_month(year, month))) - today_;
  };
  if (!from_publication_ && year_fits(base_.year, month, day, rule)) {
    const int64_t ahead = away(base_.year);
    if (context_.prose ? distance(ahead, 0) <= kFarInProse : ahead <= kFarAhead && -ahead <= kFarBehind) {
      return base_.year;
    }
  }
  int best = 0;
  for (int year = base_.year - 8; year <= base_.year + 8; ++year) {
    const bool nearer = best == 0 || distance(away(year), 0) < distance(away(best), 0);
    best = nearer && year_fits(year, month, day, rule) ? year : best;
  }
  const bool far = rule.weekday && best != 0 && distance(away(best), 0) > kFarWeekday;
  return far ? 0 : best;
}

// The year of a day and month that names none.
int Resolver::infer_year(int month, int day) noexcept {
  // A weekday that fits no near year is a slip of the text, not a hint.
  const bool weekday = p_->weekday != 0 && day != 0;
  const bool past = context_.stamp && !from_publication_;
  int year = weekday && past ? nearest_year(month, day, {true, true}) : 0;
  year = year == 0 && weekday ? nearest_year(month, day, {true, false}) : year;
  year = year == 0 && past ? nearest_year(month, day, {false, true}) : year;
  return year != 0 ? year : nearest_year(month, day, {false, false});
}

// The month of a day alone: "the 15th", "Thu 15th".
void Resolver::infer_month(int day) noexcept {
  const int64_t start = base_.year * 12LL + base_.month - 1;
  int64_t best_day = 0;
  bool found = false;
  for (int step = -1; step <= 18; ++step) {
    const int64_t index = start + step;
    const int month = static_cast<int>(index % 12) + 1;
    if (!valid_date(index / 12, month, day)) {
      continue;
    }
    const int64_t days = days_from_civil(index / 12, month, day);
    const int direction = has(kHasDelta) ? 0 : p_->direction;  // "last 7th"
    if ((direction < 0 && days > today_) || (direction > 0 && days < today_)) {
      continue;
    }
    if (p_->weekday != 0 && weekday_of(days) != p_->weekday) {
      continue;
    }
    const bool ahead_only = !context_.prose && !from_publication_ && !context_.stamp;
    if (context_.stamp && !from_publication_ && days > today_ + kZonesApart) {
      continue;
    }
    if (ahead_only) {
      if (days >= today_) {
        best_day = days;
        found = true;
        break;
      }
    } else if (!found || distance(days, today_) < distance(best_day, today_)) {
      best_day = days;
      found = true;
    }
  }
  if (!found && p_->weekday != 0) {
    DatePoint without = *p_;
    without.weekday = 0;
    const DatePoint* keep = p_;
    p_ = &without;
    infer_month(day);
    p_ = keep;
    return;
  }
  if (!found) {
    failed_ = true;
    return;
  }
  set_day(best_day);
  at_.precision = DatePrecision::kDay;
}

void Resolver::resolve_other_calendar() noexcept {
  const int year = p_->year != 0 ? full_year() : 0;
  if (p_->month == 0 || year == 0) {
    failed_ = p_->month != 0 || !has_base_;
    if (year != 0) {
      int64_t days = 0;
      const bool ok = p_->calendar == kHijri ? days_from_hijri(year, 1, 1, &days) : days_from_jalali(year, 1, 1, &days);
      failed_ = !ok;
      set_day(days);
      at_.precision = DatePrecision::kYear;
    } else if (p_->month != 0 && has_base_) {
      // The year whose date is nearest.
      failed_ = true;
      for (int y = 1; y <= 1600; ++y) {
        int64_t days = 0;
        const bool ok = p_->calendar == kHijri ? days_from_hijri(y, p_->month, std::max<int>(p_->day, 1), &days)
                                               : days_from_jalali(y, p_->month, std::max<int>(p_->day, 1), &days);
        if (ok && (failed_ || distance(days, today_) < distance(day_number(at_), today_))) {
          failed_ = false;
          set_day(days);
        }
      }
      at_.precision = p_->day != 0 ? DatePrecision::kDay : DatePrecision::kMonth;
    }
    return;
  }
  int64_t days = 0;
  const int day = std::max<int>(p_->day, 1);
  const bool ok = p_->calendar == kHijri ? days_from_hijri(year, p_->month, day, &days)
                                         : days_from_jalali(year, p_->month, day, &days);
  if (!ok) {
    failed_ = true;
    return;
  }
  set_day(days);
  at_.precision = p_->day != 0 ? DatePrecision::kDay : DatePrecision::kMonth;
}

}  // namespace article
