// The words of a page as the line reader found them, kept for the stages behind it: the text is read once.
//
//   each_word(page.text, page.lines, page.words, begin, end, [](const Word& word, uint32_t first_word) {...})
//
// gives the words that WordCursor (text/words.h) gives for text[begin, end), each with the node of the phrases that it
// begins (core/lexicon.h).  Lines whose words were not kept are read again: of a long text all of them, because what is
// kept stays bounded.  Cost: one step a word.
#pragma once

#include <algorithm>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/features/scan.h"
#include "core/lexicon.h"
#include "core/text/lines.h"
#include "core/text/words.h"

namespace article {

// Tokens of a page that are kept; of a page with more, none is.
constexpr size_t kMaxKeptTokens = 48 * 1024;

struct PageWords {
  explicit PageWords(std::pmr::memory_resource* memory) : tokens(memory), lines(memory) {}
  std::pmr::vector<Token> tokens;
  std::pmr::vector<LineTokens> lines;  // one for each line of the page, or none at all

  bool knows(size_t line) const noexcept { return line < lines.size() && lines[line].known; }
};

inline Word word_of(const Token& token, uint32_t line_begin) noexcept {
  Word word;
  word.begin = line_begin + token.begin;
  word.end = word.begin + token.length;
  word.hash = token.hash;
  word.letters = token.letters;
  word.kind = (token.flags & kTokenNumber) != 0      ? WordKind::kNumber
              : (token.flags & kTokenIdeograph) != 0 ? WordKind::kIdeograph
                                                     : WordKind::kWord;
  word.capital = (token.flags & kTokenCapital) != 0;
  word.all_capitals = (token.flags & kTokenAllCapitals) != 0;
  return word;
}

template <typename See>
void each_read_word(std::string_view text, size_t begin, size_t end, See& see) {
  WordCursor cursor(text, begin, end);
  Word word;
  while (cursor.next(&word)) {
    see(word, first_word_node(word.hash));
  }
}

inline uint32_t first_word_of(const Token& token) noexcept {
  return (token.flags & kTokenNumber) != 0 ? first_word_node(token.hash) : uint32_t{token.value};
}

// Words of a line whose tokens are known; one that reaches over an end of the stretch is read again.
template <typename See>
void each_known_word(std::string_view text, const Line& line, const PageWords& words, LineTokens tokens, size_t begin,
                     size_t end, See& see) {
  const Token* token = words.tokens.data() + tokens.first;
  const Token* const last = token + tokens.count;
  if (begin <= line.begin && line.end <= end) {
    for (; token != last; ++token) {
      if ((token->flags & kTokenMark) == 0) {
        see(word_of(*token, line.begin), first_word_of(*token));
      }
    }
    return;
  }
  for (; token != last; ++token) {
    if ((token->flags & kTokenMark) != 0) {
      continue;
    }
    const Word word = word_of(*token, line.begin);
    if (word.end <= begin) {
      continue;
    }
    if (word.begin >= end) {
      return;
    }
    if (word.begin < begin || word.end > end) {
      each_read_word(text, std::max<size_t>(word.begin, begin), std::min<size_t>(word.end, end), see);
      continue;
    }
    see(word, first_word_of(*token));
  }
}

// The line that holds the byte `at`.
inline size_t line_at(const std::pmr::vector<Line>& lines, size_t at) noexcept {
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), at, [](size_t byte, const Line& line) { return byte < line.begin; });
  return static_cast<size_t>(after - lines.begin()) - 1;
}

template <typename See>
void each_word(std::string_view text, const std::pmr::vector<Line>& lines, const PageWords* words, size_t begin,
               size_t end, See see) {
  if (words == nullptr || words->lines.empty() || begin >= end) {
    each_read_word(text, begin, end, see);
    return;
  }
  for (size_t at = line_at(lines, begin); at < lines.size() && lines[at].begin < end; ++at) {
    const size_t from = std::max<size_t>(begin, lines[at].begin);
    const size_t to = std::min<size_t>(end, lines[at].end);
    if (words->knows(at)) {
      each_known_word(text, lines[at], *words, words->lines[at], from, to, see);
    } else if (from < to) {
      each_read_word(text, from, to, see);
    }
  }
}

// The words of a stretch that begins in a line.
template <typename See>
void each_word_of_line(std::string_view text, const std::pmr::vector<Line>& lines, const PageWords* words, size_t line,
                       size_t begin, size_t end, See see) {
  if (words != nullptr && end > lines[line].end) {
    each_word(text, lines, words, begin, end, see);
  } else if (words != nullptr && words->knows(line)) {
    each_known_word(text, lines[line], *words, words->lines[line], begin, end, see);
  } else {
    each_read_word(text, begin, end, see);
  }
}

inline size_t count_words(std::string_view text, const std::pmr::vector<Line>& lines, const PageWords* words,
                          size_t begin, size_t end, const Interrupt& interrupt) {
  size_t count = 0;
  size_t polled = begin;
  // Of whole lines the tokens tell it.
  for (size_t at = words == nullptr ? lines.size() : line_at(lines, begin);
       at < lines.size() && words->knows(at) && begin <= lines[at].begin && lines[at].end <= end; ++at) {
    const Token* token = words->tokens.data() + words->lines[at].first;
    for (const Token* const last = token + words->lines[at].count; token != last; ++token) {
      const bool word = (token->flags & kTokenMark) == 0;
      count += word ? words_in_run(text, lines[at].begin + token->begin, token->length) : 0U;
    }
    begin = at + 1 < lines.size() ? lines[at + 1].begin : end;
  }
  each_word(text, lines, words, begin, end, [&](const Word& word, uint32_t) {
    count += words_in_run(text, word.begin, word.end - word.begin);
    if (word.end >= polled + kPollBytes) {
      interrupt.poll();
      polled = word.end;
    }
  });
  return count;
}

}  // namespace article
