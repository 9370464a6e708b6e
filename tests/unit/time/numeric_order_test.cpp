// How 1/2/2019 is meant on an English page: what the whole text tells.
#include <catch2/catch.hpp>
#include <string>

#include "core/time/time.h"

using namespace article;

namespace {

// The value of 02/11/2023 on a page that holds it and `rest`.
std::string open_date(std::string_view rest, std::string_view tag = "en") {
  const std::string text = "02/11/2023\n" + std::string(rest);
  TimeContext context;
  context.language = find_time_language(tag, text);
  return std::string(parse_whole("02/11/2023", context).text.view());
}

constexpr const char* kDayFirst = "2023-11-02";
constexpr const char* kMonthFirst = "2023-02-11";

}  // namespace

TEST_CASE("order of numeric dates: a page that says nothing has its language's") {
  CHECK(open_date("") == kMonthFirst);
  CHECK(open_date("", "de") == kDayFirst);
}

TEST_CASE("order of numeric dates: a date that can be read in one way only decides") {
  CHECK(open_date("Published 23/10/2023") == kDayFirst);
  CHECK(open_date("Published 23-10-23") == kDayFirst);
  CHECK(open_date("Published 23/10/2023, 24/10/2023 and 10/25/2023") == kDayFirst);
  CHECK(open_date("Published 10/23/2023. On 7 November at 9.45pm GMT it cost \xC2\xA3"
                  "5.") == kMonthFirst);
  CHECK(open_date("Phone 23/10/2023/1, code 123/10/2023, page 23/10 of 2023") == kMonthFirst);
}

TEST_CASE("order of numeric dates: else how the page writes other things") {
  CHECK(open_date("It opened on 7 November.") == kDayFirst);
  CHECK(open_date("It opened on November 7.") == kMonthFirst);
  CHECK(open_date("at 02:00pm GMT") == kDayFirst);
  CHECK(open_date("On November 7 at 02:00pm GMT") == kDayFirst);  // the zone says where
  CHECK(open_date("at 2:00 PM EST") == kMonthFirst);
  CHECK(open_date("Updated: 9.45pm") == kDayFirst);
  CHECK(open_date("version 9.45 is out") == kMonthFirst);
  CHECK(open_date("The ferry costs \xE2\x82\xAC"
                  "12 a head.") == kDayFirst);
  CHECK(open_date("It opened on 7 November. It closed on November 9, 2:00 PM EDT.") == kMonthFirst);
}

TEST_CASE("order of numeric dates: a region that was named counts alone") {
  CHECK(open_date("Published 23/10/2023", "en-US") == kMonthFirst);
  CHECK(open_date("Published 10/23/2023", "en-GB") == kDayFirst);
}
