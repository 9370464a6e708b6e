// The number or letter that a list item begins with: "2.", "b)", "• 9.", "1.)".
//
// Items that stand in one line are sentences of their own: "1. Open it. 2. Read it."  Cost: a few characters.
#pragma once

#include <cstdint>
#include <string_view>

namespace article {

struct ListMark {
  uint32_t value = 0;  // 0: none
  bool letter = false;
  bool capital = false;
  char32_t bullet = 0;
  char32_t close = 0;  // '.' or ')'
  bool both = false;   // ".)"
  uint32_t end = 0;    // byte offset behind it

  bool continues(const ListMark& other) const noexcept {
    return value != 0 && value == other.value + 1 && letter == other.letter && capital == other.capital &&
           bullet == other.bullet && close == other.close && both == other.both;
  }
};

// The mark at `at` that is followed by a blank; value 0: none.  Nothing at `end` or behind it is read.
ListMark read_list_mark(std::string_view text, uint32_t at, uint32_t end) noexcept;

}  // namespace article
