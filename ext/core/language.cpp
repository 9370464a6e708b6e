#include "core/language.h"

#include <algorithm>
#include <array>

namespace article {

namespace {

constexpr size_t kMaxLanguages = 256;
constexpr size_t kMaxBytes = 200 * 1000;  // more text does not change the answer

using Votes = std::array<float, kMaxLanguages>;

// A word that n languages have counts 1/n for each.
void vote(uint32_t first_word, Votes* votes) noexcept {
  const PhraseRange range = PhraseWalk(first_word).entries();
  float sharing = 0;
  for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
    sharing += entry->term == Term::kStopword ? 1.0F : 0.0F;
  }
  for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
    if (entry->term == Term::kStopword) {
      (*votes)[entry->language] += 1.0F / sharing;
    }
  }
}

struct Voter {
  Votes votes{};
  float words = 0;

  void operator()(const Word& word, uint32_t first_word) noexcept {
    if (word.kind != WordKind::kNumber) {
      words += 1.0F;
      if (first_word != 0) {
        vote(first_word, &votes);
      }
    }
  }
};

}  // namespace

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
  // One word in 25 must be a function word of the language: names and numbers alone decide nothing.
  return *best * 25.0F >= voter.words && *best > 0 ? static_cast<LanguageId>(best - voter.votes.begin()) : kNoLanguage;
}

}  // namespace article
