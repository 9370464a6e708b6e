// What counts from a reference: "3 days ago", "yesterday", "last week", "next two months", "third Tuesday of".
#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

void add_amount(DatePoint* p, int unit, int64_t thousandths) noexcept {
  switch (unit) {
    case kFortnightUnit:
      p->amount[kDayUnit] += 14 * thousandths;
      break;
    case kHalfUnit:
      p->amount[kMonthUnit] += 6 * thousandths;
      break;
    case kWeekendUnit:
      p->amount[kWeekUnit] += thousandths;
      break;
    case kWorkdayUnit:
      p->amount[kDayUnit] += thousandths;
      break;
    default:
      p->amount[unit] += thousandths;
  }
  ++p->amount_units;
}

}  // namespace

// In a sentence: 8月 is a month, 2016年 a year, 21日 a day, 21世紀 a century; a word that also joins ranges is no unit.
bool Grammar::not_an_amount(int at, int unit_at, Match unit, Quantity q) noexcept {
  if (word(unit_at, TimeWord::kRange).end == unit.end) {
    return true;
  }
  static const uint32_t letter_s = hash_word("s");
  const Piece& piece = pieces_[unit_at];
  if (piece.latin) {
    // "his 20s", "20C", "600W", "13m"; but "2h 30m"
    const bool behind_letter =
        at > 1 && word_at(at - 1) && pieces_[at - 1].digits == 1 && number_at(at - 2) && tight(at - 1);
    const bool letter = piece.hash == letter_s || (piece.digits == 1 && unit.value != kHourUnit && !behind_letter) ||
                        (piece.digits == 1 && number_at(unit.end) && tight(unit.end));  // "5h45" is a clock
    const bool counts_next = q.digits == 0 && word(unit_at, TimeWord::kOrdinal) && word_at(unit.end) &&
                             hits(unit.end).kinds == 0;  // "in a second term"
    const bool clock = q.digits != 0 && q.digits <= 2 && !q.whole && q.end == at + 3 && pieces_[at + 2].digits == 2 &&
                       pieces_[at + 2].number < 60 && q.thousandths < 25000 && unit.value == kHourUnit &&
                       row_ != nullptr && (row_->options & kClockDotOption) != 0;  // "19.30 horas"
    return letter || counts_next || clock;
  }
  if (unit.value == kHourUnit && word(unit_at, TimeWord::kClock, kHourUnit).end == unit.end) {
    return true;  // 八時
  }
  if (unit.value == kDecadeUnit && q.thousandths >= 10000 && q.thousandths % 10000 == 0) {
    return true;  // 八十年代
  }
  const bool month = word(at, TimeWord::kMonth).end >= unit.end;
  const bool year = unit.value == kYearUnit && q.thousandths >= 1000000;
  const bool day = unit.value == kDayUnit && glue(unit_at, kDayWord).end == unit.end && pieces_[unit_at].digits == 1;
  return month || year || day || (unit.value == kCenturyUnit && q.thousandths >= 3000);
}

// "3 days", "2.5 hours", "sekunde 16", "an hour"; `bare_unit`: "hour" alone is one.
int Grammar::amount(int at, DatePoint* p, bool bare_unit) noexcept {
  int j = at;
  if (const Match about = glue(at, kAbout)) {
    j = about.end;
  }
  int sign = 1;
  if (mark_at(j, '-') || mark_at(j, '+')) {
    sign = pieces_[j].mark == '-' ? -1 : 1;
    if (!tight(j + 1) && prose_) {
      return 0;
    }
    ++j;
  }
  const Quantity q = quantity(j);
  if (q.end != 0) {
    int k = q.end;
    if (const Match about = glue(k, kAbout)) {
      k = about.end;
    }
    Match of = glue(k, kOf);
    Match unit = word(of ? of.end : k, TimeWord::kUnit);
    if (!unit) {
      unit = word(k, TimeWord::kUnit);
    }
    if (mark_at(k, '\'') && tight(k) && !unit && !prose_ && number_at(j)) {
      unit = {k + 1, kMinuteUnit, 0};  // 15'
    }
    if (unit && prose_ && not_an_amount(j, k, unit, q)) {
      return 0;
    }
    if (unit) {
      // One letter is a unit only right behind its number: "3 m" is metres.
      const bool letter = unit.end == k + 1 && word_at(k) && pieces_[k].digits == 1 && pieces_[k].latin;
      if (!letter || tight(k) || !prose_) {
        add_amount(p, unit.value, sign * q.thousandths);
        p->direction = static_cast<int8_t>(sign < 0 ? -1 : p->direction);
        const Match joined = glue(unit.end, kAnd);
        const Match one = joined ? word(joined.end, TimeWord::kNumber, 1) : Match();
        const Match half =
            joined ? word(one ? one.end : joined.end, TimeWord::kFraction) : word(unit.end, TimeWord::kFraction, 30);
        const bool close = joined || (half && !pieces_[k].latin);
        if (close && half && half.value > 0 && q.whole && !word(half.end, TimeWord::kUnit)) {
          add_amount(p, unit.value, half.value * 1000 / 60);  // "one hour and a half"
          --p->amount_units;
          return half.end;
        }
        return unit.end;
      }
    }
  }
  const Match unit = word(j, TimeWord::kUnit);
  if (!unit) {
    return 0;
  }
  const Quantity behind = bare_unit ? quantity(unit.end) : Quantity();
  if (behind.end != 0 && behind.whole && behind.digits <= 3 && word(behind.end, TimeWord::kUnit).end == 0) {
    add_amount(p, unit.value, behind.thousandths);
    return behind.end;
  }
  if (!bare_unit || (prose_ && (row_ == nullptr || (row_->options & kBareUnitOption) == 0))) {
    return 0;
  }
  add_amount(p, unit.value, 1000);
  return unit.end;
}

// "1 year, 2 months and 3 days"
int Grammar::amounts(int at, DatePoint* p, bool bare_unit) noexcept {
  int end = amount(at, p, bare_unit);
  while (end != 0) {
    int j = end;
    if (mark_at(j, '.') && tight(j)) {
      ++j;
    }
    if (mark_at(j, ',')) {
      ++j;
    }
    if (const Match m = glue(j, kAnd)) {
      j = m.end;
    }
    DatePoint trial = *p;
    const int next = amount(j, &trial, false);
    if (next == 0 || (j < count_ && pieces_[j].break_before)) {
      break;
    }
    // A unit comes once: "2 days and 3 days" are two things.
    bool twice = false;
    for (int u = 1; u < 11; ++u) {
      twice = twice || (p->amount[u] != 0 && trial.amount[u] != p->amount[u]);
    }
    if (twice) {
      break;
    }
    *p = trial;
    end = next;
  }
  return end;
}

// "3 days ago", "in 2 hours", "vor einem Tag", "1 il öncə 2 ay öncə", "2 weeks after <date>".
int Grammar::delta(int at, DatePoint* p) noexcept {
  if ((p->flags & (kHasDelta | kHasNumeric | kHasMonthName)) != 0) {
    return 0;
  }
  DatePoint best = *p;
  int best_end = 0;
  bool best_both = false;
  for (int direction = -1; direction <= 1; direction += 2) {
    const TimeWord before_kind = direction < 0 ? TimeWord::kPastBefore : TimeWord::kFutureBefore;
    const TimeWord after_kind = direction < 0 ? TimeWord::kPastAfter : TimeWord::kFutureAfter;
    DatePoint trial = *p;
    int j = at;
    bool marked = false;
    for (int round = 0; round < 6; ++round) {
      int start = j;
      if (round > 0 && mark_at(start, ',')) {
        ++start;
      }
      Match before = word(start, before_kind);
      if (prose_ && before && word(start, TimeWord::kLink)) {
        before = Match();  // "after 4 days" counts from what the sentence tells
      }
      if (round > 0 && !before && !marked) {
        break;
      }
      DatePoint attempt = trial;
      int from = before ? before.end : start;
      if (before && mark_at(before.end, '-') && tight(before.end)) {
        from = before.end + 1;
      }
      int end = amounts(from, &attempt, before.end != 0);
      bool bare = false;
      if (end == 0 && !before) {
        bare = true;
        end = amounts(from, &attempt, true);
      }
      if (end == 0) {
        break;
      }
      int tail = end;
      if ((mark_at(tail, '.') || mark_at(tail, '\'')) && tight(tail)) {
        ++tail;
      }
      if (mark_at(tail, '-') && tight(tail) && tight(tail + 1)) {
        ++tail;
      }
      Match after = word(tail, after_kind);
      for (Match again = after; again; again = word(after.end, after_kind)) {
        after = again;
      }
      if (!before && !after) {
        break;
      }
      if (bare && !after) {
        break;
      }
      trial = attempt;
      trial.direction = static_cast<int8_t>(direction);
      marked = true;
      j = after ? after.end : end;
      if (j > best_end || (j == best_end && before && after && !best_both)) {
        best = trial;
        best_end = j;
        best_both = before && after;
      }
    }
  }
  int64_t thousandths = 0;
  const Match pattern = relative_pattern(at, &thousandths);
  DatePoint own = *p;
  const bool plain_amount = pattern.rank >= 2 && amounts(at, &own, false) == pattern.end;  // "2 min" is no one's future
  if (pattern.end > best_end && !plain_amount) {
    best = *p;
    add_amount(&best, pattern.value / 2, thousandths);
    best.direction = static_cast<int8_t>((pattern.value & 1) != 0 ? 1 : -1);
    best_end = pattern.end;
  }
  if (best_end == 0) {
    return 0;
  }
  *p = best;
  p->flags |= kHasDelta;
  return best_end;
}

int Grammar::relative_day(int at, DatePoint* p) noexcept {
  if ((p->flags & (kHasRelativeDay | kHasNumeric | kHasMonthName)) != 0 || not_a_date(at)) {
    return 0;
  }
  if (const Match m = word(at, TimeWord::kDay)) {
    p->day_shift = static_cast<int8_t>(m.value);
    p->flags |= kHasRelativeDay;
    return m.end;
  }
  if (const Match m = word(at, TimeWord::kNow)) {
    const bool minus = mark_at(m.end, '-') || glue(m.end, kMinus);
    if ((minus || mark_at(m.end, '+') || glue(m.end, kPlus)) && !prose_) {
      DatePoint trial = *p;
      if (const int end = amounts(m.end + 1, &trial, false)) {
        trial.direction = static_cast<int8_t>(minus ? -1 : 1);
        trial.flags |= kHasDelta;
        *p = trial;
        return end;
      }
    }
    p->flags |= kHasNow | kHasRelativeDay;
    return m.end;
  }
  return 0;
}

// "last week", "next Friday", "the coming three months", "semaine prochaine", 上週.
int Grammar::period(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasPeriod) != 0 || not_a_date(at)) {
    return 0;
  }
  const Match fixed = word(at, TimeWord::kPeriod);
  const bool bare_weekday = fixed && (fixed.value >> 4) > kWeekdayUnit && word(at, TimeWord::kWeekday).end == fixed.end;
  if (const Match m = bare_weekday ? Match() : fixed) {
    p->period = static_cast<uint8_t>(m.value >> 4);
    p->period_shift = static_cast<int16_t>((m.value & 15) - 8);
    p->flags |= kHasPeriod;
    if (p->period > kWeekdayUnit) {
      p->weekday = static_cast<uint8_t>(p->period - kWeekdayUnit);
      p->flags |= kHasWeekday;
    }
    return m.end;
  }
  const int j = skip_article(at);
  const auto named = [&](int from, int shift, DatePoint* q) -> int {
    int k = from;
    const Match day_name = word(k, TimeWord::kWeekday);
    if (const Match m = word(k, TimeWord::kUnit); m && m.end >= day_name.end) {
      const bool letters = pieces_[k].latin && m.end == k + 1 && pieces_[k].digits <= 2;
      if (prose_ && (letters || (m.value == kSecondUnit && shift == 0))) {
        return 0;
      }
      q->period = static_cast<uint8_t>(m.value);
      q->period_shift = static_cast<int16_t>(shift);
      q->flags |= kHasPeriod;
      return m.end;
    }
    DatePoint trial = *q;
    if (int end = weekday(k, &trial);
        end != 0 && !(prose_ && (trial.flags & kShortName) != 0 && (pieces_[k].latin || shift == 0))) {
      *q = trial;
      q->period = static_cast<uint8_t>(kWeekdayUnit + q->weekday);
      q->period_shift = static_cast<int16_t>(shift);
      q->flags |= kHasPeriod;
      return end;
    }
    trial = *q;
    if ((q->flags & kHasMonthName) == 0) {
      if (int end = month_name(k, &trial)) {
        *q = trial;
        q->period = kMonthPeriod;
        q->period_shift = static_cast<int16_t>(shift);
        q->flags |= kHasPeriod;
        return end;
      }
    }
    if (int end = season(k, &trial)) {
      *q = trial;
      q->period = kSeasonPeriod;
      q->period_shift = static_cast<int16_t>(shift);
      q->flags |= kHasPeriod;
      return end;
    }
    if (const Match m = word(k, TimeWord::kDaypart)) {
      if (m.value < 16 && (q->flags & kHasDaypart) == 0) {
        q->daypart = static_cast<uint8_t>(m.value);
        q->day_shift = static_cast<int8_t>(shift);
        q->flags |= kHasDaypart | kHasRelativeDay | kDayPartOfDate;
        return m.end;
      }
    }
    if (const Match m = word(k, TimeWord::kHoliday)) {
      q->holiday = static_cast<int16_t>(m.value);
      q->period = kHolidayPeriod;
      q->period_shift = static_cast<int16_t>(shift);
      q->flags |= kHasPeriod | kHasHoliday;
      return m.end;
    }
    return 0;
  };
  if (const Match m = word(j, TimeWord::kModifier)) {
    // "next two weeks", "the last 3 days"
    const Quantity q = quantity(m.end);
    const Match unit = q.end != 0 ? word(q.end, TimeWord::kUnit) : Match();
    if (unit && m.value != 0 && q.thousandths >= 1000 && q.thousandths <= 200000) {
      p->period = static_cast<uint8_t>(unit.value);
      p->period_shift = static_cast<int16_t>(m.value);
      p->period_count = static_cast<int16_t>(q.thousandths / 1000);
      p->flags |= kHasPeriod;
      return unit.end;
    }
    if (unit && m.value == 0 && q.thousandths == 1000 && unit.value >= kDayUnit) {
      p->period = static_cast<uint8_t>(unit.value);  // 这一年
      p->period_shift = 0;
      p->flags |= kHasPeriod;
      return unit.end;
    }
    DatePoint trial = *p;
    int end = named(skip_article(m.end), m.value, &trial);
    if (end != 0) {
      if (const Match behind = word(end, TimeWord::kModifier)) {
        if (behind.value == 2 || behind.value == -2) {
          trial.period_shift = static_cast<int16_t>(behind.value);
          end = behind.end;
        }
      }
      *p = trial;
      return end;
    }
    return 0;
  }
  // "semana pasada", "week before last", "two upcoming weeks"
  DatePoint trial = *p;
  const Quantity q = quantity(j);
  if (q.end != 0 && q.whole && q.digits <= 3) {
    const Match m = word(q.end, TimeWord::kModifier);
    const Match unit = m ? word(m.end, TimeWord::kUnit) : Match();
    const Match unit_first = word(q.end, TimeWord::kUnit);
    const Match behind = unit_first ? word(unit_first.end, TimeWord::kModifier) : Match();
    const Match shift = unit ? m : behind;
    // "turns 39 next month" is not of 39 months
    const bool single = prose_ && unit && row_ == english_ && text_[pieces_[unit.end - 1].end - 1] != 's';
    if ((unit || behind) && shift.value != 0 && !single) {
      p->period = static_cast<uint8_t>(unit ? unit.value : unit_first.value);
      p->period_shift = static_cast<int16_t>(shift.value);
      p->period_count = static_cast<int16_t>(q.thousandths / 1000);
      p->flags |= kHasPeriod;
      return unit ? unit.end : behind.end;
    }
  }
  const int end = named(j, 0, &trial);
  const int tail = end != 0 ? skip_article(end) : 0;
  const bool unspaced =
      prose_ && !pieces_[j].latin && pieces_[j].digits == 1;  // there modifiers stand before: 本日, not 日本
  Match m = end != 0 && !unspaced ? word(tail, TimeWord::kModifier) : Match();
  if (m && (word(skip_article(m.end), TimeWord::kUnit) || word(skip_article(m.end), TimeWord::kPeriod)) &&
      (trial.period > kWeekdayUnit || (prose_ && row_ == english_))) {
    m = Match();  // "Wednesday next week"
  }
  if (m && !(trial.flags & kHasDaypart && prose_ && m.rank > 1)) {
    if ((trial.flags & kDayPartOfDate) != 0 && (trial.flags & kHasPeriod) == 0) {
      trial.day_shift = static_cast<int8_t>(m.value);
    } else {
      trial.period_shift = static_cast<int16_t>(m.value);
    }
    *p = trial;
    return m.end;
  }
  // "of the month", "in the week": the period that holds the reference
  if (end != 0 && j > at && trial.period < kWeekdayUnit && trial.period >= kDayUnit &&
      (trial.flags & kHasPeriod) != 0 && (p->flags & (kHasNth | kHasDay | kHasWeekday)) != 0) {
    *p = trial;
    return end;
  }
  return 0;
}

// "third Tuesday", "last day", "2nd quarter", "week 31", "first two weeks": of what the other components say.
int Grammar::nth(int at, DatePoint* p) noexcept {
  if ((p->flags & (kHasNth | kHasPeriod)) != 0) {
    return 0;
  }
  const int j = skip_article(at);
  if (const Match m = word(j, TimeWord::kUnit)) {
    if ((m.value == kWeekUnit || m.value == kQuarterUnit) && number_at(m.end) && pieces_[m.end].digits <= 2 &&
        (p->flags & kHasWeek) == 0 && !word(m.end + 1, TimeWord::kUnit)) {
      const uint32_t number = pieces_[m.end].number;
      if (m.value == kWeekUnit && number >= 1 && number <= 53) {
        p->week = static_cast<uint8_t>(number);
        p->flags |= kHasWeek;
        return m.end + 1;
      }
      if (m.value == kQuarterUnit && number >= 1 && number <= 4) {
        p->quarter = static_cast<uint8_t>(number);
        p->flags |= kHasQuarter;
        return m.end + 1;
      }
    }
  }
  // "two Sundays from now"
  const Quantity times = quantity(j);
  const Match counted_day =
      times.end != 0 && times.whole && times.thousandths <= 20000 ? word(times.end, TimeWord::kWeekday) : Match();
  if (counted_day && (p->flags & kHasWeekday) == 0) {
    const Match ahead = word(counted_day.end, TimeWord::kFutureAfter);
    const Match behind = word(counted_day.end, TimeWord::kPastAfter);
    if (ahead || behind) {
      p->nth = static_cast<int8_t>(times.thousandths / 1000 * (ahead ? 1 : -1));
      p->nth_unit = static_cast<uint8_t>(kWeekdayUnit + counted_day.value);
      p->flags |= kHasNth | kNthAfter | kHasNow;
      return ahead ? ahead.end : behind.end;
    }
  }
  // "the week of 7 October"
  const Match week = word(j, TimeWord::kUnit, kWeekUnit);
  const Match week_of = week ? glue(week.end, kOf) : Match();
  if (week_of) {
    DatePoint trial = *p;
    const int day_end = date_component(skip_article(week_of.end), &trial);
    if (day_end != 0 && trial.day != 0 && trial.month != 0) {
      *p = trial;
      p->nth = 0;
      p->nth_unit = kWeekUnit;
      p->flags |= kHasNth;
      return day_end;
    }
  }
  const Match century =
      number_at(j) && word_at(j + 1) && !pieces_[j + 1].latin ? word(j + 1, TimeWord::kUnit, kCenturyUnit) : Match();
  if (century && pieces_[j].number >= 1 && pieces_[j].number <= 30) {
    p->nth = static_cast<int8_t>(pieces_[j].number);
    p->nth_unit = kCenturyUnit;
    p->flags |= kHasNth;
    return century.end;
  }
  int value = 0;
  int end = 0;
  const Match ord = ordinal(j);
  if (ord && ord.value <= 53 && ord.value >= -9) {
    value = ord.value;
    end = ord.end;
    const Match last = word(end, TimeWord::kModifier);
    if (last && last.value == -1 && value > 0) {
      value = -value;  // "second last"
      end = last.end;
    }
  } else if (const Match last = word(j, TimeWord::kModifier)) {
    if (last.value == -1) {
      value = -1;
      end = last.end;
    }
  } else if (number_at(j) && pieces_[j].digits <= 2) {
    // "4 quarter" is none, "4. Quartal" is.
    if (mark_at(j + 1, '.') && tight(j + 1) && !tight(j + 2)) {
      value = static_cast<int>(pieces_[j].number);
      end = j + 2;
    }
  }
  if (end == 0 || value == 0) {
    // "Dienstag erster" and the like: a unit or weekday with its ordinal behind
    const Match unit = word(j, TimeWord::kUnit);
    const Match day = word(j, TimeWord::kWeekday);
    const int after = unit ? unit.end : day.end;
    const Match behind = after != 0 && !number_at(after) ? ordinal(after) : Match();
    if (!behind || behind.value == 0 || (p->flags & kHasWeekday) != 0) {
      return 0;
    }
    if (unit ? (unit.value < kDayUnit || unit.value > kYearUnit) : behind.value > 5) {
      return 0;
    }
    if (day && word(behind.end, TimeWord::kMonth)) {
      return 0;  // "Tuesday first March"
    }
    p->nth = static_cast<int8_t>(behind.value);
    p->nth_unit = static_cast<uint8_t>(unit ? unit.value : kWeekdayUnit + day.value);
    p->flags |= kHasNth;
    return behind.end;
  }
  int k = end;
  const Quantity q = quantity(k);
  const Match counted = q.end != 0 && q.whole ? word(q.end, TimeWord::kUnit) : Match();
  if (counted && (value == 1 || value == -1) && counted.value >= kDayUnit) {
    p->nth = static_cast<int8_t>(value);
    p->nth_unit = static_cast<uint8_t>(counted.value);
    p->period_count = static_cast<int16_t>(q.thousandths / 1000);
    p->flags |= kHasNth;
    return counted.end;
  }
  if (const Match m = word(k, TimeWord::kUnit); m && m.end >= word(k, TimeWord::kWeekday).end) {
    if (m.value < kDayUnit) {
      return 0;
    }
    if (m.value == kQuarterUnit && value >= 1 && value <= 4) {
      p->quarter = static_cast<uint8_t>(value);
      p->flags |= kHasQuarter;
      return m.end;
    }
    p->nth = static_cast<int8_t>(value);
    p->nth_unit = static_cast<uint8_t>(m.value);
    p->flags |= kHasNth;
    return m.end;
  }
  if (const Match day_glue = glue(k, kDayWord)) {
    if (word(day_glue.end, TimeWord::kWeekday)) {
      k = day_glue.end;
    }
  }
  if (const Match m = word(k, TimeWord::kWeekday)) {
    if (value > 5 || (p->flags & kHasWeekday) != 0) {
      return 0;
    }
    p->nth = static_cast<int8_t>(value);
    p->nth_unit = static_cast<uint8_t>(kWeekdayUnit + m.value);
    p->flags |= kHasNth;
    return m.end;
  }
  return 0;
}

// "early", "mid-", "the end of": of the period that follows.
int Grammar::part(int at, DatePoint* p) noexcept {
  const int j = skip_article(at);
  const Match m = p->part == 0 ? word(j, TimeWord::kPart) : Match();
  if (!m) {
    return 0;
  }
  p->part = static_cast<uint8_t>(m.value);
  return m.end;
}

}  // namespace article
