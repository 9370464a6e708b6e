// Amounts that count from a reference: "3 days ago", "in two years"; how precise they are.
#include <algorithm>
#include <cstdlib>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"

namespace article {

// Adds years to seconds; the day of the month is cut to the month's length.
void Resolver::add_amounts(const DatePoint& p, Instant* at) noexcept {
  int64_t months = p.amount[kMonthUnit] + 3 * p.amount[kQuarterUnit] +
                   12 * (p.amount[kYearUnit] + 10 * p.amount[kDecadeUnit] + 100 * p.amount[kCenturyUnit]);
  const int sign = p.direction < 0 ? -1 : 1;
  int64_t seconds = p.amount[kSecondUnit] + 60 * p.amount[kMinuteUnit] + 3600 * p.amount[kHourUnit] +
                    86400 * (p.amount[kDayUnit] + 7 * p.amount[kWeekUnit]);
  const int64_t rest = months % 1000;
  months /= 1000;
  seconds = (seconds + rest * 30 * 86400) / 1000;
  const bool mixed = sign_mixed(p);
  const int64_t index = at->year * 12LL + at->month - 1 + (mixed ? months : sign * std::llabs(months));
  const int64_t year = index >= 0 ? index / 12 : -1;
  if (year < 1 || year > 9999) {
    failed_ = true;
    return;
  }
  const int month = static_cast<int>(index % 12) + 1;
  const int day = std::min<int>(at->day, days_in_month(year, month));
  int64_t clock = at->hour * 3600LL + at->minute * 60LL + at->second + (mixed ? seconds : sign * std::llabs(seconds));
  int64_t days = days_from_civil(year, month, day);
  int64_t carry = clock / 86400;
  if (clock % 86400 < 0) {
    --carry;
  }
  clock -= carry * 86400;
  days += carry;
  const Civil c = civil_from_days(days);
  if (c.year < 1 || c.year > 9999) {
    failed_ = true;
    return;
  }
  at->year = c.year;
  at->month = static_cast<uint8_t>(c.month);
  at->day = static_cast<uint8_t>(c.day);
  at->hour = static_cast<uint8_t>(clock / 3600);
  at->minute = static_cast<uint8_t>(clock / 60 % 60);
  at->second = static_cast<uint8_t>(clock % 60);
}

// "-1 decade +2 years": the amounts carry their own signs.
bool Resolver::sign_mixed(const DatePoint& p) noexcept {
  bool negative = false;
  bool positive = false;
  for (const int64_t amount : p.amount) {
    negative = negative || amount < 0;
    positive = positive || amount > 0;
  }
  return negative && positive;
}

int Resolver::finest_unit(const DatePoint& p) noexcept {
  for (int u = 1; u < 11; ++u) {
    if (p.amount[u] != 0) {
      // "2.5 hours" is half an hour exact
      return p.amount[u] % 1000 != 0 && u > 1 ? std::min<int>(u - 1, u == kWeekUnit ? kDayUnit : u - 1) : u;
    }
  }
  return kDayUnit;
}

DatePrecision Resolver::delta_precision(const DatePoint& p) const noexcept {
  const int unit = finest_unit(p);
  if (unit <= kMinuteUnit) {
    return DatePrecision::kSecond;
  }
  if (unit == kHourUnit) {
    return DatePrecision::kMinute;
  }
  if (context_.prose) {
    return DatePrecision::kDay;
  }
  // One step finer than the unit: what "two years ago" leaves open is the month.
  return unit == kDayUnit ? DatePrecision::kHour : unit <= kQuarterUnit ? DatePrecision::kDay : DatePrecision::kMonth;
}

void Resolver::resolve_delta() noexcept {
  const bool clock_units = (p_->amount[kSecondUnit] | p_->amount[kMinuteUnit] | p_->amount[kHourUnit]) != 0;
  Instant base = context_.prose && !clock_units ? base_ : context_.reference.known() ? context_.reference : Instant();
  if (!base.known() || base.year == 0 || (clock_units && !base.has_clock() && !context_.reference.known())) {
    failed_ = true;
    return;
  }
  add_amounts(*p_, &base);
  at_ = base;
  at_.precision = delta_precision(*p_);
  if (at_.precision == DatePrecision::kHour) {
    at_.minute = 0;
  }
  if (at_.precision > base.precision && base.precision == DatePrecision::kDay && !clock_units) {
    at_.precision = std::min(at_.precision, DatePrecision::kDay);
  }
  if (at_.precision < DatePrecision::kHour) {
    at_.offset_minutes = kNoOffset;
  }
  const int64_t day = day_number(at_);
  if (p_->weekday != 0) {
    set_day(monday_of_week(day) + p_->weekday - 1);
    at_.precision = DatePrecision::kDay;
  }
  if (p_->month != 0) {
    at_.month = p_->month;
    at_.day = std::max<uint8_t>(p_->day, 1);
    at_.precision = p_->day != 0 ? DatePrecision::kDay : DatePrecision::kMonth;
  }
}

}  // namespace article
