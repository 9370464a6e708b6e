// Tokens of a byline: words, numbers, marks, and what is no part of any name (dates, addresses).
//
//   "Bea EditorStaff Writer, bea@example.org" -> Bea | Editor | Staff (glued) | Writer | , | junk
//
// Cost: one pass over at most kMaxNameTokens tokens; no memory.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text/words.h"

namespace article {

constexpr size_t kMaxNameTokens = 96;

enum class TokenKind : uint8_t { kWord, kNumber, kMark, kJunk };

struct NameToken {
  Word word;
  char32_t code = 0;  // of marks
  TokenKind kind = TokenKind::kWord;
  bool blank_before = false;
  bool glued = false;  // the second part of two words that were written without a blank between them

  bool is_mark(char32_t wanted) const noexcept { return kind == TokenKind::kMark && code == wanted; }
};

struct NameTokens {
  // Of words with marks (WordCursor, LineCursor); bytes [skip_begin, skip_end) are a date: junk.
  template <typename Cursor>
  NameTokens(std::string_view text, Cursor cursor, size_t skip_begin, size_t skip_end) noexcept {
    Word word;
    while (count < kMaxNameTokens - 1 && cursor.next(&word)) {
      push(text, word, word.begin >= skip_begin && word.end <= skip_end);
    }
    mark_addresses();
  }

  union {  // not filled before there are words
    std::array<NameToken, kMaxNameTokens> at;
  };
  size_t count = 0;

 private:
  void push(std::string_view text, const Word& word, bool skipped) noexcept;
  void push_parts(std::string_view text, const NameToken& token, size_t glue) noexcept;
  void mark_addresses() noexcept;
};

// Where a second word begins inside `word` ("ThorntonNews" -> 8); 0: nowhere.
size_t glue_point(std::string_view word) noexcept;

}  // namespace article
