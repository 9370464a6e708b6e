// Dates inside sentences: those that are there, and none that are not; lists.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/time/time.h"

using namespace article;

namespace {

TimeContext prose(std::string_view language, std::string_view publication) {
  TimeContext context;
  context.language = find_time_language(language);
  context.prose = true;
  if (!publication.empty()) {
    REQUIRE(parse_reference_time(publication, kNoOffset, &context.publication));
  }
  return context;
}

// "text=value" of each expression, joined by " | ".
std::string dates(std::string_view text, std::string_view language = "en",
                  std::string_view publication = "2019-11-07T12:00:00") {
  const TimeContext context = prose(language, publication);
  const auto found = find_dates(text, 0, text.size(), context, Interrupt(), std::pmr::get_default_resource());
  std::vector<DateValue> values(found.size());
  resolve_all(found.data(), found.size(), context, values.data());
  std::string out;
  for (size_t i = 0; i < found.size(); ++i) {
    out += (i == 0 ? "" : " | ") + std::string(text.substr(found[i].begin, found[i].end - found[i].begin)) + "=";
    out += values[i].known ? std::string(values[i].text.view()) : "NULL";
  }
  return out;
}

}  // namespace

TEST_CASE("time: numbers that are no dates are left alone") {
  for (const char* sentence :
       {"Shares rose 4,5 to 20.50 on volume of 1,500.", "Covid-19, part 1 of 3.", "They won 3-1 and then 2:1.",
        "It costs $19.99.", "Version 1.2.3 replaces 10.15.7.", "Call +1 555 2019 or 0800 20 19 20.",
        "The House passed it 218-206.", "From 10 to 20 people came.", "Article 8.2 and Route 66.",
        "Between 3 and 5 percent agreed.", "We took 1/2 and 3/4 of it."}) {
    CHECK(dates(sentence) == "");
  }
}

TEST_CASE("time: words that only look like dates are left alone") {
  for (const char* sentence : {"Theresa May said it may rain.", "We march on and the sun shines.", "You may not enter.",
                               "Sat down, he wed in church.", "The march was long.", "An august body met."}) {
    CHECK(dates(sentence) == "");
  }
}

TEST_CASE("time: dates in sentences count from publication") {
  CHECK(dates("He resigned on Tuesday.") == "Tuesday=2019-11-05");
  CHECK(dates("It was signed yesterday in Exampletown.") == "yesterday=2019-11-06");
  CHECK(dates("Talks began on 3 September and ended on October 12.") ==
        "3 September=2019-09-03 | October 12=2019-10-12");
  CHECK(dates("Prices fell last week.") == "last week=2019-W44");
  CHECK(dates("The law of 16 June 1944 stands.") == "16 June 1944=1944-06-16");
  CHECK(dates("Das Treffen war am 13. April 1941.", "de") == "13. April 1941=1941-04-13");
}

TEST_CASE("time: ranges, durations and sets have values of their own") {
  CHECK(dates("The fair runs from 7 to 10 November.") == "from 7 to 10 November=2019-11-07/2019-11-10");
  CHECK(dates("He waited three days.") == "three days=P3D");
  CHECK(dates("They meet every Monday.") == "every Monday=XXXX-WXX-1");
}

TEST_CASE("time: without a publication a relative day is not guessed") {
  CHECK(dates("It was signed yesterday.", "en", "") == "yesterday=NULL");
  CHECK(dates("On March 3, 2004 it began; on May 6 it ended.", "en", "") ==
        "March 3, 2004=2004-03-03 | May 6=2004-05-06");
}

TEST_CASE("time: other numeric dates of the text settle the order of 1/2/2019") {
  CHECK(dates("On 13/4/2019 and on 1/2/2019.") == "13/4/2019=2019-04-13 | 1/2/2019=2019-02-01");
}

TEST_CASE("time: the shape of a line tells how much of it is a date") {
  const std::string line = "6 November 2019 22:15";
  const DateShape shape = date_shape(line, 0, line.size(), find_time_language("en"));
  CHECK(shape.share == 255);
  CHECK(shape.full_date);
  CHECK(shape.clock);
  const std::string words = "Nothing of the kind";
  CHECK_FALSE(date_shape(words, 0, words.size(), find_time_language("en")).any);
}

TEST_CASE("time: clocks of a list cross midnight where its order says so") {
  const char* items[] = {"11:30", "09:05", "23:40", "22:00"};
  TimeContext context;
  context.language = find_time_language("en");
  REQUIRE(parse_reference_time("2019-11-07T12:00:00", kNoOffset, &context.publication));
  DateExpression found[4];
  const DateExpression* pointers[4];
  for (int i = 0; i < 4; ++i) {
    REQUIRE(match_whole(items[i], context, &found[i]));
    pointers[i] = &found[i];
  }
  DateValue values[4];
  resolve_list(pointers, 4, context, values);
  CHECK(std::string(values[0].text.view()) == "2019-11-07T11:30");
  CHECK(std::string(values[1].text.view()) == "2019-11-07T09:05");
  CHECK(std::string(values[2].text.view()) == "2019-11-06T23:40");
  CHECK(std::string(values[3].text.view()) == "2019-11-06T22:00");
}
