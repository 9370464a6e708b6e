// Durations and what repeats: "three days", "two weeks after Easter", "every Monday at 4pm".
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

// "three days"; "two weeks after Easter" is a point.
int Grammar::duration(int at, DateExpression* out) noexcept {
  DatePoint p;
  int end = amounts(at, &p, false);
  if (end == 0) {
    // "all day", "half a year" come as numbers; nothing else is a duration
    return 0;
  }
  const Match link = word(end, TimeWord::kLink);
  if (link) {
    DatePoint anchor;
    const int after = point(link.end, &anchor);
    if (after != 0 && has_any(anchor, kCalendarFlags | kHasClock)) {
      for (int u = 0; u < 11; ++u) {
        anchor.amount[u] = p.amount[u];
      }
      anchor.amount_units = p.amount_units;
      anchor.direction = static_cast<int8_t>(link.value == kBefore ? -1 : 1);
      anchor.flags |= kDeltaAfter | kHasDelta;
      out->from = anchor;
      out->kind = DateKind::kDate;
      out->shape = kPointShape;
      return after;
    }
  }
  out->from = p;
  out->kind = DateKind::kDuration;
  out->shape = kDurationShape;
  return end;
}

// "every day", "each Monday at 4pm", "annually", "19th of every month"
int Grammar::set(int at, DateExpression* out) noexcept {
  const Match m = word(at, TimeWord::kSet);
  constexpr int kOther = 2;
  if (!m || not_a_date(at) || (prose_ && m.value == kOther && m.end == at + 1)) {
    return 0;  // "other centuries": only "every other" repeats
  }
  DatePoint p;
  int end = m.end;
  if (m.value >= 256) {
    const int unit = (m.value - 256) / 16;
    p.amount[unit == kFortnightUnit ? kWeekUnit
             : unit == kHalfUnit    ? kMonthUnit
             : unit < 11            ? unit
                                    : kDayUnit] = (m.value & 15) * (unit == kFortnightUnit ? 2000
                                                         : unit == kHalfUnit    ? 6000
                                                                                : 1000);
    p.amount_units = 1;
    p.period = static_cast<uint8_t>(unit);
    if (pieces_[at].capital && prose_ && at > 0 && pieces_[at].latin) {
      return 0;  // "the Daily Example"
    }
    DatePoint day = p;
    const int day_end = unit == kWeekUnit ? weekday(end, &day) : 0;
    if (day_end != 0) {
      p = day;  // 毎週月曜日
      end = day_end;
    }
    DatePoint clock_part = p;
    const int after = clock(end, &clock_part);
    if (after != 0) {
      p = clock_part;
      end = after;
    }
  } else {
    int64_t count = m.value == 2 ? 2 : 1;
    if (const Match other = word(end, TimeWord::kSet, 2)) {
      count = 2;
      end = other.end;
    } else if (const Match ord = ordinal(end)) {
      if (ord.value >= 2 && word(ord.end, TimeWord::kUnit)) {
        count = ord.value;
        end = ord.end;
      }
    } else if (const Quantity q = quantity(end); q.end != 0 && q.whole) {
      count = q.thousandths / 1000;
      end = q.end;
    }
    DatePoint day = p;
    const Match unit = word(end, TimeWord::kUnit);
    const Match part_of_day = word(end, TimeWord::kDaypart);
    if (unit) {
      const bool fortnight = unit.value == kFortnightUnit;
      p.amount[fortnight ? kWeekUnit : unit.value < 11 ? unit.value : 0] = count * (fortnight ? 2000 : 1000);
      p.amount_units = 1;
      p.period = static_cast<uint8_t>(unit.value);
      end = unit.end;
    } else if (part_of_day && part_of_day.value < 16) {
      p.daypart = static_cast<uint8_t>(part_of_day.value);
      p.flags |= kHasDaypart;
      end = part_of_day.end;
    } else if (const int after = components(end, &day)) {
      if (!has_any(day, kHasWeekday | kHasMonthName | kHasHoliday | kHasSeason) || has_any(day, kHasYear)) {
        return 0;
      }
      p = day;
      end = after;
    } else {
      return 0;
    }
    DatePoint clock_part = p;
    const int after = has_any(p, kHasClock) ? 0 : clock(end, &clock_part);
    if (after != 0) {
      p = clock_part;
      end = after;
    }
  }
  out->from = p;
  out->kind = DateKind::kSet;
  out->shape = kSetShape;
  return end;
}

}  // namespace article
