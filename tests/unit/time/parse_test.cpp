// The scalar reading: one expression, nothing beside it.
#include <catch2/catch.hpp>
#include <string>

#include "core/time/time.h"

using namespace article;

namespace {

std::string read(std::string_view text, std::string_view language = "en", std::string_view reference = "",
                 std::string_view zone = "") {
  TimeContext context;
  context.language = find_time_language(language);
  if (!zone.empty()) {
    REQUIRE(parse_timezone(zone, &context.default_offset));
  }
  if (!reference.empty()) {
    REQUIRE(parse_reference_time(reference, context.default_offset, &context.reference));
  }
  const DateValue value = parse_whole(text, context);
  return value.known ? std::string(value.text.view()) : "NULL";
}

}  // namespace

TEST_CASE("time: the parts of a date stand in any order") {
  CHECK(read("Thursday, 7 November 2019 at 11.55 am") == "2019-11-07T11:55");
  CHECK(read("11:55, November 7th, 2019") == "2019-11-07T11:55");
  CHECK(read("2019-11-07T11:55:30+04:00") == "2019-11-07T11:55:30+04:00");
  CHECK(read("Le 7 novembre 2019 à 18h30", "fr") == "2019-11-07T18:30");
  CHECK(read("7. November 2019, 18:30 Uhr", "de") == "2019-11-07T18:30");
  CHECK(read("2019年11月7日 18時30分", "ja") == "2019-11-07T18:30");
  CHECK(read("７ noviembre ２０１９", "es") == "2019-11-07");
}

TEST_CASE("time: 1/2/2019 is read in the order of the language, and of its region") {
  CHECK(read("1/2/2019", "en") == "2019-01-02");
  CHECK(read("1/2/2019", "en-GB") == "2019-02-01");
  CHECK(read("1/2/2019", "fr") == "2019-02-01");
  CHECK(read("13/2/2019", "en") == "2019-02-13");
}

TEST_CASE("time: what is not one expression is NULL") {
  CHECK(read("7 November 2019 in Exampletown") == "NULL");
  CHECK(read("31 February 2019") == "NULL");
  CHECK(read("hello") == "NULL");
  CHECK(read("") == "NULL");
  CHECK(read("Aug 7, 2014Aug 7, 2014") == "NULL");
  CHECK(read(std::string(5000, '1')) == "NULL");
}

TEST_CASE("time: relative times count from the reference, and are NULL without it") {
  CHECK(read("3 hours ago", "en", "2019-11-07T12:00:00Z") == "2019-11-07T09:00+00:00");
  CHECK(read("3 hours ago") == "NULL");
  CHECK(read("vor 2 Tagen", "de", "2019-11-07") == "2019-11-05");
  CHECK(read("il y a 2 heures", "fr", "2019-11-07T12:00:00") == "2019-11-07T10:00");
  CHECK(read("вчера", "ru", "2019-11-07") == "2019-11-06");
  CHECK(read("a month ago", "en", "2019-03-31") == "2019-02-28");
}

TEST_CASE("time: a date without a year takes it from the reference, over the turn of the year") {
  CHECK(read("6 November", "en", "2019-11-07") == "2019-11-06");
  CHECK(read("28 December", "en", "2020-01-02") == "2019-12-28");
  CHECK(read("2 January", "en", "2019-12-30") == "2020-01-02");
  CHECK(read("29 February", "en", "2019-11-07") == "2020-02-29");
  CHECK(read("6 November") == "NULL");
}

TEST_CASE("time: zones are offsets, table names, or nothing") {
  CHECK(read("7 Nov 2019 18:00 GMT+4") == "2019-11-07T18:00+04:00");
  CHECK(read("7 Nov 2019 18:00 UTC+04:30") == "2019-11-07T18:00+04:30");
  CHECK(read("7 Nov 2019 18:00 +0400") == "2019-11-07T18:00+04:00");
  CHECK(read("7 Nov 2019 4:00 PM EST/2100 GMT") == "2019-11-07T16:00-05:00");
  CHECK(read("7 Nov 2019 18:00", "en", "", "+04:00") == "2019-11-07T18:00+04:00");
  CHECK(read("7 Nov 2019 18:00 CST", "zh") == "2019-11-07T18:00+08:00");
}

TEST_CASE("time: other calendars give the Gregorian day") {
  CHECK(read("پنجشنبه چهارم تیر ۱۳۹۴", "fa") == "2015-06-25");
  CHECK(read("令和元年11月7日", "ja") == "2019-11-07");
  CHECK(read("民國108年11月7日", "zh-TW") == "2019-11-07");
}

TEST_CASE("time: spoken clocks, before and after the hour") {
  CHECK(read("half past three pm", "en", "2019-11-07") == "2019-11-07T15:30");
  CHECK(read("a quarter to noon", "en", "2019-11-07") == "2019-11-07T11:45");
  CHECK(read("las tres menos cuarto de la tarde", "es", "2019-11-07") == "2019-11-07T14:45");
}

TEST_CASE("time: options are checked strictly") {
  Instant at;
  CHECK(parse_reference_time("2019-11-07", kNoOffset, &at));
  CHECK(parse_reference_time("2019-11-07T12:00:00.1234567Z", kNoOffset, &at));
  CHECK(at.offset_minutes == 0);
  CHECK_FALSE(parse_reference_time("2019-13-07", kNoOffset, &at));
  CHECK_FALSE(parse_reference_time("7 Nov 2019", kNoOffset, &at));
  CHECK_FALSE(parse_reference_time("2019-11-07T25:00", kNoOffset, &at));
  int16_t minutes = 0;
  CHECK(parse_timezone("+04:00", &minutes));
  CHECK(minutes == 240);
  CHECK(parse_timezone("utc-3", &minutes));
  CHECK(minutes == -180);
  CHECK(parse_timezone("MSK", &minutes));
  CHECK(minutes == 180);
  CHECK_FALSE(parse_timezone("Asia/Baku", &minutes));
  CHECK_FALSE(parse_timezone("nowhere", &minutes));
  CHECK_FALSE(parse_timezone("", &minutes));
}

TEST_CASE("time: any bytes are read to their end") {
  std::string bytes;
  for (int i = 0; i < 700; ++i) {
    bytes.push_back(static_cast<char>((i * 37 + i / 7) & 0xFF));
    CHECK_NOTHROW(read(bytes, i % 2 == 0 ? "en" : ""));
  }
}
