// Tokens of a sentence, with what the vocabulary of prose says of each and whether it stands in a quotation.
//
//   `"We won," said Dana Orr.` -> " | We | won | , | " | said | Dana | Orr | .
//
// Cost: one pass over the bytes and one look-up a word.  Tokens beyond kMaxSentenceTokens are not read.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/prose/marks.h"
#include "core/prose/sentences.h"
#include "core/prose/terms.h"
#include "core/text/words.h"

namespace article {

// A "sentence" of more tokens is a list or a table; bounds the work that a cue can cause.
constexpr uint32_t kMaxSentenceTokens = 400;

struct ProseToken {
  uint32_t begin = 0;  // byte offsets, half open
  uint32_t end = 0;
  uint32_t hash = 0;   // of the folded word; of the character
  uint32_t terms = 0;  // term_bit() of each kind that the word is
  char32_t code = 0;   // of punctuation
  uint16_t letters = 0;
  uint16_t commas =
      0;  // how many stand before it in the sentence: commas, marks of quotations, cue verbs, complementizers
  uint16_t marks = 0;
  uint16_t verbs = 0;
  uint16_t thats = 0;
  uint8_t quote = 0;  // 0: outside, 1: in a quotation, 2: its mark
  bool word = false;  // or a number
  bool number = false;
  bool capital = false;
  bool all_capitals = false;
  bool glued = false;       // no blank before it
  bool apostrophe = false;  // what follows an apostrophe, no name: 's, but not l'Italie, O'Hara

  bool is_apostrophe() const noexcept { return code == '\'' || code == 0x2019; }
  bool is(ProseTerm term) const noexcept { return (terms & term_bit(term)) != 0; }
};

using Tokens = std::pmr::vector<ProseToken>;

// A quotation that opens in the block: double marks, or single ones where they hold speech.
struct QuoteSpan {
  uint32_t mark_begin = 0;  // with its marks
  uint32_t begin = 0;       // without
  uint32_t end = 0;
  uint32_t mark_end = 0;
  bool closed = true;
};

// Quotations of a block, outermost ones, in text order.  One that is never closed ends with the block.
void find_quote_spans(std::string_view text, const ProseBlock& block, const std::pmr::vector<MarkPair>& marks,
                      std::pmr::vector<QuoteSpan>* quotes);

// Index of the first quotation that ends behind `at`: they stand in order and do not overlap.
size_t first_quote_behind(const std::pmr::vector<QuoteSpan>& quotes, uint32_t at) noexcept;

// What sentences of a text say by themselves.
class WordReader {
 public:
  WordReader(std::string_view text, LanguageId language) noexcept;
  // `tokens` is cleared first.
  void read(const Sentence& sentence, Tokens* tokens);

 private:
  uint32_t terms_of(uint32_t hash) noexcept;

  // Words of a text come again and again: the terms of those that were read last.
  static constexpr uint32_t kRemembered = 512;
  struct Remembered {
    uint32_t hash = 0;
    uint32_t terms = 0;
  };

  std::string_view text_;
  LanguageId language_;
  Remembered remembered_[kRemembered];
};
// Where its quotations are and what stands before each token; `quotes` are those of the block of the sentence.
void mark_quotes(const std::pmr::vector<QuoteSpan>& quotes, Tokens* tokens) noexcept;
// The words of the first sentences of a text, so that they are read once for names and quotes.
class KeptTokens {
 public:
  // Tokens beyond these are read again: 1.5 MB, more than a long article has; bounds the memory of a text.
  static constexpr size_t kMost = 32768;

  explicit KeptTokens(std::pmr::memory_resource* memory) : tokens_(memory), ends_(memory) {}
  // The tokens of the sentence behind the last.
  void keep(const Tokens& tokens);
  // False: not kept.
  bool get(size_t sentence, Tokens* tokens) const;

 private:
  Tokens tokens_;
  std::pmr::vector<uint32_t> ends_;  // of each sentence
  bool full_ = false;
};

}  // namespace article
