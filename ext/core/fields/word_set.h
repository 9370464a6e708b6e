// The words of a few lines, to ask whether a word of another line is among them.
//
// A set of bits by hash: a small chance of a wrong yes.  Words of one or two letters are not kept.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "core/text/words.h"

namespace article {

class WordSet {
 public:
  template <typename Cursor>  // WordCursor, LineCursor
  void add(Cursor cursor) noexcept {
    for (Word word; cursor.next(&word);) {
      if (counts(word)) {
        bits_.set(word.hash % kBits);
      }
    }
  }
  bool holds(const Word& word) const noexcept { return counts(word) && bits_[word.hash % kBits]; }
  bool holds_all(std::string_view text, uint32_t begin, uint32_t end) const noexcept {
    WordCursor cursor(text, begin, end);
    for (Word word; cursor.next(&word);) {
      if (counts(word) && !bits_[word.hash % kBits]) {
        return false;
      }
    }
    return true;
  }

 private:
  static constexpr size_t kBits = 1024;
  static bool counts(const Word& word) noexcept { return word.letters >= 3; }
  std::bitset<kBits> bits_;
};

}  // namespace article
