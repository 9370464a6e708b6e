#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "snapshot/measures.h"
#include "snapshot/texts.h"
#include "snapshot/words.h"
#include "support/changed_lines.h"
#include "support/database.h"
#include "support/invariants.h"

namespace article::test {

namespace {

constexpr std::string_view kReference = "2019-11-08T09:00:00Z";

class Rows {
 public:
  explicit Rows(std::string folder) : folder_(std::move(folder)) {
    if (!folder_.empty()) {
      std::filesystem::remove_all(folder_);
      std::filesystem::create_directories(folder_);
    }
  }

  void add(const std::string& function, std::string_view group, std::string_view rows) {
    Known& known = groups_[{function, std::string(group)}];
    known.lines += static_cast<size_t>(std::count(rows.begin(), rows.end(), '\n'));
    known.digest.add(rows);
    if (!folder_.empty()) {
      std::ofstream out(folder_ + "/" + function + "." + std::string(group), std::ios::binary | std::ios::app);
      out << rows;
    }
  }
  Measures shown() const {
    Measures out;
    for (const auto& [name, known] : groups_) {
      char line[60];
      std::snprintf(line, sizeof(line), "%zu lines, %016" PRIx64, known.lines, known.digest.value());
      out[name] = line;
    }
    return out;
  }

 private:
  struct Known {
    size_t lines = 0;
    Digest digest;
  };
  std::string folder_;
  std::map<std::pair<std::string, std::string>, Known> groups_;
};

}  // namespace

Measures measure_rows(const std::string& folder) {
  Rows rows(folder);
  const Database database;
  FunctionProbe probe(database);
  std::vector<std::string> functions;
  for (const TableFunctionInfo& info : table_functions(database)) {
    functions.push_back(info.name);
  }
  size_t number = 0;
  each_text([&](const SnapshotText& text) {
    const CallOptions options{kReference, "+02:00", text.language, number++ % 2 == 1};
    for (const std::string& function : functions) {
      rows.add(function, text.group, probe.read_one(function, text.text, options));
    }
    for (const char* scalar : {"article_json", "article_fingerprint"}) {
      rows.add(scalar, text.group, probe.read_one(scalar, text.text, options));
    }
  });
  // A date is counted from a day in the middle of a month, from the last moment of a leap day, and from nothing.
  constexpr std::string_view kReferences[] = {kReference, "2020-02-29T23:59:59Z", ""};
  std::string before;
  each_date([&](const SnapshotText& text) {
    const CallOptions options{kReferences[number++ % 3], "", text.language, true};
    std::string value = probe.read_one("article_date", text.text, options);
    value.erase(0, value.find('\n') + 1);  // the name
    rows.add("article_date", text.group, std::string(text.text) + ": " + value);
    const std::string prose = "Ag " + std::string(text.text) + " mo. " + std::string(text.text) + ", " + before + ".";
    rows.add("article_dates", text.group, probe.read_one("article_dates", prose, options));
    before = text.text;
  });
  return rows.shown();
}

Measures measure_changes(const std::string& folder) {
  Rows rows(folder);
  const Database database;
  FunctionProbe probe(database);
  for (const InventedFile& file : invented_files()) {
    each_changed_text(file, [&](const std::string& text, size_t, size_t) {
      const CallOptions options{kReference, "", "", false};
      for (const char* function : {"split_articles", "article_fields", "related_items"}) {
        if (file.archive || function != std::string_view("split_articles")) {
          rows.add(function, file.name, probe.read_one(function, text, options));
        }
      }
    });
  }
  return rows.shown();
}

}  // namespace article::test
