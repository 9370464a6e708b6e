#include "core/time/calendar.h"

namespace article {

int64_t days_from_civil(int64_t year, int month, int day) noexcept {
  // Years begin in March here, so that the leap day is their last.
  const int64_t y = month <= 2 ? year - 1 : year;
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t year_of_era = y - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_from_days(int64_t days) noexcept {
  const int64_t z = days + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int64_t day_of_era = z - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month_index = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int32_t>(day_of_year - (153 * month_index + 2) / 5 + 1);
  const auto month = static_cast<int32_t>(month_index < 10 ? month_index + 3 : month_index - 9);
  return {static_cast<int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

int days_in_month(int64_t year, int month) noexcept {
  if (month == 2) {
    return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

namespace {

// The n-th Sunday of a month; 0: the last one.
int64_t sunday_of(int64_t year, int month, int n) noexcept {
  const int64_t first = days_from_civil(year, month, 1);
  const int64_t sunday = first + (7 - weekday_of(first)) % 7;
  return n > 0 ? sunday + 7 * (n - 1) : sunday + (first + days_in_month(year, month) - 1 - sunday) / 7 * 7;
}

}  // namespace

bool is_summer_time(int64_t year, int month, int day) noexcept {
  const int64_t date = days_from_civil(year, month, day);
  const bool recent = year >= 2007;
  return date >= (recent ? sunday_of(year, 3, 2) : sunday_of(year, 4, 1)) &&
         date < (recent ? sunday_of(year, 11, 1) : sunday_of(year, 10, 0));
}

bool valid_date(int64_t year, int month, int day) noexcept {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int weekday_of(int64_t days) noexcept {
  const int64_t shifted = (days + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(shifted < 0 ? shifted + 7 : shifted) + 1;
}

int64_t monday_of_week(int64_t days) noexcept {
  return days - (weekday_of(days) - 1);
}

int64_t iso_week_start(int year, int week) noexcept {
  return monday_of_week(days_from_civil(year, 1, 4)) + 7 * (week - 1);  // 4 January is always in week 1
}

void iso_week_of(int64_t days, int* year, int* week) noexcept {
  const int64_t thursday = monday_of_week(days) + 3;
  *year = civil_from_days(thursday).year;
  *week = static_cast<int>((thursday - days_from_civil(*year, 1, 1)) / 7) + 1;
}

int64_t easter(int year) noexcept {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return days_from_civil(year, f / 31, f % 31 + 1);
}

int64_t orthodox_easter(int year) noexcept {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int f = d + e + 114;
  const int64_t julian = days_from_civil(year, f / 31, f % 31 + 1);
  return julian + year / 100 - year / 400 - 2;  // Julian to Gregorian
}

namespace {

// Years of the Jalali calendar at which its 33-year cycle breaks (Borkowski's table).
constexpr int kJalaliBreaks[] = {-61,  9,    38,   199,  426,  686,  756,  818,  1111, 1181,
                                 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178};

// Day in March on which a Jalali year begins.  False: outside the table.
bool jalali_new_year(int year, int* march) noexcept {
  if (year < kJalaliBreaks[0] || year >= kJalaliBreaks[19]) {
    return false;
  }
  const int gregorian = year + 621;
  int leaps = -14;
  int previous = kJalaliBreaks[0];
  for (int i = 1; i < 20; ++i) {
    const int jump = kJalaliBreaks[i] - previous;
    if (year < kJalaliBreaks[i]) {
      const int n = year - previous;
      leaps += n / 33 * 8 + (n % 33 + 3) / 4;
      if (jump % 33 == 4 && jump - n == 4) {
        ++leaps;
      }
      break;
    }
    leaps += jump / 33 * 8 + jump % 33 / 4;
    previous = kJalaliBreaks[i];
  }
  const int gregorian_leaps = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150;
  *march = 20 + leaps - gregorian_leaps;
  return true;
}

// The Umm al-Qura calendar of 1365 to 1500 AH: bit m of a year is set when its month m + 1 has 30 days.
constexpr int kUmmAlQuraFirst = 1365;
constexpr uint16_t kUmmAlQura[] = {
    0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572, 0xDA9, 0x555, 0xAAA, 0x555,
    0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D,
    0x55A, 0xAD5, 0x6AA, 0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9,
    0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9,
    0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A,
    0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB,
    0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA,
    0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54,
    0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0x693,
};

}  // namespace

bool days_from_jalali(int year, int month, int day, int64_t* days) noexcept {
  int march = 0;
  if (month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : 30) || !jalali_new_year(year, &march)) {
    return false;
  }
  const int before = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  *days = days_from_civil(year + 621, 3, march) + before + day - 1;
  return true;
}

bool days_from_hijri(int year, int month, int day, int64_t* days) noexcept {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 30) {
    return false;
  }
  const int row = year - kUmmAlQuraFirst;
  if (row >= 0 && row < static_cast<int>(sizeof(kUmmAlQura) / sizeof(kUmmAlQura[0]))) {
    const auto length = [](uint16_t bits, int m) { return (bits >> m & 1) != 0 ? 30 : 29; };
    int64_t total = days_from_civil(1945, 12, 5);
    for (int y = 0; y < row; ++y) {
      for (int m = 0; m < 12; ++m) {
        total += length(kUmmAlQura[y], m);
      }
    }
    for (int m = 0; m < month - 1; ++m) {
      total += length(kUmmAlQura[row], m);
    }
    *days = total + day - 1;
    return true;  // a month that the moon made longer than the table has its thirtieth day
  }
  // Civil (tabular) calendar, epoch 16 July 622 Julian.
  const int64_t y = year;
  const int64_t elapsed = day + (295 * (month - 1) + 9) / 10 + (y - 1) * 354 + (3 + 11 * y) / 30;
  *days = elapsed + 1948439 - 1 + 1 - 2440588;
  return true;
}

}  // namespace article
