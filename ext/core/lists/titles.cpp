#include "core/lists/titles.h"

#include <algorithm>
#include <utility>

#include "core/fields/name_words.h"
#include "core/fields/score.h"
#include "core/lists/headed_lists.h"
#include "core/lists/items.h"
#include "core/lists/lists.h"
#include "core/lists/never_titles.h"
#include "core/lists/ranks.h"
#include "core/lists/summaries.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr int32_t kLeastScore = 0;              // log odds, in 1/1000
constexpr int32_t kLeastDoubtfulScore = -1000;  // of a line that stands where a title is due
constexpr int32_t kLeastGapScore = -3000;       // of a line right between two titles
constexpr uint32_t kMaxPeriod = 4;              // rows from one title to the next where one is due
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
      if (is_taken(reading_, r) || below_notice || rights || goes_with_title(r) || in_head(r) ||
          is_never_title(reading_, row) || is_stamp(reading_, row)) {
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
    fill_gaps();
    fill_headed_lists(reading_, &marks_);
    take_first_of_dated();
    take_counted();
    take_dated();
    drop_summaries(reading_, &marks_);
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
  // A line of some words right between two titles of a list that has no rows between its titles.
  void fill_gaps() noexcept {
    const auto is_title = [&](uint32_t r) { return r < marks_.size() && marks_[r] == TitleMark::kTitle; };
    for (uint32_t r = 1; r + 1 < marks_.size(); ++r) {
      if (marks_[r] == TitleMark::kNone && is_title(r - 1) && is_title(r + 1) && may_fill_gap(r)) {
        const bool close = is_title(r + 2) || (r > 1 && (is_title(r - 2) || heads_list(r - 2)));
        marks_[r] = close ? TitleMark::kTitle : TitleMark::kNone;
      }
    }
  }
  bool heads_list(uint32_t r) const noexcept {
    return reading_.row(r).opens_with(Term::kListHeading) || reading_.row(r).role == Role::kListTitle;
  }
  bool may_fill_gap(uint32_t r) const {
    constexpr uint16_t kLeastWords = 4;
    const Row& row = reading_.row(r);
    return row.words >= kLeastWords && row.capitals < row.words && row.repeats == 1 &&
           titles_.scores[r] > kLeastGapScore &&
           row.line - reading_.row(r - 1).last_line == reading_.row(r + 1).line - row.last_line &&
           !row.has(kUncased | kIsBody | kHasDigit | kHasUrl | kHasMail | kEndsSentence | kEndsColon) &&
           row.role != Role::kListTitle && row.role != Role::kPromotion && row.role != Role::kByline &&
           row.role != Role::kCopyright && !row.opens_with(Term::kByline) && !is_taken(reading_, r) &&
           !is_never_title(reading_, row) && !heads_list(r);
  }
  // Heading, title, date, title, date: the first title too, if only the reader of the lines takes it for one.
  void take_first_of_dated() {
    for (uint32_t r = 1; r + 3 < marks_.size(); ++r) {
      const auto is_dated = [&](uint32_t title) {
        const Row& row = reading_.row(title);
        const Row& below = reading_.row(title + 1);
        DateExpression date;
        return row.role == Role::kItemTitle && below.role == Role::kItemMeta && below.has(kHasDigit) &&
               !row.has(kIsBody | kEndsColon) && reading_.dates.timestamp(below.begin, below.end, &date) &&
               date.full_date;
      };
      if (marks_[r] == TitleMark::kNone && marks_[r + 2] == TitleMark::kTitle &&
          reading_.row(r - 1).is_a(Term::kListHeading) && !reading_.row(r).is_a(Term::kListHeading) && is_dated(r) &&
          is_dated(r + 2) && !is_stamp(reading_, reading_.row(r)) && !is_never_title(reading_, reading_.row(r))) {
        marks_[r] = TitleMark::kTitle;
      }
    }
  }
  // "1 Price of bread", "2 Dog found", "3 ...", right below the heading of a list.
  void take_counted() {
    for (uint32_t heading = 0; heading + kLeastRanked < marks_.size(); ++heading) {
      if (!reading_.row(heading).is_a(Term::kListHeading)) {
        continue;
      }
      uint32_t end = heading + 1;
      while (end < marks_.size() && counts_as(end, end - heading)) {
        ++end;
      }
      for (uint32_t r = heading + 1; end > heading + kLeastRanked && r < end; ++r) {
        marks_[r] = TitleMark::kTitle;
      }
    }
  }
  bool counts_as(uint32_t r, size_t number) const noexcept {
    const Row& row = reading_.row(r);
    const std::string_view line = row.has(kHasDigit) && !row.has(kIsBody) ? reading_.text(r) : std::string_view();
    const Rank rank = leading_rank(line);
    return row.words >= 3 && rank.number == number && line.substr(rank.digits, 1) == " ";
  }
  // Below the article, lines right below each other that all end with a day behind a mark are titles: "Ferry to close
  // (22 March 2024)" / "Mill Lane opens (20 March 2024)".
  void take_dated() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t last_body = reading_.survey.last_body;
    bool before = false;  // is the line above one?
    for (uint32_t r = last_body == kNoRow ? count : last_body + 1; r < count; ++r) {
      const bool dated = is_dated(r);
      if (dated && before) {
        marks_[r - 1] = marks_[r] = TitleMark::kTitle;
      }
      before = dated;
    }
  }
  bool is_dated(uint32_t r) const {
    constexpr uint16_t kMostWords = 30;
    constexpr uint32_t kOther = term_bit(Term::kByline) | term_bit(Term::kPublished) | term_bit(Term::kUpdated) |
                                term_bit(Term::kCopyright) | term_bit(Term::kPromotion);
    const Row& row = reading_.row(r);
    if (!row.has(kHasDigit) || row.words > kMostWords || (row.terms.opens & kOther) != 0 ||
        (row.has(kStartsDigit) && row.opens_with(Term::kComments)) || row.has(kHasUrl | kHasMail | kHasClock) ||
        is_taken(reading_, r) || row.role == Role::kCopyright) {
      return false;
    }
    DateExpression date;
    const std::string_view line = reading_.text(r);
    return title_before_date(reading_, line, &date).size() < line.size() && !date.relative;
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
  // Between the headline and the article near it stand its deck, its picture and buttons.
  bool in_head(uint32_t r) const noexcept {
    constexpr uint32_t kMostHeadRows = 12;
    return reading_.headline != kNoRow && r > reading_.headline && r < reading_.main_body &&
           reading_.main_body != kNoRow && reading_.main_body - reading_.headline <= kMostHeadRows;
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
  // One word alone opens titles too: all that follows the small word must be a name.
  const bool below_article =
      reading.survey.last_body != kNoRow && row.begin > reading.row(reading.survey.last_body).begin;
  if (match.words < (below_article ? 1U : 2U) || match.words >= words.count() ||
      is_foreign(match, reading.page.language)) {
    return false;
  }
  const Word& next = words[match.words];
  const bool name = match.words > 1 || row.capitals + 1U >= row.words;
  return name && match.words + 1U < words.count() && is_function_word(next.hash) &&
         (match.words > 1 || !next.capital) && words[match.words + 1].capital;
}

bool names_more_of_section(const Row& row) noexcept {
  constexpr uint16_t kMostWords = 4;
  return row.opens_with(Term::kListHeading) && row.terms.heading == TermValue::kSection && row.words > 1 &&
         row.words <= kMostWords && !row.has(kIsBody | kHasDigit | kEndsSentence | kHasQuery);
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
                         mark.value == 0xBB || mark.value == 0x3011 || has(mark.value, kDash);
  const std::string_view title = separator ? trim(rest.substr(mark.length)) : std::string_view();
  return title.empty() ? 0 : offset_in(reading.page.text, title);
}

}  // namespace article
