// Which date of a page is that of its publication, where a row or a template says so in words.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"

using namespace article;

namespace {

constexpr const char* kStory =
    "The harbour council agreed on a ferry line that the town had waited for since the old bridge was closed, "
    "according to the ministry of transport.\n"
    "The first boat would leave before the end of spring, said Jana Torvik, who heads the council, and the fares would "
    "stay what they were when the bridge was open.\n";

// Value and rule of date_published.
std::string published(const std::string& page, const char* reference = "") {
  Options options;
  options.reference_time = reference;
  Document document(page, options, std::pmr::get_default_resource());
  const FieldValue* value = document.fields(Interrupt()).first(Field::kDatePublished);
  return value == nullptr ? "NULL" : std::string(value->value) + " " + value->rule;
}

}  // namespace

TEST_CASE("published: of a row that also says when it was updated, the other date") {
  const std::string head = "Harbour council agrees on new ferry line after years of talks\n";
  CHECK(published(head + "By Mara Ilvent | Oct 24, 2023 | Updated: Nov 7, 2023\n" + kStory) ==
        "2023-10-24 published.ranked");
  CHECK(published(head + "22:57 GMT 28.04.2020 (updated 11:14 GMT 29.04.2020)\n" + kStory) ==
        "2020-04-28T22:57+00:00 published.ranked");
}

TEST_CASE("published: the sentence of a blog's template, in its footer") {
  const std::string page = std::string("Harbour council agrees on new ferry line after years of talks\n") + kStory;
  CHECK(published(page +
                  "This entry was posted on Saturday, 3 December 2011 at 09:10 and is filed under Harbour, Ferries, "
                  "Transport. You can follow any responses to this entry through the feed of this page, or leave "
                  "a response of your own, or send a trackback from a page of yours to the address below, as long "
                  "as it stays open.\n") == "2011-12-03T09:10 published.ranked");
}

TEST_CASE("published: a day without a year has come when the page was captured") {
  const std::string head = "Harbour council agrees on new ferry line after years of talks\nBy Mara Ilvent, ";
  const auto day = [&](const char* stamp, const char* reference) {
    return published(head + stamp + "\n" + kStory, reference).substr(0, 10);
  };
  CHECK(day("7 November", "2019-10-06T12:00:00Z") == "2018-11-07");
  CHECK(day("7 November", "2019-11-07T12:00:00Z") == "2019-11-07");
  CHECK(day("7 November", "2019-11-06T23:00:00Z") == "2019-11-07");  // it has begun farther east
  CHECK(day("2 January", "2019-12-30T12:00:00Z") == "2019-01-02");
  CHECK(day("28 December", "2020-01-02T12:00:00Z") == "2019-12-28");
  CHECK(day("Wed, 7 November", "2019-10-06T12:00:00Z") == "2018-11-07");
}
