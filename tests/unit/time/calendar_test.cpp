// Calendars: days, weeks, Easter, and the calendars of Iran and Arabia.
#include "core/time/calendar.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("time: days since 1970 and back, over leap years") {
  CHECK(days_from_civil(1970, 1, 1) == 0);
  CHECK(days_from_civil(2000, 3, 1) - days_from_civil(2000, 2, 28) == 2);
  CHECK(days_from_civil(1900, 3, 1) - days_from_civil(1900, 2, 28) == 1);
  for (int64_t day = -800000; day < 800000; day += 977) {
    const Civil c = civil_from_days(day);
    CHECK(days_from_civil(c.year, c.month, c.day) == day);
  }
}

TEST_CASE("time: weekdays and ISO weeks") {
  CHECK(weekday_of(days_from_civil(2019, 11, 7)) == 4);
  int year = 0;
  int week = 0;
  iso_week_of(days_from_civil(2018, 12, 31), &year, &week);
  CHECK(year == 2019);
  CHECK(week == 1);
  CHECK(iso_week_start(2019, 1) == days_from_civil(2018, 12, 31));
}

TEST_CASE("time: Easter of the West and of the East") {
  CHECK(easter(2013) == days_from_civil(2013, 3, 31));
  CHECK(easter(2019) == days_from_civil(2019, 4, 21));
  CHECK(orthodox_easter(2019) == days_from_civil(2019, 4, 28));
}

TEST_CASE("time: the Jalali year begins with spring and has its own leap days") {
  int64_t day = 0;
  REQUIRE(days_from_jalali(1394, 1, 1, &day));
  CHECK(day == days_from_civil(2015, 3, 21));
  REQUIRE(days_from_jalali(1387, 12, 30, &day));
  CHECK(day == days_from_civil(2009, 3, 20));
  CHECK_FALSE(days_from_jalali(1394, 13, 1, &day));
  CHECK_FALSE(days_from_jalali(1394, 7, 31, &day));
}

TEST_CASE("time: Hijri months follow the Umm al-Qura calendar") {
  int64_t day = 0;
  REQUIRE(days_from_hijri(1440, 9, 1, &day));
  CHECK(day == days_from_civil(2019, 5, 6));  // Ramadan of 2019
  REQUIRE(days_from_hijri(1441, 1, 1, &day));
  CHECK(day == days_from_civil(2019, 8, 31));
  CHECK_FALSE(days_from_hijri(1440, 13, 1, &day));
}
