#include "unit/archive/archive_test.h"

using namespace article;
using namespace article::test;

TEST_CASE("archive: a plain text is one article, untouched") {
  const std::string text = "\n Rain ends drought\n\nBy Ada Writer\n\nIt rained.\n\n";
  const std::vector<std::string> all = pieces(text);
  REQUIRE(all.size() == 1);
  CHECK(all[0] == text);
  CHECK(pieces(" \n\n").empty());
  CHECK(pieces("").empty());
}

TEST_CASE("archive: a format that is only mentioned is none") {
  for (const char* text :
       {"WARC/1.0 is a format.\n", "From here to there, at 11:55 in 2019.\n", "HD video is here\n\nLA is far\n",
        "Subject: rain\n\nIt rained.\n", "355 words\n\nwere enough.\n", "{{date}} is a template\n",
        "LENGTH: long\n\nSECTION: none\n", "<REUTERS> said\n", "ZCZCX\n", "Title: x\nAuthor: y\n"}) {
    INFO(text);
    CHECK(split(text) == "plain |");
  }
}

TEST_CASE("archive: an interrupt ends the splitting of a long text") {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += "Dokument 1 von 2\n\nPaper\n\nText that is long enough to be seen.\n\n";
  }
  text += std::string(1 << 20, 'x');
  Interrupt now{[](void*) { return true; }, nullptr};
  ArticleSplitter splitter(text);
  Piece piece;
  CHECK_THROWS_AS(
      [&] {
        while (splitter.next(now, &piece)) {
        }
      }(),
      Interrupted);
}
