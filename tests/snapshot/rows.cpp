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

// A group differs from what is expected of it.
struct Difference {};

class Rows {
 public:
  explicit Rows(const RowOptions& options) : options_(options) {
    if (!options_.folder.empty()) {
      std::filesystem::remove_all(options_.folder);
      std::filesystem::create_directories(options_.folder);
    }
  }

  void add(const std::string& function, std::string_view group, std::string_view rows) {
    if (group != group_) {
      check_group();
      group_ = group;
    }
    Known& known = groups_[{function, group_}];
    known.lines += static_cast<size_t>(std::count(rows.begin(), rows.end(), '\n'));
    known.digest.add(rows);
    if (!options_.folder.empty()) {
      std::ofstream out(options_.folder + "/" + function + "." + group_, std::ios::binary | std::ios::app);
      out << rows;
    }
  }
  Measures shown() const {
    Measures out;
    for (const auto& [name, known] : groups_) {
      out[name] = known.shown();
    }
    return out;
  }

 private:
  struct Known {
    size_t lines = 0;
    Digest digest;
    std::string shown() const {
      char line[60];
      std::snprintf(line, sizeof(line), "%zu lines, %016" PRIx64, lines, digest.value());
      return line;
    }
  };

  void check_group() const {
    for (const auto& [name, known] : groups_) {
      if (options_.expected != nullptr && name.second == group_) {
        const auto found = options_.expected->find(name);
        if (found == options_.expected->end() || found->second != known.shown()) {
          throw Difference();
        }
      }
    }
  }

  const RowOptions& options_;
  std::string group_;  // that is being read
  std::map<std::pair<std::string, std::string>, Known> groups_;
};

void read_texts(Rows* out) {
  const Database database;
  FunctionProbe probe(database);
  std::vector<std::string> functions = {"article_json", "article_fingerprint"};
  for (const TableFunctionInfo& info : table_functions(database)) {
    functions.push_back(info.name);
  }
  size_t number = 0;
  const auto read_text = [&](const SnapshotText& text) {
    const CallOptions options{kReference, "+02:00", text.language, number++ % 2 == 1};
    for (const std::string& function : functions) {
      out->add(function, text.group, probe.read_one(function, text.text, options));
    }
  };
  // A date is counted from a day in the middle of a month, from the last moment of a leap day, and from nothing.
  constexpr std::string_view kReferences[] = {kReference, "2020-02-29T23:59:59Z", ""};
  std::string before;
  const auto read_date = [&](const SnapshotText& text) {
    const CallOptions options{kReferences[number++ % 3], "", text.language, true};
    std::string value = probe.read_one("article_date", text.text, options);
    value.erase(0, value.find('\n') + 1);  // the name
    out->add("article_date", text.group, std::string(text.text) + ": " + value);
    const std::string prose = "Ag " + std::string(text.text) + " mo. " + std::string(text.text) + ", " + before + ".";
    out->add("article_dates", text.group, probe.read_one("article_dates", prose, options));
    before = text.text;
  };
  each_text(read_text, read_date);
}

void read_changes(Rows* out) {
  const Database database;
  FunctionProbe probe(database);
  for (const InventedFile& file : invented_files()) {
    each_changed_text(file, [&](const std::string& text, size_t, size_t) {
      const CallOptions options{kReference, "", "", false};
      for (const char* function : {"split_articles", "article_fields", "related_items"}) {
        if (file.archive || function != std::string_view("split_articles")) {
          out->add(function, file.name, probe.read_one(function, text, options));
        }
      }
    });
  }
}

Measures measure(const RowOptions& options, void (*read)(Rows*)) {
  Rows rows(options);
  try {
    read(&rows);
  } catch (const Difference&) {  // what was read so far is shown
  }
  return rows.shown();
}

}  // namespace

Measures measure_rows(const RowOptions& options) {
  return measure(options, read_texts);
}

Measures measure_changes(const RowOptions& options) {
  return measure(options, read_changes);
}

}  // namespace article::test
