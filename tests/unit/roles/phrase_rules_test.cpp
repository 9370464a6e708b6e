// Lines whose own words, or whose place beside a list, say more than what the model saw around them.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"
#include "unit/harbour_story.h"

using namespace article;
using test::kStory;
using test::kTitle;

namespace {

constexpr const char* kHead = "By Mara Ilvent\n5 October 2023\n";

size_t paragraphs(const std::string& page) {
  Document document(page, Options(), std::pmr::get_default_resource());
  size_t count = 0;
  document.fields(Interrupt()).each(Field::kArticleBody, [&](std::string_view) { ++count; });
  return count;
}

}  // namespace

TEST_CASE("phrase rules: a rights notice in the shape of a paragraph is none") {
  const std::string page = std::string(kTitle) + kHead + kStory;
  CHECK(paragraphs(page) == 3);
  CHECK(paragraphs(page + "Copyright 2023 Harbour Media, Inc. All rights reserved. This material may not be published, "
                          "broadcast, rewritten, or redistributed.\n") == 3);
  CHECK(paragraphs(page + "Copyright was not what the council talked about when it met on the quay last Tuesday.\n") ==
        4);
}

TEST_CASE("phrase rules: a paragraph between headline and byline is the deck") {
  CHECK(
      paragraphs(std::string(kTitle) +
                 "The first boat leaves in spring, and the fares stay what they were before the bridge was closed.\n" +
                 kHead + kStory) == 3);
}

TEST_CASE("phrase rules: an article goes on behind a list between its paragraphs") {
  const std::string page = std::string(kTitle) + kHead + kStory + "Recommended\nQuays\nOld lighthouse finds a buyer\n";
  const std::string more =
      "The ferry line would need two boats, and the ministry has ordered them from a yard up the coast.\n"
      "Talks about the old bridge would go on in the autumn, the council wrote in a statement on its wall.\n";
  CHECK(paragraphs(page) == 3);
  CHECK(paragraphs(page + more) == 5);
}

TEST_CASE("phrase rules: what a site says of its newsletters, links and rights is no paragraph") {
  const std::string top = std::string(kTitle) + kHead;
  CHECK(paragraphs(top + "We use your address to send what you asked for. You can unsubscribe at any time.\n" +
                   kStory) == 3);
  CHECK(paragraphs(top + "If you buy something through these pages, we may earn a commission.\n" + kStory) == 3);
  CHECK(paragraphs(top + kStory + "All rights reserved. No part of these pages may be published or broadcast.\n") == 3);
}

TEST_CASE("phrase rules: the last sentence below the buttons of the paragraphs is one more") {
  const std::string buttons = "Share on Facebook\nCopy link\n";
  std::string page = std::string(kTitle) + kHead;
  for (const char c : std::string(kStory)) {
    page += c == '\n' ? "\n" + buttons : std::string(1, c);
  }
  CHECK(paragraphs(page) == 3);
  CHECK(paragraphs(page + "All forty passengers are well.\nRelated news\nOld lighthouse of Brenford finds a buyer\n") ==
        4);
}

TEST_CASE("phrase rules: a line with the sign of rights at its beginning ends the article") {
  const std::string page = std::string(kTitle) + kHead + kStory;
  CHECK(paragraphs(page + "\u00A9 Harbour Media, no copies without a letter from the quay\n") == 3);
}

TEST_CASE("phrase rules: the text of a picture ends with the sign and a name") {
  CHECK(paragraphs(std::string(kTitle) + kHead + kStory + "The old bridge in the evening. \u00A9 Tom Sander\n") == 3);
}
