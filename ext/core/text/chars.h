// What a code point is: letter, digit, blank, ...; and its folded form, by which words are compared.
//
//   char_info(U'É') -> letter, upper; fold(U'É') == U'e'; digit_value(U'٣') == 3
//
// Categories and decompositions are utf8proc's.  They are gathered once, when the library is loaded, into a table for
// the basic plane, because every byte of every text is looked up; other planes are asked of utf8proc. Cost: one table
// access for a code point below U+10000.
#pragma once

#include <cstdint>

namespace article {

enum CharFlag : uint16_t {
  kLetter = 1U << 0U,       // L*, and marks that are part of a word (Mn, Mc)
  kUpper = 1U << 1U,        // Lu, Lt
  kLower = 1U << 2U,        // Ll
  kDigit = 1U << 3U,        // Nd
  kMark = 1U << 4U,         // Mn, Mc, Me
  kBlank = 1U << 5U,        // Z*, tab, no-break space, zero-width space, and the line ends
  kPunctuation = 1U << 6U,  // P*, S*
  kIdeograph = 1U << 7U,    // Han, Hiragana, Katakana: scripts without blanks between words, one word a character
  kInvisible = 1U << 8U,    // Cc, Cf (BOM, bidi marks, soft hyphen, zero-width joiners), variation selectors
  kSentenceEnd = 1U << 9U,  // . ! ? … and their kin in other scripts
  kOpenQuote = 1U << 10U,   // “ „ « ‘ 「 and the straight ones
  kCloseQuote = 1U << 11U,  // ” » ’ 」 and the straight ones
  kDash = 1U << 12U,        // Pd and the minus sign
  kDropped = 1U << 13U,     // what folding drops: accents that stand alone, vowel points, invisibles
};

struct CharInfo {
  uint16_t flags;
  uint16_t folded;  // folded form where it lies in the basic plane; 0: not one
};

struct CharTable {
  CharTable() noexcept;
  CharInfo info[0x10000];
};
extern const CharTable kCharTable;

// For any plane.
CharInfo char_info_slow(char32_t code) noexcept;
uint16_t char_flags_slow(char32_t code) noexcept;

inline CharInfo char_info(char32_t code) noexcept {
  return code < 0x10000 ? kCharTable.info[code] : char_info_slow(code);
}
// The flags alone: beyond the basic plane without what folding costs.
inline uint16_t char_flags(char32_t code) noexcept {
  return code < 0x10000 ? kCharTable.info[code].flags : char_flags_slow(code);
}
inline bool has(char32_t code, uint16_t flags) noexcept {
  return (char_flags(code) & flags) != 0;
}

// One code point that stands for `code` where letters are compared: lower case, compatibility forms (full width)
// mapped, accents of Latin, Greek, Cyrillic, Arabic and Hebrew removed ("É" -> "e", "й" -> "и"); İ, I and ı all become
// i.
char32_t fold(char32_t code) noexcept;

// The small letter of a capital, for showing; any other code point itself.
char32_t lower_case(char32_t code) noexcept;

// The letter that opens a name where a small one stands: the capital, but Georgian has none there; others as they are.
char32_t to_title(char32_t code) noexcept;

// True for a mark that folding drops: combining accents (U+0300..036F), Arabic and Hebrew vowel points, and invisibles.
inline bool fold_drops(char32_t code) noexcept {
  return has(code, kDropped);
}

// 0..9 for a decimal digit of any script, else -1.
int digit_value(char32_t code) noexcept;

}  // namespace article
