// What is measured over the texts of texts.h: one short row for each name, equal on every machine and with every
// compiler (integers, and text as the functions print it).
#pragma once

#include <map>
#include <string>
#include <utility>

namespace article::test {

// (what, which) -> numbers: ("lines", "words") -> "412 of 700, sum 30210, 5e0b..."
using Measures = std::map<std::pair<std::string, std::string>, std::string>;

// Each column that a model was trained on: how many are not zero, their sum, a digest of all in order.
Measures measure_columns();

struct RowOptions {
  std::string folder;                  // "": none; else the rows are written into its files FUNCTION.GROUP
  const Measures* expected = nullptr;  // no group is read behind the first that is not so
};

// Rows of each function for each group of texts: how many lines they print, a digest.
Measures measure_rows(const RowOptions& options);

// The same for articles and archives in which one line is changed (support/changed_lines.h).
Measures measure_changes(const RowOptions& options);

}  // namespace article::test
