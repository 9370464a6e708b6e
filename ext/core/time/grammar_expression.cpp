// Expressions: components put together to points; durations, sets; the longest of all readings.
#include "core/text/words.h"
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

namespace {

// Two things beside each other rather than one: "in November from the previous month", "the same day (Dec. 25, 2022)".
bool at_odds(const DatePoint& before, const DatePoint& after) noexcept {
  constexpr uint32_t kDated = kHasMonthName | kHasNumeric;
  const bool month_then_period = has_any(before, kHasMonthName) && !has_any(before, kHasPeriod) &&
                                 has_any(after, kHasPeriod) && after.period == kMonthUnit;
  const bool day_then_date =
      has_any(before, kHasPeriod) && before.period == kDayUnit && !has_any(before, kDated) && has_any(after, kDated);
  return month_then_period || day_then_date;
}

// "Today on November 7, 2023": the date says which day it is, the word for it is perhaps a newspaper's name.
void drop_redundant_day(DatePoint* p) noexcept {
  if (has_any(*p, kHasRelativeDay) && p->day != 0 && p->month != 0 && p->year_digits == 4) {
    p->flags &= ~static_cast<uint32_t>(kHasRelativeDay);
    p->day_shift = 0;
  }
}

// "ranked 16th in the 2018 index": a day of the month has its month before its year.
bool day_of_year(const DatePoint& before, const DatePoint& after) noexcept {
  return has_any(before, kHasDay) && before.month == 0 && !has_any(before, kHasPeriod | kHasYear | kHasWeekday) &&
         after.month == 0 && has_any(after, kHasYear);
}

}  // namespace

bool Grammar::may_begin(int at) noexcept {
  const TextPiece& piece = pieces_[at];
  if (piece.kind == PieceKind::kMark) {
    return !prose_ && (piece.mark == '-' || piece.mark == '+' || piece.mark == '[' || piece.mark == '(' ||
                       piece.mark == '@' || piece.mark == '\'');
  }
  return piece.kind == PieceKind::kNumber || hits(at).phrase || goes_on_from(at);
}

// The longest component that begins at `at`.
int Grammar::component(int at, DatePoint* p) noexcept {
  using Reader = int (Grammar::*)(int, DatePoint*);
  static constexpr Reader kReaders[] = {&Grammar::delta, &Grammar::relative_day,   &Grammar::period,  &Grammar::nth,
                                        &Grammar::clock, &Grammar::date_component, &Grammar::daypart, &Grammar::part};
  const uint32_t may_be = possible(at, p->flags);
  if (may_be == 0) {
    return 0;
  }
  DatePoint best;
  int best_end = 0;
  for (size_t i = 0; i < sizeof(kReaders) / sizeof(kReaders[0]); ++i) {
    const auto component = static_cast<Component>(i);
    if ((may_be & (1U << i)) == 0) {
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
      if (const Match m = has_any(*p, kHasNumeric) ? glue(j, kYearWord) : Match()) {
        end = j = m.end;  // "07.11.2019 r., godz. 12.31"
        continue;
      }
      // "07.11.2019 - 18:05"
      const bool clock_behind = has_any(*p, kHasNumeric) && !has_any(*p, kHasClock) && mark_at(j, '-') &&
                                number_at(j + 1) && mark_at(j + 2, ':') && number_at(j + 3);
      if (clock_behind) {
        ++j;
        continue;
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
      drop_redundant_day(&trial);
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

int Grammar::expression(int at, DateExpression* out) noexcept {
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
  DateExpression e;  // what is not read leaves it as it is
  if (int end = set(at, &e)) {
    offer(e, end);
    e = DateExpression{};
  }
  if (int end = may_be(Construct::kRange, at) ? range(at, &e) : 0) {
    offer(e, end);
    e = DateExpression{};
  }
  if (int end = may_be(Construct::kLinkedDuration, at) ? duration(at, &e) : 0) {
    if (has_any(e.from, kDeltaAfter)) {
      offer(e, end);
    }
    e = DateExpression{};
  }
  if (int end = first_point(at, &e.from)) {
    e.kind = DateKind::kDate;
    e.shape = kPointShape;
    DateExpression hours;
    if (const int hours_end = hours_behind(end, e.from, &hours)) {
      offer(hours, hours_end);
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
    e = DateExpression{};
  }
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

}  // namespace article
