#include "core/lists/headings.h"

#include <algorithm>

#include "core/fields/row_features.h"

namespace article {

namespace {

constexpr uint16_t kMaxWords = 9;
constexpr uint16_t kMaxCharacters = 90;
constexpr uint32_t kMaxGap = 8;  // rows between two titles of one list
constexpr int kMaxCounted = 60;  // titles below
constexpr int kLooksBelow = 5;   // titles below whose surroundings are compared
constexpr uint32_t kRowsAbove = 12;
constexpr int kUnasked = -99;  // score of a row that may not be a title

void set(HeadingFeatures* features, HeadingFeature feature, int64_t value) noexcept {
  set_feature(features, feature, value);
}

bool is_short(const Row& row) noexcept {
  return row.words >= 1 && row.words <= kMaxWords && row.characters <= kMaxCharacters && !row.has(kIsBody);
}

// The last lines of what was taken for the body may head the list below it.
bool may_head(const Row& row) noexcept {
  return row.words >= 1 && row.words <= kMaxWords && row.characters <= kMaxCharacters &&
         !(row.has(kIsBody) && row.has(kEndsSentence));
}

bool reads_as_heading(const Row& row) noexcept {
  return is_short(row) && (row.is_a(Term::kListHeading) || row.role == Role::kListTitle);
}

class HeadingViewer {
 public:
  HeadingViewer(const Reading& reading, const Titles& titles, HeadingSink* out)
      : reading_(reading), found_(titles), out_(*out), next_(reading.page.memory), titles_(reading.page.memory) {}

  void run() {
    look_ahead();
    see_style();
    for (uint32_t r = 0; r < reading_.row_count(); ++r) {
      const uint32_t title = next_[r];
      if (title != kNoRow && title - r <= kHeadingReach && may_head(reading_.row(r)) && !is_surely_of_item(r) &&
          !crosses_body(r, title)) {
        out_.add(r, title, view(r, title));
      }
      if (r % 512 == 511) {
        reading_.page.interrupt.poll();
      }
      if (is_title(r)) {
        title_before_ = last_title_;
        last_title_ = r;
      }
    }
  }

 private:
  bool is_title(uint32_t r) const noexcept { return found_.marks[r] == TitleMark::kTitle; }
  int score_of(uint32_t r) const noexcept {
    return found_.scores[r] == INT32_MIN ? kUnasked : std::clamp(found_.scores[r] / 100, kUnasked, -kUnasked);
  }

  // A row that is surely a title, or what stands beside one, heads nothing: one in a hundred could.
  bool is_surely_of_item(uint32_t r) const noexcept {
    constexpr int32_t kSureTitle = 2000;  // log odds, in 1/1000
    constexpr uint8_t kSureMeta = 200;
    const Row& row = reading_.row(r);
    const bool meta = row.role == Role::kItemMeta && row.confidence >= kSureMeta && !row.opens_with(Term::kListHeading);
    return meta || (is_title(r) && found_.scores[r] > kSureTitle);
  }

  // Of the lines that are headings by their words: how many stand in capitals.
  void see_style() {
    int headings = 0;
    int capitals = 0;
    for (uint32_t r = 0; r < reading_.row_count(); ++r) {
      const Row& row = reading_.row(r);
      if (row.is_a(Term::kListHeading) && row.first && next_[r] != kNoRow && next_[r] - r <= kHeadingReach) {
        ++headings;
        capitals += row.has(kAllCapitals) ? 1 : 0;
      }
    }
    capitals_ = headings == 0 ? -1 : capitals * 100 / headings;
  }

  // For each row the next title below it, and how many titles follow from there without a wide gap.
  void look_ahead() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    next_.assign(count, kNoRow);
    titles_.assign(count, 0);
    uint32_t title = kNoRow;
    for (uint32_t r = count; r-- > 0;) {
      next_[r] = title;
      if (is_title(r)) {
        titles_[r] = 1 + (title != kNoRow && title - r <= kMaxGap ? titles_[title] : 0);
        title = r;
      }
    }
  }

  bool crosses_body(uint32_t r, uint32_t title) const noexcept {
    for (uint32_t i = r + 1; i < title; ++i) {
      if (reading_.row(i).has(kIsBody) && reading_.row(i).words > 12) {
        return true;
      }
    }
    return false;
  }

  HeadingFeatures view(uint32_t r, uint32_t title) const {
    HeadingFeatures features{};
    see_row<HeadingFeature>(reading_, r, &features);
    see_distances<HeadingFeature>(reading_, r, &features);
    see_words(reading_.row(r), &features);
    see_titles(r, title, &features);
    see_around(r, title, &features);
    see_list(r, title, &features);
    return features;
  }

  static void see_words(const Row& row, HeadingFeatures* out) {
    set(out, HeadingFeature::kPhrase, row.is_a(Term::kListHeading) ? 2 : row.opens_with(Term::kListHeading) ? 1 : 0);
    set(out, HeadingFeature::kHoldsPhrase, row.holds_a(Term::kListHeading) ? 1 : 0);
    set(out, HeadingFeature::kPhraseKind, static_cast<int>(row.terms.heading));
    set(out, HeadingFeature::kReadMore, row.is_a(Term::kReadMore) ? 2 : row.opens_with(Term::kReadMore) ? 1 : 0);
    see_title_marks<HeadingFeature>(row, out);
    set(out, HeadingFeature::kPromotion, row.holds_a(Term::kPromotion) ? 1 : 0);
    set(out, HeadingFeature::kComment, row.holds_a(Term::kComments) ? 1 : 0);
    set(out, HeadingFeature::kCaption, row.opens_with(Term::kCaption) ? 1 : 0);
    set(out, HeadingFeature::kByline, row.opens_with(Term::kByline) ? 1 : 0);
    set(out, HeadingFeature::kAdvertisement, row.holds_a(Term::kAdvertisement) ? 1 : 0);
    set(out, HeadingFeature::kHasClock, row.has(kHasClock) ? 1 : 0);
    set(out, HeadingFeature::kMail, row.has(kHasMail | kHasUrl) ? 1 : 0);
  }

  void see_titles(uint32_t r, uint32_t title, HeadingFeatures* out) const {
    const uint32_t second = next_[title];
    set(out, HeadingFeature::kRowsToTitle, title - r);
    set(out, HeadingFeature::kRowsSinceTitle,
        last_title_ == kNoRow ? kFarRows : std::min<uint32_t>(r - last_title_, kFarRows));
    set(out, HeadingFeature::kTitlesBelow, std::min<int>(titles_[title], kMaxCounted));
    set(out, HeadingFeature::kPeriodBelow, second != kNoRow && second - title <= kMaxGap ? second - title : 0);
    set(out, HeadingFeature::kWordsOfTitle, reading_.row(title).words);
    set(out, HeadingFeature::kCharactersOfTitle, reading_.row(title).characters);
    int above = 0;
    for (uint32_t i = r > kRowsAbove ? r - kRowsAbove : 0; i < r; ++i) {
      above += is_title(i) ? 1 : 0;
    }
    set(out, HeadingFeature::kTitlesAbove, above);
    // A row that stands so above each title is its category, not the heading of all.
    int like = 0;
    int looked = 0;
    uint32_t from = title;
    for (uint32_t to = second; looked < kLooksBelow && to != kNoRow && to - from <= kMaxGap;
         from = to, to = next_[to]) {
      const uint32_t distance = title - r;
      ++looked;
      like += to - from > distance && is_short(reading_.row(to - distance)) ? 1 : 0;
    }
    set(out, HeadingFeature::kLikeBelow, looked == 0 ? -1 : like * 100 / looked);
  }

  // How the row breaks the order of the list: a heading stands in a gap that is wider than the others.
  void see_list(uint32_t r, uint32_t title, HeadingFeatures* out) const {
    set(out, HeadingFeature::kIsTitle, is_title(r) ? 1 : 0);
    set(out, HeadingFeature::kItemScore, score_of(r));
    set(out, HeadingFeature::kTitleScore, score_of(title));
    set(out, HeadingFeature::kCapitalHeadings, capitals_);
    const bool list_above = last_title_ != kNoRow && title_before_ != kNoRow;
    set(out, HeadingFeature::kGap,
        last_title_ == kNoRow ? kFarRows : std::min<uint32_t>(title - last_title_, kFarRows));
    set(out, HeadingFeature::kPeriodAbove, list_above ? std::min<uint32_t>(last_title_ - title_before_, kFarRows) : 0);
    const uint32_t distance = title - r;
    set(out, HeadingFeature::kLikeAbove,
        last_title_ == kNoRow || last_title_ < distance || is_title(last_title_ - distance)
            ? -1
            : alike(reading_.row(last_title_ - distance), reading_.row(r)));
    int shorts = 0;
    int longs = 0;
    for (uint32_t i = r + 1; i < title; ++i) {
      const bool is_heading = is_short(reading_.row(i)) && !reading_.row(i).has(kHasDigit);
      shorts += is_heading ? 1 : 0;
      longs += reading_.row(i).words > kMaxWords ? 1 : 0;
    }
    set(out, HeadingFeature::kShortsBelow, shorts);
    set(out, HeadingFeature::kLongsBelow, longs);
    shorts = 0;
    for (uint32_t i = r; i-- > 0 && r - i <= kHeadingReach && (last_title_ == kNoRow || i > last_title_);) {
      shorts += is_short(reading_.row(i)) && !reading_.row(i).has(kHasDigit) ? 1 : 0;
    }
    set(out, HeadingFeature::kShortsAbove, shorts);
  }
  // 2: the same words, 1: a line of the same kind.
  static int alike(const Row& a, const Row& b) noexcept {
    const bool digits = a.has(kHasDigit) == b.has(kHasDigit);
    return a.hash == b.hash ? 2 : is_short(a) && a.role == b.role && digits ? 1 : 0;
  }

  void see_around(uint32_t r, uint32_t title, HeadingFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const Row& row = reading_.row(r);
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, HeadingFeature::kBlankAbove, above == nullptr || above->last_line + 1 < row.line ? 1 : 0);
    set(out, HeadingFeature::kBlankBelow, below == nullptr || row.last_line + 1 < below->line ? 1 : 0);
    set(out, HeadingFeature::kDateBelow, below != nullptr && below->has(kHasDigit) && below->words <= 8 ? 1 : 0);
    set(out, HeadingFeature::kRoleTwoBelow, r + 2 < count ? static_cast<int>(reading_.row(r + 2).role) : -1);
    int better = 0;
    for (uint32_t i = r + 1; i < title; ++i) {
      better += reads_as_heading(reading_.row(i)) ? 1 : 0;
    }
    set(out, HeadingFeature::kBetterBelow, better);
    better = 0;
    for (uint32_t i = r > 6 ? r - 6 : 0; i < r; ++i) {
      better += reads_as_heading(reading_.row(i)) ? 1 : 0;
    }
    set(out, HeadingFeature::kBetterAbove, better);
  }

  const Reading& reading_;
  const Titles& found_;
  HeadingSink& out_;
  std::pmr::vector<uint32_t> next_;
  std::pmr::vector<int> titles_;
  uint32_t last_title_ = kNoRow;
  uint32_t title_before_ = kNoRow;
  int capitals_ = -1;  // of 100 headings
};

}  // namespace

void find_heading_candidates(const Reading& reading, const Titles& titles, HeadingSink* out) {
  HeadingViewer(reading, titles, out).run();
}

}  // namespace article
