// Times of day: 22:15, 9.30pm, 18h30, "half past three", "noon", with am and pm, dayparts and zones.
#include "core/text/words.h"
#include "core/time/date_fields.h"
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr uint32_t kDateGiven = kHasDay | kHasNumeric | kHasShortNumeric | kHasRelativeDay | kHasWeekday;

bool clock_fits(uint32_t hour, uint32_t minute, uint32_t second) noexcept {
  return minute < 60 && second <= 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
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
