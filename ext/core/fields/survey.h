// What the extractors of fields and lists ask of every visible line, seen once: its size, its kind of words, which
// phrases of the data it opens with or holds, how often it stands on the page.
//
//   "By A. Writer"  ->  3 words, 3 with a capital, opens with a byline word
//
// Only the first kMaxSurveyRows visible lines have a row; only the first kMaxLineWords words of a line are looked at.
// Cost: one pass over the words of short lines and over the first words of long ones; 64 bytes a row.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/page.h"

namespace article {

enum RowFlag : uint16_t {
  kEndsSentence = 1U << 0U,
  kEndsColon = 1U << 1U,
  kStartsDigit = 1U << 2U,
  kStartsSmall = 1U << 3U,
  kAllCapitals = 1U << 4U,
  kHasDigit = 1U << 5U,
  kHasMail = 1U << 6U,
  kHasUrl = 1U << 7U,
  kHasBar = 1U << 8U,     // | • · » ›
  kHasClock = 1U << 9U,   // 12:30
  kHasQuery = 1U << 10U,  // ? or !
  kIsBody = 1U << 11U,    // part of a paragraph of the body
  kHasQuote = 1U << 12U,
  kUncased = 1U << 13U,  // most letters are of a script without capitals
  kStartsQuote = 1U << 14U,
};

// The phrases of a run of words, as term bits.
struct TermBits : PhraseValues {
  uint32_t opens = 0;  // at the first word,
  uint32_t holds = 0;  // anywhere,
  uint32_t whole = 0;  // from the first word to the last
};
TermBits phrase_bits(const Word* words, size_t count) noexcept;

struct Row {
  uint32_t line = 0;       // index into Page::lines
  uint32_t last_line = 0;  // the same, or that of the last line of a paragraph or title that was hard-wrapped
  uint32_t begin = 0;      // byte offsets of what is visible, half open
  uint32_t end = 0;
  uint32_t hash = 0;   // of the words: equal for lines that read the same
  uint32_t front = 0;  // of the first kFrontWords words; 0: it has fewer
  TermBits terms;      // of the words that were looked at; `whole` only where these are all
  uint16_t characters = 0;
  uint16_t words = 0;     // saturating; ideographs count one each
  uint16_t capitals = 0;  // words with a capital, of the words that were looked at
  uint16_t numbers = 0;
  uint16_t flags = 0;
  uint16_t looked_at = 0;  // words
  uint16_t repeats = 1;    // lines of the page that read the same
  bool first = true;       // no earlier line reads the same
  Role role = Role::kBlank;
  uint8_t confidence = 0;

  bool has(uint16_t wanted) const noexcept { return (flags & wanted) != 0; }
  bool opens_with(Term term) const noexcept { return (terms.opens & term_bit(term)) != 0; }
  bool holds_a(Term term) const noexcept { return (terms.holds & term_bit(term)) != 0; }
  bool is_a(Term term) const noexcept { return (terms.whole & term_bit(term)) != 0; }
};

constexpr uint32_t kFrontWords = 4;
constexpr uint32_t kNoRow = 0xFFFFFFFF;

struct Survey {
  Survey(const Page& page, std::pmr::memory_resource* memory);

  std::pmr::vector<Row> rows;
  uint32_t first_body = kNoRow;  // row of the first and the last line of the body
  uint32_t last_body = kNoRow;

  std::string_view text(const Page& page, uint32_t row) const noexcept {
    return page.text.substr(rows[row].begin, rows[row].end - rows[row].begin);
  }
};

}  // namespace article
