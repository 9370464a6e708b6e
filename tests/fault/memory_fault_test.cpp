// Memory that runs out: every single allocation fails once, and from some allocation on all of them fail.  The
// statement then ends with SQLITE_NOMEM (or SQLite does without that block), nothing leaks, and the connection goes on
// to work.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <new>

#include "include/sqlite_article.h"
#include "support/database.h"
#include "support/memory_methods.h"
#include "support/random_text.h"

using namespace article::test;

namespace {

struct Outcome {
  int code = SQLITE_OK;
  std::string rows;
};

Outcome run(sqlite3* database, const std::string& sql, std::string_view text) {
  Outcome outcome;
  sqlite3_stmt* statement = nullptr;
  outcome.code = sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
  if (outcome.code == SQLITE_OK) {
    sqlite3_bind_text64(statement, 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    while ((outcome.code = sqlite3_step(statement)) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        outcome.rows.append(value == nullptr ? "-" : value).append("|");
      }
    }
  }
  const int code = sqlite3_finalize(statement);
  if (code != SQLITE_OK) {
    outcome.code = code;
  }
  return outcome;
}

// sqlite3_column_text() of a value that has to be copied gives NULL when memory runs out, without an error; rows are
// therefore compared only where nothing failed.  Each time on a connection of its own, on which no blocks of earlier
// documents wait.
void fail_each_allocation(const std::string& sql, std::string_view text, Fail how) {
  const Outcome expected = run(Database().get(), sql, text);
  REQUIRE(expected.code == SQLITE_DONE);
  int64_t failed = 0;
  for (int64_t nth = 1;; ++nth) {
    const Database database;
    Allocations::fail_at(nth, how);
    const Outcome outcome = run(database.get(), sql, text);
    if (!Allocations::stop_failing()) {
      REQUIRE(outcome.code == SQLITE_DONE);
      REQUIRE(outcome.rows == expected.rows);
      break;
    }
    ++failed;
    INFO(sql << ": allocation " << nth << " fails; " << sqlite3_errmsg(database.get()));
    const bool ended_well = outcome.code == SQLITE_DONE || outcome.code == SQLITE_NOMEM;
    REQUIRE(ended_well);
    REQUIRE(run(database.get(), sql, text).rows == expected.rows);
  }
  REQUIRE(failed > 20);
}

std::vector<std::string> every_call(const Database& database) {
  std::vector<std::string> calls;
  for (const TableFunctionInfo& info : table_functions(database)) {
    calls.push_back("SELECT * FROM " + info.name + "(?1)");
  }
  for (const ScalarFunctionInfo& info : scalar_functions(database)) {
    if (info.name != "article_distance") {  // takes two integers
      calls.push_back("SELECT " + info.name + "(?1)");
    }
  }
  return calls;
}

std::string long_enough_page() {
  return std::string(sample_page()) + "\n\n" + std::string(sample_page());
}

}  // namespace

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ARTICLE_SANITIZER_NEW 1  // operator new is the sanitizer's: ours would be mixed up with it
#endif
#endif

#ifndef ARTICLE_SANITIZER_NEW
namespace {

// Allocations that pass by SQLite's allocator, while a statement runs.
bool watching = false;
int64_t foreign_allocations = 0;

}  // namespace

// The core's containers draw from the memory resource alone; what calls operator new would not be seen by SQLite's
// limits.
void* operator new(size_t size) {
  if (watching) {
    ++foreign_allocations;
  }
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, size_t /*size*/) noexcept {
  std::free(block);
}
#endif

TEST_CASE("each allocation of each function fails once: out of memory, no leak, and it works again") {
  const std::string page = long_enough_page();
  const int64_t before = Allocations::bytes_in_use();
  for (const std::string& call : every_call(Database())) {
    fail_each_allocation(call, page, Fail::kOnce);
  }
  REQUIRE(Allocations::bytes_in_use() == before);
}

TEST_CASE("from each allocation of each function on, all fail: out of memory, no leak, and it works again") {
  const std::string page = long_enough_page();
  const int64_t before = Allocations::bytes_in_use();
  for (const std::string& call : every_call(Database())) {
    fail_each_allocation(call, page, Fail::kFromThenOn);
  }
  REQUIRE(Allocations::bytes_in_use() == before);
}

TEST_CASE("a statement that joins functions survives the failure of each allocation") {
  const std::string page = long_enough_page();
  const int64_t before = Allocations::bytes_in_use();
  fail_each_allocation(
      "SELECT p.headline, l.line, article_json(?1) FROM parse_article(?1) p, article_lines(?1) l WHERE l.line_no < 4",
      page, Fail::kOnce);
  REQUIRE(Allocations::bytes_in_use() == before);
}

TEST_CASE("an error message for which there is no memory is out of memory, not a crash") {
  const Database database;
  for (int64_t nth = 1;; ++nth) {
    Allocations::fail_at(nth, Fail::kOnce);
    const Outcome outcome = run(database.get(), "SELECT * FROM parse_article(?1, 'never')", "x");
    if (!Allocations::stop_failing()) {
      REQUIRE(outcome.code == SQLITE_ERROR);
      break;
    }
    const bool an_error = outcome.code == SQLITE_NOMEM || outcome.code == SQLITE_ERROR;
    REQUIRE(an_error);
  }
}

TEST_CASE("loading survives the failure of each allocation, and a second try then loads everything") {
  const int64_t before = Allocations::bytes_in_use();
  for (const Fail how : {Fail::kOnce, Fail::kFromThenOn}) {
    for (int64_t nth = 1;; ++nth) {
      sqlite3* plain = nullptr;
      REQUIRE(sqlite3_open(":memory:", &plain) == SQLITE_OK);
      char* message = nullptr;
      Allocations::fail_at(nth, how);
      const int code = sqlite3_article_init(plain, &message, nullptr);
      const bool failed = Allocations::stop_failing();
      sqlite3_free(message);
      message = nullptr;
      INFO("allocation " << nth << " fails: " << code);
      const bool ended_well = code == SQLITE_OK || code == SQLITE_NOMEM;
      REQUIRE(ended_well);
      REQUIRE(sqlite3_article_init(plain, &message, nullptr) == SQLITE_OK);
      REQUIRE(
          run(plain, "SELECT p.headline, i.item_no FROM parse_article(?1) p LEFT JOIN related_items(?1) i", "A line")
              .code == SQLITE_DONE);
      REQUIRE(sqlite3_close(plain) == SQLITE_OK);
      if (!failed) {
        REQUIRE(code == SQLITE_OK);
        REQUIRE(nth > 10);
        break;
      }
    }
  }
  REQUIRE(Allocations::bytes_in_use() == before);
}

#ifndef ARTICLE_SANITIZER_NEW
TEST_CASE("the functions take all their memory from SQLite") {
  const std::string page = long_enough_page();
  const Database database;
  for (const std::string& call : every_call(database)) {
    const Statement statement(database, call);
    statement.bind(1, page);
    foreign_allocations = 0;
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) {
      watching = true;
      code = statement.step();
      watching = false;
    }
    INFO(call);
    REQUIRE(code == SQLITE_DONE);
    REQUIRE(foreign_allocations == 0);
  }
}
#endif

TEST_CASE("a hard heap limit ends the statement, and the connection goes on to work") {
  const Database database;
  std::string text;
  while (text.size() < 4000000) {
    text += sample_page();
  }
  const int64_t before = sqlite3_hard_heap_limit64(-1);
  for (const std::string& call : every_call(database)) {
    if (call == "SELECT article_date(?1)") {
      continue;  // reads a short string and copies none
    }
    sqlite3_hard_heap_limit64(Allocations::bytes_in_use() + 6000000);
    const Outcome limited = run(database.get(), call, text);
    sqlite3_hard_heap_limit64(before);
    INFO(call);
    REQUIRE(limited.code == SQLITE_NOMEM);
    REQUIRE(run(database.get(), call, sample_page()).code == SQLITE_DONE);
  }
}

TEST_CASE("values that are longer than SQLITE_LIMIT_LENGTH are 'string or blob too big'") {
  const Database database;
  const Statement json(database, "SELECT article_json(?1)");
  const Statement fields(database, "SELECT text FROM parse_article(?1)");
  for (const Statement* statement : {&json, &fields}) {
    sqlite3_limit(database.get(), SQLITE_LIMIT_LENGTH, 1000000);
    statement->bind(1, sample_page());
    sqlite3_limit(database.get(), SQLITE_LIMIT_LENGTH, 300);
    REQUIRE(statement->step() == SQLITE_TOOBIG);
    statement->reset();
    sqlite3_limit(database.get(), SQLITE_LIMIT_LENGTH, 1000000);
    REQUIRE(statement->step() == SQLITE_ROW);
  }
}
