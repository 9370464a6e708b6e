// What the readers of dates and times of day share: a point's fields set together with their flags, and plausible
// values.
#pragma once

#include "core/time/grammar.h"

namespace article {

inline bool plausible_year(uint32_t year, uint8_t digits) noexcept {
  return digits == 4 && year >= 1000 && year <= 2999;
}

constexpr uint32_t kDateFlags =
    kHasDay | kHasMonthName | kHasYear | kHasNumeric | kHasShortNumeric | kHasRelativeDay | kHasHoliday;

inline void set_year(DatePoint* p, uint32_t year, uint8_t digits) noexcept {
  p->year = static_cast<int32_t>(year);
  p->year_digits = digits;
  p->flags |= kHasYear;
}

inline bool month_day_fit(uint32_t month, uint32_t day) noexcept {
  return month >= 1 && month <= 12 && day >= 1 &&
         day <= (month == 2                                              ? 29U
                 : month == 4 || month == 6 || month == 9 || month == 11 ? 30U
                                                                         : 31U);
}

inline void set_clock(DatePoint* p, uint32_t hour, int minute, int second) noexcept {
  p->hour = static_cast<int8_t>(hour);
  p->minute = static_cast<int8_t>(minute);
  p->second = static_cast<int8_t>(second);
  p->flags |= kHasClock;
}

}  // namespace article
