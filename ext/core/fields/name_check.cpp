#include "core/fields/name_check.h"

#include <algorithm>

#include "core/fields/survey.h"

namespace article {

namespace {

// "The Example Post" behind a name; "of" behind "Author"; buttons ("Social links").
bool begins_no_name(const NameWords& candidate, const NamePlace& place) noexcept {
  static const uint32_t kThe = hash_word("the");
  static const uint32_t kOf = hash_word("of");
  static const uint32_t kSocial = hash_word("social");
  const Word& first = candidate.words[0];
  return (first.hash == kThe && (!place.first || candidate.count > 2)) || first.hash == kSocial ||
         (candidate.count == 1 && !first.capital && first.hash == kOf);
}

// Words that no name has where these have them.
bool is_no_person(std::string_view text, const NameWords& candidate, const NamePlace& place) noexcept {
  const Word& first = candidate.words[0];
  const Word& last = candidate.words[candidate.count - 1];
  // "Promoted Comments"
  const bool comments = !place.trusted && (phrase_bits(&last, 1).whole & term_bit(Term::kComments)) != 0;
  // "Programming In Editors Using Advice"
  const bool title =
      candidate.count >= 4 &&
      std::any_of(candidate.words.begin() + 1, candidate.words.begin() + 3, [](const Word& word) {
        return word.capital && word.letters >= 2 && is_function_word(word.hash) && !is_name_particle(word.hash);
      });
  // "ESTUpdated Fri"
  return comments || title || is_brand(text, first) || is_desk_word(last) || candidate.is_buttons() ||
         is_clock_word(first) || is_age(first, last);
}

}  // namespace

bool is_person(std::string_view text, const NameWords& candidate, const NamePlace& place) noexcept {
  constexpr uint32_t kNoNames = term_bit(Term::kRoleTitle) | term_bit(Term::kAgency) | term_bit(Term::kListHeading) |
                                term_bit(Term::kPromotion) | term_bit(Term::kNavigation) | term_bit(Term::kSection) |
                                term_bit(Term::kComments) | term_bit(Term::kPublished) | term_bit(Term::kUpdated) |
                                term_bit(Term::kReadingTime) | term_bit(Term::kAdvertisement) |
                                term_bit(Term::kOutlet) | term_bit(Term::kLabel) | term_bit(Term::kReadMore);
  constexpr uint32_t kOpensNone = term_bit(Term::kPublished) | term_bit(Term::kUpdated) | term_bit(Term::kReadingTime);
  if (candidate.count > kMaxNameWords) {
    return false;
  }
  const TermBits bits = phrase_bits(candidate.words.data(), candidate.count);
  if ((bits.whole & kNoNames) != 0 || (bits.opens & kOpensNone) != 0 || begins_no_name(candidate, place)) {
    return false;
  }
  if (is_no_person(text, candidate, place)) {
    return false;
  }
  const bool ideographs = candidate.words[0].kind == WordKind::kIdeograph;
  if (ideographs) {
    return candidate.count <= 2 && candidate.words[0].letters >= 2 && candidate.words[0].letters <= 5;
  }
  // "A. Writer" may be a name behind a byline word; "Staff Writer" and "Example Post" are none.
  const size_t offices = candidate.office_words();
  if (offices > 1 || (offices == 1 && (place.behind_name || !place.trusted || place.after_list))) {
    return false;
  }
  const bool first_trusted = place.trusted && place.first;
  if (candidate.count == 1 && !(first_trusted && candidate.words[0].letters >= 2)) {
    return false;
  }
  return candidate.words[0].letters + candidate.words[candidate.count - 1].letters >= 3;
}

bool is_label_of_time(const NameWords& words) noexcept {
  constexpr uint32_t kTimes = term_bit(Term::kPublished) | term_bit(Term::kUpdated);
  return words.count > 1 && (phrase_bits(words.words.data(), words.count).whole & kTimes) != 0;
}

}  // namespace article
