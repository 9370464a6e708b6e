#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

std::string coded(const std::string& gap) {
  return "SE" + gap + "News\nHD" + gap + "Rain ends drought\nBY" + gap + "By Ada Writer\nCR" + gap +
         "Example Agency\nWC" + gap + "1,355 words\nPD" + gap + "7 November 2019\nET" + gap + "11:55\nSN" + gap +
         "Example Post\nLA" + gap + "English\nCY" + gap + "Copyright 2019\n\nLP" + gap + "It rained.\n\nTD" + gap +
         "It stopped.\n\nIN Baku it did not.\n\nIN" + gap + "i1 : Rain\nAN" + gap +
         "Document EXAMPL0020191107efb7000p1\n\n\n";
}

const std::string kPlain =
    "Rain ends drought ................ 2\n\nBusiness/Financial Desk; SECTB\nRain ends drought\nBy Ada Writer\n"
    "355 words\n7 November 2019\n11:55\nExample Post\nEXAMPL\nFirst Edition\n12\nEnglish\n"
    "Copyright 2019 Example Post. All Rights Reserved.\n\nIt rained.\n\n"
    "Page 2 of 9 \u00A9 2021 Factiva, Inc. All rights reserved.\n\nIt stopped.\n\n"
    "Document EXAMPL0020191107efb7000p1\n\n";

}  // namespace

TEST_CASE("factiva: the accession number ends an article, whatever stands behind the codes") {
  for (const char* gap : {"   ", "\t", "  ", "\n\n"}) {
    INFO(gap);
    const std::string text = coded(gap);
    CHECK(split(text + text) == "factiva EXAMPL0020191107efb7000p1|factiva EXAMPL0020191107efb7000p1|");
    CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
    CHECK(read(text, Field::kAuthor) == "Ada Writer|");
    CHECK(read(text, Field::kAgency) == "Example Agency|");
    CHECK(read(text, Field::kDatePublished) == "2019-11-07T11:55|");
  }
}

TEST_CASE("factiva: a body line that begins like a code is body") {
  CHECK(read(coded("   "), Field::kArticleBody) == "It rained.|It stopped.|IN Baku it did not.|");
}

TEST_CASE("factiva: without codes the lines above the count are section, headline and byline") {
  CHECK(split(kPlain + kPlain) == "factiva EXAMPL0020191107efb7000p1|factiva EXAMPL0020191107efb7000p1|");
  CHECK(read(kPlain, Field::kArticleSection) == "Business/Financial Desk; SECTB|");
  CHECK(read(kPlain, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(kPlain, Field::kAuthor) == "Ada Writer|");
}

TEST_CASE("factiva: edition and page stand below the code -- the lines of pages are no body") {
  CHECK(read(kPlain, Field::kInLanguage) == "en|");
  CHECK(read(kPlain, Field::kPublisher) == "Example Post|");
  CHECK(read(kPlain, Field::kDatePublished) == "2019-11-07T11:55|");
  CHECK(read(kPlain, Field::kArticleBody) == "It rained.|It stopped.|");
}

TEST_CASE("factiva: German and French words") {
  const std::string german =
      "Regen\nVon Ada Writer\n355 W\u00F6rter\n7. November 2019\nBeispielblatt\nBEISPL\nDeutsch\n\u00A9 2019 "
      "Beispiel\n\n"
      "Es regnet.\n\nDokument BEISPL0020191107efb7000p1\n";
  CHECK(read(german, Field::kAuthor) == "Ada Writer|");
  CHECK(read(german, Field::kDatePublished) == "2019-11-07|");
  CHECK(read(german, Field::kInLanguage) == "de|");
}

TEST_CASE("factiva: French groups the digits of the count by blanks -- a line of the text may name the writer") {
  const std::string french =
      "\u00C9conomie\nLa pluie\nJean Dupont\n1 355 mots\n7 novembre 2019\nLe Quotidien\nLQUOTI\n2\nFran\u00E7ais\n"
      "Tous droits r\u00E9serv\u00E9s - Le Quotidien 2019.\n\nIl a plu.\n\nDocument LQUOTI0020191107efb7000p1\n";
  CHECK(read(french, Field::kHeadline) == "La pluie|");
  CHECK(read(french, Field::kAuthor) == "Jean Dupont|");
  const std::string agency =
      "Rain\n355 words\n7 November 2019\nExample Agency\nEXAMPL\nEnglish\n(c) 2019 Example Agency\n\nBaku, Azerbaijan, "
      "Nov. 7\n\n"
      "By Leyla Nobody - Example:\n\nIt rained.\n\nDocument EXAMPL0020191107efb7000p1\n";
  CHECK(read(agency, Field::kAuthor) == "Leyla Nobody|");
}
