// What counts from a reference: "3 days ago", "in 2 hours", "yesterday"; amounts of units.
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
  const TextPiece& piece = pieces_[unit_at];
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
  if (const Match two = word(j, TimeWord::kDual)) {
    add_amount(p, two.value, sign * 2000);
    return two.end;
  }
  const Quantity q = quantity(j);
  if (q.end != 0) {
    int k = q.end;
    if (mark_at(k, '\'') && tight(k) && word_at(k + 1) && tight(k + 1)) {
      ++k;  // "un'ora"
    }
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
  const bool year = unit.value == kYearUnit && number_at(unit.end) && pieces_[unit.end].digits == 4;  // در سال ۱۳۹۸
  if (!bare_unit || year || (prose_ && (row_ == nullptr || (row_->options & kBareUnitOption) == 0))) {
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
    if (!reaches(at, kind_bit(before_kind) | kind_bit(after_kind))) {
      continue;
    }
    DatePoint trial = *p;
    int j = at;
    bool marked = false;
    for (int round = 0; round < 6; ++round) {
      int start = j;
      if (round > 0 && mark_at(start, ',')) {
        ++start;
      }
      Match before = word(start, before_kind);
      const Match link = prose_ && before ? word(start, TimeWord::kLink) : Match();
      if (link && !(direction < 0 && link.value == kBefore)) {
        before = Match();  // "after 4 days" counts from what the sentence tells; "vor 4 Tagen" is 4 days ago
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
  if (best_end <= word(at, TimeWord::kDay).end) {
    return 0;  // "i dag" is today, not "in a day"
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

}  // namespace article
