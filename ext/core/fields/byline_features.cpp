// What is seen of each line that may name the authors: its place, its names and their words, what stands around it.
#include <algorithm>
#include <cstring>

#include "core/fields/byline_candidates.h"
#include "core/fields/name_words.h"
#include "core/fields/row_features.h"
#include "core/prose/known_names.h"
#include "core/prose/terms.h"
#include "core/text/words.h"

namespace article {

namespace {

class Viewer {
 public:
  Viewer(const Reading& reading, const BylineCandidates& candidates)
      : reading_(reading),
        all_(candidates.all),
        body_(reading.body_words()),
        notices_(candidates.notices),
        hashes_(reading.page.memory),
        beginnings_(reading.page.memory) {
    const size_t rows = all_.empty() ? 0 : reading.row_count();
    hashes_.resize(rows);
    beginnings_.resize(rows);
    for (uint32_t r = 0; r < rows; ++r) {
      hashes_[r] = reading.row(r).hash;
      beginnings_[r] = beginning(reading.text(r));
    }
    if (reading.headline != kNoRow) {
      headline_.add(reading.words_of(reading.row(reading.headline)));
    }
    bylines_ = static_cast<int>(
        std::count_if(all_.begin(), all_.end(), [](const BylineCandidate& c) { return c.opener != Opener::kNone; }));
    for (uint32_t r = 0; r < reading.row_count() && comments_ == kNoRow; ++r) {
      const Row& row = reading.row(r);
      comments_ = row.role == Role::kComment && reading.survey.last_body != kNoRow && r > reading.survey.last_body
                      ? r
                      : comments_;
    }
  }

  BylineFeatures view(size_t number) const {
    BylineFeatures features{};
    see_place(all_[number], &features);
    see_names(all_[number], &features);
    see_words(all_[number], &features);
    see_around(all_[number], &features);
    int before = 0;
    for (size_t i = 0; i < number; ++i) {
      before += all_[i].opener != Opener::kNone ? 1 : 0;
    }
    set(&features, BylineFeature::kBylineNumber, before);
    set(&features, BylineFeature::kBylines, bylines_);
    set(&features, BylineFeature::kNumber, static_cast<int64_t>(number));
    set(&features, BylineFeature::kCandidates, static_cast<int64_t>(all_.size()));
    return features;
  }

 private:
  // "The", "What": no particle of a name.
  static bool is_function_word(const Word& word) noexcept {
    return !is_name_particle(word.hash) && (phrase_bits(&word, 1).whole & term_bit(Term::kStopword)) != 0;
  }

  static void set(BylineFeatures* features, BylineFeature feature, int64_t value) noexcept {
    set_feature(features, feature, value);
  }

  void see_place(const BylineCandidate& candidate, BylineFeatures* out) const {
    const auto r = static_cast<int64_t>(candidate.row);
    see_row<BylineFeature>(reading_, candidate.row, out);
    see_distances<BylineFeature>(reading_, candidate.row, out);
    set(out, BylineFeature::kRowsToDate,
        reading_.published == kNoRow ? kFarRows
                                     : std::clamp<int64_t>(int64_t{reading_.published} - r, -kFarRows, kFarRows));
    set(out, BylineFeature::kCommentsAbove, comments_ != kNoRow && candidate.row > comments_ ? 1 : 0);
  }

  void see_names(const BylineCandidate& candidate, BylineFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    int words = 0;
    for (const NameSpan& name : candidate.names) {
      words += name.words;
    }
    const NameSpan& first = candidate.names[0];
    set(out, BylineFeature::kOpener, static_cast<int>(candidate.opener));
    set(out, BylineFeature::kOpenerWords, candidate.opener_words);
    set(out, BylineFeature::kOpenerKind, static_cast<int>(candidate.opener_kind));
    set(out, BylineFeature::kNames, static_cast<int64_t>(candidate.names.size()));
    set(out, BylineFeature::kNameWords, words);
    set(out, BylineFeature::kFirstNameWords, first.words);
    set(out, BylineFeature::kOtherWords, row.words - words - candidate.opener_words);
    set(out, BylineFeature::kNameAtStart, first.begin == row.begin ? 1 : 0);
    see_rows(first, candidate.row, out);
    see_name_words(first, row, out);
  }
  void see_name_words(const NameSpan& name, const Row& row, BylineFeatures* out) const {
    constexpr uint32_t kNoPerson = term_bit(ProseTerm::kOrgWord) | term_bit(ProseTerm::kOrgName) |
                                   term_bit(ProseTerm::kOrgSuffix) | term_bit(ProseTerm::kPlaceWord) |
                                   term_bit(ProseTerm::kPlaceName) | term_bit(ProseTerm::kNationality) |
                                   term_bit(ProseTerm::kNotName);
    LineCursor cursor = reading_.words_of(row, name.begin, name.end);
    Word word;
    bool given = false;
    bool family = false;
    int unknown = 0;
    int none = 0;
    int in_body = 0;
    int small = 0;
    int notices = 0;
    int function_words = 0;
    int in_headline = 0;
    for (int number = 0; cursor.next(&word); ++number) {
      const uint32_t terms = prose_terms(word.hash).mask(kNoLanguage);
      const uint8_t kinds = name_kinds(word.hash);
      given = given || (number == 0 && ((kinds & kKnownGiven) != 0 || (terms & term_bit(ProseTerm::kGivenName)) != 0));
      family = (kinds & kKnownFamily) != 0;
      unknown += kinds == 0 ? 1 : 0;
      none += (terms & kNoPerson) != 0 ? 1 : 0;
      in_body += BodyWords::counts(word) && body_.holds(word) ? 1 : 0;
      small += BodyWords::counts(word) && body_.holds_small(word) ? 1 : 0;
      function_words += is_function_word(word) ? 1 : 0;
      in_headline += headline_.holds(word) ? 1 : 0;
      notices += notices_.holds(word) ? 1 : 0;
    }
    set(out, BylineFeature::kGivenName, given ? 1 : 0);
    set(out, BylineFeature::kFamilyName, family ? 1 : 0);
    set(out, BylineFeature::kUnknownNames, unknown);
    set(out, BylineFeature::kNoPerson, none);
    set(out, BylineFeature::kNameInBody, in_body);
    set(out, BylineFeature::kSmallInBody, small);
    set(out, BylineFeature::kNameInNotice, notices);
    set(out, BylineFeature::kFunctionWords, function_words);
    set(out, BylineFeature::kNameInHeadline, in_headline);
  }

  // Other lines of the page that are the name and nothing else, or open with it.
  void see_rows(const NameSpan& name, uint32_t own, BylineFeatures* out) const {
    LineCursor cursor = reading_.words_of(reading_.row(own), name.begin, name.end);
    Word word;
    uint32_t hash = kHashSeed;
    while (cursor.next(&word)) {
      hash = hash_step(hash, word.hash & 0xFFFFU);
      hash = hash_step(hash, word.hash >> 16U);
    }
    const std::string_view bytes = reading_.slice(name.begin, name.end);
    const uint32_t front = beginning(bytes);
    const uint32_t mask = beginning(std::string_view("\xFF\xFF\xFF\xFF").substr(0, bytes.size()));
    const auto lines = std::count(hashes_.begin(), hashes_.end(), hash) - (reading_.row(own).hash == hash ? 1 : 0);
    int story = 0;
    int others = 0;
    uint32_t alike = 0;
    for (const uint32_t row_front : beginnings_) {
      alike += ((row_front ^ front) & mask) == 0 ? 1U : 0U;
    }
    // The row of the candidate is one of them, as a rule the only one.
    const bool own_is_alike = ((beginnings_[own] ^ front) & mask) == 0;
    const uint32_t rows = alike > (own_is_alike ? 1U : 0U) ? static_cast<uint32_t>(beginnings_.size()) : 0U;
    for (uint32_t r = 0; r < rows; ++r) {
      if (((beginnings_[r] ^ front) & mask) != 0 || r == own) {
        continue;
      }
      if (reading_.row(r).words >= name.words + kMoreWords && reading_.text(r).compare(0, bytes.size(), bytes) == 0) {
        const bool is_story = reading_.row(r).has(kIsBody) && r != reading_.survey.last_body;
        story += is_story ? 1 : 0;
        others += is_story ? 0 : 1;
      }
    }
    set(out, BylineFeature::kNameElsewhere, lines);
    set(out, BylineFeature::kOpensStory, story);
    set(out, BylineFeature::kOpensOther, others);
  }

  void see_words(const BylineCandidate& candidate, BylineFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    set(out, BylineFeature::kHasDate, row.has(kHasClock) ? 2 : row.has(kHasDigit) ? 1 : 0);
    set(out, BylineFeature::kRoleTitle, row.holds_a(Term::kRoleTitle) ? 1 : 0);
    set(out, BylineFeature::kAgency, row.holds_a(Term::kAgency) ? 1 : 0);
    set(out, BylineFeature::kOutlet, row.holds_a(Term::kOutlet) ? 1 : 0);
    set(out, BylineFeature::kPublished, row.holds_a(Term::kPublished) || row.holds_a(Term::kUpdated) ? 1 : 0);
    set(out, BylineFeature::kCaption, row.holds_a(Term::kCaption) ? 1 : 0);
    set(out, BylineFeature::kMail, row.has(kHasMail) ? 1 : 0);
    set(out, BylineFeature::kNavigation, (row.is_a(Term::kNavigation) ? 2 : 0) + (row.is_a(Term::kSection) ? 1 : 0));
    set(out, BylineFeature::kPlace, row.holds_a(Term::kPlace) ? 1 : 0);
    set(out, BylineFeature::kAllCapitals, row.has(kAllCapitals) ? 1 : 0);
    set(out, BylineFeature::kUncased, row.has(kUncased) ? 1 : 0);
  }

  void see_around(const BylineCandidate& candidate, BylineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t r = candidate.row;
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, BylineFeature::kDigitAbove, above != nullptr && above->has(kHasDigit) && above->words <= 14 ? 1 : 0);
    set(out, BylineFeature::kDigitBelow, below != nullptr && below->has(kHasDigit) && below->words <= 14 ? 1 : 0);
    set(out, BylineFeature::kRoleTitleBelow,
        below != nullptr && below->words <= 8 && below->holds_a(Term::kRoleTitle) ? 1 : 0);
    int list = kFarRows;
    for (uint32_t i = r; i-- > 0 && r - i <= 15 && list == kFarRows;) {
      const Row& other = reading_.row(i);
      list = other.is_a(Term::kListHeading) || other.role == Role::kListTitle ? static_cast<int>(r - i) : kFarRows;
    }
    set(out, BylineFeature::kListAbove, list);
    int items = 0;
    for (uint32_t i = r >= 3 ? r - 3 : 0; i < std::min(count, r + 4); ++i) {
      items += reading_.row(i).role == Role::kItemTitle ? 1 : 0;
    }
    set(out, BylineFeature::kItemRolesNear, items);
    set(out, BylineFeature::kMailBelow, below != nullptr && below->has(kHasMail) ? 1 : 0);
    set(out, BylineFeature::kRoleTwoAbove, r > 1 ? static_cast<int>(reading_.row(r - 2).role) : -1);
    set(out, BylineFeature::kRoleTwoBelow, r + 2 < count ? static_cast<int>(reading_.row(r + 2).role) : -1);
    int others = 0;
    for (const BylineCandidate& other : all_) {
      others += other.opener != Opener::kNone && reading_.row(other.row).hash != reading_.row(r).hash ? 1 : 0;
    }
    set(out, BylineFeature::kOtherLines, others);
  }

  // The first bytes of a text, zeros behind its end.
  static uint32_t beginning(std::string_view text) noexcept {
    uint32_t bytes = 0;
    if (text.size() >= sizeof(bytes)) {
      std::memcpy(&bytes, text.data(), sizeof(bytes));
    } else {
      std::memcpy(&bytes, text.data(), text.size());
    }
    return bytes;
  }

  const Reading& reading_;
  const std::pmr::vector<BylineCandidate>& all_;
  static constexpr uint16_t kMoreWords = 3;  // of a row that says something about the name
  const BodyWords& body_;
  const WordSet& notices_;
  // Of each row, side by side: each name is compared with all of them.
  std::pmr::vector<uint32_t> hashes_;
  std::pmr::vector<uint32_t> beginnings_;
  WordSet headline_;
  int bylines_ = 0;
  uint32_t comments_ = kNoRow;
};

}  // namespace

void see_bylines(const Reading& reading, BylineCandidates* out) {
  const Viewer viewer(reading, *out);
  out->features.reserve(out->all.size());
  for (size_t i = 0; i < out->all.size(); ++i) {
    out->features.push_back(viewer.view(i));
  }
}

}  // namespace article
