// The times of a list: "22:15", "6 Nov 09:00", ... in the order of the page.
//
//   published 2019-11-07 12:00, newest first: 11:30 | 09:05 | 23:40  ->  7 Nov, 7 Nov, 6 Nov
//
// Each item is first put near the publication; then an item that breaks the order of the list is moved by the day or
// the year that its text leaves open, if that mends it.  Cost: linear in the items.
#include <algorithm>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/text_writer.h"
#include "core/time/time.h"

namespace article {

namespace {

constexpr uint32_t kDated =
    kHasDay | kHasMonthName | kHasNumeric | kHasShortNumeric | kHasRelativeDay | kHasWeekday | kHasPeriod | kHasDelta;

int64_t minutes_of(const DateValue& value) noexcept {
  return utc_minutes(value.start, 0);
}

// Days by which the item may be moved: 1 for a clock alone, a year for a date without one, a week for a weekday; 0:
// none.
int freedom(const DateExpression& e) noexcept {
  const uint32_t flags = e.from.flags;
  if ((flags & kDated) == 0 && (flags & kHasClock) != 0) {
    return 1;
  }
  if ((flags & kHasWeekday) != 0 && e.from.day == 0) {
    return 7;
  }
  return e.from.month != 0 && (flags & kHasYear) == 0 && (flags & kHasDelta) == 0 ? 365 : 0;
}

void write_again(DateValue* value) noexcept {
  value->text = format_iso(value->start);
  value->utc = format_utc(value->start);
}

// False: the day does not exist in the other year.
bool move(DateValue* value, int days, int steps) noexcept {
  Instant& at = value->start;
  if (days == 365) {
    if (!valid_date(at.year + steps, at.month, at.day)) {
      return false;
    }
    at.year += steps;
  } else {
    const Civil c = civil_from_days(day_number(at) + static_cast<int64_t>(days) * steps);
    if (c.year < 1 || c.year > 9999) {
      return false;
    }
    at.year = c.year;
    at.month = static_cast<uint8_t>(c.month);
    at.day = static_cast<uint8_t>(c.day);
  }
  write_again(value);
  return true;
}

}  // namespace

void resolve_list(const DateExpression* const* expressions, size_t count, const TimeContext& context,
                  DateValue* values) noexcept {
  TimeContext near = context;
  near.prose = false;
  if (!near.publication.known()) {
    near.publication = context.reference;
  }
  int falling = 0;
  int rising = 0;
  const DateValue* before = nullptr;
  bool before_open = false;
  for (size_t i = 0; i < count; ++i) {
    values[i] = expressions[i] != nullptr ? resolve(*expressions[i], near) : DateValue();
    if (!values[i].known || values[i].start.year == 0) {
      continue;
    }
    const bool open = freedom(*expressions[i]) == 1;
    if (before != nullptr && !open && !before_open) {
      falling += minutes_of(values[i]) < minutes_of(*before) ? 1 : 0;
      rising += minutes_of(values[i]) > minutes_of(*before) ? 1 : 0;
    } else if (before != nullptr) {
      // Clocks alone: most steps of a list go one way; the crossing of midnight is the exception.
      const int a = before->start.hour * 60 + before->start.minute;
      const int b = values[i].start.hour * 60 + values[i].start.minute;
      falling += b < a ? 1 : 0;
      rising += b > a ? 1 : 0;
    }
    before = &values[i];
    before_open = open;
  }
  if (falling == rising) {
    return;
  }
  const int direction = falling > rising ? -1 : 1;
  before = nullptr;
  const bool captured = context.reference.known() && context.reference.year != 0 && context.reference.has_clock();
  for (size_t i = 0; i < count; ++i) {
    DateValue& value = values[i];
    if (!value.known || value.start.year == 0) {
      continue;
    }
    const int days = freedom(*expressions[i]);
    if (days != 0 && captured && before == nullptr && minutes_of(value) > utc_minutes(context.reference, 0) + 1440) {
      move(&value, days, -1);  // nothing is listed before it happens
    }
    if (before != nullptr && days != 0) {
      const int64_t gap = (minutes_of(value) - minutes_of(*before)) * direction;
      if (gap < 0) {
        DateValue moved = value;
        const int64_t room = static_cast<int64_t>(days) * 1440;
        if (-gap <= room && move(&moved, days, direction)) {
          value = moved;
        }
      } else if (days == 1 && gap >= 1440) {
        DateValue moved = value;
        if (move(&moved, days, -direction) && (minutes_of(moved) - minutes_of(*before)) * direction >= 0) {
          value = moved;
        }
      }
    }
    before = &value;
  }
}

}  // namespace article
