// One item: title, labels, category, time, address.
#include <algorithm>

#include "core/fields/markdown.h"
#include "core/json.h"
#include "core/lists/labels.h"
#include "core/lists/lists.h"
#include "core/lists/ranks.h"
#include "core/lists/titles.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxCategoryWords = 6;

bool is_mark(char32_t code) noexcept {
  return code == U'|' || code == 0x2022 || code == 0xB7 || code == U',' || code == U':' || code == U'/' ||
         code == 0x3000 || code == U'(' || code == U')' || has(code, kDash);
}

// Without the marks and blanks that set parts of a line apart.
std::string_view without_marks(std::string_view part) noexcept {
  part = trim(part);
  while (!part.empty() && is_mark(decode(part, 0).value)) {
    part = trim(part.substr(decode(part, 0).length));
  }
  while (!part.empty() && is_mark(decode_before(part, part.size()).value)) {
    part = trim(part.substr(0, part.size() - decode_before(part, part.size()).length));
  }
  return part;
}

// "1.", "2)": the rank of an item in front of its title; "1" alone where all titles of the list have one.
std::string_view without_rank(std::string_view title, bool ranked) noexcept {
  const size_t digits = leading_rank(title).digits;
  if (digits == 0 || digits + 2 >= title.size()) {
    return title;
  }
  if (ranked && title[digits] == ' ') {
    return trim(title.substr(digits));
  }
  const bool mark = title[digits] == '.' || title[digits] == ')';
  return mark && title[digits + 1] == ' ' ? trim(title.substr(digits + 1)) : title;
}

std::string_view without_bullet(std::string_view title) noexcept {
  const CodePoint first = decode(title, 0);
  const bool bullet = first.value == 0x2022 || first.value == 0xB7 || first.value == U'*' || first.value == 0x25CF ||
                      first.value == 0xBB || first.value == 0x203A || first.value == 0x25B8 || first.value == U'>' ||
                      first.value == 0x25AA || first.value == 0x25BA ||
                      (has(first.value, kDash) && title.size() > first.length && title[first.length] == ' ');
  return bullet ? trim(title.substr(first.length)) : title;
}

// "19m", "2h", "5d" alone in a row: how long ago, not the hour of the day.
bool is_short_age(std::string_view line) noexcept {
  const size_t digits = line.find_first_not_of("0123456789");
  constexpr size_t kMostDigits = 2;
  return digits != std::string_view::npos && digits > 0 && digits <= kMostDigits && line.size() == digits + 1 &&
         (line[digits] == 'm' || line[digits] == 'h' || line[digits] == 'd');
}

bool names_day(const DateExpression& date) noexcept {
  return date.full_date || (!date.relative && date.from.day != 0 && date.from.month != 0);
}
// A day or an age.
bool says_when(const DateExpression& date) noexcept {
  return date.relative || names_day(date);
}

class ItemReader {
 public:
  ItemReader(const Reading& reading, RelatedItem* item, DateExpression* date) noexcept
      : reading_(reading), item_(*item), date_(*date) {}

  bool has_title(const ItemRows& rows) {
    // Of what begins with a letter something is left, but for addresses and links inside the text.
    const Row& row = reading_.row(rows.title);
    const bool letter = has(decode(reading_.text(rows.title), 0).value, kLetter);
    if (letter && !row.has(kHasUrl) && !rows.inlined) {
      return true;
    }
    read_title(rows);
    return !item_.title.empty();
  }

  bool read(const ItemRows& rows) {
    read_title(rows);
    for (uint32_t r = rows.first; r <= rows.last; ++r) {
      if (r != rows.title) {
        read_meta(r);
      }
    }
    item_.line_no = reading_.row(rows.title).line + 1;
    item_.begin = reading_.row(rows.first).begin;
    item_.end = reading_.row(rows.last).end;
    return dated_;
  }

 private:
  void read_title(const ItemRows& rows) {
    const Row& row = reading_.row(rows.title);
    uint32_t begin = row.begin;
    if (rows.inlined) {
      const uint32_t start = inline_title(reading_, rows.title);
      begin = start != 0 ? start : begin;
    }
    const std::string_view line = without_bullet(without_markdown(reading_.slice(begin, row.end)));
    const std::string_view bare_line = without_markdown(line);
    std::string_view title = take_url(line);
    title = without_rank(bare_line.size() < line.size() ? bare_line : without_bullet(title), rows.ranked);
    if (row.has(kHasDigit)) {
      title = take_time(title);
      title = rows.timed ? take_time_at_end(title) : title;
      title = take_date_behind_mark(title);
    }
    Labels labels;
    const std::string_view bare = title.empty() ? title : take_labels(title, &labels);
    item_.title = unwrap(bare, reading_.page.arena);
    if (labels.count > 0) {
      JsonWriter json(reading_.page.memory);
      json.begin_array();
      for (size_t i = 0; i < labels.count; ++i) {
        json.string(labels.at[i]);
      }
      json.end_array();
      item_.labels = copy_to(reading_.page.arena, json.text());
    }
  }

  // An address at the end of the line.
  std::string_view take_url(std::string_view title) noexcept {
    const size_t scheme = title.find("://");
    if (scheme == std::string_view::npos) {
      return title;
    }
    size_t begin = scheme;
    while (begin > 0 && title[begin - 1] >= 'a' && title[begin - 1] <= 'z') {
      --begin;
    }
    size_t end = scheme + 3;
    while (end < title.size() && !has(decode(title, end).value, kBlank) && title[end] != ')' && title[end] != '>') {
      end += decode(title, end).length;
    }
    item_.url = title.substr(begin, end - begin);
    return without_marks(title.substr(0, begin));
  }

  // "11:57 Police clear camp", "Feb 9: Police clear camp", "[Feb 9] Police clear camp".
  std::string_view take_time(std::string_view title) {
    const uint32_t bracket = !title.empty() && (title[0] == '[' || title[0] == '(') ? 1 : 0;
    const uint32_t begin = offset_in(reading_.page.text, title) + bracket;
    const auto end = static_cast<uint32_t>(begin + title.size() - bracket);
    DateExpression date;
    // "13:10 First snow": the clock alone, whatever the words behind it could be.
    const size_t clock = title.find_first_not_of("0123456789:");
    const bool alone =
        clock != std::string_view::npos && (clock == 5 || clock == 4) && title[clock] == ' ' && title[clock - 3] == ':';
    const uint32_t head = alone ? begin + static_cast<uint32_t>(clock) : std::min(end, begin + 48);
    if (!reading_.dates.may_begin(begin, head) || !reading_.dates.timestamp(begin, head, &date) ||
        date.begin != begin) {
      return title;
    }
    const std::string_view behind = reading_.slice(date.end, end);
    const bool closed = !behind.empty() && (behind[0] == ']' || behind[0] == ')');
    const bool marked = closed || (!behind.empty() && behind[0] == ':') || behind.substr(0, 3) == " | ";
    if (closed != (bracket != 0) || !(date.has_clock || date.full_date || (marked && names_day(date)))) {
      return title;
    }
    const std::string_view rest = without_marks(behind.substr(closed ? 1 : 0));
    if (LineWords(rest, 0, rest.size()).count() < 3) {
      return title;
    }
    take_date(date);
    return rest;
  }

  std::string_view take_time_at_end(std::string_view title) {
    const auto begin = offset_in(reading_.page.text, title);
    DateExpression date;
    const uint32_t at = time_at_end(reading_, begin, static_cast<uint32_t>(begin + title.size()), &date);
    if (at == 0) {
      return title;
    }
    take_date(date);
    return without_marks(title.substr(0, at - begin));
  }

  std::string_view take_date_behind_mark(std::string_view title) {
    DateExpression date;
    const std::string_view rest = title_before_date(reading_, title, &date);
    if (rest.size() < title.size()) {
      take_date(date);
    }
    return rest;
  }

  void take_date(const DateExpression& date) {
    if (!dated_) {
      date_ = date;
      dated_ = true;
      item_.time_text = reading_.slice(date.begin, date.end);
    }
  }

  // "Europe 11:57": a category and a time, in either order; one of them may stand alone.
  void read_meta(uint32_t r) {
    const Row& row = reading_.row(r);
    if (row.has(kHasUrl)) {
      take_url(reading_.text(r));
      return;
    }
    if (is_short_age(reading_.text(r))) {
      return;
    }
    DateExpression date;
    const bool found = find_time(row, &date);
    if (!found) {
      if (!row.has(kHasDigit) || row.capitals > 0) {
        take_category(reading_.text(r), row);
      }
      return;
    }
    const std::string_view before = without_marks(reading_.slice(row.begin, date.begin));
    const std::string_view after = without_marks(reading_.slice(date.end, row.end));
    take_date(date);
    take_category(before.empty() ? after : before, row);
  }

  // The time of a meta line; a word of the category may look like the beginning of one ("Oil&Gas 12:19" where a
  // language calls August so): then what is left without that word is read.
  bool find_time(const Row& row, DateExpression* date) const {
    const std::string_view text = reading_.page.text;
    if (!reading_.dates.timestamp(row.begin, row.end, date)) {
      return false;
    }
    const char32_t before = date->begin > row.begin ? decode_before(text, date->begin).value : U' ';
    if (before == U'\'' || before == 0x2019) {
      return false;  // "What's On"
    }
    if (!date->has_clock && !date->full_date && !date->relative &&
        3 * (date->end - date->begin) < row.end - row.begin) {
      return false;  // "What bread costs in 2024"
    }
    DateExpression later;
    while (date->has_clock && !date->full_date && date->from.day == 0 && date->from.weekday == 0 &&
           date->from.day_shift == 0) {
      WordCursor cursor(text, date->begin, date->end);
      Word word;
      if (!cursor.next(&word) || word.kind != WordKind::kWord || !reading_.dates.timestamp(word.end, row.end, &later) ||
          !later.has_clock) {
        break;
      }
      *date = later;
    }
    return true;
  }

  void take_category(std::string_view part, const Row& row) {
    constexpr uint32_t kNoCategory = term_bit(Term::kByline) | term_bit(Term::kPublished) | term_bit(Term::kUpdated) |
                                     term_bit(Term::kCaption) | term_bit(Term::kComments) |
                                     term_bit(Term::kReadingTime) | term_bit(Term::kPromotion) |
                                     term_bit(Term::kReadMore) | term_bit(Term::kAdvertisement);
    part = without_marks(part);
    if (part.empty() || !item_.category.empty() || (row.terms.opens & kNoCategory) != 0) {
      return;
    }
    const LineWords words(reading_.page.text, offset_in(reading_.page.text, part),
                          offset_in(reading_.page.text, part) + part.size());
    if (words.count() == 0 || words.count() > kMaxCategoryWords || words[0].kind == WordKind::kNumber) {
      return;
    }
    item_.category = part;
  }

  const Reading& reading_;
  RelatedItem& item_;
  DateExpression& date_;
  bool dated_ = false;
};

}  // namespace

uint32_t time_at_end(const Reading& reading, uint32_t begin, uint32_t end, DateExpression* date) {
  constexpr size_t kMostWords = 8;   // of "March 2, 2024 at 11:10 am", "2014年1月9日"
  constexpr size_t kLeastWords = 3;  // before it
  constexpr uint32_t kLeastBytes = 4;
  const LineWords words(reading.page.text, begin, end);
  uint32_t found = 0;
  for (size_t count = 2; count <= kMostWords && count + kLeastWords <= words.count(); ++count) {
    const uint32_t from = words[words.count() - count].begin;
    const std::string_view part = reading.slice(from, end);
    DateExpression one;
    const bool digit = std::any_of(part.begin(), part.end(), is_digit);  // "The best films of this autumn"
    if (!digit || end - from < kLeastBytes || !reading.dates.may_begin(from, end) ||
        !reading.dates.timestamp(from, end, &one) || one.begin != from || one.end != end ||
        !(says_when(one) || one.has_clock)) {
      continue;
    }
    // Not "What to see this autumn 4 weeks ago", "The news of 20.09.23 26.09.2023".
    const bool clock = one.has_clock && !date->has_clock && part.find(':') != std::string_view::npos;
    const bool more = clock || (one.from.weekday != 0 && date->from.weekday == 0);
    if (found != 0 && (one.relative || (date->full_date && !more))) {
      break;
    }
    found = from;
    *date = one;
  }
  return found;
}

std::string_view title_before_date(const Reading& reading, std::string_view title, DateExpression* date) {
  constexpr size_t kMostBytes = 40;
  const bool closed = !title.empty() && title.back() == ')';
  const size_t end = title.size() - (closed ? 1 : 0);
  const size_t least = title.size() > kMostBytes ? title.size() - kMostBytes : 0;
  size_t at = end;
  size_t mark = end;  // where the last mark begins
  while (at > least && mark == end) {
    const CodePoint unit = decode_before(title, at);
    at -= unit.length;
    const bool parts = unit.value == U'|' || unit.value == 0xB7 || unit.value == 0x2022 || has(unit.value, kDash);
    const bool apart = at > 0 && title[at - 1] == ' ' && title.substr(at + unit.length, 1) == " ";
    mark = closed ? (unit.value == U'(' ? at : mark) : (parts && apart ? at : mark);
  }
  if (mark == end) {
    return title;
  }
  const size_t behind = mark + decode(title, mark).length;
  const std::string_view inside = trim(title.substr(behind, end - behind));
  const std::string_view rest = without_marks(title.substr(0, mark));
  if (inside.empty() || LineWords(rest, 0, rest.size()).count() < 3) {
    return title;
  }
  const uint32_t begin = offset_in(reading.page.text, inside);
  const auto last = static_cast<uint32_t>(begin + inside.size());
  const bool dated = reading.dates.may_begin(begin, last) && reading.dates.timestamp(begin, last, date) &&
                     date->begin == begin && date->end == last && says_when(*date);
  return dated ? rest : title;
}

bool has_title(const Reading& reading, const ItemRows& rows) {
  RelatedItem item;
  DateExpression date;
  return ItemReader(reading, &item, &date).has_title(rows);
}

bool read_item(const Reading& reading, const ItemRows& rows, RelatedItem* item, DateExpression* date) {
  return ItemReader(reading, item, date).read(rows);
}

}  // namespace article
