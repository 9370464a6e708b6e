// Times of day: 22:15, 9.30pm, 18h30, "half past three", "noon", with am and pm, dayparts and zones.
#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr uint32_t kDateGiven = kHasDay | kHasNumeric | kHasShortNumeric | kHasRelativeDay | kHasWeekday;
constexpr int kNoZoneValue = 30001;  // "local time"

bool clock_fits(uint32_t hour, uint32_t minute, uint32_t second) noexcept {
  return minute < 60 && second <= 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
}

void set_clock(DatePoint* p, uint32_t hour, int minute, int second) noexcept {
  p->hour = static_cast<int8_t>(hour);
  p->minute = static_cast<int8_t>(minute);
  p->second = static_cast<int8_t>(second);
  p->flags |= kHasClock;
}

}  // namespace

// "p.m.", 下午, "a" right behind a number; "in the morning", "de la tarde", "вечера".
int Grammar::half_day(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasHalfDay) != 0 || at >= count_) {
    return 0;
  }
  int j = at;
  if (mark_at(j, '.') && tight(j) && tight(j + 1)) {
    ++j;
  }
  if (mark_at(j, '\'') && word_at(j + 1) && pieces_[j + 1].digits == 1) {
    ++j;  // "'s middags"
  }
  for (int skipped = 0; skipped < 3; ++skipped) {
    if (const Match m = word(j, TimeWord::kAmpm)) {
      const bool letter = m.end == j + 1 && pieces_[j].digits == 1 && pieces_[j].latin;
      const bool introduced = j > 1 && (mark_at(j - 2, ':') || glue(j - 2, kAt));
      const bool price = letter && prose_ && j > 0 && number_at(j - 1) && !introduced;  // "6p"
      if (price) {
        return 0;
      }
      if (letter && (!tight(j) || skipped > 0 || j == 0 || (!number_at(j - 1) && !mark_at(j - 1, '.')))) {
        return 0;
      }
      p->half_day = static_cast<uint8_t>(m.value + 1);
      p->flags |= kHasHalfDay;
      return mark_at(m.end, '.') && tight(m.end) && mark_at(m.end - 2 > at ? m.end - 2 : at, '.') ? m.end + 1 : m.end;
    }
    const Match part = word(j, TimeWord::kDaypart);
    const Match day = word(j, TimeWord::kDay);
    if (day && (day.end > j + 1 || day.end > part.end)) {
      return 0;  // "15:00 i morgen"
    }
    if (part && (part.value & 15) != kNoon && (part.value & 15) != kMidnight) {
      // "tonight" is a component of its own; "four nights" are counted
      const bool bare = prose_ && skipped == 0 && part.end == j + 1 && j > 0 && row_ != nullptr &&
                        (row_->options & kJoinedDaypartOption) != 0;
      const bool counted = bare && word_at(j - 1) &&
                           (word(j - 1, TimeWord::kNumber) || (j > 1 && word(j - 2, TimeWord::kNumber).end == j));
      const bool digits = bare && number_at(j - 1) && !(j >= 2 && mark_at(j - 2, ':'));
      if (part.value >= 16 || counted || digits) {
        return 0;
      }
      p->daypart = static_cast<uint8_t>(part.value);
      p->flags |= kHasDaypart;
      return part.end;
    }
    const Match m = word(j, TimeWord::kGlue);
    if (!m || (m.value != kIn && m.value != kThe && m.value != kOf && m.value != kOn && m.value != kAt)) {
      return 0;
    }
    j = m.end;
  }
  return 0;
}

// 22:15, 22:15:30, 22:15:30.123; with a dot where the words around it say that it is a time.
int Grammar::digital_clock(int at, bool introduced, DatePoint* p) noexcept {
  if (!number_at(at) || pieces_[at].digits > 2 || at + 2 >= count_ || !number_at(at + 2) ||
      pieces_[at + 2].digits != 2 || !tight(at + 2)) {
    return 0;
  }
  const bool colon = mark_at(at + 1, ':');
  const bool dot = mark_at(at + 1, '.');
  if ((!colon && !dot) || (!tight(at + 1) && prose_)) {
    return 0;
  }
  int end = at + 3;
  int second = -1;
  const char separator = pieces_[at + 1].mark;
  if (mark_at(end, separator) && tight(end) && number_at(end + 1) && tight(end + 1) && pieces_[end + 1].digits == 2) {
    second = static_cast<int>(pieces_[end + 1].number);
    end += 2;
    if ((mark_at(end, '.') || mark_at(end, ',')) && tight(end) && number_at(end + 1) && tight(end + 1)) {
      end += 2;  // fractions of a second
    }
  }
  if (!clock_fits(pieces_[at].number, pieces_[at + 2].number, second < 0 ? 0U : static_cast<uint32_t>(second))) {
    return 0;
  }
  if (dot) {
    DatePoint scratch = *p;
    const bool option = row_ != nullptr && (row_->options & kClockDotOption) != 0 && !prose_;
    const bool no_date = !prose_ && pieces_[at + 2].number > 12;
    const bool said = introduced || option || no_date || (p->flags & kDateGiven) != 0 || half_day(end, &scratch) != 0 ||
                      word(end, TimeWord::kClock);
    if (second >= 0 && !introduced) {
      return 0;  // 18.10.14
    }
    const Match unit = word(end, TimeWord::kUnit);
    const Match hours =
        row_ != nullptr && (row_->options & kClockDotOption) != 0 ? word(end, TimeWord::kUnit, kHourUnit) : Match();
    if (hours) {
      set_clock(p, pieces_[at].number, static_cast<int>(pieces_[at + 2].number), -1);  // "19.30 horas"
      p->flags |= kExactClock;
      return hours.end;
    }
    const bool number = mark_at(end, '%') || unit || (second >= 0 && prose_ && !introduced);
    if (!said || number) {
      return 0;
    }
  }
  set_clock(p, pieces_[at].number, static_cast<int>(pieces_[at + 2].number), second);
  p->flags |= kExactClock;
  if (const Match m = word(end, TimeWord::kClock)) {
    end = m.end;
  }
  return end;
}

// 18h30, 15h, "15 Uhr", "3 uhr 15", 12時5分, "11 часов 5 минут".
int Grammar::hour_word_clock(int at, bool introduced, DatePoint* p) noexcept {
  int64_t hour = 0;
  int j = 0;
  if (number_at(at)) {
    if (pieces_[at].digits > 2) {
      return 0;
    }
    hour = pieces_[at].number;
    j = at + 1;
  } else {
    const Match o = ordinal(at);
    const Quantity q = cardinal(at);
    hour = o && o.value > 0 && introduced ? o.value : q.thousandths / 1000;
    j = o && o.value > 0 && introduced ? o.end : q.end;
    if (j == 0 || hour > 24) {
      return 0;
    }
  }
  const Match word_of_hour = word(j, TimeWord::kClock, kHourUnit);
  Match unit = word(j, TimeWord::kUnit, kHourUnit);
  if (unit && !introduced) {
    DatePoint scratch = *p;
    unit = half_day(unit.end, &scratch) != 0 ? unit : Match();
  }
  Match named = word_of_hour ? word_of_hour : unit;
  if (!named && introduced && number_at(j - 1)) {
    // "ساعت 11 و 01 دقیقه"
    const Match joined = glue(j, kAnd);
    if (joined && number_at(joined.end) && word(joined.end + 1, TimeWord::kUnit, kMinuteUnit)) {
      named.end = j;
    }
  }
  if (!named || hour > 24) {
    return 0;
  }
  int end = named.end;
  int minute = row_ == english_ && number_at(at) && word_at(j) && tight(j) && pieces_[j].digits == 1 ? 0 : -1;
  int second = -1;
  int k = end;
  if (const Match m = glue(k, kAnd)) {
    k = m.end;
  }
  const bool minutes_tight = number_at(k) && tight(k);
  const Quantity m = number_at(k)
                         ? Quantity{k + 1, static_cast<int64_t>(pieces_[k].number) * 1000, pieces_[k].digits, true}
                         : cardinal(k);
  int fraction = 0;
  if (const int after = word(k, TimeWord::kFraction) ? clock_fraction(k, &fraction) : 0;
      after != 0 && fraction > 0 && (k > end || tight(k) || !prose_)) {
    minute = fraction;
    end = after;
  } else if (m.end != 0 && m.thousandths < 60000 && m.digits <= 2) {
    const Match minutes = word(m.end, TimeWord::kClock, kMinuteUnit);
    const Match minute_unit = minutes ? minutes : word(m.end, TimeWord::kUnit, kMinuteUnit);
    if (minute_unit || minutes_tight || (!prose_ && (m.digits == 2 || m.digits == 0))) {
      minute = static_cast<int>(m.thousandths / 1000);
      end = minute_unit ? minute_unit.end : m.end;
      if (minute_unit) {
        const Match joined = glue(end, kAnd);
        const int s = joined ? joined.end : end;
        if (number_at(s) && pieces_[s].number < 60) {
          const Match seconds = word(s + 1, TimeWord::kClock, kSecondUnit);
          const Match second_unit = seconds ? seconds : word(s + 1, TimeWord::kUnit, kSecondUnit);
          if (second_unit) {
            second = static_cast<int>(pieces_[s].number);
            end = second_unit.end;
          }
        }
      }
    }
  }
  set_clock(p, static_cast<uint32_t>(hour), minute, second);
  p->flags |= kExactClock;
  if (hour <= 12 && !number_at(at) && minute < 0) {
    p->flags |= kVagueClock;
  }
  return end;
}

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
    const int end = link || direct ? hour_value(hour_at, &trial) : 0;
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

int Grammar::clock_body(int at, bool introduced, DatePoint* p) noexcept {
  int j = at;
  const int before = word(at, TimeWord::kGlue) ? 0 : half_day(at, p);  // 下午3点
  if (before != 0) {
    j = before;
    if (mark_at(j, '@')) {
      ++j;
    }
    if (const Match m = glue(j, kAt)) {
      j = m.end;
    }
    introduced = true;
  }
  int end = digital_clock(j, introduced, p);
  if (end == 0) {
    end = hour_word_clock(j, introduced, p);
    if (end != 0 && (p->flags & kVagueClock) != 0) {
      DatePoint trial = *p;
      if (half_day(end, &trial) != 0) {
        p->flags &= ~static_cast<uint32_t>(kVagueClock);
      }
    }
  }
  if (end == 0) {
    DatePoint trial = *p;
    end = spoken_clock(j, introduced, &trial);
    if (end != 0) {
      *p = trial;
    }
  }
  if (end == 0 && !prose_ && number_at(j) &&
      (pieces_[j].digits == 4 || (pieces_[j].digits == 3 && tight(j + 1) == false)) &&
      (introduced || (p->flags & (kHasDaypart | kDayPartOfDate)) != 0) &&
      clock_fits(pieces_[j].number / 100, pieces_[j].number % 100, 0)) {
    set_clock(p, pieces_[j].number / 100, static_cast<int>(pieces_[j].number % 100), -1);  // "at 1030", "tonight 815"
    if (pieces_[j].digits == 3) {
      p->flags |= kVagueClock;
    }
    end = j + 1;
  }
  if (end == 0 && number_at(j) && pieces_[j].digits == 4 &&
      clock_fits(pieces_[j].number / 100, pieces_[j].number % 100, 0)) {
    DatePoint trial;  // 1800 GMT
    trial.flags = kHasClock;
    const int after = word(j + 1, TimeWord::kZone) && (pieces_[j + 1].capital || !prose_) ? zone(j + 1, &trial) : 0;
    if (after != 0) {
      set_clock(p, pieces_[j].number / 100, static_cast<int>(pieces_[j].number % 100), -1);
      p->flags |= kExactClock;
      end = j + 1;
    }
  }
  if (end == 0) {
    return 0;
  }
  if (before == 0) {
    if (int after = half_day(end, p)) {
      end = after;
      p->flags &= ~static_cast<uint32_t>(kVagueClock);
    }
  }
  return end;
}

int Grammar::clock(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasClock) != 0 || at >= count_) {
    return 0;
  }
  int j = at;
  bool introduced = false;
  for (int skipped = 0; skipped < 4; ++skipped) {
    const Match m = word(j, TimeWord::kGlue);
    if (mark_at(j, '@')) {
      introduced = true;
      ++j;
    } else if (m && m.value == kAt) {
      introduced = true;
      j = m.end;
    } else if (m && (m.value == kAbout || (m.value == kThe && skipped > 0))) {
      introduced = introduced || (m.value == kAbout && !prose_ && number_at(m.end) && pieces_[m.end].digits == 4);
      j = m.end;
    } else {
      break;
    }
  }
  DatePoint trial = *p;
  int end = clock_body(j, introduced, &trial);
  if (end == 0 && j > at) {
    j = at;
    trial = *p;
    end = clock_body(at, false, &trial);
  }
  if (end == 0) {
    return 0;
  }
  if (introduced) {
    trial.flags |= kIntroduced;
  }
  if (trial.half_day == 2 && trial.hour > 12 && trial.hour <= 24) {
    trial.half_day = 0;  // 13:30 pm
  }
  *p = trial;
  if (int after = zone(end, p)) {
    end = after;
  }
  return end;
}

// +04:00, +0400, -9, and 4:30 right behind "UTC".
int Grammar::offset(int at, int16_t* minutes) noexcept {
  const bool plus = mark_at(at, '+') || glue(at, kPlus);
  const bool minus = mark_at(at, '-') || glue(at, kMinus);
  const int j = plus || minus ? at + 1 : at;
  if (!number_at(j) || (j > at && !tight(j))) {
    return 0;
  }
  const Piece& piece = pieces_[j];
  uint32_t hours = piece.number;
  uint32_t rest = 0;
  int end = j + 1;
  if (piece.digits == 4 || piece.digits == 3) {
    rest = hours % 100;
    hours /= 100;
  } else if (piece.digits > 2) {
    return 0;
  } else if (mark_at(end, ':') && tight(end) && number_at(end + 1) && pieces_[end + 1].digits == 2) {
    rest = pieces_[end + 1].number;
    end += 2;
  }
  if (hours > 15 || rest >= 60) {
    return 0;
  }
  const int value = static_cast<int>(hours * 60 + rest);
  *minutes = static_cast<int16_t>(minus ? -value : value);
  return end;
}

// "GMT", "UTC+4", "(PDT)", "+0400", "Z", "Baku time"; "EST/1800 GMT", "(1400 GMT)" belong to the same instant.
int Grammar::zone(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasClock) == 0 || (p->flags & kHasZone) != 0 || at >= count_) {
    return 0;
  }
  const bool bracket = mark_at(at, '(') || mark_at(at, '[');
  int j = bracket ? at + 1 : at;
  if (mark_at(j, ',') && !prose_) {
    ++j;
  }
  if (const Match m = glue(j, kThe)) {
    j = m.end;
  }
  const Match m = word(j, TimeWord::kZone);
  int end = 0;
  if (m && (!prose_ || pieces_[j].capital || m.end - j > 1 || !pieces_[j].latin)) {
    end = m.end;
    int16_t minutes = 0;
    const bool base = m.value == 0 && m.end == j + 1;
    const bool has_sign = mark_at(end, '+') || mark_at(end, '-');
    const bool direct = number_at(end) && tight(end);
    const int after = base && (has_sign || direct) ? offset(end, &minutes) : 0;
    if (after != 0 && !(mark_at(end, '-') && !tight(end))) {
      p->offset_minutes = minutes;
      end = after;
    } else if (m.value == kAmbiguousZone) {
      p->flags |= kAmbiguousZoneFlag;
    } else if (m.value != kNoZoneValue) {
      p->offset_minutes = static_cast<int16_t>(m.value);
    }
  } else if (mark_at(j, '+') || mark_at(j, '-')) {
    const bool colon_form = number_at(j + 1) && pieces_[j + 1].digits == 2 && mark_at(j + 2, ':');
    const bool long_form = number_at(j + 1) && pieces_[j + 1].digits == 4;
    const bool sure = mark_at(j, '+')
                          ? (colon_form || long_form || (number_at(j + 1) && pieces_[j + 1].digits == 2 && tight(j)))
                          : (long_form || (colon_form && p->second >= 0));
    int16_t minutes = 0;
    end = sure && p->minute >= 0 ? offset(j, &minutes) : 0;
    if (end != 0) {
      p->offset_minutes = minutes;
    }
  }
  if (end == 0) {
    // "10 p.m. (1400 GMT)": the second clock tells the zone of the first.
    if ((bracket || mark_at(at, '/')) && number_at(at + 1) && p->hour >= 0) {
      DatePoint other;
      const int after = clock_body(at + 1, false, &other);
      const int close = after != 0 ? zone(after, &other) : 0;
      if (close != 0 && other.offset_minutes != kNoOffset && (!bracket || mark_at(close, ')'))) {
        const auto hour_of = [](const DatePoint& q) {
          const int hour = q.half_day == 2 && q.hour < 12 ? q.hour + 12 : q.half_day == 1 && q.hour == 12 ? 0 : q.hour;
          return hour * 60 + (q.minute > 0 ? q.minute : 0);
        };
        int shift = hour_of(*p) - hour_of(other) + other.offset_minutes;
        shift = shift > 840 ? shift - 1440 : shift < -720 ? shift + 1440 : shift;
        p->offset_minutes = static_cast<int16_t>(shift);
        p->flags |= kHasZone;
        return bracket ? close + 1 : close;
      }
    }
    return 0;
  }
  p->flags |= kHasZone;
  if (bracket) {
    return mark_at(end, ')') || mark_at(end, ']') ? end + 1 : end;
  }
  if (mark_at(end, '(') && word(end + 1, TimeWord::kZone) && mark_at(word(end + 1, TimeWord::kZone).end, ')')) {
    end = word(end + 1, TimeWord::kZone).end + 1;  // GMT+0800 (CST)
  } else if ((mark_at(end, '/') || mark_at(end, '(')) && number_at(end + 1)) {
    DatePoint other;
    const int after = clock_body(end + 1, false, &other);
    const int close = after != 0 ? zone(after, &other) : 0;
    if (close != 0 && (other.flags & kHasZone) != 0) {
      end = mark_at(end, '(') && mark_at(close, ')') ? close + 1 : close;
    }
  }
  return end;
}

// A daypart that stands by itself: "tonight", "this morning" (by period), "in the afternoon", "noon".
int Grammar::daypart(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasDaypart) != 0) {
    return 0;
  }
  int j = at;
  for (int skipped = 0; skipped < 2; ++skipped) {
    const Match m = word(j, TimeWord::kGlue);
    if (!m || (m.value != kIn && m.value != kThe && m.value != kAt && m.value != kOn && m.value != kOf)) {
      break;
    }
    j = m.end;
  }
  const Match m = word(j, TimeWord::kDaypart);
  if (!m || not_a_date(at)) {
    return 0;
  }
  const int part = m.value & 15;
  if ((part == kNoon || part == kMidnight) && (p->flags & kHasClock) == 0) {
    set_clock(p, part == kNoon ? 12 : 0, -1, -1);
    p->daypart = static_cast<uint8_t>(part);
    p->flags |= kHasDaypart;
  } else {
    p->daypart = static_cast<uint8_t>(part);
    p->flags |= kHasDaypart;
  }
  if (m.value >= 16) {
    if ((p->flags & kHasRelativeDay) == 0) {
      p->day_shift = static_cast<int8_t>((m.value >> 4) - 8);
      p->flags |= kHasRelativeDay;
    }
    p->flags |= kDayPartOfDate;
  }
  if (j > at) {
    p->flags |= kIntroduced;
  }
  return m.end;
}

}  // namespace article
