// Ranges: "from 7 to 10 November", "10:00-12:00", "between May and July 2020"; what one end leaves out, the other says.
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

// "-", "to", "until", 至; the index behind, 0: none.
int Grammar::range_join(int at, bool between) noexcept {
  if (mark_at(at, '-') || mark_at(at, '~')) {
    return at + 1;
  }
  if (mark_at(at, ',')) {
    ++at;
  }
  if (const Match m = word(at, TimeWord::kRange, kTo)) {
    return m.end;
  }
  if (between) {
    if (const Match m = word(at, TimeWord::kRange, kRangeAnd)) {
      return m.end;
    }
    if (const Match m = glue(at, kAnd)) {
      return m.end;
    }
  }
  return 0;
}

// "4-23 December", "December 4-23", "4. bis 23. Dezember": the first day takes its month from the second.
int Grammar::day_range(int at, DateExpression* out) noexcept {
  int j = at;
  bool opened = false;
  bool between = false;
  if (const Match m = word(j, TimeWord::kRange)) {
    opened = m.value == kFrom || m.value == kBetween;
    between = m.value == kBetween;
    if (!opened) {
      return 0;
    }
    j = m.end;
  }
  if (const Match m = word(j, TimeWord::kGlue)) {
    if (m.value == kThe || m.value == kOn) {
      j = m.end;
    }
  }
  DatePoint first;
  const int month_end = month_name(j, &first);
  int k = month_end;
  const bool month_first = month_end != 0;
  k = month_first ? skip_article(month_end) : j;
  const Match day = day_number(k);
  if (!day || (!number_at(k) && prose_ && !ordinal(k))) {
    return 0;
  }
  int behind = day.end;
  if (mark_at(behind, '.') && !tight(behind + 1)) {
    ++behind;
  } else if (mark_at(behind, '.') && mark_at(behind + 1, '-')) {
    ++behind;
  }
  const int to = range_join(behind, between);
  if (to == 0) {
    return 0;
  }
  first.day = static_cast<uint8_t>(day.value);
  first.flags |= kHasDay;
  DatePoint second;
  int end = 0;
  if (month_first) {
    const Match last = day_number(skip_article(to));
    const bool month_of_its_own = last && glue(last.end, kMonthWord) && !pieces_[last.end].latin;  // 10月1日から11月7日
    if (!last || last.value <= day.value || (mark_at(last.end, ':') && number_at(last.end + 1)) || month_of_its_own) {
      return 0;
    }
    DatePoint with_year = first;
    with_year.day = static_cast<uint8_t>(last.value);
    end = last.end;
    int y = mark_at(end, ',') ? end + 1 : end;
    if (const int year_end = year(y, &with_year)) {
      end = year_end;
      first.year = with_year.year;
      first.year_digits = with_year.year_digits;
      first.flags |= kHasYear;
    }
    second = with_year;
  } else {
    end = components(skip_article(to), &second);
    if (end == 0) {
      return 0;
    }
    const bool dated = has_any(second, kHasDay) && (second.month != 0 || second.period == kMonthUnit);
    if (!dated || (second.day <= day.value && second.month != 0 && !has_any(second, kHasPeriod)) ||
        has_any(second, kHasClock)) {
      return 0;
    }
    first.month = second.month;
    first.year = second.year;
    first.year_digits = second.year_digits;
    first.calendar = second.calendar;
    first.period = second.period;
    first.period_shift = second.period_shift;
    first.flags |= second.flags & (kHasMonthName | kHasYear | kHasPeriod | kHasNumeric | kHasShortNumeric);
  }
  out->from = first;
  out->to = second;
  out->kind = DateKind::kRange;
  out->shape = kRangeShape;
  return end;
}

int Grammar::range(int at, DateExpression* out) noexcept {
  if (int end = day_range(at, out)) {
    return end;
  }
  int j = at;
  bool opened = false;
  bool between = false;
  if (const Match m = word(j, TimeWord::kRange)) {
    if (m.value == kFrom || m.value == kBetween) {
      opened = true;
      between = m.value == kBetween;
      j = m.end;
    }
  }
  DatePoint first;
  int end = first_point(j, &first);
  DatePoint vague;
  const int vague_end = opened ? clock_body(j, true, &vague) : 0;
  if (end == 0 || vague_end > end) {
    first = vague;
    end = vague_end;
  }
  if (end == 0) {
    return 0;
  }
  int to = range_join(end, between);
  if (to == 0) {
    return 0;
  }
  if (mark_at(end, '-') && tight(end) != tight(end + 1) && prose_ && !opened) {
    return 0;
  }
  // "10:16 Uhr - 1. Liga": where the first hour is called one, a bare number is no second.
  if (mark_at(end, '-') && number_at(to) && mark_at(to + 1, '.') && !number_at(to + 2) &&
      word(end - 1, TimeWord::kClock, kHourUnit)) {
    return 0;
  }
  DatePoint second;
  int last = point(to, &second);
  DatePoint second_vague;
  const bool clocks = has_any(first, kHasClock);
  const int second_vague_end = clocks ? clock_body(to, true, &second_vague) : 0;
  if (second_vague_end > last) {
    second = second_vague;
    last = second_vague_end;
  }
  if (last == 0) {
    return 0;
  }
  const bool calendar_first = has_any(first, kCalendarFlags);
  const bool calendar_second = has_any(second, kCalendarFlags);
  if (clocks != has_any(second, kHasClock) && !(calendar_first && calendar_second)) {
    return 0;
  }
  if (!clocks && calendar_first != calendar_second) {
    return 0;
  }
  if (has_any(first, kHasShortNumeric) && !has_any(first, kHasYear) && has_any(second, kHasNumeric)) {
    first.year = second.year;  // 5/1-5/7/2020
    first.year_digits = second.year_digits;
    first.flags = (first.flags & ~static_cast<uint32_t>(kHasShortNumeric)) | kHasYear | kHasNumeric;
  }
  if (!opened) {
    // Two of a kind, or it is not a range but two dates.
    const uint32_t mask = kHasDay | kHasMonthName | kHasNumeric | kHasWeekday | kHasYear | kHasRelativeDay | kHasClock;
    const bool alike =
        (first.flags & mask & ~(kHasYear | kHasWeekday)) == (second.flags & mask & ~(kHasYear | kHasWeekday)) ||
        (clocks && has_any(second, kHasClock) && !calendar_second);
    const bool years = only(first, kHasYear) && only(second, kHasYear);
    const bool up_to_now = !mark_at(end, '-') && has_any(first, kHasNumeric | kHasMonthName) &&
                           has_any(second, kHasRelativeDay) && !has_any(first, kHasRelativeDay | kHasPeriod);
    if (!alike && !years && !up_to_now &&
        !(has_any(first, kHasNumeric | kHasMonthName) && has_any(second, kHasNumeric | kHasMonthName))) {
      return 0;
    }
    if (prose_ && !years && clocks == false && mark_at(end, '-') && pieces_[end - 1].latin &&
        has_any(first, kHasDay | kHasNumeric) && has_any(first, kHasYear) && !has_any(second, kHasYear)) {
      return 0;
    }
    if (mark_at(end, '-') && prose_ && only(first, kHasYear) && !years) {
      return 0;
    }
  }
  // What one end leaves out, the other says.
  if (clocks && has_any(second, kHasClock)) {
    if (first.half_day == 0 && first.daypart == 0) {
      const bool fits = first.hour >= 0 && second.hour >= 0 && first.hour % 12 <= second.hour % 12;
      if (fits && first.hour <= 12) {
        first.half_day = second.half_day;
        first.daypart = second.daypart;
      }
    } else if (second.half_day == 0 && second.daypart == 0 && second.hour <= 12 && second.hour >= first.hour &&
               !(second.hour == 12 && first.half_day == 1)) {
      second.half_day = first.half_day;
      second.daypart = first.daypart;
    }
    if (first.offset_minutes == kNoOffset && !has_any(first, kHasZone)) {  // "22:00-02:00 GMT"
      first.offset_minutes = second.offset_minutes;
      first.flags |= second.flags & kHasZone;
    }
    const auto lend = [](const DatePoint& from, DatePoint* to_point) {
      DatePoint clock = *to_point;
      *to_point = from;
      to_point->hour = clock.hour;
      to_point->minute = clock.minute;
      to_point->second = clock.second;
      to_point->half_day = clock.half_day;
      to_point->daypart = clock.daypart;
      to_point->offset_minutes = clock.offset_minutes != kNoOffset ? clock.offset_minutes : from.offset_minutes;
      to_point->flags |= clock.flags & (kHasClock | kHasHalfDay | kVagueClock | kExactClock | kHasZone);
    };
    if (calendar_first && !calendar_second) {
      lend(first, &second);
    } else if (calendar_second && !calendar_first) {
      lend(second, &first);
    }
  } else {
    if (has_any(first, kHasMonthName) && !has_any(first, kHasYear) && has_any(second, kHasYear) && second.month != 0) {
      first.year = second.month >= first.month ? second.year : second.year_digits == 4 ? second.year - 1 : second.year;
      first.year_digits = second.year_digits;
      first.flags |= kHasYear;
    }
    if (has_any(second, kHasMonthName) && !has_any(second, kHasYear) && has_any(first, kHasYear) && first.month != 0 &&
        second.month >= first.month) {
      second.year = first.year;
      second.year_digits = first.year_digits;
      second.flags |= kHasYear;
    }
  }
  // "between 7 and 9 last night", "from 10 to 12 on 1 May"
  if (clocks && has_any(second, kHasClock) && !has_any(first, kCalendarFlags) && !has_any(second, kCalendarFlags)) {
    DatePoint day;
    const int day_end = point(last, &day);
    if (day_end != 0 && !has_any(day, kHasClock) && has_any(day, kCalendarFlags) && !has_any(day, kHasDelta)) {
      for (DatePoint* end_point : {&first, &second}) {
        DatePoint merged = day;
        merged.hour = end_point->hour;
        merged.minute = end_point->minute;
        merged.second = end_point->second;
        merged.half_day = end_point->half_day;
        merged.daypart = end_point->daypart != 0 ? end_point->daypart : day.daypart;
        merged.offset_minutes = end_point->offset_minutes;
        merged.flags |= end_point->flags & (kHasClock | kHasHalfDay | kVagueClock | kExactClock | kHasZone);
        *end_point = merged;
      }
      last = day_end;
    }
  }
  if (opened) {
    first.flags |= kIntroduced;
    second.flags |= kIntroduced;
  }
  out->from = first;
  out->to = second;
  out->kind = DateKind::kRange;
  out->shape = kRangeShape;
  return last;
}

}  // namespace article
