// Rows to lists: titles, their headings, and the rows beside each title.
#include "core/lists/lists.h"

#include <algorithm>

#include "core/fields/score.h"
#include "core/lists/items.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr int32_t kLeastScore = 0;              // log odds, in 1/1000
constexpr int32_t kLeastDoubtfulScore = -2500;  // of a line that stands where a title is due
constexpr uint32_t kMaxGap = 8;                 // rows between two titles of one list
constexpr uint32_t kMaxMetaRows = 4;            // rows beside a title that belong to it
constexpr uint32_t kHeadingReach = 10;          // rows above the first title where its heading may stand
constexpr uint16_t kMaxHeadingWords = 9;

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

bool is_known_heading(const Row& row) noexcept {
  return row.words <= kMaxHeadingWords && !row.has(kIsBody) &&
         (row.is_a(Term::kListHeading) || row.is_a(Term::kReadMore) || row.role == Role::kListTitle ||
          (row.opens_with(Term::kListHeading) && row.words <= 6));
}

class ListFinder {
 public:
  ListFinder(const Reading& reading, Lists* out) : reading_(reading), out_(*out), titles_(reading.page.memory) {}

  void run() {
    mark_titles();
    const auto count = static_cast<uint32_t>(reading_.row_count());
    uint32_t before = kNoRow;
    for (uint32_t r = 0; r < count; ++r) {
      if (titles_[r] == 0) {
        continue;
      }
      if (titles_[r] == kInline) {
        add_inline(r);
        continue;
      }
      if (before == kNoRow || begins_list(before, r)) {
        begin_list(before, r);
      }
      out_.items.push_back({r, r, r});
      out_.lists.back().last_item = out_.items.size();
      before = r;
    }
    for (List& list : out_.lists) {
      give_rows(list);
    }
  }

 private:
  static constexpr uint8_t kTitle = 1;
  static constexpr uint8_t kInline = 2;
  static constexpr uint8_t kDoubtful = 3;

  void mark_titles() {
    titles_.assign(reading_.row_count(), 0);
    ItemViewer viewer(reading_, reading_.page.memory);
    for (uint32_t r = 0; r < reading_.row_count(); ++r) {
      const Row& row = reading_.row(r);
      // A rights notice often closes the last list, in the shape of one more title.
      const bool rights = row.role == Role::kCopyright || row.opens_with(Term::kCopyright);
      if (!may_be_item(row) || is_taken(r) || rights) {
        continue;
      }
      if (row.opens_with(Term::kReadMore) && !row.is_a(Term::kReadMore) && inline_title(reading_, r) != 0) {
        titles_[r] = kInline;
      } else if (!row.has(kIsBody) || row.characters < 200) {
        const int32_t value = score(Ranking::kItem, viewer.view(r).data());
        titles_[r] = value > kLeastScore ? kTitle : value > kLeastDoubtfulScore ? kDoubtful : uint8_t{0};
      }
      if (r % 512 == 0) {
        reading_.page.interrupt.poll();
      }
    }
    fill_lists();
  }

  // A line that stands where the list's next title is due is one, unless it is surely none.
  void fill_lists() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    uint32_t before = kNoRow;
    uint32_t two_before = kNoRow;
    for (uint32_t r = 0; r < count; ++r) {
      if (titles_[r] == kDoubtful && before != kNoRow && two_before != kNoRow && r - before == before - two_before &&
          r - before <= kMaxMetaRows) {
        titles_[r] = kTitle;
      }
      if (titles_[r] == kTitle) {
        two_before = before;
        before = r;
      }
    }
    for (uint8_t& title : titles_) {
      title = title == kDoubtful ? uint8_t{0} : title;
    }
  }
  bool is_taken(uint32_t r) const noexcept {
    return r == reading_.headline || r == reading_.byline || r == reading_.published || r == reading_.dateline ||
           reading_.row(r).is_a(Term::kListHeading);
  }

  // A heading between the two, or too many rows.
  bool begins_list(uint32_t before, uint32_t r) const {
    if (r - before > kMaxGap || crosses_body(before, r)) {
      return true;
    }
    for (uint32_t i = before + 1; i < r; ++i) {
      if (is_known_heading(reading_.row(i))) {
        return true;
      }
    }
    return false;
  }
  bool crosses_body(uint32_t before, uint32_t r) const noexcept {
    for (uint32_t i = before + 1; i < r; ++i) {
      if (reading_.row(i).has(kIsBody) && reading_.row(i).words > 12) {
        return true;
      }
    }
    return false;
  }

  void begin_list(uint32_t before, uint32_t r) {
    List list;
    list.first_item = list.last_item = out_.items.size();
    list.heading = heading_above(before, r);
    if (list.heading != kNoRow) {
      const Row& row = reading_.row(list.heading);
      list.title = heading_text(list.heading);
      list.kind = row.is_a(Term::kListHeading) || row.opens_with(Term::kListHeading) || row.is_a(Term::kReadMore)
                      ? kind_of(row.terms.heading)
                      : ListKind::kOther;
      if (list.kind == ListKind::kOther && row.is_a(Term::kReadMore)) {
        list.kind = ListKind::kRelated;
      }
    }
    out_.lists.push_back(list);
  }
  std::string_view heading_text(uint32_t r) const noexcept {
    std::string_view line = reading_.text(r);
    while (!line.empty() && (line.back() == ':' || line.back() == '>')) {
      line = trim(line.substr(0, line.size() - 1));
    }
    return line;
  }

  // The nearest known heading; else the last short line above that is neither a time nor a category of an item.
  uint32_t heading_above(uint32_t before, uint32_t r) const {
    const uint32_t stop = before == kNoRow ? 0 : before + 1;
    const uint32_t low = r > kHeadingReach ? std::max(stop, r - kHeadingReach) : stop;
    uint32_t plain = kNoRow;
    for (uint32_t i = r; i-- > low;) {
      const Row& row = reading_.row(i);
      if (is_known_heading(row)) {
        return i;
      }
      if (row.has(kIsBody) && row.words > 12) {
        break;
      }
      const bool short_line = row.words >= 1 && row.words <= 6 && !row.has(kHasDigit | kHasMail | kEndsSentence) &&
                              !row.opens_with(Term::kByline);
      if (plain == kNoRow && short_line && r - i <= 3) {
        plain = i;
      }
    }
    return plain;
  }

  void add_inline(uint32_t r) {
    const Row& row = reading_.row(r);
    const LineWords words(reading_.page.text, row.begin, row.end);
    const PhraseMatch match = match_phrase(words, 0, Term::kReadMore, reading_.page.language);
    List list;
    list.heading = r;
    list.title = trim(reading_.slice(row.begin, match.end));
    list.kind = ListKind::kRelated;
    list.first_item = out_.items.size();
    out_.items.push_back({r, r, r});
    list.last_item = out_.items.size();
    out_.lists.push_back(list);
  }

  // A short row with a time, a category, a number or a byline.
  bool is_meta(uint32_t r) const noexcept {
    const Row& row = reading_.row(r);
    return titles_[r] == 0 && !row.has(kIsBody) && !is_known_heading(row) && row.words <= 12 &&
           (row.characters <= 60 || row.role == Role::kItemMeta) && !row.opens_with(Term::kCopyright) &&
           !row.is_a(Term::kComments) && !row.opens_with(Term::kPromotion);
  }

  uint32_t meta_after(uint32_t title, uint32_t limit) const noexcept {
    uint32_t rows = 0;
    while (rows < kMaxMetaRows && title + 1 + rows < limit && is_meta(title + 1 + rows)) {
      ++rows;
    }
    return rows;
  }

  // Rows between titles belong to the title above them, or to the one below them: as the list begins.
  void give_rows(const List& list) {
    if (list.first_item == list.last_item || titles_[out_.items[list.first_item].title] == kInline) {
      return;
    }
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t first = out_.items[list.first_item].title;
    const uint32_t top = list.heading != kNoRow && list.heading < first ? list.heading + 1 : first;
    uint32_t above = 0;
    while (above < kMaxMetaRows && first > top + above && is_meta(first - 1 - above)) {
      ++above;
    }
    for (size_t i = list.first_item; i < list.last_item; ++i) {
      ItemRows& item = out_.items[i];
      const uint32_t previous = i == list.first_item ? (top == 0 ? kNoRow : top - 1) : out_.items[i - 1].last;
      const bool is_last = i + 1 == list.last_item;
      const uint32_t limit = is_last ? std::min(count, item.title + 1 + kMaxMetaRows) : out_.items[i + 1].title;
      if (above > 0) {
        const uint32_t rows = i == list.first_item ? above : item.title - 1 - std::min(previous, item.title - 1);
        item.first = item.title - std::min({rows, kMaxMetaRows, item.title});
        continue;
      }
      const uint32_t below = meta_after(item.title, limit);
      item.last = item.title + (is_last ? last_rows(list, below) : below);
    }
  }
  // The last title has as many rows as those before it: what follows the list is not its.
  uint32_t last_rows(const List& list, uint32_t below) const noexcept {
    if (list.last_item - list.first_item < 2) {
      return std::min(below, has_time_below(out_.items[list.first_item].title) ? 1U : 0U);
    }
    uint32_t most = 0;
    for (size_t i = list.first_item; i + 1 < list.last_item; ++i) {
      most = std::max(most, out_.items[i].last - out_.items[i].title);
    }
    return std::min(below, most);
  }
  bool has_time_below(uint32_t title) const {
    if (title + 1 >= reading_.row_count()) {
      return false;
    }
    DateExpression date;
    const Row& row = reading_.row(title + 1);
    return row.has(kHasDigit) && find_timestamp(reading_.page.text, row.begin, row.end, reading_.time, &date);
  }

  const Reading& reading_;
  Lists& out_;
  std::pmr::vector<uint8_t> titles_;
};

}  // namespace

uint32_t inline_title(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  const LineWords words(reading.page.text, row.begin, row.end);
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

void find_lists(const Reading& reading, Lists* out) {
  ListFinder(reading, out).run();
}

}  // namespace article
