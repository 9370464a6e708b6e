// The options of the SQL functions: reference_time in ISO 8601, timezone as an offset or an abbreviation; nothing else.
#include <catch2/catch.hpp>
#include <string>

#include "core/time/time.h"

using namespace article;

namespace {

// What was read, as ISO 8601; "-": refused.
std::string reference(std::string_view text, int16_t zone = kNoOffset) {
  Instant at;
  return parse_reference_time(text, zone, &at) ? std::string(format_iso(at).view()) : "-";
}

constexpr int kRefused = 9999;

int zone(std::string_view text) {
  int16_t minutes = 0;
  return parse_timezone(text, &minutes) ? minutes : kRefused;
}

struct Reference {
  const char* text;
  const char* read;
};

struct Zone {
  const char* text;
  int minutes;
};

}  // namespace

TEST_CASE("time options: a reference time is an ISO 8601 day, with or without a time of day") {
  const Reference rows[] = {
      {"2019-11-07", "2019-11-07"},
      {"20191107", "2019-11-07"},
      {"  2019-11-07\r\n", "2019-11-07"},
      {"\t2019-11-07\t", "2019-11-07"},
      {"2019-11-07T12", "2019-11-07T12"},
      {"2019-11-07t12:30", "2019-11-07T12:30"},
      {"2019-11-07 12:30:15", "2019-11-07T12:30:15"},
      {"20191107T123015", "2019-11-07T12:30:15"},
      {"2019-11-07T12:30:15.25Z", "2019-11-07T12:30:15+00:00"},
      {"2019-11-07T12:30:15,5z", "2019-11-07T12:30:15+00:00"},
      {"2019-11-07T12:30:60", "2019-11-07T12:30:59"},  // a leap second
      {"2019-11-07T12:30 +04:00", "2019-11-07T12:30+04:00"},
      {"2019-11-07T12:30-0330", "2019-11-07T12:30-03:30"},
      {"2019-11-07T12:30+04", "2019-11-07T12:30+04:00"},
      {"2019-11-07T24:00", "2019-11-08T00:00"},
      {"2019-12-31T24:00:00Z", "2020-01-01T00:00:00+00:00"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31T23:59", "9999-12-31T23:59"},
  };
  for (const Reference& row : rows) {
    INFO(row.text);
    CHECK(reference(row.text) == row.read);
  }
  CHECK(reference("2019-11-07T12:30", 240) == "2019-11-07T12:30+04:00");
  CHECK(reference("2019-11-07", 240) == "2019-11-07");
}

TEST_CASE("time options: what is no ISO 8601 time is refused") {
  for (const char* text : {"",
                           " ",
                           "x",
                           "2019",
                           "2019-11",
                           "2019-1-7",
                           "2019-1107",
                           "0000-01-01",
                           "2019-00-07",
                           "2019-13-07",
                           "2019-11-00",
                           "2019-11-31",
                           "2019-02-29",
                           "2019-11-0x",
                           "2019-11-07x",
                           "2019-11-07T",
                           "2019-11-07T1",
                           "2019-11-07T25",
                           "2019-11-07T12:",
                           "2019-11-07T12:6",
                           "2019-11-07T12:60",
                           "2019-11-07T12:30:",
                           "2019-11-07T12:30:61",
                           "2019-11-07T12:30:15.",
                           "2019-11-07T24:01",
                           "2019-11-07T24:00:01",
                           "2019-11-07T12:30x",
                           "2019-11-07T12:30+",
                           "2019-11-07T12:30+4",
                           "2019-11-07T12:30+19:00",
                           "2019-11-07T12:30+04:",
                           "2019-11-07T12:30+04:60",
                           "2019-11-07T12:30Zx",
                           "12019-11-07",
                           "7 Nov 2019",
                           "9999-12-31T24:00"}) {
    INFO(text);
    CHECK(reference(text) == "-");
  }
}

TEST_CASE("time options: a time zone is an offset, an abbreviation, or UTC with an offset") {
  const Zone rows[] = {
      {"Z", 0},
      {"z", 0},
      {"+04:00", 240},
      {"-04:00", -240},
      {"+0430", 270},
      {"+04", 240},
      {" +05:45 ", 345},
      {"+18:00", 1080},
      {"UTC", 0},
      {"gmt", 0},
      {"UTC+4", 240},
      {"GMT-3", -180},
      {"UTC+04:30", 270},
      {"UTC+0430", 270},
      {"utc-11", -660},
      {"EST", -300},
      {"PDT", -420},
      {"ET", -300},
      {"CET", 60},
      {"MSK", 180},
      {"JST", 540},
      {"", kRefused},
      {"  ", kRefused},
      {"4", kRefused},
      {"+4", kRefused},
      {"+19:00", kRefused},
      {"+04:", kRefused},
      {"+04:60", kRefused},
      {"+04x", kRefused},
      {"/", kRefused},
      {"Europe/Paris", kRefused},
      {"nowhere", kRefused},
      {"Monday", kRefused},
      {"UTC4", kRefused},
      {"UTC+", kRefused},
      {"UTC+19", kRefused},
      {"UTC+4:", kRefused},
      {"UTC+4:60", kRefused},
      {"UTC+4:30x", kRefused},
      {"EST+1", kRefused},
      {"EST EDT EST EDT EST EDT EST EDT EST", kRefused},
  };
  for (const Zone& row : rows) {
    INFO(row.text);
    CHECK(zone(row.text) == row.minutes);
  }
}
