// Columns of context: how much prose stands around a unit, where the densest prose is, and what lies between it and the
// unit.
#include <algorithm>

#include "core/features.h"

namespace article {

namespace {

constexpr uint8_t kShortWordsScale = 45;  // log_scale of six words
constexpr uint8_t kProseStopwords = 40;   // 0.2

bool ends_sentence(uint8_t ending) noexcept {
  return ending >= static_cast<uint8_t>(Ending::kEllipsis);
}

// Characters of a unit that reads like prose; half of them where only one of its two signs is seen.
uint32_t prose_mass(const PageFeatures& page, size_t row) noexcept {
  const Columns& columns = page.columns;
  if (columns.at(Column::kWords)[row] < kShortWordsScale) {
    return 0;
  }
  const uint32_t signs = (ends_sentence(columns.at(Column::kEnding)[row]) ? 1U : 0U) +
                         (columns.at(Column::kStopwords)[row] > kProseStopwords ? 1U : 0U);
  const UnitStats& stats = page.stats[row];
  return (stats.characters + stats.ideographs * 3U / 2U) * signs / 2U;
}

constexpr size_t kWidest = 20;  // units of a window

// Sums of all units before each, with those of none above the first and of all below the last: windows over the ends of
// the page need no test.  A page's characters fit in 32 bits.
class Sums {
 public:
  template <typename Value>
  Sums(size_t count, const Value& value, std::pmr::memory_resource* memory)
      : count_(count), sums_(count + 1 + 2 * kWidest, 0, memory) {
    uint32_t* const sums = sums_.data() + kWidest;
    for (size_t i = 0; i < count; ++i) {
      sums[i + 1] = sums[i] + value(i);
    }
    std::fill_n(sums + count + 1, kWidest, sums[count]);
  }
  size_t count() const noexcept { return count_; }
  const uint32_t* data() const noexcept { return sums_.data() + kWidest; }
  uint32_t operator[](size_t i) const noexcept { return data()[i]; }

 private:
  size_t count_;
  std::pmr::vector<uint32_t> sums_;
};

// What `of` makes of the sum of up to kWidth units before each, in `column`, and after each, in the next one.
template <size_t kWidth, typename Of>
void fill_window(const Sums& sums, Column column, Columns* columns, const Of& of) {
  static_assert(kWidth <= kWidest, "the sums have room");
  const auto behind = static_cast<Column>(static_cast<size_t>(column) + 1);
  const uint32_t* const sum = sums.data();
  const size_t count = sums.count();
  uint8_t* const before = columns->at(column);
  for (size_t i = 0; i < count; ++i) {
    before[i] = of(sum[i] - *(sum + i - kWidth));
  }
  uint8_t* const after = columns->at(behind);
  for (size_t i = 0; i < count; ++i) {
    after[i] = of(sum[i + 1 + kWidth] - sum[i + 1]);
  }
}

// Where on the page a unit stands.
void fill_places(const Sums& prose, Columns* columns) {
  const size_t count = prose.count();
  uint8_t* before = columns->at(Column::kSumBefore);
  uint8_t* after = columns->at(Column::kSumAfter);
  uint8_t* position = columns->at(Column::kPosition);
  uint8_t* from_start = columns->at(Column::kFromStart);
  uint8_t* from_end = columns->at(Column::kFromEnd);
  RisingShare share_before(uint64_t{prose[count]} + 1);
  RisingShare share_after(uint64_t{prose[count]} + 1);
  RisingShare share_of_units(count);
  for (size_t i = 0; i < count; ++i) {
    before[i] = share_before.of(prose[i]);
    position[i] = share_of_units.of(i);
    from_start[i] = from_end[count - 1 - i] = log_scale(static_cast<uint32_t>(i));
  }
  for (size_t i = count; i-- > 0;) {
    after[i] = share_after.of(prose[count] - prose[i + 1]);
  }
  std::fill_n(columns->at(Column::kUnits), count, log_scale(static_cast<uint32_t>(count)));
  std::fill_n(columns->at(Column::kProseSum), count, log_scale(prose[count]));
}

void fill_windows(const Sums& prose, PageFeatures* page, std::pmr::memory_resource* memory) {
  Columns& columns = page->columns;
  const size_t count = page->units.size();
  const uint8_t* words = columns.at(Column::kWords);
  const uint8_t* date = columns.at(Column::kDate);
  const uint8_t* clock = columns.at(Column::kClock);
  const uint8_t* ago = columns.at(Column::kAgo);
  const Sums shorts(
      count, [&](size_t i) { return words[i] < kShortWordsScale ? 1U : 0U; }, memory);
  const Sums dates(
      count, [&](size_t i) { return date[i] + clock[i] + ago[i] > 0 ? 1U : 0U; }, memory);
  const auto scaled = [](uint32_t sum) { return log_scale(sum); };
  const auto units = [](uint32_t sum) { return static_cast<uint8_t>(sum); };
  fill_window<3>(prose, Column::kProseBefore3, &columns, scaled);
  fill_window<8>(prose, Column::kProseBefore8, &columns, scaled);
  fill_window<20>(prose, Column::kProseBefore20, &columns, scaled);
  fill_window<3>(shorts, Column::kShortBefore3, &columns, units);
  fill_window<8>(shorts, Column::kShortBefore8, &columns, units);
  fill_window<20>(shorts, Column::kShortBefore20, &columns, units);
  fill_window<8>(dates, Column::kDatesBefore8, &columns, units);
  fill_places(prose, &columns);
}

// Lengths of runs of units of about the same length: lists.
void fill_runs(Columns* columns, size_t count) {
  const uint8_t* words = columns->at(Column::kWords);
  uint8_t* run = columns->at(Column::kRun);
  const auto length_class = [&](size_t i) {
    return (words[i] >= 32) + (words[i] >= 45) + (words[i] >= 59) + (words[i] >= 75);
  };
  for (size_t first = 0; first < count;) {
    size_t end = first + 1;
    while (end < count && length_class(end) == length_class(first)) {
      ++end;
    }
    std::fill(run + first, run + end, static_cast<uint8_t>(std::min<size_t>(end - first, 60)));
    first = end;
  }
}

// What lies between the segment's start and each unit: marked units counted from there, away from it.
void fill_crossed(const std::pmr::vector<uint8_t>& marks, Segment segment, uint8_t* out) noexcept {
  constexpr uint32_t kMost = 40;
  uint32_t crossed = 0;
  for (size_t i = segment.first; i < marks.size(); ++i) {
    crossed = std::min(crossed + marks[i], kMost);
    out[i] = static_cast<uint8_t>(100U + crossed);
  }
  crossed = 0;
  for (size_t i = segment.first; i-- > 0;) {
    crossed = std::min(crossed + marks[i], kMost);
    out[i] = static_cast<uint8_t>(99U - crossed);
  }
}

// Units since the last marked one, and to the next one, at most kFarUnits.
constexpr uint32_t kFarUnits = 80;
void fill_since(const std::pmr::vector<uint8_t>& marks, uint8_t* out) noexcept {
  uint32_t since = kFarUnits;
  for (size_t i = 0; i < marks.size(); ++i) {
    since = marks[i] != 0 ? 0 : std::min(since + 1, kFarUnits);
    out[i] = static_cast<uint8_t>(since);
  }
}
void fill_until(const std::pmr::vector<uint8_t>& marks, uint8_t* out) noexcept {
  uint32_t until = kFarUnits;
  for (size_t i = marks.size(); i-- > 0;) {
    until = marks[i] != 0 ? 0 : std::min(until + 1, kFarUnits);
    out[i] = static_cast<uint8_t>(until);
  }
}

void fill_markers(PageFeatures* page, Segment segment, std::pmr::memory_resource* memory) {
  constexpr uint8_t kBrief = 59;  // log_scale of twelve words
  constexpr uint8_t kProse = 96;  // of 63 characters
  constexpr auto kColon = static_cast<uint8_t>(Ending::kColon);
  Columns& columns = page->columns;
  std::pmr::vector<uint8_t> marks(page->units.size(), 0, memory);
  // The tests have no branch, so that they are made of many units at once.
  const auto mark = [&](auto test) {
    uint8_t* const out = marks.data();
    for (size_t i = 0, count = marks.size(); i < count; ++i) {
      out[i] = static_cast<uint8_t>(test(i));
    }
  };
  const auto crossed = [&](Column column) { fill_crossed(marks, segment, columns.at(column)); };
  const auto since = [&](Column column) { fill_since(marks, columns.at(column)); };
  const auto at = [&](Column column) -> const uint8_t* { return columns.at(column); };
  const uint8_t* const words = at(Column::kWords);
  mark([=, comments = at(Column::kComments)](size_t i) {
    return unsigned{comments[i] >= kOpensUnit} & unsigned{words[i] < kBrief};
  });
  crossed(Column::kCrossedComments);
  since(Column::kSinceComments);
  mark([=, heading = at(Column::kListHeading), keywords = at(Column::kKeywords),
        end_mark = at(Column::kEndMark)](size_t i) {
    return (unsigned{heading[i] >= kOpensUnit} | unsigned{keywords[i] >= kOpensUnit} |
            unsigned{end_mark[i] >= kWholeUnit}) &
           unsigned{words[i] < kBrief};
  });
  crossed(Column::kCrossedHeadings);
  since(Column::kSinceHeading);
  mark([promotion = at(Column::kPromotion), cookie = at(Column::kCookie), copyright = at(Column::kCopyright),
        advertisement = at(Column::kAdvertisement)](size_t i) {
    return unsigned{(promotion[i] | cookie[i] | copyright[i] | advertisement[i]) != 0};
  });
  crossed(Column::kCrossedPromotions);
  mark([same = at(Column::kSame)](size_t i) { return unsigned{same[i] > 1}; });
  crossed(Column::kCrossedSame);
  mark([=, date = at(Column::kDate), ago = at(Column::kAgo), clock = at(Column::kClock)](size_t i) {
    return unsigned{(date[i] | ago[i] | clock[i]) != 0} & unsigned{words[i] < kBrief};
  });
  crossed(Column::kCrossedDates);
  since(Column::kSinceDate);
  mark([=, ending = at(Column::kEnding)](size_t i) {
    return unsigned{ending[i] == kColon} & unsigned{words[i] < kBrief};
  });
  crossed(Column::kCrossedColons);
  mark([=](size_t i) { return unsigned{words[i] < kShortWordsScale}; });
  crossed(Column::kCrossedShort);
  mark([prose = at(Column::kProse)](size_t i) { return unsigned{prose[i] >= kProse}; });
  since(Column::kSinceProse);
  fill_until(marks, columns.at(Column::kToProse));
}

// How the segment's own paragraphs are spaced and how long they are, and how the unit differs.
void fill_style(PageFeatures* page, Segment segment) {
  Columns& columns = page->columns;
  const uint8_t* prose = columns.at(Column::kProse);
  const uint8_t* characters = columns.at(Column::kCharacters);
  uint32_t paragraphs = 0;
  uint32_t spaced = 0;
  uint32_t lengths[256] = {};
  for (size_t i = segment.first; i <= segment.last; ++i) {
    if (prose[i] != 0) {
      ++paragraphs;
      spaced += columns.at(Column::kBlankBefore)[i] != 0 ? 1U : 0U;
      ++lengths[characters[i]];
    }
  }
  int32_t median = 0;
  for (uint32_t seen = lengths[0]; seen * 2 < paragraphs;) {
    seen += lengths[++median];
  }
  const int32_t style = share(spaced, paragraphs);
  const size_t count = page->units.size();
  const uint8_t* const blank_before = columns.at(Column::kBlankBefore);
  uint8_t* const gap_odd = columns.at(Column::kGapOdd);
  for (size_t i = 0; i < count; ++i) {
    const int32_t spaced_here = blank_before[i] != 0 ? 200 : 0;
    gap_odd[i] = static_cast<uint8_t>(std::abs(spaced_here - style));
  }
  uint8_t* const length_odd = columns.at(Column::kLengthOdd);
  for (size_t i = 0; i < count; ++i) {
    length_odd[i] = signed_distance((int32_t{characters[i]} - median) / 2);
  }
  std::fill_n(columns.at(Column::kGapStyle), count, static_cast<uint8_t>(style));
}

}  // namespace

Segment find_segment(PageFeatures* page, std::pmr::memory_resource* memory) {
  (void)memory;
  uint8_t* prose = page->columns.at(Column::kProse);
  const uint8_t* words = page->columns.at(Column::kWords);
  Segment best;
  int64_t best_sum = -1;
  int64_t sum = 0;
  size_t first = 0;
  for (size_t i = 0; i < page->units.size(); ++i) {
    const uint32_t mass = prose_mass(*page, i);
    prose[i] = log_scale(mass);
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += mass != 0 ? static_cast<int64_t>(std::min(mass, 600U)) : words[i] < kShortWordsScale ? -25 : -45;
    if (sum > best_sum) {
      best_sum = sum;
      best = {first, i};
    }
  }
  return best;
}

void fill_context_columns(PageFeatures* page, Segment segment, std::pmr::memory_resource* memory) {
  Columns& columns = page->columns;
  const size_t count = page->units.size();
  const Sums prose(
      count, [&](size_t i) { return prose_mass(*page, i); }, memory);
  fill_windows(prose, page, memory);
  fill_runs(&columns, count);
  fill_markers(page, segment, memory);
  fill_style(page, segment);
  uint8_t* in_segment = columns.at(Column::kInSegment);
  std::fill(in_segment + segment.first, in_segment + std::min(segment.last + 1, count), uint8_t{1});
  fill_distances(segment.first, count, columns.at(Column::kToFirst));
  fill_distances(segment.last, count, columns.at(Column::kToLast));
  const uint32_t inside = prose[std::min(segment.last + 1, count)] - prose[segment.first];
  std::fill_n(columns.at(Column::kSegmentShare), count, share(inside, prose[count]));
}

}  // namespace article
