#include "core/options.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("options: a language tag is subtags of one to eight letters or digits, a language first") {
  for (const char* tag : {"en", "EN", "zh-Hant", "zh_Hant", "de-CH-1996", "sr-Latn-RS", "ast", "x-klingon", "X-a",
                          "i-navajo", "I-navajo", "en-x-a1", "Zz-9"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
}

TEST_CASE("options: what is no tag is refused, a byte beside letters and digits too") {
  for (const char* tag : {"",       "e",     "a-en",         "1",         "12",    "e1",    "en-",   "-en",
                          "en--us", "_",     "en-123456789", "abcdefghi", "en us", "en/us", "en:us", "en@us",
                          "en[us",  "en`us", "en{us",        "\xC3\xA9n", "en\xFF"}) {
    INFO(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}
