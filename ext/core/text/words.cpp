#include "core/text/words.h"

#include "core/limits.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

uint32_t hash_word(std::string_view word) noexcept {
  WordCursor cursor(word, 0, word.size());
  Word first;
  return cursor.next(&first) ? first.hash : 0;
}

size_t count_words(std::string_view text, size_t begin, size_t end, size_t limit) noexcept {
  WordCursor cursor(text, begin, end);
  Word word;
  size_t count = 0;
  while (count < limit && cursor.next(&word)) {
    ++count;
  }
  return count;
}

bool WordCursor::next(Word* word) noexcept {
  while (at_ < text_.size()) {
    const CodePoint unit = decode(text_, at_);
    const uint16_t flags = char_info(unit.value).flags;
    *word = Word{};
    word->begin = static_cast<uint32_t>(at_);
    if ((flags & kIdeograph) != 0) {
      at_ += unit.length;
      word->end = static_cast<uint32_t>(at_);
      word->hash = hash_step(kHashSeed, fold(unit.value));
      word->letters = 1;
      word->kind = WordKind::kIdeograph;
      return true;
    }
    if ((flags & kDigit) != 0) {
      read_digits(word);
      return true;
    }
    if ((flags & kLetter) != 0 && !fold_drops(unit.value)) {
      read_letters(word);
      return true;
    }
    at_ += unit.length;
    if (with_punctuation_ && (flags & kPunctuation) != 0) {
      word->end = static_cast<uint32_t>(at_);
      word->hash = hash_step(kHashSeed, fold(unit.value));
      word->letters = 1;
      word->kind = WordKind::kPunctuation;
      return true;
    }
  }
  return false;
}

void WordCursor::read_letters(Word* word) noexcept {
  uint32_t hash = kHashSeed;
  uint32_t letters = 0;
  uint32_t small = 0;
  uint32_t capitals = 0;
  size_t at = at_;
  size_t end = at_;
  const size_t stop = text_.size() - at_ < kMaxWordBytes ? text_.size() : at_ + kMaxWordBytes;
  while (at < stop) {
    // Most letters are ASCII, of which none is dropped.
    const auto byte = static_cast<unsigned char>(text_[at]);
    const CharInfo ascii = kCharTable.info[byte];
    if (byte < 0x80 && (ascii.flags & kLetter) != 0) {
      word->capital = letters == 0 ? (ascii.flags & kUpper) != 0 : word->capital;
      hash = hash_step(hash, ascii.folded);
      ++letters;
      small += (ascii.flags & kLower) != 0 ? 1U : 0U;
      capitals += (ascii.flags & kUpper) != 0 ? 1U : 0U;
      end = ++at;
      continue;
    }
    const CodePoint unit = decode(text_, at);
    const CharInfo info = char_info(unit.value);
    const bool dropped = fold_drops(unit.value);
    if (!dropped && ((info.flags & kLetter) == 0 || (info.flags & kIdeograph) != 0)) {
      break;
    }
    at += unit.length;
    end = at;
    if (dropped) {
      continue;
    }
    hash = hash_step(hash, info.folded != 0 ? info.folded : unit.value);
    if (letters == 0) {
      word->capital = (info.flags & kUpper) != 0;
    }
    ++letters;
    small += (info.flags & kLower) != 0 ? 1U : 0U;
    capitals += (info.flags & kUpper) != 0 ? 1U : 0U;
  }
  at_ = at;
  word->end = static_cast<uint32_t>(end);
  word->hash = hash;
  word->letters = letters;
  word->all_capitals = capitals >= 2 && small == 0;
}

void WordCursor::read_digits(Word* word) noexcept {
  uint32_t hash = kHashSeed;
  uint32_t digits = 0;
  const size_t stop = text_.size() - at_ < kMaxWordBytes ? text_.size() : at_ + kMaxWordBytes;
  while (at_ < stop) {
    const CodePoint unit = decode(text_, at_);
    const int value = digit_value(unit.value);
    if (value < 0) {
      break;
    }
    hash = hash_step(hash, U'0' + static_cast<char32_t>(value));
    ++digits;
    at_ += unit.length;
  }
  word->end = static_cast<uint32_t>(at_);
  word->hash = hash;
  word->letters = digits;
  word->kind = WordKind::kNumber;
}

}  // namespace article
