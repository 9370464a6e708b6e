#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

const std::string kText =
    "                               1 of 2 DOCUMENTS\n\n\n"
    "                        The Example Post (London)\n\n"
    "                         November 7, 2019 Thursday\n"
    "                            Late Edition - Final\n\n"
    "Rain ends drought in the\nnorth of the country\n\n"
    "BYLINE: By ADA WRITER and BEA EDITOR; Staff Writers\n\n"
    "SECTION: NEWS; Pg. 4\n\n"
    "LENGTH:\u00A0355 words\n\n"
    "It rained in the north, and nobody\nhad thought that it would.\n\n"
    "POLICE: no one was hurt.\n\n"
    "GRAPHIC: PHOTO: Rain\n\nCHART: More rain\n\n"
    "LOAD-DATE: November 8, 2019\n\n"
    "LANGUAGE: ENGLISH\n\n"
    "PUB-SOMETHING: Unknown\n\n"
    "SUBJECT: RAIN (90%); DROUGHT (80%)\n\n\n"
    "                     Copyright 2019 Example Post Ltd\n                           All Rights Reserved\n\n"
    "                               2 of 2 DOCUMENTS\n\n"
    "                          Example Gazette\n\n                             8 November 2019\n\n"
    "LENGTH: 3 words\n\nIt still rains.\n\nLOAD-DATE: November 8, 2019\n";

}  // namespace

TEST_CASE("lexisnexis: each number begins an article -- the number is its identifier") {
  CHECK(split(kText) == "lexisnexis 1|lexisnexis 2|");
  CHECK(split("\n 3 of 9 DOCUMENTS\n\nPaper\n\n\n 4 of 9 DOCUMENTS\n\nPaper\n") == "lexisnexis 3|lexisnexis 4|");
}

TEST_CASE("lexisnexis: a sentence that counts documents is no number") {
  CHECK(split("3 of 9 DOCUMENTS were lost in the flood.\n\n4 of 9 DOCUMENTS came back.\n") == "plain |");
}

TEST_CASE("lexisnexis: numbers of other surfaces") {
  for (const char* number : {"Dokument 1 von 9", "Document 1 de 9", "Documento 1 di 9", "1 van 9 DOCUMENTEN",
                             "DOKUMENT 1 VON 9", "1 of 1 DOCUMENT", "FOCUS - 1 of 9 DOCUMENTS"}) {
    INFO(number);
    const std::string text = std::string(number) + "\n\n   Paper\n\nLENGTH: 3 words\n\nText.\n\nLOAD-DATE: x\n";
    CHECK(split(text) == "lexisnexis 1|");
  }
}

TEST_CASE("lexisnexis: the centred head gives paper and date, the block at the margin the headline") {
  CHECK(read(kText, Field::kPublisher) == "The Example Post (London)|");
  CHECK(read(kText, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(kText, Field::kHeadline) == "Rain ends drought in the north of the country|");
  CHECK(read(kText, Field::kAuthor) == "Ada Writer|Bea Editor|");
  CHECK(read(kText, Field::kArticleSection) == "NEWS; Pg. 4|");
  CHECK(read(kText, Field::kInLanguage) == "en|");
  CHECK(read(kText, Field::kKeywords) == "RAIN|DROUGHT|");
}

TEST_CASE("lexisnexis: a line that only looks like a label is body -- captions of several paragraphs are none") {
  CHECK(read(kText, Field::kArticleBody) ==
        "It rained in the north, and nobody had thought that it would.|POLICE: no one was hurt.|");
}

TEST_CASE("lexisnexis: a headline above the date, labels behind the text") {
  const std::string text =
      "                               1 of 9 DOCUMENTS\n\n                         Example Agency\n\n"
      "LEADALL: Rain ends drought\n\n                    November 7, 2019, Thursday\n"
      "                    23:22 Central European Time\n\n\nIt rained.\n\nSECTION: Politics\n\nLENGTH: 2 words\n\n"
      "LOAD-DATE: November 8, 2019\n";
  CHECK(read(text, Field::kHeadline) == "LEADALL: Rain ends drought|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T23:22+01:00|");
  CHECK(read(text, Field::kArticleBody) == "It rained.|");
  CHECK(read(text, Field::kAuthor).empty());
}

TEST_CASE("lexisnexis: a copyright block in front is wrapped up to the line that reserves the rights") {
  const std::string text =
      "                               1 of 9 DOCUMENTS\n\n     Copyright 2019 Example Interactive, LLC d/b/a\n"
      "                            Example Digital\n                          All Rights Reserved\n\n"
      "                          The Example Post\n\n                          November 7, 2019 Thursday\n\n"
      "LENGTH: 2 words\n\nHEADLINE: Rain;\nmore of it\n\nBYLINE: Ada Writer The Example Post\n\n BODY:\n\nIt "
      "rained.\n\n"
      "LOAD-DATE: x\n";
  CHECK(read(text, Field::kPublisher) == "The Example Post|");
  CHECK(read(text, Field::kHeadline) == "Rain; more of it|");
  CHECK(read(text, Field::kAuthor) == "Ada Writer|");
  CHECK(read(text, Field::kArticleBody) == "It rained.|");
}

TEST_CASE("lexisnexis: articles whose numbers were cut off begin with the centred line behind the labels") {
  const std::string one =
      "                          The Example Post\n\n                          November 7, 2019 Thursday\n\nRain\n\n"
      "BYLINE: Ada Writer\n\nLENGTH: 2 words\n\nIt rained.\n\nLOAD-DATE: November 8, 2019\n\nLANGUAGE: ENGLISH\n\n\n"
      "                       Copyright 2019 Example Ltd\n                        All Rights Reserved\n\n";
  CHECK(split(one + one) == "lexisnexis |lexisnexis |");
  CHECK(read(one, Field::kHeadline) == "Rain|");
}

TEST_CASE("nexis uni: the head is headline, paper, date -- page numbers and repeated headlines are no body") {
  const std::string text =
      "Rain ends drought\n\nThe Example Post\n\nNovember 7, 2019 Thursday 10:30 AM GMT\n\nCopyright 2019 Example\n\n"
      "Section: NEWS; Pg. 4\nLength:\u00A0355 words\nByline: Ada Writer\nBody\n\n\nIt rained.\n\nPage 2 of 3\n\n"
      "Rain ends drought\n\nIt stopped.\n\nClassification\n\n\nLanguage: ENGLISH\n\nLoad-Date: November 8, 2019\n\n\n"
      "End of Document\n";
  CHECK(split(text + "\n" + text) == "lexisnexis |lexisnexis |");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kPublisher) == "The Example Post|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T10:30+00:00|");
  CHECK(read(text, Field::kArticleBody) == "It rained.|It stopped.|");
}

TEST_CASE("lexisnexis: dates with weekdays, hours and editions, in any language whatever that of the text is") {
  const auto date = [](const std::string& printed) {
    return read(
        "                               1 of 9 DOCUMENTS\n\n                          The Example Post\n\n             "
        "    " +
            printed +
            "\n\nRain\n\nLENGTH: 2 words\n\nIt rained all day, and nobody had thought that it would.\n\nLANGUAGE: "
            "ENGLISH\n",
        Field::kDatePublished);
  };
  CHECK(date("March 14, 2019 Thursday 10:30 AM EST") == "2019-03-14T10:30-05:00|");
  CHECK(date("March 14, 2019 Thursday\n                 10:30 AM GMT") == "2019-03-14T10:30+00:00|");
  CHECK(date("March 14, 2019 Thursday 10:30 AM BST") == "2019-03-14T10:30+01:00|");
  CHECK(date("March 14, 1985, Thursday, Late City Final Edition") == "1985-03-14|");
  CHECK(date("March 14, 1985, Thursday, PM cycle") == "1985-03-14|");
  CHECK(date("March 2019") == "2019-03|");
  for (const char* printed : {"14. M\u00E4rz 2019 Donnerstag", "Donnerstag 14. M\u00E4rz 2019", "jeudi 14 mars 2019",
                              "14 mars 2019 jeudi", "donderdag 14 maart 2019", "14 de marzo de 2019 jueves",
                              "14 marzo 2019 gioved\u00EC", "March 14, 2019\n                 Late Edition - Final"}) {
    INFO(printed);
    CHECK(date(printed) == "2019-03-14|");
  }
}

TEST_CASE("archive labels: a headline about copyright is no notice, and one that tells of years is no date") {
  const std::string text =
      "Copyright reform passes in 2020: 10 answers\nThe Example Post\nNovember 7, 2019 Thursday\n\nCopyright 2019 "
      "Example\n\n"
      "Length: 2 words\nBody\n\nIt rained.\n\nLoad-Date: November 8, 2019\n\nEnd of Document\n";
  CHECK(read(text, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(text, Field::kPublisher) == "The Example Post|");
}
