// How much memory a text takes.  The bounds are those of docs/SECURITY.md: bytes a line, times the text, and a fixed
// part (the tables that the reader fills for some thousand lines at a time).
#include <catch2/catch.hpp>

#include <memory_resource>
#include <string>

#include "core/article.h"
#include "pathological/generators.h"
#include "support/database.h"
#include "support/memory_methods.h"
#include "support/random_text.h"

using namespace article;
using namespace article::test;

namespace {

constexpr double kFixed = 8e6;

class Counting : public std::pmr::memory_resource {
 public:
  double peak() const { return static_cast<double>(peak_); }

 private:
  void* do_allocate(size_t bytes, size_t alignment) override {
    now_ += bytes;
    peak_ = std::max(peak_, now_);
    return std::pmr::new_delete_resource()->allocate(bytes, alignment);
  }
  void do_deallocate(void* block, size_t bytes, size_t alignment) override {
    now_ -= bytes;
    std::pmr::new_delete_resource()->deallocate(block, bytes, alignment);
  }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  size_t now_ = 0;
  size_t peak_ = 0;
};

template <class Read>
double peak_of(const std::string& text, Read read) {
  Counting memory;
  Document document(text, {}, &memory);
  read(&document);
  return memory.peak();
}

void read_article(Document* document) {
  document->fields({});
  document->related_items({});
}

void read_prose(Document* document) {
  document->prose(true, {}).names({});
  document->prose(true, {}).quotes({});
}

double lines_of(const std::string& text) {
  return static_cast<double>(split_lines(text, {}, std::pmr::new_delete_resource()).size());
}

std::string news(size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += sample_page();
  }
  return text;
}

}  // namespace

TEST_CASE("memory: an article with its items takes at most 96 bytes a line beside the text, also of 10 M blank lines") {
  for (const std::string& text : {news(8000000), std::string(10000000, '\n')}) {
    const double peak = peak_of(text, read_article);
    INFO(peak << " bytes, " << lines_of(text) << " lines");
    CHECK(peak <= 96 * lines_of(text) + kFixed);
  }
}

TEST_CASE("memory: names and quotes keep the words of the prose, five times the text of news") {
  const std::string text = news(8000000);
  CHECK(peak_of(text, read_prose) <= 5 * static_cast<double>(text.size()) + kFixed);
  const std::string blank(10000000, '\n');
  CHECK(peak_of(blank, read_prose) <= 96 * lines_of(blank) + kFixed);
}

TEST_CASE(
    "memory: no hostile text takes more than 300 bytes a line and twice the text, its prose not 36 times the text") {
  for (size_t i = 0; i < kGeneratorCount; ++i) {
    const std::string text = kGenerators[i].make(1000000);
    const auto size = static_cast<double>(text.size());
    INFO(kGenerators[i].name);
    CHECK(peak_of(text, read_article) <= 300 * lines_of(text) + 2 * size + 2 * kFixed);
    CHECK(peak_of(text, read_prose) <= 36 * size + kFixed);
  }
}

TEST_CASE("memory: SQLite's two copies of a text, our one, and the lines are all that a statement takes") {
  const Database database;
  for (const std::string& text : {news(8000000), std::string(8000000, '\n')}) {
    database.execute("DROP TABLE IF EXISTS docs; CREATE TABLE docs(text TEXT)");
    const Statement insert(database, "INSERT INTO docs VALUES (?1)");
    insert.bind(1, text);
    REQUIRE(insert.step() == SQLITE_DONE);
    Allocations::reset_peak();
    const int64_t before = Allocations::bytes_in_use();
    database.value("SELECT p.word_count FROM docs d, parse_article(d.text) p");
    const auto used = static_cast<double>(Allocations::peak_bytes() - before);
    INFO(used << " bytes, " << lines_of(text) << " lines");
    CHECK(used <= 3 * static_cast<double>(text.size()) + 96 * lines_of(text) + kFixed);
  }
}
