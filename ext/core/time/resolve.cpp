// From what the text says to a value: the missing year, day or half of the day, periods, and what counts from a
// reference.
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

int64_t distance(int64_t a, int64_t b) noexcept {
  return a > b ? a - b : b - a;
}

}  // namespace

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

int Resolver::full_year() const noexcept {
  int year = p_->year;
  if (p_->year_digits > 2 || p_->year > 99) {
    const TimeLanguageRow* row = language_row(context_.language.best);
    const bool buddhist = row != nullptr && (row->options & kBuddhistOption) != 0 && year >= 2400 && year < 2700;
    return buddhist ? year - 543 : year;
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

// The year of a day and month that names none.
int Resolver::infer_year(int month, int day) noexcept {
  const int probe = day == 0 ? 15 : day;
  int best = 0;
  int64_t best_distance = 0;
  const auto fits = [&](int year) {
    return valid_date(year, month, std::max(day, 1)) &&
           (p_->weekday == 0 || day == 0 || weekday_of(days_from_civil(year, month, day)) == p_->weekday);
  };
  const bool sentence = from_publication_ || context_.prose;
  // First years in which the weekday fits; a weekday that fits no near year is a slip of the text, not a hint.
  for (int pass = p_->weekday != 0 && day != 0 ? 0 : 1; pass < 2; ++pass) {
    const auto allowed = [&](int year) {
      return valid_date(year, month, std::max(day, 1)) && (pass == 1 || fits(year));
    };
    const auto away = [&](int year) {
      return days_from_civil(year, month, std::min(probe, days_in_month(year, month))) - today_;
    };
    if (!from_publication_ && allowed(base_.year)) {
      const int64_t ahead = away(base_.year);
      if (sentence ? distance(ahead, 0) <= kFarInProse : ahead <= kFarAhead && -ahead <= kFarBehind) {
        return base_.year;
      }
    }
    for (int year = base_.year - 8; year <= base_.year + 8; ++year) {
      if (!allowed(year)) {
        continue;
      }
      const int64_t gap = distance(away(year), 0);
      if (best == 0 || gap < best_distance) {
        best = year;
        best_distance = gap;
      }
    }
    if (best != 0 && (pass == 1 || best_distance <= 366 + 180)) {
      return best;
    }
    best = 0;
  }
  return best;
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
    if (p_->weekday != 0 && weekday_of(days) != p_->weekday) {
      continue;
    }
    const bool ahead_only = !context_.prose && !from_publication_;
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
