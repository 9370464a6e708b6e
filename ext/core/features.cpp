#include "core/features.h"

#include <algorithm>
#include <utility>

namespace article {

const char* column_name(size_t column) noexcept {
  static constexpr const char* kNames[] = {
#define ARTICLE_COLUMN(id, name) name,
#include "core/features/columns.def"
#undef ARTICLE_COLUMN
  };
  return column < kColumnCount ? kNames[column] : "";
}

PageFeatures::PageFeatures(std::string_view text, const std::pmr::vector<Line>& lines,
                           std::pmr::vector<Unit> page_units, const Interrupt& interrupt,
                           std::pmr::memory_resource* memory, LineTokens* by_line)
    : units(std::move(page_units)), stats(memory), tokens(memory), columns(units.size(), kColumnCount, memory) {
  stats.resize(units.size());
  if (!units.empty()) {
    const size_t bytes = lines[units.back().last_line].end - lines[units.front().first_line].begin;
    tokens.resize(std::min(bytes / 6U, units.size() * kMaxUnitTokens) + 8U);
  }
  UnitScanner scanner(text, &tokens, interrupt);
  size_t polled = units.empty() ? 0 : lines[units.front().first_line].begin;
  for (size_t i = 0; i < units.size(); ++i) {
    stats[i].first_token = static_cast<uint32_t>(scanner.token_count());
    for (uint32_t line = units[i].first_line; line <= units[i].last_line; ++line) {
      const LineTokens added = scanner.add(lines[line].begin, lines[line].end, &stats[i]);
      if (by_line != nullptr) {
        by_line[line] = added;
      }
    }
    scanner.finish(&stats[i]);
    if (lines[units[i].last_line].end - polled >= kPollBytes) {
      interrupt.poll();
      polled = lines[units[i].last_line].end;
    }
  }
  scanner.finish_page(&stats);
  fill_own_columns(this);
  fill_vocabulary_columns(this, by_line);
  fill_repeat_columns(this, memory);
  if (!units.empty()) {
    const Segment segment = find_segment(this, memory);
    fill_shared_columns(this, segment, memory);
    fill_context_columns(this, segment, memory);
  }
}

}  // namespace article
