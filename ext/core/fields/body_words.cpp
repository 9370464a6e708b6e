#include "core/fields/body_words.h"

#include <algorithm>

namespace article {

BodyWords::BodyWords(const Page& page) {
  uint32_t read = 0;
  for (const Paragraph& paragraph : page.paragraphs) {
    if (read >= kMaxBytes) {
      break;
    }
    const uint32_t end = std::min(paragraph.end, paragraph.begin + kMaxBytes - read);
    each_word(page.text, page.lines, page.words, paragraph.begin, end, [&](const Word& word, uint32_t) {
      if (counts(word)) {
        bits_.set(word.hash % kBits);
        small_[word.hash % kBits] = small_[word.hash % kBits] || !word.capital;
      }
    });
    read += end - paragraph.begin;
  }
}

}  // namespace article
