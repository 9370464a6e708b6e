// What a point has: questions that several functions of the grammar ask of its flags.
#pragma once

#include "core/time/grammar.h"

namespace article {

constexpr uint32_t kCalendarFlags = kHasDay | kHasMonthName | kHasYear | kHasWeekday | kHasNumeric | kHasShortNumeric |
                                    kHasRelativeDay | kHasPeriod | kHasDelta | kHasHoliday | kHasSeason | kHasQuarter |
                                    kHasNth | kHasWeek;

inline bool only(const DatePoint& p, uint32_t flags) noexcept {
  return (p.flags & (kCalendarFlags | kHasClock | kHasDaypart)) == flags;
}

inline bool has_any(const DatePoint& p, uint32_t flags) noexcept {
  return (p.flags & flags) != 0;
}

}  // namespace article
