#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

std::string release(const std::string& front, const std::string& dateline) {
  return front + dateline +
         "It makes rain.\n\nIt is wet.\n\nAbout Example Corp.\n\nMakes things.\n\nContacts:\npress@example.org\n\n"
         "SOURCE Example Corp.\n\n###\n\n";
}

}  // namespace

TEST_CASE("press release: a mark ends it -- what stands before the next dateline is the head of the next one") {
  const std::string one =
      release("FOR IMMEDIATE RELEASE\n\nExample Corp. Makes Rain\n\n", "BAKU, Nov. 7, 2019 /PRNewswire/ -- ");
  const std::string two = release("Example Corp. Makes Snow\n\n", "BAKU, Nov. 8, 2019 (GLOBE NEWSWIRE) -- ");
  const std::vector<std::string> both = pieces(one + two);
  REQUIRE(both.size() == 2);
  CHECK(read(both[0], Field::kHeadline) == "Example Corp. Makes Rain|");
  CHECK(read(both[0], Field::kDatePublished) == "2019-11-07|");
  CHECK(read(both[0], Field::kPublisher) == "Example Corp.|");
  CHECK(read(both[1], Field::kHeadline) == "Example Corp. Makes Snow|");
  CHECK(read(both[1], Field::kAgency) == "GlobeNewswire|");
}

TEST_CASE("press release: a dateline without a date takes the one above the headline") {
  const std::string text = release("November 07, 2019 08:00 AM Eastern Standard Time\n\nExample Corp. Makes Rain\n\n",
                                   "BAKU--(BUSINESS WIRE)--");
  CHECK(read(text, Field::kHeadline) == "Example Corp. Makes Rain|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T08:00-05:00|");
}

TEST_CASE("press release: the date may stand between the marks of the wire") {
  const std::string front = "Example Corp. Makes Rain\n\n";
  CHECK(read(release(front, "BAKU--(BUSINESS WIRE)--Nov. 7, 2019--"), Field::kDatePublished) == "2019-11-07|");
  CHECK(read(release(front, "BAKU / ACCESSWIRE / November 7, 2019 / "), Field::kDatePublished) == "2019-11-07|");
}

TEST_CASE("press release: a time of day without a day is no date of publication") {
  const std::string front = "Example Corp. Makes Rain\n\n";
  const std::string text = release(front, "BAKU, Nov. 40 20:21, /PRNewswire/ -- ");
  CHECK(read(text, Field::kDatePublished).empty());
  CHECK(read(release(front, "BAKU, Kenya, July 18de la nuit, 2021 /PRNewswire/ -- "), Field::kDatePublished) !=
        "T20:21|");
}

TEST_CASE("press release: a page that only quotes one is a page") {
  CHECK(split("News\n\nThe firm told us that\n\nBAKU, Nov. 7, 2019 /PRNewswire/ -- it rains.\n\nMore text.\n") ==
        "plain |");
}

TEST_CASE("press release: older ones leave the year to their last line") {
  const std::string text =
      "Example Corp. Makes Rain\n\nBAKU, Nov. 7 /PRNewswire/ -- It makes rain.\n\nIt is wet.\n\n    -0-                "
      "             11/7/96\n"
      "    /CONTACT:  Some One of Example Corp., 000-0000/\n\n";
  CHECK(split(text + text) == "press_release |press_release |");
  CHECK(read(text, Field::kDatePublished) == "1996-11-07|");
  CHECK(read(text, Field::kArticleBody) == "BAKU, Nov. 7 /PRNewswire/ -- It makes rain.|It is wet.|");
}

TEST_CASE("press release: what may end one") {
  const std::string begin =
      "Example Corp. Makes Rain\n\nBAKU, Nov. 7, 2019 /PRNewswire/ -- It makes rain.\n\nIt is wet.\n\n";
  for (const char* mark : {"-30-", "-END-", "- END -", "-ENDS-", "-end-", "END", "###", "# # #", "***", "___",
                           "= = =", "Source: Example Corp.", "SOURCE: Example Corp."}) {
    INFO(mark);
    const std::string text = begin + mark + "\n\n";
    CHECK(split(text + text) == "press_release |press_release |");
    CHECK(read(text, Field::kArticleBody) == "BAKU, Nov. 7, 2019 /PRNewswire/ -- It makes rain.|It is wet.|");
  }
  for (const char* none : {"##", "# and #", "The END", "- end"}) {
    INFO(none);
    CHECK(split(begin + none + "\n") == "plain |");
  }
}

TEST_CASE("press release: lines in front of the headline are no headline") {
  for (const char* front : {"For release at noon", "NEWS RELEASE", "Press release", "EMBARGOED until noon",
                            "Contact: Ada Writer", "press@example.org"}) {
    INFO(front);
    CHECK(read(release(std::string(front) + "\n\nExample Corp. Makes Rain\n\n", "BAKU, Nov. 7, 2019 /PRNewswire/ -- "),
               Field::kHeadline) == "Example Corp. Makes Rain|");
  }
  CHECK(read(release("News provided by\n\nExample Corp.\n\nNov 07, 2019, 08:00 ET\n\nExample Corp. Makes Rain\n\n",
                     "BAKU, Nov. 7, 2019 /PRNewswire/ -- "),
             Field::kHeadline) == "Example Corp. Makes Rain|");
}

TEST_CASE("press release: a headline as wide as the page goes on in the next line, a deck stands under it") {
  const std::string wide = "Example Corp. Makes Rain in Every Part of the Country That Is Dry";
  const std::string dateline = "BAKU, Nov. 7, 2019 /PRNewswire/ -- ";
  CHECK(read(release(wide + "\nAnd in Others\nNew site adds jobs\n\n", dateline), Field::kHeadline) ==
        wide + " And in Others|");
  CHECK(read(release(wide + "\nAnd in Others\nNew site adds jobs\n\n", dateline), Field::kAlternativeHeadline) ==
        "New site adds jobs|");
  CHECK(read(release("Example Corp. Makes Rain\n\nNew site adds jobs\n\nAnd more\n\n", dateline),
             Field::kAlternativeHeadline) == "New site adds jobs|");
}

TEST_CASE("press release: a dated end that is no date leaves the day without a year") {
  const std::string begin = "Example Corp. Makes Rain\n\nBAKU, Nov. 7 /PRNewswire/ -- It makes rain.\n\n";
  CHECK(read(begin + "-0-   11-7-96\n", Field::kDatePublished) == "1996-11-07|");
  CHECK(read(begin + "-0-   11/7/1996\n", Field::kDatePublished) == "1996-11-07|");
  for (const char* end : {"-0-", "-0-   11/7", "-0-  11/x", "-0-   31/31/96", "-0-   11/7/0"}) {
    INFO(end);
    CHECK(read(begin + end + "\n", Field::kDatePublished).find("1996") == std::string::npos);
    CHECK(split(begin + end + "\n") == "press_release |");
  }
}

TEST_CASE("press release: a mark far from its dashes, or in front of the line, is no dateline") {
  const std::string end = "\n\nIt is wet.\n\nSOURCE Example Corp.\n";
  CHECK(split("Rain\n\nBAKU /PRNewswire/ It makes rain." + end) == "plain |");
  CHECK(split("Rain\n\n/PRNewswire/ -- It makes rain." + end) == "plain |");
  CHECK(split("Rain\n\nBAKU /PRNewswire/ " + std::string(70, 'x') + " -- It makes rain." + end) == "plain |");
}
