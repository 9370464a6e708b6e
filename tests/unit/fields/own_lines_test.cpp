// Fields that have a line of their own: agency, keywords, section; and the site's name behind a headline.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"

using namespace article;

namespace {

// The values of a field, each with a bar behind it.
std::string values(const std::string& text, Field field) {
  Document document(text, Options(), std::pmr::get_default_resource());
  std::string out;
  document.fields(Interrupt()).each(field, [&](std::string_view value) { out += std::string(value) + "|"; });
  return out;
}

const std::string kHeadline = "Ferry line between Brenford and Ostrava Bay opens after nine years\n\n";
const std::string kBody =
    "The ferry line between Brenford and Ostrava Bay opened on Thursday after nine years of repairs, the Ministry of "
    "Harbours said in a statement that was read out on the pier.\n\n"
    "Boats leave every Monday and Friday from seven in the morning. A return ticket costs twelve crowns for adults, "
    "the operator wrote; children travel free until next summer.\n\n"
    "Last year more than a million people crossed the bay by road, which takes three hours.\n\n";

}  // namespace

TEST_CASE("agency: a known one alone on its line, whatever marks stand around it") {
  for (const char* line : {"Reuters", "(Reuters)", "/Reuters/", "Reuters:", "(Reuters).", "REUTERS"}) {
    INFO(line);
    const std::string found = values(kHeadline + line + "\n\n" + kBody, Field::kAgency);
    CHECK((found == "Reuters|" || found == "REUTERS|"));
  }
}

TEST_CASE("agency: a name and a colon between the dateline and the text, not words in small letters") {
  const std::string dateline = "BRENFORD, Norland, Nov. 7\n\n";
  CHECK(values(kHeadline + dateline + "Ostrava Wire:\n\n" + kBody, Field::kAgency) == "Ostrava Wire|");
  CHECK(values(kHeadline + dateline + "told to reporters:\n\n" + kBody, Field::kAgency).empty());
}

TEST_CASE("keywords: behind their label, with any mark between them") {
  const std::string page = kHeadline + kBody;
  for (const char* mark : {", ", "; ", " | ", "/", "\u3001", "\uFF0C", "\u060C ", " \u2022 ", " \u00B7 ", " #"}) {
    INFO(mark);
    CHECK(values(page + "Tags: ferries" + mark + "harbours" + mark + "Ostrava Bay\n", Field::kKeywords) ==
          "ferries|harbours|Ostrava Bay|");
  }
  CHECK(values(page + "Tags: #ferries, -harbours-, :Ostrava Bay;\n", Field::kKeywords) ==
        "ferries|harbours|Ostrava Bay|");
  CHECK(values(page + "Tags:\nferries\nharbours,\nOstrava Bay;\n\nRelated news\n", Field::kKeywords) ==
        "ferries|harbours|Ostrava Bay|");
}

TEST_CASE("section: the last place of a breadcrumb, without the mark behind it") {
  for (const char* crumbs : {"Home > News > Politics", "Home \u203A News \u203A Politics", "Home | News | Politics",
                             "Home \u00BB News \u00BB Politics", "Politics", "Politics |", "Politics >"}) {
    INFO(crumbs);
    CHECK(values(std::string(crumbs) + "\n\n" + kHeadline + kBody, Field::kArticleSection) == "Politics|");
  }
}

TEST_CASE("headline: the name of the site behind a bar of any kind is no part of it") {
  for (const char* bar : {" | ", " \u2022 ", " \u00B7 ", " \u00BB ", " \u203A ", " \uFF5C "}) {
    INFO(bar);
    CHECK(
        values("Ferry line between Brenford and Ostrava Bay opens" + std::string(bar) + "Brenford Courier\n\n" + kBody,
               Field::kHeadline) == "Ferry line between Brenford and Ostrava Bay opens|");
  }
}
