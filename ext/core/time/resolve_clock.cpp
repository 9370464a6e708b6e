// Times of day on their day: halves of the day, dayparts, midnight; and the parts of periods.
#include <algorithm>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"

namespace article {

namespace {

struct Window {
  uint8_t from;
  uint8_t to;  // hour; 24: 23:59:59
};

Window window_of(int daypart) noexcept {
  switch (daypart) {
    case kMorning:
      return {8, 12};
    case kAfternoon:
      return {12, 16};
    case kEvening:
      return {16, 20};
    case kNight:
      return {20, 24};
    case kDawn:
      return {4, 8};
    case kDaytime:
      return {8, 18};
    default:
      return {0, 24};
  }
}

}  // namespace

void Resolver::count_from(const Instant& instant) noexcept {
  if (instant.known() && instant.year != 0) {
    base_ = instant;
    has_base_ = true;
    today_ = day_number(instant);
  }
}

Instant Resolver::end() const noexcept {
  if (has_end_) {
    return end_;
  }
  Instant out = at_;
  const Civil c = civil_from_days(period_end_);
  out.year = c.year;
  out.month = static_cast<uint8_t>(c.month);
  out.day = static_cast<uint8_t>(c.day);
  if (out.precision == DatePrecision::kWeek || out.precision == DatePrecision::kQuarter) {
    out.precision = DatePrecision::kDay;
  }
  return out;
}

// Hour of 24, from the half of the day or the daypart; 24: midnight that ends the day.
int Resolver::clock_hour() const noexcept {
  const int hour = p_->hour;
  if (p_->half_day == 2) {
    return hour < 12 ? hour + 12 : hour;
  }
  if (p_->half_day == 1) {
    return hour == 12 ? 0 : hour;
  }
  if (hour > 12) {
    return hour;
  }
  switch (p_->daypart) {
    case kAfternoon:
      return hour < 12 ? hour + 12 : hour;
    case kEvening:
      return hour == 12 ? 24 : hour >= 1 ? hour + 12 : hour;
    case kNight:
      return hour == 12 ? 24 : hour >= 6 && hour < 12 ? hour + 12 : hour;
    case kNoon:
      return hour >= 1 && hour < 4 ? hour + 12 : hour;
    default:
      return hour;
  }
}

void Resolver::resolve_clock() noexcept {
  int hour = clock_hour();
  const bool dated = at_.precision != DatePrecision::kNone;
  const int minute = std::max<int>(p_->minute, 0);
  if (!dated && has_base_ && !context_.prose) {
    int64_t day = today_;
    const int now = base_.has_clock() ? base_.hour * 60 + base_.minute : 0;
    const bool midnight = hour == 0 && minute == 0 && (p_->daypart == kMidnight || p_->half_day == 1);
    if (from_publication_ && base_.has_clock()) {
      // The instant nearest to publication.
      const int away = hour * 60 + minute - now;
      day += away > 720 ? -1 : away < -720 ? 1 : 0;
    } else if (midnight && now > 0) {
      ++day;
    } else if (has(kVagueClock) && p_->half_day == 0 && p_->daypart == 0 && hour >= 1 && hour <= 12) {
      // "at three": the next one
      const int first = hour % 12 * 60 + minute;
      hour = first > now ? hour % 12 : first + 720 > now ? hour % 12 + 12 : hour % 12;
      if (hour * 60 + minute <= now) {
        ++day;
      }
    }
    set_period(day, day + 1, DatePrecision::kDay);
  } else if (dated && has(kVagueClock) && p_->half_day == 0 && has(kHasRelativeDay) && p_->day_shift == 0 &&
             has_base_ && base_.has_clock() && hour <= 12 && !context_.prose && p_->daypart == 0) {
    hour = hour * 60 + minute < base_.hour * 60 + base_.minute && hour < 12 ? hour + 12 : hour;
  }
  if (hour == 24) {
    hour = 0;
    if (at_.precision != DatePrecision::kNone) {
      set_day(day_number(at_) + 1);
    }
  }
  if (at_.precision == DatePrecision::kNone) {
    at_.year = 0;
  } else if (at_.precision < DatePrecision::kDay && !has(kHasDelta)) {
    failed_ = true;  // a time of day in a month without a day
    return;
  }
  at_.hour = static_cast<uint8_t>(hour);
  at_.minute = static_cast<uint8_t>(minute);
  at_.second = static_cast<uint8_t>(std::max<int>(p_->second, 0));
  at_.precision = p_->second >= 0   ? DatePrecision::kSecond
                  : p_->minute >= 0 ? DatePrecision::kMinute
                                    : DatePrecision::kHour;
  at_.offset_minutes = p_->offset_minutes != kNoOffset            ? p_->offset_minutes
                       : has(kAmbiguousZoneFlag) || at_.year == 0 ? kNoOffset
                                                                  : context_.default_offset;
  if (has_summer_time(at_.offset_minutes)) {
    const bool summer = at_.year != 0 && is_summer_time(at_.year, at_.month, at_.day);
    at_.offset_minutes = static_cast<int16_t>(winter_offset(at_.offset_minutes) + (summer ? 60 : 0));
  }
  if (has(kAmbiguousZoneFlag) && p_->offset_minutes == kNoOffset && at_.year != 0) {
    at_.offset_minutes = context_.default_offset;
  }
  interval_ = false;
}

// "this morning", "in the evening": a stretch of hours.
void Resolver::resolve_daypart() noexcept {
  const Window window = window_of(p_->daypart);
  const bool dated = at_.precision != DatePrecision::kNone;
  if (dated && at_.precision != DatePrecision::kDay) {
    return;
  }
  if (!dated) {
    at_.year = 0;
  }
  at_.precision = DatePrecision::kHour;
  at_.hour = window.from;
  at_.minute = 0;
  at_.second = 0;
  at_.offset_minutes = kNoOffset;
  end_ = at_;
  if (window.to == 24) {
    end_.hour = 23;
    end_.minute = 59;
    end_.second = 59;
    end_.precision = DatePrecision::kSecond;
  } else {
    end_.hour = window.to;
  }
  has_end_ = true;
  interval_ = true;
}

// Start, middle and end of a period.
void Resolver::resolve_part() noexcept {
  if (has(kHasClock) || interval_ || at_.precision == DatePrecision::kNone) {
    return;
  }
  const int64_t first = day_number(at_);
  const int64_t length = period_end_ - first;
  if (at_.precision == DatePrecision::kDay && p_->part == kEnd) {
    at_.hour = 23;
    at_.minute = 59;
    at_.second = 59;
    at_.precision = DatePrecision::kSecond;
    return;
  }
  if (at_.precision == DatePrecision::kDay || length <= 0) {
    return;
  }
  if (context_.prose) {
    if (p_->part == kFirstHalf || p_->part == kSecondHalf || p_->part == kEarlier || p_->part == kLater) {
      const bool later = p_->part == kSecondHalf || p_->part == kLater;
      int64_t middle = first + length / 2;
      if (at_.precision == DatePrecision::kYear) {
        middle = days_from_civil(at_.year, 7, 1);
      } else if (at_.precision == DatePrecision::kMonth) {
        middle = days_from_civil(at_.year, at_.month, 16);
      } else if (at_.precision == DatePrecision::kWeek) {
        middle = first + 3;
      }
      set_period(later ? middle : first, later ? period_end_ : middle, DatePrecision::kDay);
      interval_ = true;
    }
    return;
  }
  if (at_.precision == DatePrecision::kMonth) {
    const int64_t day = p_->part == kStart    ? first
                        : p_->part == kMiddle ? first + 14
                        : p_->part == kEnd    ? period_end_ - 1
                                              : first;
    set_period(day, day + 1, DatePrecision::kDay);
  }
}

Instant Resolver::edge() noexcept {
  const bool period = at_.precision >= DatePrecision::kYear && at_.precision <= DatePrecision::kWeek;
  if (!context_.prose || !period || period_end_ <= day_number(at_)) {
    return at_;
  }
  if (p_->part == kEnd) {
    set_day(period_end_);
  } else if (p_->part == kMiddle) {
    set_day(day_number(at_) + (period_end_ - day_number(at_)) / 2);
    at_.precision = DatePrecision::kDay;
  }
  return at_;
}

// "two days after Easter", "third Tuesday after Christmas".
void Resolver::resolve_after() noexcept {
  if (has(kDeltaAfter)) {
    const bool clock_units = (p_->amount[kSecondUnit] | p_->amount[kMinuteUnit] | p_->amount[kHourUnit]) != 0;
    const DatePrecision before = at_.precision;
    add_amounts(*p_, &at_);
    at_.precision = clock_units ? DatePrecision::kSecond : std::max(before, DatePrecision::kDay);
    if (before == DatePrecision::kMonth || before == DatePrecision::kYear) {
      at_.precision = before;
    }
    interval_ = false;
  }
  if (has(kNthAfter)) {
    const int weekday = p_->nth_unit - kWeekdayUnit;
    if (weekday < 1) {
      failed_ = true;
      return;
    }
    const int64_t day = day_number(at_);
    const int64_t ahead = day + 1 + (weekday - weekday_of(day + 1) + 7) % 7 + 7 * (p_->nth - 1);
    const int64_t behind = day - 1 - (weekday_of(day - 1) - weekday + 7) % 7 + 7 * (p_->nth + 1);
    const int64_t target = p_->nth > 0 ? ahead : behind;
    set_period(target, target + 1, DatePrecision::kDay);
  }
}

bool Resolver::resolve(const DatePoint& point) noexcept {
  p_ = &point;
  at_ = Instant();
  failed_ = false;
  interval_ = false;
  has_end_ = false;
  season_ = nullptr;
  resolve_date();
  if (!failed_ && has(kDeltaAfter | kNthAfter)) {
    resolve_after();
  }
  if (!failed_ && point.part != 0) {
    resolve_part();
  }
  if (!failed_ && has(kHasClock)) {
    resolve_clock();
  } else if (!failed_ && point.daypart != 0 && has(kHasDaypart)) {
    resolve_daypart();
  }
  return !failed_ && at_.known();
}

}  // namespace article
