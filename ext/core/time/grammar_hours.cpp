// Ranges of hours: "from 8 to 10 pm", "8-10 Uhr", "kl. 8-10", "dalle 8 alle 10"; the half of the day, the zone and the
// day that one end says hold for both.
#include "core/time/date_fields.h"
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

// An hour in digits, which only what follows or precedes makes one: 8, 8:30, 8.30.
int Grammar::digital_hour(int at, DatePoint* p) const noexcept {
  if (!number_at(at) || pieces_[at].digits > 2 || pieces_[at].number > 24) {
    return 0;
  }
  const int mark = at + 1;
  const bool minutes = (mark_at(mark, ':') || mark_at(mark, '.')) && tight(mark) && number_at(mark + 1) &&
                       tight(mark + 1) && pieces_[mark + 1].digits == 2 && pieces_[mark + 1].number < 60;
  set_clock(p, pieces_[at].number, minutes ? static_cast<int>(pieces_[mark + 1].number) : -1, -1);
  p->flags |= kExactClock;
  return minutes ? mark + 2 : mark;
}

// The number at `at` is an hour, and so is one that a dash joins to it: "8-10 am", "8-10 Uhr".
bool Grammar::hours_end_at(int at) noexcept {
  DatePoint scratch;
  return number_at(at) && (half_day(at + 1, &scratch) != 0 || word(at + 1, TimeWord::kClock, kHourUnit) ||
                           word(at + 1, TimeWord::kUnit, kHourUnit));
}

// Words that stand before an hour; `said`: one of them stands before hours only, `said_at`: one is "at".
int Grammar::skip_hour_words(int at, bool* said, bool* said_at) noexcept {
  int j = at;
  for (int skipped = 0; skipped < 3; ++skipped) {
    const Match m = word(j, TimeWord::kGlue);
    const Match unit = word(j, TimeWord::kUnit, kHourUnit);
    if (unit && unit.end >= m.end) {
      *said = true;  // "od godziny 8"
      j = unit.end;
      continue;
    }
    if (!m || (m.value != kAt && m.value != kThe)) {
      break;
    }
    *said = *said || glue(j, kHourWord).end == m.end || word(j, TimeWord::kClock, kHourUnit).end == m.end;
    *said_at = *said_at || m.value == kAt;
    j = m.end;
  }
  return j;
}

// Nothing follows that the numbers might count: "kl. 8-10." but "um 8-10 Prozent".
bool Grammar::counts_nothing(int at) noexcept {
  if (at >= count_ || pieces_[at].break_before) {
    return true;
  }
  if (pieces_[at].kind == PieceKind::kMark) {
    return !mark_at(at, '%') && !mark_at(at, '$') && !mark_at(at, '-') && !(tight(at) && number_at(at + 1));
  }
  return word_at(at) && hits(at).read != 0 && !word(at, TimeWord::kUnit);
}

// Hours of which the first has neither half of the day nor a word for hours of its own.
int Grammar::hour_range(int at, DateExpression* out) noexcept {
  const RangeOpening opening = range_opening(at);
  bool said = false;
  bool first_at = opening.opened && glue(at, kAt).end == opening.end;
  const int j = skip_hour_words(opening.end, &said, &first_at);
  DatePoint first;
  const int first_end = digital_hour(j, &first);
  int to = first_end != 0 ? range_join(first_end, opening.between) : 0;
  const bool between_follows = first_end != 0 && to == 0;  // "8 és 10 óra között"
  if (between_follows) {
    to = range_join(first_end, true);
  }
  if (to == 0) {
    return 0;
  }
  const bool dash = pieces_[first_end].kind == PieceKind::kMark;
  if (dash && tight(first_end) != tight(to)) {
    return 0;
  }
  bool second_at = glue(first_end, kAt).end == to;
  DatePoint second;
  const int second_end = digital_hour(skip_hour_words(to, &said, &second_at), &second);
  if (second_end == 0) {
    return 0;
  }
  const bool rises = first.hour * 60 + first.minute < second.hour * 60 + second.minute;
  // "10 to 8 pm" is a time of day, "8 to 10 pm" two
  if (!opening.opened && first.minute < 0 && !rises && word(first_end, TimeWord::kClockLink).end == to) {
    return 0;
  }
  int end = half_day(second_end, &second);
  const Match clock_word = word(second_end, TimeWord::kClock, kHourUnit);
  if (end != 0) {
    if (first.hour > 12 || second.hour > 12) {
      return 0;
    }
  } else if (clock_word &&
             (opening.opened || said || between_follows || !word(second_end, TimeWord::kUnit, kHourUnit))) {
    end = clock_word.end;  // "8-10 ore" are that many
  } else if ((said || (first_at && second_at)) && rises && counts_nothing(second_end)) {
    end = second_end;
    first.flags |= kIntroduced;
    second.flags |= kIntroduced;
  } else {
    return 0;
  }
  if (const Match between = between_follows ? word(end, TimeWord::kRange, kBetween) : Match()) {
    end = between.end;
  } else if (between_follows) {
    return 0;
  }
  if (const int after = zone(end, &second)) {
    end = after;
  }
  lend_half_day(&first, &second);
  end = day_behind(end, &first, &second);
  give_range(opening.opened, &first, &second, out);
  return end;
}

// Half of the day and zone of one end for the other: "8 to 10 pm", "10 pm - 11:30", "22:00-02:00 GMT".
void Grammar::lend_half_day(DatePoint* first, DatePoint* second) noexcept {
  const auto open = [](const DatePoint& p) { return p.half_day == 0 && p.daypart == 0 && p.hour >= 0 && p.hour <= 12; };
  const auto lend = [](const DatePoint& from, DatePoint* to) {
    to->half_day = from.half_day;
    to->daypart = from.daypart;
  };
  if (first->half_day == 0 && first->daypart == 0) {
    if (open(*first) && second->hour >= 0 && first->hour % 12 <= second->hour % 12) {
      lend(*second, first);
    } else if (open(*first) && second->half_day == 1 && second->hour < first->hour) {
      first->half_day = 2;  // "10 to 2 am"
    }
  } else if (open(*second) && second->hour >= first->hour && !(second->hour == 12 && first->half_day == 1)) {
    lend(*first, second);
  }
  if (first->offset_minutes == kNoOffset && !has_any(*first, kHasZone)) {
    first->offset_minutes = second->offset_minutes;
    first->flags |= second->flags & kHasZone;
  }
}

// The clock of `p` on the day of `day`.
DatePoint Grammar::on_day(const DatePoint& day, const DatePoint& p) noexcept {
  DatePoint out = day;
  out.hour = p.hour;
  out.minute = p.minute;
  out.second = p.second;
  out.half_day = p.half_day;
  out.daypart = p.daypart != 0 ? p.daypart : day.daypart;
  out.offset_minutes = p.offset_minutes;
  out.flags |= p.flags & (kHasClock | kHasHalfDay | kVagueClock | kExactClock | kHasZone);
  return out;
}

// "Monday 10:00 - 12:00": the second clock is on the day of the first.
void Grammar::lend_day(const DatePoint& from, DatePoint* to) noexcept {
  DatePoint out = on_day(from, *to);
  out.daypart = to->daypart;
  out.offset_minutes = to->offset_minutes != kNoOffset ? to->offset_minutes : from.offset_minutes;
  *to = out;
}

// "between 7 and 9 last night", "2-4pm Sunday": the day that follows hours.
int Grammar::day_behind(int at, DatePoint* first, DatePoint* second) noexcept {
  DatePoint day;
  const int end = point(at, &day);
  if (end == 0 || has_any(day, kHasClock | kHasDelta) || !has_any(day, kCalendarFlags)) {
    return at;
  }
  *first = on_day(day, *first);
  *second = on_day(day, *second);
  return end;
}

// "tonight from 7 to 7:30", "Wednesday, 8-10 am": the hours that follow a day; 0: none.
int Grammar::hours_behind(int at, const DatePoint& day, DateExpression* out) noexcept {
  if (has_any(day, kHasClock) || !has_any(day, kCalendarFlags)) {
    return 0;
  }
  const int j = mark_at(at, ',') ? at + 1 : at;
  const bool opened = static_cast<bool>(word(j, TimeWord::kRange));
  if (!opened && (ahead(j) & (kind_bit(TimeWord::kRange) | kDashAhead)) == 0) {
    return 0;
  }
  DateExpression hours;
  const int end = opened ? range(j, &hours) : hour_range(j, &hours);
  if (end == 0 || !has_any(hours.from, kHasClock) || !has_any(hours.to, kHasClock) ||
      has_any(hours.from, kCalendarFlags) || has_any(hours.to, kCalendarFlags)) {
    return 0;
  }
  hours.from = on_day(day, hours.from);
  hours.to = on_day(day, hours.to);
  *out = hours;
  return end;
}

}  // namespace article
