// One pass over the characters of a line: what kinds of characters and words it has, and the hashes of its words.
//
//   "By A. Writer" -> 3 words, 3 with a capital, 1 sentence end inside, last character a letter
//
// Words are those of text/words.h (the same folding and hashes) with the marks that tell something kept between them.
// Cost: about a hundred instructions a word of ASCII letters; one table access and a few additions for others' code
// points.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/text/chars.h"
#include "core/text/letter_runs.h"
#include "core/text/word_hashes.h"

namespace article {

enum TokenFlag : uint8_t {
  kTokenNumber = 1U << 0U,
  kTokenMark = 1U << 1U,  // a punctuation mark or symbol
  kTokenCapital = 1U << 2U,
  kTokenAllCapitals = 1U << 3U,
  kTokenIdeograph = 1U << 4U,
};

// Offsets and lengths are those of lines of less than 64 kB; in longer ones they say nothing.
struct Token {
  Token() noexcept {}  // NOLINT: says nothing yet, so that room for many costs nothing before it is filled

  uint32_t hash;
  uint16_t value;   // of a number with at most four digits; of words the node of a phrase's first word, 0: none
  uint16_t begin;   // byte offset in the line
  uint16_t length;  // bytes
  uint8_t letters;  // 255: more
  uint8_t flags;
};

// Kinds of phrases of a run of words, a bit for each Term.
struct PhraseKinds : PhraseValues {
  uint32_t holds = 0;  // anywhere,
  uint32_t opens = 0;  // at the first word,
  uint32_t whole = 0;  // from the first word to the last
};

// The tokens of one line.
struct LineTokens {
  uint32_t first = 0;
  uint16_t count = 0;
  bool known = true;          // all words of the line are there, with their places
  bool phrases_seen = false;  // `phrases` are those of its first kMaxLineWords words
  PhraseKinds phrases;
};

// What a unit ends with; the order is that of "how much like the end of a sentence".
enum class Ending : uint8_t {
  kMark,
  kLetter,
  kDigit,
  kDash,
  kColon,
  kComma,
  kParenthesis,
  kQuote,
  kEllipsis,
  kSentenceQuote,
  kSentence
};
// What it begins with.
enum class Opening : uint8_t { kLower, kUncased, kDigit, kUpper, kQuote, kDash, kBullet, kMark };

Opening opening_of(char32_t code, uint16_t flags) noexcept;

// Joins hashes to one.
inline uint32_t mix_hash(uint32_t hash, uint32_t value) noexcept {
  hash = (hash ^ value) * 0x9E3779B1U;
  return hash ^ (hash >> 15U);
}

struct UnitStats {
  uint32_t characters = 0;
  uint32_t digits = 0;
  uint32_t marks = 0;
  uint32_t commas = 0;
  uint32_t quotes = 0;
  uint32_t separators = 0;  // | › » / • ·
  uint32_t colons = 0;
  uint32_t parentheses = 0;
  uint32_t sentence_ends = 0;  // followed by a blank or the end
  uint32_t questions = 0;      // ? and !
  uint32_t ideographs = 0;
  uint32_t words = 0;  // letters only; ideographs not counted
  uint32_t numbers = 0;
  uint32_t capital_words = 0;
  uint32_t all_capital_words = 0;
  uint32_t short_words = 0;  // small letters, at most three
  uint32_t longest = 0;      // letters of the longest word
  uint32_t hash = 0;         // of all tokens: the same for two units that read the same
  uint32_t shape = 0;        // of the kinds of the first tokens; 0: a long unit
  uint32_t first_token = 0;  // in the page's tokens
  uint32_t tokens = 0;
  Ending ending = Ending::kMark;
  Opening opening = Opening::kMark;
  bool link = false;          // http, www, .com, @
  bool handle = false;        // @name, #tag
  bool clock = false;         // 12:31
  bool numeric_date = false;  // 7.11.2019, 2019-11-07
  bool year = false;          // 1900..2099
  bool ago_like = false;      // begins or ends with a small number beside one or two words
  bool hashed = false;        // `hash` is complete
};

// Length of what is read, in Latin characters.
inline uint32_t length_of(const UnitStats& stats) noexcept {
  return stats.characters + stats.ideographs * 3U / 2U;
}

// A word while it is read.
struct WordSeen;

class UnitScanner {
 public:
  UnitScanner(std::string_view text, std::pmr::vector<Token>* tokens, const Interrupt& interrupt) noexcept
      : tokens_(tokens), interrupt_(interrupt), whole_(text), runs_(text), links_(tokens->get_allocator()) {}

  // Tokens that were read so far; only after finish_page() the vector has no more.
  size_t token_count() const noexcept { return token_count_; }
  // Adds text[begin, end) to the unit; a unit of hard-wrapped lines has several stretches.
  LineTokens add(size_t begin, size_t end, UnitStats* stats);
  // After the last stretch: what depends on the whole unit.
  void finish(UnitStats* stats) const noexcept;
  // After the last unit, of all of them: what depends on the hashes of words.
  void finish_page(std::pmr::vector<UnitStats>* stats);

 private:
  // Words of ASCII letters wait for their hashes, which many have at once (text/word_hashes.h).
  static constexpr size_t kMostWaiting = 16 * kWordsAtOnce;

  void read_word(UnitStats* stats);
  bool read_plain_words(UnitStats* stats);
  void read_letters(WordSeen* word, UnitStats* stats);
  void add_word(size_t begin, const WordSeen& word, UnitStats* stats);
  void hash_waiting();
  void hash_unit(UnitStats* stats) const noexcept;
  void read_number(UnitStats* stats);
  void mark(char32_t code, uint16_t flags, UnitStats* stats);
  Token* push(uint32_t hash, UnitStats* stats);
  void make_room(size_t tokens);
  void see_character(char32_t code, uint16_t flags, UnitStats* stats);
  void poll_if_due();

  std::pmr::vector<Token>* tokens_;
  size_t token_count_ = 0;
  const Interrupt& interrupt_;
  std::string_view whole_;
  LetterRuns runs_;
  std::pmr::vector<uint32_t> links_;  // tokens that are words of a link
  std::string_view text_;             // up to the end of the stretch
  size_t begin_ = 0;                  // of the stretch
  size_t at_ = 0;
  size_t poll_at_ = 0;
  bool sentence_end_pending_ = false;
  bool known_ = true;
  size_t waiting_count_ = 0;
  AsciiWord waiting_[kMostWaiting];
  uint32_t waiting_tokens_[kMostWaiting];
};

}  // namespace article
