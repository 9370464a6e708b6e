// How 1/2/2019 is meant on a page in a language whose lands do not agree: English puts the month first in America and
// the day first nearly everywhere else.
//
// What decides: a date that can be read in one way only (13/2/2019); else how the page writes its other dates
// ("7 November" or "November 7"), clocks ("9.45pm" is British), zones and money.
#include <algorithm>
#include <iterator>

#include "core/text/bytes.h"
#include "core/text/words.h"
#include "core/time/lexicon.h"
#include "core/time/time.h"

namespace article {

namespace {

// The number of one or two digits at `at`; 0: there is none.
uint32_t short_number(std::string_view text, size_t* at) noexcept {
  size_t end = *at;
  uint32_t value = 0;
  while (end < text.size() && end < *at + 3 && is_digit(text[end])) {
    value = value * 10 + static_cast<uint32_t>(text[end++] - '0');
  }
  if (end - *at > 2) {
    return 0;
  }
  *at = end;
  return value;
}

struct Votes {
  size_t open = 0;  // dates that can be read in both ways
  int day_first = 0;
  int month_first = 0;
};

// The date in digits whose first separator is text[slash].
void vote(std::string_view text, size_t slash, Votes* votes) noexcept {
  size_t begin = slash;
  while (begin > 0 && slash - begin < 3 && is_digit(text[begin - 1])) {
    --begin;
  }
  const bool part_of_more = begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == text[slash]);
  size_t at = begin;
  const uint32_t first = part_of_more ? 0 : short_number(text, &at);
  at = slash + 1;
  const uint32_t second = first == 0 ? 0 : short_number(text, &at);
  if (second == 0 || at >= text.size() || text[at] != text[slash]) {
    return;
  }
  size_t digits = 0;
  while (digits < 5 && at + 1 + digits < text.size() && is_digit(text[at + 1 + digits])) {
    ++digits;
  }
  const size_t behind = at + 1 + digits;
  if ((digits != 2 && digits != 4) || (behind < text.size() && text[behind] == text[slash])) {
    return;
  }
  votes->open += first <= 12 && second <= 12 && first != second ? 1 : 0;
  votes->day_first += first > 12 && first <= 31 && second <= 12 ? 1 : 0;
  votes->month_first += second > 12 && second <= 31 && first <= 12 ? 1 : 0;
}

Votes count_votes(std::string_view text) noexcept {
  Votes votes;
  for (const char separator : {'/', '-'}) {
    for (size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, at + 1)) {
      if (at > 0 && is_digit(text[at - 1])) {
        vote(text, at, &votes);
      }
    }
  }
  return votes;
}

template <size_t kCount>
bool one_of(const uint32_t (&hashes)[kCount], const Word& word) noexcept {
  return std::find(std::begin(hashes), std::end(hashes), word.hash) != std::end(hashes);
}

// Which of two habits a page has: each habit counts once, however often it shows.
int sign(int more, int less) noexcept {
  return more > less ? 1 : more < less ? -1 : 0;
}

// Above 0: the page is written as where the day comes first.
int habits(std::string_view text) noexcept {
  static const uint32_t kMonths[] = {
      hash_word("january"),  hash_word("february"), hash_word("march"),     hash_word("april"),   hash_word("june"),
      hash_word("july"),     hash_word("august"),   hash_word("september"), hash_word("october"), hash_word("november"),
      hash_word("december"), hash_word("jan"),      hash_word("feb"),       hash_word("mar"),     hash_word("apr"),
      hash_word("jun"),      hash_word("jul"),      hash_word("aug"),       hash_word("sep"),     hash_word("sept"),
      hash_word("oct"),      hash_word("nov"),      hash_word("dec"),       hash_word("may")};
  static const uint32_t kDayFirstZones[] = {hash_word("gmt"),  hash_word("bst"),  hash_word("ist"),  hash_word("aest"),
                                            hash_word("aedt"), hash_word("nzst"), hash_word("nzdt"), hash_word("sast")};
  static const uint32_t kMonthFirstZones[] = {hash_word("est"), hash_word("edt"), hash_word("cst"), hash_word("cdt"),
                                              hash_word("mst"), hash_word("mdt"), hash_word("pst"), hash_word("pdt"),
                                              hash_word("et"),  hash_word("pt")};
  static const uint32_t kHalves[] = {hash_word("am"), hash_word("pm")};
  int days = 0;
  int months = 0;
  int day_zones = 0;
  int month_zones = 0;
  int dotted_clocks = 0;
  WordCursor cursor(text, 0, text.size());
  Word word;
  Word before;
  Word two_before;
  while (cursor.next(&word)) {
    const bool number = word.kind == WordKind::kNumber && word.end - word.begin <= 2;
    const bool number_before = before.kind == WordKind::kNumber && before.end - before.begin <= 2 && before.end != 0;
    const bool beside = before.end + 1 == word.begin && text[before.end] == ' ';
    days += number_before && beside && word.capital && one_of(kMonths, word) ? 1 : 0;
    months += number && beside && before.capital && one_of(kMonths, before) ? 1 : 0;
    day_zones += word.all_capitals && one_of(kDayFirstZones, word) ? 1 : 0;
    month_zones += word.all_capitals && one_of(kMonthFirstZones, word) ? 1 : 0;
    const bool dotted = number_before && two_before.kind == WordKind::kNumber && two_before.end + 1 == before.begin &&
                        text[two_before.end] == '.' && before.end - before.begin == 2;
    dotted_clocks += dotted && word.begin <= before.end + 1 && one_of(kHalves, word) ? 1 : 0;
    two_before = before;
    before = word;
  }
  const bool pounds_or_euros = text.find("\xC2\xA3") != std::string_view::npos ||    // £
                               text.find("\xE2\x82\xAC") != std::string_view::npos;  // €
  // The zone says where the page was written, which is more than a way of writing.
  return sign(days, months) + 2 * sign(day_zones, month_zones) + sign(dotted_clocks, 0) + (pounds_or_euros ? 1 : 0);
}

}  // namespace

TimeLanguage find_time_language(std::string_view tag, std::string_view text) noexcept {
  TimeLanguage language = find_time_language(tag);
  if (language.order != kMonthDayYear || tag.find_first_of("-_") != std::string_view::npos) {
    return language;
  }
  const Votes votes = count_votes(text);
  const bool settled = votes.day_first != votes.month_first;
  if (votes.open != 0 && (settled ? votes.day_first > votes.month_first : habits(text) > 0)) {
    language.order = kDayMonthYear;
  }
  return language;
}

}  // namespace article
