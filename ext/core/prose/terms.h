// The vocabulary of prose in all languages: abbreviations, cue verbs, titles of persons, pronouns, ...
//
//   ProseTerms terms = prose_terms(word.hash); terms.has(ProseTerm::kCueVerb, english)
//
// Source: ext/data/languages/*.tsv (docs/ADDING.md, "Prose").  Words are compared folded.  Entries of a language that
// is not the text's do not count; with kNoLanguage those of all languages do.  Cost: one probe a word; no memory.
#pragma once

#include <cstdint>

#include "core/lexicon.h"

namespace article {

// In the order of KINDS in ext/tools/tables/prose_terms.py.
enum class ProseTerm : uint8_t {
  kAbbreviation,
  kSentenceStarter,
  kNotStarter,
  kSentenceRule,
  kCueVerb,
  kCuePhrase,
  kPronoun,
  kPersonTitle,
  kOrgSuffix,
  kOrgWord,
  kPlaceWord,
  kGivenName,
  kComplementizer,
  kNameParticle,
  kPlaceName,
  kPlacePreposition,
  kNotName,
  kDeterminer,
  kNationality,
  kOrgName,
  kCueNoun,
  kAuxiliary,  // before a cue verb: has (said), a (déclaré)
  kTitleStart,
  kDayName,
  kMonthName,
};
constexpr size_t kProseTermCount = 25;

// In the order of VALUES there.
enum class ProseValue : uint8_t {
  kNone,
  kBefore,   // abbreviation: something always follows ("Mr.")
  kNumber,   // abbreviation: only where a number follows ("No. 5")
  kCapital,  // abbreviation: only where it is written with a capital ("Ill.")
  kOrdinalDot,
  kColonEnds,
  kCommaEnds,
  kHe,
  kShe,
  kThey,
  kOther,
  kVerbLast,
  kNounCapitals,  // sentence_rule: nouns begin with capitals
};

struct ProseEntry {
  ProseTerm term;
  ProseValue value;
  LanguageId language;
};

// The entries of one phrase.
struct ProseTerms {
  const ProseEntry* begin = nullptr;
  const ProseEntry* end = nullptr;

  // The entry of `term` in `language`, nullptr: none.
  const ProseEntry* find(ProseTerm term, LanguageId language) const noexcept;
  bool has(ProseTerm term, LanguageId language) const noexcept { return find(term, language) != nullptr; }
  bool has(ProseTerm term, ProseValue value, LanguageId language) const noexcept;
  // One bit for each kind that has an entry.
  uint32_t mask(LanguageId language) const noexcept;
};

constexpr uint32_t term_bit(ProseTerm term) noexcept {
  return 1U << static_cast<uint32_t>(term);
}

// Of one word.
ProseTerms prose_terms(uint32_t word_hash) noexcept;

// Walks the trie one word at a time, for phrases of several words.
class ProseWalk {
 public:
  bool step(uint32_t word_hash) noexcept;
  ProseTerms terms() const noexcept;

 private:
  uint32_t node_ = 0;
};

// Does the data give `rule` to this language?  With kNoLanguage: no.
bool has_sentence_rule(LanguageId language, ProseValue rule) noexcept;

}  // namespace article
