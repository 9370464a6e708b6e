#include "core/lists/titles.h"

#include <algorithm>
#include <utility>

#include "core/fields/name_words.h"
#include "core/fields/score.h"
#include "core/lists/items.h"
#include "core/lists/never_titles.h"
#include "core/lists/ranks.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr int32_t kLeastScore = 0;              // log odds, in 1/1000
constexpr int32_t kLeastDoubtfulScore = -1000;  // of a line that stands where a title is due
constexpr uint32_t kMaxPeriod = 4;              // rows from one title to the next where one is due
constexpr uint32_t kMaxHeaded = 12;             // rows below a heading
constexpr uint16_t kMaxHeadedWords = 60;        // ideographs count one each
constexpr uint32_t kLeastHeadedWords = 3;       // on the average of the titles
constexpr uint32_t kMaxBegun = 5;               // rows of a list of which some are known
constexpr uint32_t kLeastWordsOfOne = 4;        // of the only one
constexpr uint32_t kMaxListed = 8;              // rows from a link of the text to the titles around it

class TitleMarker {
 public:
  explicit TitleMarker(const Reading& reading)
      : reading_(reading), titles_(reading.page.memory), marks_(titles_.marks) {
    marks_.assign(reading.row_count(), TitleMark::kNone);
    titles_.scores.assign(reading.row_count(), INT32_MIN);
  }

  Titles run() {
    ItemViewer viewer(reading_, reading_.page.memory);
    ScoreBatch batch(Ranking::kItem, kItemFeatureCount);
    const auto take = [&](uint32_t r, int32_t value) {
      titles_.scores[r] = value;
      marks_[r] = value > kLeastScore                                 ? TitleMark::kTitle
                  : value > kLeastDoubtfulScore && may_be_doubtful(r) ? TitleMark::kDoubtful
                                                                      : TitleMark::kNone;
    };
    for (uint32_t r = 0; r < reading_.row_count(); ++r) {
      const Row& row = reading_.row(r);
      if (r % 512 == 511) {
        reading_.page.interrupt.poll();
      }
      if (!may_be_item(row) || (is_surely_other(row) && !row.opens_with(Term::kReadMore))) {
        continue;
      }
      // A rights notice often closes the last list, in the shape of one more title.
      const bool rights = row.role == Role::kCopyright || row.opens_with(Term::kCopyright);
      const bool below_notice = r > 0 && row.has(kEndsSentence) && is_site_notice(reading_, reading_.row(r - 1));
      if (is_taken(r) || below_notice || rights || is_never_title(reading_, row) || is_stamp(row) ||
          goes_with_title(r) || in_head(r)) {
        continue;
      }
      const bool caption = row.opens_with(Term::kCaption) && row.role != Role::kItemTitle;  // "Photo: the bridge"
      const bool prose = row.has(kIsBody) && row.has(kEndsSentence);  // "Details: the house got a new roof."
      if (row.opens_with(Term::kReadMore) && !row.is_a(Term::kReadMore) && !caption && !prose &&
          inline_title(reading_, r) != 0) {
        marks_[r] = TitleMark::kInline;
      } else if (!row.has(kIsBody) || row.characters < 200) {
        batch.add(viewer.view(r).data(), r, take);
      }
    }
    batch.finish(take);
    fill_lists();
    fill_headed_lists();
    take_in_listed();
    mark_ranked_titles(reading_, &marks_);
    drop_comments();
    return std::move(titles_);
  }

 private:
  // What the reader of the lines takes for something else that stands beside titles.
  bool may_be_doubtful(uint32_t r) const noexcept {
    const Role role = reading_.row(r).role;
    return role != Role::kNavigation && role != Role::kItemMeta && role != Role::kBoilerplate &&
           role != Role::kPromotion && role != Role::kByline;
  }
  // A line that stands where the list's next title is due is one, unless it is surely none.
  void fill_lists() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    uint32_t before = kNoRow;
    uint32_t two_before = kNoRow;
    uint32_t headed = kNoRow;
    for (uint32_t r = 0; r < count; ++r) {
      if (reading_.row(r).is_a(Term::kListHeading) || names_more_articles(reading_, reading_.row(r))) {
        headed = r;
      } else if (reading_.row(r).role == Role::kListTitle || reading_.row(r).has(kIsBody)) {
        headed = kNoRow;
      }
      const bool next =
          before != kNoRow && two_before != kNoRow && r - before == before - two_before && r - before <= kMaxPeriod;
      if (marks_[r] == TitleMark::kDoubtful && (next || follows_list(r, before, headed))) {
        marks_[r] = TitleMark::kTitle;
      }
      if (marks_[r] == TitleMark::kTitle) {
        two_before = before;
        before = r;
      }
    }
    for (TitleMark& mark : marks_) {
      mark = mark == TitleMark::kDoubtful ? TitleMark::kNone : mark;
    }
  }
  // Below the article the lines under "Related news" are what it says, however short they are, where none of them was
  // taken for a title: up to the next heading, link of the site or notice.
  void fill_headed_lists() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t last_body = reading_.survey.last_body;
    if (last_body == kNoRow) {
      return;
    }
    for (uint32_t heading = last_body + 1; heading < count; ++heading) {
      if (!names_list_of_articles(reading_.row(heading)) && !names_more_articles(reading_, reading_.row(heading))) {
        continue;
      }
      uint32_t end = heading + 1;
      uint32_t words = 0;
      uint32_t stamps = 0;
      while (end < count && end - heading <= kMaxHeaded && may_be_headed(end)) {
        const Row& row = reading_.row(end);
        words += row.words;
        stamps += is_headed_stamp(row) ? 1 : 0;
        ++end;
      }
      const uint32_t titles = end - heading - 1 - stamps;
      const uint32_t least = titles == 1 ? kLeastWordsOfOne : titles * kLeastHeadedWords;
      const auto first = marks_.begin() + heading;
      const bool known = std::any_of(first, marks_.begin() + std::min(count, heading + 1 + kMaxHeaded),
                                     [](TitleMark mark) { return mark != TitleMark::kNone; });
      if (titles == 0 || words < least || (known && !goes_on_as_begun(heading + 1, end))) {
        continue;
      }
      for (uint32_t r = heading + 1; r < end; ++r) {
        marks_[r] = is_headed_stamp(reading_.row(r)) ? TitleMark::kNone : TitleMark::kTitle;
      }
    }
  }
  // "Photos: the old harbour" among the titles of a list is one of them; in the text it is a link of its own.
  void take_in_listed() noexcept {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    uint32_t before = kNoRow;
    uint32_t two_before = kNoRow;
    for (uint32_t r = 0; r < count; ++r) {
      const bool due = before != kNoRow && two_before != kNoRow && r - before == before - two_before;
      if (marks_[r] == TitleMark::kInline && before != kNoRow && r - before <= kMaxListed &&
          (due || leads_to_title(r))) {
        marks_[r] = TitleMark::kTitle;
      }
      two_before = marks_[r] == TitleMark::kTitle ? before : reading_.row(r).has(kIsBody) ? kNoRow : two_before;
      before = marks_[r] == TitleMark::kTitle ? r : reading_.row(r).has(kIsBody) ? kNoRow : before;
    }
  }
  bool leads_to_title(uint32_t r) const noexcept {
    const uint32_t end = std::min(static_cast<uint32_t>(reading_.row_count()), r + 1 + kMaxListed);
    while (++r < end && !reading_.row(r).has(kIsBody)) {
      if (marks_[r] == TitleMark::kTitle) {
        return true;
      }
    }
    return false;
  }
  // The first row is a title and the others, without stamps between them, could as well be: "Popular", title, title.
  bool goes_on_as_begun(uint32_t begin, uint32_t end) const {
    bool all = end - begin <= kMaxBegun && marks_[begin] == TitleMark::kTitle;
    for (uint32_t r = begin; r < end && all; ++r) {
      all = reading_.row(r).words >= kLeastHeadedWords && reading_.row(r).role != Role::kItemMeta &&
            !is_headed_stamp(reading_.row(r));
    }
    return all;
  }
  static bool names_list_of_articles(const Row& row) noexcept {
    const TermValue kind = row.terms.heading;
    return row.is_a(Term::kListHeading) && (kind == TermValue::kRelated || kind == TermValue::kLatest ||
                                            kind == TermValue::kMostRead || kind == TermValue::kRecommended);
  }
  bool is_headed_stamp(const Row& row) const {
    return row.has(kHasDigit) && (row.role == Role::kItemMeta || is_stamp(row));
  }
  bool may_be_headed(uint32_t r) const {
    const Row& row = reading_.row(r);
    constexpr uint32_t kOther = term_bit(Term::kPromotion) | term_bit(Term::kCopyright) | term_bit(Term::kComments);
    constexpr uint32_t kLabel = term_bit(Term::kKeywords) | term_bit(Term::kListHeading);
    constexpr uint32_t kLink = term_bit(Term::kSection) | term_bit(Term::kNavigation);
    // "The", "New" open titles, and are labels in other languages.
    const bool labelled = row.words <= 3 || reading_.opens_with_colon(r);
    const uint32_t never = kOther | (labelled ? kLabel : 0U);
    return is_headed_stamp(row) ||
           (!is_taken(r) && !is_never_title(reading_, row) && row.words >= 2 && row.words <= kMaxHeadedWords &&
            !row.has(kIsBody | kHasUrl) && row.role != Role::kListTitle && row.role != Role::kCopyright &&
            row.role != Role::kPromotion && (row.terms.opens & never) == 0 &&
            (row.terms.whole & (kLink | kLabel)) == 0 && (row.repeats == 1 || is_headline_again(row)));
  }

  // Lists of the newest articles hold this one too.
  bool is_headline_again(const Row& row) const noexcept {
    return reading_.headline != kNoRow && row.hash == reading_.row(reading_.headline).hash;
  }

  // Read as a title, in a list whose heading is a phrase of the vocabulary: right below it or, but for the rows that go
  // with a title, below one.
  bool follows_list(uint32_t r, uint32_t before, uint32_t headed) const noexcept {
    if (reading_.row(r).role != Role::kItemTitle || headed == kNoRow) {
      return false;
    }
    uint32_t above = r - 1;
    while (above > headed && r - above < kMaxPeriod && reading_.row(above).role == Role::kItemMeta) {
      --above;
    }
    return above == headed || above == before;
  }
  // "3 Responses to Bridge closed", "12 comments": what stands below, up to the next heading, are comments.
  static bool heads_comments(const Row& row) noexcept {
    constexpr uint16_t kMostWords = 12;
    return row.has(kStartsDigit) && row.holds_a(Term::kComments) && row.words > 2 && row.words <= kMostWords &&
           !row.has(kIsBody);
  }
  // "12 Comments", and right below it one that somebody wrote on a day.
  bool counts_comments(uint32_t r) const noexcept {
    constexpr uint32_t kNear = 3;
    const Row& row = reading_.row(r);
    if (row.words != 2 || !row.has(kStartsDigit) || !row.holds_a(Term::kComments) || row.repeats > 1) {
      return false;
    }
    for (uint32_t i = r + 1; i <= r + kNear && i < marks_.size(); ++i) {
      if (reading_.row(i).has(kHasClock) && reading_.row(i).has(kHasDigit) && marks_[i] == TitleMark::kNone) {
        return true;
      }
    }
    return false;
  }
  // Day and time right above it, "Reply" right below: a comment.
  bool is_answered(uint32_t r) const {
    constexpr uint16_t kMostWords = 4;
    DateExpression date;
    if (marks_[r] != TitleMark::kTitle || r == 0 || r + 1 >= marks_.size() || !reading_.row(r - 1).has(kHasClock) ||
        !reading_.dates.timestamp(reading_.row(r - 1).begin, reading_.row(r - 1).end, &date) || !date.full_date) {
      return false;
    }
    const Row& below = reading_.row(r + 1);
    return below.words <= kMostWords && below.opens_with(Term::kComments) && !below.has(kStartsDigit);
  }
  void drop_comments() {
    const uint32_t last_body = reading_.survey.last_body;
    bool comments = false;
    for (uint32_t r = last_body == kNoRow ? 0 : last_body + 1; r < marks_.size(); ++r) {
      const Row& row = reading_.row(r);
      const bool heading = row.is_a(Term::kListHeading) || row.role == Role::kListTitle;
      comments = !heading && (comments || heads_comments(row) || counts_comments(r));
      marks_[r] = comments || is_answered(r) ? TitleMark::kNone : marks_[r];
    }
  }
  // "Society 09:40" below a title.
  bool goes_with_title(uint32_t r) const noexcept {
    const Row& row = reading_.row(r);
    return row.role == Role::kItemMeta && row.has(kHasClock) && r > 0 && reading_.row(r - 1).role == Role::kItemTitle;
  }
  // "Society 20 October 09:40": a category and a time; "Updated: 4 hours ago", "Apr 2, 2022 | Ada Example".
  bool is_stamp(const Row& row) const {
    const bool labelled =
        row.opens_with(Term::kPublished) || row.opens_with(Term::kUpdated) || row.role == Role::kItemMeta;
    if (row.words > 10 || !(row.has(kHasClock) || (labelled && row.has(kHasDigit)))) {
      return false;
    }
    const auto fills_row = [&](uint32_t bytes) {
      return (labelled ? 3 : 5) * bytes >= (labelled ? 1 : 2) * (row.end - row.begin);
    };
    const uint32_t clock = plain_clock(reading_.slice(row.begin, row.end));
    if (clock != 0 && fills_row(clock)) {
      return true;
    }
    DateExpression date;
    return reading_.dates.timestamp(row.begin, row.end, &date) &&
           (date.has_clock || (labelled && (date.relative || date.full_date))) && fills_row(date.end - date.begin);
  }
  // Between the headline and the article near it stand its deck, its picture and buttons.
  bool in_head(uint32_t r) const noexcept {
    constexpr uint32_t kMostHeadRows = 12;
    return reading_.headline != kNoRow && r > reading_.headline && r < reading_.main_body &&
           reading_.main_body != kNoRow && reading_.main_body - reading_.headline <= kMostHeadRows;
  }
  bool is_taken(uint32_t r) const noexcept {
    return r == reading_.headline || r == reading_.byline || r == reading_.published || r == reading_.dateline ||
           reading_.row(r).is_a(Term::kListHeading);
  }

  const Reading& reading_;
  Titles titles_;
  std::pmr::vector<TitleMark>& marks_;
};

}  // namespace

Titles mark_titles(const Reading& reading) {
  return TitleMarker(reading).run();
}

bool names_more_articles(const Reading& reading, const Row& row) noexcept {
  constexpr uint16_t kMostWords = 7;
  const TermValue kind = row.terms.heading;
  const bool articles = kind == TermValue::kRelated || kind == TermValue::kLatest || kind == TermValue::kMostRead ||
                        kind == TermValue::kRecommended;
  if (!row.opens_with(Term::kListHeading) || !articles || row.words > kMostWords || row.words < 3 ||
      row.has(kEndsSentence | kHasQuery | kEndsColon | kHasDigit | kIsBody)) {
    return false;
  }
  const LineWords words(reading.words_of(row));
  const PhraseMatch match = match_phrase(words, 0, Term::kListHeading, reading.page.language);
  if (match.words < 2 || match.words >= words.count() || is_foreign(match, reading.page.language)) {
    return false;
  }
  const Word& next = words[match.words];
  return match.words + 1U < words.count() && is_function_word(next.hash) && words[match.words + 1].capital;
}

uint32_t inline_title(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  const LineWords words(reading.words_of(row));
  const PhraseMatch match = match_phrase(words, 0, Term::kReadMore, reading.page.language);
  if (!match || words.count() < match.words + 3U) {
    return 0;
  }
  const std::string_view rest = trim(reading.slice(match.end, row.end));
  const CodePoint mark = decode(rest, 0);
  const bool separator = mark.value == U':' || mark.value == 0xFF1A || mark.value == U'|' || mark.value == U'>' ||
                         mark.value == 0xBB || has(mark.value, kDash);
  const std::string_view title = separator ? trim(rest.substr(mark.length)) : std::string_view();
  return title.empty() ? 0 : offset_in(reading.page.text, title);
}

}  // namespace article
