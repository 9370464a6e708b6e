#include "core/text/word_hashes.h"

#include <algorithm>
#include <cstring>

#include "core/cpu.h"
#include "core/text/words.h"

namespace article {

namespace {

typedef uint32_t Lanes __attribute__((vector_size(kWordsAtOnce * sizeof(uint32_t))));
constexpr uint32_t kLettersOfLane = sizeof(uint32_t);
constexpr size_t kParts = kMostHashedLetters / kLettersOfLane;
constexpr size_t kBlocks = kWordsAtOnce / kParts;  // of four times four parts

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
    copy_letters(text, words[word].begin, letters[word % kParts * kBlocks + word / kParts]);
  }
  // Four times four words: rows and columns change places.
  Lanes rows[kParts];
  std::memcpy(rows, letters, sizeof(letters));
  Lanes low[2];
  Lanes high[2];
  for (size_t i = 0; i < 2; ++i) {
    const Lanes& a = rows[2 * i];
    const Lanes& b = rows[2 * i + 1];
    low[i] = __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
    high[i] = __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
  }
  const auto join = [](const Lanes* halves, Lanes* first, Lanes* second) {
    const Lanes& a = halves[0];
    const Lanes& b = halves[1];
    *first = __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
    *second = __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
  };
  join(low, &parts[0], &parts[1]);
  join(high, &parts[2], &parts[3]);
}

inline __attribute__((always_inline)) void hash_lanes(std::string_view text, const AsciiWord* words, size_t count,
                                                      uint32_t* hashes) noexcept {
  uint32_t lengths[kWordsAtOnce] = {};
  uint32_t longest = 0;
  for (size_t word = 0; word < count; ++word) {
    lengths[word] = words[word].length;
    longest = std::max(longest, lengths[word]);
  }
  Lanes parts[kParts];
  load_parts(text, words, count, parts);
  Lanes length;
  std::memcpy(&length, lengths, sizeof(length));
  Lanes hash = Lanes{} + kHashSeed;
  for (uint32_t part = 0; part * kLettersOfLane < longest; ++part) {
    for (uint32_t i = 0; i < kLettersOfLane; ++i) {
      constexpr uint32_t kSmall = 0x20;  // what makes a capital a small letter
      const Lanes letters = ((parts[part] >> (8 * i)) & 0xFFU) | kSmall;
      const Lanes next = (hash ^ letters) * kHashFactor;
      const auto there = reinterpret_cast<Lanes>(length > part * kLettersOfLane + i);
      hash = (next & there) | (hash & ~there);
    }
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
}  // namespace

void hash_ascii_words(std::string_view text, const AsciiWord* words, size_t count, uint32_t* hashes) noexcept {
  if (has_avx2()) {
    hash_all_avx2(text, words, count, hashes);
  } else {
    hash_all(text, words, count, hashes);
  }
}

}  // namespace article
