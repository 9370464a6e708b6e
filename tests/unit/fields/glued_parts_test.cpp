#include "core/fields/glued_parts.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

std::string parts(std::string_view text) {
  std::string out;
  const auto end = static_cast<uint32_t>(text.size());
  for (uint32_t begin = 0; begin < end;) {
    const uint32_t next = glued_part_end(text, begin, end);
    out.append(text.substr(begin, next - begin)).append("|");
    begin = next;
  }
  return out;
}

}  // namespace

TEST_CASE("glued parts: a word with a capital or a number behind small letters begins a part") {
  CHECK(parts("Example PostApril 28, 2023 GMT") == "Example Post|April 28, 2023 GMT|");
  CHECK(parts("updatedSep 4, 2023") == "updated|Sep 4, 2023|");
  CHECK(parts("Beispielstadt15.04.25 09:56") == "Beispielstadt|15.04.25 09:56|");
}

TEST_CASE("glued parts: a year ends with its fourth digit") {
  CHECK(parts("6 December 20236 December 2023") == "6 December 2023|6 December 2023|");
  CHECK(parts("27.01.2022Marktbericht") == "27.01.2022|Marktbericht|");
}

TEST_CASE("glued parts: the last of several capitals belongs to the small letters behind it") {
  CHECK(parts("ABCDDec 22, 2023") == "ABCD|Dec 22, 2023|");
}

TEST_CASE("glued parts: names of letters and digits, ordinals and plain lines are whole") {
  CHECK(parts("G20 summit on 7th May 2019") == "G20 summit on 7th May 2019|");
  CHECK(parts("12.03.2019, 14:30 Uhr") == "12.03.2019, 14:30 Uhr|");
}
