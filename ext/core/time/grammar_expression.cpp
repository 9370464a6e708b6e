// Expressions: components put together to points, points to ranges; durations and sets; what is believed inside a
// sentence.
#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr uint32_t kCalendarFlags = kHasDay | kHasMonthName | kHasYear | kHasWeekday | kHasNumeric | kHasShortNumeric |
                                    kHasRelativeDay | kHasPeriod | kHasDelta | kHasHoliday | kHasSeason | kHasQuarter |
                                    kHasNth | kHasWeek;

bool only(const DatePoint& p, uint32_t flags) noexcept {
  return (p.flags & (kCalendarFlags | kHasClock | kHasDaypart)) == flags;
}

bool has_any(const DatePoint& p, uint32_t flags) noexcept {
  return (p.flags & flags) != 0;
}

// Two things beside each other rather than one: "in November from the previous month", "the same day (Dec. 25, 2022)".
bool at_odds(const DatePoint& before, const DatePoint& after) noexcept {
  constexpr uint32_t kDated = kHasMonthName | kHasNumeric;
  const bool month_then_period = has_any(before, kHasMonthName) && !has_any(before, kHasPeriod) &&
                                 has_any(after, kHasPeriod) && after.period == kMonthUnit;
  const bool day_then_date =
      has_any(before, kHasPeriod) && before.period == kDayUnit && !has_any(before, kDated) && has_any(after, kDated);
  return month_then_period || day_then_date;
}

// "ranked 16th in the 2018 index": a day of the month has its month before its year.
bool day_of_year(const DatePoint& before, const DatePoint& after) noexcept {
  return has_any(before, kHasDay) && before.month == 0 && !has_any(before, kHasPeriod | kHasYear | kHasWeekday) &&
         after.month == 0 && has_any(after, kHasYear);
}

}  // namespace

bool Grammar::may_begin(int at) noexcept {
  const Piece& piece = pieces_[at];
  if (piece.kind == PieceKind::kMark) {
    return !prose_ && (piece.mark == '-' || piece.mark == '+' || piece.mark == '[' || piece.mark == '(' ||
                       piece.mark == '@' || piece.mark == '\'');
  }
  return piece.kind == PieceKind::kNumber || hits(at).phrase || goes_on_from(at);
}

bool Grammar::goes_on_from(int at) const noexcept {
  return find_entry(step_state(first_state(), pieces_[at].hash)) != nullptr;
}

// The longest component that begins at `at`.
int Grammar::component(int at, DatePoint* p) noexcept {
  using Reader = int (Grammar::*)(int, DatePoint*);
  static constexpr Reader kReaders[] = {&Grammar::delta, &Grammar::relative_day,   &Grammar::period,  &Grammar::nth,
                                        &Grammar::clock, &Grammar::date_component, &Grammar::daypart, &Grammar::part};
  DatePoint best;
  int best_end = 0;
  for (size_t i = 0; i < sizeof(kReaders) / sizeof(kReaders[0]); ++i) {
    const auto component = static_cast<Component>(i);
    if (!may_be(component, at, p->flags)) {
      continue;
    }
    DatePoint trial = *p;
    const int end = (this->*kReaders[i])(at, &trial);
    if (end != 0 && (at_odds(*p, trial) || (prose_ && day_of_year(*p, trial)))) {
      continue;
    }
    const bool part_of = component == Component::kNth && end != 0 && end >= best_end - 1 && container_follows(end);
    if (end > best_end || part_of) {
      best = trial;
      best_end = end;
    }
  }
  if (best_end != 0) {
    *p = best;
  }
  return best_end;
}

// "... of October", "... in 2014", "... of the next month": what an ordinal counts in.
bool Grammar::container_follows(int at) noexcept {
  int j = at;
  for (int skipped = 0; skipped < 4; ++skipped) {
    const bool month = static_cast<bool>(word(j, TimeWord::kMonth)) || static_cast<bool>(glue(j, kMonthWord));
    const bool period = static_cast<bool>(word(j, TimeWord::kPeriod)) ||
                        (skipped > 0 && (word(j, TimeWord::kModifier) || word(j, TimeWord::kUnit)));
    if (month || period || (number_at(j) && pieces_[j].digits == 4)) {
      return true;
    }
    const Match m = word(j, TimeWord::kGlue);
    if (!m || m.value == kAnd || m.value == kAt) {
      return false;
    }
    j = m.end;
  }
  return false;
}

int Grammar::components(int at, DatePoint* p) noexcept {
  int end = component(at, p);
  while (end != 0 && end < count_ && end < at + kMaxPieces) {
    int j = end;
    int next = 0;
    DatePoint trial = *p;
    for (int skipped = 0; skipped < 5; ++skipped) {
      if (j >= count_ || pieces_[j].break_before ||
          (prose_ && pieces_[j].kind != PieceKind::kMark && mark_at(j - 1, '.') && pieces_[j].line_before)) {
        break;
      }
      trial = *p;
      next = component(j, &trial);
      if (next != 0) {
        break;
      }
      const bool goes_to = only(*p, kHasYear) && word(j, TimeWord::kRange, kTo);  // "de 2014 à mai 2018"
      j = not_a_date(j) || goes_to ? 0 : skip_joiner(j);
      if (j == 0) {
        break;
      }
    }
    if (next == 0) {
      break;
    }
    *p = trial;
    end = next;
  }
  return end;
}

// Words that open a point ("on", "in", "le", "am") and its components.
int Grammar::point(int at, DatePoint* p) noexcept {
  int j = at;
  bool introduced = false;
  for (int skipped = 0; skipped < 4; ++skipped) {
    DatePoint trial = *p;
    if (introduced) {
      trial.flags |= kIntroduced;
    }
    if (int end = components(j, &trial)) {
      const Match link = (trial.flags & kHasNth) != 0 && trial.nth_unit > kWeekdayUnit && (trial.flags & kNthAfter) == 0
                             ? word(end, TimeWord::kLink, kAfter)
                             : Match();
      DatePoint anchor;
      const int after = link ? point(link.end, &anchor) : 0;
      if (after != 0 && (trial.flags & kCalendarFlags) == kHasNth) {
        anchor.nth = trial.nth;
        anchor.nth_unit = trial.nth_unit;
        anchor.flags |= kHasNth | kNthAfter;
        *p = anchor;
        return after;
      }
      *p = trial;
      return end;
    }
    const Match m = word(j, TimeWord::kGlue);
    if (m && m.value != kAnd && m.value != kYearWord) {
      introduced = introduced || (m.value != kThe && m.value != kOf);
      j = m.end;
    } else if (!prose_ && j < count_ && pieces_[j].kind == PieceKind::kMark &&
               (pieces_[j].mark == '[' || pieces_[j].mark == '(' || pieces_[j].mark == '@' || pieces_[j].mark == '|')) {
      ++j;
    } else {
      break;
    }
  }
  return 0;
}

// The point that begins at `at` where nothing is known yet; a range and an expression ask for the same one.
int Grammar::first_point(int at, DatePoint* p) noexcept {
  if (known_at_ != at) {
    known_ = DatePoint{};
    known_end_ = point(at, &known_);
    known_at_ = at;
  }
  *p = known_;
  return known_end_;
}

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

// "three days"; "two weeks after Easter" is a point.
int Grammar::duration(int at, DateExpression* out) noexcept {
  DatePoint p;
  int end = amounts(at, &p, false);
  if (end == 0) {
    // "all day", "half a year" come as numbers; nothing else is a duration
    return 0;
  }
  const Match link = word(end, TimeWord::kLink);
  if (link) {
    DatePoint anchor;
    const int after = point(link.end, &anchor);
    if (after != 0 && has_any(anchor, kCalendarFlags | kHasClock)) {
      for (int u = 0; u < 11; ++u) {
        anchor.amount[u] = p.amount[u];
      }
      anchor.amount_units = p.amount_units;
      anchor.direction = static_cast<int8_t>(link.value == kBefore ? -1 : 1);
      anchor.flags |= kDeltaAfter | kHasDelta;
      out->from = anchor;
      out->kind = DateKind::kDate;
      out->shape = kPointShape;
      return after;
    }
  }
  out->from = p;
  out->kind = DateKind::kDuration;
  out->shape = kDurationShape;
  return end;
}

// "every day", "each Monday at 4pm", "annually", "19th of every month"
int Grammar::set(int at, DateExpression* out) noexcept {
  const Match m = word(at, TimeWord::kSet);
  constexpr int kOther = 2;
  if (!m || not_a_date(at) || (prose_ && m.value == kOther && m.end == at + 1)) {
    return 0;  // "other centuries": only "every other" repeats
  }
  DatePoint p;
  int end = m.end;
  if (m.value >= 256) {
    const int unit = (m.value - 256) / 16;
    p.amount[unit == kFortnightUnit ? kWeekUnit
             : unit == kHalfUnit    ? kMonthUnit
             : unit < 11            ? unit
                                    : kDayUnit] = (m.value & 15) * (unit == kFortnightUnit ? 2000
                                                         : unit == kHalfUnit    ? 6000
                                                                                : 1000);
    p.amount_units = 1;
    p.period = static_cast<uint8_t>(unit);
    if (pieces_[at].capital && prose_ && at > 0 && pieces_[at].latin) {
      return 0;  // "the Daily Example"
    }
    DatePoint day = p;
    const int day_end = unit == kWeekUnit ? weekday(end, &day) : 0;
    if (day_end != 0) {
      p = day;  // 毎週月曜日
      end = day_end;
    }
    DatePoint clock_part = p;
    const int after = clock(end, &clock_part);
    if (after != 0) {
      p = clock_part;
      end = after;
    }
  } else {
    int64_t count = m.value == 2 ? 2 : 1;
    if (const Match other = word(end, TimeWord::kSet, 2)) {
      count = 2;
      end = other.end;
    } else if (const Match ord = ordinal(end)) {
      if (ord.value >= 2 && word(ord.end, TimeWord::kUnit)) {
        count = ord.value;
        end = ord.end;
      }
    } else if (const Quantity q = quantity(end); q.end != 0 && q.whole) {
      count = q.thousandths / 1000;
      end = q.end;
    }
    DatePoint day = p;
    const Match unit = word(end, TimeWord::kUnit);
    const Match part_of_day = word(end, TimeWord::kDaypart);
    if (unit) {
      p.amount[unit.value == kFortnightUnit ? kWeekUnit : unit.value < 11 ? unit.value : 0] = count * 1000;
      p.amount_units = 1;
      p.period = static_cast<uint8_t>(unit.value);
      end = unit.end;
    } else if (part_of_day && part_of_day.value < 16) {
      p.daypart = static_cast<uint8_t>(part_of_day.value);
      p.flags |= kHasDaypart;
      end = part_of_day.end;
    } else if (const int after = components(end, &day)) {
      if (!has_any(day, kHasWeekday | kHasMonthName | kHasHoliday | kHasSeason) || has_any(day, kHasYear)) {
        return 0;
      }
      p = day;
      end = after;
    } else {
      return 0;
    }
    DatePoint clock_part = p;
    const int after = has_any(p, kHasClock) ? 0 : clock(end, &clock_part);
    if (after != 0) {
      p = clock_part;
      end = after;
    }
  }
  out->from = p;
  out->kind = DateKind::kSet;
  out->shape = kSetShape;
  return end;
}

int Grammar::expression(int at, DateExpression* out) noexcept {
  *out = DateExpression{};
  if (!may_begin(at) || (prose_ && !worth_parsing(at)) || !heart_ahead(at)) {
    return 0;
  }
  DateExpression best;
  int best_end = 0;
  // "the 1990s", 1990年代
  if (number_at(at) && pieces_[at].digits == 4 && pieces_[at].number % 10 == 0 && pieces_[at].number >= 1000 &&
      pieces_[at].number < 2900) {
    int s = mark_at(at + 1, '\'') && tight(at + 1) ? at + 2 : at + 1;
    static const uint32_t plural = hash_word("s");
    const bool letter = row_ == english_ && word_at(s) && tight(s) && pieces_[s].hash == plural;
    const Match decade = letter ? Match() : word(at + 1, TimeWord::kUnit, kDecadeUnit);
    if (letter || decade) {
      best_end = letter ? s + 1 : decade.end;
      best.shape = kRangeShape;
      best.kind = DateKind::kRange;
      best.from.year = static_cast<int32_t>(pieces_[at].number);
      best.from.year_digits = 4;
      best.from.flags = kHasYear | kIntroduced;
      best.to = best.from;
      best.to.year += 10;
    }
  }
  const auto offer = [&](const DateExpression& e, int end) {
    if (end > best_end && (!prose_ || acceptable(e, at, end))) {
      best = e;
      best_end = end;
    }
  };
  DateExpression e;
  offer(e, 0);
  if (int end = set(at, &e)) {
    offer(e, end);
  }
  e = DateExpression{};
  if (int end = may_be(Construct::kRange, at) ? range(at, &e) : 0) {
    offer(e, end);
  }
  e = DateExpression{};
  if (int end = may_be(Construct::kLinkedDuration, at) ? duration(at, &e) : 0;
      end != 0 && has_any(e.from, kDeltaAfter)) {
    offer(e, end);
  }
  e = DateExpression{};
  if (int end = first_point(at, &e.from)) {
    e.kind = DateKind::kDate;
    e.shape = kPointShape;
    // "tonight from 7 to 7:30"
    const Match from = word(end, TimeWord::kRange);
    if (from && !has_any(e.from, kHasClock) && has_any(e.from, kCalendarFlags)) {
      DateExpression hours;
      const int hours_end = range(end, &hours);
      if (hours_end != 0 && has_any(hours.from, kHasClock) && has_any(hours.to, kHasClock) &&
          !has_any(hours.from, kCalendarFlags) && !has_any(hours.to, kCalendarFlags)) {
        for (DatePoint* end_point : {&hours.from, &hours.to}) {
          DatePoint merged = e.from;
          merged.hour = end_point->hour;
          merged.minute = end_point->minute;
          merged.second = end_point->second;
          merged.half_day = end_point->half_day;
          merged.daypart = end_point->daypart != 0 ? end_point->daypart : e.from.daypart;
          merged.flags |= end_point->flags & (kHasClock | kHasHalfDay | kExactClock);
          *end_point = merged;
        }
        offer(hours, hours_end);
      }
    }
    // "3pm each day"
    const Match of_every = glue(end, kOf);
    const int every_at = of_every && word(of_every.end, TimeWord::kSet) ? of_every.end : end;
    const Match every = word(every_at, TimeWord::kSet);
    DateExpression repeated;
    const int set_end = every ? set(every_at, &repeated) : 0;
    const bool joinable = has_any(e.from, kHasClock) || has_any(e.from, kHasDay);
    if (set_end != 0 && joinable && !has_any(e.from, kHasYear | kHasNumeric)) {
      DateExpression joined = repeated;
      joined.from.hour = e.from.hour;
      joined.from.minute = e.from.minute;
      joined.from.second = e.from.second;
      joined.from.half_day = e.from.half_day;
      joined.from.day = e.from.day;
      joined.from.flags |= e.from.flags & (kHasClock | kHasDay | kHasHalfDay | kExactClock);
      offer(joined, set_end);
    }
    offer(e, end);
  }
  e = DateExpression{};
  if (int end = may_be(Construct::kDuration, at) ? duration(at, &e) : 0) {
    offer(e, end);
  }
  if (best_end == 0) {
    return 0;
  }
  int begin = at;
  // What only introduces the expression is not part of its text: "on", "le"; but "in 5 minutes", "at 3".
  if (prose_ && best.shape == kPointShape && !has_any(best.from, kHasDelta | kHasDaypart) && best.from.part == 0) {
    while (begin + 1 < best_end) {
      const Match m = word(begin, TimeWord::kGlue);
      if (!m || m.value == kAt || m.value == kYearWord || m.value == kMonthWord || m.value == kDayWord ||
          m.end >= best_end || word(begin, TimeWord::kPeriod) || word(begin, TimeWord::kDay)) {
        break;
      }
      begin = m.end;
    }
  }
  int last = best_end;
  while (prose_ && last > begin + 1 && mark_at(last - 1, '.')) {
    --last;  // the dot of "Nov." stays out: it may end the sentence
  }
  int open = 0;
  for (int i = begin; i < last; ++i) {
    open += mark_at(i, '(') ? 1 : mark_at(i, ')') ? -1 : 0;
  }
  if (open == 1 && mark_at(last, ')')) {
    best_end = ++last;  // 11月7日(木)
  }
  best.begin = pieces_[begin].begin;
  best.end = pieces_[last - 1].end;
  const uint32_t flags = best.from.flags;
  best.has_clock = has_any(best.from, kHasClock);
  best.full_date =
      (flags & kHasNumeric) != 0 || (best.from.day != 0 && best.from.month != 0 && (flags & kHasYear) != 0);
  best.relative = (flags & (kHasDelta | kHasRelativeDay | kHasPeriod)) != 0;
  if (best.shape == kPointShape) {
    const bool calendar = has_any(best.from, kCalendarFlags);
    best.kind = best.has_clock ? (calendar ? DateKind::kDatetime : DateKind::kTime) : DateKind::kDate;
    if (has_any(best.from, kHasDelta) &&
        (best.from.amount[kSecondUnit] | best.from.amount[kMinuteUnit] | best.from.amount[kHourUnit]) != 0) {
      best.kind = DateKind::kDatetime;
    }
    if (has_any(best.from, kHasNow)) {
      best.kind = DateKind::kDatetime;
    }
  }
  *out = best;
  return best_end;
}

// A number that belongs to something else: money, versions, phone numbers, lists of figures.
bool Grammar::number_neighbours(int begin, int end) const noexcept {
  if (begin > 0) {
    const Piece& before = pieces_[begin - 1];
    const bool close = !pieces_[begin].blank_before;
    if (before.kind == PieceKind::kMark &&
        (before.mark == '$' || before.mark == '#' || (close && before.mark == '+'))) {
      return true;
    }
    if (close && before.kind == PieceKind::kMark && begin > 1 && pieces_[begin - 2].kind == PieceKind::kNumber &&
        !before.blank_before &&
        (before.mark == '.' || before.mark == ',' || before.mark == '-' || before.mark == '/' || before.mark == ':')) {
      return true;
    }
    if (before.kind == PieceKind::kNumber || (close && before.kind == PieceKind::kWord && before.latin)) {
      return true;
    }
    // Currency marks that have no ASCII stand-in.
    if (before.kind == PieceKind::kMark && before.mark == '?' && close) {
      return true;
    }
  }
  if (end < count_) {
    const Piece& after = pieces_[end];
    const bool close = !after.blank_before;
    if (after.kind == PieceKind::kMark &&
        (after.mark == '%' || after.mark == '$' || (close && after.mark == '?' && !after.latin))) {
      return true;
    }
    if (close && after.kind == PieceKind::kMark && end + 1 < count_ && pieces_[end + 1].kind == PieceKind::kNumber &&
        !pieces_[end + 1].blank_before &&
        (after.mark == '.' || after.mark == ',' || after.mark == '-' || after.mark == ':' || after.mark == '/')) {
      return true;
    }
    if (after.kind == PieceKind::kNumber || (close && after.kind == PieceKind::kWord && after.latin)) {
      return true;
    }
  }
  return false;
}

bool Grammar::point_acceptable(const DatePoint& p, int begin, int end, bool range_end) noexcept {
  const uint32_t f = p.flags;
  const bool introduced = (f & kIntroduced) != 0;
  const bool dated = has_any(p, kHasNumeric | kHasDelta | kHasPeriod | kHasHoliday) ||
                     (has_any(p, kHasRelativeDay) && !has_any(p, kHasNow)) ||
                     (has_any(p, kHasMonthName) && has_any(p, kHasDay | kHasYear));
  int named_at = begin;
  while (named_at + 1 < end && !word_at(named_at)) {
    ++named_at;
  }
  if (has_any(p, kForeign) && !(has_any(p, kHasMonthName) && has_any(p, kHasDay) && has_any(p, kHasYear)) &&
      pieces_[named_at].latin &&
      !(row_ == nullptr && has_any(p, kHasMonthName) && (has_any(p, kHasYear) || has_any(p, kHasDay)))) {
    return false;
  }
  if (has_any(p, kHasClock) && has_any(p, kVagueClock) && !has_any(p, kCalendarFlags | kHasDaypart) && !range_end) {
    return false;
  }
  if (has_any(p, kHasNow) && !has_any(p, kHasClock)) {
    return range_end;
  }
  if (dated) {
    return true;
  }
  if (has_any(p, kHasNth) && p.nth_unit == kCenturyUnit) {
    return p.nth >= 3;
  }
  if (has_any(p, kHasNth) &&
      !has_any(p, kHasMonthName | kHasYear | kHasPeriod | kHasSeason | kHasQuarter | kHasHoliday)) {
    return false;
  }
  if (has_any(p, kHasClock)) {
    if (p.minute < 0 && p.half_day == 0 && p.daypart == 0 && !introduced && !has_any(p, kHasWeekday)) {
      const bool long_word =
          pieces_[end - 1].kind == PieceKind::kWord && (pieces_[end - 1].digits > 1 || !pieces_[end - 1].latin);
      return long_word && has_any(p, kExactClock);
    }
    return true;
  }
  if (has_any(p, kHasShortNumeric)) {
    if (has_any(p, kHasYear)) {
      return !number_neighbours(begin, end) || introduced;
    }
    return has_any(p, kHasWeekday) || (introduced && (has_any(p, kWrittenDay) || mark_at(end - 2, '/')) &&
                                       !word(end, TimeWord::kUnit) && !mark_at(end, '%'));
  }
  if (has_any(p, kHasWeekday)) {
    if (has_any(p, kHasDay)) {
      return true;
    }
    int j = begin;
    for (int i = 0; i < 3; ++i) {
      const Match m = word(j, TimeWord::kGlue);
      if (!m || m.end >= end) {
        break;
      }
      j = m.end;
    }
    const bool doubtful = has_any(p, kShortName) || word(j, TimeWord::kOrdinal) || word(j, TimeWord::kNumber);
    const bool lower = pieces_[j].latin && !pieces_[j].capital && row_ == english_;
    return (!doubtful || (introduced && pieces_[j].digits > 3)) && !lower;
  }
  if (has_any(p, kHasMonthName)) {
    if ((has_any(p, kShortName) && !(range_end && introduced)) || not_a_date(begin)) {
      return false;
    }
    int letters = 0;
    for (int i = begin; i < end; ++i) {
      const Match m = word(i, TimeWord::kMonth);
      letters += m ? (m.end - i > (thai_at(i) ? 3 : 1) && !pieces_[i].latin ? 6 : pieces_[i].digits) : 0;
    }
    const bool has_digit = number_at(begin) || number_at(end - 1);
    return introduced || letters >= 6 || has_digit || p.part != 0 || range_end;
  }
  if (has_any(p, kHasQuarter | kHasWeek)) {
    return has_any(p, kHasYear | kHasWeek) || introduced || number_at(end - 1);
  }
  if (has_any(p, kHasYear)) {
    if (has_any(p, kHasSeason | kHasQuarter | kHasNth) || p.part != 0 || p.era != 0) {
      return true;
    }
    if (p.year_digits != 4 || p.calendar != 0) {
      return p.calendar != 0 || introduced;
    }
    if (number_neighbours(begin, end) && !range_end) {
      int j = begin;
      while (j < end && !number_at(j)) {
        ++j;
      }
      if (number_neighbours(j, end)) {
        return false;
      }
    }
    if (range_end) {
      return p.year >= 1500 && p.year <= 2100;
    }
    if (word(end, TimeWord::kUnit) && pieces_[end].latin) {
      return false;
    }
    bool named = false;
    for (int i = begin > 0 ? begin - 1 : begin; i < end; ++i) {
      named = named || glue(i, kYearWord);
    }
    // "in 2000" is a year in English; in German it is 2000 of something.
    if (introduced && (named || p.year % 50 != 0 || (row_ != nullptr && (row_->options & kInYearOption) != 0))) {
      return (p.year >= 1200 && p.year <= 2100);
    }
    return p.year >= 1900 && p.year <= 2040 && p.year % 50 != 0 && number_at(end - 1);
  }
  if (has_any(p, kHasSeason)) {
    return introduced && !glue(begin, kAt) && !not_a_date(begin);
  }
  if (has_any(p, kHasDaypart)) {
    if (row_ == english_ && pieces_[end - 1].capital) {
      return false;  // a title: "The Night Porter"
    }
    return introduced || has_any(p, kDayPartOfDate);
  }
  if (has_any(p, kHasDay)) {
    return has_any(p, kWrittenDay) && !pieces_[end - 1].latin;
  }
  return false;
}

// A phrase of the language that is no date runs into the expression, holds it, or runs out of it ("do středu",
// "quinzaine de"); before a clock also one that ends there ("scale 1:24").
bool Grammar::part_of_other_phrase(int begin, int end, bool clock) noexcept {
  for (int i = end - 1; i >= 0 && i > begin - 4; --i) {
    const int phrase_end = word(i, TimeWord::kNotDate).end;
    if (i > begin ? phrase_end > end
                  : (i == begin ? phrase_end >= end : phrase_end > begin || (clock && phrase_end == begin))) {
      return true;
    }
    if (i <= begin && pieces_[i].line_before) {
      break;
    }
  }
  return false;
}

// Hangul is written with blanks, but a word and its particle are not: 13일에는, 한 주인공.
bool Grammar::inside_hangul_word(int begin, int end) const noexcept {
  const auto hangul = [&](int at) {
    const auto* byte = reinterpret_cast<const unsigned char*>(text_.data()) + pieces_[at].begin;
    return word_at(at) && byte[0] >= 0xEA && byte[0] <= 0xED && pieces_[at].end - pieces_[at].begin == 3 &&
           (byte[0] > 0xEA || byte[1] >= 0xB0);
  };
  if (!hangul(begin)) {
    return false;
  }
  if (begin > 0 && hangul(begin - 1) && tight(begin)) {
    return true;
  }
  if (!hangul(end - 1) || !hangul(end) || !tight(end)) {
    return false;
  }
  // The particles and endings that follow a time.
  static constexpr std::string_view kEndings =
      "에 의 은 는 이 가 을 를 도 만 까 부 께 쯤 경 간 동 전 후 내 마 로 과 와 며 여 째 당 차 밤 낮 오 새 저 아 보 말 "
      "초 중 반 "
      "하 때 처 정 안 밖 들 뒤 앞 사 씩 짜 나 입";
  const std::string_view next = text_.substr(pieces_[end].begin, 3);
  return kEndings.find(next) == std::string_view::npos;
}

bool Grammar::acceptable(const DateExpression& e, int begin, int end) noexcept {
  const bool clock = e.shape == kPointShape && only(e.from, kHasClock);
  if (part_of_other_phrase(begin, end, clock) || inside_hangul_word(begin, end)) {
    return false;
  }
  // "38:22 (22:12)": a score and that of the half
  if (clock && begin > 3 && mark_at(begin - 1, '(') && number_at(begin - 2) && !word_at(begin - 3) &&
      !number_at(begin - 3) && number_at(begin - 4) && tight(begin - 2) && tight(begin - 3)) {
    return false;
  }
  // "34. haftaya": the number counts what follows
  if (begin > 1 && has_any(e.from, kHasPeriod) && mark_at(begin - 1, '.') && tight(begin - 1) && number_at(begin - 2) &&
      pieces_[begin].latin && !pieces_[begin].capital) {
    return false;
  }
  if (begin > 0 && number_at(begin) && !pieces_[begin].blank_before) {
    // The tail of a longer number or code: "A-7/11", "1,500", "v2.5".
    const Piece& before = pieces_[begin - 1];
    const bool opens =
        before.kind == PieceKind::kMark &&
        (before.mark == '(' || before.mark == '[' || before.mark == '"' || before.mark == '\'' || before.mark == '?' ||
         before.mark == ',' || before.mark == '-' || before.mark == ':' || before.mark == ';' || before.mark == '|' ||
         before.mark == '>' || before.mark == '=' || before.mark == '_' || before.mark == '*');
    const bool list =
        opens && before.mark != '(' && before.mark != '[' && begin > 1 && number_at(begin - 2) && !before.blank_before;
    if ((before.kind == PieceKind::kMark && !opens) || list || (before.kind != PieceKind::kMark && before.latin)) {
      return false;
    }
  }
  if (end < count_ && number_at(end - 1) && !pieces_[end].blank_before) {
    const Piece& after = pieces_[end];
    if (after.kind == PieceKind::kWord && after.latin) {
      return false;
    }
    if (after.kind == PieceKind::kMark &&
        (after.mark == '/' || after.mark == ':' || after.mark == '.' || after.mark == ',') && number_at(end + 1) &&
        !pieces_[end + 1].blank_before) {
      return false;
    }
  }
  switch (e.shape) {
    case kRangeShape:
      if (has_any(e.from, kVagueClock) && has_any(e.to, kVagueClock) &&
          !has_any(e.from, kCalendarFlags | kHasDaypart | kHasHalfDay) &&
          !has_any(e.to, kCalendarFlags | kHasDaypart | kHasHalfDay)) {
        return false;  // "between 3 and 5 percent"
      }
      return point_acceptable(e.from, begin, end, true) && point_acceptable(e.to, begin, end, true);
    case kDurationShape:
    case kSetShape:
      return !not_a_date(begin);
    default:
      return point_acceptable(e.from, begin, end, false);
  }
}

}  // namespace article
