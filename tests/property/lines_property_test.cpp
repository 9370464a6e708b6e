// article_lines laid end to end is the text, for any text.
#include <catch2/catch.hpp>

#include "core/text/lines.h"
#include "support/corpus.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/line_oracle.h"
#include "support/memory_methods.h"
#include "support/random_text.h"

using namespace article;
using namespace article::test;

namespace {

// What SQL alone gives back: each line with its end, in order.
std::string laid_end_to_end(const Database& database, std::string_view text) {
  const Statement lines(database, "SELECT line, line_end FROM article_lines(?1)");
  lines.bind(1, text);
  std::string joined;
  while (lines.step() == SQLITE_ROW) {
    joined.append(lines.text(0)).append(bytes_of_line_end(lines.text(1)));
  }
  return joined;
}

}  // namespace

TEST_CASE("the lines of each evaluation page and their ends, laid end to end, are the page") {
  const Database database;
  const auto pages = evaluation_pages();
  if (pages.empty()) {
    WARN("skipped: no evaluation pages");
  }
  for (const std::string& page : pages) {
    if (laid_end_to_end(database, page) != page) {
      FAIL("differs: " << page.substr(0, 80));
    }
  }
}

TEST_CASE("the lines of random bytes and their ends, laid end to end, are the bytes") {
  const Database database;
  TextMaker maker(3);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = maker.bytes(maker.random().below(300));
    REQUIRE(laid_end_to_end(database, text) == text);
  }
}

TEST_CASE("lines are those of a slow reader that looks at one character after the other") {
  TextMaker maker(4);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = i % 2 == 0 ? maker.bytes(maker.random().below(200)) : maker.page(300);
    const auto lines = split_lines(text, Interrupt{}, std::pmr::new_delete_resource());
    REQUIRE(line_difference(text, lines) == "");
  }
}
