// The news vocabulary of all languages: which phrases of the data begin at a word of a line.
//
//   "Mehr zum Thema" -> Term::kListHeading, value related, German, 3 words
//
// Source: ext/data/languages/*.tsv (see docs/ADDING.md for the kinds).  The phrases form a trie over folded word
// hashes; its edges lie in one hash table, those of the first words in a
// table of their own.  Two different words with one 32-bit hash would be taken for each other; the
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
  // No columns of the reader: rules of the fields ask for them.
  kHome,
  kBreadcrumbEnd,
  kContact,
  kBrowser,
  kDesk,
  kHeadlineLabel,
  kOwnByline,  // opens a byline on pages of its language only
};
constexpr size_t kTermCount = 31;

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
  kBehind,   // a phrase of attribution stands behind its source.  Rankings have learned the numbers: new ones come last
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

// A word that begins a phrase, and its node.
struct WordSlot {
  uint32_t hash;
  uint32_t node;
};

// What is known of a node at one look: most are a stopword and nothing else.
struct PhraseNode {
  uint32_t terms;          // a bit for each kind of its entries that count in any letters,
  uint32_t capital_terms;  // and of those that count in capitals only
  uint32_t next_words;     // a bit for the hash of each word that goes on; 0: no phrase does
  uint32_t entries;        // the first of its entries; they end where those of the next node begin
};

struct PhraseTable {
  EdgeTable edges;              // of all nodes but the first; one bit of edge_filter for each
  const uint64_t* edge_filter;  // 32 KB, which stay in the second cache, where the edges do not
  // A perfect hash of the words that begin a phrase, and a bit for each of them (ext/tools/tables/_first_words.py).
  const uint16_t* word_shifts;
  const WordSlot* word_slots;
  const uint64_t* word_filter;
  const PhraseNode* nodes;
  const PhraseEntry* entries;
};
extern const PhraseTable kPhraseTable;

constexpr uint32_t kWordBucketBits = 13;
constexpr uint32_t kWordSlotBits = 16;
constexpr uint32_t kEdgeFilterBits = 18;

// Where the node of a word stands if it begins a phrase.  No branch: words that the filter does not know look at slot 0
// instead of one that is not in the cache.
inline uint32_t first_word_slot(uint32_t word_hash) noexcept {
  const uint32_t spread = word_hash * 0x9E3779B1U;
  const uint32_t bit = spread >> (32U - kFilterBits);
  const auto known = static_cast<uint32_t>(kPhraseTable.word_filter[bit >> 6U] >> (bit & 63U) & 1U);
  const uint32_t shift = kPhraseTable.word_shifts[spread >> (32U - kWordBucketBits)];
  const uint32_t at = (word_hash ^ shift) * 0x85EBCA6BU >> (32U - kWordSlotBits);
  return at & (0U - known);
}

// The node of the words that begin a phrase, less than 65536; 0: no phrase begins so.
inline uint32_t node_in_slot(uint32_t slot, uint32_t word_hash) noexcept {
  const WordSlot& found = kPhraseTable.word_slots[slot];
  return found.node & (0U - static_cast<uint32_t>(found.hash == word_hash));
}
inline uint32_t first_word_node(uint32_t word_hash) noexcept {
  return node_in_slot(first_word_slot(word_hash), word_hash);
}

// Walks the trie one word at a time.  step() returns false once no phrase continues.
class PhraseWalk {
 public:
  PhraseWalk() = default;
  explicit PhraseWalk(uint32_t first_word) noexcept : node_(first_word) {}  // behind the first word of a phrase
  bool step(uint32_t word_hash) noexcept {
    if (node_ == 0) {
      node_ = first_word_node(word_hash);
      return node_ != 0;
    }
    return may_step(word_hash) && will_step(word_hash) && follow_edge(kPhraseTable.edges, word_hash, &node_);
  }
  // False if step() is, behind the first word: as a rule.  No branch.
  bool may_step(uint32_t word_hash) const noexcept {
    return (node().next_words >> (word_hash * 0x9E3779B1U >> 27U) & 1U) != 0;
  }
  // The same by a larger table, nearly always; what step() will look at is fetched.
  bool will_step(uint32_t word_hash) const noexcept {
    const uint32_t key = edge_key(node_, word_hash);
    __builtin_prefetch(kPhraseTable.edges.slots + 2 * size_t{key & kPhraseTable.edges.mask});
    const uint32_t bit = key >> (32U - kEdgeFilterBits);
    return (kPhraseTable.edge_filter[bit >> 6U] >> (bit & 63U) & 1U) != 0;
  }
  // Kinds of the phrases that end with the last word, as bits; `capitals`: it is written in capitals.
  uint32_t terms(bool capitals) const noexcept {
    return node().terms | (node().capital_terms & (0U - static_cast<uint32_t>(capitals)));
  }
  // Of the phrase that ends with the last word; may be empty.
  PhraseRange entries() const noexcept {
    return {kPhraseTable.entries + (&node())[0].entries, kPhraseTable.entries + (&node())[1].entries};
  }

 private:
  const PhraseNode& node() const noexcept { return kPhraseTable.nodes[node_]; }

  uint32_t node_ = 0;
};

constexpr uint32_t term_bit(Term term) noexcept {
  return 1U << static_cast<uint32_t>(term);
}

// What some phrases of a run of words say beside that they are there.
struct PhraseValues {
  TermValue heading = TermValue::kNone;    // of a list heading or read_more phrase that opens the run
  TermValue promotion = TermValue::kNone;  // of the first promotion phrase

  // Of the phrases that end with the last word of the walk, whose terms(capitals) are `terms`; `opens`: they began with
  // the first word of the run.  Runs are walked from each word in order.
  void see(const PhraseWalk& walk, uint32_t terms, bool opens, bool capitals) noexcept {
    constexpr uint32_t kWithValue =
        term_bit(Term::kPromotion) | term_bit(Term::kListHeading) | term_bit(Term::kReadMore);
    if ((terms & kWithValue) != 0) {
      see_entries(walk, opens, capitals);
    }
  }

 private:
  void see_entries(const PhraseWalk& walk, bool opens, bool capitals) noexcept;
};

// The words of a line, read once.  Words beyond kMaxLineWords are not kept; count() tells how many were.
class LineWords {
 public:
  LineWords(std::string_view text, size_t begin, size_t end) noexcept : LineWords(WordCursor(text, begin, end)) {}
  template <typename Cursor>  // WordCursor, LineCursor
  explicit LineWords(Cursor cursor) noexcept {
    for (Word word; cursor.next(&word);) {
      if (count_ == kMaxLineWords) {
        complete_ = false;
        return;
      }
      words_[count_++] = word;
    }
  }
  size_t count() const noexcept { return count_; }
  bool complete() const noexcept { return complete_; }  // all words of the line are here
  const Word& operator[](size_t at) const noexcept { return words_[at]; }

 private:
  union {  // not filled before there are words
    Word words_[kMaxLineWords];
  };
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

// A phrase of another language than the page's, both known: the word may be one of the page's own language.
inline bool is_foreign(const PhraseMatch& match, LanguageId page) noexcept {
  return page != kNoLanguage && match.language != kNoLanguage && match.language != page;
}

// The longest phrase of `term` that begins at words[start]; `language` is preferred among equally long ones.
PhraseMatch match_phrase(const LineWords& words, size_t start, Term term, LanguageId language = kNoLanguage) noexcept;
// The first start at which a phrase of `term` matches, with its match.
PhraseMatch find_phrase(const LineWords& words, Term term, size_t* start) noexcept;
// True if the phrase of `term` covers all words of the line.
PhraseMatch whole_line_phrase(const LineWords& words, Term term) noexcept;

size_t language_count() noexcept;
std::string_view language_tag(LanguageId id) noexcept;  // "" for kNoLanguage
LanguageId language_of_tag(
    std::string_view tag) noexcept;  // the longest that opens it, in any letter case: "de-AT" -> id
                                     // of "de", "sr-Latn-RS" -> of "sr-Latn"; kNoLanguage: none

struct TableSizes {
  size_t phrases, phrase_bytes;
};
TableSizes lexicon_sizes() noexcept;

}  // namespace article
