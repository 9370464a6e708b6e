// What must hold for every function and any text; the rules themselves are in support/row_rules.cpp.
#include <catch2/catch.hpp>

#include "support/corpus.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/memory_methods.h"
#include "support/random_text.h"

using namespace article::test;

namespace {

// SQLite itself replaces U+FFFE and U+FFFF on the way to UTF-16.
bool survives_utf16(std::string_view text) {
  return is_valid_utf8(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

void replace_all(std::string* text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text->find(from, at)) != std::string::npos; at += to.size()) {
    text->replace(at, from.size(), to);
  }
}

std::string seed_page() {
  return read_file(std::string(ARTICLE_SOURCE_DIR) + "/../shared/seed/trend-2019-11-07.txt");
}

constexpr CallOptions kSomeOptions[] = {
    {}, {"2019-11-08T09:00:00Z", "+04:00", "en", false}, {"2020-01-01", "EST", "de", true}, {"", "", "", true}};

}  // namespace

// Each 37th page: the fuzzers and the evaluation itself read many more.
TEST_CASE("every function keeps its promises on evaluation pages") {
  const Database database;
  FunctionProbe probe(database);
  const auto pages = evaluation_pages();
  if (pages.empty()) {
    WARN("skipped: no evaluation pages");
  }
  for (size_t i = 0; i < pages.size(); i += 37) {
    INFO(pages[i].substr(0, 80));
    REQUIRE_NOTHROW(probe.read(pages[i], kSomeOptions[i % 4]));
  }
}

// The suites' texts are short and of many languages: dates, quotations, sentences, datelines.
TEST_CASE("every function keeps its promises on the cases of the suites, and a UTF-16 database gives the same rows") {
  const Database database;
  const Database wide(Encoding::kUtf16);
  FunctionProbe probe(database);
  FunctionProbe other(wide);
  const auto cases = suite_cases();
  if (cases.empty()) {
    WARN("skipped: no suites");
  }
  for (size_t i = 0; i < cases.size(); ++i) {
    const SuiteCase& one = cases[i];
    INFO(one.text.substr(0, 80));
    std::string rows;
    REQUIRE_NOTHROW(rows = probe.read(one.text, {one.reference_time, i % 2 == 0 ? "" : "+01:00", one.language, true}));
    if (i % 8 == 0 && survives_utf16(one.text)) {
      REQUIRE(other.read(one.text, {one.reference_time, "", one.language, true}) == rows);
    }
  }
}

TEST_CASE("every function keeps its promises on random bytes and on random pages") {
  const Database database;
  FunctionProbe probe(database);
  TextMaker maker(5);
  for (size_t i = 0; i < 240; ++i) {
    const std::string text =
        i % 3 == 0 ? maker.bytes(maker.random().below(400)) : maker.page(maker.random().below(3000));
    INFO("text " << i);
    REQUIRE_NOTHROW(probe.read(text, kSomeOptions[i % 4]));
  }
}

TEST_CASE("the same text gives the same rows again, on the same and on another connection") {
  const Database first;
  const Database second;
  FunctionProbe probe(first);
  FunctionProbe other(second);
  TextMaker maker(6);
  std::string before;
  std::string before_rows;
  for (size_t i = 0; i < 40; ++i) {
    const std::string text = maker.page(1500);
    const std::string rows = probe.read(text, kSomeOptions[i % 4]);
    REQUIRE(other.read(text, kSomeOptions[i % 4]) == rows);
    if (i > 0) {
      REQUIRE(probe.read(before, kSomeOptions[(i - 1) % 4]) == before_rows);
    }
    before = text;
    before_rows = rows;
  }
}

TEST_CASE("a UTF-16 database gives the rows that a UTF-8 one gives") {
  const Database utf8;
  const Database utf16(Encoding::kUtf16);
  FunctionProbe probe(utf8);
  FunctionProbe other(utf16);
  REQUIRE(*utf16.value("PRAGMA encoding") == "UTF-16le");
  TextMaker maker(7);
  int compared = 0;
  for (size_t i = 0; i < 60; ++i) {
    const std::string text = maker.page(1500);
    if (survives_utf16(text)) {
      ++compared;
      REQUIRE(other.read(text, kSomeOptions[i % 4]) == probe.read(text, kSomeOptions[i % 4]));
    }
  }
  REQUIRE(compared > 20);
}

TEST_CASE("the seed page with CRLF, with a BOM and in UTF-16, and each prefix and suffix of it, break no promise") {
  const std::string page = seed_page();
  if (page.empty()) {
    WARN("skipped: no seed page");
    return;
  }
  const Database database;
  FunctionProbe probe(database);
  std::string crlf = page;
  replace_all(&crlf, "\n", "\r\n");
  const std::string bom = "\xEF\xBB\xBF" + page;
  REQUIRE_NOTHROW(probe.read(crlf));
  REQUIRE_NOTHROW(probe.read(bom));
  const Database utf16(Encoding::kUtf16);
  REQUIRE(FunctionProbe(utf16).read(page) == probe.read(page));
  for (size_t cut = 0; cut <= page.size(); cut += cut < 64 || page.size() - cut < 64 ? 9 : 61) {
    INFO("cut at byte " << cut);
    REQUIRE_NOTHROW(probe.read(page.substr(0, cut)));
    REQUIRE_NOTHROW(probe.read(page.substr(cut)));
  }
}

TEST_CASE("what the seed page says does not change with CRLF or with a BOM") {
  const std::string page = seed_page();
  if (page.empty()) {
    WARN("skipped: no seed page");
    return;
  }
  const Database database;
  // Only offsets and line ends may differ.
  auto values = [&](const std::string& text) {
    std::string out;
    for (const char* sql :
         {"SELECT * FROM parse_article(?1)",
          "SELECT item_no, list_no, list_title, list_kind, title, labels, category, time_text, "
          "date_published, date_published_utc, date_precision, url, line_no FROM related_items(?1)"}) {
      const Statement statement(database, sql);
      statement.bind(1, text);
      while (statement.step() == SQLITE_ROW) {
        for (int i = 0; i < statement.columns(); ++i) {
          out.append(statement.name(i)).append("=").append(statement.text(i)).append("\n");
        }
      }
    }
    return out;
  };
  std::string crlf = page;
  replace_all(&crlf, "\n", "\r\n");
  REQUIRE(values(crlf) == values(page));
  REQUIRE(values("\xEF\xBB\xBF" + page) == values(page));
}

TEST_CASE("an item of the seed page whose lines are whole is the same when the page's end is cut off") {
  const std::string page = seed_page();
  if (page.empty()) {
    WARN("skipped: no seed page");
    return;
  }
  const Database database;
  auto items = [&](std::string_view text, size_t whole_bytes) {
    const Statement statement(database, "SELECT title, category, time_text, byte_end FROM related_items(?1)");
    statement.bind(1, text);
    std::string out;
    while (statement.step() == SQLITE_ROW) {
      if (static_cast<size_t>(statement.integer(3)) < whole_bytes) {
        out.append(statement.text(0)).append("|").append(statement.text(1)).append("|").append(statement.text(2));
        out.append("\n");
      }
    }
    return out;
  };
  for (size_t cut = page.size(); cut > page.size() / 2; cut -= 13) {
    // The last lines before the cut may be half an item; those well before it are whole.
    const size_t whole = cut < 200 ? 0 : cut - 200;
    INFO("cut at byte " << cut);
    REQUIRE(items(page.substr(0, cut), whole) == items(page, whole));
  }
}

TEST_CASE("ten thousand texts in one statement, joined with two functions, give their rows") {
  const Database database;
  database.execute("CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT)");
  {
    const Statement insert(database, "INSERT INTO docs(text) VALUES (?1)");
    TextMaker maker(8);
    database.execute("BEGIN");
    for (int i = 0; i < 10000; ++i) {
      const std::string text =
          "Title " + std::to_string(i) + "\n" + (i % 100 == 0 ? maker.page(2000) : maker.page(200));
      insert.bind(1, text);
      REQUIRE(insert.step() == SQLITE_DONE);
      insert.reset();
    }
    database.execute("COMMIT");
  }
  REQUIRE(*database.value("SELECT count(DISTINCT d.id) FROM docs d, parse_article(d.text) p, article_lines(d.text) l "
                          "WHERE l.line_no = 1 AND l.line = 'Title ' || (d.id - 1)") == "10000");
}

TEST_CASE("functions joined over one text read it once") {
  const Database database;
  std::string text;
  TextMaker maker(9);
  while (text.size() < 300000) {
    text += maker.page(2000);
  }
  database.execute("CREATE TABLE docs(text TEXT)");
  const Statement insert(database, "INSERT INTO docs VALUES (?1)");
  insert.bind(1, text);
  REQUIRE(insert.step() == SQLITE_DONE);
  // Bytes that a statement allocates in all.  SQLite itself makes two copies of the text for each call (one out of its
  // pages, one to end it with a NUL); a second parse would need a third one, and its lines and fields.
  auto cost = [&](const char* sql) {
    const int64_t before = Allocations::total_bytes();
    database.value(sql);
    const int64_t bytes = Allocations::total_bytes() - before;
    database.value("SELECT headline FROM parse_article('another text')");  // nothing is kept from one to the next
    return bytes;
  };
  // Of one function alone only what is asked for is read; several have everything read for them.
  const int64_t one =
      cost("SELECT p.word_count, q.byline FROM docs d, parse_article(d.text) p, parse_article(d.text) q");
  const int64_t two = cost(
      "SELECT p.word_count, q.byline, r.headline FROM docs d, parse_article(d.text) p, parse_article(d.text) q, "
      "parse_article(d.text) r");
  const auto size = static_cast<int64_t>(text.size());
  REQUIRE(one > 3 * size);
  REQUIRE(two - one < 2 * size + size / 10);
}
