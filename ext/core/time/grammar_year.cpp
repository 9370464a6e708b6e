// Years: 2019, '19, 令和元年, พ.ศ. 2562, "14 AD", "nineteen ninety".
#include "core/time/date_fields.h"
#include "core/time/grammar.h"

namespace article {

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
    const TextPiece& piece = pieces_[j];
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
  // "2019.", "2019-cu" with the word for year
  const bool dot = mark_at(end, '.') && tight(end);
  const bool suffix = mark_at(end, '-') && tight(end) && tight(end + 1) && word(end + 1, TimeWord::kDaySuffix);
  const int named_at = dot ? end + 1 : suffix ? word(end + 1, TimeWord::kDaySuffix).end : end;
  Match after = glue(named_at, kYearWord);
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
  // A year alone, or before its month: the month's name says otherwise.
  const bool jalali =
      row_ != nullptr && (row_->options & kJalaliOption) != 0 && p->month == 0 && p->year >= 1200 && p->year < 1600;
  if (jalali) {
    p->calendar = kJalali;
  }
  if (const Match m = word(end, TimeWord::kEra)) {
    if (m.value <= 2) {
      p->calendar = kGregorian;
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
    j = era.end + (mark_at(era.end, '.') && tight(era.end) ? 1 : 0);  // "พ.ศ."
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

}  // namespace article
