// The invented articles and archive files with one line changed at a time: what a damaged, edited or unusual export
// looks like.  Every promise of support/row_rules.cpp holds for each of them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "support/corpus.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/memory_methods.h"

using namespace article::test;

namespace {

// A text with its line ends, cut into lines.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string each_byte(std::string line, char (*change)(char)) {
  std::transform(line.begin(), line.end(), line.begin(), change);
  return line;
}

char upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

char next_digit(char byte) {
  return byte >= '0' && byte <= '9' ? static_cast<char>('0' + (byte - '0' + 3) % 10) : byte;
}

// Takes the place of a line, and of the one behind it where a change is about both.
using Change = std::string (*)(const std::string& line, const std::string& next);

constexpr Change kChanges[] = {
    [](const std::string&, const std::string& next) { return next; },
    [](const std::string& line, const std::string& next) { return line + line + next; },
    [](const std::string& line, const std::string& next) { return next + line; },
    [](const std::string& line, const std::string& next) { return line + "\n" + next; },
    [](const std::string& line, const std::string& next) {
      return line.substr(0, line.find_last_not_of("\r\n") + 1) + " " + next;
    },
    [](const std::string& line, const std::string& next) { return line.substr(0, line.size() / 2) + "\n" + next; },
    [](const std::string& line, const std::string& next) { return line.substr(line.size() / 2) + next; },
    [](const std::string& line, const std::string& next) { return line.substr(0, line.find(' ')) + "\n" + next; },
    [](const std::string& line, const std::string& next) { return "        " + line + next; },
    [](const std::string& line, const std::string& next) { return each_byte(line, upper) + next; },
    [](const std::string& line, const std::string& next) { return each_byte(line, next_digit) + next; },
    [](const std::string& line, const std::string&) { return line; },
};

std::string changed(const std::vector<std::string>& lines, size_t at, Change change) {
  std::string text;
  for (size_t i = 0; i < at; ++i) {
    text += lines[i];
  }
  text += change(lines[at], at + 1 < lines.size() ? lines[at + 1] : std::string());
  for (size_t i = at + 2; i < lines.size(); ++i) {
    text += lines[i];
  }
  return text;
}

std::vector<std::string> articles_of(const Database& database, const std::string& text) {
  const Statement statement(database, "SELECT article_text FROM split_articles(?1) WHERE format <> 'plain'");
  statement.bind(1, text);
  std::vector<std::string> articles;
  while (statement.step() == SQLITE_ROW) {
    articles.emplace_back(statement.text(0));
  }
  return articles;
}

// Archive files, which the fuzzers start from too (their first byte is an option there), and articles of each language.
std::vector<std::string> invented_texts() {
  std::vector<std::string> paths;
  for (const char* folder : {"/tests/fuzz/corpus", "/tests/articles"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ARTICLE_SOURCE_DIR) + folder)) {
      const std::string name = entry.path().filename().string();
      if (name.rfind("archive_", 0) == 0 || entry.path().extension() == ".txt") {
        paths.push_back(entry.path().string());
      }
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("an archive file or article with one line changed breaks no promise") {
  const Database database;
  FunctionProbe probe(database);
  std::set<std::string> seen;
  size_t count = 0;
  for (const std::string& path : invented_texts()) {
    const bool archive = path.find("/archive_") != std::string::npos;
    const std::vector<std::string> lines = lines_of(read_file(path).substr(archive ? 1 : 0));
    for (size_t i = 0; i < lines.size(); i += archive ? 1 : 5) {
      // Every change of every line of an archive would be ten times as many.
      for (size_t k = i % 3; k < std::size(kChanges); k += archive ? 3 : 6) {
        const std::string text = changed(lines, i, kChanges[k]);
        INFO(path << ", line " << i + 1 << ", change " << k);
        CallOptions options;
        options.reference_time = "2019-11-08T09:00:00Z";
        REQUIRE_NOTHROW(probe.read_one("split_articles", text, options));
        REQUIRE_NOTHROW(probe.read_one("article_fields", text, options));
        REQUIRE_NOTHROW(probe.read_one("article_lines", text, options));
        for (const std::string& article : articles_of(database, text)) {
          if (seen.insert(article).second) {
            REQUIRE_NOTHROW(probe.read_one("article_fields", article, options));
          }
        }
        REQUIRE_NOTHROW(probe.read_one("related_items", text, options));
        ++count;
      }
    }
  }
  REQUIRE(count > 5000);
}
