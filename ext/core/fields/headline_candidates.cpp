#include "core/fields/headline_candidates.h"

#include <algorithm>
#include <cstdlib>

#include "core/fields/may_be_headline.h"
#include "core/fields/row_features.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr size_t kMostShared = 999;  // of what a feature can say

// Candidates by a key: who has the same one.
class Groups {
 public:
  void add(uint64_t key) noexcept {
    size_t at = key * 0x9E3779B97F4A7C15ULL >> (64U - kSlotBits);
    while (slots_[at] != kFree && keys_[slots_[at]] != key) {
      at = (at + 1) % kSlots;
    }
    const auto own = static_cast<uint8_t>(count_);
    keys_[count_] = key;
    slots_[at] = slots_[at] == kFree ? own : slots_[at];
    const uint8_t first = slots_[at];
    first_[count_++] = first;
    before_[own] = first == own ? own : lasts_[first];
    lasts_[first] = own;
    ++sizes_[first];
  }
  int size_of(size_t i) const noexcept { return sizes_[first_[i]]; }
  size_t last_of(size_t i) const noexcept { return lasts_[first_[i]]; }
  template <typename See>
  void each_other(size_t i, See see) const {
    for (size_t j = last_of(i);; j = before_[j]) {
      if (j != i) {
        see(j);
      }
      if (j == first_[i]) {
        return;
      }
    }
  }

 private:
  static constexpr uint32_t kSlotBits = 9;
  static constexpr size_t kSlots = size_t{1} << kSlotBits;
  static constexpr uint8_t kFree = 0xFF;
  static_assert(kMaxHeadlineCandidates < kSlots / 2, "slots stay free");
  struct Slots : std::array<uint8_t, kSlots> {
    Slots() noexcept { fill(kFree); }
  };

  size_t count_ = 0;
  Slots slots_;  // the first candidate of each key
  std::array<uint64_t, kMaxHeadlineCandidates> keys_;
  std::array<uint8_t, kMaxHeadlineCandidates> first_;   // of each candidate's group
  std::array<uint8_t, kMaxHeadlineCandidates> before_;  // the one before it in the group
  std::array<uint8_t, kMaxHeadlineCandidates> sizes_{};
  std::array<uint8_t, kMaxHeadlineCandidates> lasts_;
};

class HeadlineViewer {
 public:
  HeadlineViewer(const Reading& reading, HeadlineCandidates* out) : reading_(reading), out_(*out) {}

  void run() {
    collect();
    const BodyWords& vocabulary = reading_.body_words();
    out_.features.reserve(out_.rows.size());
    for (const uint32_t r : out_.rows) {
      HeadlineFeatures features{};
      see_row<HeadlineFeature>(reading_, r, &features);
      see_own(r, &features);
      see_words(r, vocabulary, &features);
      see_around(r, &features);
      out_.features.push_back(features);
    }
    see_above();
    see_below();
    compare();
  }

 private:
  static void set(HeadlineFeatures* features, HeadlineFeature feature, int64_t value) noexcept {
    set_feature(features, feature, value);
  }
  static int16_t get(const HeadlineFeatures& features, HeadlineFeature feature) noexcept {
    return features[static_cast<size_t>(feature)];
  }

  // Lines above the main stretch of body and the first ones of it; where there is no body, the first lines of the page.
  void collect() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    last_ = reading_.main_body == kNoRow ? std::min<uint32_t>(count, 80)
                                         : std::min<uint32_t>(count, reading_.main_body + 3);
    collect_of(false);
    if (out_.rows.empty()) {
      collect_of(true);
    }
  }
  void collect_of(bool all) {
    const uint32_t first = last_ > kMaxHeadlineCandidates ? last_ - static_cast<uint32_t>(kMaxHeadlineCandidates) : 0;
    candidates_ = 0;
    for (uint32_t r = first; r < last_; ++r) {
      const bool other = !all && is_surely_no_headline(reading_.row(r));
      if (r != reading_.dateline && (other || may_be_headline(reading_, r))) {
        ++candidates_;
        if (!other) {
          out_.rows.push_back(r);
        }
      }
    }
  }

  void see_own(uint32_t r, HeadlineFeatures* out) const {
    const Row& row = reading_.row(r);
    set(out, HeadlineFeature::kRow, r);
    set(out, HeadlineFeature::kIsHeadlineRole, row.role == Role::kHeadline ? row.confidence : 0);
    see_title_marks<HeadlineFeature>(row, out);
    set(out, HeadlineFeature::kQuote, row.has(kHasQuote) ? 1 : 0);
    set(out, HeadlineFeature::kFirst, row.first ? 1 : 0);
    set(out, HeadlineFeature::kListHeading,
        row.is_a(Term::kListHeading)         ? 2
        : row.opens_with(Term::kListHeading) ? 1
                                             : 0);
    set(out, HeadlineFeature::kPromotion, row.holds_a(Term::kPromotion) ? 1 : 0);
    set(out, HeadlineFeature::kCookie, row.holds_a(Term::kCookie) ? 1 : 0);
    set(out, HeadlineFeature::kCaption, row.opens_with(Term::kCaption) ? 1 : 0);
    set(out, HeadlineFeature::kByline, row.opens_with(Term::kByline) ? 1 : 0);
    set(out, HeadlineFeature::kCandidates, candidates_);
  }

  void see_words(uint32_t r, const BodyWords& vocabulary, HeadlineFeatures* out) const {
    const Row& row = reading_.row(r);
    int all = 0;
    int shared = 0;
    const Page& page = reading_.page;
    const auto see = [&](const Word& word, uint32_t) {
      if (BodyWords::counts(word)) {
        ++all;
        shared += vocabulary.holds(word) ? 1 : 0;
      }
    };
    each_word_of_line(page.text, page.lines, page.words, row.line, row.begin, row.end, see);
    set(out, HeadlineFeature::kSharedWords, all == 0 ? 0 : shared * 200 / all);
    set(out, HeadlineFeature::kSharedCount, shared);
  }

  void see_around(uint32_t r, HeadlineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const Row& row = reading_.row(r);
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, HeadlineFeature::kWordsTwoBelow, r + 2 < count ? reading_.row(r + 2).words : 0);
    set(out, HeadlineFeature::kBlankAbove, above == nullptr || above->last_line + 1 < row.line ? 1 : 0);
    set(out, HeadlineFeature::kBlankBelow, below == nullptr || row.last_line + 1 < below->line ? 1 : 0);
    see_two_away(r, out);
  }

  void see_two_away(uint32_t r, HeadlineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, HeadlineFeature::kRoleTwoAbove, r > 1 ? static_cast<int>(reading_.row(r - 2).role) : -1);
    set(out, HeadlineFeature::kRoleTwoBelow, r + 2 < count ? static_cast<int>(reading_.row(r + 2).role) : -1);
    set(out, HeadlineFeature::kWordsTwoAbove, r > 1 ? reading_.row(r - 2).words : 0);
    set(out, HeadlineFeature::kRepeatsAbove, above != nullptr ? above->repeats : 0);
    set(out, HeadlineFeature::kRepeatsBelow, below != nullptr ? below->repeats : 0);
    set(out, HeadlineFeature::kSentenceAbove, above != nullptr && above->has(kEndsSentence) ? 1 : 0);
    set(out, HeadlineFeature::kSentenceBelow, below != nullptr && below->has(kEndsSentence) ? 1 : 0);
  }

  static constexpr int kListReach = 10;  // rows that are looked at
  static constexpr int kStampReach = 8;
  static constexpr int kRunReach = 30;

  // What was passed on the way along the rows.
  struct Passed {
    int64_t list = -kFarRows;  // rows: the last heading of a list,
    int64_t byline = -kFarRows;
    int64_t date = -kFarRows;
    int run = 0;  // short rows next to each other

    void see(const Row& row, int64_t at) noexcept {
      const bool names = row.opens_with(Term::kByline) || row.role == Role::kByline;
      list = row.is_a(Term::kListHeading) ? at : list;
      byline = names && !row.has(kIsBody) ? at : byline;
      date = row.has(kHasDigit) && row.words <= 14 ? at : date;
      run = row.words <= 4 ? std::min(run + 1, kRunReach) : 0;
    }
  };
  static int64_t within(int64_t distance, int reach) noexcept { return distance <= reach ? distance : kFarRows; }

  // Rows to the nearest byline, date and heading above, and short rows that stand there.
  void see_above() {
    if (out_.rows.empty()) {
      return;
    }
    Passed passed;
    int64_t at = std::max<int64_t>(0, int64_t{out_.rows.front()} - kRunReach);
    for (size_t i = 0; i < out_.rows.size(); ++i) {
      const int64_t r = out_.rows[i];
      for (; at < r; ++at) {
        passed.see(reading_.row(static_cast<uint32_t>(at)), at);
      }
      HeadlineFeatures* features = &out_.features[i];
      set(features, HeadlineFeature::kListAbove, within(r - passed.list, kListReach));
      set(features, HeadlineFeature::kBylineAbove, within(r - passed.byline, kStampReach));
      set(features, HeadlineFeature::kDateAbove, within(r - passed.date, kStampReach));
      set(features, HeadlineFeature::kShortRunAbove, passed.run);
    }
  }

  // The same below, but for headings.
  void see_below() {
    if (out_.rows.empty()) {
      return;
    }
    Passed passed;
    passed.byline = passed.date = INT32_MAX;
    int64_t at =
        std::min<int64_t>(int64_t{out_.rows.back()} + kRunReach, static_cast<int64_t>(reading_.row_count()) - 1);
    for (size_t i = out_.rows.size(); i-- > 0;) {
      const int64_t r = out_.rows[i];
      for (; at > r; --at) {
        passed.see(reading_.row(static_cast<uint32_t>(at)), at);
      }
      HeadlineFeatures* features = &out_.features[i];
      set(features, HeadlineFeature::kBylineBelow, within(passed.byline - r, kStampReach));
      set(features, HeadlineFeature::kDateBelow, within(passed.date - r, kStampReach));
      set(features, HeadlineFeature::kShortRunBelow, passed.run);
    }
  }

  // What is compared of all candidates with each other.
  struct Compared {
    Groups fronts;       // candidates that begin with the same words,
    Groups lines;        // that read the same,
    Groups front_lines;  // both,
    Groups ends;         // that end with the same bytes
    size_t count = 0;
    std::array<int16_t, kMaxHeadlineCandidates> shared{};  // words
    std::array<int16_t, kMaxHeadlineCandidates> words{};   // -1: of the body; there are no more than characters
    std::array<uint8_t, kMaxHeadlineCandidates> rank{};    // candidates with more shared words
  };

  static constexpr size_t kLastBytes = 3;  // of which three words have as many at least

  uint32_t last_bytes(uint32_t r) const noexcept {
    const std::string_view line = reading_.text(r);
    uint32_t bytes = 0;
    for (size_t i = line.size() > kLastBytes ? line.size() - kLastBytes : 0; i < line.size(); ++i) {
      bytes = bytes << 8U | static_cast<unsigned char>(line[i]);
    }
    return bytes;
  }

  // Whether row `other` is longer than `row` and ends with its text.
  bool ends_with(uint32_t other, uint32_t row) const noexcept {
    const std::string_view whole = reading_.text(other);
    const std::string_view part = reading_.text(row);
    return whole.size() > part.size() && whole.compare(whole.size() - part.size(), part.size(), part) == 0;
  }

  // How many candidates end with this one, and with how many it ends.
  void compare_ends(const Compared& all, size_t i, HeadlineFeatures* out) const {
    int ends_other = 0;
    int other_ends = 0;
    const bool long_enough = reading_.row(out_.rows[i]).words >= kLastBytes;
    all.ends.each_other(i, [&](size_t j) {
      ends_other += long_enough && ends_with(out_.rows[j], out_.rows[i]) ? 1 : 0;
      other_ends += reading_.row(out_.rows[j]).words >= kLastBytes && ends_with(out_.rows[i], out_.rows[j]) ? 1 : 0;
    });
    set(out, HeadlineFeature::kEndsOther, ends_other);
    set(out, HeadlineFeature::kOtherEnds, other_ends);
  }

  void compare_words(const Compared& all, size_t i, HeadlineFeatures* out) const {
    const auto words = static_cast<int16_t>(reading_.row(out_.rows[i]).words);
    int16_t longer = 0;
    for (size_t j = i + 1; j < all.count; ++j) {
      longer = static_cast<int16_t>(longer + (all.words[j] > words ? 1 : 0));
    }
    set(out, HeadlineFeature::kSameFront,
        reading_.row(out_.rows[i]).front != 0 ? all.fronts.size_of(i) - all.front_lines.size_of(i) : 0);
    set(out, HeadlineFeature::kSharedRank, all.rank[i]);
    set(out, HeadlineFeature::kLongestRank, longer);
    set(out, HeadlineFeature::kLastRepeat, all.lines.last_of(i) == i ? 1 : 0);
  }

  // Candidates with more shared words than each: sums from the greatest number on.
  static void rank_shared(size_t count, Compared* all) {
    const auto numbers = all->shared.begin();
    const int16_t most = count == 0 ? 0 : *std::max_element(numbers, numbers + static_cast<std::ptrdiff_t>(count));
    std::array<uint8_t, kMostShared + 2> more{};
    for (size_t i = 0; i < count; ++i) {
      ++more[static_cast<size_t>(all->shared[i])];
    }
    for (auto number = static_cast<size_t>(most); number-- > 0;) {
      more[number] = static_cast<uint8_t>(more[number] + more[number + 1]);
    }
    for (size_t i = 0; i < count; ++i) {
      all->rank[i] = more[static_cast<size_t>(all->shared[i]) + 1];
    }
  }

  // Rows from a candidate to the nearest with the role of a headline; the upper one of two.
  void see_nearest_role() {
    const auto is_role = [&](size_t i) { return reading_.row(out_.rows[i]).role == Role::kHeadline; };
    const size_t count = out_.rows.size();
    size_t below = 0;
    size_t above = count;  // none
    for (size_t i = 0; i < count; ++i) {
      above = is_role(i) ? i : above;
      below = std::max(below, i + 1);
      while (below < count && !is_role(below)) {
        ++below;
      }
      int nearest = kFarRows;
      for (const size_t j : {above, below}) {
        const int distance = j < count ? static_cast<int>(out_.rows[j]) - static_cast<int>(out_.rows[i]) : kFarRows;
        nearest = std::abs(distance) < std::abs(nearest) ? distance : nearest;
      }
      set(&out_.features[i], HeadlineFeature::kRowsToRole, nearest);
    }
  }

  // What depends on the other candidates.
  void compare() {
    Compared all;
    for (size_t i = 0; i < out_.rows.size(); ++i) {
      const Row& row = reading_.row(out_.rows[i]);
      all.fronts.add(row.front);
      all.lines.add(row.hash);
      all.front_lines.add(uint64_t{row.front} << 32U | row.hash);
      all.ends.add(last_bytes(out_.rows[i]));
      all.shared[i] = get(out_.features[i], HeadlineFeature::kSharedCount);
      all.words[i] = row.has(kIsBody) ? int16_t{-1} : static_cast<int16_t>(row.words);
    }
    all.count = out_.rows.size();
    rank_shared(all.count, &all);
    see_nearest_role();
    int roles = 0;
    for (size_t i = 0; i < out_.rows.size(); ++i) {
      HeadlineFeatures* features = &out_.features[i];
      set(features, HeadlineFeature::kRoleRank, roles);
      roles += reading_.row(out_.rows[i]).role == Role::kHeadline ? 1 : 0;
      compare_words(all, i, features);
      compare_ends(all, i, features);
      const bool above = i > 0 && out_.rows[i - 1] + 1 == out_.rows[i];
      const bool below = i + 1 < out_.rows.size() && out_.rows[i] + 1 == out_.rows[i + 1];
      set(features, HeadlineFeature::kSharedAbove,
          above ? get(out_.features[i - 1], HeadlineFeature::kSharedCount) : 0);
      set(features, HeadlineFeature::kSharedBelow,
          below ? get(out_.features[i + 1], HeadlineFeature::kSharedCount) : 0);
    }
    for (HeadlineFeatures& features : out_.features) {
      set(&features, HeadlineFeature::kHeadlineRoles, roles);
    }
  }

  const Reading& reading_;
  HeadlineCandidates& out_;
  uint32_t last_ = 0;
  uint32_t candidates_ = 0;  // with those that are surely none
};

}  // namespace

void find_headline_candidates(const Reading& reading, HeadlineCandidates* out) {
  HeadlineViewer(reading, out).run();
}

}  // namespace article
