// From what the text says to a value: the missing year, day or half of the day, periods, and what counts from a
// reference.
#include <algorithm>
#include <cstdlib>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"

namespace article {

Resolver::Resolver(const TimeContext& context) noexcept : context_(context) {
  const Instant& article = context.publication;
  base_ = article.known() && article.year != 0 ? article : context.reference;
  from_publication_ = article.known() && article.year != 0;
  has_base_ = base_.known() && base_.year != 0;
  if (has_base_) {
    today_ = day_number(base_);
  }
}

bool Resolver::has(uint32_t flags) const noexcept {
  return (p_->flags & flags) != 0;
}

void Resolver::set_day(int64_t days) noexcept {
  const Civil civil = civil_from_days(days);
  if (civil.year < 1 || civil.year > 9999) {
    failed_ = true;
    return;
  }
  at_.year = civil.year;
  at_.month = static_cast<uint8_t>(civil.month);
  at_.day = static_cast<uint8_t>(civil.day);
}

void Resolver::set_period(int64_t first_day, int64_t end_day, DatePrecision precision) noexcept {
  set_day(first_day);
  period_end_ = end_day;
  at_.precision = precision;
}

// "last decade" is ten years ago.
void Resolver::set_year_only(int64_t year) noexcept {
  if (year < 1 || year > 9998) {
    failed_ = true;
    return;
  }
  set_period(days_from_civil(year, 1, 1), days_from_civil(year + 1, 1, 1), DatePrecision::kYear);
}

// The unit `shift` periods from the one that holds `day`.
void Resolver::period_around(int64_t day, int unit, int64_t shift) noexcept {
  const Civil c = civil_from_days(day);
  switch (unit) {
    case kDayUnit:
    case kWorkdayUnit:
      set_period(day + shift, day + shift + 1, DatePrecision::kDay);
      return;
    case kWeekUnit:
    case kFortnightUnit:
      set_period(monday_of_week(day) + 7 * shift, monday_of_week(day) + 7 * shift + 7, DatePrecision::kWeek);
      return;
    case kWeekendUnit:
      set_period(monday_of_week(day) + 7 * shift + 5, monday_of_week(day) + 7 * shift + 7, DatePrecision::kDay);
      interval_ = true;
      return;
    case kMonthUnit:
    case kQuarterUnit:
    case kHalfUnit: {
      const int length = unit == kMonthUnit ? 1 : unit == kQuarterUnit ? 3 : 6;
      const int64_t index = c.year * 12LL + (c.month - 1) / length * length + shift * length;
      const int64_t next = index + length;
      set_period(days_from_civil(index / 12, static_cast<int>(index % 12) + 1, 1),
                 days_from_civil(next / 12, static_cast<int>(next % 12) + 1, 1),
                 unit == kMonthUnit     ? DatePrecision::kMonth
                 : unit == kQuarterUnit ? DatePrecision::kQuarter
                                        : DatePrecision::kMonth);
      interval_ = unit == kHalfUnit;
      return;
    }
    case kDecadeUnit:
      set_year_only(c.year + 10 * shift);
      return;
    case kYearUnit:
    case kCenturyUnit: {
      const int length = unit == kYearUnit ? 1 : 100;
      const int64_t year = c.year / length * length + shift * length;
      if (year < 1 || year > 9998) {
        failed_ = true;
        return;
      }
      set_period(days_from_civil(year, 1, 1), days_from_civil(year + length, 1, 1), DatePrecision::kYear);
      return;
    }
    default:
      failed_ = true;
  }
}

int64_t Resolver::holiday_day(int year, int code) noexcept {
  if (code >= 3000) {  // month, which, weekday
    const int month = (code - 3000) / 100;
    const int which = (code - 3000) / 10 % 10;
    const int weekday = code % 10;
    const int64_t first = days_from_civil(year, month, 1);
    const int64_t day = first + (weekday - weekday_of(first) + 7) % 7;
    if (which == 5) {
      int64_t last = day;
      while (last + 7 < first + days_in_month(year, month)) {
        last += 7;
      }
      return last;
    }
    return day + 7 * (which - 1);
  }
  if (code >= 2400) {
    return orthodox_easter(year) + code - 2500;
  }
  if (code >= 2000) {
    return easter(year) + code - 2100;
  }
  return days_from_civil(year, code / 100, code % 100);
}

// Dates that name a weekday alone lie in the week that ends with the day of the article.
void Resolver::resolve_weekday() noexcept {
  if (!has_base_) {
    failed_ = true;
    return;
  }
  const int64_t day = today_ - (weekday_of(today_) - p_->weekday + 7) % 7;
  set_period(day, day + 1, DatePrecision::kDay);
}

void Resolver::resolve_fields() noexcept {
  if (p_->calendar != kGregorian && (has(kHasYear) || has(kHasMonthName) || has(kHasNumeric))) {
    resolve_other_calendar();
    return;
  }
  if (p_->era == 2) {
    failed_ = true;
    return;
  }
  const int year = p_->year != 0 ? full_year() : 0;
  if (year > 9999) {
    failed_ = true;
    return;
  }
  if (p_->month != 0 && p_->day != 0) {
    const int known = year != 0 ? year : has_base_ ? infer_year(p_->month, p_->day) : 0;
    if (known == 0 || !valid_date(known, p_->month, p_->day)) {
      failed_ = true;
      return;
    }
    set_period(days_from_civil(known, p_->month, p_->day), days_from_civil(known, p_->month, p_->day) + 1,
               DatePrecision::kDay);
    return;
  }
  if (p_->month != 0) {
    const int known = year != 0 ? year : has_base_ ? infer_year(p_->month, 0) : 0;
    if (known == 0) {
      failed_ = true;
      return;
    }
    period_around(days_from_civil(known, p_->month, 1), kMonthUnit, 0);
    return;
  }
  if (p_->day != 0) {
    if (!has_base_) {
      failed_ = true;
    } else {
      infer_month(p_->day);
    }
    return;
  }
  if (year != 0) {
    if (year > 9998) {
      failed_ = true;
      return;
    }
    period_around(days_from_civil(year, 1, 1), kYearUnit, 0);
    return;
  }
  if (p_->weekday != 0) {
    resolve_weekday();
    return;
  }
  at_.precision = DatePrecision::kNone;
}

int Resolver::year_of_part() noexcept {
  int year = p_->year != 0 ? full_year() : has_base_ ? base_.year : 0;
  if (p_->year == 0 && has(kHasPeriod) && p_->period == kYearUnit) {
    year += p_->period_shift;
  }
  if (year < 1 || year > 9998) {
    failed_ = true;
    return 0;
  }
  return year;
}

void Resolver::resolve_season(int year) noexcept {
  static constexpr const char* kNames[] = {"-SP", "-SU", "-FA", "-WI"};
  season_ = kNames[(p_->season - 1) & 3];
  const int month = p_->season == 4 ? 12 : 3 * p_->season;
  set_period(days_from_civil(year, month, 1),
             days_from_civil(month == 12 ? year + 1 : year, month == 12 ? 3 : month + 3, 1), DatePrecision::kQuarter);
}

void Resolver::resolve_date() noexcept {
  if (has(kHasDelta) && !has(kDeltaAfter)) {
    resolve_delta();
    return;
  }
  if (has(kHasNow) && has(kNthAfter)) {
    if (!has_base_) {
      failed_ = true;
      return;
    }
    set_period(today_, today_ + 1, DatePrecision::kDay);
    return;
  }
  if (has(kHasNow)) {
    if (!has_base_) {
      failed_ = true;
      return;
    }
    at_ = base_;
    return;
  }
  if (has(kHasRelativeDay)) {
    if (!has_base_) {
      failed_ = true;
      return;
    }
    set_period(today_ + p_->day_shift, today_ + p_->day_shift + 1, DatePrecision::kDay);
    if (has(kHasPeriod) && p_->period < kWeekdayUnit && p_->period > kDayUnit && !has(kHasDaypart)) {
      period_around(today_, p_->period, p_->period_shift);
    }
    return;
  }
  if (has(kHasHoliday)) {
    int year = p_->year != 0 ? full_year() : 0;
    if (year == 0) {
      if (!has_base_) {
        failed_ = true;
        return;
      }
      year = base_.year;
      if (has(kHasPeriod)) {
        const int64_t this_year = holiday_day(year, p_->holiday);
        const int shift = p_->period_shift;
        if (p_->period == kHolidayPeriod) {
          year += shift > 0   ? (this_year <= today_ ? shift : shift - 1)
                  : shift < 0 ? (this_year >= today_ ? shift : shift + 1)
                              : 0;
        } else if (p_->period == kYearUnit) {
          year += shift;
        }
      } else if (p_->holiday < 2000) {
        year = infer_year(p_->holiday / 100, p_->holiday % 100);
        if (!context_.prose && !from_publication_ && holiday_day(base_.year, p_->holiday) < today_ &&
            today_ - holiday_day(base_.year, p_->holiday) < 100) {
          year = base_.year + 1;  // New Year, said in February
        }
      }
    }
    const int64_t day = holiday_day(std::clamp(year, 1, 9998), p_->holiday);
    set_period(day, day + 1, DatePrecision::kDay);
    if (has(kHasPeriod) && p_->period == kWeekendUnit) {
      set_period(day, monday_of_week(day) + 7, DatePrecision::kDay);
      interval_ = true;
    }
    return;
  }
  if (has(kHasSeason)) {
    int year = p_->year != 0 ? full_year() : has_base_ ? base_.year : 0;
    if (p_->year == 0 && has(kHasPeriod)) {
      year += p_->period_shift;
    }
    if (year < 1 || year > 9997) {
      failed_ = true;
      return;
    }
    resolve_season(year);
    return;
  }
  if (has(kHasQuarter)) {
    const int year = year_of_part();
    if (year == 0) {
      return;
    }
    period_around(days_from_civil(year, 3 * p_->quarter - 2, 1), kQuarterUnit, 0);
    if (has(kHasNth)) {
      resolve_nth(day_number(at_), period_end_);
    }
    return;
  }
  if (has(kHasWeek)) {
    const int year = year_of_part();
    if (year == 0) {
      return;
    }
    const int64_t monday = iso_week_start(year, p_->week);
    failed_ = monday >= iso_week_start(year + 1, 1);  // most years have no week 53
    set_period(monday, monday + 7, DatePrecision::kWeek);
    if (p_->weekday != 0) {
      set_period(monday + p_->weekday - 1, monday + p_->weekday, DatePrecision::kDay);
    }
    return;
  }
  if (has(kHasNth) && p_->nth == 0) {  // "the week of 7 October"
    resolve_fields();
    if (!failed_) {
      period_around(day_number(at_), p_->nth_unit, 0);
    }
    return;
  }
  if (has(kHasNth) && !has(kNthAfter)) {
    if (p_->nth_unit == kDecadeUnit || p_->nth_unit == kCenturyUnit) {
      const int length = p_->nth_unit == kCenturyUnit ? 100 : 10;
      if (p_->nth < 1 || p_->nth_unit == kDecadeUnit) {
        failed_ = true;
        return;
      }
      const int first = (p_->nth - 1) * length;
      at_.year = std::max(first, 1);
      set_period(days_from_civil(std::max(first, 1), 1, 1), days_from_civil(first + length, 1, 1), DatePrecision::kDay);
      interval_ = true;
      return;
    }
    if (resolve_container()) {
      resolve_nth(day_number(at_), period_end_);
    } else if (has_base_ && !failed_) {
      period_around(today_,
                    p_->nth_unit == kMonthUnit || p_->nth_unit == kQuarterUnit || p_->nth_unit == kWeekUnit
                        ? kYearUnit
                        : kMonthUnit,
                    0);
      resolve_nth(day_number(at_), period_end_);
    } else {
      failed_ = true;
    }
    return;
  }
  if (has(kHasPeriod) && p_->period > kWeekdayUnit && p_->period < kMonthPeriod && p_->day != 0 && p_->month != 0) {
    resolve_fields();  // "this Friday, 15 June"
    return;
  }
  if (has(kHasPeriod)) {
    const bool inner =
        p_->period < kWeekdayUnit && (p_->day != 0 || p_->weekday != 0 || p_->month != 0) && p_->period_count == 0;
    if (!inner) {
      resolve_period();
      if (p_->period == kMonthPeriod || p_->period > kWeekdayUnit || !has(kHasYear)) {
        return;
      }
    }
    if (!resolve_container()) {
      failed_ = true;
      return;
    }
    const int64_t first = day_number(at_);
    if (p_->day != 0) {
      if (p_->period == kYearUnit && p_->month == 0) {
        failed_ = true;
        return;
      }
      set_period(first + p_->day - 1, first + p_->day, DatePrecision::kDay);
      failed_ = failed_ || (first + p_->day - 1 >= first + 31);
    } else if (p_->weekday != 0) {
      const int64_t day = monday_of_week(first) + p_->weekday - 1 +
                          (p_->period == kWeekUnit || monday_of_week(first) + p_->weekday - 1 >= first ? 0 : 7);
      set_period(day, day + 1, DatePrecision::kDay);
    }
    return;
  }
  resolve_fields();
}

}  // namespace article
