#include "core/prose/known_names.h"

#include <catch2/catch.hpp>
#include <string_view>

#include "core/text/words.h"

namespace {

int kinds_of(std::string_view word) {
  return article::name_kinds(article::hash_word(word));
}

}  // namespace

TEST_CASE("Names of many countries are known, without regard to letters and accents") {
  CHECK(kinds_of("Ada") == article::kKnownGiven);
  CHECK(kinds_of("MÜLLER") == kinds_of("muller"));
  CHECK((kinds_of("Müller") & article::kKnownFamily) != 0);
  CHECK(kinds_of("Wilson") == (article::kKnownGiven | article::kKnownFamily));
  CHECK((kinds_of("Иван") & article::kKnownGiven) != 0);
  CHECK((kinds_of("Νίκος") & article::kKnownGiven) != 0);
}

TEST_CASE("Words that nobody bears, particles and short words are no names") {
  for (const std::string_view word : {"Klicken", "newsletter", "Vorheriges", "van", "del", "Li", ""}) {
    INFO(word);
    CHECK(kinds_of(word) == 0);
  }
}
