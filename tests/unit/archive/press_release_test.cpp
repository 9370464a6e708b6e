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
