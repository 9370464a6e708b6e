// Periods and what is counted in them: "last week", "next two months", "the third Tuesday of May".
#include <algorithm>
#include <cstdlib>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"

namespace article {

// Sets the year, month or period that the other fields are parts of.  False: nothing says it.
bool Resolver::resolve_container() noexcept {
  const bool period = has(kHasPeriod) && p_->period < kWeekdayUnit;
  if (period) {
    if (!has_base_) {
      failed_ = true;
      return false;
    }
    if (p_->period <= kHourUnit) {
      return false;
    }
    period_around(today_, p_->period, p_->period_shift);
    if (p_->period == kYearUnit && p_->month != 0 && p_->calendar == kGregorian) {
      period_around(days_from_civil(at_.year, p_->month, 1), kMonthUnit, 0);
    }
    return true;
  }
  if (p_->year != 0 && p_->month != 0) {
    period_around(days_from_civil(full_year(), p_->month, 1), kMonthUnit, 0);
    return true;
  }
  if (p_->year != 0) {
    period_around(days_from_civil(std::clamp(full_year(), 1, 9998), 1, 1), kYearUnit, 0);
    return true;
  }
  if (p_->month != 0 && has_base_) {
    const int year = infer_year(p_->month, p_->day);
    if (year != 0) {
      period_around(days_from_civil(year, p_->month, 1), kMonthUnit, 0);
      return true;
    }
  }
  return false;
}

// The nth unit or weekday of [first, end).
void Resolver::resolve_nth(int64_t first, int64_t end) noexcept {
  const int n = p_->nth;
  const int unit = p_->nth_unit;
  const int count = std::max<int>(p_->period_count, 1);
  if (unit > kWeekdayUnit) {
    const int weekday = unit - kWeekdayUnit;
    int64_t day = 0;
    if (n > 0) {
      day = first + (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1);
    } else {
      day = end - 1 - (weekday_of(end - 1) - weekday + 7) % 7 + 7 * (n + 1);
    }
    failed_ = failed_ || day < first || day >= end;
    set_period(day, day + 1, DatePrecision::kDay);
    return;
  }
  int64_t start = 0;
  if (unit == kWeekUnit) {
    const bool year = end - first > 40;
    int64_t monday = monday_of_week(first);
    if (n > 0) {
      // ISO weeks of a year; of a month those that begin in it.
      const bool counts = year || context_.prose ? monday + 3 >= first : monday >= first;
      start = monday + (counts ? 0 : 7) + 7 * (n - 1);
    } else {
      monday = monday_of_week(end - 1);
      start = monday + (monday + 3 < end ? 0 : -7) + 7 * (n + 1) - (n == -1 ? 7 * (count - 1) : 0);
    }
    failed_ = failed_ || start + 3 >= end + (year ? 0 : 3);  // "the 53rd week of 2019", "the sixth of May"
    set_period(start, start + 7 * count, DatePrecision::kWeek);
  } else if (unit == kWeekendUnit) {
    start = n > 0 ? first + (6 - weekday_of(first) + 7) % 7 + 7 * (n - 1)
                  : end - 1 - (weekday_of(end - 1) - 6 + 7) % 7 + 7 * (n + 1);
    set_period(start, start + 2, DatePrecision::kDay);
    interval_ = true;
    return;
  } else if (unit == kDayUnit) {
    start = n > 0 ? first + n - 1 : end + n - (n == -1 ? count - 1 : 0);
    failed_ = failed_ || start < first || start >= end;
    set_period(start, start + count, DatePrecision::kDay);
  } else {
    const int64_t from = n > 0 ? first : end - 1;
    period_around(from, unit, n > 0 ? n - 1 : n + 1 - (n == -1 ? count - 1 : 0));
    failed_ = failed_ || (n > 0 && (unit == kMonthUnit || unit == kQuarterUnit) && day_number(at_) >= end);
    if (count > 1) {
      const Instant keep = at_;
      period_around(day_number(at_), unit, count - 1);
      at_ = keep;
    }
  }
  interval_ = interval_ || count > 1;
}

void Resolver::resolve_weekday_period() noexcept {
  const int weekday = p_->period - kWeekdayUnit;
  const int shift = p_->period_shift;
  const TimeLanguageRow* row = language_row(context_.language.best);
  const bool next_week = row == nullptr || (row->options & kNextWeekOption) != 0;
  const int64_t week_day = monday_of_week(today_) + weekday - 1;
  int64_t day = 0;
  if (shift == 0 && context_.prose) {
    day = week_day;
  } else if (shift == 0) {
    day = today_ + (weekday - weekday_of(today_) + 7) % 7;
  } else if (shift < 0) {
    day = week_day + 7 * shift;
  } else if ((next_week || context_.prose) && shift == 1) {
    day = week_day + 7;
  } else {
    day = today_ + 1 + (weekday - weekday_of(today_ + 1) + 7) % 7 + 7 * (shift - 1);
  }
  set_period(day, day + 1, DatePrecision::kDay);
}

// "next two weeks": from the reference on, or whole quarters, decades.
void Resolver::resolve_counted_period() noexcept {
  const int unit = p_->period;
  const int count = p_->period_count;
  const int shift = p_->period_shift;
  if (!context_.prose) {
    if (unit <= kHourUnit) {
      at_ = base_;
      DatePoint amount;
      amount.amount[unit] = count * 1000LL;
      amount.direction = static_cast<int8_t>(shift);
      add_amounts(amount, &at_);
      at_.precision = unit == kHourUnit     ? DatePrecision::kHour
                      : unit == kMinuteUnit ? DatePrecision::kMinute
                                            : DatePrecision::kSecond;
      at_.minute = unit == kHourUnit ? uint8_t{0} : at_.minute;
      return;
    }
    period_around(today_, unit, shift * count);
    interval_ = false;
    return;
  }
  Instant start = base_;
  Instant end = base_;
  if (unit <= kHourUnit) {
    DatePoint amount;
    amount.amount[unit] = count * 1000;
    amount.direction = static_cast<int8_t>(shift);
    add_amounts(amount, shift < 0 ? &start : &end);
    start.precision = DatePrecision::kMinute;
    end.precision = DatePrecision::kMinute;
    at_ = start;
    end_ = end;
    has_end_ = true;
    interval_ = true;
    return;
  }
  if (unit == kDecadeUnit) {
    const int64_t first = base_.year / 10 * 10 + (shift < 0 ? -10 * count : 10);
    if (first < 1 || first + 10 * count > 9998) {
      failed_ = true;
      return;
    }
    set_period(days_from_civil(first, 1, 1), days_from_civil(first + 10 * count, 1, 1), DatePrecision::kDay);
    interval_ = true;
    return;
  }
  if (unit == kQuarterUnit || unit == kCenturyUnit || unit == kWeekendUnit) {
    period_around(today_, unit, shift < 0 ? -count : 1);
    const Instant keep = at_;
    period_around(today_, unit, shift < 0 ? -1 : count);
    at_ = keep;
    at_.precision = DatePrecision::kDay;
    interval_ = true;
    return;
  }
  DatePoint amount;
  amount.amount[unit < 11 ? unit : kWeekUnit] = count * 1000 * (unit == kFortnightUnit ? 2 : 1);
  amount.direction = static_cast<int8_t>(shift < 0 ? -1 : 1);
  Instant from = base_;
  from.hour = 0;
  from.minute = 0;
  from.second = 0;
  if (shift > 0) {
    const Civil c = civil_from_days(today_ + 1);
    from.year = c.year;
    from.month = static_cast<uint8_t>(c.month);
    from.day = static_cast<uint8_t>(c.day);
  }
  Instant to = from;
  add_amounts(amount, &to);
  at_ = shift < 0 ? to : from;
  at_.precision = DatePrecision::kDay;
  at_.offset_minutes = kNoOffset;
  period_end_ = day_number(shift < 0 ? from : to);
  interval_ = true;
}

void Resolver::resolve_period() noexcept {
  if (!has_base_) {
    failed_ = true;
    return;
  }
  if (p_->period_count > 0 && !has(kHasNth)) {
    resolve_counted_period();
    return;
  }
  if (p_->period == kMonthPeriod) {
    const int64_t index = base_.year * 12LL + base_.month - 1;
    int64_t target = base_.year * 12LL + p_->month - 1;
    const int shift = p_->period_shift;
    if (shift > 0) {
      target += target <= index ? 12 : 0;
      target += 12 * (shift - 1);
    } else if (shift < 0) {
      target -= target >= index ? 12 : 0;
      target += 12 * (shift + 1);
    }
    const int64_t first = days_from_civil(target / 12, static_cast<int>(target % 12) + 1, 1);
    period_around(first, kMonthUnit, 0);
    if (p_->day != 0) {
      set_period(first + p_->day - 1, first + p_->day, DatePrecision::kDay);
    }
    return;
  }
  if (p_->period > kWeekdayUnit && p_->period < kMonthPeriod) {
    resolve_weekday_period();
    return;
  }
  if (p_->period <= kHourUnit) {
    at_ = base_;
    DatePoint amount;
    amount.amount[p_->period] = 1000 * std::abs(p_->period_shift);
    amount.direction = static_cast<int8_t>(p_->period_shift < 0 ? -1 : 1);
    if (context_.prose && p_->period_shift != 0) {
      end_ = base_;
      add_amounts(amount, p_->period_shift < 0 ? &at_ : &end_);
      at_.precision = DatePrecision::kMinute;
      end_.precision = DatePrecision::kMinute;
      has_end_ = true;
      interval_ = true;
      return;
    }
    add_amounts(amount, &at_);
    at_.precision = p_->period == kHourUnit     ? DatePrecision::kHour
                    : p_->period == kMinuteUnit ? DatePrecision::kMinute
                                                : DatePrecision::kSecond;
    if (p_->period == kHourUnit) {
      at_.minute = 0;
    }
    return;
  }
  period_around(today_, p_->period, p_->period_shift);
}

}  // namespace article
