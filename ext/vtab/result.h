// Writes one column value or scalar result.  Absent values are NULL, never ''.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/limits.h"
#include "vtab/sqlite.h"

namespace article {

class Result {
 public:
  explicit Result(sqlite3_context* context) noexcept : context_(context) {}

  void null() const noexcept { sqlite3_result_null(context_); }
  void integer(int64_t value) const noexcept { sqlite3_result_int64(context_, value); }
  void real(double value) const noexcept { sqlite3_result_double(context_, value); }
  // NULL for the empty text.
  void text(std::string_view value) const noexcept {
    if (value.empty()) {
      null();
    } else {
      text_or_empty(value);
    }
  }
  // For the column whose value may really be empty: a blank line.
  void text_or_empty(std::string_view value) const noexcept {
    sqlite3_result_text64(context_, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  // A name that lives as long as the library: SQLite need not copy it.
  void name(const char* value) const noexcept { sqlite3_result_text(context_, value, -1, SQLITE_STATIC); }
  // NULL for kNoPosition.
  void offset(uint32_t value) const noexcept { value == kNoPosition ? null() : integer(value); }
  // NULL for 0: *_no columns count from 1.
  void number(uint32_t value) const noexcept { value == 0 ? null() : integer(value); }
  // 0..1, from 0..255, rounded to three digits: what is shown has no more meaning than that.
  void confidence(uint8_t value) const noexcept {
    constexpr unsigned kMost = 255;
    const unsigned thousandths = (value * 2000U + kMost) / (2U * kMost);
    real(thousandths / 1000.0);
  }

  sqlite3_context* context() const noexcept { return context_; }

 private:
  sqlite3_context* context_;
};

}  // namespace article
