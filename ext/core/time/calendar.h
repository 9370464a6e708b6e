// Calendar arithmetic without a library: days, ISO weeks, Easter, the Jalali, Hijri and Buddhist calendars.
//
//   days_from_civil(2019, 11, 7) == 18207; weekday_of(18207) == 4 (Thursday)
//
// Proleptic Gregorian, years 1 to 9999.  Cost: constant.
#pragma once

#include <cstdint>

#include "core/time/time.h"

namespace article {

struct Civil {
  int32_t year;
  int32_t month;
  int32_t day;
};

int64_t days_from_civil(int64_t year, int month, int day) noexcept;  // since 1970-01-01
Civil civil_from_days(int64_t days) noexcept;
int days_in_month(int64_t year, int month) noexcept;
bool valid_date(int64_t year, int month, int day) noexcept;
int weekday_of(int64_t days) noexcept;  // 1 = Monday
int64_t monday_of_week(int64_t days) noexcept;
int64_t iso_week_start(int year, int week) noexcept;  // its Monday
void iso_week_of(int64_t days, int* year, int* week) noexcept;
int64_t easter(int year) noexcept;  // Western
int64_t orthodox_easter(int year) noexcept;
// Do the United States save daylight on that day?  The rule since 2007: second Sunday of March to first of November;
// before, first of April to last of October.
bool is_summer_time(int64_t year, int month, int day) noexcept;

// To days since 1970; false: no such day.
bool days_from_jalali(int year, int month, int day, int64_t* days) noexcept;
bool days_from_hijri(int year, int month, int day,
                     int64_t* days) noexcept;  // Umm al-Qura where it is tabulated, else civil

}  // namespace article
