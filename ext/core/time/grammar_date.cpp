// Components of a calendar date: month names, years, weekdays, holidays, quarters, seasons, eras.
#include <algorithm>
#include <iterator>

#include "core/text/words.h"
#include "core/time/date_fields.h"
#include "core/time/grammar.h"

namespace article {

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
  // Arabic dates give the month in both of its names: "24 نيسان / أبريل 2020".
  if (!pieces_[j].latin && mark_at(end, '/')) {
    const Match same = word(end + 1, TimeWord::kMonth);
    end = same && same.value == m.value ? same.end : end;
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
      const bool degree = text_.substr(pieces_[k].begin, 2) == "\xC2\xB0" && tight(k);  // "1° novembre"
      const bool mark =
          (degree || mark_at(k, '.') || mark_at(k, '-') || mark_at(k, '/') || (mark_at(k, ',') && !prose_)) &&
          skipped < 2;
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

int Grammar::weekday(int at, DatePoint* p) noexcept {
  if ((p->flags & kHasWeekday) != 0) {
    return 0;
  }
  const Match m = word(at, TimeWord::kWeekday);
  if (!m || word(at, TimeWord::kNotDate).end > m.end || word(at, TimeWord::kEra).end > m.end) {
    return 0;  // "พ" is Wednesday, "พ.ศ." the Buddhist era
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
  p->flags |= kHasWeekday | (m.end == at + 1 && pieces_[at].digits <= (pieces_[at].latin ? 3 : 1) ? kShortName : 0U);
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
  if (number_at(j) && mark_at(j + 1, ':') && number_at(j + 2) && tight(j + 1) && tight(j + 2)) {
    return 0;  // "اليوم 09:05"
  }
  if (number_at(j) && end == j + 1 &&
      (half_day(end, &scratch) != 0 || word(end, TimeWord::kClock) || mark_at(end, '%'))) {
    return 0;
  }
  if (beside && !marked) {
    const int to = range_join(end, false);
    if (to != 0 && hours_end_at(to) && glue(end, kAt).end != to) {
      return 0;  // "Wednesday, 8-10 am"; not "lundi 24 à 18h"
    }
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
  if (const Match m = glue(at, kDayWord); m && number_at(m.end) && (!prose_ || m.rank == 0)) {
    DatePoint trial = *p;
    trial.flags |= kIntroduced | (pieces_[at].digits >= 3 ? kWrittenDay : 0U);
    if (int end = numeric_date(m.end, &trial)) {  // "ngày 12/10", "ngày 7-11"
      *p = trial;
      return end;
    }
  }
  if (int end = reaches(at, kOtherAhead) ? quarter(at, p) : 0) {
    return end;
  }
  if (int end = reaches(at, kind_bit(TimeWord::kMonth) | kNamesUnit) ? month_and_day(at, p) : 0) {
    return end;
  }
  if (int end = weekday(at, p)) {
    return end;
  }
  if (int end = reaches(at, kind_bit(TimeWord::kHoliday)) ? holiday(at, p) : 0) {
    return end;
  }
  if (int end = season(at, p)) {
    return end;
  }
  // Without such words a day is marked by what stands before it.
  constexpr uint64_t kMarksDay = kind_bit(TimeWord::kDaySuffix) | kind_bit(TimeWord::kOrdinal) |
                                 kind_bit(TimeWord::kNumber) | kind_bit(TimeWord::kGlue);
  const bool may_be_day =
      (p->flags & (kIntroduced | kHasMonthName | kHasWeekday | kHasPeriod)) != 0 || reaches(at, kMarksDay);
  const bool day_first =
      p->month != 0 && p->day == 0 && number_at(at) && pieces_[at].digits <= 2 && pieces_[at].number <= 31;
  if (day_first && may_be_day) {
    if (int end = marked_day(at, p)) {
      return end;
    }
  }
  if (int end = year(at, p)) {
    return end;
  }
  return may_be_day ? marked_day(at, p) : 0;
}

}  // namespace article
