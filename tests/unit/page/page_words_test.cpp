#include "core/page_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/line_cursor.h"
#include "core/roles.h"
#include "core/text/utf8.h"

using namespace article;

namespace {

struct Seen {
  uint32_t begin, end, hash, letters;
  WordKind kind;
  bool capital, all_capitals;
  uint32_t first_word;
  bool operator==(const Seen& other) const {
    return begin == other.begin && end == other.end && hash == other.hash && letters == other.letters &&
           kind == other.kind && capital == other.capital && all_capitals == other.all_capitals &&
           first_word == other.first_word;
  }
};

Seen seen(const Word& word, uint32_t first_word) {
  return {word.begin, word.end, word.hash, word.letters, word.kind, word.capital, word.all_capitals, first_word};
}

template <typename Cursor>
std::vector<Seen> all_of(Cursor cursor) {
  std::vector<Seen> out;
  Word word;
  while (cursor.next(&word)) {
    out.push_back(seen(word, first_word_node(word.hash)));
  }
  return out;
}

std::vector<Seen> read_again(const std::string& text, size_t begin, size_t end) {
  return all_of(WordCursor(text, begin, end));
}

}  // namespace

TEST_CASE("the words that the line reader keeps are those of the text, from any byte to any other") {
  auto* memory = std::pmr::get_default_resource();
  std::string text =
      "By Anna Holm | 12 March 2018 09:30\r\n\n\xC3\x89t\xC3\xA9 caf\x65\xCC\x81s, NATO\xE2\x80\x99s 1\xE2\x80\x8B"
      "2 \xE5\x8C\x97\xE4\xBA\xAC 24/7 \xD9\xA3\n\xFF\xC3 broken\xE2\x80\xA8Read more: the bridge\n";
  for (int i = 0; i < 500; ++i) {
    text += "word" + std::to_string(i) + " ";  // more than are kept of one unit
  }
  const auto lines = split_lines(text, Interrupt(), memory);
  PageWords words(memory);
  classify_lines(text, lines, Interrupt(), memory, &words);
  REQUIRE(words.lines.size() == lines.size());
  for (size_t begin = 0; begin < 160; ++begin) {
    for (size_t end : {begin, begin + 1, begin + 7, begin + 60, text.size()}) {
      if (!is_boundary(text, begin) || !is_boundary(text, end)) {
        continue;
      }
      std::vector<Seen> kept;
      each_word(text, lines, &words, begin, end,
                [&](const Word& word, uint32_t first_word) { kept.push_back(seen(word, first_word)); });
      INFO(begin << " to " << end);
      REQUIRE(kept == read_again(text, begin, end));
    }
  }
}

TEST_CASE("words and marks of a line read by what was kept are those of its bytes, from any of them to any other") {
  auto* memory = std::pmr::get_default_resource();
  const std::string text =
      "(ROMA, 7 NOV.) - \xC2\xB4 O\xC2\xB4Neill caf\x65\xCC\x81s^`, [NATO]\xE2\x80\x99s 1\xE2\x80\x8B"
      "2; \xE5\x8C\x97\xE4\xBA\xAC\xE3\x80\x82 24/7 \xD9\xA3 \xFF\xC3 \xE2\x82\xAC 5 \xCC\x81 a_b #x @y\n"
      "second line: {here}\n";
  const auto lines = split_lines(text, Interrupt(), memory);
  PageWords words(memory);
  classify_lines(text, lines, Interrupt(), memory, &words);
  REQUIRE(words.knows(0));
  for (size_t line = 0; line < lines.size(); ++line) {
    for (size_t begin = lines[line].begin; begin <= lines[line].end; ++begin) {
      for (size_t end = begin; end <= lines[line].end; ++end) {
        if (!is_boundary(text, begin) || !is_boundary(text, end)) {
          continue;
        }
        INFO(begin << " to " << end);
        REQUIRE(all_of(LineCursor(text, lines, &words, line, begin, end, true)) ==
                all_of(WordCursor(text, begin, end, true)));
        REQUIRE(all_of(LineCursor(text, lines, &words, line, begin, end)) == all_of(WordCursor(text, begin, end)));
        REQUIRE(all_of(LineCursor(text, lines, nullptr, line, begin, end)) == all_of(WordCursor(text, begin, end)));
      }
    }
  }
}
