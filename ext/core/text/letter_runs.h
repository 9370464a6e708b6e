// Runs of ASCII letters: where they end and where their capitals stand, found for 64 bytes at a time.
//
//   LetterRuns runs(text);
//   runs.at(0, &run)   of "Norvik opens ..."  ->  length 6, capitals 000001
//
// Most bytes of most texts are such letters, and the branch at the end of a word is one that no machine foresees: so
// the end of a run is counted out of bits.  Cost: about half an instruction a byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/text/bytes.h"

namespace article {

struct LetterRun {
  size_t length = 0;
  uint64_t capitals = 0;  // a bit for each byte of the run
};

class LetterRuns {
 public:
  explicit LetterRuns(std::string_view text) noexcept : text_(text) {}

  // The run that begins at `at`, its first kMostLetters bytes; at < text.size().
  LetterRun at(size_t at) noexcept {
    size_t before = at - first_;
    if (before >= kMostLetters) {
      look(at);
      before = 0;
    }
    size_t length = ones(letters_ >> before);
    if (before + length == kMostLetters && before != 0) {
      look(at);
      before = 0;
      length = ones(letters_);
    }
    return {length, capitals_ >> before & first(length)};
  }

  static constexpr size_t kMostLetters = 64;

  // The bits of the first `count` bytes.
  static uint64_t first(size_t count) noexcept {
    return count == kMostLetters ? ~uint64_t{0} : (uint64_t{1} << count) - 1;
  }

 private:
  static size_t ones(uint64_t bits) noexcept {
    return ~bits == 0 ? kMostLetters : static_cast<size_t>(__builtin_ctzll(~bits));
  }

  void look(size_t at) noexcept {
    const char* bytes = text_.data() + at;
    first_ = at;
    if (text_.size() - at >= kMostLetters) {
      see(bytes);
      return;
    }
    char tail[kMostLetters] = {};
    std::memcpy(tail, bytes, text_.size() - at);
    see(tail);
  }

  // kMostLetters bytes.
  void see(const char* bytes) noexcept {
    uint64_t letters = 0;
    uint64_t capitals = 0;
    for (size_t i = 0; i < kMostLetters; i += sizeof(ByteBlock)) {
      constexpr uint8_t kCase = 0x20;
      constexpr uint8_t kFirst = 'a';
      constexpr uint8_t kLetters = 26;
      ByteBlock block;
      std::memcpy(&block, bytes + i, sizeof(block));
      const auto letter = reinterpret_cast<ByteBlock>(((block | kCase) - kFirst) < kLetters);
      const auto capital = letter & reinterpret_cast<ByteBlock>((block & kCase) == 0);
      letters |= bits_of(letter) << i;
      capitals |= bits_of(capital) << i;
    }
    letters_ = letters;
    capitals_ = capitals;
  }

  std::string_view text_;
  size_t first_ = SIZE_MAX / 2;  // nothing was looked at
  uint64_t letters_ = 0;
  uint64_t capitals_ = 0;
};

}  // namespace article
