// Components of a calendar date: numbers, month names, years, weekdays, holidays, quarters, seasons, eras.
#include <algorithm>
#include <iterator>

#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

bool plausible_year(uint32_t year, uint8_t digits) noexcept {
  return digits == 4 && year >= 1000 && year <= 2999;
}

constexpr uint32_t kDateFlags =
    kHasDay | kHasMonthName | kHasYear | kHasNumeric | kHasShortNumeric | kHasRelativeDay | kHasHoliday;

void set_year(DatePoint* p, uint32_t year, uint8_t digits) noexcept {
  p->year = static_cast<int32_t>(year);
  p->year_digits = digits;
  p->flags |= kHasYear;
}

bool month_day_fit(uint32_t month, uint32_t day) noexcept {
  return month >= 1 && month <= 12 && day >= 1 &&
         day <= (month == 2                                              ? 29U
                 : month == 4 || month == 6 || month == 9 || month == 11 ? 30U
                                                                         : 31U);
}

}  // namespace

// 2019-11-07, 2019/11/7, 2019.11.07, 2019-11 (month), each also with a clock behind a T.
int Grammar::iso_date(int at, DatePoint* p) noexcept {
  if (!number_at(at) || pieces_[at].digits != 4 || !plausible_year(pieces_[at].number, 4) || at + 2 >= count_) {
    return 0;
  }
  int j = at + 1;
  char separator = 0;
  const bool spaced_numbers = number_at(j) && number_at(j + 1) && pieces_[j].digits <= 2 && pieces_[j + 1].digits <= 2;
  if (spaced_numbers) {  // 2016 10 16
    if (!month_day_fit(pieces_[j].number, pieces_[j + 1].number) || pieces_[j].digits + pieces_[j + 1].digits < 4) {
      return 0;
    }
    set_year(p, pieces_[at].number, 4);
    p->month = static_cast<uint8_t>(pieces_[j].number);
    p->day = static_cast<uint8_t>(pieces_[j + 1].number);
    p->flags |= kHasNumeric;
    return j + 2;
  }
  if (!(mark_at(j, '-') || mark_at(j, '/') || mark_at(j, '.')) || !number_at(j + 1) || pieces_[j + 1].digits > 2) {
    return 0;
  }
  separator = pieces_[j].mark;
  if (separator != '.' && !prose_ ? false : !tight(j)) {
    return 0;
  }
  const uint32_t month = pieces_[j + 1].number;
  if (mark_at(j + 2, separator) && number_at(j + 3) && pieces_[j + 3].digits <= 2 &&
      month_day_fit(month, pieces_[j + 3].number)) {
    set_year(p, pieces_[at].number, 4);
    p->month = static_cast<uint8_t>(month);
    p->day = static_cast<uint8_t>(pieces_[j + 3].number);
    p->flags |= kHasNumeric;
    if (word_at(j + 4) && tight(j + 4) && pieces_[j + 4].hash == hash_word("t") && number_at(j + 5) && tight(j + 5)) {
      DatePoint trial = *p;
      if (const int clock_end = digital_clock(j + 5, true, &trial)) {
        *p = trial;
        const int zone_end = zone(clock_end, p);
        return zone_end != 0 ? zone_end : clock_end;
      }
    }
    return j + 4;
  }
  const bool ydm =
      mark_at(j + 2, separator) && number_at(j + 3) && month > 12 && month_day_fit(pieces_[j + 3].number, month);
  if (ydm && pieces_[j + 3].digits <= 2) {
    set_year(p, pieces_[at].number, 4);
    p->month = static_cast<uint8_t>(pieces_[j + 3].number);
    p->day = static_cast<uint8_t>(month);
    p->flags |= kHasNumeric;
    return j + 4;
  }
  // Year and month: 2014-10, 2014/10; not 2014-15 (a season), not 2014.5.
  if (separator == '.' || month < 1 || month > 12 || (mark_at(j + 2, separator) && number_at(j + 3)) || !tight(j + 1)) {
    return 0;
  }
  set_year(p, pieces_[at].number, 4);
  p->month = static_cast<uint8_t>(month);
  p->flags |= kHasShortNumeric;
  return j + 2;
}

// 20191107
int Grammar::compact_date(int at, DatePoint* p) noexcept {
  if (!number_at(at) || pieces_[at].digits != 8) {
    return 0;
  }
  const uint32_t number = pieces_[at].number;
  const uint32_t year = number / 10000;
  if (year < 1900 || year > 2100 || !month_day_fit(number / 100 % 100, number % 100) || number_neighbours(at, at + 1)) {
    return 0;
  }
  set_year(p, year, 4);
  p->month = static_cast<uint8_t>(number / 100 % 100);
  p->day = static_cast<uint8_t>(number % 100);
  p->flags |= kHasNumeric;
  int end = at + 1;
  if (word_at(end) && tight(end) && pieces_[end].digits == 1 && number_at(end + 1) && tight(end + 1) &&
      pieces_[end + 1].digits == 6 && pieces_[end].hash == hash_word("t")) {
    const uint32_t clock = pieces_[end + 1].number;
    if (clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60) {
      p->hour = static_cast<int8_t>(clock / 10000);
      p->minute = static_cast<int8_t>(clock / 100 % 100);
      p->second = static_cast<int8_t>(clock % 100);
      p->flags |= kHasClock | kExactClock;
      end += 2;
    }
  }
  return end;
}

// 7/11/2019, 7.11.19, 7-11-2019, 7. 11. 2019: order of the language where both can be months.
int Grammar::numeric_date(int at, DatePoint* p) noexcept {
  if ((p->flags & kDateFlags) != 0 || !number_at(at)) {
    return 0;
  }
  if (int end = iso_date(at, p)) {
    return end;
  }
  if (int end = compact_date(at, p)) {
    return end;
  }
  if (!prose_ && pieces_[at].digits <= 2 && number_at(at + 1) && pieces_[at + 1].digits <= 2 && number_at(at + 2) &&
      (pieces_[at + 2].digits == 4 || pieces_[at + 2].digits == 2) &&
      (language_.order == kMonthDayYear ? month_day_fit(pieces_[at].number, pieces_[at + 1].number)
                                        : month_day_fit(pieces_[at + 1].number, pieces_[at].number))) {
    const bool month_first = language_.order == kMonthDayYear;
    set_year(p, pieces_[at + 2].number, pieces_[at + 2].digits);  // 20 02 2014
    p->day = static_cast<uint8_t>(pieces_[month_first ? at + 1 : at].number);
    p->month = static_cast<uint8_t>(pieces_[month_first ? at : at + 1].number);
    p->flags |= kHasNumeric;
    return at + 3;
  }
  if (at + 4 >= count_ || pieces_[at].digits > 2) {
    return short_numeric(at, p);
  }
  const char separator = pieces_[at + 1].mark;
  const bool separated =
      pieces_[at + 1].kind == PieceKind::kMark && (separator == '/' || separator == '.' || separator == '-');
  if (!separated || !number_at(at + 2) || pieces_[at + 2].digits > 2 || !mark_at(at + 3, separator) ||
      !number_at(at + 4)) {
    return short_numeric(at, p);
  }
  const Piece& last = pieces_[at + 4];
  const uint32_t a = pieces_[at].number;
  const uint32_t b = pieces_[at + 2].number;
  if (last.digits != 2 && last.digits != 4) {
    return short_numeric(at, p);
  }
  // Versions and addresses: 1.2.3.4, and two-digit years only behind whole pairs ("1.2.19" is a version in a sentence).
  if (separator == '.' && mark_at(at + 5, '.') && number_at(at + 6) && tight(at + 6) && tight(at + 5)) {
    return 0;
  }
  if (prose_ && last.digits == 2 && separator != '/' && (pieces_[at].digits < 2 || pieces_[at + 2].digits < 2)) {
    return 0;
  }
  if (prose_ && last.digits == 2 && separator == '-') {
    return 0;
  }
  if (last.digits == 4 && last.number < 1000) {
    return 0;
  }
  const bool other_calendar = last.digits == 4 && last.number < 1600 && last.number >= 1200 && row_ != nullptr &&
                              (row_->options & (kHijriOption | kJalaliOption)) != 0;
  if (other_calendar && b >= 1 && b <= 12 && a >= 1 && a <= 31) {
    set_year(p, last.number, 4);
    p->day = static_cast<uint8_t>(a);
    p->month = static_cast<uint8_t>(b);
    p->calendar = (row_->options & kHijriOption) != 0 ? kHijri : kJalali;
    p->flags |= kHasNumeric;
    const Match era = word(at + 5, TimeWord::kEra);
    return era && era.value >= 10 && era.value < 1000 ? era.end : at + 5;
  }
  const bool day_first = month_day_fit(b, a);
  const bool month_first = month_day_fit(a, b);
  const bool year_first = last.digits == 2 && month_day_fit(b, last.number) && pieces_[at].digits == 2;
  if (year_first && language_.order == kYearMonthDay && a > 12) {
    set_year(p, a, 2);
    p->month = static_cast<uint8_t>(b);
    p->day = static_cast<uint8_t>(last.number);
    p->flags |= kHasNumeric;
    return at + 5;
  }
  if (!day_first && !month_first) {
    if (!year_first || a < 32) {
      return 0;
    }
    set_year(p, a, 2);
    p->month = static_cast<uint8_t>(b);
    p->day = static_cast<uint8_t>(last.number);
    p->flags |= kHasNumeric;
    return at + 5;
  }
  // Dots are the way of writing of lands that put the day first.
  const bool american = language_.order == kMonthDayYear && separator != '.';
  const bool swap = month_first && (!day_first || american);
  if (day_first && month_first && a != b) {
    p->flags |= kOrderOpen;
  } else {
    p->flags |= day_first ? kDayCameFirst : kMonthCameFirst;
  }
  set_year(p, last.number, last.digits);
  p->day = static_cast<uint8_t>(swap ? b : a);
  p->month = static_cast<uint8_t>(swap ? a : b);
  p->flags |= kHasNumeric;
  return at + 5;
}

// 7/11, 7.11., 11/2019
int Grammar::short_numeric(int at, DatePoint* p) noexcept {
  const int mark = at + 1;
  if (mark + 1 >= count_ || pieces_[mark].kind != PieceKind::kMark || pieces_[at].digits > 2 || !number_at(mark + 1)) {
    return 0;
  }
  const char separator = pieces_[mark].mark;
  if (separator != '/' && separator != '.' && separator != '-') {
    return 0;
  }
  const uint32_t a = pieces_[at].number;
  const uint32_t b = pieces_[mark + 1].number;
  if (prose_ && (!tight(mark) || !tight(mark + 1))) {
    return 0;
  }
  if (pieces_[mark + 1].digits == 4 && plausible_year(b, 4) && a >= 1 && a <= 12) {
    if (prose_ && (b < 1700 || b > 2100)) {
      return 0;  // 10.1073
    }
    if (mark_at(mark + 2, separator) && number_at(mark + 3) && tight(mark + 3)) {
      return 0;
    }
    p->month = static_cast<uint8_t>(a);
    set_year(p, b, 4);
    p->flags |= kHasShortNumeric;
    return mark + 2;
  }
  if (pieces_[mark + 1].digits > 2 || (separator == '-' && prose_)) {
    return 0;
  }
  const bool day_first = month_day_fit(b, a);
  const bool month_first = month_day_fit(a, b);
  if (!day_first && !month_first) {
    return 0;
  }
  int end = mark + 2;
  const bool closing_dot = separator == '.' && mark_at(end, '.') && tight(end);
  if (separator == '.' && !closing_dot) {
    const bool dotted_clock =
        row_ != nullptr && (row_->options & kClockDotOption) != 0 && pieces_[mark + 1].digits == 2 && a <= 24;
    if (dotted_clock || language_.order == kMonthDayYear || row_ == nullptr) {
      return 0;
    }
  }
  if (closing_dot && number_at(end + 1) && tight(end + 1)) {
    return 0;
  }
  if (separator != '.' && mark_at(end, separator) && number_at(end + 1)) {
    return 0;
  }
  const bool american = language_.order == kMonthDayYear && separator != '.';
  const bool year_order = language_.order == kYearMonthDay;
  const bool swap = month_first && (!day_first || american || year_order);
  if (day_first && month_first && a != b) {
    p->flags |= kOrderOpen;
  }
  p->day = static_cast<uint8_t>(swap ? b : a);
  p->month = static_cast<uint8_t>(swap ? a : b);
  p->flags |= kHasShortNumeric | (closing_dot ? kWrittenDay : 0U);
  return closing_dot ? end + 1 : end;
}

// A month's name, with the word for month before or behind it ("tháng Hai", "شهر مارس").
int Grammar::month_name(int at, DatePoint* p) noexcept {
  int j = at;
  if (const Match m = glue(at, kMonthWord)) {
    j = m.end;
  }
  Match m = word(j, TimeWord::kMonth);
  if (const Match direct = word(at, TimeWord::kMonth)) {
    if (!m || direct.end > m.end) {
      m = direct;
      j = at;
    }
  }
  if (!m && j > at) {
    // "tháng 8", "شهر ثلاثة"
    const Match number = day_number(j);
    if (number && number.value <= 12) {
      m = number;
    }
  }
  // In English sentences a small letter is trusted only where the word is nothing else, or beside a number.
  static const uint32_t kOtherWords[] = {hash_word("may"), hash_word("march"), hash_word("august")};
  const bool other_word = m && (pieces_[j].digits <= 3 || std::find(std::begin(kOtherWords), std::end(kOtherWords),
                                                                    pieces_[j].hash) != std::end(kOtherWords));
  const bool small = prose_ && row_ == english_ && pieces_[j].latin && !pieces_[j].capital;
  if (!m || not_a_date(at) ||
      (small && other_word && !number_at(j - 1) && !(j >= 2 && number_at(j - 2) && tight(j - 1)))) {
    return 0;
  }
  p->month = static_cast<uint8_t>(m.value & 15);
  p->calendar = static_cast<uint8_t>(m.value >> 4);
  p->flags |= kHasMonthName;
  int letters = 0;
  for (int i = j; i < m.end; ++i) {
    letters += pieces_[i].kind == PieceKind::kWord ? pieces_[i].digits : 2;
  }
  if (letters <= 3 && pieces_[j].latin) {
    p->flags |= kShortName;
  }
  if (m.rank >= 2) {
    p->flags |= kForeign;
  }
  int end = m.end;
  if (mark_at(end, '.') && tight(end) && (letters <= 5 || !prose_)) {
    ++end;  // "Nov.": given back by the caller when nothing follows
  }
  return end;
}

// The day behind a month: "November 7", "November the 7th", "Feb13"; not "May 10:30", "May 10 Uhr".
int Grammar::day_after_month(int at, DatePoint* p) noexcept {
  int j = at;
  if (mark_at(j, ',') && !prose_) {
    ++j;
  }
  if ((mark_at(j, '-') || mark_at(j, '/') || mark_at(j, '.')) && tight(j) && tight(j + 1)) {
    ++j;
  }
  if (const Match m = word(j, TimeWord::kGlue)) {
    if (m.value == kThe || m.value == kDayWord || m.value == kOf || m.value == kOn) {
      j = m.end;
      j = skip_article(j);
    }
  }
  const bool digits = number_at(j);
  const Match day = digits || !prose_ ? day_number(j) : ordinal(j);
  if (!day || day.value > 31 || day.value < 1 || (!digits && glue(j, kYearWord))) {  // "tháng 10 năm 2017"
    return 0;
  }
  if (digits) {
    if (mark_at(day.end, ':') && tight(day.end) && number_at(day.end + 1)) {
      return 0;
    }
    if (mark_at(day.end, '.') && tight(day.end) && number_at(day.end + 1) && tight(day.end + 1)) {
      return 0;
    }
    if (mark_at(day.end, ',') && tight(day.end) && number_at(day.end + 1) && tight(day.end + 1) &&
        pieces_[day.end + 1].digits != 4) {
      return 0;
    }
    DatePoint scratch;
    if (day.end == j + 1 && half_day(day.end, &scratch) != 0) {
      return 0;
    }
    if (day.end == j + 1 && word(day.end, TimeWord::kClock)) {
      return 0;
    }
    if (mark_at(day.end, '%')) {
      return 0;
    }
  } else if (!glue(day.end, kDayWord) && (word(day.end, TimeWord::kUnit) || word(day.end, TimeWord::kWeekday))) {
    return 0;  // "March third week"
  }
  p->day = static_cast<uint8_t>(day.value);
  p->flags |= kHasDay;
  int end = day.end;
  if (const Match m = glue(end, kDayWord)) {
    end = m.end;
  }
  return end;
}

// "7 November", "7th of November", "7. Nov", "7-Nov", "November 7"; a month alone.
int Grammar::month_and_day(int at, DatePoint* p) noexcept {
  if ((p->flags & (kHasMonthName | kHasNumeric | kHasShortNumeric)) != 0) {
    return 0;
  }
  int j = skip_article(at);
  if (const Match m = glue(j, kDayWord)) {
    j = m.end;
  }
  Match day = (p->flags & kHasDay) == 0 ? day_number(j) : Match();
  if (prose_ && row_ == english_ && day.value == 1 && word_at(j) && !ordinal(j)) {
    day = Match();  // "an August day", "one May"
  }
  if (day) {
    int k = day.end;
    if (const Match m = glue(k, kDayWord)) {  // "7-р өдөр", "jour"
      k = m.end;
    }
    for (int skipped = 0; skipped < 4; ++skipped) {
      DatePoint trial = *p;
      const int end = month_name(k, &trial);
      if (end != 0 && !(number_at(j) && word(j, TimeWord::kMonth) && word(j, TimeWord::kMonth).end > day.end)) {
        trial.day = static_cast<uint8_t>(day.value);
        trial.flags |= kHasDay;
        *p = trial;
        return end;
      }
      const bool mark =
          (mark_at(k, '.') || mark_at(k, '-') || mark_at(k, '/') || (mark_at(k, ',') && !prose_)) && skipped < 2;
      const Match m = word(k, TimeWord::kGlue);
      if (mark) {
        ++k;
      } else if (m &&
                 (m.value == kOf || m.value == kThe || m.value == kIn || m.value == kMonthWord || m.value == kOn)) {
        k = m.end;
      } else {
        break;
      }
    }
  }
  DatePoint trial = *p;
  const int end = month_name(at, &trial);
  if (end == 0) {
    return 0;
  }
  *p = trial;
  if ((p->flags & kHasDay) != 0) {
    return end;
  }
  const int with_day = day_after_month(end, p);
  return with_day != 0 ? with_day : end;
}

// Digits or words of a year, with the word for year on either side.
int Grammar::year_value(int at, DatePoint* p, bool two_digits) noexcept {
  int j = at;
  bool named = false;
  if (const Match m = glue(at, kYearWord)) {
    j = m.end;
    named = true;
  }
  const bool apostrophe = mark_at(j, '\'') && number_at(j + 1) && tight(j + 1) && pieces_[j + 1].digits == 2;
  j = apostrophe ? j + 1 : j;
  int end = 0;
  if (number_at(j)) {
    const Piece& piece = pieces_[j];
    const bool full = plausible_year(piece.number, piece.digits);
    const bool short_year = piece.digits == 2 && (two_digits || apostrophe || (named && !prose_));
    const bool decimal =
        (mark_at(j + 1, '.') || mark_at(j + 1, ',')) && tight(j + 1) && number_at(j + 2) && tight(j + 2);
    const bool is_clock =
        (mark_at(j + 1, ':') && number_at(j + 2)) ||
        (short_year && (mark_at(j + 1, '.') || mark_at(j + 1, '/')) && number_at(j + 2) && tight(j + 2));
    if ((!full && !short_year) || (decimal && prose_) || is_clock || (mark_at(j + 1, '%'))) {
      return 0;
    }
    if (short_year) {
      DatePoint scratch;
      if (half_day(j + 1, &scratch) != 0 || word(j + 1, TimeWord::kClock) ||
          (word(j + 1, TimeWord::kUnit) && !word(j + 1, TimeWord::kGlue))) {
        return 0;
      }
    }
    set_year(p, piece.number, piece.digits);
    end = j + 1;
  } else {
    const Quantity q = cardinal(j);
    if (q.end == 0 || q.thousandths < 1000000 || q.thousandths > 2999000) {
      return 0;
    }
    set_year(p, static_cast<uint32_t>(q.thousandths / 1000), 4);
    end = q.end;
  }
  Match after = glue(end, kYearWord);
  if (after) {
    end = after.end;
    p->flags |= kIntroduced;
  }
  if (named) {
    p->flags |= kIntroduced;
  }
  return end;
}

int Grammar::year(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasYear) != 0) {
    return 0;
  }
  if (int end = era_year(at, p)) {
    return end;
  }
  const bool day_and_month =
      (p->month != 0 && p->day != 0) || (p->month != 0 && !prose_ && (p->flags & kHasMonthName) != 0);
  // Two digits are a year right behind the date only: "du 26 juin au 28"
  const Match before = prose_ && at > 0 ? word(at - 1, TimeWord::kGlue) : Match();
  const bool apart = before && before.value != kOf && before.value != kYearWord;
  const int end = year_value(at, p, day_and_month && !apart);
  if (end == 0) {
    return 0;
  }
  if (const Match m = word(end, TimeWord::kEra)) {
    if (m.value <= 2) {
      p->era = static_cast<uint8_t>(m.value);
      return m.end;
    }
    if (m.value == 10 + kHijri || m.value == 10 + kJalali) {
      p->calendar = static_cast<uint8_t>(m.value - 10);
      return m.end;
    }
    if (m.value > 1000) {
      p->year += m.value - 5000;
      return m.end;
    }
  }
  return end;
}

// 令和元年, 民國108年, พ.ศ. 2562, "14 AD"
int Grammar::era_year(int at, DatePoint* p) noexcept {
  const Match era = word(at, TimeWord::kEra);
  int j = at;
  if (era) {
    j = era.end;
    if (const Match m = glue(j, kYearWord)) {
      j = m.end;
    }
  }
  int64_t number = 0;
  int end = 0;
  if (number_at(j) && pieces_[j].digits <= 4) {
    number = pieces_[j].number;
    end = j + 1;
  } else if (era && era.value > 1000) {
    const Match first = word(j, TimeWord::kOrdinal, 1);
    const Quantity q = cardinal(j);
    number = first ? 1 : q.thousandths / 1000;
    end = first ? first.end : q.end;
  }
  if (end == 0 || number < 1) {
    return 0;
  }
  int value = era.value;
  if (!era) {
    const Match behind = word(end, TimeWord::kEra);
    if (!behind || behind.value > 1000 || pieces_[j].digits > 4 || (behind.value > 2 && pieces_[j].digits < 3)) {
      return 0;
    }
    value = behind.value;
    end = behind.end;
  } else if (value <= 2 && pieces_[j].digits > 4) {
    return 0;
  }
  if (const Match m = glue(end, kYearWord)) {
    end = m.end;
  }
  p->flags |= kHasYear | kIntroduced;
  p->year_digits = 4;
  if (value > 1000) {
    p->year = static_cast<int32_t>(number) + value - 5000;
  } else {
    p->year = static_cast<int32_t>(number);
    p->era = static_cast<uint8_t>(value <= 2 ? value : 0);
    p->calendar = static_cast<uint8_t>(value > 2 ? value - 10 : p->calendar);
  }
  return p->year >= 1 ? end : 0;
}

int Grammar::weekday(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasWeekday) != 0) {
    return 0;
  }
  const Match m = word(at, TimeWord::kWeekday);
  if (!m || word(at, TimeWord::kNotDate).end > m.end) {
    return 0;
  }
  const bool lower_short = pieces_[at].latin && !pieces_[at].capital && m.end == at + 1 && pieces_[at].digits <= 3;
  const bool numeral = !pieces_[at].latin && m.end == at + 1 && pieces_[at].digits == 1 && word(at, TimeWord::kNumber);
  const bool sign = !pieces_[at].latin && m.end == at + 1 && pieces_[at].digits == 1;
  const bool bracketed = at > 0 && mark_at(at - 1, '(') && mark_at(m.end, ')');
  if (prose_ && sign && !bracketed) {
    return 0;  // 木 is Thursday only as (木)
  }
  if ((prose_ && lower_short) || numeral) {
    return 0;  // "mit", "sun", "mar" are other words, 二 is a number
  }
  p->weekday = static_cast<uint8_t>(m.value);
  const bool was_short = (p->flags & kShortName) != 0;
  p->flags |= kHasWeekday | (m.end == at + 1 && pieces_[at].digits <= (pieces_[at].latin ? 3 : 1) ? kShortName : 0U);
  (void)was_short;
  int end = m.end;
  if (mark_at(end, '.') && tight(end) && pieces_[at].digits <= 5) {
    ++end;
  }
  return end;
}

// A day that is marked as one: "the 15th", "dia 15", "15日"; beside a weekday or behind "next month" also a plain
// number.
int Grammar::marked_day(int at, DatePoint* p) noexcept {
  if ((p->flags & (kHasDay | kHasNumeric | kHasShortNumeric | kHasRelativeDay)) != 0) {
    return 0;
  }
  int j = skip_article(at);
  const bool article = j > at;
  bool marked = false;
  if (const Match m = glue(j, kDayWord); m && (pieces_[j].latin || number_at(m.end))) {
    j = m.end;
    marked = true;
  }
  Match day = ordinal(j);
  marked = marked || (day && (number_at(j) || article || !prose_));
  if (!day) {
    day = day_number(j);
  }
  if (!day || day.value < 1 || day.value > 31) {
    return 0;
  }
  int end = day.end;
  if (const Match m = glue(end, kDayWord)) {
    if (!word(end, TimeWord::kUnit) || !prose_ || !pieces_[end].latin) {
      end = m.end;
      marked = true;
    }
  }
  const Match of = prose_ ? Match() : glue(end, kOf);
  const bool of_period =
      of && (word(skip_article(of.end), TimeWord::kModifier) || word(skip_article(of.end), TimeWord::kPeriod));
  const bool standing = !prose_ && number_at(j) && ((p->flags & (kIntroduced | kHasMonthName)) != 0 || of_period);
  const bool beside = standing || ((p->flags & (kHasWeekday | kHasPeriod)) != 0 && number_at(j) &&
                                   pieces_[j].digits <= 2 && !(mark_at(end, ':') && number_at(end + 1)) &&
                                   !(mark_at(end, '.') && tight(end + 1) && number_at(end + 1)));
  if (!marked && !beside && !(article && number_at(j) && !prose_)) {
    return 0;
  }
  if (word(end, TimeWord::kUnit) && !(word(end, TimeWord::kGlue))) {
    return 0;
  }
  DatePoint scratch;
  if (number_at(j) && day.end == j + 1 &&
      (half_day(end, &scratch) != 0 || word(end, TimeWord::kClock) || mark_at(end, '%'))) {
    return 0;
  }
  p->day = static_cast<uint8_t>(day.value);
  p->flags |= kHasDay | (marked ? kWrittenDay : 0U);
  return end;
}

int Grammar::holiday(int at, DatePoint* p) noexcept {
  const Match m = (p->flags & (kHasHoliday | kHasMonthName | kHasNumeric)) == 0
                      ? word(skip_article(at), TimeWord::kHoliday)
                      : Match();
  const int begin = skip_article(at);
  const bool plain =
      prose_ && m && pieces_[begin].latin && !pieces_[begin].capital && row_ == english_ && m.end == begin + 1;
  if (!m || (plain && !(number_at(m.end) && pieces_[m.end].digits == 4))) {
    return 0;
  }
  p->holiday = static_cast<int16_t>(m.value);
  p->flags |= kHasHoliday;
  return m.end;
}

// Q4, 2018Q4, 18q4, "quarter 3", 第三季度 (by nth).
int Grammar::quarter(int at, DatePoint* p) noexcept {
  static const uint32_t letter_q = hash_word("q");
  if ((p->flags & kHasQuarter) != 0) {
    return 0;
  }
  int j = at;
  bool year_before = false;
  const int behind_year = mark_at(j + 1, '-') && tight(j + 1) ? j + 2 : j + 1;  // 2019Q3, 2019-Q3
  if (number_at(j) && (pieces_[j].digits == 4 || (pieces_[j].digits == 2 && !prose_)) && word_at(behind_year) &&
      tight(behind_year)) {
    year_before = (p->flags & kHasYear) == 0;
    j = behind_year;
  }
  const bool year_beside =
      year_before || (p->flags & kHasYear) != 0 || (number_at(j + 2) && pieces_[j + 2].digits == 4);
  if (!word_at(j) || pieces_[j].hash != letter_q || !number_at(j + 1) || !tight(j + 1) || pieces_[j + 1].number < 1 ||
      pieces_[j + 1].number > 4 || pieces_[j + 1].digits != 1 || (prose_ && !pieces_[j].capital && !year_beside)) {
    return 0;
  }
  if (j > at && !year_before) {
    return 0;
  }
  if (year_before) {
    set_year(p, pieces_[at].number, pieces_[at].digits);
  }
  p->quarter = static_cast<uint8_t>(pieces_[j + 1].number);
  p->flags |= kHasQuarter;
  return j + 2;
}

int Grammar::season(int at, DatePoint* p) noexcept {
  const Match m = (p->flags & kHasSeason) == 0 ? word(at, TimeWord::kSeason) : Match();
  if (!m) {
    return 0;
  }
  p->season = static_cast<uint8_t>(m.value);
  p->flags |= kHasSeason;
  return m.end;
}

int Grammar::date_component(int at, DatePoint* p) noexcept {
  if (int end = numeric_date(at, p)) {
    return end;
  }
  if (const Match m = prose_ ? Match() : glue(at, kDayWord)) {
    DatePoint trial = *p;
    if (int end = numeric_date(m.end, &trial)) {  // "ngày 12/10"
      *p = trial;
      return end;
    }
  }
  if (int end = quarter(at, p)) {
    return end;
  }
  if (int end = month_and_day(at, p)) {
    return end;
  }
  if (int end = weekday(at, p)) {
    return end;
  }
  if (int end = holiday(at, p)) {
    return end;
  }
  if (int end = season(at, p)) {
    return end;
  }
  const bool day_first =
      p->month != 0 && p->day == 0 && number_at(at) && pieces_[at].digits <= 2 && pieces_[at].number <= 31;
  if (day_first) {
    if (int end = marked_day(at, p)) {
      return end;
    }
  }
  if (int end = year(at, p)) {
    return end;
  }
  return marked_day(at, p);
}

}  // namespace article
