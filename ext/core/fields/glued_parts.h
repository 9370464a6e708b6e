// Parts of a row that were boxes of their own and lost the blank between them, as text without tags often does.
//
//   "Example PostApril 28, 2023 GMT"    -> "Example Post" | "April 28, 2023 GMT"
//   "6 December 20236 December 2023"    -> "6 December 2023" | "6 December 2023"
//   "27.01.2022Mineral oil"             -> "27.01.2022" | "Mineral oil"
//
// Cost: one pass over the characters of the row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article {

// Where the part that begins at `begin` ends; `end` where nothing is glued.  Offsets are bytes of `text`.
uint32_t glued_part_end(std::string_view text, uint32_t begin, uint32_t end) noexcept;

}  // namespace article
