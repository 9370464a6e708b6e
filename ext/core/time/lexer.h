// A stretch of text as pieces: words, numbers and marks, each with the hash under which the time words are stored.
//
//   "6 Nov., 22:15" -> 6 | nov | . | , | 22 | : | 15        "11月7日" -> 11 | 月 | 7 | 日
//
// A word is a run of letters; in scripts that are written without blanks (Han, kana, Thai, Lao, Khmer, Burmese,
// Tibetan, Hangul) each character is one piece.  ext/tools/tables/_pieces.py does the same with the phrases of the
// data. Cost: one pass, no memory but the caller's array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article {

enum class PieceKind : uint8_t { kWord, kNumber, kMark };

struct TextPiece {  // without defaults: arrays of it cost nothing before they are filled
  uint32_t begin;   // bytes
  uint32_t end;
  uint32_t hash;    // of words and numbers
  uint32_t number;  // value; digits beyond the ninth are dropped
  char mark;        // ASCII stand-in of a mark: all dashes are '-', all apostrophes '\''; '?' for any other
  PieceKind kind;
  uint8_t digits;  // or letters
  bool blank_before;
  bool break_before;  // an empty line
  bool line_before;   // a line end
  bool capital;
  bool latin;
};

// Pieces of text[at, end) into `out`, at most `room`; *at moves behind the last one.
size_t lex_pieces(std::string_view text, size_t* at, size_t end, TextPiece* out, size_t room) noexcept;

}  // namespace article
