#include "core/lexicon.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("lexicon: the tables of the phrases take 30 to 60 bytes a phrase") {
  const TableSizes sizes = lexicon_sizes();
  CHECK(sizes.phrases > 40000);
  CHECK(sizes.phrase_bytes > 30 * sizes.phrases);
  CHECK(sizes.phrase_bytes < 60 * sizes.phrases);
}
