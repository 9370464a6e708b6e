// Lines that converters to Markdown wrote.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"
#include "core/fields/markdown.h"

using namespace article;

TEST_CASE("markdown: what stands around a line is taken off") {
  const char* rows[][2] = {
      {"# Ministers meet", "Ministers meet"},
      {"## Ministers meet ##", "Ministers meet"},
      {"**Ministers meet**", "Ministers meet"},
      {"_Ministers meet_", "Ministers meet"},
      {"[Ministers meet](https://example.com/1)", "Ministers meet"},
      {"# **[Ministers meet](https://example.com/1)**", "Ministers meet"},
      {" Ministers meet ", "Ministers meet"},
      {"#ministers meet", "#ministers meet"},
      {"####### Ministers meet", "####### Ministers meet"},
      {"*one* and *two*", "*one* and *two*"},
      {"** bold **", "** bold **"},
      {"[one](a) and [two](b)", "[one](a) and [two](b)"},
      {"[Update] Ministers meet (again)", "[Update] Ministers meet (again)"},
      {"C#", "C#"},
      {"#", "#"},
      {"**", "**"},
      {"", ""},
  };
  for (const auto& row : rows) {
    INFO(row[0]);
    CHECK(without_markdown(row[0]) == row[1]);
  }
}

TEST_CASE("markdown: headline, headings of lists and titles of items are their words") {
  const std::string text =
      "# Harbour council agrees on new ferry line\n\n*By Mara Ilvent*\n\n**Published:** 2024-05-01\n\n"
      "The harbour council agreed on Thursday on a [ferry line](https://example.com/ferry) that the town had waited "
      "for "
      "since the old bridge was closed, according to the ministry of transport.\n\n"
      "\"We have talked about this line for eleven years,\" said Jana Torvik, who heads the council.\n\n"
      "## Related news\n\n- [Storm delays the boats on the northern coast](https://example.com/storm)\n"
      "- [Old bridge stays closed until next summer](https://example.com/bridge)\n";
  Document document(text, Options(), std::pmr::get_default_resource());
  const Fields& fields = document.fields(Interrupt());
  REQUIRE(fields.first(Field::kHeadline) != nullptr);
  CHECK(fields.first(Field::kHeadline)->value == "Harbour council agrees on new ferry line");
  REQUIRE(fields.first(Field::kAuthor) != nullptr);
  CHECK(fields.first(Field::kAuthor)->value == "Mara Ilvent");
  const auto& items = document.related_items(Interrupt());
  REQUIRE(items.size() == 2);
  CHECK(items[0].title == "Storm delays the boats on the northern coast");
  CHECK(items[0].url == "https://example.com/storm");
  CHECK(items[0].list_title == "Related news");
}
