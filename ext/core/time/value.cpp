// Values of expressions: points, ranges, durations and sets, as article_dates shows them.
#include <algorithm>

#include "core/time/calendar.h"
#include "core/time/grammar.h"
#include "core/time/resolver.h"
#include "core/time/text_writer.h"

namespace article {

namespace {

void append_thousandths(DateText* out, int64_t value) noexcept {
  append_number(out, value / 1000, 1);
  if (value % 1000 != 0) {
    append(out, '.');
    int64_t rest = value % 1000;
    int width = 3;
    while (rest % 10 == 0) {
      rest /= 10;
      --width;
    }
    append_number(out, rest, width);
  }
}

// P1Y2M, P3D, PT2H30M
void write_duration(const DatePoint& p, DateText* out) noexcept {
  append(out, 'P');
  const auto part = [&](int64_t value, char letter) {
    if (value != 0) {
      append_thousandths(out, value < 0 ? -value : value);
      append(out, letter);
    }
  };
  part(p.amount[kYearUnit] + 10 * p.amount[kDecadeUnit] + 100 * p.amount[kCenturyUnit], 'Y');
  part(p.amount[kMonthUnit] + 3 * p.amount[kQuarterUnit], 'M');
  part(p.amount[kWeekUnit], 'W');
  part(p.amount[kDayUnit], 'D');
  if ((p.amount[kHourUnit] | p.amount[kMinuteUnit] | p.amount[kSecondUnit]) != 0) {
    append(out, 'T');
    part(p.amount[kHourUnit], 'H');
    part(p.amount[kMinuteUnit], 'M');
    part(p.amount[kSecondUnit], 'S');
  }
}

const char* daypart_code(int daypart) noexcept {
  static constexpr const char* kCodes[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "T00", "TDA", "TDT"};
  return kCodes[daypart <= kDaytime ? daypart : 0];
}

// TIMEX3: P1D, XXXX-WXX-1T16, XXXX-XX-19, T15
void write_set(const DatePoint& p, const TimeContext& context, DateText* out) noexcept {
  if ((p.flags & kHasWeekday) != 0) {
    append(out, "XXXX-WXX-");
    append_number(out, p.weekday, 1);
  } else if ((p.flags & kHasMonthName) != 0) {
    append(out, "XXXX-");
    append_number(out, p.month, 2);
    if (p.day != 0) {
      append(out, '-');
      append_number(out, p.day, 2);
    }
  } else if ((p.flags & kHasDay) != 0) {
    append(out, "XXXX-XX-");
    append_number(out, p.day, 2);
  } else if (p.period == kWeekendUnit) {
    append(out, 'P');
    append_thousandths(out, std::max<int64_t>(p.amount[0], 1000));
    append(out, "WE");
    return;
  } else if (p.amount_units != 0 && (p.flags & kHasClock) == 0) {
    write_duration(p, out);
    return;
  } else if ((p.flags & kHasDaypart) != 0 && (p.flags & kHasClock) == 0) {
    append(out, daypart_code(p.daypart));
    return;
  } else if ((p.flags & kHasSeason) != 0) {
    static constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
    append(out, "XXXX-");
    append(out, kSeasons[(p.season - 1) & 3]);
    return;
  }
  if ((p.flags & kHasClock) != 0) {
    TimeContext clock_only = context;
    clock_only.prose = true;
    clock_only.default_offset = kNoOffset;
    DatePoint clock;
    clock.hour = p.hour;
    clock.minute = p.minute;
    clock.second = p.second;
    clock.half_day = p.half_day;
    clock.daypart = p.daypart;
    clock.flags = kHasClock;
    Resolver resolver(clock_only);
    if (resolver.resolve(clock)) {
      write_clock(resolver.at(), out);
    }
  } else if ((p.flags & kHasDaypart) != 0) {
    append(out, daypart_code(p.daypart));
  }
}

void set_point(const Resolver& resolver, DateValue* value) noexcept {
  value->start = resolver.at();
  value->precision = value->start.precision;
  if (resolver.season() != nullptr) {
    append_number(&value->text, value->start.year, 4);
    append(&value->text, resolver.season());
    return;
  }
  write_iso(value->start, &value->text);
  if (resolver.interval()) {
    value->end = resolver.end();
    value->kind = DateKind::kRange;
    append(&value->text, '/');
    write_iso(value->end, &value->text);
    return;
  }
  value->utc = format_utc(value->start);
}

void resolve_range(const DateExpression& e, const TimeContext& context, DateValue* value) noexcept {
  Resolver first(context);
  Resolver second(context);
  DatePoint from = e.from;
  DatePoint to = e.to;
  const bool clock_only =
      (to.flags & kHasClock) != 0 && (from.flags & kHasClock) != 0 &&
      (to.flags & ~(kHasClock | kHasHalfDay | kVagueClock | kExactClock | kHasZone | kIntroduced | kHasDaypart)) == 0;
  if (clock_only && !context.prose) {
    from.flags &= ~static_cast<uint32_t>(kVagueClock);
    to.flags &= ~static_cast<uint32_t>(kVagueClock);
  }
  if (!first.resolve(from)) {
    return;
  }
  const Instant start = first.edge();
  const bool inherits = (to.flags & kHasYear) == 0 && (to.flags & kHasDelta) == 0 && (to.flags & kHasNow) == 0;
  if (inherits && (to.flags & kHasWeekday) != 0 && to.day == 0 && to.month == 0 && start.year != 0) {
    // "from Monday to Friday": the first such day behind the start
    DatePoint later = to;
    later.period = static_cast<uint8_t>(kWeekdayUnit + to.weekday);
    later.period_shift = 0;
    later.flags |= kHasPeriod;
    second.count_from(start);
    to = later;
  } else if (inherits && (to.flags & (kHasRelativeDay | kHasPeriod)) == 0 && start.year != 0 && to.month != 0) {
    second.count_from(start);
  }
  if (!second.resolve(to)) {
    return;
  }
  Instant end = second.interval() ? second.end() : second.edge();
  const bool dated = end.precision == DatePrecision::kDay || end.precision == DatePrecision::kMonth;
  if (end.year != 0 && start.year != 0 && dated && day_number(end) < day_number(start) && inherits) {
    ++end.year;  // "from May to March"
  }
  if (start.has_clock() && end.has_clock() && end.year != 0 && day_number(end) == day_number(start) &&
      end.hour * 60 + end.minute < start.hour * 60 + start.minute) {
    const Civil next = civil_from_days(day_number(end) + 1);  // "10 pm to 2 am"
    end.year = next.year;
    end.month = static_cast<uint8_t>(next.month);
    end.day = static_cast<uint8_t>(next.day);
  }
  value->start = start;
  value->end = end;
  value->precision = std::max(start.precision, end.precision);
  value->kind = DateKind::kRange;
  value->known = true;
  const auto write = [&](Instant instant) {
    if (instant.precision == DatePrecision::kWeek || instant.precision == DatePrecision::kQuarter) {
      instant.precision = DatePrecision::kDay;
    }
    write_iso(instant, &value->text);
  };
  write(start);
  append(&value->text, '/');
  write(end);
}

}  // namespace

DateValue resolve(const DateExpression& e, const TimeContext& context) noexcept {
  DateValue value;
  value.kind = e.kind;
  if (e.shape == kDurationShape) {
    const Instant& base = context.reference;
    if (!context.prose && base.known() && base.year != 0) {
      // Said alone, as on a page: "3 hours" are 3 hours ago.
      DatePoint ago = e.from;
      ago.flags |= kHasDelta;
      ago.direction = ago.direction == 0 ? static_cast<int8_t>(-1) : ago.direction;
      Resolver resolver(context);
      value.known = resolver.resolve(ago);
      if (value.known) {
        value.kind = DateKind::kDatetime;
        set_point(resolver, &value);
      }
      return value;
    }
    write_duration(e.from, &value.text);
    value.known = true;
    return value;
  }
  if (e.shape == kSetShape) {
    write_set(e.from, context, &value.text);
    value.known = value.text.length > 0;
    return value;
  }
  if (e.shape == kRangeShape) {
    resolve_range(e, context, &value);
    return value;
  }
  Resolver resolver(context);
  value.known = resolver.resolve(e.from);
  if (value.known) {
    set_point(resolver, &value);
    if (value.kind == DateKind::kTime && value.start.year != 0) {
      value.kind = DateKind::kDatetime;
    }
    if (value.kind != DateKind::kRange && !value.start.has_clock() && value.kind != DateKind::kDate) {
      value.kind = DateKind::kDate;
    }
  }
  return value;
}

void resolve_all(const DateExpression* expressions, size_t count, const TimeContext& context, DateValue* values,
                 const Interrupt& interrupt) {
  constexpr size_t kPollExpressions = 1024;
  TimeContext inner = context;
  const bool base = context.reference.known() || context.publication.known();
  for (size_t i = 0; i < count; ++i) {
    if (i % kPollExpressions == kPollExpressions - 1) {
      interrupt.poll();
    }
    const DatePoint& from = expressions[i].from;
    const bool yearless = from.month != 0 && (from.flags & (kHasYear | kHasDelta | kHasPeriod)) == 0;
    values[i] = resolve(expressions[i], yearless ? inner : context);
    const bool month_of_year = from.month != 0 && (from.flags & kHasYear) != 0 && expressions[i].shape == kPointShape;
    if (!base && (expressions[i].full_date || month_of_year) && values[i].known) {
      inner.publication = values[i].start;
    }
  }
}

}  // namespace article
