// Rows to lists: titles, their headings, and the rows beside each title.
#include "core/lists/lists.h"

#include <algorithm>

#include "core/fields/cells.h"
#include "core/fields/markdown.h"
#include "core/fields/score.h"
#include "core/lists/between_titles.h"
#include "core/lists/doubtful.h"
#include "core/lists/headings.h"
#include "core/lists/ranks.h"
#include "core/lists/titles.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr int32_t kLeastHeadingScore = -800;         // log odds, in 1/1000
constexpr int32_t kLeastTitleAsHeadingScore = -700;  // of a line that would be a title as well
constexpr int32_t kLeastFirstHeadingScore = -1800;   // where a list begins anyway
constexpr int32_t kScoreOfPhrase = 1500;             // at least, of "Related stories from ..."
constexpr uint32_t kMaxRest = 40;                    // rows after which nothing belongs to the list above
constexpr uint16_t kMostWordsAround = 5;             // of a heading that holds its phrase: "7 May: Latest News"
constexpr uint32_t kMaxMetaRows = 4;                 // rows beside a title that belong to it

ListKind kind_of(TermValue value) noexcept {
  switch (value) {
    case TermValue::kRelated:
      return ListKind::kRelated;
    case TermValue::kLatest:
      return ListKind::kLatest;
    case TermValue::kMostRead:
      return ListKind::kMostRead;
    case TermValue::kRecommended:
      return ListKind::kRecommended;
    case TermValue::kSection:
      return ListKind::kSection;
    default:
      return ListKind::kOther;
  }
}

class HeadingScorer final : public HeadingSink {
 public:
  explicit HeadingScorer(std::pmr::vector<int32_t>* scores) : scores_(*scores) {}
  void add(uint32_t row, uint32_t /*title*/, const HeadingFeatures& features) override {
    batch_.add(features.data(), row, [&](uint32_t r, int32_t value) { scores_[r] = value; });
  }
  void finish() {
    batch_.finish([&](uint32_t r, int32_t value) { scores_[r] = value; });
  }

 private:
  std::pmr::vector<int32_t>& scores_;  // of each row
  ScoreBatch batch_{Ranking::kHeading, kHeadingFeatureCount};
};

class ListFinder {
 public:
  ListFinder(const Reading& reading, Lists* out)
      : reading_(reading),
        out_(*out),
        titles_(mark_titles(reading)),
        marks_(titles_.marks),
        between_(reading, titles_.marks),
        scores_(reading.page.memory) {}

  void run() {
    find_headings();
    const auto count = static_cast<uint32_t>(reading_.row_count());
    uint32_t before = kNoRow;
    uint32_t above = kNoRow;  // heading of the list that links of the text interrupt
    for (uint32_t r = 0; r < count; ++r) {
      if (marks_[r] == TitleMark::kNone) {
        continue;
      }
      if (marks_[r] == TitleMark::kInline) {
        add_inline(r);
        continue;
      }
      if (says_again(before, r)) {
        out_.items.back() = {r, r, r};
        before = r;
        continue;
      }
      const uint32_t heading = heading_above(before, r);
      // Titles far below the others, with no line that heads them, go on with the list above.
      if (before == kNoRow || heading != kNoRow || crosses_body(before, r) || r - before > kMaxRest) {
        begin_list(heading);
        above = heading;
      } else if (out_.items.back().inlined) {
        begin_list(above);
      }
      out_.items.push_back({r, r, r});
      out_.lists.back().last_item = out_.items.size();
      before = r;
    }
    drop_doubtful_lists(reading_, titles_, &out_);
    for (size_t i = 0; i < out_.lists.size(); ++i) {
      give_rows(out_.lists[i], end_of_list(i));
      mark_ranks(out_.lists[i]);
      mark_times(out_.lists[i]);
    }
  }

 private:
  void find_headings() {
    scores_.assign(reading_.row_count(), INT32_MIN);
    HeadingScorer scorer(&scores_);
    find_heading_candidates(reading_, titles_, &scorer);
    scorer.finish();
    for (uint32_t r = 0; r < scores_.size(); ++r) {
      const Row& row = reading_.row(r);
      if (scores_[r] != INT32_MIN && names_more_articles(reading_, row)) {
        scores_[r] = std::max(scores_[r], kScoreOfPhrase);
      } else if (scores_[r] != INT32_MIN && row.repeats == 1 && row.is_a(Term::kListHeading) && names_articles(row)) {
        scores_[r] = std::max(scores_[r], kLeastHeadingScore + 1);
      }
    }
    for (uint32_t r = 0; r < marks_.size(); ++r) {
      if (marks_[r] == TitleMark::kTitle && scores_[r] > kLeastTitleAsHeadingScore && !is_headed(r)) {
        marks_[r] = TitleMark::kNone;
      }
      if (r > 0 && names_ranks(r)) {
        marks_[r - 1] = TitleMark::kNone;
      }
    }
  }
  // "7 May: Top News" above "1 Price of bread", "2 ...", "3 ...".
  bool names_ranks(uint32_t r) const noexcept {
    return reading_.row(r - 1).holds_a(Term::kListHeading) && marks_[r] == TitleMark::kTitle && begins_ranks(r);
  }

  // Right below a line that is a heading by its words stands a title, not another heading.
  bool is_headed(uint32_t r) const noexcept {
    return r > 0 && !reading_.row(r).is_a(Term::kListHeading) &&
           (reading_.row(r - 1).is_a(Term::kListHeading) || names_more_of_section(reading_.row(r - 1)));
  }

  // The text of a picture, and below it the title that reads the same.
  bool says_again(uint32_t before, uint32_t r) const noexcept {
    return before != kNoRow && r == before + 1 && reading_.row(before).hash == reading_.row(r).hash &&
           !out_.items.back().inlined;
  }

  // Too many rows between two titles, or rows of the body.
  bool is_apart(uint32_t before, uint32_t r) const noexcept { return r - before > kMaxGap || crosses_body(before, r); }
  bool crosses_body(uint32_t before, uint32_t r) const noexcept {
    for (uint32_t i = before + 1; i < r; ++i) {
      if (reading_.row(i).has(kIsBody) && reading_.row(i).words > 12) {
        return true;
      }
    }
    return false;
  }

  void begin_list(uint32_t heading) {
    List list;
    list.first_item = list.last_item = out_.items.size();
    list.heading = heading;
    if (list.heading != kNoRow) {
      const Row& row = reading_.row(list.heading);
      list.title = heading_text(list.heading);
      list.kind = (row.holds_a(Term::kListHeading) && row.words <= kMostWordsAround) ||
                          row.opens_with(Term::kListHeading) || row.is_a(Term::kReadMore)
                      ? kind_of(row.terms.heading)
                      : ListKind::kOther;
      if (list.kind == ListKind::kOther && row.is_a(Term::kReadMore)) {
        list.kind = ListKind::kRelated;
      }
    }
    out_.lists.push_back(list);
  }
  std::string_view heading_text(uint32_t r) const noexcept {
    std::string_view line = without_markdown(reading_.text(r));
    while (!line.empty() && line.back() == '>') {
      line = trim(line.substr(0, line.size() - 1));
    }
    return line;
  }

  // The best row between two titles that heads what follows; where a list begins anyway a doubtful one is taken too.
  uint32_t heading_above(uint32_t before, uint32_t r) noexcept {
    const bool begins = before == kNoRow || is_apart(before, r) || begins_ranks(r);
    const uint32_t stop = before == kNoRow ? 0 : before + 1;
    const uint32_t low = r > kHeadingReach ? std::max(stop, r - kHeadingReach) : stop;
    const int32_t least = begins ? kLeastFirstHeadingScore : kLeastHeadingScore;
    uint32_t best = kNoRow;
    uint32_t label = kNoRow;      // best of the labels
    uint32_t low_label = kNoRow;  // of those that stand so above each title
    for (uint32_t i = low; i < r; ++i) {
      if (scores_[i] > least && !between_.marks_title_above(i, before)) {
        const bool one = between_.is_one_of_labels(i, r);
        uint32_t& place = one || (reading_.row(i).repeats > 1 && between_.is_label(i, before, r)) ? label : best;
        low_label = one ? i : low_label;
        place = place == kNoRow || scores_[i] > scores_[place] ? i : place;
      }
    }
    if (best == kNoRow && label == kNoRow && low < r && names_ranks(r)) {
      return r - 1;
    }
    const uint32_t heading = between_.above_tabs(between_.below_tags(best == kNoRow && begins ? label : best, r), low);
    if (low_label != kNoRow && low_label != heading) {
      scores_[low_label] = INT32_MIN;  // it goes with its title
    }
    return heading;
  }
  // "Police clear camp 2 days ago" / "Ferry to close 1 week ago", "Police clear camp, May 4" / "Ferry to close, May 2"
  void mark_times(const List& list) {
    bool all = list.last_item - list.first_item >= 2;
    for (size_t i = list.first_item; i < list.last_item && all; ++i) {
      const Row& row = reading_.row(out_.items[i].title);
      DateExpression date;
      all = row.has(kHasDigit) && time_at_end(reading_, row.begin, row.end, &date) != 0;
    }
    for (size_t i = list.first_item; i < list.last_item && all; ++i) {
      out_.items[i].timed = true;
    }
  }
  // A line right above the first title that could as well head the list, and one of the same kind above the second.
  bool is_section_of_first(const List& list) const noexcept {
    if (list.last_item - list.first_item < 2) {
      return false;
    }
    const uint32_t r = out_.items[list.first_item].title - 1;
    const uint32_t next = out_.items[list.first_item + 1].title - 1;
    const Row& row = reading_.row(r);
    return may_be_meta(r) && between_.is_like(next, r) && (row.is_a(Term::kSection) || row.has(kAllCapitals));
  }

  void add_inline(uint32_t r) {
    const Row& row = reading_.row(r);
    const LineWords words(reading_.words_of(row));
    const PhraseMatch match = match_phrase(words, 0, Term::kReadMore, reading_.page.language);
    List list;
    list.heading = r;
    list.title = trim(reading_.slice(words[0].begin, match.end));
    list.kind = ListKind::kRelated;
    list.first_item = out_.items.size();
    out_.items.push_back({r, r, r, true});
    list.last_item = out_.items.size();
    out_.lists.push_back(list);
  }

  // A short row with a time, a category, a number or a byline.
  bool is_meta(uint32_t r) const noexcept { return scores_[r] <= kLeastHeadingScore && may_be_meta(r); }
  bool may_be_meta(uint32_t r) const noexcept {
    const Row& row = reading_.row(r);
    return marks_[r] == TitleMark::kNone && !row.has(kIsBody) && row.words <= 12 &&
           (row.characters <= 60 || row.role == Role::kItemMeta) && !row.opens_with(Term::kCopyright) &&
           !row.is_a(Term::kComments) && !row.opens_with(Term::kPromotion) &&
           (row.has(kHasDigit) || !is_row_of_cells(reading_.text(r)));
  }

  uint32_t meta_after(uint32_t title, uint32_t limit) const noexcept {
    uint32_t rows = 0;
    while (rows < kMaxMetaRows && title + 1 + rows < limit && is_meta(title + 1 + rows)) {
      ++rows;
    }
    return rows;
  }

  // Where the next list begins.
  uint32_t end_of_list(size_t i) const noexcept {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    if (i + 1 == out_.lists.size()) {
      return count;
    }
    const List& next = out_.lists[i + 1];
    const uint32_t title = out_.items[next.first_item].title;
    return next.heading == kNoRow || next.heading < out_.items[out_.lists[i].first_item].title ? title : next.heading;
  }

  // Rows between titles belong to the title above them, or to the one below them: as the list begins.
  void give_rows(const List& list, uint32_t end) {
    if (list.first_item == list.last_item || marks_[out_.items[list.first_item].title] == TitleMark::kInline) {
      return;
    }
    const uint32_t first = out_.items[list.first_item].title;
    const uint32_t top = list.heading != kNoRow && list.heading < first ? list.heading + 1 : first;
    uint32_t above = 0;
    while (above < kMaxMetaRows && first > top + above &&
           (is_meta(first - 1 - above) || (above == 0 && is_section_of_first(list)))) {
      ++above;
    }
    const uint32_t own = rows_above(list, above);
    for (size_t i = list.first_item; i < list.last_item; ++i) {
      ItemRows& item = out_.items[i];
      const bool is_last = i + 1 == list.last_item;
      const uint32_t previous = i == list.first_item ? (top == 0 ? kNoRow : top - 1) : out_.items[i - 1].last;
      const uint32_t rows = i == list.first_item ? above : item.title - 1 - std::min(previous, item.title - 1);
      item.first = item.title - std::min({rows, own, item.title});
      const uint32_t next = is_last ? std::min(end, item.title + 1 + kMaxMetaRows) : out_.items[i + 1].title;
      const uint32_t limit = next - (is_last ? 0 : std::min(own, next - item.title - 1));
      const uint32_t below = own < kMaxMetaRows ? meta_after(item.title, limit) : 0;
      item.last = item.title + (is_last ? last_rows(list, below) : below);
    }
  }
  // How many of the rows between two titles belong to the one below them: none where the list begins with a title; all
  // where the first title has as many above it; else as many as that one has, and the others to the title above:
  // "Health", title, date.
  uint32_t rows_above(const List& list, uint32_t first) const {
    if (first == 0 || list.last_item - list.first_item < 2) {
      return first;
    }
    uint32_t least = kMaxMetaRows;
    for (size_t i = list.first_item + 1; i < list.last_item; ++i) {
      least = std::min(least, out_.items[i].title - out_.items[i - 1].title - 1);
    }
    return least > first ? first : kMaxMetaRows;
  }
  // The last title has as many rows as those before it: what follows the list is not its.
  uint32_t last_rows(const List& list, uint32_t below) const {
    if (list.last_item - list.first_item < 2) {
      return std::min(below, has_time_below(out_.items[list.first_item].title) ? 1U : 0U);
    }
    uint32_t most = 0;
    for (size_t i = list.first_item; i + 1 < list.last_item; ++i) {
      const uint32_t title = out_.items[i].title;
      const uint32_t rows = out_.items[i].last - title;
      most = std::max(most, rows == 1 && is_rank(reading_.row(title + 1)) ? 0U : rows);
    }
    return std::min(below, most);
  }
  // "1 Price of bread", "2 Dog found", ...: the ranks are no words of the titles.
  void mark_ranks(const List& list) {
    bool ranked = list.last_item - list.first_item >= kLeastRanked;
    for (size_t i = list.first_item; i < list.last_item && ranked; ++i) {
      ranked = has_rank(out_.items[i].title, i - list.first_item + 1);
    }
    for (size_t i = list.first_item; i < list.last_item; ++i) {
      out_.items[i].ranked = ranked;
    }
  }
  bool has_rank(uint32_t title, size_t number) const noexcept {
    const std::string_view line = reading_.text(title);
    const Rank rank = leading_rank(line);
    return rank.number == number && line.substr(rank.digits, 1) == " ";
  }
  // A title from which on they count: "1 Price of bread", "2 Dog found", "3 ...".
  bool begins_ranks(uint32_t title) const noexcept {
    size_t ranks = 0;
    for (uint32_t r = title; r < std::min<size_t>(marks_.size(), title + kLeastRanked * kMaxMetaRows); ++r) {
      if (marks_[r] == TitleMark::kTitle && has_rank(r, ranks + 1)) {
        ++ranks;
      } else if (marks_[r] == TitleMark::kTitle) {
        break;
      }
    }
    return ranks >= kLeastRanked;
  }
  bool has_time_below(uint32_t title) const {
    if (title + 1 >= reading_.row_count()) {
      return false;
    }
    DateExpression date;
    const Row& row = reading_.row(title + 1);
    return row.has(kHasDigit) && reading_.dates.timestamp(row.begin, row.end, &date);
  }

  const Reading& reading_;
  Lists& out_;
  Titles titles_;
  std::pmr::vector<TitleMark>& marks_;
  BetweenTitles between_;
  std::pmr::vector<int32_t> scores_;  // of each row as a heading
};

}  // namespace

void find_lists(const Reading& reading, Lists* out) {
  ListFinder(reading, out).run();
}

}  // namespace article
