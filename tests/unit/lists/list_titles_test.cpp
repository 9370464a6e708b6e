// Under which heading the items of a page stand.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"

using namespace article;

namespace {

const std::string kBody =
    "Brenford Courier\n\nFerry line between Brenford and Ostrava Bay opens after nine years\n\nBy Mara Ilvent\n\n"
    "The ferry line between Brenford and Ostrava Bay opened on Thursday after nine years of repairs, the Ministry of "
    "Harbours said in a statement that was read out on the pier.\n\n"
    "Boats leave every Monday and Friday from seven in the morning. A return ticket costs twelve crowns for adults, "
    "the operator wrote; children travel free until next summer.\n\n";
const std::string kLastParagraph =
    "Last year more than a million people crossed the bay by road, which takes three hours.\n\n";

// "heading: title; title; " of each list.
std::string lists_of(const std::string& text) {
  Document document(text, Options(), std::pmr::get_default_resource());
  std::string out;
  uint32_t list = 0;
  for (const RelatedItem& item : document.related_items(Interrupt())) {
    if (item.list_no != list) {
      out += (list == 0 ? "" : "| ") + std::string(item.list_title) + ": ";
      list = item.list_no;
    }
    out += std::string(item.title) + "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("lists: a link with its phrase among the titles of a list is one of them") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Related news\nHarbour wall of Brenford to be raised by a metre\nPhotos: the old ferries of the bay\n"
                 "Fishermen of Ostrava Bay ask for a new pier\nStorm closes the coast road for a third day\n") ==
        "Related news: Harbour wall of Brenford to be raised by a metre; Photos: the old ferries of the bay; "
        "Fishermen of Ostrava Bay ask for a new pier; Storm closes the coast road for a third day; ");
}

TEST_CASE("lists: a link with its phrase between paragraphs is a list of its own") {
  CHECK(lists_of(kBody + "Read more: Harbour wall of Brenford to be raised by a metre\n\n" + kLastParagraph +
                 "Related news\nFishermen of Ostrava Bay ask for a new pier\nStorm closes the coast road for a third "
                 "day\nOld lighthouse of Brenford finds a buyer\n") ==
        "Read more: Harbour wall of Brenford to be raised by a metre; | Related news: Fishermen of Ostrava Bay ask for "
        "a new pier; Storm closes the coast road for a third day; Old lighthouse of Brenford finds a buyer; ");
}

TEST_CASE("lists: right below a heading stands a title, though it opens with a word of headings") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Related news\nLatest ferry of the bay leaves at noon\nFishermen of Ostrava Bay ask for a new pier\n"
                 "Storm closes the coast road for a third day\n") ==
        "Related news: Latest ferry of the bay leaves at noon; Fishermen of Ostrava Bay ask for a new pier; Storm "
        "closes the coast road for a third day; ");
}

TEST_CASE("lists: what stands above each title is its label, not the heading of those that follow") {
  CHECK(
      lists_of(kBody + kLastParagraph +
               "Related content\n\nNews\n\nHarbour wall of Brenford to be raised by a metre\n\nNews\n\n"
               "Fishermen of Ostrava Bay ask for a new pier\n\nNews\n\nStorm closes the coast road for a third day\n\n"
               "News\n\nOld lighthouse of Brenford finds a buyer\n") ==
      "Related content: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new "
      "pier; Storm closes the coast road for a third day; Old lighthouse of Brenford finds a buyer; ");
}

TEST_CASE("lists: lines below the article that nothing heads are no list") {
  CHECK(lists_of(kBody + kLastParagraph + "Harbour office of Brenford\nPier road 12\nOstrava Bay\n").empty());
}

TEST_CASE("lists: below ranks that stand alone in their rows are titles, and the names of writers are none") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Most read\n1\nWhat the harbour wall costs\nIda Salt\n2\nA pier for Ostrava Bay\nJon Reed\n3\n"
                 "Storm days\nMara Ilvent\n") ==
        "Most read: What the harbour wall costs; A pier for Ostrava Bay; Storm days; ");
}

TEST_CASE("lists: ranks that begin anew begin a list, below the line that names one") {
  CHECK(
      lists_of(kBody + kLastParagraph +
               "Related news\nHarbour wall of Brenford to be raised by a metre\nFishermen of Ostrava Bay ask for a "
               "new pier\n5 May: Latest News\n01 Storm closes the coast road for a third day\n02 Old lighthouse of "
               "Brenford finds a buyer\n03 Market hall of Brenford gets a roof of glass\n") ==
      "Related news: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new pier; | "
      "5 May: Latest News: Storm closes the coast road for a third day; Old lighthouse of Brenford finds a buyer; "
      "Market hall of Brenford gets a roof of glass; ");
}

TEST_CASE("lists: comments are no items, and neither is a line that names a key") {
  const std::string list =
      "Related news\nHarbour wall of Brenford to be raised by a metre\nFishermen of Ostrava Bay ask for a new pier\n";
  const std::string wanted =
      "Related news: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new pier; ";
  CHECK(lists_of(kBody + kLastParagraph + list +
                 "2 Responses to Ferry line opens\nIda says:\nMay 5, 2021 at 9:14 am\nWe waited for it all our "
                 "lives, my sister and I!\nReply\n") == wanted);
  CHECK(lists_of(kBody + kLastParagraph + list + "Found a mistake in the text? Press Ctrl+Enter\n") == wanted);
}

TEST_CASE("lists: a heading may go on with the name of a section") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Read also\nHarbour wall of Brenford to be raised by a metre\nMore from Harbours\nFishermen of "
                 "Ostrava Bay ask for a new pier\nStorm closes the coast road for a third day\n") ==
        "Read also: Harbour wall of Brenford to be raised by a metre; | More from Harbours: Fishermen of Ostrava Bay "
        "ask for a new pier; Storm closes the coast road for a third day; ");
}

TEST_CASE("lists: notices, bylines, stamps, menus in one line and addresses are no titles") {
  const std::string list =
      "Related news\nHarbour wall of Brenford to be raised by a metre\nFishermen of Ostrava Bay ask for a new pier\n";
  const std::string wanted =
      "Related news: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new pier; ";
  for (const char* line :
       {"Sign up for our newsletters", "Already a subscriber? Log in", "The best of the bay in your inbox",
        "By Mara Ilvent", "Updated: 4 hours ago", "About | Stockists | Write for us | Instagram",
        "About us\tContact\tAdvertise\tPrivacy", "Brenford Falls, IA 50999"}) {
    CHECK(lists_of(kBody + kLastParagraph + list + line + "\n") == wanted);
  }
}

TEST_CASE("lists: a line of the same kind above each title is its label, not a heading") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Latest News\nNews\nHarbour wall of Brenford to be raised by a metre\nUpdated: 1 hour ago\nNews\n"
                 "Fishermen of Ostrava Bay ask for a new pier\nUpdated: 4 hours ago\nForecast\nStorm closes the "
                 "coast road for a third day\nUpdated: 5 hours ago\n") ==
        "Latest News: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new pier; "
        "Storm closes the coast road for a third day; ");
}

TEST_CASE("lists: a phrase of headings may go on with a small word and a name") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "RELATED STORIES FROM BRENFORD COURIER\nHarbour wall of Brenford to be raised by a metre\nFishermen "
                 "of Ostrava Bay ask for a new pier\n") ==
        "RELATED STORIES FROM BRENFORD COURIER: Harbour wall of Brenford to be raised by a metre; Fishermen of "
        "Ostrava Bay ask for a new pier; ");
}

TEST_CASE("lists: a title may open with a word that labels tags in another language") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Read next\nThe man who smokes tea\nThe boots everybody is talking about\nHarbour wall to be "
                 "raised by a metre\n") ==
        "Read next: The man who smokes tea; The boots everybody is talking about; Harbour wall to be raised by a "
        "metre; ");
}

TEST_CASE("lists: sentences, authors and reading times below the titles are none of them") {
  CHECK(lists_of(kBody + kLastParagraph +
                 "Related news\nHarbour wall of Brenford to be raised\nThe wall has held for ninety years, but the bay "
                 "rises, and the council wants another metre.\nBy Mara Ilvent, Tom Sander and Eve Okoro\n"
                 "Fishermen of Ostrava Bay ask for a new pier\nThe old one was built for boats of half the weight, and "
                 "one in three piles has rotted away.\nBy Tom Sander and Eve Okoro\n") ==
        "Related news: Harbour wall of Brenford to be raised; Fishermen of Ostrava Bay ask for a new pier; ");
  CHECK(
      lists_of(kBody + kLastParagraph +
               "Related news\nHarbour wall of Brenford to be raised by a metre\nMara Ilvent \u2022 4 min read\n"
               "Fishermen of Ostrava Bay ask for a new pier\nTom Sander \u2022 2 min read\n") ==
      "Related news: Harbour wall of Brenford to be raised by a metre; Fishermen of Ostrava Bay ask for a new pier; ");
}
