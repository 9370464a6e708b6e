// Dates and times in text: found, and resolved against what is known of the article.
//
//   find_dates("Baku, 6 Nov, 22:15", ...) -> one DateExpression {day 6, month 11, 22:15}, no year: what the text says
//   resolve(it, {publication 2019-11-07}) -> 2019-11-06T22:15
//
// Finding and resolving are apart, so that a byline, a dateline or a list of items is read once and resolved when the
// publication time is known.  The words are data (ext/data/languages, ext/data/zones.tsv); the grammar knows none.
// Cost: linear in the bytes; a line without a digit or a time word costs one table probe a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"

namespace article {

enum class DateKind : uint8_t { kDate, kTime, kDatetime, kRange, kDuration, kSet };
enum class DatePrecision : uint8_t { kNone, kYear, kQuarter, kMonth, kWeek, kDay, kHour, kMinute, kSecond };

const char* date_kind_name(DateKind kind) noexcept;                 // as in article_dates.kind
const char* date_precision_name(DatePrecision precision) noexcept;  // "minute"; "" for kNone

constexpr int16_t kNoOffset = INT16_MIN;

// A point of the (proleptic Gregorian) calendar and clock, as precise as `precision` says; kNone: not known.
struct Instant {
  int32_t year = 0;  // 0: a time of day without a day
  uint8_t month = 1;
  uint8_t day = 1;
  uint8_t hour = 0;
  uint8_t minute = 0;
  uint8_t second = 0;
  DatePrecision precision = DatePrecision::kNone;
  int16_t offset_minutes = kNoOffset;  // east of UTC

  bool known() const noexcept { return precision != DatePrecision::kNone; }
  bool has_clock() const noexcept { return precision >= DatePrecision::kHour; }
};

// Text of a value in a fixed buffer.
struct DateText {
  char bytes[80];
  uint8_t length = 0;
  std::string_view view() const noexcept { return {bytes, length}; }
};

DateText format_iso(const Instant& instant) noexcept;  // 2019-11-07T11:55+04:00, 2019-W45, 2019-Q4, T07:00
DateText format_utc(const Instant& instant) noexcept;  // 2019-11-07T07:55:00Z; empty without zone or time of day
int64_t utc_minutes(const Instant& instant, int default_offset) noexcept;  // minutes since 1970, for comparing
int64_t day_number(const Instant& instant) noexcept;                       // days since 1970-01-01

// The languages of the words that are looked for: `best` first, the others only where their words cannot be taken for
// something else.  A value of find_time_language(); kUnknown looks for the words of all.
struct TimeLanguage {
  uint16_t best = 0xFFFF;
  uint8_t order = 0;  // NumericOrder of 1/2/2019; 0: not known
};
// `tag` is BCP 47 in any case; an unknown one, or "", gives the unknown language.
TimeLanguage find_time_language(std::string_view tag) noexcept;
// The same with the order of 1/2/2019 that the whole `text` shows, where the tag leaves it open: English without a
// region.  Cost: one search for "/" and "-"; one pass over the words of a text with such a date (numeric_order.cpp).
TimeLanguage find_time_language(std::string_view tag, std::string_view text) noexcept;

struct TimeContext {
  TimeLanguage language;
  Instant reference;    // when the text was captured: relative times count from it alone
  Instant publication;  // of the article; clocks, weekdays and missing years count from it, else from `reference`
  int16_t default_offset = kNoOffset;  // option `timezone`: of times that name no zone
  bool stamp = false;                  // of a page: no day without a year lies behind the day after `reference`
  bool prose = false;                  // article_dates: days are the unit of "in two years"; else a finer one is kept
};

// What an end of an expression says.  Fields that the text does not give keep their defaults.  Units, dayparts and the
// other numbers are those of lexicon.h.
struct DatePoint {
  int32_t year = 0;  // 0: none
  uint8_t year_digits = 0;
  uint8_t era = 0;       // 1: AD, 2: BC
  uint8_t calendar = 0;  // CalendarId
  uint8_t quarter = 0;
  uint8_t month = 0;  // 1..12 of `calendar`
  uint8_t day = 0;
  uint8_t weekday = 0;  // 1 = Monday
  uint8_t week = 0;     // ISO week
  int8_t hour = -1;
  int8_t minute = -1;
  int8_t second = -1;
  uint8_t half_day = 0;  // 1: am, 2: pm
  uint8_t daypart = 0;
  uint8_t season = 0;
  uint8_t part = 0;
  int16_t holiday = 0;
  uint8_t period = 0;  // unit of "next week", "last three months"; 16 + weekday: "next Friday"
  int16_t period_shift = 0;
  int16_t period_count = 0;
  int8_t nth = 0;            // third; -1 last; -2 the last but one
  uint8_t nth_unit = 0;      // unit, or 16 + weekday, of the period that the other fields give
  int8_t day_shift = 0;      // yesterday -1
  int8_t direction = 0;      // of `amount`: -1 ago, +1 from now
  uint8_t amount_units = 0;  // how many units `amount` has
  int16_t offset_minutes = kNoOffset;
  uint32_t flags = 0;                                      // PointFlag of grammar.h
  int64_t amount[11] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};  // by unit, in thousandths
};

struct DateExpression {
  uint32_t begin = 0;  // byte span in the text, half open
  uint32_t end = 0;
  DateKind kind = DateKind::kDate;
  uint8_t shape = 0;
  bool full_date = false;  // day, month and year
  bool has_clock = false;
  bool relative = false;  // has no meaning without a reference
  DatePoint from;
  DatePoint to;  // ranges
};

// A resolved value; `known` false: NULL (nothing to count from, or no such day).
struct DateValue {
  bool known = false;
  DateKind kind = DateKind::kDate;
  DatePrecision precision = DatePrecision::kNone;
  Instant start;  // of dates, times and ranges
  Instant end;    // of ranges
  DateText text;  // article_dates.value
  DateText utc;   // article_dates.value_utc
};

// Every expression of text[begin, end), in order; none overlap.  Prose: words that are not surely dates are left out.
std::pmr::vector<DateExpression> find_dates(std::string_view text, size_t begin, size_t end, const TimeContext& context,
                                            const Interrupt& interrupt, std::pmr::memory_resource* memory);

// The first expression of a stretch that is a timestamp or a list item's time ("6 Nov 22:15", "Posted 3 hours ago"):
// looser than prose.  False: none.
bool find_timestamp(std::string_view text, size_t begin, size_t end, const TimeContext& context,
                    DateExpression* found) noexcept;

// `text` is one expression, with nothing but blanks and end punctuation beside it.
bool match_whole(std::string_view text, const TimeContext& context, DateExpression* found) noexcept;

DateValue resolve(const DateExpression& expression, const TimeContext& context) noexcept;

// The values of all expressions of one text, in order.  Where the context knows no day, a date without a year takes it
// from the full date before it.  `values` has room for `count`.
void resolve_all(const DateExpression* expressions, size_t count, const TimeContext& context, DateValue* values,
                 const Interrupt& interrupt = {});

// The scalar article_date: match_whole, then resolve.
DateValue parse_whole(std::string_view text, const TimeContext& context) noexcept;

// Resolves the times of the items of one list in the order of the page: what they leave out is chosen so that they lie
// near the publication and keep the order that most items show.  `values` has room for `count`.
void resolve_list(const DateExpression* const* expressions, size_t count, const TimeContext& context,
                  DateValue* values) noexcept;

// What a line has of dates, for the line reader; nothing is allocated.
struct DateShape {
  uint8_t share = 0;  // of the visible bytes that are date expression: 0..255
  bool full_date = false;
  bool clock = false;
  bool relative = false;
  bool any = false;
};
// NOLINTNEXTLINE(bugprone-exception-escape): its Interrupt asks nobody.
DateShape date_shape(std::string_view text, size_t begin, size_t end, TimeLanguage language) noexcept;

// Options of the SQL functions.  False: not in the form that the option has.
bool parse_reference_time(std::string_view text, int16_t default_offset, Instant* instant) noexcept;  // ISO 8601
bool parse_timezone(std::string_view text, int16_t* offset_minutes) noexcept;  // +04:00, UTC+4, MSK

}  // namespace article
