#include "core/fields/may_be_headline.h"

#include "core/fields/breadcrumb.h"
#include "core/fields/cells.h"
#include "core/roles/captions.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 320;

// "Example Browser 11 is not supported. For an optimal experience ..."
bool is_about_browser(const Row& row) {
  return row.has(kEndsSentence) && row.holds_a(Term::kBrowser);
}

bool has_shape_of_headline(const Row& row) noexcept {
  // "This article is more than 2 years old", "Reading time: 5 minutes".
  const bool about = row.opens_with(Term::kReadingTime) && row.role != Role::kHeadline;
  // "Published: 12:40 GMT, 22 December 2023", "Advertisement", "Leave a reply".
  const bool stamp = (row.opens_with(Term::kPublished) || row.opens_with(Term::kUpdated)) && row.has(kHasClock);
  const bool button = row.is_a(Term::kAdvertisement) || row.is_a(Term::kComments) || row.is_a(Term::kReadMore);
  return row.characters >= 3 && row.characters <= kMaxCharacters && row.words > 0 && !about && !stamp && !button;
}

// "Printed from www.example.com", "Home   News   Industries   Contact us".
bool is_link_or_menu(const Reading& reading, uint32_t r) noexcept {
  const std::string_view line = reading.text(r);
  return line.find("www.") != std::string_view::npos || line.find("://") != std::string_view::npos ||
         (is_row_of_cells(line) && (reading.row(r).role != Role::kHeadline || !reading.row(r).has(kHasBar)));
}

// Below "News provided by", "By".
bool names_source(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 4;
  if (r == 0 || reading.row(r).role == Role::kHeadline || reading.row(r - 1).words > kMostWords ||
      !reading.row(r - 1).holds_a(Term::kByline)) {
    return false;
  }
  const LineWords words(reading.words_of(reading.row(r - 1)));
  const PhraseMatch match = match_phrase(words, words.count() - 1, Term::kByline, reading.page.language);
  return match && !is_foreign(match, reading.page.language) && !words[words.count() - 1].capital;
}

// "The quay at dawn. (Image: Harbour Post)"
bool has_credit(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  return row.role != Role::kHeadline && row.holds_a(Term::kCaption) &&
         credit_at_end(reading.text(r), true) == CreditMark::kLabelled;
}

// "By Ada Example", "By Ada Example and Tom Sample"
bool names_author(const Row& row) noexcept {
  constexpr uint16_t kMostWords = 4;
  return row.opens_with(Term::kByline) && row.role != Role::kHeadline && row.words >= 2 && row.words <= kMostWords &&
         row.capitals == row.words && !row.has(kHasQuery | kEndsColon | kUncased | kHasQuote | kAllCapitals);
}

// "BC-Example-Dam, 3rd Ld": the slug of a wire, in the first row.
bool is_slug(const Reading& reading, uint32_t r) noexcept {
  const std::string_view line = reading.text(r);
  const std::string_view cycle = line.substr(0, 3);
  return r == 0 && (cycle == "BC-" || cycle == "AM-" || cycle == "PM-") && line.size() > 3 &&
         has(decode(line, 3).value, kUpper);
}

// "View in browser", where the article is not about browsers.
bool opens_in_browser(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 7;
  const Row& row = reading.row(r);
  if (row.words > kMostWords || !row.holds_a(Term::kBrowser)) {
    return false;
  }
  const LineWords words(reading.words_of(row));
  for (size_t at = 0; at < words.count(); ++at) {
    if (BodyWords::counts(words[at]) && reading.body_words().holds(words[at])) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool describes_author(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 25;
  constexpr uint16_t kMostWordsAbove = 8;
  constexpr uint32_t kLeastLetters = 3;
  const Row& row = reading.row(r);
  if (r == 0 || row.words > kMostWords || reading.text(r).back() != '.') {
    return false;
  }
  const Row& above = reading.row(r - 1);
  if (above.words < 2 || above.words > kMostWordsAbove || !above.opens_with(Term::kByline)) {
    return false;
  }
  const LineWords names(reading.words_of(above));
  const Word& surname = names[names.count() - 1];
  WordCursor cursor(reading.page.text, row.begin, row.end);
  for (Word word; surname.capital && surname.letters >= kLeastLetters && cursor.next(&word);) {
    if (word.hash == surname.hash) {
      return true;
    }
  }
  return false;
}

bool is_surely_no_headline(const Row& row) noexcept {
  constexpr uint8_t kSure = 230;
  switch (row.role) {
    case Role::kNavigation:
    case Role::kListTitle:
    case Role::kPromotion:
    case Role::kByline:
    case Role::kTimestamp:
    case Role::kBoilerplate:
      return row.confidence >= kSure;
    default:
      return false;
  }
}

bool may_be_headline(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  return has_shape_of_headline(row) && !is_breadcrumb(reading.text(r)) && !is_about_browser(row) &&
         !is_link_or_menu(reading, r) && !names_source(reading, r) && !has_credit(reading, r) && !names_author(row) &&
         !is_slug(reading, r) && !opens_in_browser(reading, r) && !describes_author(reading, r);
}

}  // namespace article
