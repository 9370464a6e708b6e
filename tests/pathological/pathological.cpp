// Runs every function over each pathological text at n, 2n and 4n bytes, for callgrind to count the instructions.
//
//   valgrind --tool=callgrind --collect-atstart=no --callgrind-out-file=DIR/calls pathological 8192 [NAME]
//
// Each (function, text, bytes, lines) is one dump, named by its trigger; check_growth.py reads them.  Without valgrind
// it runs all the same and prints times, which depend on the machine.
#include <valgrind/callgrind.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>

#include "core/text/lines.h"
#include "pathological/generators.h"
#include "support/database.h"

namespace {

using namespace article::test;

int64_t step_all(const Statement& statement) {
  int64_t rows = 0;
  while (statement.step() == SQLITE_ROW) {
    ++rows;
  }
  statement.reset();
  return rows;
}

struct Call {
  std::string name;
  std::string sql;
};

// The prose functions over the whole text: of most of these texts nothing is taken for the body.  article_fields and
// article_json do what parse_article and related_items do, and article_date reads a short string only.
std::vector<Call> every_call(const Database& database) {
  std::vector<Call> calls;
  for (const TableFunctionInfo& info : table_functions(database)) {
    const std::string scope = info.scope ? ", NULL, NULL, NULL, 'text'" : "";
    if (info.name != "article_fields") {
      calls.push_back({info.name, "SELECT * FROM " + info.name + "(?1" + scope + ")"});
    }
  }
  for (const ScalarFunctionInfo& info : scalar_functions(database)) {
    if (info.name != "article_distance" && info.name != "article_json" && info.name != "article_date") {
      calls.push_back({info.name, "SELECT " + info.name + "(?1)"});
    }
  }
  return calls;
}

void measure(const Database& database, const Call& call, const Generator& generator, size_t bytes) {
  const std::string text = generator.make(bytes);
  const Statement statement(database, call.sql);
  statement.bind(1, text);
  database.value("SELECT headline FROM parse_article('another text')");  // forget the one before
  const size_t lines = article::split_lines(text, {}, std::pmr::new_delete_resource()).size();
  const std::string label =
      call.name + "|" + generator.name + "|" + std::to_string(text.size()) + "|" + std::to_string(lines);
  const auto begin = std::chrono::steady_clock::now();
  CALLGRIND_ZERO_STATS;
  CALLGRIND_TOGGLE_COLLECT;
  step_all(statement);
  CALLGRIND_TOGGLE_COLLECT;
  CALLGRIND_DUMP_STATS_AT(label.c_str());
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
  std::printf("%s|%.0f\n", label.c_str(), took.count());
}

}  // namespace

int main(int argc, char** argv) {
  const size_t bytes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 8192;
  const char* only = argc > 2 ? argv[2] : nullptr;
  const char* function = argc > 3 ? argv[3] : nullptr;
  const Database database;
  for (const Call& call : every_call(database)) {
    if (function != nullptr && call.name != function) {
      continue;
    }
    for (size_t i = 0; i < kGeneratorCount; ++i) {
      if (only != nullptr && *only != '\0' && std::strcmp(only, kGenerators[i].name) != 0) {
        continue;
      }
      for (const size_t size : {bytes, 2 * bytes, 4 * bytes}) {
        measure(database, call, kGenerators[i], size);
      }
    }
  }
  return 0;
}
