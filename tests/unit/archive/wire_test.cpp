#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

namespace {

const std::string kAnpa =
    "\x16\x16\x01"
    "a1234\x1F"
    "bx-xx\r\nr a \x13\x11 bc-rain 11-07 0355\r\n\x02^BC-XX--Rain, 1st Ld-Writethru,0355<\r\n"
    "^Rain ends drought<\r\n^AP Photo XYZ1<\r\n^Eds: ADDS details.<\r\n^By ADA WRITER and BEA EDITOR=\r\n^Example "
    "Writer=\r\n"
    "\t   BAKU, Azerbaijan (AP) _ ``Rain,'' he said.<\r\n\t   ___<\r\n\x03\r\nAP-NY-11-07-19 1145GMT<\x04\r\n";

const std::string kDpa =
    "eca0124 3 i 93  exa 1888\n\nYemen/rain/\n1ST LEAD\nRain ends drought in the very driest part of the\nwhole "
    "country =\n"
    "By Ada Writer, Example Post =\n\nBaku (exa) - It rained.\n\nIt stopped.\n\n# Notebook\n\n- a link\n\nexa ab "
    "cd\n\n";

}  // namespace

TEST_CASE("anpa: marked lines are keyword, headline and byline -- notes are none of them") {
  CHECK(split(kAnpa + kAnpa) == "anpa1312 a1234|anpa1312 a1234|");
  CHECK(read(kAnpa, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(kAnpa, Field::kAuthor) == "Ada Writer|Bea Editor|");
  CHECK(read(kAnpa, Field::kDatePublished) == "2019-11-07T11:45+00:00|");
}

TEST_CASE("anpa: typewriter quotes and dashes are shown as printed, rules of dashes are no text") {
  CHECK(read(kAnpa, Field::kArticleBody) == "BAKU, Azerbaijan (AP) \u2014 \u201CRain,\u201D he said.|");
}

TEST_CASE("anpa: control bytes may be lost") {
  const std::string text =
      "W2870asian\nr i BC-LT--Rain     11-07 1049\n^BC-LT--Rain,466<\n^Rain ends drought<\n^By ADA WRITER=\n"
      "\t   BAKU (AP) _ It rained. \n \n\t   AP-WF-11-07-19 1509GMT<\n\n";
  CHECK(split(text + text) == "anpa1312 W2870|anpa1312 W2870|");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kArticleBody) == "BAKU (AP) \u2014 It rained.|");
}

TEST_CASE("anpa: an alert has no headline -- its one sentence is it") {
  const std::string text =
      "W1645asian\nb a BC-US--NewsAlert     11-07 0358\n^BC-US--NewsAlert,17<\n\t   BAKU (AP) _ It rains.\n\n"
      "\t   AP-WF-11-07-19 2350GMT<\n";
  CHECK(read(text, Field::kHeadline) == "It rains.|");
}

TEST_CASE("iptc 7901: the line of STX is the headline") {
  const std::string text =
      "\x01"
      "exa0123 4 i 355 rain\r\n\x02Rain ends drought\r\nBy Ada Writer, exa\r\n   Baku (exa) - It rained.\r\n\x03\r\n"
      "071145 GMT Nov 19\r\n\r\n";
  CHECK(split(text + text) == "iptc7901 exa0123|iptc7901 exa0123|");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kAuthor) == "Ada Writer|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T11:45+00:00|");
}

TEST_CASE(
    "iptc 7901: slug and version stand above the headline, which may end with = -- notes and initials are no text") {
  const std::string text = kDpa + "071145 Nov 19\n\n";
  CHECK(split(text + text) == "iptc7901 eca0124|iptc7901 eca0124|");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought in the very driest part of the whole country|");
  CHECK(read(text, Field::kAuthor) == "Ada Writer|");
  CHECK(read(text, Field::kDatePublished) == "2019-11-07T11:45|");
  CHECK(read(text, Field::kArticleBody) == "Baku (exa) - It rained.|It stopped.|");
}

TEST_CASE("iptc 7901: a trailer that prints the day again takes the year from the reference time") {
  CHECK(read(kDpa + "131137 GMT Nov 13\n", Field::kDatePublished, "2019-11-20") == "2019-11-13T11:37+00:00|");
  CHECK(read(kDpa + "131137 GMT Nov 13\n", Field::kDatePublished, "2019-02-01") == "2018-11-13T11:37+00:00|");
}

TEST_CASE("iptc 7901: teletype messages stand between ZCZC and NNNN") {
  const std::string text =
      "ZCZC EXA1\n$J\n:rain\n*X\n^Rain ends drought\nBy Ada Writer\n   BAKU, Nov 7 EXA - It rained.\nEXA ab/cd\nNNNN\n";
  CHECK(split(text + text) == "iptc7901 EXA1|iptc7901 EXA1|");
  CHECK(read(text, Field::kHeadline) == "Rain ends drought|");
  CHECK(read(text, Field::kArticleBody) == "BAKU, Nov 7 EXA - It rained.|");
}
