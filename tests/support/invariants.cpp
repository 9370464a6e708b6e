#include "support/invariants.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/text/utf8.h"
#include "support/row_rules.h"

namespace article::test {

namespace {

void bind_option(const Statement& statement, int index, std::string_view value) {
  if (value.empty()) {
    statement.bind_null(index);
  } else {
    statement.bind(index, value);
  }
}

[[noreturn]] void fail(const std::string& function, const std::string& what) {
  throw Violation(function + ": " + what);
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  for (size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    if (unit.length == 1 && static_cast<unsigned char>(text[at]) >= 0x80) {
      return false;
    }
    at += unit.length;
  }
  return true;
}

FunctionProbe::FunctionProbe(const Database& database) : database_(database) {
  for (TableFunctionInfo& info : table_functions(database)) {
    const std::string arguments = info.scope ? "(?1,?2,?3,?4,?5)" : "(?1,?2,?3,?4)";
    auto statement = std::make_unique<Statement>(database, "SELECT * FROM " + info.name + arguments);
    tables_.push_back({std::move(info), std::move(statement)});
  }
  for (const ScalarFunctionInfo& info : scalar_functions(database)) {
    std::string arguments = "?1";
    for (int i = 2; i <= info.arguments; ++i) {
      arguments += ",?" + std::to_string(i);
    }
    scalars_.push_back({info, std::make_unique<Statement>(database, "SELECT " + info.name + "(" + arguments + ")")});
  }
}

std::string FunctionProbe::read(std::string_view text, const CallOptions& options) {
  std::string out;
  for (const Prepared& prepared : tables_) {
    read_table(prepared, text, options, &out);
  }
  for (const PreparedScalar& prepared : scalars_) {
    read_scalar(prepared, text, options, &out);
  }
  return out;
}

std::string FunctionProbe::read_one(const std::string& function, std::string_view text, const CallOptions& options) {
  std::string out;
  for (const Prepared& prepared : tables_) {
    if (prepared.info.name == function) {
      read_table(prepared, text, options, &out);
    }
  }
  for (const PreparedScalar& prepared : scalars_) {
    if (prepared.info.name == function) {
      read_scalar(prepared, text, options, &out);
    }
  }
  return out;
}

void FunctionProbe::read_table(const Prepared& prepared, std::string_view text, const CallOptions& options,
                               std::string* out) {
  const Statement& statement = *prepared.statement;
  statement.bind(1, text);
  bind_option(statement, 2, options.reference_time);
  bind_option(statement, 3, options.timezone);
  bind_option(statement, 4, options.language);
  if (prepared.info.scope) {
    bind_option(statement, 5, options.whole_text ? "text" : "body");
  }
  RowRules rules(prepared.info.name, text, is_valid_utf8(text));
  out->append(prepared.info.name).append("\n");
  int code = SQLITE_ROW;
  try {
    while ((code = statement.step()) == SQLITE_ROW) {
      rules.check_row(statement, out);
    }
    if (code != SQLITE_DONE) {
      fail(prepared.info.name, std::string("SQL error: ") + sqlite3_errmsg(database_.get()));
    }
    rules.check_end();
  } catch (...) {
    statement.reset();
    throw;
  }
  statement.reset();
}

void FunctionProbe::read_scalar(const PreparedScalar& prepared, std::string_view text, const CallOptions& options,
                                std::string* out) const {
  const Statement& statement = *prepared.statement;
  statement.bind(1, text);
  const std::array<std::string_view, 3> given = {options.reference_time, options.timezone, options.language};
  for (int i = 2; i <= prepared.info.arguments && i <= 4; ++i) {
    bind_option(statement, i, given[static_cast<size_t>(i) - 2]);
  }
  const int code = statement.step();
  out->append(prepared.info.name).append("\n");
  if (code == SQLITE_ROW) {
    const std::string_view value = statement.text(0);
    if (statement.is_text(0) && value.empty()) {
      fail(prepared.info.name, "an empty text where NULL is meant");
    }
    if (is_valid_utf8(text) && !is_valid_utf8(value)) {
      fail(prepared.info.name, "invalid UTF-8 from a valid text");
    }
    out->append(value).append("\n");
  }
  const bool no_text_argument = prepared.info.name == "article_distance";  // takes two integers
  statement.reset();
  if (code != SQLITE_ROW && !no_text_argument) {
    fail(prepared.info.name, std::string("SQL error: ") + sqlite3_errmsg(database_.get()));
  }
}

}  // namespace article::test
