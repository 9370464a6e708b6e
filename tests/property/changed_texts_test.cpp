// What must hold for a damaged, edited or unusual export: every promise of support/row_rules.cpp.
#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

#include "support/changed_lines.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/memory_methods.h"

using namespace article::test;

namespace {

std::vector<std::string> articles_of(const Database& database, const std::string& text) {
  const Statement statement(database, "SELECT article_text FROM split_articles(?1) WHERE format <> 'plain'");
  statement.bind(1, text);
  std::vector<std::string> articles;
  while (statement.step() == SQLITE_ROW) {
    articles.emplace_back(statement.text(0));
  }
  return articles;
}

}  // namespace

TEST_CASE("an archive file or article with one line changed breaks no promise") {
  const Database database;
  FunctionProbe probe(database);
  std::set<std::string> seen;
  size_t count = 0;
  CallOptions options;
  options.reference_time = "2019-11-08T09:00:00Z";
  for (const InventedFile& file : invented_files()) {
    each_changed_text(file, [&](const std::string& text, size_t line, size_t change) {
      if ((line + change) % 2 == 1) {
        return;  // all of them are read by the snapshots
      }
      INFO(file.name << ", line " << line + 1 << ", change " << change);
      for (const char* function : {"split_articles", "article_fields", "article_lines"}) {
        REQUIRE_NOTHROW(probe.read_one(function, text, options));
      }
      for (const std::string& article : articles_of(database, text)) {
        if (seen.insert(article).second) {
          REQUIRE_NOTHROW(probe.read_one("article_fields", article, options));
        }
      }
      REQUIRE_NOTHROW(probe.read_one("related_items", text, options));
      ++count;
    });
  }
  REQUIRE(count > 5000);
}
