#include "core/fields/headline_candidates.h"

#include <algorithm>
#include <cstdlib>

#include "core/fields/body_words.h"
#include "core/fields/row_features.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 320;

bool may_be_headline(const Row& row) noexcept {
  return row.characters >= 3 && row.characters <= kMaxCharacters && row.words > 0;
}

class HeadlineViewer {
 public:
  HeadlineViewer(const Reading& reading, HeadlineCandidates* out) : reading_(reading), out_(*out) {}

  void run() {
    collect();
    const BodyWords vocabulary(reading_.page);
    for (const uint32_t r : out_.rows) {
      HeadlineFeatures features{};
      see_row<HeadlineFeature>(reading_, r, &features);
      see_own(r, &features);
      see_words(r, vocabulary, &features);
      see_around(r, &features);
      out_.features.push_back(features);
    }
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
    const uint32_t first = last_ > kMaxHeadlineCandidates ? last_ - static_cast<uint32_t>(kMaxHeadlineCandidates) : 0;
    for (uint32_t r = first; r < last_; ++r) {
      if (r != reading_.dateline && may_be_headline(reading_.row(r))) {
        out_.rows.push_back(r);
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
    set(out, HeadlineFeature::kCandidates, static_cast<int64_t>(out_.rows.size()));
  }

  void see_words(uint32_t r, const BodyWords& vocabulary, HeadlineFeatures* out) const {
    const Row& row = reading_.row(r);
    int all = 0;
    int shared = 0;
    const Page& page = reading_.page;
    each_word(page.text, page.lines, page.words, row.begin, row.end, [&](const Word& word, uint32_t) {
      if (BodyWords::counts(word)) {
        ++all;
        shared += vocabulary.holds(word) ? 1 : 0;
      }
    });
    set(out, HeadlineFeature::kSharedWords, all == 0 ? 0 : shared * 200 / all);
    set(out, HeadlineFeature::kSharedCount, shared);
  }

  void see_around(uint32_t r, HeadlineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const Row& row = reading_.row(r);
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, HeadlineFeature::kWordsTwoBelow, r + 2 < count ? reading_.row(r + 2).words : 0);
    set(out, HeadlineFeature::kBlankAbove, above == nullptr || above->line + 1 < row.line ? 1 : 0);
    set(out, HeadlineFeature::kBlankBelow, below == nullptr || row.line + 1 < below->line ? 1 : 0);
    see_two_away(r, out);
    see_stamps(r, out);
    int list = kFarRows;
    for (uint32_t i = r; i-- > 0 && r - i <= 10 && list == kFarRows;) {
      list = reading_.row(i).is_a(Term::kListHeading) ? static_cast<int>(r - i) : kFarRows;
    }
    int run_above = 0;
    while (run_above < 30 && r > static_cast<uint32_t>(run_above) &&
           reading_.row(r - 1 - static_cast<uint32_t>(run_above)).words <= 4) {
      ++run_above;
    }
    int run_below = 0;
    while (run_below < 30 && r + 1 + static_cast<uint32_t>(run_below) < count &&
           reading_.row(r + 1 + static_cast<uint32_t>(run_below)).words <= 4) {
      ++run_below;
    }
    set(out, HeadlineFeature::kListAbove, list);
    set(out, HeadlineFeature::kShortRunAbove, run_above);
    set(out, HeadlineFeature::kShortRunBelow, run_below);
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

  // Rows to the nearest byline and date, above and below.
  void see_stamps(uint32_t r, HeadlineFeatures* out) const {
    const auto count = static_cast<int64_t>(reading_.row_count());
    for (const int step : {-1, 1}) {
      int byline = kFarRows;
      int date = kFarRows;
      for (int distance = 1; distance <= 8; ++distance) {
        const int64_t at = int64_t{r} + int64_t{step} * distance;
        if (at < 0 || at >= count) {
          break;
        }
        const Row& other = reading_.row(static_cast<uint32_t>(at));
        const bool names = other.opens_with(Term::kByline) || other.role == Role::kByline;
        byline = byline == kFarRows && names && !other.has(kIsBody) ? distance : byline;
        date = date == kFarRows && other.has(kHasDigit) && other.words <= 14 ? distance : date;
      }
      set(out, step > 0 ? HeadlineFeature::kBylineBelow : HeadlineFeature::kBylineAbove, byline);
      set(out, step > 0 ? HeadlineFeature::kDateBelow : HeadlineFeature::kDateAbove, date);
    }
  }

  // Whether row `other` is longer than `row` and ends with its text.
  bool ends_with(uint32_t other, uint32_t row) const noexcept {
    const std::string_view whole = reading_.text(other);
    const std::string_view part = reading_.text(row);
    return whole.size() > part.size() && whole.compare(whole.size() - part.size(), part.size(), part) == 0;
  }

  // What depends on the other candidates.
  void compare() {
    int roles = 0;
    for (size_t i = 0; i < out_.rows.size(); ++i) {
      HeadlineFeatures* features = &out_.features[i];
      const Row& row = reading_.row(out_.rows[i]);
      set(features, HeadlineFeature::kRoleRank, roles);
      roles += row.role == Role::kHeadline ? 1 : 0;
      int fronts = 0;
      int ends_other = 0;
      int other_ends = 0;
      int nearest = kFarRows;
      int more_shared = 0;
      int longer = 0;
      bool last = true;
      for (size_t j = 0; j < out_.rows.size(); ++j) {
        const Row& other = reading_.row(out_.rows[j]);
        fronts += j != i && row.front != 0 && other.front == row.front && other.hash != row.hash ? 1 : 0;
        more_shared +=
            get(out_.features[j], HeadlineFeature::kSharedCount) > get(out_.features[i], HeadlineFeature::kSharedCount)
                ? 1
                : 0;
        ends_other += row.words >= 3 && ends_with(out_.rows[j], out_.rows[i]) ? 1 : 0;
        other_ends += other.words >= 3 && ends_with(out_.rows[i], out_.rows[j]) ? 1 : 0;
        const int distance = static_cast<int>(out_.rows[j]) - static_cast<int>(out_.rows[i]);
        nearest = other.role == Role::kHeadline && std::abs(distance) < std::abs(nearest) ? distance : nearest;
        longer += j > i && other.words > row.words && !other.has(kIsBody) ? 1 : 0;
        last = last && !(j > i && other.hash == row.hash);
      }
      set(features, HeadlineFeature::kSameFront, fronts);
      set(features, HeadlineFeature::kSharedRank, more_shared);
      set(features, HeadlineFeature::kEndsOther, ends_other);
      set(features, HeadlineFeature::kOtherEnds, other_ends);
      set(features, HeadlineFeature::kRowsToRole, nearest);
      const bool above = i > 0 && out_.rows[i - 1] + 1 == out_.rows[i];
      const bool below = i + 1 < out_.rows.size() && out_.rows[i] + 1 == out_.rows[i + 1];
      set(features, HeadlineFeature::kSharedAbove,
          above ? get(out_.features[i - 1], HeadlineFeature::kSharedCount) : 0);
      set(features, HeadlineFeature::kSharedBelow,
          below ? get(out_.features[i + 1], HeadlineFeature::kSharedCount) : 0);
      set(features, HeadlineFeature::kLongestRank, longer);
      set(features, HeadlineFeature::kLastRepeat, last ? 1 : 0);
    }
    for (HeadlineFeatures& features : out_.features) {
      set(&features, HeadlineFeature::kHeadlineRoles, roles);
    }
  }

  const Reading& reading_;
  HeadlineCandidates& out_;
  uint32_t last_ = 0;
};

}  // namespace

void find_headline_candidates(const Reading& reading, HeadlineCandidates* out) {
  HeadlineViewer(reading, out).run();
}

}  // namespace article
