// Instants as text (ISO 8601) and as numbers to compare by.
#include <algorithm>

#include "core/time/calendar.h"
#include "core/time/text_writer.h"
#include "core/time/time.h"

namespace article {

const char* date_kind_name(DateKind kind) noexcept {
  static constexpr const char* kNames[] = {"date", "time", "datetime", "range", "duration", "set"};
  return kNames[static_cast<size_t>(kind)];
}

const char* date_precision_name(DatePrecision precision) noexcept {
  static constexpr const char* kNames[] = {"", "year", "quarter", "month", "week", "day", "hour", "minute", "second"};
  return kNames[static_cast<size_t>(precision)];
}

int64_t day_number(const Instant& instant) noexcept {
  return days_from_civil(instant.year, std::max<int>(instant.month, 1), std::max<int>(instant.day, 1));
}

int64_t utc_minutes(const Instant& instant, int default_offset) noexcept {
  const int offset = instant.offset_minutes != kNoOffset ? instant.offset_minutes : default_offset;
  return day_number(instant) * 1440 + instant.hour * 60 + instant.minute - offset;
}

void write_offset(int16_t offset, DateText* out) noexcept {
  if (offset == kNoOffset) {
    return;
  }
  const int minutes = offset < 0 ? -offset : offset;
  append(out, offset < 0 ? '-' : '+');
  append_number(out, minutes / 60, 2);
  append(out, ':');
  append_number(out, minutes % 60, 2);
}

void write_clock(const Instant& instant, DateText* out) noexcept {
  append(out, 'T');
  append_number(out, instant.hour, 2);
  if (instant.precision >= DatePrecision::kMinute || instant.offset_minutes != kNoOffset || instant.minute != 0) {
    append(out, ':');
    append_number(out, instant.minute, 2);
  }
  if (instant.precision >= DatePrecision::kSecond) {
    append(out, ':');
    append_number(out, instant.second, 2);
  }
  write_offset(instant.offset_minutes, out);
}

void write_iso(const Instant& instant, DateText* out) noexcept {
  if (!instant.known()) {
    return;
  }
  if (instant.year == 0) {
    write_clock(instant, out);
    return;
  }
  if (instant.precision == DatePrecision::kWeek) {
    int year = 0;
    int week = 0;
    iso_week_of(day_number(instant), &year, &week);
    append_number(out, year, 4);
    append(out, "-W");
    append_number(out, week, 2);
    return;
  }
  append_number(out, instant.year, 4);
  if (instant.precision == DatePrecision::kQuarter) {
    append(out, "-Q");
    append_number(out, (instant.month + 2) / 3, 1);
    return;
  }
  if (instant.precision >= DatePrecision::kMonth) {
    append(out, '-');
    append_number(out, instant.month, 2);
  }
  if (instant.precision >= DatePrecision::kDay) {
    append(out, '-');
    append_number(out, instant.day, 2);
  }
  if (instant.has_clock()) {
    write_clock(instant, out);
  }
}

DateText format_iso(const Instant& instant) noexcept {
  DateText out;
  write_iso(instant, &out);
  return out;
}

DateText format_utc(const Instant& instant) noexcept {
  DateText out;
  if (!instant.has_clock() || instant.year == 0 || instant.offset_minutes == kNoOffset) {
    return out;
  }
  const int64_t minutes = utc_minutes(instant, 0);
  const int64_t days = minutes >= 0 ? minutes / 1440 : -((-minutes + 1439) / 1440);
  const auto rest = static_cast<int>(minutes - days * 1440);
  const Civil civil = civil_from_days(days);
  if (civil.year < 1 || civil.year > 9999) {
    return out;
  }
  append_number(&out, civil.year, 4);
  append(&out, '-');
  append_number(&out, civil.month, 2);
  append(&out, '-');
  append_number(&out, civil.day, 2);
  append(&out, 'T');
  append_number(&out, rest / 60, 2);
  append(&out, ':');
  append_number(&out, rest % 60, 2);
  append(&out, ':');
  append_number(&out, instant.second, 2);
  append(&out, 'Z');
  return out;
}

}  // namespace article
