// The time words of all languages: one table over the hashes of word pieces.
//
//   state = step(step(first_state(), hash("next")), hash("week")); lookup(state) -> senses {en, kPeriod, week + 1}
//
// The table is built by ext/tools/tables/time_words.py, whose lists have the order of these enums.
// Cost: one probe a piece.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/words.h"
#include "core/time/time.h"

namespace article {

enum class TimeWord : uint8_t {
  kMonth,
  kWeekday,
  kUnit,
  kDay,
  kNow,
  kPeriod,
  kPastBefore,
  kPastAfter,
  kFutureBefore,
  kFutureAfter,
  kRelative,
  kAmpm,
  kDaypart,
  kNumber,
  kOrdinal,
  kModifier,
  kGlue,
  kClock,
  kFraction,
  kClockLink,
  kRange,
  kSet,
  kPart,
  kHoliday,
  kSeason,
  kEra,
  kZone,
  kNotDate,
  kLink,
  kDaySuffix,
  kDual,
};

enum TimeUnit : uint8_t {
  kNoUnit,
  kSecondUnit,
  kMinuteUnit,
  kHourUnit,
  kDayUnit,
  kWeekUnit,
  kMonthUnit,
  kQuarterUnit,
  kYearUnit,
  kDecadeUnit,
  kCenturyUnit,
  kFortnightUnit,
  kWeekendUnit,
  kWorkdayUnit,
  kHalfUnit,
};
constexpr int kWeekdayUnit = 16;  // + 1 for Monday: weekdays where a unit stands

enum Daypart : uint8_t { kNoDaypart, kMorning, kNoon, kAfternoon, kEvening, kNight, kMidnight, kDawn, kDaytime };
enum Glue : uint8_t {
  kNoGlue,
  kAt,
  kOn,
  kOf,
  kThe,
  kAbout,
  kYearWord,
  kDayWord,
  kIn,
  kAnd,
  kDated,
  kMonthWord,
  kWeekWord,
  kQuarterWord,
  kMinus,
  kPlus,
  kHourWord,  // beside kAt: what stands before hours alone ("kl.", not "um")
};
enum RangeWord : uint8_t { kNoRange, kFrom, kTo, kBetween, kRangeAnd, kWithin };
enum PartWord : uint8_t { kNoPart, kStart, kMiddle, kEnd, kRest, kEarlier, kLater, kFirstHalf, kSecondHalf };
enum LinkWord : uint8_t { kNoLink, kAfter, kBefore, kFromLink };
enum CalendarId : uint8_t { kGregorian, kHijri, kJalali };
enum NumericOrder : uint8_t { kOrderUnknown, kDayMonthYear, kMonthDayYear, kYearMonthDay };
constexpr int16_t kAmbiguousZone = 30000;
// Added to the minutes of zones that are an hour more in the summer of the United States ("ET").
constexpr int16_t kSummerZone = 20000;
inline bool has_summer_time(int minutes) noexcept {
  return minutes > kSummerZone - 1440 && minutes < kAmbiguousZone;
}
inline int16_t winter_offset(int minutes) noexcept {
  return static_cast<int16_t>(has_summer_time(minutes) ? minutes - kSummerZone : minutes);
}

struct TimeSense {
  uint16_t language;  // index into the languages; 0xFFFF: any
  int16_t value;
  uint8_t kind;  // TimeWord
};

struct TimeEntry {
  uint32_t state;
  uint32_t data;  // first sense << 9 | count << 1 | longer phrases go on from here
};

struct TimeLanguageRow {
  const char* tag;
  uint16_t kin;  // languages that read each other's words
  uint8_t order;
  uint8_t script;  // 0: Latin
  uint8_t options;
};
constexpr uint8_t kClockDotOption = 1;  // 15.30 is a time of day
constexpr uint8_t kNextWeekOption = 2;  // "next Friday" is that of the next week
constexpr uint8_t kBareUnitOption = 4;  // "week ago" is one week ago
constexpr uint8_t kHijriOption = 8;     // years of four digits below 1600 are Hijri, Jalali
constexpr uint8_t kJalaliOption = 16;
constexpr uint8_t kInYearOption = 32;  // "in 2000" is a year
constexpr uint8_t kJoinedDaypartOption =
    128;                                 // a daypart follows the hour behind a word: "de la noche", not "4 nights"
constexpr uint8_t kBuddhistOption = 64;  // years from 2400 on are of the Buddhist era, 543 before ours

struct TimeAlias {
  const char* tag;
  uint16_t language;
};
struct TimeRegionOrder {
  uint16_t language;
  const char* region;
  uint8_t order;
};

extern const uint32_t kFirstTimeState;
inline uint32_t first_state() noexcept {
  return kFirstTimeState;
}
inline uint32_t step_state(uint32_t state, uint32_t piece_hash) noexcept {
  state = (state ^ piece_hash) * 0x85EBCA6BU;
  return state ^ (state >> 15U);
}

// The piece that stands for a number in a phrase.
inline uint32_t number_slot() noexcept {
  return hash_step(kHashSeed, U'#');
}

// A bit for each state that has an entry: most words of a text have none.
constexpr uint32_t kStateBits = 19;
extern const uint64_t* const kStateFilter;
const TimeEntry* find_known_entry(uint32_t state) noexcept;

inline const TimeEntry* find_entry(uint32_t state) noexcept {  // nullptr: no phrase begins so
  const uint32_t bit = state >> (32U - kStateBits);
  return (kStateFilter[bit >> 6U] >> (bit & 63U) & 1U) != 0 ? find_known_entry(state) : nullptr;
}
// Fetches what find_entry() and entry_senses() will look at.
void prefetch_entry(uint32_t state) noexcept;
void prefetch_senses(const TimeEntry& entry) noexcept;
const TimeSense* entry_senses(const TimeEntry& entry) noexcept;
constexpr uint32_t kMaxSenses = 255;
inline uint32_t sense_count(const TimeEntry& entry) noexcept {
  return (entry.data >> 1U) & kMaxSenses;
}
inline bool goes_on(const TimeEntry& entry) noexcept {
  return (entry.data & 1U) != 0;
}

constexpr uint16_t kMostTimeLanguages = 512;
const TimeLanguageRow* language_row(uint16_t language) noexcept;  // nullptr: unknown
uint16_t english_language() noexcept;
struct TimeLanguages {
  const TimeLanguageRow* rows;
  size_t count;
};
TimeLanguages time_languages() noexcept;

}  // namespace article
