#include "core/lists/ranks.h"

#include <algorithm>

namespace article {

namespace {

constexpr uint32_t kMaxRows = 6;  // from one rank to the next

// The number of the row's rank; 0: it has none.
size_t rank_of(const Reading& reading, uint32_t r) noexcept {
  return is_rank(reading.row(r)) ? leading_rank(reading.text(r)).number : 0;
}

// The row that counts on, with a line that may be a title between; kNoRow: there is none.
uint32_t next_rank(const Reading& reading, uint32_t r, size_t number) noexcept {
  const auto end = static_cast<uint32_t>(std::min<size_t>(reading.row_count(), size_t{r} + 1 + kMaxRows));
  for (uint32_t i = r + 2; i < end; ++i) {
    if (rank_of(reading, i) == number) {
      return i;
    }
  }
  return kNoRow;
}

bool may_be_ranked(const Row& row) noexcept {
  return row.words >= 2 && !row.has(kIsBody);
}

}  // namespace

Rank leading_rank(std::string_view line) noexcept {
  constexpr size_t kMostDigits = 2;
  Rank rank;
  for (; rank.digits < line.size() && line[rank.digits] >= '0' && line[rank.digits] <= '9'; ++rank.digits) {
    if (rank.digits == kMostDigits) {
      return Rank{};
    }
    rank.number = rank.number * 10 + static_cast<size_t>(line[rank.digits] - '0');
  }
  return rank;
}

bool is_rank(const Row& row) noexcept {
  return row.words == 1 && row.numbers == 1 && row.characters <= 3;
}

void mark_ranked_titles(const Reading& reading, std::pmr::vector<TitleMark>* marks) {
  const auto count = static_cast<uint32_t>(reading.row_count());
  for (uint32_t first = 0; first + 1 < count; ++first) {
    if (rank_of(reading, first) != 1) {
      continue;
    }
    size_t ranks = 0;
    uint32_t last = first;
    for (uint32_t r = first; r != kNoRow && r + 1 < count && may_be_ranked(reading.row(r + 1));
         r = next_rank(reading, r, ranks + 1)) {
      last = r;
      ++ranks;
    }
    if (ranks < kLeastRanked) {
      continue;
    }
    for (uint32_t r = first; r <= last; ++r) {
      (*marks)[r] = r > first && is_rank(reading.row(r - 1)) ? TitleMark::kTitle : TitleMark::kNone;
    }
    (*marks)[last + 1] = TitleMark::kTitle;
    first = last;
  }
}

}  // namespace article
