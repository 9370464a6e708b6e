// Holds what is read from invented texts against the tables of this folder.
//
//   snapshots columns|rows|changes TABLE         compares; exit code 1 and the names of what changed where it differs
//   snapshots columns|rows|changes TABLE --renew writes TABLE
//   snapshots rows|changes TABLE --first         stops behind the first group of texts that differs
//   snapshots rows|changes TABLE --rows FOLDER   writes every row into files of FOLDER, for renew.py to compare
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "snapshot/measures.h"

using namespace article::test;

namespace {

constexpr const char* kColumnsMean =
    "The weights of ext/data were trained on these numbers: where a column changes, the line reader or the ranking has "
    "to\n"
    "be trained again (docs/EVALUATION.md), or it judges by something else than it learned.\n";
constexpr const char* kRowsMean = "The functions print something else for these texts.\n";
constexpr const char* kRenew =
    "If that is what you wanted: python3 tests/snapshot/renew.py BUILD shows the rows that changed and writes the "
    "tables.\n";

Measures read_table(const std::string& file) {
  Measures table;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (second != std::string::npos) {
      table[{line.substr(0, first), line.substr(first + 1, second - first - 1)}] = line.substr(second + 1);
    }
  }
  return table;
}

bool write_table(const Measures& table, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  for (const auto& [name, value] : table) {
    out << name.first << '\t' << name.second << '\t' << value << '\n';
  }
  return static_cast<bool>(out.flush());
}

// Prints each name whose value is not that of the table; how many there are.  `all`: those of the table must be there.
size_t print_changes(const Measures& table, const Measures& now, bool all) {
  size_t changes = 0;
  const auto print = [&](const std::pair<std::string, std::string>& name, const char* was, const char* is) {
    ++changes;
    std::printf("%s: %s\n  was %s\n  is  %s\n", name.first.c_str(), name.second.c_str(), was, is);
  };
  for (const auto& [name, value] : now) {
    const auto found = table.find(name);
    if (found == table.end()) {
      print(name, "(not in the table)", value.c_str());
    } else if (found->second != value) {
      print(name, found->second.c_str(), value.c_str());
    }
  }
  for (const auto& [name, value] : table) {
    if (all && now.count(name) == 0) {
      print(name, value.c_str(), "(nothing)");
    }
  }
  return changes;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view what = count > 2 ? arguments[1] : "";
  const std::string_view option = count > 3 ? arguments[3] : "";
  const bool columns = what == "columns";
  if (!columns && what != "rows" && what != "changes") {
    std::fputs("usage: snapshots columns|rows|changes TABLE [--renew | --first | --rows FOLDER]\n", stderr);
    return 2;
  }
  const Measures table = read_table(arguments[2]);
  const bool first = option == "--first";
  const RowOptions rows{option == "--rows" && count > 4 ? arguments[4] : "", first ? &table : nullptr};
  const Measures now = columns ? measure_columns() : what == "rows" ? measure_rows(rows) : measure_changes(rows);
  if (option == "--renew") {
    return write_table(now, arguments[2]) ? 0 : 2;
  }
  const size_t changes = print_changes(table, now, !first);
  if (changes == 0) {
    return 0;
  }
  std::printf("%zu of %zu changed. %s%s", changes, now.size(), columns ? kColumnsMean : kRowsMean, kRenew);
  return 1;
}
