// Bounds of the line reader: name, value, reason, what happens beyond.
#pragma once

#include <cstdint>

namespace article {

// Tokens of one unit that are looked at one by one; a page's paragraph has 60 words.  Later words only count.
constexpr uint32_t kMaxUnitTokens = 400;

// A longer line has no shape in common with another one.
constexpr uint32_t kMaxShapeTokens = 8;

// Units that are read as one page (a news page has 240).  A longer text is read in stretches of this many, so that
// memory beyond the 16 bytes of a Line stays bounded; each stretch is a page of its own.
constexpr uint32_t kMaxPageUnits = 6000;

// Rows before and after a column, so that a feature of a neighbour can be read without a test.
constexpr uint32_t kColumnPadding = 8;

// Bytes after the last column: a vector of rows may begin at any row.
constexpr uint32_t kColumnSlack = 64;

}  // namespace article
