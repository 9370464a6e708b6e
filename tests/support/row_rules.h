// The rules that each row of a table function obeys, by the names of its columns; see invariants.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/database.h"

namespace article::test {

class RowRules {
 public:
  RowRules(std::string function, std::string_view text, bool valid_utf8)
      : function_(std::move(function)), text_(text), valid_utf8_(valid_utf8) {}

  // Appends the row to `out`.  Throws Violation.
  void check_row(const Statement& row, std::string* out);
  void check_end() const;

 private:
  void check_column(const Statement& row, int column);
  void check_text(std::string_view name, std::string_view value) const;
  void check_number(std::string_view name, int64_t value) const;
  void check_spans(const Statement& row) const;
  void check_span(const Statement& row, int start_column, int end_column) const;
  void check_exact_bytes(const Statement& row) const;
  void check_order(const Statement& row);
  void check_line(const Statement& row);
  [[noreturn]] void fail(std::string_view column, const std::string& what) const;

  std::string function_;
  std::string_view text_;
  bool valid_utf8_;
  int64_t rows_ = 0;
  int64_t last_start_ = 0;
  size_t covered_ = 0;  // bytes that the lines so far make up
};

}  // namespace article::test
