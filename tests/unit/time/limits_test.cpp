// Where the reading of dates ends: hours, days, weeks and years that there are not, zones beyond the last one, and
// marks of other scripts that mean what Latin ones do.
#include <catch2/catch.hpp>
#include <string>

#include "core/time/time.h"

using namespace article;

namespace {

// The value of a text that is nothing but a date, on Thursday, 7 November 2019, at noon; "": it is none.
std::string date(const char* language, std::string_view text, const char* reference = "2019-11-07T12:00:00") {
  TimeContext context;
  context.language = find_time_language(language);
  REQUIRE(parse_reference_time(reference, kNoOffset, &context.reference));
  const DateValue value = parse_whole(text, context);
  return value.known ? std::string(value.text.view()) : std::string();
}

struct Row {
  const char* language;
  const char* text;
  const char* value;
};

template <size_t kCount>
void check(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(date(row.language, row.text) == row.value);
  }
}

}  // namespace

TEST_CASE("time: a day, a month, an hour or a quarter that there is not is none") {
  const Row rows[] = {{"en", "29 February 2019", ""},
                      {"en", "29 February 2020", "2020-02-29"},
                      {"en", "31 April", ""},
                      {"en", "30 April", "2019-04-30"},
                      {"en", "32 January", ""},
                      {"en", "31 January", "2019-01-31"},
                      {"en", "13/13/2019", ""},
                      {"en", "12/13/2019", "2019-12-13"},
                      {"en", "2019-13-32", ""},
                      {"en", "2019-13-01", "2019-01-13"},
                      {"en", "2019-12-01", "2019-12-01"},
                      {"en", "25:00", ""},
                      {"en", "24:01", ""},
                      {"en", "24:00", "2019-11-08T00:00"},
                      {"en", "23:60", ""},
                      {"en", "23:59", "2019-11-07T23:59"},
                      {"en", "12:31:61", ""},
                      {"en", "12:31:59", "2019-11-07T12:31:59"},
                      {"en", "60 past 3", ""},
                      {"en", "59 past 3 in the morning", "2019-11-07T03:59"},
                      {"en", "Q5 2019", ""},
                      {"en", "Q4 2019", "2019-Q4"},
                      {"en", "week 54 2019", ""},
                      {"en", "week 52 2019", "2019-W52"},
                      {"en", "week 0 2019", ""},
                      {"en", "week 1 2019", "2019-W01"}};
  check(rows);
}

TEST_CASE("time: years are 1 to 9998, amounts lead to none beyond") {
  const Row rows[] = {{"en", "31 December 9999", ""}, {"en", "1 January 10000", ""},     {"en", "0000-01-01", ""},
                      {"en", "5000 years ago", ""},   {"en", "9000 years from now", ""}, {"en", "3 Ramadan 9800", ""},
                      {"en", "1 Farvardin 3300", ""}, {"en", "30000.5 years ago", ""},   {"en", "44 BC", ""}};
  check(rows);
}

TEST_CASE("time: zones end at fifteen hours and are written in many ways") {
  const Row rows[] = {{"en", "12:31 UTC+14:30", "2019-11-07T12:31+14:30"},
                      {"en", "12:31 UTC+15", "2019-11-07T12:31+15:00"},
                      {"en", "12:31 UTC+16", ""},
                      {"en", "12:31 UTC+04:60", ""},
                      {"en", "12:31 UTC+04:59", "2019-11-07T12:31+04:59"},
                      {"en", "12:31 UTC-0330", "2019-11-07T12:31-03:30"},
                      {"en", "12:31 UTC+0460", ""},
                      {"en", "12:31 (GMT+4)", "2019-11-07T12:31+04:00"},
                      {"en", "12:31 (Moscow time)", "2019-11-07T12:31+03:00"},
                      {"en", "12:31 Moscow time", "2019-11-07T12:31+03:00"}};
  check(rows);
}

TEST_CASE("time: years of two digits are of this century or the last, those of an era of its own") {
  const Row rows[] = {{"en", "7 November 99", "1999-11-07"},
                      {"en", "7 November '50", "1950-11-07"},
                      {"en", "7 November 19", "2019-11-07"},
                      {"ja", "令和元年11月7日", "2019-11-07"},
                      {"ja", "平成31年4月30日", "2019-04-30"},
                      {"ja", "昭和64年1月7日", "1989-01-07"},
                      {"zh-Hant", "民國108年11月7日", "2019-11-07"},
                      {"th", "๗ พฤศจิกายน ๒๕๖๒", "2019-11-07"},
                      {"fa", "۱ فروردین ۱۳۹۸", "2019-03-21"},
                      {"ar", "٣ رمضان ١٤٤١", "2020-04-26"},
                      {"en", "3 Ramadan 1441", "2020-04-26"},
                      {"en", "1261 AH", "1845"},
                      {"en", "1262 AH", "1845"},
                      {"en", "1 Farvardin 1398", "2019-03-21"}};
  check(rows);
}

TEST_CASE("time: digits and marks of other scripts are those of Latin ones") {
  const Row rows[] = {{"ja", "3月5日～3月7日", "2019-03-05/2019-03-07"},
                      {"ja", "3月5日〜3月7日", "2019-03-05/2019-03-07"},
                      {"ja", "3月5日∼3月7日", "2019-03-05/2019-03-07"},
                      {"hi", "१० नवंबर २०२०", "2020-11-10"},
                      {"en", "７　Ｎｏｖｅｍｂｅｒ　２０１９", "2019-11-07"},
                      {"en", "¹ November 2019", "2019-11-01"},
                      {"en", "² November 2019", "2019-11-02"},
                      {"en", "³ November 2019", "2019-11-03"},
                      {"en", "⁴ November 2019", "2019-11-04"},
                      {"en", "⁹ November 2019", "2019-11-09"},
                      {"en", "1⁰ November 2019", "2019-11-10"},
                      {"en", "₁ November 2019", "2019-11-01"},
                      {"en", "₉ November 2019", "2019-11-09"},
                      {"en", "7 November، 2019", "2019-11-07"},
                      {"en", "November 7， 2019", "2019-11-07"},
                      {"en", "November 7、 2019", "2019-11-07"},
                      {"en", "5 o’clock", "2019-11-07T05"},
                      {"en", "5 o'clock", "2019-11-07T05"},
                      {"en", "5 o`clock", "2019-11-07T05"}};
  check(rows);
}

TEST_CASE("time: hours of the day by words: what is said last decides") {
  const Row rows[] = {{"en", "12 am", "2019-11-08T00"},
                      {"en", "12 pm", "2019-11-07T12"},
                      {"en", "half past 13", "2019-11-07T13:30"},
                      {"en", "quarter to 0", "2019-11-07T23:45"},
                      {"en", "20 past 3 in the afternoon", "2019-11-07T15:20"},
                      {"en", "tonight at 11", "2019-11-07T23"},
                      {"en", "at 3 in the morning", "2019-11-07T03"},
                      {"en", "@ 7 pm", "2019-11-07T19"},
                      {"en", "between 3 and 5 pm", "2019-11-07T15/2019-11-07T17"},
                      {"en", "from 22:00 to 02:00", "2019-11-07T22:00/2019-11-08T02:00"}};
  check(rows);
}

TEST_CASE("time: amounts in parts and from a date") {
  const Row rows[] = {{"en", "two and a half hours ago", "2019-11-07T09:30:00"},
                      {"en", "2.5 hours ago", "2019-11-07T09:30:00"},
                      {"en", "1,5 hours ago", "2019-11-07T10:30:00"},
                      {"en", "two Mondays ago", "2019-10-28"},
                      {"en", "3 days before 7 November 2019", "2019-11-04"},
                      {"en", "2 weeks after Easter", "2019-05-05"},
                      {"en", "last day of February 2020", "2020-02-29"},
                      {"en", "the first 3 days of May", "2019-05-01/2019-05-04"},
                      {"en", "the last week of 2019", "2019-W52"},
                      {"en", "the penultimate week of 2019", "2019-W51"},
                      {"de", "die vorletzte Woche 2019", "2019-W51"},
                      {"en", "last 3 days", "2019-11-04"},
                      {"en", "next 3 days", "2019-11-10"}};
  check(rows);
}

TEST_CASE("time: what is done again and again has a period") {
  const Row rows[] = {{"en", "every fortnight", "P2W"},
                      {"en", "every 2 fortnights", "P4W"},
                      {"en", "fortnightly", "P2W"},
                      {"en", "every other month", "P2M"},
                      {"en", "every 5 minutes", "PT5M"},
                      {"en", "every day at 7", "T07"},
                      {"en", "every Monday at 7 pm", "XXXX-WXX-1T19"}};
  check(rows);
}

TEST_CASE("time: ranges over the end of a month and of a year, and whole weekends") {
  const Row rows[] = {{"en", "30 November - 2 December", "2019-11-30/2019-12-02"},
                      {"en", "28 December - 3 January", "2019-12-28/2020-01-03"},
                      {"en", "31.12.2019 - 2.1.2020", "2019-12-31/2020-01-02"},
                      {"en", "7-9 November", "2019-11-07/2019-11-09"},
                      {"en", "9-7 November", ""},
                      {"en", "Friday to Monday", "2019-11-01/2019-11-04"},
                      {"en", "this weekend", "2019-11-09/2019-11-11"}};
  check(rows);
}

TEST_CASE("time: what is counted from the last years ends with them") {
  CHECK(date("en", "Christmas", "9998-12-07T12:00:00") == "9998-12-25");
  CHECK(date("en", "tomorrow", "9998-12-31T12:00:00") == "9999-01-01");
  CHECK(date("en", "tomorrow", "9999-12-31T12:00:00").empty());
  CHECK(date("en", "yesterday", "0001-01-01T12:00:00").empty());
  CHECK(date("en", "yesterday", "0001-01-02T12:00:00") == "0001-01-01");
  CHECK(date("en", "2 years from now", "9998-12-31T12:00:00").empty());
}
