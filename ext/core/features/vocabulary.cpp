// Columns of phrases: what the news vocabulary of the languages (core/lexicon.h) finds on a unit.
//
//   "Read more: Bridge opens" -> kReadMore 2 (at the start); "Related news" -> kListHeading 3 (the whole unit)
//
// Cost: one probe a word, for the first kMaxLineWords words of a unit.
#include <algorithm>

#include "core/features.h"
#include "core/lexicon.h"

namespace article {

namespace {

constexpr auto kNoColumn = Column::kInside;

Column column_of(Term term) noexcept {
  switch (term) {
    case Term::kByline:
      return Column::kByline;
    case Term::kRoleTitle:
      return Column::kRoleTitle;
    case Term::kListHeading:
      return Column::kListHeading;
    case Term::kPublished:
    case Term::kUpdated:
      return Column::kPublished;
    case Term::kPromotion:
      return Column::kPromotion;
    case Term::kReadMore:
      return Column::kReadMore;
    case Term::kComments:
      return Column::kComments;
    case Term::kCopyright:
      return Column::kCopyright;
    case Term::kCaption:
      return Column::kCaption;
    case Term::kKeywords:
      return Column::kKeywords;
    case Term::kSection:
      return Column::kSection;
    case Term::kNavigation:
      return Column::kNavigation;
    case Term::kCookie:
      return Column::kCookie;
    case Term::kAdvertisement:
      return Column::kAdvertisement;
    case Term::kLabel:
      return Column::kLabel;
    case Term::kEndMark:
      return Column::kEndMark;
    case Term::kReadingTime:
      return Column::kReadingTime;
    case Term::kAgency:
      return Column::kAgency;
    case Term::kPlace:
      return Column::kPlace;
    case Term::kNameJoin:
    case Term::kAttribution:
    case Term::kOutlet:
    case Term::kStopword:
    case Term::kHome:
    case Term::kBreadcrumbEnd:
    case Term::kContact:
    case Term::kBrowser:
    case Term::kDesk:
    case Term::kHeadlineLabel:
    case Term::kOwnByline:
      return kNoColumn;
  }
  return kNoColumn;
}

// Words of a unit that begin a phrase, and how many words were looked at.
struct WordList {
  const Token* words[kMaxLineWords];
  uint32_t nodes[kMaxLineWords];
  uint8_t starts[kMaxLineWords];
  size_t count = 0;
  size_t start_count = 0;
  bool complete = true;
};

void find_words(const PageFeatures& page, size_t row, WordList* list) noexcept {
  const UnitStats& stats = page.stats[row];
  list->count = 0;
  list->start_count = 0;
  list->complete = true;
  const Token* token = page.tokens.data() + stats.first_token;
  for (const Token* end = token + stats.tokens; token != end; ++token) {
    if ((token->flags & kTokenMark) != 0) {
      continue;
    }
    if (list->count == kMaxLineWords) {
      list->complete = false;
      return;
    }
    const uint32_t node = (token->flags & kTokenNumber) != 0 ? first_word_node(token->hash) : token->value;
    list->words[list->count] = token;
    list->nodes[list->count] = node;
    // Every second word is one: no branch that the machine would have to guess.
    list->starts[list->start_count] = static_cast<uint8_t>(list->count++);
    list->start_count += node != 0 ? 1U : 0U;
  }
}

struct Seen : PhraseKinds {
  uint32_t stopwords = 0;  // words that are one
};

// Every phrase that begins at words[start].
void see_phrases(const WordList& list, size_t start, Seen* seen) noexcept {
  PhraseWalk walk(list.nodes[start]);
  const bool capitals = (list.words[start]->flags & kTokenAllCapitals) != 0;
  uint32_t terms = walk.terms(capitals);
  seen->stopwords += (terms & term_bit(Term::kStopword)) != 0 ? 1U : 0U;
  for (size_t at = start;;) {
    seen->holds |= terms;
    seen->see(walk, terms, start == 0, capitals);
    if (start == 0) {
      seen->opens |= terms;
      seen->whole |= at + 1 == list.count && list.complete ? terms : 0U;
    }
    ++at;
    if (at >= list.count || !walk.step(list.words[at]->hash)) {
      return;
    }
    terms = walk.terms(capitals);
  }
}

}  // namespace

void fill_vocabulary_columns(PageFeatures* page, LineTokens* by_line) {
  WordList list;
  for (size_t row = 0; row < page->stats.size(); ++row) {
    find_words(*page, row, &list);
    Seen seen;
    for (size_t i = 0; i < list.start_count; ++i) {
      see_phrases(list, list.starts[i], &seen);
    }
    const Unit& unit = page->units[row];
    if (by_line != nullptr && unit.first_line == unit.last_line) {
      by_line[unit.first_line].phrases_seen = true;
      by_line[unit.first_line].phrases = seen;
    }
    page->columns.at(Column::kStopwords)[row] = share(seen.stopwords, list.count);
    for (uint32_t terms = seen.holds; terms != 0; terms &= terms - 1) {
      const auto term = static_cast<uint32_t>(__builtin_ctz(terms));
      const Column column = column_of(static_cast<Term>(term));
      if (column != kNoColumn) {
        uint8_t* cell = page->columns.at(column) + row;
        const uint8_t place = (seen.whole >> term & 1U) != 0 ? 3 : (seen.opens >> term & 1U) != 0 ? 2 : 1;
        *cell = std::max(*cell, place);
      }
    }
    if (page->stats[row].marks > 0 && page->stats[row].tokens > 0) {
      const Token& first = page->tokens[page->stats[row].first_token];
      if ((first.flags & kTokenMark) != 0 && first.hash == hash_step(kHashSeed, 0xA9)) {  // ©
        page->columns.at(Column::kCopyright)[row] = 2;
      }
    }
  }
}

}  // namespace article
