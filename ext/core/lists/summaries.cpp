#include "core/lists/summaries.h"

namespace article {

namespace {

constexpr uint16_t kLeastWords = 9;
constexpr uint16_t kLeastCutWords = 15;  // titles are cut, too
constexpr uint32_t kMaxPeriod = 6;       // rows from one summary to the next

bool has_two_sentences(std::string_view line) noexcept {
  return line.find(". ") != std::string_view::npos || line.find("? ") != std::string_view::npos;
}

// "Wind and moon play together when the water rises. more"
bool leads_on(const Reading& reading, const Row& row) {
  constexpr size_t kMostWordsBehind = 2;
  const std::string_view line = reading.slice(row.begin, row.end);
  const size_t stop = line.rfind(". ");
  if (stop == std::string_view::npos || line.size() - stop > 24) {
    return false;
  }
  const LineWords behind(line, stop + 2, line.size());
  return behind.count() >= 1 && behind.count() <= kMostWordsBehind && bool{whole_line_phrase(behind, Term::kReadMore)};
}

}  // namespace

bool is_summary(const Reading& reading, uint32_t first, uint32_t r) noexcept {
  if (r <= first) {
    return false;
  }
  const Row& row = reading.row(r);
  const Row& above = reading.row(r - 1);
  const std::string_view line = reading.text(r);
  const bool cut = ends_with_ellipsis(line);
  const bool ends = row.has(kEndsSentence) || leads_on(reading, row);
  return ends && (!row.has(kHasQuery) || line.back() == '.' || has_two_sentences(line)) &&
         row.words >= (cut ? kLeastCutWords : kLeastWords) && 2 * row.capitals <= row.looked_at &&
         !above.has(kEndsSentence) && above.words > 1 && above.words < row.words;
}

void drop_summaries(const Reading& reading, std::pmr::vector<TitleMark>* marks) {
  const auto is_pair = [&](uint32_t r) {
    return (*marks)[r] == TitleMark::kTitle && (*marks)[r - 1] == TitleMark::kTitle && is_summary(reading, r - 1, r);
  };
  uint32_t before = 0;
  for (uint32_t r = 1; r < marks->size(); ++r) {
    if (!is_pair(r)) {
      continue;
    }
    if (before != 0 && r - before <= kMaxPeriod) {
      (*marks)[before] = TitleMark::kNone;
      (*marks)[r] = TitleMark::kNone;
    }
    before = r;
  }
}

}  // namespace article
