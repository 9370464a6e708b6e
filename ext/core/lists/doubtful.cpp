#include "core/lists/doubtful.h"

#include <algorithm>

#include "core/fields/name_words.h"
#include "core/lists/between_titles.h"

namespace article {

namespace {

constexpr int32_t kLeastTitleScore = -2000;    // log odds, in 1/1000: of titles that were not asked for, too
constexpr int32_t kLeastScoreOfOne = 1500;     // of the only title under a heading that is no such phrase
constexpr int32_t kLeastHeadlessScore = 3000;  // of titles under no heading, on the average

// "More From Our Brands"
bool opens_with_phrase(const Row& row) noexcept {
  constexpr uint16_t kMostWords = 6;
  return row.opens_with(Term::kListHeading) && row.words <= kMostWords && row.terms.heading == TermValue::kSection;
}

// "Read on with a subscription" / "Already a subscriber? Log in" / "Four weeks for one euro"
bool is_offer(const Reading& reading, const Lists& lists, const List& list) noexcept {
  constexpr size_t kMostTitles = 3;
  if (list.heading == kNoRow || reading.row(list.heading).is_a(Term::kListHeading) ||
      list.last_item - list.first_item > kMostTitles) {
    return false;
  }
  for (uint32_t r = list.heading; r < lists.items[list.first_item].title; ++r) {
    const Row& row = reading.row(r);
    if (row.holds_a(Term::kCookie) && row.has(kHasQuery)) {
      return true;
    }
  }
  return false;
}

// "Media contact" / "Ada Example" / "Head of Press, Example Ferries"
bool is_under_contact(const Reading& reading, const List& list) noexcept {
  constexpr uint16_t kMostWords = 3;
  if (list.heading == kNoRow) {
    return false;
  }
  const Row& heading = reading.row(list.heading);
  return heading.holds_a(Term::kContact) && heading.words <= kMostWords &&
         (heading.terms.heading == TermValue::kNone || heading.terms.heading == TermValue::kOther);
}

// "The new days are:" leads to a list that is part of the text.
bool is_led_to(const Reading& reading, const List& list) {
  constexpr uint16_t kLeastWords = 3;
  if (list.heading == kNoRow) {
    return false;
  }
  const Row& heading = reading.row(list.heading);
  if (!heading.has(kEndsColon) || heading.words < kLeastWords || heading.holds_a(Term::kListHeading)) {
    return false;
  }
  const LineWords words(reading.words_of(heading));
  const Word& last = words[words.count() - 1];
  return !last.capital && is_function_word(last.hash);
}

// Lines alone under no phrase of headings, or several under no heading at all, are rarely a list.
bool is_doubtful(const Reading& reading, const Titles& titles, const Lists& lists, const List& list) noexcept {
  if (is_offer(reading, lists, list) || is_under_contact(reading, list) || is_led_to(reading, list)) {
    return true;
  }
  const size_t count = list.last_item - list.first_item;
  // "Blend until smooth." / "Did you make this recipe?"
  if (count == 1 && list.heading != kNoRow && reading.row(list.heading).has(kEndsSentence) &&
      !reading.row(list.heading).holds_a(Term::kListHeading) && !lists.items[list.first_item].inlined) {
    return true;
  }
  // "Key points:" in the article
  if (count == 1 && list.heading != kNoRow && reading.row(list.heading).has(kEndsColon) &&
      reading.row(lists.items[list.first_item].title).has(kIsBody) && !names_articles(reading.row(list.heading))) {
    return true;
  }
  if (lists.items[list.first_item].inlined || (list.heading != kNoRow && count > 1) ||
      (list.heading != kNoRow &&
       (reading.row(list.heading).is_a(Term::kListHeading) || opens_with_phrase(reading.row(list.heading))))) {
    return false;
  }
  int64_t sum = 0;
  for (size_t i = list.first_item; i < list.last_item; ++i) {
    sum += std::max(titles.scores[lists.items[i].title], kLeastTitleScore);
  }
  return sum <= int64_t{list.heading == kNoRow ? kLeastHeadlessScore : kLeastScoreOfOne} * static_cast<int64_t>(count);
}

}  // namespace

void drop_doubtful_lists(const Reading& reading, const Titles& titles, Lists* out) {
  size_t lists = 0;
  size_t items = 0;
  for (List list : out->lists) {
    if (is_doubtful(reading, titles, *out, list)) {
      continue;
    }
    const auto first = out->items.begin() + static_cast<std::ptrdiff_t>(list.first_item);
    const size_t count = list.last_item - list.first_item;
    std::copy(first, first + static_cast<std::ptrdiff_t>(count),
              out->items.begin() + static_cast<std::ptrdiff_t>(items));
    list.first_item = items;
    list.last_item = items += count;
    out->lists[lists++] = list;
  }
  out->lists.resize(lists);
  out->items.resize(items);
}

}  // namespace article
