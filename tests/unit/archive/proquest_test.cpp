#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

std::string document(const std::string& number) {
  return "\n" + number +
         "Rain ends drought\n\nAuthor: Painter, Ada; Miller, Bea; Example Post\n\n"
         "Publication info: Example Post ; Baku [Baku]07 Nov 2019: A1.\n\nAbstract: None available.\n\n"
         "Full text: It rained.\nNov. 2018: A dry month.\n\nCAPTION: Rain.\nCREDIT: Some One\n\nSubject: Droughts; "
         "Rain\n\n"
         "Title: Rain ends drought\n\nPublication title: Example Post; Baku\n\nPublication date: Nov 7, 2019\n\n"
         "Language of publication: English\n\nProQuest document ID: 123\n\nDocumentURL: https://example.org/\n\n";
}
const std::string kRule(60, '_');

}  // namespace

TEST_CASE("proquest: documents stand between rules, or from number to number") {
  CHECK(split(kRule + document("") + kRule + document("") + kRule + "\n\nContact us\n") ==
        "proquest 123|proquest 123|");
  CHECK(split(document("Document 1 of 2\n\n") + document("Document 2 of 2\n\n")) == "proquest 123|proquest 123|");
}

TEST_CASE("proquest: the description behind the text is read, and captions are no text") {
  const std::string text = kRule + document("") + kRule;
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kAuthor) == "Ada Painter|Bea Miller|");
  CHECK(read(text, Field::kPublisher) == "Example Post|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(text, Field::kArticleBody) == "It rained. Nov. 2018: A dry month.|");
}

TEST_CASE("proquest: a rule inside a text ends nothing") {
  std::string text = document("");
  text.insert(text.find("Nov. 2018"), kRule + "\n");
  CHECK(split(kRule + text + kRule) == "proquest 123|");
}
