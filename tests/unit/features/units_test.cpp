// At which width the lines of a page are wrapped.
#include "core/features/units.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

uint32_t width_of(const std::string& text) {
  auto* memory = std::pmr::get_default_resource();
  return wrap_width(text, split_lines(text, Interrupt{}, memory), Interrupt{}, memory);
}

// `count` lines of so many characters, words of seven small letters, with `last` behind the last of them.
std::string wrapped(size_t characters, size_t count, const std::string& last = {}) {
  std::string line;
  for (size_t i = 1; i <= characters; ++i) {
    line.push_back(i % 8 == 0 && i != characters ? ' ' : 'a');
  }
  std::string text;
  for (size_t i = 0; i < count; ++i) {
    text += line + "\n";
  }
  return text + last;
}

}  // namespace

TEST_CASE("units: lines that all go on in the next one are wrapped at the width of the longest") {
  CHECK(width_of(wrapped(72, 40)) == 72);
  CHECK(width_of(wrapped(72, 40, "the end.\n")) == 72);
  CHECK(width_of(wrapped(72, 98, std::string(90, 'b') + "\n")) == 72);  // one of a hundred is an address
}

TEST_CASE("units: lines of more than 120 characters are paragraphs, whatever their bytes") {
  CHECK(width_of(wrapped(120, 40)) == 120);
  CHECK(width_of(wrapped(121, 40)) == 0);
  const auto deseret = [](size_t letters) {
    std::string line;
    for (size_t i = 0; i < letters; ++i) {
      line += "\xF0\x90\x90\xA8";  // a small letter of four bytes
    }
    return line + "\n";
  };
  CHECK(width_of(wrapped(120, 40, deseret(120))) == 120);
  CHECK(width_of(wrapped(120, 40, deseret(121))) == 0);  // more than one of fifty
}

TEST_CASE("units: capitals and ends of sentences at the end of every line are no wrapping") {
  std::string titles;
  std::string sentences;
  for (int i = 0; i < 40; ++i) {
    titles += "A" + std::string(71, 'a') + "\n";
    sentences += std::string(71, 'a') + ".\n";
  }
  CHECK(width_of(titles) == 0);
  CHECK(width_of(sentences) == 0);
  CHECK(width_of("") == 0);
  CHECK(width_of("\n\n\n") == 0);
}

TEST_CASE("units: an indented first line is as wide as with its blanks, and begins a paragraph") {
  const std::string text =
      "    Grain growers in the eastern wheatbelt say that the closure of two branch\n"
      "lines will put another 38,000 truck movements a year on roads that were never\n"
      "built for them.\n"
      "    The lines from the port to the salt lake and those beyond it are to shut\n"
      "at the end of the harvest, after the operator and the handler failed to agree\n"
      "on who should pay for new sleepers.\n";
  auto* memory = std::pmr::get_default_resource();
  const auto lines = split_lines(text, Interrupt{}, memory);
  const uint32_t width = width_of(text);
  CHECK(width == 77);
  size_t next = 0;
  const auto units = find_units(text, lines, width, 0, 100, &next, memory);
  REQUIRE(units.size() == 2);
  CHECK(units[1].first_line == 3);
}
