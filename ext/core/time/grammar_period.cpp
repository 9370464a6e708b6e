// Periods: "last week", "next two months", "third Tuesday of", "week 31", "the end of".
#include "core/time/grammar.h"

namespace article {

// A number of days behind "last" or "next" is a day of the month in Korean, unless 간 follows: 지난 7일, but 지난
// 7일간.
bool Grammar::names_day(int number, Match unit) noexcept {
  const TextPiece& piece = pieces_[unit.end - 1];
  const bool sign = unit.end == number + 2 && text_.substr(piece.begin, 3) == "일";
  const std::string_view next = unit.end < count_ && tight(unit.end) ? text_.substr(pieces_[unit.end].begin, 3) : "";
  const std::string_view spaced = unit.end < count_ ? text_.substr(pieces_[unit.end].begin, 6) : "";
  return sign && pieces_[number].number >= 1 && pieces_[number].number <= 31 && next != "간" && next != "동" &&
         spaced != "동안";
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
    if (unit && m.value != 0 && number_at(m.end) && names_day(m.end, unit)) {
      p->day = static_cast<uint8_t>(pieces_[m.end].number);  // 지난 7일
      p->direction = static_cast<int8_t>(m.value < 0 ? -1 : 1);
      p->flags |= kHasDay | kWrittenDay;
      return unit.end;
    }
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
    Match behind = unit_first ? word(unit_first.end, TimeWord::kModifier) : Match();
    if (word(unit_first.end, TimeWord::kAmpm).end > behind.end ||
        word(unit_first.end, TimeWord::kDaypart).end > behind.end) {
      behind = Match();  // 8日上午
    }
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
  if (const Match m = glue(j, kWeekWord)) {
    if (number_at(m.end) && pieces_[m.end].number >= 1 && pieces_[m.end].number <= 53 && (p->flags & kHasWeek) == 0) {
      p->week = static_cast<uint8_t>(pieces_[m.end].number);  // "KW 45"
      p->flags |= kHasWeek;
      return m.end + 1;
    }
  }
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
    const bool day_name = unit && day.end >= behind.end;  // יום חמישי is Thursday
    if (!behind || day_name || behind.value == 0 || (p->flags & kHasWeekday) != 0) {
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
    // A month has no sixth Monday, but "6th, Monday" may be a day.
    if ((value > 5 && !container_follows(m.end)) || (p->flags & kHasWeekday) != 0) {
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
