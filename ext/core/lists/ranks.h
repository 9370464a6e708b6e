// Ranks of items: rows of a number alone ("1", title, "2", title), and titles that begin with their rank ("1 Title").
//
// Cost: a few rows around each rank.
#pragma once

#include <string_view>
#include <vector>

#include "core/fields/extractors.h"
#include "core/lists/titles.h"

namespace article {

constexpr size_t kLeastRanked = 3;  // items that count 1, 2, 3

// The number that a line begins with, of one or two digits; none: zeros.
struct Rank {
  size_t digits = 0;
  size_t number = 0;
};
Rank leading_rank(std::string_view line) noexcept;

// "2", "2.", "02": a row that is a rank alone.
bool is_rank(const Row& row) noexcept;

// Marks the row below each rank that stands alone as a title, where at least kLeastRanked rows count from 1 on, and the
// other rows between them as none.
void mark_ranked_titles(const Reading& reading, std::pmr::vector<TitleMark>* marks);

}  // namespace article
