#include "support/database.h"

#include <algorithm>
#include <stdexcept>

#include "include/sqlite_article.h"

namespace article::test {

namespace {

const char* const kFunctionNames[] = {
#define ARTICLE_FUNCTION(name) #name,
#include "functions.inc"
#undef ARTICLE_FUNCTION
};

}  // namespace

Database::Database(Encoding encoding, const char* file) {
  char* message = nullptr;
  const int code = sqlite3_open(file, &database_);
  if (code != SQLITE_OK || sqlite3_article_init(database_, &message, nullptr) != SQLITE_OK) {
    sqlite3_free(message);
    sqlite3_close(database_);
    throw std::runtime_error("no database with the extension");
  }
  if (encoding == Encoding::kUtf16) {
    execute("PRAGMA encoding = 'UTF-16'");
  }
}

void Database::execute(const std::string& sql) const {
  char* message = nullptr;
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
    const std::string what = sql + ": " + (message == nullptr ? "out of memory" : message);
    sqlite3_free(message);
    throw std::runtime_error(what);
  }
}

std::optional<std::string> Database::value(const std::string& sql) const {
  const Statement statement(*this, sql);
  const int code = statement.step();
  if (code == SQLITE_DONE) {
    return std::nullopt;
  }
  if (code != SQLITE_ROW) {
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(database_));
  }
  return statement.is_null(0) ? std::nullopt : std::optional<std::string>(statement.text(0));
}

std::string Database::error_of(const std::string& sql) const {
  char* message = nullptr;
  sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &message);
  const std::string what = message == nullptr ? "" : message;
  sqlite3_free(message);
  return what;
}

std::vector<std::string> Database::column_names(const std::string& table) const {
  const Statement statement(*this, "SELECT name FROM pragma_table_xinfo('" + table + "') WHERE hidden = 0");
  std::vector<std::string> names;
  while (statement.step() == SQLITE_ROW) {
    names.emplace_back(statement.text(0));
  }
  return names;
}

Statement::Statement(const Database& database, const std::string& sql) {
  if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(database.get()));
  }
}

void Statement::bind(int index, std::string_view text) const {
  sqlite3_bind_text64(statement_, index, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

std::vector<TableFunctionInfo> table_functions(const Database& database) {
  std::vector<TableFunctionInfo> found;
  for (const char* name : kFunctionNames) {
    const std::string quoted = std::string("'") + name + "'";
    const auto hidden = database.value("SELECT count(*) FROM pragma_table_xinfo(" + quoted + ") WHERE hidden = 1");
    if (hidden && *hidden != "0") {
      found.push_back({name, database.column_names(name), *hidden == "5"});
    }
  }
  return found;
}

std::vector<ScalarFunctionInfo> scalar_functions(const Database& database) {
  std::vector<ScalarFunctionInfo> found;
  for (const char* name : kFunctionNames) {
    const auto arguments =
        database.value(std::string("SELECT max(narg) FROM pragma_function_list WHERE name = '") + name + "'");
    if (arguments && *arguments != "0") {
      found.push_back({name, std::stoi(*arguments)});
    }
  }
  return found;
}

}  // namespace article::test
