// Times of day in words: "half past three", "halb vier", "a quarter to noon", "las tres y media".
#include "core/time/date_fields.h"
#include "core/time/grammar.h"

namespace article {

// "half", "quarter", "ten minutes", "ten": minutes before or behind an hour.
int Grammar::clock_fraction(int at, int* minutes) noexcept {
  int j = at;
  if (const Match one = word(at, TimeWord::kNumber, 1)) {
    if (word(one.end, TimeWord::kFraction)) {
      j = one.end;
    }
  }
  if (const Match m = word(j, TimeWord::kFraction)) {
    *minutes = m.value;
    return m.end;
  }
  Quantity q = number_at(at) && pieces_[at].digits <= 2
                   ? Quantity{at + 1, static_cast<int64_t>(pieces_[at].number) * 1000, 2, true}
                   : cardinal(at);
  if (q.end == 0 || q.thousandths >= 60000 || q.thousandths < 1000) {
    return 0;
  }
  *minutes = static_cast<int>(q.thousandths / 1000);
  const Match unit = word(q.end, TimeWord::kUnit, kMinuteUnit);
  return unit ? unit.end : q.end;
}

// An hour in a spoken time: "three", "3 pm", "noon".
int Grammar::hour_value(int at, DatePoint* p) noexcept {
  const int j = skip_article(at);
  if (const Match m = word(j, TimeWord::kDaypart)) {
    if (m.value == kNoon || m.value == kMidnight) {
      set_clock(p, m.value == kNoon ? 12 : 0, -1, -1);
      p->flags |= kHasHalfDay;
      p->half_day = m.value == kNoon ? 2 : 1;
      if (m.value == kMidnight) {
        p->hour = 12;
      }
      return m.end;
    }
    return 0;
  }
  const Match o = word(j, TimeWord::kOrdinal);
  const Quantity q = number_at(j) && pieces_[j].digits <= 2
                         ? Quantity{j + 1, static_cast<int64_t>(pieces_[j].number) * 1000, 2, true}
                         : cardinal(j);
  int64_t hour = q.end != 0 ? q.thousandths / 1000 : o && o.value > 0 ? o.value : 99;
  int end = q.end != 0 ? q.end : o.end;
  const bool article = row_ == english_ && word_at(j) && pieces_[j].digits <= 2;  // "an"
  if (hour > 24 || end == 0 || (prose_ && word_at(j) && (hour == 0 || article))) {
    return 0;
  }
  set_clock(p, static_cast<uint32_t>(hour), -1, -1);
  if (const Match m = word(end, TimeWord::kClock, kHourUnit)) {
    end = m.end;
  }
  if (int after = half_day(end, p)) {
    end = after;
  } else if (hour <= 12) {
    p->flags |= kVagueClock;
  }
  return end;
}

// "half past three", "halb vier", "a quarter to noon", "three thirty", "las tres y media", "doce menos cinco".
int Grammar::spoken_clock(int at, bool introduced, DatePoint* p) noexcept {
  if (prose_ && at < count_ && !pieces_[at].latin && pieces_[at].digits == 1 && word_at(at)) {
    return 0;  // in scripts without blanks a syllable is a number too often
  }
  int minutes = 0;
  if (const int after = clock_fraction(at, &minutes)) {
    const Match fraction = word(number_at(at) ? count_ : at, TimeWord::kFraction);
    const Match one = word(at, TimeWord::kNumber, 1);
    const bool is_fraction = fraction || (one && word(one.end, TimeWord::kFraction));
    Match link = word(after, TimeWord::kClockLink);
    if (link && link.value > 2) {
      link = Match();  // "tres y cuarto": the hour comes first
    }
    DatePoint trial = *p;
    const int hour_at = link ? link.end : after;
    const bool direct = !link && is_fraction && minutes < 0;
    int end = link || direct ? hour_value(hour_at, &trial) : 0;
    if (number_at(at) && word(after, TimeWord::kRange, kTo).end == hour_at && minutes < trial.hour) {
      end = 0;  // "7 to 9 pm" are two hours
    }
    if (end != 0 && minutes != 0 &&
        (is_fraction || introduced || !prose_ || (trial.flags & (kHasHalfDay | kHasDaypart)) != 0 || link.value != 0)) {
      const int shift = link && link.value == 2 ? -minutes : minutes;
      const bool noon = trial.hour == 12 && trial.half_day == 1 && (trial.flags & kHasHalfDay) != 0;
      int total = (noon ? 0 : trial.hour) * 60 + shift;
      total = (total + 1440) % 1440;
      trial.hour = static_cast<int8_t>(total / 60);
      if (noon && trial.hour == 0) {
        trial.hour = 12;
      }
      trial.minute = static_cast<int8_t>(total % 60);
      if (trial.half_day == 2 && (trial.flags & kHasHalfDay) != 0 && trial.hour == 11) {
        trial.half_day = 1;  // a quarter to noon
      }
      trial.flags |= kHasClock;
      if (!(prose_ && !introduced && !is_fraction && (trial.flags & (kHasHalfDay | kHasDaypart)) == 0)) {
        *p = trial;
        return end;
      }
    }
  }
  DatePoint trial = *p;
  const int j = skip_article(at);
  int end = hour_value(at, &trial);
  if (end == 0) {
    return 0;
  }
  const bool half_day_said = (trial.flags & (kHasHalfDay | kHasDaypart)) != (p->flags & (kHasHalfDay | kHasDaypart));
  int minute = -1;
  int k = end;
  Match link = word(k, TimeWord::kClockLink);
  if (link && link.value <= 2 && half_day_said) {
    link = Match();
  }
  const Match joined = link ? link : glue(k, kAnd);
  if (joined) {
    k = joined.end;
  }
  int value = 0;
  int tail = clock_fraction(k, &value);
  if (tail == 0 && number_at(k) == false) {
    // "twelve oh three"
    const Match zero = word(k, TimeWord::kNumber, 0);
    const Quantity q = zero ? cardinal(zero.end) : Quantity();
    if (q.end != 0 && q.thousandths < 10000) {
      tail = q.end;
      value = static_cast<int>(q.thousandths / 1000);
    }
  }
  const bool spoken = !number_at(j) || joined || introduced;
  const bool two_numbers = number_at(j) && number_at(k) && pieces_[k].digits != 2;
  if (tail != 0 && value > 0 && spoken && !two_numbers && (!half_day_said || (link && link.value > 2)) &&
      (joined || !number_at(k) || introduced)) {
    if (link && (link.value == 2 || link.value == 4)) {
      const int total = (trial.hour * 60 - value + 1440) % 1440;
      trial.hour = static_cast<int8_t>(total / 60);
      minute = total % 60;
      if (trial.half_day == 2 && trial.hour == 11 && half_day_said) {
        trial.half_day = 1;  // "midi moins le quart"
      }
    } else {
      minute = value;
    }
    trial.minute = static_cast<int8_t>(minute);
    end = tail;
    if (int after = half_day(end, &trial)) {
      end = after;
      trial.flags &= ~static_cast<uint32_t>(kVagueClock);
    }
  }
  const bool said_daypart = (p->flags & (kHasDaypart | kDayPartOfDate)) != 0;
  const bool noon = trial.half_day != 0 && word(j, TimeWord::kDaypart);
  const bool enough = introduced || half_day_said || (minute >= 0 && !prose_) || noon || said_daypart ||
                      (trial.flags & kHasHalfDay) != 0 || ((p->flags & (kHasRelativeDay)) != 0 && !prose_) ||
                      (!prose_ && (word(end, TimeWord::kDay) || word(end, TimeWord::kDaypart).value >= 16));
  if (!enough) {
    return 0;
  }
  if (number_at(j) && end == j + 1) {
    // "at 5 %", "at 5 percent", "at 3-1", "at 20 points": not an hour unless the sentence goes on otherwise.
    const bool more = mark_at(end, '%') || mark_at(end, '$') ||
                      (mark_at(end, '-') && tight(end) && number_at(end + 1)) ||
                      ((mark_at(end, '.') || mark_at(end, ',') || mark_at(end, ':') || mark_at(end, '/')) &&
                       tight(end) && number_at(end + 1) && tight(end + 1));
    // "a 19 de diciembre", "a 7-oct": a day
    const int beside = mark_at(end, '-') || mark_at(end, '.') ? end + 1 : end;
    const Match of = glue(beside, kOf);
    if (prose_ && (word(beside, TimeWord::kMonth) || (of && word(of.end, TimeWord::kMonth)))) {
      return 0;
    }
    if (more || (word(end, TimeWord::kUnit) && !word(end, TimeWord::kUnit, kHourUnit))) {
      return 0;
    }
  }
  *p = trial;
  return end;
}

}  // namespace article
