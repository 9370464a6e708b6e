// Ranges: "from 7 to 10 November", "10:00-12:00", "between May and July 2020"; what one end leaves out, the other says.
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

// "-", "to", "until", 至; the index behind, 0: none.
int Grammar::range_join(int at, bool between) noexcept {
  if (mark_at(at, '-') || mark_at(at, '~')) {
    return at + 1;
  }
  if (mark_at(at, ',')) {
    ++at;
  }
  if (const Match m = word(at, TimeWord::kRange, kTo)) {
    return mark_at(m.end, '-') && tight(m.end) && number_at(m.end + 1) ? m.end + 1 : m.end;  // "ל-10"
  }
  if (between) {
    if (const Match m = word(at, TimeWord::kRange, kRangeAnd)) {
      return m.end;
    }
    if (const Match m = glue(at, kAnd)) {
      return m.end;
    }
  }
  return 0;
}

// "the", "den", "ngày": what stands before a day.
int Grammar::skip_day_words(int at) noexcept {
  int j = at;
  for (int skipped = 0; skipped < 2; ++skipped) {
    const Match m = word(j, TimeWord::kGlue);
    if (!m || (m.value != kThe && m.value != kOn && m.value != kDayWord && m.value != kAt)) {
      break;
    }
    j = m.end;
  }
  return j;
}

// "-től" (from), "-ig" (to): said behind a number; the index behind, `at` where it is not there.
int Grammar::range_suffix(int at, RangeWord wanted) noexcept {
  const bool joined = (mark_at(at, '-') || mark_at(at, '\'')) && tight(at) && tight(at + 1);
  const Match m = joined ? word(at + 1, TimeWord::kRange, wanted) : Match();
  return m ? m.end : at;
}

// Behind the first day of a range: its dot, the sign for day.
int Grammar::behind_first_day(int at) noexcept {
  if (const Match m = glue(at, kDayWord); m && !pieces_[at].latin) {
    return m.end;
  }
  const bool dot = mark_at(at, '.') && (!tight(at + 1) || mark_at(at + 1, '-'));
  return dot ? at + 1 : at;
}

// "December 4-23", "november 7-től 10-ig": the days behind their month; `at` is behind the first one.
int Grammar::last_day(int at, DatePoint* first, DatePoint* second) noexcept {
  const Match last = day_number(skip_day_words(at));
  // 10月1日から11月7日
  const bool month_of_its_own =
      last && ((glue(last.end, kMonthWord) && !pieces_[last.end].latin) || word(at, TimeWord::kMonth).end > last.end);
  if (!last || last.value <= first->day || (mark_at(last.end, ':') && number_at(last.end + 1)) || month_of_its_own) {
    return 0;
  }
  *second = *first;
  second->day = static_cast<uint8_t>(last.value);
  int end = range_suffix(last.end, kTo);
  if (const Match m = glue(end, kDayWord); m && !pieces_[end].latin) {
    end = m.end;
  }
  if (const int year_end = year(mark_at(end, ',') ? end + 1 : end, second)) {
    end = year_end;
    first->year = second->year;
    first->year_digits = second->year_digits;
    first->flags |= kHasYear;
  }
  return end;
}

// "4-23 December": a date behind the first day, which takes its month from it.
int Grammar::date_behind_day(int at, bool said, DatePoint* first, DatePoint* second) noexcept {
  const int end = components(skip_day_words(at), second);
  const bool numeric = said && language_.order == kDayMonthYear && has_any(*second, kHasNumeric | kHasShortNumeric);
  const bool dated = (has_any(*second, kHasDay) || (numeric && second->day != 0)) &&
                     (second->month != 0 || second->period == kMonthUnit);
  if (end == 0 || !dated || has_any(*second, kHasClock) ||
      (second->day <= first->day && second->month != 0 && !has_any(*second, kHasPeriod))) {
    return 0;
  }
  first->month = second->month;
  first->year = second->year;
  first->year_digits = second->year_digits;
  first->calendar = second->calendar;
  first->period = second->period;
  first->period_shift = second->period_shift;
  first->flags |= second->flags & (kHasMonthName | kHasYear | kHasPeriod | kHasNumeric | kHasShortNumeric);
  return end;
}

// "4-23 December", "December 4-23", "4. bis 23. Dezember", "november 7. és 10. között": one month for both days.
int Grammar::day_range(int at, DateExpression* out) noexcept {
  const RangeOpening opening = range_opening(at);
  if (!opening.opened && word(at, TimeWord::kRange)) {
    return 0;
  }
  const int j = skip_day_words(opening.end);
  DatePoint first;
  const int month_end = month_name(j, &first);
  const int k = month_end != 0 ? skip_day_words(month_end) : j;
  const Match day = day_number(k);
  if (!day || (!number_at(k) && prose_ && !ordinal(k))) {
    return 0;
  }
  const int behind = behind_first_day(day.end);
  // "7-től" may have been read as the day with its suffix
  const bool suffixed = number_at(k) && day.end == k + 3 && word(k + 2, TimeWord::kRange, kFrom);
  const int suffix = suffixed ? behind : range_suffix(behind, kFrom);
  int to = suffixed || suffix != behind ? suffix : range_join(behind, opening.between);
  const bool between_follows = to == 0;
  if (between_follows) {
    to = range_join(behind, true);
  }
  if (to == 0) {
    return 0;
  }
  first.day = static_cast<uint8_t>(day.value);
  first.flags |= kHasDay;
  DatePoint second;
  const bool said = opening.opened || pieces_[to - 1].kind == PieceKind::kWord;
  const int end = month_end != 0 ? last_day(to, &first, &second) : date_behind_day(to, said, &first, &second);
  if (end == 0 || (between_follows && !word(mark_at(end, '.') ? end + 1 : end, TimeWord::kRange, kBetween))) {
    return 0;
  }
  if (opening.opened) {
    first.flags |= kIntroduced | kWrittenDay;
    second.flags |= kIntroduced | kWrittenDay;
  }
  out->from = first;
  out->to = second;
  out->kind = DateKind::kRange;
  out->shape = kRangeShape;
  return end;
}

// "from", "between": what opens a range; the index behind, `at` where there is none.
Grammar::RangeOpening Grammar::range_opening(int at) noexcept {
  const Match m = word(at, TimeWord::kRange);
  const bool opened = m && (m.value == kFrom || m.value == kBetween);
  return {opened ? m.end : at, opened, opened && m.value == kBetween};
}

// The first end: a date or a time of day, behind "from" also a vague one ("from 9").
int Grammar::opening_point(int at, bool vague, DatePoint* p) noexcept {
  const int end = first_point(at, p);
  DatePoint hour;
  const int hour_end = vague ? clock_body(at, true, &hour) : 0;
  if (hour_end <= end && end != 0) {
    return end;
  }
  *p = hour;
  return hour_end;
}

// The second end; behind a time of day also a vague one.
int Grammar::point_or_hour(int at, bool vague, DatePoint* p) noexcept {
  const int end = point(at, p);
  DatePoint hour;
  const int hour_end = vague ? clock_body(at, true, &hour) : 0;
  if (hour_end > end) {
    *p = hour;
    return hour_end;
  }
  return end;
}

// The day of "Friday, 9 a.m.".
int Grammar::point_without_clock(int at, DatePoint* p) noexcept {
  *p = DatePoint{};
  p->flags = kHasClock;  // what a point has it does not look for
  const int end = components(at, p);
  p->flags &= ~static_cast<uint32_t>(kHasClock);
  return end;
}

// What is said of one end of a range of dates and holds for both.
void Grammar::lend_year(DatePoint* first, DatePoint* second) noexcept {
  const auto named = [](const DatePoint& p) { return has_any(p, kHasMonthName) && !has_any(p, kHasYear); };
  if (named(*first) && has_any(*second, kHasYear) && second->month != 0) {
    const bool earlier_year = second->month < first->month && second->year_digits == 4;
    first->year = earlier_year ? second->year - 1 : second->year;
    first->year_digits = second->year_digits;
    first->flags |= kHasYear;
  }
  if (named(*second) && has_any(*first, kHasYear) && first->month != 0 && second->month >= first->month) {
    second->year = first->year;
    second->year_digits = first->year_digits;
    second->flags |= kHasYear;
  }
}

// "1999-1998", "from 10 to 3 May 2019": a range goes forward.
bool Grammar::runs_back(const DatePoint& first, const DatePoint& second) noexcept {
  const bool comparable = has_any(first, kHasYear) && has_any(second, kHasYear) && first.year_digits == 4 &&
                          second.year_digits == 4 && first.calendar == second.calendar && first.era == second.era &&
                          !has_any(first, kOrderOpen) && !has_any(second, kOrderOpen);
  if (!comparable || first.year != second.year || first.month == 0 || second.month == 0) {
    return comparable && first.year > second.year;
  }
  return first.month > second.month || (first.month == second.month && first.day > second.day && second.day != 0);
}

// Two of a kind, or it is not a range but two dates.
bool Grammar::alike(const DatePoint& first, const DatePoint& second, int join) const noexcept {
  constexpr uint32_t kKinds = kHasDay | kHasMonthName | kHasNumeric | kHasRelativeDay | kHasClock;
  const bool clocks = has_any(first, kHasClock);
  const bool same = (first.flags & kKinds) == (second.flags & kKinds) ||
                    (clocks && has_any(second, kHasClock) && !has_any(second, kCalendarFlags));
  const bool years = only(first, kHasYear) && only(second, kHasYear);
  const bool dash = mark_at(join, '-');
  const bool up_to_now = !dash && has_any(first, kHasNumeric | kHasMonthName) && has_any(second, kHasRelativeDay) &&
                         !has_any(first, kHasRelativeDay | kHasPeriod);
  const bool dates = has_any(first, kHasNumeric | kHasMonthName) && has_any(second, kHasNumeric | kHasMonthName);
  if (!same && !years && !up_to_now && !dates) {
    return false;
  }
  if (prose_ && !years && !clocks && dash && pieces_[join - 1].latin && has_any(first, kHasDay | kHasNumeric) &&
      has_any(first, kHasYear) && !has_any(second, kHasYear)) {
    return false;
  }
  return !(dash && prose_ && only(first, kHasYear) && !years);
}

// Both ends of a range; `opened`: a word for ranges stands before them.
void Grammar::give_range(bool opened, DatePoint* first, DatePoint* second, DateExpression* out) noexcept {
  if (opened) {
    first->flags |= kIntroduced;
    second->flags |= kIntroduced;
  }
  out->from = *first;
  out->to = *second;
  out->kind = DateKind::kRange;
  out->shape = kRangeShape;
}

int Grammar::range(int at, DateExpression* out) noexcept {
  if (int end = day_range(at, out)) {
    return end;
  }
  if (int end = hour_range(at, out)) {
    return end;
  }
  const RangeOpening opening = range_opening(at);
  DatePoint first;
  const int end = opening_point(opening.end, opening.opened, &first);
  const int to = end != 0 ? range_join(end, opening.between) : 0;
  if (to == 0) {
    return 0;
  }
  if (mark_at(end, '-') && tight(end) != tight(end + 1) && prose_ && !opening.opened) {
    return 0;
  }
  // "10:16 Uhr - 1. Liga": where the first hour is called one, a bare number is no second.
  if (mark_at(end, '-') && number_at(to) && mark_at(to + 1, '.') && !number_at(to + 2) &&
      word(end - 1, TimeWord::kClock, kHourUnit)) {
    return 0;
  }
  const bool clocks = has_any(first, kHasClock);
  DatePoint second;
  int last = point_or_hour(to, clocks, &second);
  if (!clocks && has_any(second, kHasClock) && has_any(first, kHasWeekday) && has_any(second, kHasWeekday)) {
    last = point_without_clock(to, &second);  // "Monday to Friday, 9 a.m. to 5 p.m."
  }
  if (last == 0) {
    return 0;
  }
  const bool calendar_first = has_any(first, kCalendarFlags);
  const bool calendar_second = has_any(second, kCalendarFlags);
  if (clocks != has_any(second, kHasClock) && !(calendar_first && calendar_second)) {
    return 0;
  }
  if (!clocks && calendar_first != calendar_second) {
    return 0;
  }
  if (has_any(first, kHasShortNumeric) && !has_any(first, kHasYear) && has_any(second, kHasNumeric)) {
    first.year = second.year;  // 5/1-5/7/2020
    first.year_digits = second.year_digits;
    first.flags = (first.flags & ~static_cast<uint32_t>(kHasShortNumeric)) | kHasYear | kHasNumeric;
  }
  if (!opening.opened && !alike(first, second, end)) {
    return 0;
  }
  const bool hours = clocks && has_any(second, kHasClock);
  if (hours) {
    lend_half_day(&first, &second);
    if (calendar_first && !calendar_second) {
      lend_day(first, &second);
    } else if (calendar_second && !calendar_first) {
      lend_day(second, &first);
    }
  } else {
    lend_year(&first, &second);
  }
  if (runs_back(first, second)) {
    return 0;
  }
  if (hours && !calendar_first && !calendar_second) {
    last = day_behind(last, &first, &second);
  }
  give_range(opening.opened, &first, &second, out);
  return last;
}

}  // namespace article
