// Hashes of many words of ASCII letters at once: those of text/words.h, a word in each place of a vector.
//
//   AsciiWord words[] = {{0, 6}, {7, 5}};  hash_ascii_words("Norvik opens", words, 2, hashes)
//
// A hash is a chain of multiplications, one for each letter; side by side they cost a fifth.  Cost: about thirty
// instructions a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article {

struct AsciiWord {
  uint32_t begin;   // byte offset into the text
  uint32_t length;  // letters, 1 to kMostHashedLetters
};

constexpr uint32_t kMostHashedLetters = 16;
constexpr size_t kWordsAtOnce = 8;

// hashes[i] is that of words[i], as text/words.h has it; there is room for a multiple of kWordsAtOnce hashes.
void hash_ascii_words(std::string_view text, const AsciiWord* words, size_t count, uint32_t* hashes) noexcept;

}  // namespace article
