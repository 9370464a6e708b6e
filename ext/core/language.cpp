#include "core/language.h"

#include <algorithm>
#include <array>

namespace article {

namespace {

constexpr size_t kMaxLanguages = 256;
constexpr size_t kMaxBytes = 200 * 1000;  // more text does not change the answer

using Votes = std::array<float, kMaxLanguages>;

// A word that n languages have counts 1/n for each.
void vote(const Word& word, Votes* votes) noexcept {
  PhraseWalk walk;
  if (!walk.step(word.hash)) {
    return;
  }
  const PhraseRange range = walk.entries();
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

void vote_range(std::string_view text, size_t begin, size_t end, Votes* votes, float* words) noexcept {
  WordCursor cursor(text, begin, end);
  Word word;
  while (cursor.next(&word)) {
    if (word.kind != WordKind::kNumber) {
      *words += 1.0F;
      vote(word, votes);
    }
  }
}

}  // namespace

LanguageId detect_language(std::string_view text, const std::pmr::vector<Paragraph>& paragraphs,
                           const Interrupt& interrupt) {
  Votes votes{};
  float words = 0;
  if (paragraphs.empty()) {
    vote_range(text, 0, std::min(text.size(), kMaxBytes), &votes, &words);
  }
  size_t read = 0;
  size_t polled = 0;
  for (const Paragraph& paragraph : paragraphs) {
    if (read >= kMaxBytes) {
      break;
    }
    const size_t end = std::min<size_t>(paragraph.end, paragraph.begin + kMaxBytes - read);
    vote_range(text, paragraph.begin, end, &votes, &words);
    read += end - paragraph.begin;
    if (read - polled >= kPollBytes) {
      interrupt.poll();
      polled = read;
    }
  }
  const auto best = std::max_element(votes.begin() + 1, votes.end());
  // One word in 25 must be a function word of the language: names and numbers alone decide nothing.
  return *best * 25.0F >= words && *best > 0 ? static_cast<LanguageId>(best - votes.begin()) : kNoLanguage;
}

}  // namespace article
