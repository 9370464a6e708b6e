// Dates in digits: 2019-11-07, 7/11/2019, 7.11., 20191107.
#include "core/time/date_fields.h"
#include "core/time/grammar.h"

namespace article {

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

// 20191107, 20191107T115530
int Grammar::compact_date(int at, DatePoint* p) noexcept {
  if (!number_at(at) || pieces_[at].digits != 8) {
    return 0;
  }
  const uint32_t number = pieces_[at].number;
  const uint32_t year = number / 10000;
  const int behind = at + 1;
  const bool letter = word_at(behind) && tight(behind) && pieces_[behind].hash == hash_word("t") &&
                      number_at(behind + 1) && tight(behind + 1) && pieces_[behind + 1].digits == 6;
  const uint32_t clock = letter ? pieces_[behind + 1].number : 0;
  const bool timed = letter && clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60;
  if (year < 1900 || year > 2100 || !month_day_fit(number / 100 % 100, number % 100) ||
      number_neighbours(at, timed ? count_ : behind)) {
    return 0;
  }
  set_year(p, year, 4);
  p->month = static_cast<uint8_t>(number / 100 % 100);
  p->day = static_cast<uint8_t>(number % 100);
  p->flags |= kHasNumeric;
  if (!timed) {
    return behind;
  }
  p->hour = static_cast<int8_t>(clock / 10000);
  p->minute = static_cast<int8_t>(clock / 100 % 100);
  p->second = static_cast<int8_t>(clock % 100);
  p->flags |= kHasClock | kExactClock;
  const int end = behind + 2;
  const int after = zone(end, p);
  return after != 0 ? after : end;
}

// 1398/08/16, 16/8/1398, 98/08/16 in languages that count years by another calendar; these have months of 31 days where
// ours have 30.
int Grammar::other_calendar_date(int at, DatePoint* p) noexcept {
  if (row_ == nullptr || (row_->options & (kHijriOption | kJalaliOption)) == 0 || at + 4 >= count_) {
    return 0;
  }
  const TextPiece* const parts = pieces_ + at;
  const char separator = parts[1].mark;
  const bool separated = parts[1].kind == PieceKind::kMark &&
                         (separator == '/' || separator == '.' || separator == '-') && number_at(at + 2) &&
                         mark_at(at + 3, separator) && number_at(at + 4);
  if (!separated || parts[2].digits > 2 ||
      (prose_ && !(tight(at + 1) && tight(at + 2) && tight(at + 3) && tight(at + 4)))) {
    return 0;
  }
  const bool jalali = (row_->options & kJalaliOption) != 0;
  const auto is_year = [&](const TextPiece& piece) {
    return piece.digits == 4 ? piece.number >= 1200 && piece.number < 1600 : jalali && piece.digits == 2;
  };
  const auto is_day = [](const TextPiece& piece) {
    return piece.digits <= 2 && piece.number >= 1 && piece.number <= 31;
  };
  const bool year_first = is_year(parts[0]) && is_day(parts[4]);
  const bool year_last = is_year(parts[4]) && is_day(parts[0]);
  const bool month = parts[2].number >= 1 && parts[2].number <= 12;
  if (!month || (!year_first && !year_last)) {
    return 0;
  }
  const TextPiece& year = parts[year_first ? 0 : 4];
  set_year(p, year.number, year.digits);
  p->month = static_cast<uint8_t>(parts[2].number);
  p->day = static_cast<uint8_t>(parts[year_first ? 4 : 0].number);
  p->calendar = jalali ? kJalali : kHijri;
  p->flags |= kHasNumeric;
  const Match era = word(at + 5, TimeWord::kEra);
  return era && era.value >= 10 && era.value < 1000 ? era.end : at + 5;
}

// 7/11/2019, 7.11.19, 7-11-2019, 7. 11. 2019: order of the language where both can be months.
int Grammar::numeric_date(int at, DatePoint* p) noexcept {
  if ((p->flags & kDateFlags) != 0 || !number_at(at)) {
    return 0;
  }
  if (int end = other_calendar_date(at, p)) {
    return end;
  }
  if (int end = iso_date(at, p)) {
    return end;
  }
  if (int end = compact_date(at, p)) {
    return end;
  }
  // A row of more numbers is a calendar's or a pager's: "8 9 10 11 12".
  if (!prose_ && pieces_[at].digits <= 2 && number_at(at + 1) && pieces_[at + 1].digits <= 2 && number_at(at + 2) &&
      (pieces_[at + 2].digits == 4 || (pieces_[at + 2].digits == 2 && !number_neighbours(at, at + 3))) &&
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
  const TextPiece& last = pieces_[at + 4];
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
  if (last.digits == 2 && separator == '-' && (prose_ || !tight(at + 1))) {
    return 0;  // "10 - 25 - 50 a page"
  }
  if (last.digits == 4 && last.number < 1000) {
    return 0;
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
  if (pieces_[mark + 1].digits > 2 || (separator == '-' && prose_ && (p->flags & kWrittenDay) == 0)) {
    return 0;
  }
  const bool day_first = month_day_fit(b, a);
  const bool month_first = month_day_fit(a, b);
  if (!day_first && !month_first) {
    return 0;
  }
  int end = mark + 2;
  if (separator == '-' && hours_end_at(mark + 1)) {
    return 0;
  }
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

}  // namespace article
