#include "core/fields/may_be_headline.h"

#include "core/fields/breadcrumb.h"
#include "core/fields/cells.h"
#include "core/roles/captions.h"

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

}  // namespace

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
         !is_link_or_menu(reading, r) && !names_source(reading, r) && !has_credit(reading, r);
}

}  // namespace article
