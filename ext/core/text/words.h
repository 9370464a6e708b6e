// Words of a stretch of text, with the hash of their folded form: the one pass over the characters on which phrase
// look-up, duplicate detection and word statistics stand.
//
//   "L’Été 2019: 北京" -> l | ete | 2019 | 北 | 京      (punctuation on request: ’ and :)
//
// A word is a run of letters, or a run of decimal digits, or one ideograph or kana.  Apostrophes and hyphens end a
// word. Marks that folding drops and invisible characters inside a word do not count.  Cost: one pass, no memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article {

enum class WordKind : uint8_t { kWord, kNumber, kIdeograph, kPunctuation };

struct Word {
  uint32_t begin = 0;  // byte offsets into the text, half open
  uint32_t end = 0;
  uint32_t hash = 0;     // of the folded form; numbers by their value ("٣" == "3"); punctuation by its code point
  uint32_t letters = 0;  // code points that count
  WordKind kind = WordKind::kWord;
  bool capital = false;       // begins with a capital
  bool all_capitals = false;  // two letters or more, none of them small
};

// FNV-1a over folded code points.  ext/tools/tables computes the same over the phrases of the data.
constexpr uint32_t kHashSeed = 2166136261U;
constexpr uint32_t kHashFactor = 16777619U;
constexpr uint32_t hash_step(uint32_t hash, char32_t folded) noexcept {
  // Two rounds: code points above U+FFFF and neighbours in one script must spread over all bits.
  hash = (hash ^ (folded & 0xFFFFU)) * kHashFactor;
  return folded > 0xFFFFU ? (hash ^ (folded >> 16U)) * kHashFactor : hash;
}

// "ΕΤΙΚΕΤΕΣ", "Ετικέτες": the hash of a word whose last letter is a capital sigma, which is another small letter there
// than elsewhere.  before: the hash without that letter.
constexpr uint32_t hash_final_sigma(uint32_t before, uint32_t hash, char32_t last, uint32_t letters) noexcept {
  constexpr char32_t kSigma = 0x3A3;
  constexpr char32_t kFinalSigma = 0x3C2;
  return last == kSigma && letters > 1 ? hash_step(before, kFinalSigma) : hash;
}

// Hash of a phrase that is one word; for tests and for constants of the code.
uint32_t hash_word(std::string_view word) noexcept;

// Words that the run of letters text[begin, begin + length) holds: one, but Thai, Lao, Burmese and Khmer put blanks
// between clauses alone, and there a word has about five letters with its vowel signs (fifteen bytes).
inline uint32_t words_in_run(std::string_view text, size_t begin, size_t length) noexcept {
  constexpr size_t kBytesOfUnspaced = 15;
  const auto first = static_cast<unsigned char>(text[begin]);
  if (length < 2 * kBytesOfUnspaced || (first != 0xE0 && first != 0xE1)) {
    return 1;
  }
  const auto second = static_cast<unsigned char>(text[begin + 1]);
  const bool unspaced = first == 0xE0 ? second >= 0xB8 && second <= 0xBB       // U+0E00..0EFF
                                      : second == 0x80 || second == 0x81 ||    // U+1000..107F
                                            second == 0x9E || second == 0x9F;  // U+1780..17FF
  return unspaced ? static_cast<uint32_t>(length / kBytesOfUnspaced) : 1;
}

// Words of text[begin, end), numbers and ideographs among them; counting stops at `limit`.
size_t count_words(std::string_view text, size_t begin, size_t end, size_t limit = SIZE_MAX) noexcept;

class WordCursor {
 public:
  // Words of text[begin, end); `end` <= text.size().
  WordCursor(std::string_view text, size_t begin, size_t end, bool with_punctuation = false) noexcept
      : text_(text.substr(0, end)), at_(begin), with_punctuation_(with_punctuation) {}

  // False at the end.
  bool next(Word* word) noexcept;

 private:
  void read_letters(Word* word) noexcept;
  void read_digits(Word* word) noexcept;

  std::string_view text_;
  size_t at_;
  bool with_punctuation_;
};

}  // namespace article
