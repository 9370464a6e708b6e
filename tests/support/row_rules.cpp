#include "support/row_rules.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "support/invariants.h"

namespace article::test {

namespace {

bool ends_with(std::string_view name, std::string_view end) {
  return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
}

int column_index(const Statement& row, std::string_view name) {
  for (int i = 0; i < row.columns(); ++i) {
    if (name == row.name(i)) {
      return i;
    }
  }
  return -1;
}

// `shape`: 9 is any digit, everything else itself.
bool has_shape(std::string_view value, std::string_view shape) {
  return value.size() == shape.size() && std::equal(value.begin(), value.end(), shape.begin(), [](char c, char s) {
           return s == '9' ? c >= '0' && c <= '9' : c == s;
         });
}

// The date_* columns: as precise as the text.
bool is_iso_date(std::string_view value) {
  static const std::string_view kDays[] = {"9999", "9999-99", "9999-99-99", "9999-Q9", "9999-W99"};
  static const std::string_view kTimes[] = {"99", "99:99", "99:99:99"};
  static const std::string_view kZones[] = {"+99:99", "-99:99"};
  const size_t t = value.find('T');
  const std::string_view day = value.substr(0, t);
  if (std::none_of(std::begin(kDays), std::end(kDays), [&](auto shape) { return has_shape(day, shape); })) {
    return false;
  }
  if (t == std::string_view::npos) {
    return true;
  }
  std::string_view time = value.substr(t + 1);
  if (ends_with(time, "Z")) {
    time.remove_suffix(1);
  } else if (time.size() > 6 && std::any_of(std::begin(kZones), std::end(kZones), [&](auto shape) {
               return has_shape(time.substr(time.size() - 6), shape);
             })) {
    time.remove_suffix(6);
  }
  return std::any_of(std::begin(kTimes), std::end(kTimes), [&](auto shape) { return has_shape(time, shape); });
}

// One instant, or a range of two.
bool is_utc(std::string_view value) {
  constexpr std::string_view kShape = "9999-99-99T99:99:99Z";
  const size_t slash = value.find('/');
  return slash == std::string_view::npos
             ? has_shape(value, kShape)
             : has_shape(value.substr(0, slash), kShape) && has_shape(value.substr(slash + 1), kShape);
}

bool is_json_array(std::string_view value) {
  return value.size() >= 4 && value.front() == '[' && value.back() == ']' && value[1] == '"' &&
         value[value.size() - 2] == '"';
}

// Columns that are exactly the bytes of byte_start..byte_end.
constexpr std::string_view kExact[] = {"sentence", "quote", "mention", "date_text", "article_text", "line"};
constexpr std::string_view kDates[] = {"date_published", "date_modified", "dateline_date"};
constexpr std::string_view kArrays[] = {"author", "keywords", "labels"};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

void append_value(const Statement& row, int column, std::string* out) {
  if (row.is_null(column)) {
    out->append("-");
  } else {
    out->append(row.text(column));
  }
  out->append("\t");
}

size_t line_end_bytes(std::string_view name) {
  if (name == "none") {
    return 0;
  }
  if (name == "ls" || name == "ps") {
    return 3;
  }
  return name == "crlf" || name == "nel" ? 2 : 1;
}

}  // namespace

void RowRules::fail(std::string_view column, const std::string& what) const {
  throw Violation(function_ + ", row " + std::to_string(rows_) + ", " + std::string(column) + ": " + what);
}

void RowRules::check_row(const Statement& row, std::string* out) {
  ++rows_;
  for (int i = 0; i < row.columns(); ++i) {
    check_column(row, i);
  }
  check_spans(row);
  check_exact_bytes(row);
  check_order(row);
  if (function_ == "article_lines") {
    check_line(row);
  }
  for (int i = 0; i < row.columns(); ++i) {
    append_value(row, i, out);
  }
  out->append("\n");
}

void RowRules::check_column(const Statement& row, int column) {
  const std::string_view name = row.name(column);
  if (row.is_null(column)) {
    return;
  }
  if (row.is_text(column)) {
    check_text(name, row.text(column));
  } else if (name == "confidence") {
    const double value = row.real(column);
    if (!(value >= 0 && value <= 1)) {
      fail(name, "not within 0..1");
    }
  } else {
    check_number(name, row.integer(column));
    if (column == 0 && ends_with(name, "_no") && row.integer(column) != rows_) {
      fail(name, "does not count from 1");
    }
  }
}

void RowRules::check_text(std::string_view name, std::string_view value) const {
  if (value.empty() && name != "line") {
    fail(name, "an empty text where NULL is meant");
  }
  if (valid_utf8_ && !is_valid_utf8(value)) {
    fail(name, "invalid UTF-8 from a valid text");
  }
  if (ends_with(name, "_utc") && !is_utc(value)) {
    fail(name, "not a UTC time: " + std::string(value));
  }
  if (is_one_of(name, kDates) && !is_iso_date(value)) {
    fail(name, "not an ISO 8601 date: " + std::string(value));
  }
  if (is_one_of(name, kArrays) && !is_json_array(value)) {
    fail(name, "not a JSON array: " + std::string(value));
  }
}

void RowRules::check_number(std::string_view name, int64_t value) const {
  if (ends_with(name, "_no") && value < 1) {
    fail(name, "numbers count from 1");
  }
  if (ends_with(name, "_count") && value < 0) {
    fail(name, "a negative count");
  }
  if (name == "utc_offset_minutes" && (value < -24 * 60 || value > 24 * 60)) {
    fail(name, "no zone of the Earth is " + std::to_string(value) + " minutes off");
  }
}

void RowRules::check_spans(const Statement& row) const {
  for (int i = 0; i < row.columns(); ++i) {
    const std::string_view name = row.name(i);
    if (!ends_with(name, "_start")) {
      continue;
    }
    const std::string end_name = std::string(name.substr(0, name.size() - 5)) + "end";
    const int end_column = column_index(row, end_name);
    if (end_column >= 0) {
      check_span(row, i, end_column);
    }
  }
}

void RowRules::check_span(const Statement& row, int start_column, int end_column) const {
  const std::string_view name = row.name(start_column);
  if (row.is_null(start_column) != row.is_null(end_column)) {
    fail(name, "half a span");
  }
  if (row.is_null(start_column)) {
    return;
  }
  const int64_t start = row.integer(start_column);
  const int64_t end = row.integer(end_column);
  if (start < 0 || start > end || end > static_cast<int64_t>(text_.size())) {
    fail(name, "span " + std::to_string(start) + ".." + std::to_string(end) + " is not inside " +
                   std::to_string(text_.size()) + " bytes");
  }
  if (!is_boundary(text_, static_cast<size_t>(start)) || !is_boundary(text_, static_cast<size_t>(end))) {
    fail(name, "span " + std::to_string(start) + ".." + std::to_string(end) + " cuts a character");
  }
}

void RowRules::check_exact_bytes(const Statement& row) const {
  const int start = column_index(row, "byte_start");
  const int end = column_index(row, "byte_end");
  if (start < 0 || end < 0 || row.is_null(start)) {
    return;
  }
  const auto begin = static_cast<size_t>(row.integer(start));
  const std::string_view bytes = text_.substr(begin, static_cast<size_t>(row.integer(end)) - begin);
  for (int i = 0; i < row.columns(); ++i) {
    if (is_one_of(row.name(i), kExact) && row.text(i) != bytes) {
      fail(row.name(i), "is not exactly its bytes");
    }
  }
}

void RowRules::check_order(const Statement& row) {
  const int start = column_index(row, "byte_start");
  // article_fields is in the order of parse_article's columns.
  if (start < 0 || row.is_null(start) || function_ == "article_fields") {
    return;
  }
  if (row.integer(start) < last_start_) {
    fail("byte_start", "rows do not come in text order");
  }
  last_start_ = row.integer(start);
}

void RowRules::check_line(const Statement& row) {
  const auto start = static_cast<size_t>(row.integer(column_index(row, "byte_start")));
  const auto end = static_cast<size_t>(row.integer(column_index(row, "byte_end")));
  if (start != covered_) {
    fail("byte_start", "bytes between two lines belong to none");
  }
  const int line_end = column_index(row, "line_end");
  covered_ = end + line_end_bytes(row.text(line_end));
  if (covered_ > text_.size()) {
    fail("line_end", "ends behind the text");
  }
}

void RowRules::check_end() const {
  if (function_ == "article_lines" && covered_ != text_.size()) {
    fail("byte_end",
         "the lines make up " + std::to_string(covered_) + " of " + std::to_string(text_.size()) + " bytes");
  }
  if (function_ == "parse_article" && rows_ > 1) {
    fail("", "more than one row");
  }
}

}  // namespace article::test
