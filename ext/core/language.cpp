#include "core/language.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxLanguages = 256;
constexpr size_t kMaxBytes = 8000;  // a thousand words: more of them do not change the answer

using Votes = std::array<float, kMaxLanguages>;

// A word that n languages have counts 1/n for each; `function_words` are those of each language, shared or not.
void vote(uint32_t first_word, Votes* votes, Votes* function_words) noexcept {
  const PhraseWalk phrase(first_word);
  if ((phrase.terms(true) & term_bit(Term::kStopword)) == 0) {
    return;
  }
  // The entries of a node are sorted by their terms.
  const PhraseRange range = phrase.entries();
  const PhraseEntry* first = range.begin;
  while (first != range.end && first->term != Term::kStopword) {
    ++first;
  }
  const PhraseEntry* last = first;
  while (last != range.end && last->term == Term::kStopword) {
    ++last;
  }
  const float share = 1.0F / static_cast<float>(last - first);
  for (; first != last; ++first) {
    (*votes)[first->language] += share;
    (*function_words)[first->language] += 1.0F;
  }
}

struct Voter {
  Votes votes{};
  Votes function_words{};
  float words = 0;

  void operator()(const Word& word, uint32_t first_word) noexcept {
    if (word.kind != WordKind::kNumber) {
      words += 1.0F;
      if (first_word != 0) {
        vote(first_word, &votes, &function_words);
      }
    }
  }
};

// Scripts that one language of the data has for itself (blocks of the Unicode standard, Blocks.txt), in their order.
struct ScriptBlock {
  char32_t first, last;
  const char* tag;
};
constexpr ScriptBlock kScripts[] = {
    {0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"}, {0x0590, 0x05FF, "he"}, {0x0980, 0x09FF, "bn"},
    {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B00, 0x0B7F, "or"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"},
    {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"}, {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"},
    {0x1200, 0x137F, "am"}, {0x1780, 0x17FF, "km"}, {0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7A3, "ko"},
};
constexpr size_t kScriptBytes = 4096;  // that are looked at

}  // namespace

std::string_view tag_of_script(std::string_view text, size_t begin, size_t end) noexcept {
  std::array<uint32_t, std::size(kScripts)> counts{};
  uint32_t words = 0;
  WordCursor cursor(text, begin, std::min(end, begin + kScriptBytes));
  Word word;
  while (cursor.next(&word)) {
    if (word.kind == WordKind::kNumber) {
      continue;
    }
    ++words;
    const char32_t code = decode(text, word.begin).value;
    const auto* block = std::find_if(std::begin(kScripts), std::end(kScripts),
                                     [&](const ScriptBlock& b) { return code >= b.first && code <= b.last; });
    if (block != std::end(kScripts)) {
      ++counts[static_cast<size_t>(block - kScripts)];
    }
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  return *best > 0 && 3 * *best >= words ? kScripts[best - counts.begin()].tag : std::string_view();
}

LanguageId detect_language(std::string_view text, const std::pmr::vector<Paragraph>& paragraphs,
                           const Interrupt& interrupt, const std::pmr::vector<Line>* lines, const PageWords* words) {
  Voter voter;
  const auto read_words = [&](size_t begin, size_t end) {
    const auto see = [&](const Word& word, uint32_t first_word) { voter(word, first_word); };
    if (lines != nullptr) {
      each_word(text, *lines, words, begin, end, see);
    } else {
      each_read_word(text, begin, end, see);
    }
  };
  if (paragraphs.empty()) {
    read_words(0, std::min(text.size(), kMaxBytes));
  }
  size_t read = 0;
  size_t polled = 0;
  for (const Paragraph& paragraph : paragraphs) {
    if (read >= kMaxBytes) {
      break;
    }
    const size_t end = std::min<size_t>(paragraph.end, paragraph.begin + kMaxBytes - read);
    read_words(paragraph.begin, end);
    read += end - paragraph.begin;
    if (read - polled >= kPollBytes) {
      interrupt.poll();
      polled = read;
    }
  }
  const auto best = std::max_element(voter.votes.begin() + 1, voter.votes.end());
  // One word in 20 must be a function word of the language: names and numbers alone decide nothing.
  const auto language = static_cast<size_t>(best - voter.votes.begin());
  if (voter.function_words[language] * 20.0F >= voter.words && *best > 0) {
    return static_cast<LanguageId>(language);
  }
  // Where endings stand on the function words (Korean) or the text is short.
  return language_of_tag(paragraphs.empty() ? tag_of_script(text, 0, text.size())
                                            : tag_of_script(text, paragraphs.front().begin, paragraphs.back().end));
}

}  // namespace article
