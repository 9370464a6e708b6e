#include "core/prose/list_marks.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

// The value of a mark and where it ends; 0: there is none.
std::string mark(const std::string& text) {
  const ListMark found = read_list_mark(text, 0, static_cast<uint32_t>(text.size()));
  return std::to_string(found.value) + (found.value == 0 ? "" : " to " + std::to_string(found.end));
}

ListMark read(const std::string& text) {
  return read_list_mark(text, 0, static_cast<uint32_t>(text.size()));
}

}  // namespace

TEST_CASE("list marks: a number or a letter, then a full stop or a bracket, then a blank") {
  CHECK(mark("1. Rain") == "1 to 2");
  CHECK(mark("12) Rain") == "12 to 3");
  CHECK(mark("123) Rain") == "123 to 4");
  CHECK(mark("a) Rain") == "1 to 2");
  CHECK(mark("z. Rain") == "26 to 2");
  CHECK(mark("B) Rain") == "2 to 2");
  CHECK(mark("3.) Rain") == "3 to 3");
  CHECK(mark("A.) Rain") == "1 to 3");
}

TEST_CASE("list marks: a bullet may stand before the number") {
  for (const char* bullet : {"\u2022", "\u2043", "\u25CF"}) {
    CHECK(mark(std::string(bullet) + " 2. Rain") == "2 to 6");
    CHECK(mark(std::string(bullet) + "2. Rain") == "2 to 5");
    CHECK(mark(std::string(bullet)) == "0");
    CHECK(mark(std::string(bullet) + "  ") == "0");
  }
}

TEST_CASE("list marks: an initial, a year, a decimal, a word or nothing is none") {
  for (const char* text : {"A. Writer", "2019. Rain", "1.5 metres", "1.Rain", "ab) Rain", "0. Rain", "?) Rain", "1",
                           "1.", "1.)", "a", "", ". Rain", "{) Rain", "@) Rain", "[) Rain", "`) Rain"}) {
    INFO(text);
    CHECK(mark(text) == "0");
  }
}

TEST_CASE("list marks: the next one of a list has the same form") {
  CHECK(read("2. Snow").continues(read("1. Rain")));
  CHECK(read("b) Snow").continues(read("a) Rain")));
  CHECK_FALSE(read("3. Snow").continues(read("1. Rain")));
  CHECK_FALSE(read("2) Snow").continues(read("1. Rain")));
  CHECK_FALSE(read("b. Snow").continues(read("1. Rain")));
  CHECK_FALSE(read("B) Snow").continues(read("a) Rain")));
  CHECK_FALSE(read("2.) Snow").continues(read("1. Rain")));
  CHECK_FALSE(read("\u2022 2. Snow").continues(read("1. Rain")));
  CHECK_FALSE(read("Snow").continues(read("Rain")));
}
