// Items of lists: what stands around their titles is no part of them.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"

using namespace article;

namespace {

const std::string kPage =
    "Brenford Courier\n\nFerry line between Brenford and Ostrava Bay opens after nine years\n\nBy Mara Ilvent\n\n"
    "The ferry line between Brenford and Ostrava Bay opened on Thursday after nine years of repairs, the Ministry of "
    "Harbours said in a statement that was read out on the pier.\n\n"
    "Boats leave every Monday and Friday from seven in the morning. A return ticket costs twelve crowns for adults, "
    "the operator wrote; children travel free until next summer.\n\n"
    "Last year more than a million people crossed the bay by road, which takes three hours.\n\n";

// "title{category|time|url}" of each item of a list below the article, each in its own lines.
std::string items(const std::string& first, const std::string& second, const std::string& third) {
  Options options;
  options.reference_time = "2019-11-07T12:00:00Z";
  const std::string text = kPage + "Related news\n" + first + "\n" + second + "\n" + third + "\n";
  Document document(text, options, std::pmr::get_default_resource());
  std::string out;
  for (const RelatedItem& item : document.related_items(Interrupt())) {
    out += std::string(item.title) + "{" + std::string(item.category) + "|" + std::string(item.date_published) + "|" +
           std::string(item.url) + "}";
  }
  return out;
}

}  // namespace

TEST_CASE("items: a bullet in front is no part of the title") {
  for (const char* mark : {"", "\u2022 ", "\u00B7 ", "* ", "\u25CF ", "\u00BB ", "\u203A ", "\u25B8 ", "> ", "\u25AA ",
                           "\u25BA ", "- ", "\u2013 "}) {
    const std::string m = mark;
    INFO(m);
    CHECK(items(m + "Bridge tolls rise again in Brenford", m + "Guild asks for a second pier",
                m + "Storm season begins early this year") ==
          "Bridge tolls rise again in Brenford{||}Guild asks for a second pier{||}Storm season begins early this "
          "year{||}");
  }
}

TEST_CASE("items: a rank in front is no part of the title") {
  for (const char* behind : {". ", ") "}) {
    const std::string b = behind;
    CHECK(items("1" + b + "Bridge tolls rise again in Brenford", "2" + b + "Guild asks for a second pier",
                "3" + b + "Storm season begins early this year") ==
          "Bridge tolls rise again in Brenford{||}Guild asks for a second pier{||}Storm season begins early this "
          "year{||}");
  }
}

TEST_CASE("items: what is no rank stays") {
  CHECK(items("100 boats wait in Brenford harbour", "2 piers are planned for the bay",
              "3.5 metres of snow in the hills") ==
        "100 boats wait in Brenford harbour{||}2 piers are planned for the bay{||}3.5 metres of snow in the hills{||}");
}

TEST_CASE("items: an address behind the title is taken as such") {
  CHECK(
      items("Bridge tolls rise again in Brenford https://example.org/a",
            "Guild asks for a second pier (https://example.org/b)",
            "Storm season begins early this year <https://example.org/c>") ==
      "Bridge tolls rise again in Brenford{||https://example.org/a}Guild asks for a second pier{||https://example.org/"
      "b}Storm season begins early this year <{||https://example.org/c}");
}

TEST_CASE("items: section and time below the title, a section that could be a month too") {
  CHECK(items("Bridge tolls rise again in Brenford\nEconomy 6 November 22:15",
              "Guild asks for a second pier\nPolitics 5 November 09:10",
              "Storm season begins early this year\nOil&Gas 11:19") ==
        "Bridge tolls rise again in Brenford{Economy|2019-11-06T22:15|}Guild asks for a second "
        "pier{Politics|2019-11-05T09:10|}Storm season begins early this year{Oil&Gas|2019-11-07T11:19|}");
}

TEST_CASE("items: ranks without a mark are no part of the titles where all of the list have one") {
  CHECK(items("1 Bridge tolls rise again in Brenford", "2 Guild asks for a second pier",
              "3 Storm season begins early this year") ==
        "Bridge tolls rise again in Brenford{||}Guild asks for a second pier{||}Storm season begins early this "
        "year{||}");
  CHECK(items("Bridge tolls rise again in Brenford", "2 piers for the guild of pilots",
              "Storm season begins early this year") ==
        "Bridge tolls rise again in Brenford{||}2 piers for the guild of pilots{||}Storm season begins early this "
        "year{||}");
}

TEST_CASE("items: what is below the last rank and title is not its category") {
  CHECK(items("1\nBridge tolls rise again in Brenford", "2\nGuild asks for a second pier",
              "3\nStorm season begins early this year\nServices\nCrosswords") ==
        "Bridge tolls rise again in Brenford{||}Guild asks for a second pier{||}Storm season begins early this "
        "year{||}");
}

TEST_CASE("items: the text of a picture above a title that reads the same is no further item") {
  CHECK(items("Bridge tolls rise again in Brenford\nBridge tolls rise again in Brenford",
              "Guild asks for a second pier\nGuild asks for a second pier", "Storm season begins early this year") ==
        "Bridge tolls rise again in Brenford{||}Guild asks for a second pier{||}Storm season begins early this "
        "year{||}");
}
