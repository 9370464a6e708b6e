#include <algorithm>

#include "core/lists/items.h"

namespace article {

namespace {

constexpr uint16_t kMaxPlainCharacters = 240;

}  // namespace

bool is_title_like(const Row& row) noexcept {
  return row.words >= 4 && row.words <= (row.has(kUncased) ? 60 : 30) && !row.has(kIsBody);
}

TitleRuns::TitleRuns(const Reading& reading, std::pmr::memory_resource* memory) : reading_(reading), chains_(memory) {
  chains_.reserve(kPeriods + 1);
  for (size_t period = 1; period <= kPeriods; ++period) {
    Chain& chain = chains_.emplace_back();
    walk(
        period,
        [&](uint32_t r) {
          // Between two titles at a distance there are none.
          return is_title_like(reading.row(r)) && (period == 1 || r == 0 || !is_title_like(reading.row(r - 1)));
        },
        &chain);
  }
  Chain& chain = chains_.emplace_back();
  walk(
      1,
      [&](uint32_t r) {
        const Row& row = reading.row(r);
        const bool sentence = row.has(kEndsSentence) && !row.has(kHasQuery);
        return row.words >= 4 && row.characters <= kMaxPlainCharacters && !sentence;
      },
      &chain);
}

// Sums from the beginning of the run to each row; zero where a row is in none.
template <class Holds>
void TitleRuns::walk(size_t period, Holds holds, Chain* chain) const {
  const auto count = static_cast<uint32_t>(reading_.row_count());
  chain->resize(count);
  for (uint32_t r = 0; r < count; ++r) {
    if (!holds(r)) {
      continue;
    }
    const Row& row = reading_.row(r);
    Sums sums = r >= period ? (*chain)[r - period] : Sums();
    ++sums.rows;
    sums.characters += row.characters;
    sums.sentences += row.has(kEndsSentence) ? 1 : 0;
    sums.roles += row.role == Role::kItemTitle ? 1 : 0;
    (*chain)[r] = sums;
  }
}

TitleRuns::Run TitleRuns::read(const Chain& chain, uint32_t row, uint32_t period) const noexcept {
  Run run;
  if (chain[row].rows == 0) {
    return run;
  }
  uint32_t last = row;
  for (int step = 0; step < kMaxRunRows && last + period < chain.size() && chain[last + period].rows != 0; ++step) {
    last += period;
  }
  const Sums& sums = chain[last];
  run.period = static_cast<int>(period);
  run.rows = std::min(sums.rows - 1, kMaxRunRows);
  run.above = std::min(chain[row].rows - 1, kMaxRunRows);
  run.characters = sums.characters / sums.rows;
  run.sentences = sums.sentences * 100 / sums.rows;
  run.roles = sums.roles * 100 / sums.rows;
  return run;
}

TitleRuns::Run TitleRuns::longest(uint32_t row) const noexcept {
  Run best;
  for (uint32_t period = 1; period <= kPeriods; ++period) {
    const Run run = read(chains_[period - 1], row, period);
    best = run.rows > best.rows ? run : best;
  }
  return best;
}

TitleRuns::Run TitleRuns::plain(uint32_t row) const noexcept {
  return read(chains_[kPeriods], row, 1);
}

}  // namespace article
