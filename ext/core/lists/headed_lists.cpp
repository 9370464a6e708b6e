#include "core/lists/headed_lists.h"

#include <algorithm>

#include "core/lists/never_titles.h"
#include "core/lists/summaries.h"

namespace article {

namespace {

constexpr uint32_t kMaxHeaded = 12;        // rows below a heading
constexpr uint16_t kMaxHeadedWords = 60;   // ideographs count one each
constexpr uint32_t kLeastHeadedWords = 3;  // on the average of the titles
constexpr uint32_t kMaxBegun = 5;          // rows of a list of which some are known
constexpr uint32_t kLeastKnown = 2;        // titles of a longer one
constexpr uint32_t kLeastWordsOfOne = 4;   // of the only one

class HeadedLists {
 public:
  HeadedLists(const Reading& reading, std::pmr::vector<TitleMark>* marks) : reading_(reading), marks_(*marks) {}

  // Below the article the lines under "Related news" are what it says, however short they are, where none of them was
  // taken for a title: up to the next heading, link of the site or notice.
  void fill() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t last_body = reading_.survey.last_body;
    if (last_body == kNoRow) {
      return;
    }
    for (uint32_t heading = last_body + 1; heading < count; ++heading) {
      const bool section = names_more_of_section(reading_.row(heading));
      if (!section && !names_list_of_articles(reading_.row(heading)) &&
          !names_more_articles(reading_, reading_.row(heading))) {
        continue;
      }
      uint32_t end = heading + 1;
      uint32_t words = 0;
      uint32_t beside = 0;  // stamps and summaries
      while (end < count && end - heading <= kMaxHeaded && may_be_headed(end)) {
        words += is_summary(reading_, heading + 1, end) ? 0U : reading_.row(end).words;
        beside += goes_with_title(heading + 1, end) ? 1 : 0;
        ++end;
      }
      const uint32_t titles = end - heading - 1 - beside;
      const uint32_t least = titles == 1 ? kLeastWordsOfOne : titles * kLeastHeadedWords;
      const auto is_known = [](TitleMark mark) { return mark != TitleMark::kNone; };
      const auto first = marks_.begin() + heading;
      const bool known = std::any_of(first, marks_.begin() + end, is_known);
      const bool near =
          known || std::any_of(first, marks_.begin() + std::min(count, heading + 1 + kMaxHeaded), is_known);
      const uint32_t stop = known ? end_as_begun(heading + 1, end) : end;
      if (near && !known && !are_plain_titles(heading + 1, end)) {
        continue;
      }
      if (titles == 0 || words < least || (section && !known)) {
        continue;
      }
      for (uint32_t r = heading + 1; r < stop; ++r) {
        marks_[r] = goes_with_title(heading + 1, r) ? TitleMark::kNone : TitleMark::kTitle;
      }
    }
  }

 private:
  bool goes_with_title(uint32_t first, uint32_t r) const {
    return is_headed_stamp(reading_.row(r)) || is_summary(reading_, first, r) ||
           names_authors(reading_, reading_.row(r));
  }
  // Several titles and nothing else, right above a list of which some are known.
  bool are_plain_titles(uint32_t begin, uint32_t end) const {
    constexpr uint32_t kLeastTitles = 2;
    bool all = end - begin >= kLeastTitles;
    for (uint32_t r = begin; r < end && all; ++r) {
      const Row& row = reading_.row(r);
      all = row.words >= kLeastHeadedWords && row.role != Role::kItemMeta && row.role != Role::kKeywords &&
            !row.has(kHasUrl | kHasMail) && !goes_with_title(begin, r) && !row.is_a(Term::kAdvertisement) &&
            (row.has(kUncased) || row.capitals < row.looked_at);
    }
    return all;
  }
  // Where the titles end if each row, but for summaries, could as well be one as those that are: all of a few rows of
  // which the first is a title ("Popular", title, title), or those up to the last title if half of them are.
  uint32_t end_as_begun(uint32_t begin, uint32_t end) const {
    uint32_t rows = 0;
    uint32_t known = 0;
    uint32_t rows_to_last = 0;
    uint32_t last = begin;
    for (uint32_t r = begin; r < end; ++r) {
      const Row& row = reading_.row(r);
      if (is_summary(reading_, begin, r) || names_authors(reading_, row)) {
        continue;
      }
      if (row.words < kLeastHeadedWords || (row.role == Role::kItemMeta && row.has(kHasDigit)) ||
          is_headed_stamp(row)) {
        return begin;
      }
      ++rows;
      if (marks_[r] == TitleMark::kTitle) {
        ++known;
        rows_to_last = rows;
        last = r + 1;
      }
    }
    if (rows <= kMaxBegun && marks_[begin] == TitleMark::kTitle) {
      return end;
    }
    return known >= kLeastKnown && 2 * known >= rows_to_last ? last : begin;
  }
  static bool names_list_of_articles(const Row& row) noexcept {
    const TermValue kind = row.terms.heading;
    return row.is_a(Term::kListHeading) && (kind == TermValue::kRelated || kind == TermValue::kLatest ||
                                            kind == TermValue::kMostRead || kind == TermValue::kRecommended);
  }
  bool is_headed_stamp(const Row& row) const {
    return row.has(kHasDigit) && (row.role == Role::kItemMeta || is_stamp(reading_, row));
  }
  bool may_be_headed(uint32_t r) const {
    const Row& row = reading_.row(r);
    constexpr uint32_t kOther = term_bit(Term::kPromotion) | term_bit(Term::kCopyright) | term_bit(Term::kComments);
    constexpr uint32_t kLabel = term_bit(Term::kKeywords) | term_bit(Term::kListHeading);
    constexpr uint32_t kLink = term_bit(Term::kSection) | term_bit(Term::kNavigation);
    // "The", "New" open titles, and are labels in other languages.
    const bool labelled = row.words <= 3 || reading_.opens_with_colon(r);
    const uint32_t never = kOther | (labelled ? kLabel : 0U);
    return is_headed_stamp(row) || names_authors(reading_, row) || marks_[r] == TitleMark::kInline ||
           (!is_taken(reading_, r) && !is_never_title(reading_, row) && row.words >= 2 &&
            row.words <= kMaxHeadedWords && !row.has(kIsBody | kHasUrl) && row.role != Role::kListTitle &&
            row.role != Role::kCopyright && row.role != Role::kPromotion && (row.terms.opens & never) == 0 &&
            (row.terms.whole & (kLink | kLabel)) == 0 && (row.repeats == 1 || is_headline_again(row)));
  }

  // Lists of the newest articles hold this one too.
  bool is_headline_again(const Row& row) const noexcept {
    return reading_.headline != kNoRow && row.hash == reading_.row(reading_.headline).hash;
  }

  const Reading& reading_;
  std::pmr::vector<TitleMark>& marks_;
};

}  // namespace

void fill_headed_lists(const Reading& reading, std::pmr::vector<TitleMark>* marks) {
  HeadedLists(reading, marks).fill();
}

}  // namespace article
