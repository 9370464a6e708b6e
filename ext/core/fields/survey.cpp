#include "core/fields/survey.h"

#include <algorithm>

#include "core/limits.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

TermBits phrase_bits(const Word* words, size_t count, const uint32_t* first_words) noexcept {
  TermBits bits;
  for (size_t start = 0; start < count; ++start) {
    const uint32_t first = first_words != nullptr ? first_words[start] : first_word_node(words[start].hash);
    if (first == 0) {
      continue;
    }
    PhraseWalk walk(first);
    for (size_t at = start; at == start || (at < count && walk.step(words[at].hash)); ++at) {
      const PhraseRange range = walk.entries();
      for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
        if (entry->capital != 0 && !words[start].all_capitals) {
          continue;
        }
        const uint32_t bit = term_bit(entry->term);
        bits.holds |= bit;
        if (entry->term == Term::kPromotion && bits.promotion == TermValue::kNone) {
          bits.promotion = entry->value;
        }
        if (start != 0) {
          continue;
        }
        bits.opens |= bit;
        bits.whole |= at + 1 == count ? bit : 0;
        if (entry->term == Term::kListHeading || (entry->term == Term::kReadMore && bits.heading == TermValue::kNone)) {
          bits.heading = entry->value;
        }
      }
    }
  }
  return bits;
}

namespace {

constexpr size_t kLongLine = 400;  // bytes; of longer lines only the beginning is read for words

bool is_bar(char32_t code) noexcept {
  return code == U'|' || code == 0x2022 || code == 0xB7 || code == 0xBB || code == 0x203A;
}

// Flags that single characters give.
void see_characters(std::string_view visible, Row* row) noexcept {
  uint32_t letters = 0;
  uint32_t cased = 0;
  uint32_t small = 0;
  bool digit_before = false;
  bool colon_after_digit = false;
  uint32_t characters = 0;
  for (size_t at = 0; at < visible.size();) {
    const CodePoint unit = decode(visible, at);
    const uint16_t flags = char_info(unit.value).flags;
    at += unit.length;
    ++characters;
    const bool digit = (flags & kDigit) != 0;
    if (digit) {
      row->flags |= kHasDigit;
      row->flags = static_cast<uint16_t>(row->flags | (colon_after_digit ? kHasClock : 0));
    } else if ((flags & kLetter) != 0) {
      ++letters;
      cased += (flags & (kUpper | kLower)) != 0 ? 1U : 0U;
      small += (flags & kLower) != 0 ? 1U : 0U;
    } else if (unit.value == U'@') {
      row->flags |= kHasMail;
    } else if (is_bar(unit.value)) {
      row->flags |= kHasBar;
    } else if (unit.value == U'?' || unit.value == U'!') {
      row->flags |= kHasQuery;
    } else if ((flags & (kOpenQuote | kCloseQuote)) != 0 && unit.value != U'\'' && unit.value != 0x2019) {
      row->flags |= kHasQuote;
    }
    colon_after_digit = digit_before && (unit.value == U':' || unit.value == 0xFF1A);
    digit_before = digit;
  }
  row->characters = static_cast<uint16_t>(std::min<uint32_t>(characters, 0xFFFF));
  row->flags = static_cast<uint16_t>(row->flags | (letters >= 4 && cased > 0 && small == 0 ? kAllCapitals : 0) |
                                     (letters > 2 * cased ? kUncased : 0));
  const bool url = visible.find("://") != std::string_view::npos || visible.find("www.") != std::string_view::npos;
  row->flags = static_cast<uint16_t>(row->flags | (url ? kHasUrl : 0));
}

void see_ends(std::string_view visible, Row* row) noexcept {
  const uint16_t first = char_info(decode(visible, 0).value).flags;
  row->flags = static_cast<uint16_t>(row->flags | ((first & kDigit) != 0 ? kStartsDigit : 0) |
                                     ((first & kLower) != 0 ? kStartsSmall : 0) |
                                     ((first & kOpenQuote) != 0 ? kStartsQuote : 0));
  const CodePoint last = decode_before(visible, visible.size());
  bool sentence = has(last.value, kSentenceEnd);
  if (!sentence && has(last.value, kCloseQuote) && visible.size() > last.length) {
    sentence = has(decode_before(visible, visible.size() - last.length).value, kSentenceEnd);
  }
  row->flags = static_cast<uint16_t>(row->flags | (sentence ? kEndsSentence : 0) |
                                     (last.value == U':' || last.value == 0xFF1A ? kEndsColon : 0));
}

void see_words(const Page& page, Row* row) {
  Word words[kMaxLineWords];
  uint32_t first_words[kMaxLineWords];
  size_t count = 0;
  const size_t end = std::min<size_t>(row->end, row->begin + kLongLine);
  uint32_t hash = kHashSeed;
  uint32_t all = 0;
  each_word(page.text, page.lines, page.words, row->begin, end, [&](const Word& word, uint32_t first_word) {
    ++all;
    hash = hash_step(hash, word.hash & 0xFFFFU);
    hash = hash_step(hash, word.hash >> 16U);
    row->front = all == kFrontWords ? hash : row->front;
    if (count < kMaxLineWords) {
      first_words[count] = first_word;
      words[count++] = word;
      row->capitals = static_cast<uint16_t>(row->capitals + (word.capital ? 1 : 0));
      row->numbers = static_cast<uint16_t>(row->numbers + (word.kind == WordKind::kNumber ? 1 : 0));
    }
  });
  row->hash = hash;
  row->looked_at = static_cast<uint16_t>(count);
  // Beyond what was read: six bytes a word.
  all += static_cast<uint32_t>((row->end - end) / 6);
  row->words = static_cast<uint16_t>(std::min<uint32_t>(all, 0xFFFF));
  row->terms = phrase_bits(words, count, first_words);
  if (all != count) {
    row->terms.whole = 0;
  }
}

// Open addressing over the hashes of the rows.  A chain of other hashes longer than this is given up: such rows count
// as seen once, and nobody can make a page slow by choosing its words.
constexpr size_t kMaxChain = 64;

void count_repeats(std::pmr::vector<Row>* rows, std::pmr::memory_resource* memory) {
  size_t size = 16;
  while (size < 2 * rows->size()) {
    size *= 2;
  }
  std::pmr::vector<uint32_t> slots(size, kNoRow, memory);
  std::pmr::vector<uint32_t> first_of(rows->size(), kNoRow, memory);
  for (uint32_t r = 0; r < rows->size(); ++r) {
    Row& row = (*rows)[r];
    size_t at = (row.hash * 0x9E3779B1U) & (size - 1);
    for (size_t chain = 0; chain < kMaxChain; ++chain, at = (at + 1) & (size - 1)) {
      if (slots[at] == kNoRow) {
        slots[at] = r;
        first_of[r] = r;
        break;
      }
      if ((*rows)[slots[at]].hash == row.hash) {
        first_of[r] = slots[at];
        row.first = false;
        uint16_t& repeats = (*rows)[slots[at]].repeats;
        repeats = static_cast<uint16_t>(std::min(repeats + 1, 0xFFFF));
        break;
      }
    }
  }
  for (uint32_t r = 0; r < rows->size(); ++r) {
    (*rows)[r].repeats = first_of[r] == kNoRow ? uint16_t{1} : (*rows)[first_of[r]].repeats;
  }
}

}  // namespace

Survey::Survey(const Page& page, std::pmr::memory_resource* memory) : rows(memory) {
  size_t polled = 0;
  size_t paragraph = 0;
  for (uint32_t i = 0; i < page.lines.size() && rows.size() < kMaxSurveyRows; ++i) {
    while (paragraph < page.paragraphs.size() && page.paragraphs[paragraph].last_line < i) {
      ++paragraph;
    }
    if (page.lines[i].blank) {
      continue;
    }
    const std::string_view visible = trim(page.line(i));
    if (visible.empty()) {
      continue;
    }
    Row row;
    row.line = i;
    row.begin = offset_in(page.text, visible);
    row.end = static_cast<uint32_t>(row.begin + visible.size());
    row.role = page.roles[i].role;
    row.confidence = page.roles[i].confidence;
    see_ends(visible, &row);
    see_characters(visible.substr(0, kLongLine), &row);
    see_words(page, &row);
    if (visible.size() > kLongLine) {
      row.characters = static_cast<uint16_t>(std::min<size_t>(row.characters + visible.size() - kLongLine, 0xFFFF));
    }
    if (paragraph < page.paragraphs.size() && page.paragraphs[paragraph].first_line <= i && row.role == Role::kBody) {
      row.flags |= kIsBody;
      const auto at = static_cast<uint32_t>(rows.size());
      first_body = first_body == kNoRow ? at : first_body;
      last_body = at;
    }
    rows.push_back(row);
    if (row.end - polled >= kPollBytes) {
      page.interrupt.poll();
      polled = row.end;
    }
  }
  count_repeats(&rows, memory);
}

uint32_t Survey::row_of_line(uint32_t line) const noexcept {
  const auto found = std::lower_bound(rows.begin(), rows.end(), line,
                                      [](const Row& row, uint32_t wanted) { return row.line < wanted; });
  return found == rows.end() ? kNoRow : static_cast<uint32_t>(found - rows.begin());
}

}  // namespace article
