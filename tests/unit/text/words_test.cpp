#include "core/text/words.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("a run of a script that puts no blanks between words has a word for every five letters") {
  const auto count = [](std::string_view text) { return count_words(text, 0, text.size()); };
  CHECK(count("สะพาน") == 1);
  CHECK(count("สะพานคนข้ามแห่งใหม่") == 3);
  CHECK(count("สะพานคนข้ามแห่งใหม่ เปิดแล้ว") == 4);
  CHECK(count("Einweihungsfeierlichkeiten") == 1);
  CHECK(count("საცალფეხოხიდი") == 1);
}
