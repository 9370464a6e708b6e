// The extension beside the rest of an application's life: loaded twice, closed early, used from views and threads.
#include <catch2/catch.hpp>

#include <atomic>
#include <cstdio>
#include <thread>

#include "include/sqlite_article.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/random_text.h"

using namespace article::test;

namespace {

// `work` with 0, 1, 2, ... in as many threads at once.
template <typename Work>
void run_threads(int count, const Work& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back(work, i);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace

TEST_CASE("loading again on the same connection succeeds, also while statements run") {
  const Database database;
  const Statement running(database, "SELECT line FROM article_lines(?1)");
  running.bind(1, sample_page());
  REQUIRE(running.step() == SQLITE_ROW);
  const Statement scalar(database, "SELECT article_json(?1) FROM article_lines(?1)");
  scalar.bind(1, sample_page());
  REQUIRE(scalar.step() == SQLITE_ROW);
  char* message = nullptr;
  REQUIRE(sqlite3_article_init(database.get(), &message, nullptr) == SQLITE_OK);
  REQUIRE(message == nullptr);
  REQUIRE(running.step() == SQLITE_ROW);
  REQUIRE(scalar.step() == SQLITE_ROW);
}

TEST_CASE("a connection with an open statement is not closed, and is closed after it") {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(":memory:", &database) == SQLITE_OK);
  REQUIRE(sqlite3_article_init(database, nullptr, nullptr) == SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(database, "SELECT line FROM article_lines('a' || char(10) || 'b')", -1, &statement,
                             nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  REQUIRE(sqlite3_close(database) == SQLITE_BUSY);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  REQUIRE(sqlite3_finalize(statement) == SQLITE_OK);
  REQUIRE(sqlite3_close(database) == SQLITE_OK);
}

TEST_CASE("a connection that waits for its last statement (close_v2) is freed with it") {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(":memory:", &database) == SQLITE_OK);
  REQUIRE(sqlite3_article_init(database, nullptr, nullptr) == SQLITE_OK);
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(database, "SELECT line FROM article_lines('a' || char(10) || 'b')", -1, &statement,
                             nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  REQUIRE(sqlite3_close_v2(database) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  REQUIRE(sqlite3_finalize(statement) == SQLITE_OK);
}

TEST_CASE("views and triggers may use every function where the schema is not trusted") {
  const Database database;
  sqlite3_db_config(database.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  database.execute("PRAGMA trusted_schema = 0; CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT)");
  const Statement insert(database, "INSERT INTO docs(text) VALUES (?1)");
  insert.bind(1, sample_page());
  REQUIRE(insert.step() == SQLITE_DONE);
  for (const TableFunctionInfo& info : table_functions(database)) {
    database.execute("CREATE VIEW view_of_" + info.name + " AS SELECT f.* FROM docs d, " + info.name + "(d.text) f");
    INFO(info.name);
    REQUIRE(database.value("SELECT count(*) FROM view_of_" + info.name).has_value());
  }
  for (const ScalarFunctionInfo& info : scalar_functions(database)) {
    if (info.name != "article_distance") {
      database.execute("CREATE VIEW view_of_" + info.name + " AS SELECT " + info.name + "(text) AS value FROM docs");
      REQUIRE(database.error_of("SELECT count(value) FROM view_of_" + info.name) == "");
    }
  }
  database.execute("CREATE INDEX by_json ON docs(article_json(text))");  // deterministic
}

TEST_CASE("nothing can be written into a function, nor a table made of one") {
  const Database database;
  for (const TableFunctionInfo& info : table_functions(database)) {
    REQUIRE(database.error_of("INSERT INTO " + info.name + " DEFAULT VALUES") != "");
    REQUIRE(database.error_of("DELETE FROM " + info.name) != "");
    REQUIRE(database.error_of("CREATE VIRTUAL TABLE t_" + info.name + " USING " + info.name + "(x)") != "");
    // SQLite 3.31 says nothing, and the function is there all the same.
    database.error_of("DROP TABLE " + info.name);
    REQUIRE(database.error_of("SELECT * FROM " + info.name + "('x')") == "");
  }
}

TEST_CASE("a missing text is an error that names the function, also where a RIGHT JOIN cannot give it") {
  const Database database;
  database.execute("CREATE TABLE docs(text TEXT); INSERT INTO docs VALUES ('A line')");
  for (const TableFunctionInfo& info : table_functions(database)) {
    for (const std::string& sql :
         {"SELECT * FROM " + info.name, "SELECT * FROM " + info.name + " WHERE text IS NOT NULL",
          "SELECT * FROM " + info.name + " WHERE language = 'en'"}) {
      INFO(sql);
      REQUIRE_THAT(database.error_of(sql), Catch::Contains(info.name + ": the argument text is missing"));
    }
    // Without RIGHT JOINs (before 3.39) SQLite says so itself; since 3.54 it can give the text.
    const std::string error = database.error_of("SELECT * FROM docs d RIGHT JOIN " + info.name + "(d.text)");
    if (sqlite3_libversion_number() >= 3039000 && !error.empty()) {
      REQUIRE_THAT(error, Catch::Contains(info.name + ": the argument text is missing"));
    }
  }
}

TEST_CASE("each malformed option is an error that quotes it, however long it is") {
  const Database database;
  const std::string long_option = "'" + std::string(100000, 'z') + "'";
  for (const TableFunctionInfo& info : table_functions(database)) {
    for (const char* name : {"reference_time", "timezone", "language"}) {
      const std::string message = database.error_of("SELECT * FROM " + info.name + "('x') WHERE " + name + " = 'n/a'");
      INFO(info.name << ": " << message);
      REQUIRE_THAT(message, Catch::Contains("n/a") && Catch::Contains(info.name) && Catch::Contains(name));
      const std::string long_message =
          database.error_of("SELECT * FROM " + info.name + "('x') WHERE " + name + " = " + long_option);
      REQUIRE(long_message.size() < 1000);
      REQUIRE(database.error_of("SELECT * FROM " + info.name + "('x') WHERE " + name + " = x'00'") != "");
    }
  }
}

TEST_CASE("a read-only database, a corrupt one and a closed file give SQLite's own errors, not crashes") {
  const std::string file = "fault_connection_test.db";
  std::remove(file.c_str());
  {
    const Database writable(Encoding::kUtf8, file.c_str());
    writable.execute("CREATE TABLE docs(text TEXT)");
    const Statement insert(writable, "INSERT INTO docs VALUES (?1)");
    std::string text;
    while (text.size() < 60000) {
      text += sample_page();
    }
    insert.bind(1, text);
    REQUIRE(insert.step() == SQLITE_DONE);
  }
  sqlite3* read_only = nullptr;
  REQUIRE(sqlite3_open_v2(file.c_str(), &read_only, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_article_init(read_only, nullptr, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_exec(read_only, "SELECT count(*) FROM docs d, article_lines(d.text)", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  REQUIRE(sqlite3_close(read_only) == SQLITE_OK);
  // Bytes of the text's overflow pages overwritten: their chain leads nowhere.
  if (std::FILE* damaged = std::fopen(file.c_str(), "r+b")) {
    for (long page = 2; page < 15; ++page) {
      std::fseek(damaged, page * 4096, SEEK_SET);
      std::fputs("\xFF\xFF\xFF\xFF damaged", damaged);
    }
    std::fclose(damaged);
  }
  {
    const Database corrupt(Encoding::kUtf8, file.c_str());
    REQUIRE_THAT(corrupt.error_of("SELECT count(*) FROM docs d, article_lines(d.text)"), Catch::Contains("malformed"));
    REQUIRE(*corrupt.value("SELECT count(*) FROM article_lines('a')") == "1");
  }
  std::remove(file.c_str());
}

TEST_CASE("sixteen connections in sixteen threads read the same rows") {
  std::string expected;
  {
    const Database database;
    expected = FunctionProbe(database).read(sample_page());
  }
  std::atomic<int> same{0};
  run_threads(16, [&](int) {
    const Database database;
    FunctionProbe probe(database);
    for (int round = 0; round < 5; ++round) {
      if (probe.read(sample_page()) == expected) {
        ++same;
      }
    }
  });
  REQUIRE(same == 16 * 5);
}

TEST_CASE("one connection, shared by threads in serialized mode, gives each its rows") {
  const Database database;
  std::atomic<int> right{0};
  run_threads(4, [&](int i) {
    const std::string text = "Line " + std::to_string(i) + "\nand another";
    for (int round = 0; round < 20; ++round) {
      const Statement lines(database, "SELECT line FROM article_lines(?1)");
      lines.bind(1, text);
      if (lines.step() == SQLITE_ROW && lines.text(0) == text.substr(0, 6) && lines.step() == SQLITE_ROW) {
        ++right;
      }
    }
  });
  REQUIRE(right == 4 * 20);
}

TEST_CASE("an interrupt from another thread ends the statement of this one") {
  const Database database;
  const std::string text(30000000, 'x');
  const Statement statement(database, "SELECT count(*) FROM article_lines(?1), article_lines(?1)");
  statement.bind(1, text);
  std::atomic<bool> done{false};
  std::thread other([&] {
    while (!done) {
      sqlite3_interrupt(database.get());
      std::this_thread::yield();
    }
  });
  const int code = statement.step();
  done = true;
  other.join();
  REQUIRE(code == SQLITE_INTERRUPT);
}
