// Fields that stand among the menus and labels of a page: sections, authors, agencies, tags, notices.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"
#include "unit/harbour_story.h"

using namespace article;
using test::kStory;
using test::kTitle;

namespace {

// The values of a field, joined by bars.
std::string values(const std::string& page, Field field) {
  Document document(page, Options(), std::pmr::get_default_resource());
  std::string all;
  document.fields(Interrupt()).each(field, [&](std::string_view value) { all.append(value).append("|"); });
  return all;
}

std::string section(const std::string& above) {
  return values(above + kTitle + "By Mara Ilvent\n5 October 2023\n" + kStory, Field::kArticleSection);
}

std::string author(const std::string& byline) {
  return values(kTitle + byline + "\n" + kStory, Field::kAuthor);
}

}  // namespace

TEST_CASE("page fields: an entry of the menu that is said again above the headline is the section") {
  CHECK(section("Home\nPolitics\nHarbours\nLetters\nHarbours\n") == "Harbours|");
  // A menu that stands there twice repeats its neighbours as well.
  CHECK(section("Home\nLanes\nHarbours\nLetters\nHome\nLanes\nHarbours\nLetters\n").empty());
}

TEST_CASE("page fields: a breadcrumb over lines has one or two places, more are a menu") {
  CHECK(section("Home\nCounty\nHarbours\n") == "Harbours|");
  CHECK(section("Home\nCounty\nHarbours\nLetters\nQuays\n").empty());
  CHECK(section(std::string("Home\nCounty\nHarbours\nQuays\n") + kTitle) == "Quays|");
}

TEST_CASE("page fields: the last place of a breadcrumb is the section, unless it is the article itself") {
  CHECK(section("Home / County / Harbours\n") == "Harbours|");
  CHECK(section("Home / Harbours / Council agrees on new ferry line\n") == "Harbours|");
}

TEST_CASE("page fields: a breadcrumb is no headline") {
  CHECK(
      values(std::string("Home / Harbours / Council agrees on new ferry line\n") + kTitle + kStory, Field::kHeadline) +
          "\n" ==
      std::string(kTitle).substr(0, std::string(kTitle).size() - 1) + "|\n");
}

TEST_CASE("page fields: a paper behind a name is no author") {
  CHECK(author("By Mara Ilvent, Quay News") == "Mara Ilvent|");
  CHECK(author("By Mara Ilvent | Harbour Post") == "Mara Ilvent|");
  CHECK(author("By Mara Ilvent and Jon Post") == "Mara Ilvent|Jon Post|");
}

TEST_CASE("page fields: what shares the line with the date below a name is a place") {
  CHECK(author("MARA ILVENT\nPort Calder - 05 OCT 2023 - 05:40 CEST") == "MARA ILVENT|");
}

TEST_CASE("page fields: a word that opens bylines in another language may be part of a name") {
  CHECK(author("ROEL VAN HENSBERGEN") == "ROEL VAN HENSBERGEN|");
  CHECK(author("By Theo Brandt") == "Theo Brandt|");
}

TEST_CASE("page fields: who answers the telephone has not written the article") {
  CHECK(values(std::string(kTitle) + kStory + "Media Contact:\nTheo Brandvold\npress@example.com\n", Field::kAuthor)
            .empty());
}

TEST_CASE("page fields: an agency's name inside that of an author is none") {
  CHECK(values(std::string(kTitle) + "By Petra Ilvent\n" + kStory, Field::kAgency).empty());
  CHECK(values(std::string(kTitle) + "By Mara Ilvent, Reuters\n" + kStory, Field::kAgency) == "Reuters|");
}

TEST_CASE("page fields: of two labels, the lower one has the tags") {
  CHECK(values(std::string(kTitle) + kStory + "Posted in Quay notes\nTagged ferries, boats\n", Field::kKeywords) ==
        "ferries|boats|");
  CHECK(values(std::string(kTitle) + kStory + "Tags: ferries, boats\nThe next boat leaves at noon\n",
               Field::kKeywords) == "ferries|boats|");
}

TEST_CASE("page fields: marks part the tags below a label as well") {
  CHECK(values(std::string(kTitle) + "5 October 2023\n" + kStory + "Related Topics\nHarbours / ferries / bridges\n",
               Field::kKeywords) == "Harbours|ferries|bridges|");
}

TEST_CASE("page fields: a menu or a row of a table is no byline") {
  CHECK(author("Ports\tTerminals\tEquipment\tEvents").empty());
  CHECK(author("Words Mara Ilvent\nPhotography Sia Kallon") == "Mara Ilvent|");
}

TEST_CASE("page fields: links to what they name are no notice of copyright") {
  CHECK(values(std::string(kTitle) + kStory + "Privacy policy\nImpressum\n", Field::kCopyrightNotice).empty());
}

TEST_CASE("page fields: a clock behind a word of updating is the same day's") {
  const std::string page = std::string(kTitle) + "By Mara Ilvent\n8 February 2024, 16:12\nUpdated: 17:05\n" + kStory;
  CHECK(values(page, Field::kDateModified) == "2024-02-08T17:05|");
}

TEST_CASE("page fields: the article goes on behind a box of links") {
  const std::string box = "Read also:\nMarket square to be rebuilt\n";
  const std::string last = "The ferries will land at the old pier on Mondays and Thursdays.\n";
  const std::string below = "Most read\nDog found alive after nine days\nCouncil votes for a swimming pool\n";
  const std::string page = std::string(kTitle) + "By Mara Ilvent\n5 October 2023\n" + kStory + box + last + below;
  CHECK(values(page, Field::kArticleBody).find("The ferries will land") != std::string::npos);
}

TEST_CASE("page fields: a notice of the article's age is no headline") {
  const std::string notice = "This article is more than 2 years old\n";
  CHECK(values("News\nOpinion\n" + notice + kTitle + notice + "Mara Ilvent\n13 Mar 2021\n" + kStory,
               Field::kHeadline) == "Harbour council agrees on new ferry line after years of talks|");
}

TEST_CASE("page fields: a line without a stop between headline and dateline is the deck") {
  const std::string deck = "The council of the town wants the ferries to run until midnight in summer\n";
  const std::string page = std::string("Harbour council opens ferry line after years of talks\n") + deck +
                           "PORT CALDER, Ohio, September 12, 2023 /QuayWire/ -- " + kStory;
  REQUIRE(values(page, Field::kHeadline) == "Harbour council opens ferry line after years of talks|");
  CHECK(values(page, Field::kAlternativeHeadline) + "\n" == deck.substr(0, deck.size() - 1) + "|\n");
  CHECK(values(page, Field::kArticleBody).rfind("PORT CALDER", 0) == 0);
}

TEST_CASE("page fields: a deck may open with a word that is a label in another language") {
  const std::string deck = "The line is to carry thirty cars an hour from next summer on";
  CHECK(values(kTitle + deck + "\nBy Mara Ilvent\n5 October 2023\n" + kStory, Field::kAlternativeHeadline) ==
        deck + "|");
}

TEST_CASE("page fields: who took the picture did not write the article") {
  CHECK(author("Photo: Ida Salt / Harbour Pictures").empty());
  CHECK(author("By Mara Ilvent\nPhoto: Ida Salt") == "Mara Ilvent|");
}

TEST_CASE("page fields: initials and agencies below the article are its agencies") {
  CHECK(values(std::string(kTitle) + kStory + "abc/dpa/AFP\n", Field::kAgency) == "dpa/AFP|");
}

TEST_CASE("page fields: the holder of the rights ends before the words for them, and they alone name none") {
  const std::string page = std::string(kTitle) + kStory + "\n";
  CHECK(values(page + "Copyright © 2019 Harbour Courier Ltd All Rights Reserved\n", Field::kPublisher) ==
        "Harbour Courier Ltd|");
  CHECK(values(page + "Todos los derechos reservados. Prohibida la copia. 2019\n", Field::kPublisher).empty());
}

TEST_CASE("page fields: the section is the place before the title of the article") {
  CHECK(section("Home » Quays » Harbour council agrees on new ferry line after years of talks\n") == "Quays|");
}

TEST_CASE("page fields: tags below a label of two parts, an account is none") {
  const std::string page = std::string(kTitle) + kStory + "\n";
  CHECK(values(page + "Explore More Topics\nFerries\nQuays\n", Field::kKeywords) == "Ferries|Quays|");
  CHECK(values(page + "Tag @harbour on Example\n", Field::kKeywords).empty());
}

TEST_CASE("page fields: places before the title and notices about the browser are no part of the headline") {
  CHECK(values("Harbour Courier > News > Quays > Council agrees on new ferry line after years\n" + std::string(kStory),
               Field::kHeadline) == "Council agrees on new ferry line after years|");
  CHECK(values("Example Browser 11 is not supported. Please visit our site with another browser.\n\nQuays\n" +
                   std::string(kTitle) + "By Mara Ilvent\n" + kStory,
               Field::kHeadline) == "Harbour council agrees on new ferry line after years of talks|");
}

TEST_CASE("page fields: the deck is not the text of the picture, which has a credit or stands below byline and date") {
  const std::string head = std::string(kTitle);
  const std::string picture = "The old bridge as the council saw it on its way to the vote.\n";
  CHECK(values(head + "By Mara Ilvent\n5 October 2023\n" + picture + "Photo: Ida Salt\n" + kStory,
               Field::kAlternativeHeadline)
            .empty());
  const std::string deck = "The first boat leaves in spring. Fares stay what they were.\n";
  CHECK(values(head + deck + "By Mara Ilvent\n5 October 2023\n" + kStory, Field::kAlternativeHeadline) + "\n" ==
        deck.substr(0, deck.size() - 1) + "|\n");
}

TEST_CASE("page fields: the time of a comment says nothing about the article") {
  CHECK(values(std::string(kTitle) + "Posted on November 14, 2019 by Mara Ilvent\n" + kStory +
                   "\n2 Responses to Harbour council agrees\nIda says:\nNovember 14, 2019 at 9:14 am\nAt last! I have "
                   "waited for this.\nReply\nJon says:\nNovember 15, 2019 at 7:45 am\nSo have I.\nReply\n",
               Field::kDatePublished) == "2019-11-14|");
}

TEST_CASE("page fields: the language of a script that no vocabulary has") {
  CHECK(values("নদীভাঙনে বিলীন ঘরবাড়ি\n\nচরপাড়া গ্রামে এক সপ্তাহের ভাঙনে ঘরবাড়ি নদীতে বিলীন হয়েছে।\n",
               Field::kInLanguage) == "bn|");
  CHECK(values("Қала көпірі жабылды\n", Field::kInLanguage).empty());  // Cyrillic is shared
}

TEST_CASE("page fields: an imprint among links and a stray letter are no notice of rights") {
  const std::string top = std::string(kTitle) + "By Mara Ilvent\n5 October 2023\n" + kStory;
  CHECK(values(top + "Impressum Datenschutz AGB Cookie-Einstellungen\n", Field::kCopyrightNotice).empty());
  CHECK(values(top + "Thanks Ann. Mine is C-1141. That explains my whole winter.\n", Field::kCopyrightNotice).empty());
  CHECK(values(top + "Copyright Harbour Post. All rights reserved.\n", Field::kPublisher) == "Harbour Post|");
}

TEST_CASE("page fields: an outlet and a place behind the name are no authors") {
  CHECK(author("By Mara Ilvent, n24 Lower Quay \u2014 Port Alma") == "Mara Ilvent|");
}

TEST_CASE("page fields: a menu in one line is no path to the section, its entry that is said again is the section") {
  CHECK(section("Home | News | Harbours | Letters | Photos\nHarbours\n") == "Harbours|");
  CHECK(section("Home | News | Quays | Letters | Photos\n").empty());
  CHECK(section("Home  Harbours  Council agrees on new ferry line after the talks\n") == "Harbours|");
}

TEST_CASE("page fields: short lines below the article that its words are in are its tags") {
  CHECK(values(std::string(kTitle) + "5 October 2023\n" + kStory +
                   "\nHarbour council\nFerry line\nTransport\n\nMost read\n",
               Field::kKeywords) == "Harbour council|Ferry line|Transport|");
}

TEST_CASE("page fields: an editorial office that signs is given as it is printed, alone it is none") {
  CHECK(author("Von Redaktion Brenford Kurier\n5 October 2023") == "Redaktion Brenford Kurier|");
  CHECK(author("Redaktion\n5 October 2023").empty());
}

TEST_CASE("page fields: places that none of the vocabulary knows are a path where slashes part them") {
  CHECK(section("Brenford Courier\nLog in\nSearch\nBrenford / Quays\n") == "Quays|");
  CHECK(section("Brenford Courier\nLog in\nSearch\nMaria Ilvent / Harbour Wire\n").empty());
}

TEST_CASE("page fields: a label above the headline that is said again below the article is the section") {
  const std::string page = std::string("Courts\n") + kTitle + "By Mara Ilvent\n5 October 2023\n" + kStory;
  CHECK(values(page + "Topics\nCourts\nBrenford\n", Field::kArticleSection) == "Courts|");
}

TEST_CASE("page fields: who the author is, is not the headline") {
  const std::string described = std::string(kTitle) + "By Mara Ilvent\nMs. Ilvent writes about quays.\n" + kStory;
  CHECK(values(described, Field::kHeadline) == values(std::string(kTitle) + kStory, Field::kHeadline));
}
