// Statements that are asked to stop: at each step, by sqlite3_interrupt() and by a progress handler.
#include <catch2/catch.hpp>

#include <ctime>

#include "core/article.h"
#include "support/database.h"
#include "support/memory_methods.h"
#include "support/random_text.h"

using namespace article::test;

namespace {

struct Countdown {
  int64_t left = 0;  // the call that is answered with "stop"; 0: none
  int64_t calls = 0;
};

int count_down(void* data) {
  auto* countdown = static_cast<Countdown*>(data);
  ++countdown->calls;
  return countdown->left != 0 && countdown->calls >= countdown->left ? 1 : 0;
}

int64_t run(const Statement& statement, int* code) {
  int64_t rows = 0;
  while ((*code = statement.step()) == SQLITE_ROW) {
    ++rows;
  }
  statement.reset();
  return rows;
}

// Long enough to be polled within: 64 KiB lie between two polls.
std::string long_page() {
  std::string text;
  while (text.size() < 150000) {
    text += sample_page();
  }
  return text;
}

std::vector<std::string> every_call(const Database& database) {
  std::vector<std::string> calls;
  for (const TableFunctionInfo& info : table_functions(database)) {
    calls.push_back("SELECT count(*) FROM " + info.name + "(?1)");
  }
  for (const ScalarFunctionInfo& info : scalar_functions(database)) {
    if (info.name != "article_distance") {
      calls.push_back("SELECT " + info.name + "(?1)");
    }
  }
  return calls;
}

int64_t thread_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

// Nanoseconds of work between two polls, at most.
struct Gaps {
  int64_t last = 0;
  int64_t longest = 0;
  int64_t polls = 0;
  int64_t stop_at = 0;  // 0: never

  static bool asked(void* context) {
    auto* self = static_cast<Gaps*>(context);
    const int64_t now = thread_nanoseconds();
    self->longest = std::max(self->longest, now - self->last);
    self->last = now;
    return ++self->polls == self->stop_at;
  }
};

}  // namespace

TEST_CASE("a progress handler that says stop at step 1, 2, 3 ... interrupts each function, which then works again") {
  const Database database;
  const std::string text = long_page();
  for (const std::string& call : every_call(database)) {
    const Statement statement(database, call);
    statement.bind(1, text);
    int code = SQLITE_OK;
    const int64_t rows = run(statement, &code);
    REQUIRE(code == SQLITE_DONE);
    int64_t step = 1;
    for (int tries = 0; tries < 400; ++tries) {
      Countdown countdown{step, 0};
      sqlite3_progress_handler(database.get(), 1, count_down, &countdown);
      run(statement, &code);
      sqlite3_progress_handler(database.get(), 0, nullptr, nullptr);
      INFO(call << " at step " << step);
      if (countdown.calls < step) {
        REQUIRE(code == SQLITE_DONE);
        break;
      }
      REQUIRE(code == SQLITE_INTERRUPT);
      step += 1 + step / 50;  // each step at first, then in growing strides
    }
    REQUIRE(run(statement, &code) == rows);
    REQUIRE(code == SQLITE_DONE);
  }
}

TEST_CASE("an interrupt within one long line ends the statement") {
  const Database database;
  const std::string text(8000000, 'x');
  for (const TableFunctionInfo& info : table_functions(database)) {
    if (info.name == "split_articles") {
      continue;  // reads the first 256 KiB of a plain text and is done
    }
    const std::string scope = info.scope ? ", NULL, NULL, NULL, 'text'" : "";
    const Statement statement(database, "SELECT count(*) FROM " + info.name + "(?1" + scope + ")");
    statement.bind(1, text);
    // Asked once within the function: the steps of the statement itself are fewer than those of the polls.
    Countdown countdown{200, 0};
    sqlite3_progress_handler(database.get(), 1, count_down, &countdown);
    int code = SQLITE_OK;
    run(statement, &code);
    sqlite3_progress_handler(database.get(), 0, nullptr, nullptr);
    INFO(info.name);
    REQUIRE(code == SQLITE_INTERRUPT);
  }
}

TEST_CASE("a progress handler of 1000 steps is asked at least each 32 MB of text") {
  const Database database;
  const std::string text(40000000, 'x');
  std::vector<std::string> calls = {"SELECT word_count FROM parse_article(?1)", "SELECT article_json(?1)",
                                    "SELECT article_fingerprint(?1)"};
  for (const TableFunctionInfo& info : table_functions(database)) {
    if (info.name != "split_articles") {  // done after 256 KiB
      calls.push_back("SELECT count(*) FROM " + info.name + "(?1" + (info.scope ? ", NULL, NULL, NULL, 'text')" : ")"));
    }
  }
  for (const std::string& call : calls) {
    const Statement statement(database, call);
    statement.bind(1, text);
    Countdown countdown;
    sqlite3_progress_handler(database.get(), 1000, count_down, &countdown);
    int code = SQLITE_OK;
    run(statement, &code);
    sqlite3_progress_handler(database.get(), 0, nullptr, nullptr);
    INFO(call);
    REQUIRE(code == SQLITE_DONE);
    REQUIRE(countdown.calls >= 1);
  }
}

namespace {

std::string repeated(std::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) {
    text += piece;
  }
  return text;
}

// Every stage of the core over one text; the longest work between two polls, in nanoseconds of processor time.
Gaps gaps_of(const std::string& text, bool prose) {
  Gaps gaps;
  gaps.last = thread_nanoseconds();
  const article::Interrupt interrupt{&Gaps::asked, &gaps};
  article::Document document(text, {}, std::pmr::new_delete_resource());
  document.lines(interrupt);
  document.roles(interrupt);
  document.fields(interrupt);
  document.related_items(interrupt);
  if (prose) {
    article::Prose& whole = document.prose(true, interrupt);
    whole.sentences(interrupt);
    whole.names(interrupt);
    whole.quotes(interrupt);
    const auto found = article::find_dates(text, 0, text.size(), {}, interrupt, std::pmr::new_delete_resource());
    std::vector<article::DateValue> values(found.size());
    article::resolve_all(found.data(), found.size(), {}, values.data(), interrupt);
  }
  Gaps::asked(&gaps);
  return gaps;
}

void check_gaps(const std::string& text, bool prose) {
  const Gaps gaps = gaps_of(text, prose);
  INFO(text.substr(0, 40) << ": " << gaps.longest / 1000 << " microseconds, " << gaps.polls << " polls");
  CHECK(gaps.polls > 20);
  CHECK(gaps.longest < 100000000);
}

}  // namespace

TEST_CASE("at most 100 ms of work lie between two polls of a stage of the core") {
  check_gaps(repeated(sample_page(), 8000000), false);
  check_gaps(repeated("The line was closed when a storm broke two of the three piers and\n", 8000000), false);
  check_gaps(std::string(8000000, 'x'), false);
  check_gaps(std::string(2000000, '\n'), false);
  check_gaps(std::string(4000000, '"'), false);
  check_gaps(std::string(4000000, '1'), false);
}

TEST_CASE("at most 100 ms of work lie between two polls of sentences, names, quotations and dates") {
  for (const std::string_view piece :
       {sample_page(), std::string_view("\"We won,\" Mayor Dana Orr said on Thursday, 7 November 2019. "),
        std::string_view("word "), std::string_view("\n"), std::string_view("\""), std::string_view("1"),
        std::string_view("He said \xE2\x80\x9Cno "), std::string_view("Mara Ilvent of Brenford Council "),
        std::string_view("on 1 November 2019, ")}) {
    check_gaps(repeated(piece, 4000000), true);
  }
}

// By hand: minutes of work, gigabytes of memory.
TEST_CASE("at most 100 ms of work lie between two polls within a line of 400 MB", "[.huge]") {
  for (const std::string_view piece : {std::string_view("x"), std::string_view("word after word ")}) {
    const std::string text = repeated(piece, 400000000);
    const Gaps gaps = gaps_of(text, true);
    WARN(piece << ": " << gaps.longest / 1000 << " microseconds, " << gaps.polls << " polls");
    CHECK(gaps.longest < 100000000);
  }
}

TEST_CASE("a document whose stage was interrupted at any poll gives the same fields afterwards") {
  std::string text;
  while (text.size() < 400000) {
    text += sample_page();
  }
  article::Document whole(text, {}, std::pmr::new_delete_resource());
  const size_t expected = whole.fields({}).all().size();
  for (int64_t stop = 1;; ++stop) {
    article::Document document(text, {}, std::pmr::new_delete_resource());
    Gaps gaps;
    gaps.stop_at = stop;
    bool interrupted = false;
    try {
      document.fields({&Gaps::asked, &gaps});
    } catch (const article::Interrupted&) {
      interrupted = true;
    }
    REQUIRE(document.fields({}).all().size() == expected);
    REQUIRE(document.fields({}).value(article::Field::kWordCount) ==
            whole.fields({}).value(article::Field::kWordCount));
    if (!interrupted) {
      REQUIRE(stop > 5);
      break;
    }
  }
}
