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
      return kNoColumn;
  }
  return kNoColumn;
}

struct WordList {
  const Token* words[kMaxLineWords];
  size_t count = 0;
  bool complete = true;
};

WordList words_of(const PageFeatures& page, size_t row) noexcept {
  WordList list;
  const UnitStats& stats = page.stats[row];
  for (uint32_t i = 0; i < stats.tokens; ++i) {
    const Token& token = page.tokens[stats.first_token + i];
    if ((token.flags & kTokenMark) != 0) {
      continue;
    }
    if (list.count == kMaxLineWords) {
      list.complete = false;
      break;
    }
    list.words[list.count++] = &token;
  }
  return list;
}

uint32_t first_word_of(const Token& token) noexcept {
  return (token.flags & kTokenNumber) != 0 ? first_word_node(token.hash) : token.value;
}

// Marks the columns of every phrase that begins at words[start]; true if the word alone is a stopword.
bool see_phrases(const WordList& list, size_t start, size_t row, Columns* columns) noexcept {
  const uint32_t first = first_word_of(*list.words[start]);
  if (first == 0) {
    return false;
  }
  PhraseWalk walk(first);
  bool stopword = false;
  for (size_t at = start; at == start || (at < list.count && walk.step(list.words[at]->hash)); ++at) {
    const PhraseRange range = walk.entries();
    for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
      if (entry->capital != 0 && (list.words[start]->flags & kTokenAllCapitals) == 0) {
        continue;
      }
      stopword = stopword || (entry->term == Term::kStopword && at == start);
      const Column column = column_of(entry->term);
      if (column != kNoColumn) {
        const bool whole = start == 0 && at + 1 == list.count && list.complete;
        uint8_t* cell = columns->at(column) + row;
        *cell = std::max<uint8_t>(*cell, whole ? 3 : start == 0 ? 2 : 1);
      }
    }
  }
  return stopword;
}

}  // namespace

void fill_vocabulary_columns(PageFeatures* page) {
  for (size_t row = 0; row < page->stats.size(); ++row) {
    const WordList list = words_of(*page, row);
    uint32_t stopwords = 0;
    for (size_t start = 0; start < list.count; ++start) {
      stopwords += see_phrases(list, start, row, &page->columns) ? 1U : 0U;
    }
    page->columns.at(Column::kStopwords)[row] = share(stopwords, list.count);
    if (page->stats[row].marks > 0 && page->stats[row].tokens > 0) {
      const Token& first = page->tokens[page->stats[row].first_token];
      if ((first.flags & kTokenMark) != 0 && first.hash == hash_step(kHashSeed, 0xA9)) {  // ©
        page->columns.at(Column::kCopyright)[row] = 2;
      }
    }
  }
}

}  // namespace article
