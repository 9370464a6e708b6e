#include "core/fields/headline_candidates.h"

#include <algorithm>
#include <bitset>

#include "core/text/words.h"

namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 320;
constexpr size_t kVocabularyBits = 8192;
constexpr uint32_t kVocabularyBytes = 6000;  // of the body whose words are remembered
constexpr uint32_t kLongWord = 4;            // letters; shorter words are shared by all texts
constexpr int kFar = 99;

// Whether a word stands in the body, with a small chance of a wrong yes.
class Vocabulary {
 public:
  explicit Vocabulary(const Reading& reading) {
    uint32_t read = 0;
    for (const Paragraph& paragraph : reading.page.paragraphs) {
      if (read >= kVocabularyBytes) {
        break;
      }
      const uint32_t end = std::min(paragraph.end, paragraph.begin + kVocabularyBytes - read);
      WordCursor cursor(reading.page.text, paragraph.begin, end);
      Word word;
      while (cursor.next(&word)) {
        if (counts(word)) {
          bits_.set(word.hash % kVocabularyBits);
        }
      }
      read += end - paragraph.begin;
    }
  }
  static bool counts(const Word& word) noexcept {
    return word.kind == WordKind::kIdeograph || (word.kind == WordKind::kWord && word.letters >= kLongWord);
  }
  bool holds(const Word& word) const noexcept { return bits_[word.hash % kVocabularyBits]; }

 private:
  std::bitset<kVocabularyBits> bits_;
};

bool may_be_headline(const Row& row) noexcept {
  return row.characters >= 3 && row.characters <= kMaxCharacters && row.words > 0;
}

class HeadlineViewer {
 public:
  HeadlineViewer(const Reading& reading, HeadlineCandidates* out) : reading_(reading), out_(*out) {}

  void run() {
    collect();
    const Vocabulary vocabulary(reading_);
    for (const uint32_t r : out_.rows) {
      HeadlineFeatures features{};
      see_row(r, &features);
      see_words(r, vocabulary, &features);
      see_around(r, &features);
      out_.features.push_back(features);
    }
    compare();
  }

 private:
  static void set(HeadlineFeatures* features, HeadlineFeature feature, int64_t value) noexcept {
    (*features)[static_cast<size_t>(feature)] = static_cast<int16_t>(std::clamp<int64_t>(value, -999, 999));
  }
  static int16_t get(const HeadlineFeatures& features, HeadlineFeature feature) noexcept {
    return features[static_cast<size_t>(feature)];
  }

  // Lines above the body and the first ones of it; where there is no body, the first lines of the page.
  void collect() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    last_ = reading_.survey.first_body == kNoRow ? std::min<uint32_t>(count, 80)
                                                 : std::min<uint32_t>(count, reading_.survey.first_body + 3);
    const uint32_t first = last_ > kMaxHeadlineCandidates ? last_ - static_cast<uint32_t>(kMaxHeadlineCandidates) : 0;
    for (uint32_t r = first; r < last_; ++r) {
      if (r != reading_.dateline && may_be_headline(reading_.row(r))) {
        out_.rows.push_back(r);
      }
    }
  }

  void see_row(uint32_t r, HeadlineFeatures* out) const {
    const Row& row = reading_.row(r);
    set(out, HeadlineFeature::kRowsToBody,
        reading_.survey.first_body == kNoRow ? kFar : int64_t{reading_.survey.first_body} - r);
    set(out, HeadlineFeature::kRow, r);
    set(out, HeadlineFeature::kRowShare, r * 200 / reading_.row_count());
    set(out, HeadlineFeature::kRole, static_cast<int>(row.role));
    set(out, HeadlineFeature::kRoleConfidence, row.confidence);
    set(out, HeadlineFeature::kIsHeadlineRole, row.role == Role::kHeadline ? row.confidence : 0);
    set(out, HeadlineFeature::kWords, row.words);
    set(out, HeadlineFeature::kCharacters, row.characters);
    set(out, HeadlineFeature::kCapitalShare, row.looked_at == 0 ? 0 : row.capitals * 200 / row.looked_at);
    set(out, HeadlineFeature::kNumbers, row.numbers);
    set(out, HeadlineFeature::kEndsSentence, row.has(kEndsSentence) ? 1 : 0);
    set(out, HeadlineFeature::kQuery, row.has(kHasQuery) ? 1 : 0);
    set(out, HeadlineFeature::kEndsColon, row.has(kEndsColon) ? 1 : 0);
    set(out, HeadlineFeature::kAllCapitals, row.has(kAllCapitals) ? 1 : 0);
    set(out, HeadlineFeature::kStartsSmall, row.has(kStartsSmall) ? 1 : 0);
    set(out, HeadlineFeature::kHasDigit, row.has(kHasDigit) ? 1 : 0);
    set(out, HeadlineFeature::kBar, row.has(kHasBar) ? 1 : 0);
    set(out, HeadlineFeature::kQuote, row.has(kHasQuote) ? 1 : 0);
    set(out, HeadlineFeature::kRepeats, row.repeats);
    set(out, HeadlineFeature::kFirst, row.first ? 1 : 0);
    set(out, HeadlineFeature::kIsSection, row.is_a(Term::kSection) ? 1 : 0);
    set(out, HeadlineFeature::kIsNavigation, row.is_a(Term::kNavigation) ? 1 : 0);
    set(out, HeadlineFeature::kListHeading,
        row.is_a(Term::kListHeading)         ? 2
        : row.opens_with(Term::kListHeading) ? 1
                                             : 0);
    set(out, HeadlineFeature::kPromotion, row.holds_a(Term::kPromotion) ? 1 : 0);
    set(out, HeadlineFeature::kCookie, row.holds_a(Term::kCookie) ? 1 : 0);
    set(out, HeadlineFeature::kCaption, row.opens_with(Term::kCaption) ? 1 : 0);
    set(out, HeadlineFeature::kByline, row.opens_with(Term::kByline) ? 1 : 0);
    set(out, HeadlineFeature::kIsBody, row.has(kIsBody) ? 1 : 0);
    set(out, HeadlineFeature::kBodyRows, static_cast<int64_t>(reading_.page.paragraphs.size()));
    set(out, HeadlineFeature::kCandidates, static_cast<int64_t>(out_.rows.size()));
  }

  void see_words(uint32_t r, const Vocabulary& vocabulary, HeadlineFeatures* out) const {
    const Row& row = reading_.row(r);
    WordCursor cursor(reading_.page.text, row.begin, row.end);
    Word word;
    int all = 0;
    int shared = 0;
    while (cursor.next(&word)) {
      if (Vocabulary::counts(word)) {
        ++all;
        shared += vocabulary.holds(word) ? 1 : 0;
      }
    }
    set(out, HeadlineFeature::kSharedWords, all == 0 ? 0 : shared * 200 / all);
    set(out, HeadlineFeature::kSharedCount, shared);
  }

  void see_around(uint32_t r, HeadlineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const Row& row = reading_.row(r);
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, HeadlineFeature::kRoleAbove, above != nullptr ? static_cast<int>(above->role) : -1);
    set(out, HeadlineFeature::kRoleBelow, below != nullptr ? static_cast<int>(below->role) : -1);
    set(out, HeadlineFeature::kWordsAbove, above != nullptr ? above->words : 0);
    set(out, HeadlineFeature::kWordsBelow, below != nullptr ? below->words : 0);
    set(out, HeadlineFeature::kWordsTwoBelow, r + 2 < count ? reading_.row(r + 2).words : 0);
    set(out, HeadlineFeature::kBlankAbove, above == nullptr || above->line + 1 < row.line ? 1 : 0);
    set(out, HeadlineFeature::kBlankBelow, below == nullptr || row.line + 1 < below->line ? 1 : 0);
    int byline = kFar;
    int date = kFar;
    for (uint32_t i = r + 1; i < std::min(count, r + 9); ++i) {
      const Row& other = reading_.row(i);
      const int distance = static_cast<int>(i - r);
      const bool names = other.opens_with(Term::kByline) || other.role == Role::kByline;
      byline = byline == kFar && names && !other.has(kIsBody) ? distance : byline;
      date = date == kFar && other.has(kHasDigit) && other.words <= 14 ? distance : date;
    }
    int list = kFar;
    for (uint32_t i = r; i-- > 0 && r - i <= 10 && list == kFar;) {
      list = reading_.row(i).is_a(Term::kListHeading) ? static_cast<int>(r - i) : kFar;
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
    set(out, HeadlineFeature::kBylineBelow, byline);
    set(out, HeadlineFeature::kDateBelow, date);
    set(out, HeadlineFeature::kListAbove, list);
    set(out, HeadlineFeature::kShortRunAbove, run_above);
    set(out, HeadlineFeature::kShortRunBelow, run_below);
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
        longer += j > i && other.words > row.words && !other.has(kIsBody) ? 1 : 0;
        last = last && !(j > i && other.hash == row.hash);
      }
      set(features, HeadlineFeature::kSameFront, fronts);
      set(features, HeadlineFeature::kSharedRank, more_shared);
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
