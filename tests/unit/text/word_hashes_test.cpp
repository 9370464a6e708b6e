#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/text/word_hashes.h"
#include "core/text/words.h"

using namespace article;

TEST_CASE("words hashed side by side have the hash of each alone, also at the end of the text") {
  std::mt19937 random(5);
  for (size_t count = 1; count <= 3 * kWordsAtOnce + 1; ++count) {
    std::string text;
    std::vector<AsciiWord> words;
    for (size_t i = 0; i < count; ++i) {
      const auto length = static_cast<uint32_t>(1 + random() % kMostHashedLetters);
      words.push_back({static_cast<uint32_t>(text.size()), length});
      for (uint32_t letter = 0; letter < length; ++letter) {
        text += static_cast<char>((random() % 2 == 0 ? 'a' : 'A') + static_cast<char>(random() % 26));
      }
      text += i + 1 == count ? "" : random() % 2 == 0 ? " " : "/1";
    }
    const std::vector<char> exact(text.begin(), text.end());  // without a byte behind it
    std::vector<uint32_t> hashes((count + kWordsAtOnce - 1) / kWordsAtOnce * kWordsAtOnce);
    hash_ascii_words({exact.data(), exact.size()}, words.data(), count, hashes.data());
    for (size_t i = 0; i < count; ++i) {
      CHECK(hashes[i] == hash_word(text.substr(words[i].begin, words[i].length)));
    }
  }
}
