#include "core/text/word_hashes.h"

#include <algorithm>
#include <cstring>

#include "core/cpu.h"
#include "core/text/words.h"

namespace article {

namespace {

typedef uint32_t Lanes __attribute__((vector_size(kWordsAtOnce * sizeof(uint32_t))));
constexpr size_t kLettersOfLane = sizeof(uint32_t);
constexpr size_t kParts = kMostHashedLetters / kLettersOfLane;
static_assert(kWordsAtOnce == kParts * kParts, "four vectors hold the letters of all words");

// The letters of a word and what stands behind it.  The constant length of nearly all copies makes them two
// instructions.
inline __attribute__((always_inline)) void copy_letters(std::string_view text, size_t at, char* out) noexcept {
  if (text.size() - at >= kMostHashedLetters) {
    std::memcpy(out, text.data() + at, kMostHashedLetters);
  } else {
    std::memcpy(out, text.data() + at, text.size() - at);
  }
}

// parts[p]: letters 4p to 4p + 3 of each word, in the order of the words.
inline __attribute__((always_inline)) void load_parts(std::string_view text, const AsciiWord* words, size_t count,
                                                      Lanes* parts) noexcept {
  char letters[kWordsAtOnce][kMostHashedLetters] = {};
  for (size_t word = 0; word < count; ++word) {
    copy_letters(text, words[word].begin, letters[word % kParts * kParts + word / kParts]);
  }
  // Four times four words: rows and columns change places.
  Lanes rows[kParts];
  std::memcpy(rows, letters, sizeof(letters));
  Lanes low[2];
  Lanes high[2];
  for (size_t i = 0; i < 2; ++i) {
    const Lanes& a = rows[2 * i];
    const Lanes& b = rows[2 * i + 1];
    low[i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29);
    high[i] = __builtin_shufflevector(a, b, 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31);
  }
  const auto join = [](const Lanes* halves, Lanes* first, Lanes* second) {
    const Lanes& a = halves[0];
    const Lanes& b = halves[1];
    *first = __builtin_shufflevector(a, b, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29);
    *second = __builtin_shufflevector(a, b, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31);
  };
  join(low, &parts[0], &parts[1]);
  join(high, &parts[2], &parts[3]);
}

inline __attribute__((always_inline)) void hash_lanes(std::string_view text, const AsciiWord* words, size_t count,
                                                      uint32_t* hashes) noexcept {
  uint32_t lengths[kWordsAtOnce] = {};
  for (size_t word = 0; word < count; ++word) {
    lengths[word] = words[word].length;
  }
  Lanes parts[kParts];
  load_parts(text, words, count, parts);
  Lanes length;
  std::memcpy(&length, lengths, sizeof(length));
  Lanes hash = Lanes{} + kHashSeed;
  for (uint32_t i = 0; i < kMostHashedLetters; ++i) {
    constexpr uint32_t kSmall = 0x20;  // what makes a capital a small letter
    const Lanes letters = ((parts[i / kLettersOfLane] >> (8 * (i % kLettersOfLane))) & 0xFFU) | kSmall;
    const Lanes next = (hash ^ letters) * kHashFactor;
    hash = length > i ? next : hash;
  }
  std::memcpy(hashes, &hash, sizeof(hash));
}

inline __attribute__((always_inline)) void hash_all(std::string_view text, const AsciiWord* words, size_t count,
                                                    uint32_t* hashes) noexcept {
  for (size_t i = 0; i < count; i += kWordsAtOnce) {
    hash_lanes(text, words + i, std::min(kWordsAtOnce, count - i), hashes + i);
  }
}

ARTICLE_WITH_AVX2 void hash_all_avx2(std::string_view text, const AsciiWord* words, size_t count,
                                     uint32_t* hashes) noexcept {
  hash_all(text, words, count, hashes);
}
#ifdef ARTICLE_X86_64
ARTICLE_WITH_AVX512 void hash_all_avx512(std::string_view text, const AsciiWord* words, size_t count,
                                         uint32_t* hashes) noexcept {
  hash_all(text, words, count, hashes);
}
#endif

}  // namespace

void hash_ascii_words(std::string_view text, const AsciiWord* words, size_t count, uint32_t* hashes) noexcept {
#ifdef ARTICLE_X86_64
  if (has_avx512()) {
    hash_all_avx512(text, words, count, hashes);
    return;
  }
#endif
  if (has_avx2()) {
    hash_all_avx2(text, words, count, hashes);
  } else {
    hash_all(text, words, count, hashes);
  }
}

}  // namespace article
