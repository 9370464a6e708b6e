// The words and marks of a stretch of one line, as WordCursor (text/words.h) reads them; what the line reader kept of
// its words (page_words.h) is not read again, only the marks between them are.
//
//   LineCursor cursor(page.text, page.lines, page.words, row.line, row.begin, row.end, true);
//   Word word; while (cursor.next(&word)) {...}
//
// Cost: one step a word, one a character between words; of a line that was not kept, that of WordCursor.
#pragma once

#include <algorithm>

#include "core/page_words.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

class LineCursor {
 public:
  // Words of text[begin, end), which begins in the line.  What goes on in the next lines is read again.
  LineCursor(std::string_view text, const std::pmr::vector<Line>& lines, const PageWords* words, size_t line,
             size_t begin, size_t end, bool with_punctuation = false) noexcept
      : text_(text), rest_(text, begin, end, with_punctuation), at_(begin), end_(end), marks_(with_punctuation) {
    if (words == nullptr || !words->knows(line) || end > lines[line].end) {
      return;
    }
    line_begin_ = lines[line].begin;
    const LineTokens tokens = words->lines[line];
    const Token* const first = words->tokens.data() + tokens.first;
    last_ = first + tokens.count;
    next_ = std::find_if(first, last_, [&](const Token& token) {
      return (token.flags & kTokenMark) == 0 && line_begin_ + token.begin + token.length > begin;
    });
    known_ = true;
  }

  // False at the end.
  bool next(Word* word) noexcept {
    if (!known_) {
      return rest_.next(word);
    }
    while (next_ != last_ && (next_->flags & kTokenMark) != 0) {
      ++next_;
    }
    const size_t stop = next_ != last_ ? std::min<size_t>(line_begin_ + next_->begin, end_) : end_;
    if (marks_ && find_mark(stop, word)) {
      return true;
    }
    if (stop == end_) {
      return false;
    }
    *word = word_of(*next_++, line_begin_);
    if (word->begin < at_ || word->end > end_) {  // cut by an end of the stretch
      known_ = false;
      rest_ = WordCursor(text_, std::max<size_t>(word->begin, at_), end_, marks_);
      return rest_.next(word);
    }
    at_ = word->end;
    return true;
  }

 private:
  // The next mark before `stop`.
  bool find_mark(size_t stop, Word* word) noexcept {
    while (at_ < stop) {
      const CodePoint unit = decode(text_, at_);
      const auto begin = static_cast<uint32_t>(at_);
      at_ += unit.length;
      if (!has(unit.value, kPunctuation)) {
        continue;
      }
      *word = Word{};
      word->begin = begin;
      word->end = static_cast<uint32_t>(at_);
      word->hash = hash_step(kHashSeed, fold(unit.value));
      word->letters = 1;
      word->kind = WordKind::kPunctuation;
      return true;
    }
    return false;
  }

  std::string_view text_;
  WordCursor rest_;
  size_t at_;
  size_t end_;
  bool marks_;
  bool known_ = false;
  uint32_t line_begin_ = 0;
  const Token* next_ = nullptr;
  const Token* last_ = nullptr;
};

}  // namespace article
