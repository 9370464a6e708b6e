// Units: what is classified.  A unit is a line, or the hard-wrapped lines of one paragraph.
//
//   "The minister said on Tuesday that the"
//   "bridge would open."                      -> one unit of two lines, if the page is wrapped at about that width
//
// A page is taken for hard-wrapped at width W if its lines end where the next word would have gone past W, much more
// often than chance has it.  Cost: one pass over the lines.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"
#include "core/text/lines.h"

namespace article {

struct Unit {
  uint32_t first_line = 0;  // indexes of lines, inclusive; no blank line inside
  uint32_t last_line = 0;
  uint32_t blank_before = 0;  // blank lines between this unit and the one before
};

// Width at which the lines are wrapped, in characters; 0: they are not.
uint32_t wrap_width(std::string_view text, const std::pmr::vector<Line>& lines, const Interrupt& interrupt,
                    std::pmr::memory_resource* memory);

// Units of lines[first, ...), at most `most` of them; *next becomes the first line after them.
std::pmr::vector<Unit> find_units(std::string_view text, const std::pmr::vector<Line>& lines, uint32_t width,
                                  size_t first, size_t most, size_t* next, std::pmr::memory_resource* memory);

}  // namespace article
