// Time zones: "UTC+4", "(PDT)", "+04:00", "Baku time", "local time".
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr int kNoZoneValue = 30001;  // "local time"

}  // namespace

// +04:00, +0400, -9, and 4:30 right behind "UTC".
int Grammar::offset(int at, int16_t* minutes) noexcept {
  const bool plus = mark_at(at, '+') || glue(at, kPlus);
  const bool minus = mark_at(at, '-') || glue(at, kMinus);
  const int j = plus || minus ? at + 1 : at;
  if (!number_at(j) || (j > at && !tight(j))) {
    return 0;
  }
  const TextPiece& piece = pieces_[j];
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
        int shift = hour_of(*p) - hour_of(other) + winter_offset(other.offset_minutes);
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

}  // namespace article
