// Columns of the unit alone.
#include <algorithm>

#include "core/features.h"

namespace article {

namespace {

uint8_t small(uint32_t value, uint32_t most) noexcept {
  return static_cast<uint8_t>(std::min(value, most));
}

void fill_unit(const UnitStats& stats, size_t row, Columns* columns) {
  uint8_t* cells = columns->at(size_t{0}) + row;
  const size_t stride = columns->stride();
  const auto set = [=](Column column, uint8_t value) { cells[static_cast<size_t>(column) * stride] = value; };
  // An ideograph is about 0.4 words, and as much text as two and a half letters.
  const uint32_t characters = stats.characters + stats.ideographs * 3U / 2U;
  const uint32_t words = stats.words + stats.numbers + stats.ideographs * 2U / 5U;
  const uint32_t cased = stats.words;
  set(Column::kInside, 1);
  set(Column::kCharacters, log_scale(characters));
  set(Column::kWords, log_scale(words));
  set(Column::kWordLength, small(words == 0 ? 0 : characters * 8U / words, 255));
  set(Column::kLongestWord, small(stats.longest, 60));
  set(Column::kEnding, static_cast<uint8_t>(stats.ending));
  set(Column::kOpening, static_cast<uint8_t>(stats.opening));
  set(Column::kShortWords, share(stats.short_words, cased));
  set(Column::kCapitalWords, share(stats.capital_words, cased));
  set(Column::kAllCapitalWords, share(stats.all_capital_words, cased));
  set(Column::kDigits, share(stats.digits, stats.characters));
  set(Column::kNumbers, small(stats.numbers, 12));
  set(Column::kMarks, share(stats.marks, stats.characters));
  set(Column::kCommas, small(stats.commas, 20));
  set(Column::kQuotes, small(stats.quotes, 8));
  set(Column::kSeparators, small(stats.separators, 6));
  set(Column::kColons, small(stats.colons, 4));
  set(Column::kParentheses, small(stats.parentheses, 4));
  set(Column::kSentences, small(stats.sentence_ends, 20));
  set(Column::kQuestions, small(stats.questions, 4));
  set(Column::kLink, stats.link ? 1 : 0);
  set(Column::kHandle, stats.handle ? 1 : 0);
  set(Column::kClock, stats.clock ? 1 : 0);
  set(Column::kDate, stats.numeric_date ? 2 : stats.year ? 1 : 0);
  set(Column::kAgo, stats.ago_like ? 1 : 0);
}

}  // namespace

void fill_own_columns(PageFeatures* page) {
  const size_t count = page->units.size();
  uint8_t* blank_before = page->columns.at(Column::kBlankBefore);
  uint8_t* blank_after = page->columns.at(Column::kBlankAfter);
  uint8_t* lines = page->columns.at(Column::kLines);
  for (size_t i = 0; i < count; ++i) {
    const Unit& unit = page->units[i];
    fill_unit(page->stats[i], i, &page->columns);
    blank_before[i] = small(i == 0 ? 3 : unit.blank_before, 3);
    blank_after[i] = small(i + 1 == count ? 3 : page->units[i + 1].blank_before, 3);
    lines[i] = small(unit.last_line - unit.first_line + 1U, 50);
  }
}

}  // namespace article
