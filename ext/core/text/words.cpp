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
    count += words_in_run(text, word.begin, word.end - word.begin);
  }
  return count;
}

bool WordCursor::next(Word* word) noexcept {
  for (size_t at = at_; at < text_.size();) {
    const CodePoint unit = decode(text_, at);
    const CharInfo info = char_info(unit.value);
    const bool letter = (info.flags & kLetter) != 0 && (info.flags & kDropped) == 0;
    const bool mark = with_punctuation_ && (info.flags & kPunctuation) != 0;
    if (!letter && !mark && (info.flags & (kIdeograph | kDigit)) == 0) {
      at += unit.length;
      continue;
    }
    *word = Word{};
    word->begin = static_cast<uint32_t>(at);
    at_ = at;
    if ((info.flags & kIdeograph) == 0 && (info.flags & kDigit) != 0) {
      read_digits(word);
    } else if ((info.flags & kIdeograph) == 0 && letter) {
      read_letters(word);
    } else {
      at_ += unit.length;
      word->end = static_cast<uint32_t>(at_);
      word->hash = hash_step(kHashSeed, fold(unit.value));
      word->letters = 1;
      word->kind = (info.flags & kIdeograph) != 0 ? WordKind::kIdeograph : WordKind::kPunctuation;
    }
    return true;
  }
  at_ = text_.size();
  return false;
}

void WordCursor::read_letters(Word* word) noexcept {
  const std::string_view text = text_;
  const size_t begin = at_;
  const size_t stop = text.size() - begin < kMaxWordBytes ? text.size() : begin + kMaxWordBytes;
  uint32_t hash = kHashSeed;
  uint32_t letters = 0;
  uint32_t seen = 0;  // flags of all letters
  uint32_t capitals = 0;
  bool capital = false;
  size_t at = begin;
  // Most letters are ASCII, of which none is dropped.
  for (; at < stop; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CharInfo info = kCharTable.info[byte];
    if (byte >= 0x80 || (info.flags & kLetter) == 0) {
      break;
    }
    hash = (hash ^ info.folded) * kHashFactor;
    seen |= info.flags;
    capitals += info.flags / kUpper & 1U;
  }
  if (at > begin) {
    letters = static_cast<uint32_t>(at - begin);
    capital = (kCharTable.info[static_cast<unsigned char>(text[begin])].flags & kUpper) != 0;
  }
  size_t end = at;
  char32_t last = 0;
  uint32_t hash_before_last = hash;
  while (at < stop) {
    const CodePoint unit = decode(text, at);
    const CharInfo info = char_info(unit.value);
    const bool dropped = (info.flags & kDropped) != 0;
    if (!dropped && ((info.flags & kLetter) == 0 || (info.flags & kIdeograph) != 0)) {
      break;
    }
    at += unit.length;
    end = at;
    if (dropped) {
      continue;
    }
    last = unit.value;
    hash_before_last = hash;
    hash = hash_step(hash, info.folded != 0 ? info.folded : unit.value);
    capital = letters == 0 ? (info.flags & kUpper) != 0 : capital;
    ++letters;
    seen |= info.flags;
    capitals += info.flags / kUpper & 1U;
  }
  at_ = at;
  word->end = static_cast<uint32_t>(end);
  word->hash = hash_final_sigma(hash_before_last, hash, last, letters);
  word->letters = letters;
  word->capital = capital;
  word->all_capitals = capitals >= 2 && (seen & kLower) == 0;
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
