// The news vocabulary of all languages: which phrases of the data begin at a word of a line.
//
//   "Mehr zum Thema" -> Term::kListHeading, value related, German, 3 words
//
// Source: ext/data/languages/*.tsv (see docs/ADDING.md for the kinds).  The phrases form a trie over folded word
// hashes; its edges lie in one hash table.  Two different words with one 32-bit hash would be taken for each other; the
// generator refuses that within the data, and an accidental hit costs a wrong hint, never a wrong byte. Cost: one probe
// a word, at most kMaxPhraseWords for a start; no memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/limits.h"
#include "core/text/hash_trie.h"
#include "core/text/words.h"

namespace article {

// Kinds of phrases, in the order of ext/tools/tables/phrases.py.
enum class Term : uint8_t {
  kByline,
  kNameJoin,
  kRoleTitle,
  kListHeading,
  kPublished,
  kUpdated,
  kPromotion,
  kReadMore,
  kComments,
  kCopyright,
  kCaption,
  kKeywords,
  kSection,
  kNavigation,
  kCookie,
  kAdvertisement,
  kLabel,
  kEndMark,
  kAttribution,
  kReadingTime,
  kStopword,
  kAgency,  // agencies.tsv: name and short forms
  kPlace,   // places.tsv
  kOutlet,  // outlets.tsv: words that make a name that of a paper, a firm or an office
};
constexpr size_t kTermCount = 24;

// What refines a kind; kNone where the data gives nothing.
enum class TermValue : uint8_t {
  kNone,
  kPhoto,
  kText,
  kEditor,
  kReporter,
  kRelated,
  kLatest,
  kMostRead,
  kRecommended,
  kSection,
  kOther,
  kFollow,
  kSubscribe,
  kShare,
  kApp,
  kDonate,
  kVideo,
  kGraphic,
  kCredit,
  kCookie,
  kPaywall,
  kLegal,
  kCity,
  kCountry,
  kRegion,
  kUnknown,  // a value of the data that the code does not use
};

using LanguageId = uint8_t;
constexpr LanguageId kNoLanguage = 0;  // ids count from 1 in the order of the tags

struct PhraseEntry {
  Term term;
  TermValue value;
  LanguageId language;
  uint8_t capital;  // 1: the phrase is written in capitals ("AP", "US") and counts only where the text writes it so
};

struct PhraseRange {
  const PhraseEntry* begin = nullptr;
  const PhraseEntry* end = nullptr;
};

struct PhraseTable {
  EdgeTable edges;
  const uint32_t* offsets;  // the entries of node n: entries[offsets[n], offsets[n + 1])
  const PhraseEntry* entries;
};
extern const PhraseTable kPhraseTable;

// The node of the words that begin a phrase, less than 65536; 0: no phrase begins so.
inline uint32_t first_word_node(uint32_t word_hash) noexcept {
  uint32_t node = 0;
  return follow_edge(kPhraseTable.edges, word_hash, &node) ? node : 0;
}

// Walks the trie one word at a time.  step() returns false once no phrase continues.
class PhraseWalk {
 public:
  PhraseWalk() = default;
  explicit PhraseWalk(uint32_t first_word) noexcept : node_(first_word) {}  // behind the first word of a phrase
  bool step(uint32_t word_hash) noexcept { return follow_edge(kPhraseTable.edges, word_hash, &node_); }
  // Of the phrase that ends with the last word; may be empty.
  PhraseRange entries() const noexcept {
    return {kPhraseTable.entries + kPhraseTable.offsets[node_], kPhraseTable.entries + kPhraseTable.offsets[node_ + 1]};
  }

 private:
  uint32_t node_ = 0;
};

// The words of a line, read once.  Words beyond kMaxLineWords are not kept; count() tells how many were.
class LineWords {
 public:
  LineWords(std::string_view text, size_t begin, size_t end) noexcept;
  size_t count() const noexcept { return count_; }
  bool complete() const noexcept { return complete_; }  // all words of the line are here
  const Word& operator[](size_t at) const noexcept { return words_[at]; }

 private:
  Word words_[kMaxLineWords];
  size_t count_ = 0;
  bool complete_ = true;
};

struct PhraseMatch {
  TermValue value = TermValue::kNone;
  LanguageId language = kNoLanguage;
  uint32_t words = 0;  // 0: no match
  uint32_t end = 0;    // byte offset in the text
  explicit operator bool() const noexcept { return words != 0; }
};

// The longest phrase of `term` that begins at words[start]; `language` is preferred among equally long ones.
PhraseMatch match_phrase(const LineWords& words, size_t start, Term term, LanguageId language = kNoLanguage) noexcept;
// The first start at which a phrase of `term` matches, with its match.
PhraseMatch find_phrase(const LineWords& words, Term term, size_t* start) noexcept;
// True if the phrase of `term` covers all words of the line.
PhraseMatch whole_line_phrase(const LineWords& words, Term term) noexcept;

size_t language_count() noexcept;
std::string_view language_tag(LanguageId id) noexcept;      // "" for kNoLanguage
LanguageId language_of_tag(std::string_view tag) noexcept;  // "de-AT" -> id of "de", any letter case; kNoLanguage: none

struct TableSizes {
  size_t phrases, phrase_bytes;
};
TableSizes lexicon_sizes() noexcept;

}  // namespace article
