// The longer words of the body, to ask whether a word of another line stands in it.
//
// A set of bits by hash: a small chance of a wrong yes.  Cost: the words of the first kMaxBytes of the body, once.
#pragma once

#include <bitset>

#include "core/page.h"
#include "core/text/words.h"

namespace article {

class BodyWords {
 public:
  explicit BodyWords(const Page& page);
  // Shorter words are shared by all texts.
  static bool counts(const Word& word) noexcept {
    return word.kind == WordKind::kIdeograph || (word.kind == WordKind::kWord && word.letters >= 4);
  }
  bool holds(const Word& word) const noexcept { return bits_[word.hash % kBits]; }
  bool holds_small(const Word& word) const noexcept { return small_[word.hash % kBits]; }  // without a capital

 private:
  static constexpr size_t kBits = 8192;
  static constexpr uint32_t kMaxBytes = 6000;
  std::bitset<kBits> bits_;
  std::bitset<kBits> small_;
};

}  // namespace article
