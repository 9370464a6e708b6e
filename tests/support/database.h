// A connection with the extension linked in, and prepared statements, for tests.
//
//   Database database;
//   Statement lines(database, "SELECT * FROM article_lines(?1)");
//   lines.bind(1, text);
//   while (lines.step() == SQLITE_ROW) { ... lines.text(1) ... }
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace article::test {

enum class Encoding { kUtf8, kUtf16 };

class Database {
 public:
  // Throws std::runtime_error if it cannot be opened or the extension refuses.
  explicit Database(Encoding encoding = Encoding::kUtf8, const char* file = ":memory:");
  ~Database() { sqlite3_close(database_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  sqlite3* get() const noexcept { return database_; }
  void execute(const std::string& sql) const;                      // throws std::runtime_error with SQLite's message
  std::optional<std::string> value(const std::string& sql) const;  // first column of the first row, as text
  std::string error_of(const std::string& sql) const;              // message of the error; "" if there is none
  std::vector<std::string> column_names(const std::string& table) const;  // without hidden ones

 private:
  sqlite3* database_ = nullptr;
};

class Statement {
 public:
  Statement(const Database& database, const std::string& sql);
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int index, std::string_view text) const;  // not copied: it must live until the next bind or reset
  void bind_null(int index) const { sqlite3_bind_null(statement_, index); }
  int step() const { return sqlite3_step(statement_); }
  void reset() const { sqlite3_reset(statement_); }
  int columns() const { return sqlite3_column_count(statement_); }
  const char* name(int column) const { return sqlite3_column_name(statement_, column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  bool is_text(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_TEXT; }
  std::string_view text(int column) const;
  int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  sqlite3_stmt* get() const { return statement_; }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

// Every table function of the extension, with what a test needs to know of it.
struct TableFunctionInfo {
  std::string name;
  std::vector<std::string> columns;
  bool scope = false;  // has the fifth argument
};
std::vector<TableFunctionInfo> table_functions(const Database& database);

// Every scalar function that takes a text, with its greatest number of arguments.
struct ScalarFunctionInfo {
  std::string name;
  int arguments = 0;
};
std::vector<ScalarFunctionInfo> scalar_functions(const Database& database);

}  // namespace article::test
