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
    WordCursor cursor(page.text, paragraph.begin, end);
    Word word;
    while (cursor.next(&word)) {
      if (counts(word)) {
        bits_.set(word.hash % kBits);
      }
    }
    read += end - paragraph.begin;
  }
}

}  // namespace article
