#include "core/fields/survey.h"

#include <algorithm>
#include <cstring>

#include "core/limits.h"
#include "core/line_cursor.h"
#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// Phrases of `count` words, of which `words` tells hash(i), node(i) and capitals(i).
template <typename Words>
TermBits terms_of(const Words& words, size_t count) noexcept {
  TermBits bits;
  for (size_t start = 0; start < count; ++start) {
    const uint32_t first = words.node(start);
    if (first == 0) {
      continue;
    }
    const bool capitals = words.capitals(start);
    PhraseWalk walk(first);
    for (size_t at = start; at == start || (at < count && walk.step(words.hash(at))); ++at) {
      const uint32_t terms = walk.terms(capitals);
      bits.holds |= terms;
      if (start == 0) {
        bits.opens |= terms;
        bits.whole |= at + 1 == count ? terms : 0;
      }
      bits.see(walk, terms, start == 0, capitals);
    }
  }
  return bits;
}

struct WordsGiven {
  const Word* words;
  uint32_t hash(size_t at) const noexcept { return words[at].hash; }
  uint32_t node(size_t at) const noexcept { return first_word_node(words[at].hash); }
  bool capitals(size_t at) const noexcept { return words[at].all_capitals; }
};

}  // namespace

TermBits phrase_bits(const Word* words, size_t count) noexcept {
  return terms_of(WordsGiven{words}, count);
}

namespace {

constexpr size_t kLongLine = 400;     // bytes; of longer lines only the beginning is read for words,
constexpr uint32_t kBytesOfWord = 6;  // beyond it

bool is_bar(char32_t code) noexcept {
  return code == U'|' || code == 0x2022 || code == 0xB7 || code == 0xBB || code == 0x203A;
}

constexpr uint16_t kHasColon = 1U << 15U;  // beside RowFlag

// What the characters of a line are.
struct Characters {
  uint32_t count = 0;
  uint32_t letters = 0;
  uint32_t cased = 0;
  uint32_t small = 0;
  uint16_t flags = 0;   // of RowFlag, and kHasColon
  bool address = true;  // it may have one: a colon or a point
};

// The flags that a character gives which is no letter, digit or blank.
uint16_t flags_of_mark(char32_t code, uint16_t kinds) noexcept {
  if (code == U'@') {
    return kHasMail;
  }
  if (is_bar(code)) {
    return kHasBar;
  }
  if (code == U'?' || code == U'!') {
    return kHasQuery;
  }
  const bool quote = (kinds & (kOpenQuote | kCloseQuote)) != 0 && code != U'\'' && code != 0x2019;
  return static_cast<uint16_t>(quote ? kHasQuote : 0);
}

struct NotAscii {
  template <typename Byte>
  auto operator()(Byte byte) const noexcept {
    constexpr uint8_t kLast = 0x7F;
    return byte > kLast;
  }
};

// What the characters beyond ASCII add.
void see_others(std::string_view visible, Characters* out) noexcept {
  uint32_t letters = 0;
  uint32_t cased = 0;
  uint32_t small = 0;
  uint32_t inner_bytes = 0;  // that begin no character
  uint16_t flags = 0;
  for (size_t at = 0; at < visible.size();) {
    if (static_cast<unsigned char>(visible[at]) < 0x80) {
      at = find_byte(visible, at, visible.size(), NotAscii());
      continue;
    }
    const CodePoint unit = decode(visible, at);
    const uint16_t kinds = char_flags(unit.value);
    at += unit.length;
    inner_bytes += unit.length - 1;
    if ((kinds & (kDigit | kLetter)) == kLetter) {
      ++letters;
      cased += (kinds & (kUpper | kLower)) != 0 ? 1U : 0U;
      small += (kinds & kLower) != 0 ? 1U : 0U;
    } else if ((kinds & kDigit) != 0) {
      flags |= kHasDigit;
    } else if ((kinds & kBlank) == 0) {
      flags = static_cast<uint16_t>(flags | flags_of_mark(unit.value, kinds) | (unit.value == 0xFF1A ? kHasColon : 0));
    }
  }
  out->count -= inner_bytes;
  out->letters += letters;
  out->cased += cased;
  out->small += small;
  out->flags = static_cast<uint16_t>(out->flags | flags);
}

// A colon between two digits.
bool has_clock(std::string_view visible, std::string_view colon) noexcept {
  for (size_t at = visible.find(colon, 1); at < visible.size(); at = visible.find(colon, at + 1)) {
    const size_t behind = at + colon.size();
    if (behind < visible.size() && has(decode(visible, behind).value, kDigit) &&
        has(decode_before(visible, at).value, kDigit)) {
      return true;
    }
  }
  return false;
}

// "www." is looked for from its point, which a line has fewer of.
bool has_www(std::string_view visible) noexcept {
  constexpr std::string_view kWww = "www";
  for (size_t at = visible.find('.'); at < visible.size(); at = visible.find('.', at + 1)) {
    if (at >= kWww.size() && visible.substr(at - kWww.size(), kWww.size()) == kWww) {
      return true;
    }
  }
  return false;
}

bool any_set(ByteBlock mask) noexcept {
  return bits_of(mask) != 0;
}

// text[at, end), sixteen bytes at most, with NULs behind them.
ByteBlock last_block(std::string_view text, size_t at, size_t end) noexcept {
  static constexpr uint8_t kKept[2 * sizeof(ByteBlock)] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                           0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  ByteBlock block{};
  if (text.size() - at < sizeof(block)) {
    std::memcpy(&block, text.data() + at, end - at);
    return block;
  }
  ByteBlock kept;
  std::memcpy(&kept, kKept + sizeof(kept) - (end - at), sizeof(kept));
  std::memcpy(&block, text.data() + at, sizeof(block));
  return block & kept;
}

// Sixteen bytes at a time, as find_byte (text/bytes.h).
Characters see_all(std::string_view text, size_t begin, size_t end) noexcept {
  const std::string_view visible = text.substr(begin, end - begin);
  const auto is = [](auto condition) { return reinterpret_cast<ByteBlock>(condition); };
  ByteBlock small{};
  ByteBlock upper{};
  ByteBlock other{};
  ByteBlock digit{};
  ByteBlock colon{};
  ByteBlock point{};
  ByteBlock mail{};
  ByteBlock bar{};
  ByteBlock query{};
  ByteBlock quote{};
  const auto see = [&](const ByteBlock& block) {
    other |= block;
    small -= is(static_cast<ByteBlock>(block - 'a') < 26);
    upper -= is(static_cast<ByteBlock>(block - 'A') < 26);
    digit |= is(static_cast<ByteBlock>(block - '0') < 10);
    colon |= is(block == ':');
    point |= is(block == '.');
    mail |= is(block == '@');
    bar |= is(block == '|');
    query |= is((block == '?') | (block == '!'));
    quote |= is((block == '"') | (block == '`'));
  };
  size_t at = 0;
  for (; visible.size() - at >= sizeof(ByteBlock); at += sizeof(ByteBlock)) {
    ByteBlock block;
    std::memcpy(&block, visible.data() + at, sizeof(block));
    see(block);
  }
  see(last_block(text, begin + at, end));  // NULs are nothing of what is counted
  Characters out;
  out.count = static_cast<uint32_t>(visible.size());
  out.address = any_set(colon | point);
  out.small = sum_of(small);
  out.letters = out.cased = out.small + sum_of(upper);
  out.flags = static_cast<uint16_t>((any_set(digit) ? kHasDigit : 0) | (any_set(mail) ? kHasMail : 0) |
                                    (any_set(bar) ? kHasBar : 0) | (any_set(query) ? kHasQuery : 0) |
                                    (any_set(quote) ? kHasQuote : 0) | (any_set(colon) ? kHasColon : 0));
  if (any_set(is(other > 0x7F))) {
    see_others(visible, &out);
  }
  if ((out.flags & kHasDigit) != 0 && (out.flags & kHasColon) != 0 &&
      (has_clock(visible, ":") || has_clock(visible, "\uFF1A"))) {
    out.flags |= kHasClock;
  }
  out.flags = static_cast<uint16_t>(out.flags & ~kHasColon);
  return out;
}

// Flags that single characters give.
void see_characters(std::string_view text, Row* row) noexcept {
  static_assert(kLongLine < 256 * sizeof(ByteBlock), "counts fit in a byte");
  const size_t end = std::min<size_t>(row->end, row->begin + kLongLine);
  const std::string_view visible = text.substr(row->begin, end - row->begin);
  const Characters seen = see_all(text, row->begin, end);
  row->characters = static_cast<uint16_t>(std::min<uint32_t>(seen.count, 0xFFFF));
  const bool url = seen.address && (visible.find("://") != std::string_view::npos || has_www(visible));
  row->flags = static_cast<uint16_t>(row->flags | seen.flags | (url ? kHasUrl : 0) |
                                     (seen.letters >= 4 && seen.cased > 0 && seen.small == 0 ? kAllCapitals : 0) |
                                     (seen.letters > 2 * seen.cased ? kUncased : 0));
}

void see_ends(std::string_view visible, Row* row) noexcept {
  const uint16_t first = char_flags(decode(visible, 0).value);
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

// What phrases ask of the words of a line; one of them serves all lines of a page.
struct LineOfWords {
  uint32_t hashes[kMaxLineWords];
  uint32_t nodes[kMaxLineWords];
  uint64_t in_capitals;  // a bit for each word
  static_assert(kMaxLineWords <= 64, "a bit for each word");

  uint32_t hash(size_t at) const noexcept { return hashes[at]; }
  uint32_t node(size_t at) const noexcept { return nodes[at]; }
  bool capitals(size_t at) const noexcept { return (in_capitals >> at & 1U) != 0; }
};

// A hash to which that of one more word is joined.
uint32_t join_hash(uint32_t hash, uint32_t word) noexcept {
  return hash_step(hash_step(hash, word & 0xFFFFU), word >> 16U);
}

// The words of a line by what the line reader kept of them; false: that does not say all.
bool see_kept_words(const Page& page, Row* row) noexcept {
  if (page.words == nullptr || !page.words->knows(row->line) || row->last_line != row->line) {
    return false;
  }
  const LineTokens& tokens = page.words->lines[row->line];
  if (!tokens.phrases_seen) {
    return false;
  }
  const uint32_t line = page.lines[row->line].begin;
  const uint32_t end = std::min<uint32_t>(row->end, row->begin + kLongLine);
  const Token* token = page.words->tokens.data() + tokens.first;
  uint32_t hash = kHashSeed;
  uint32_t all = 0;
  uint32_t unseen = 0;  // in runs of scripts without blanks
  uint32_t capitals = 0;
  uint32_t numbers = 0;
  const Token* const last = token + tokens.count;
  for (; token != last; ++token) {
    if ((token->flags & kTokenMark) != 0) {
      continue;
    }
    if (line + token->begin + token->length > end) {
      break;
    }
    ++all;
    unseen += words_in_run(page.text, line + token->begin, token->length) - 1;
    hash = join_hash(hash, token->hash);
    row->front = all == kFrontWords ? hash : row->front;
    if (all <= kMaxLineWords) {
      capitals += (token->flags & kTokenCapital) != 0 ? 1U : 0U;
      numbers += (token->flags & kTokenNumber) != 0 ? 1U : 0U;
    }
  }
  if (end != row->end) {
    if (all < kMaxLineWords) {
      return false;  // phrases were looked for behind the end too
    }
    // The word that is cut.
    WordCursor cut(page.text, token != last ? line + token->begin : end, end);
    for (Word word; cut.next(&word);) {
      ++all;
      hash = join_hash(hash, word.hash);
    }
    all += (row->end - end) / kBytesOfWord;
  }
  row->capitals = static_cast<uint16_t>(capitals);
  row->numbers = static_cast<uint16_t>(numbers);
  row->hash = hash;
  row->looked_at = static_cast<uint16_t>(std::min(all, kMaxLineWords));
  row->words = static_cast<uint16_t>(std::min<uint32_t>(all + unseen, 0xFFFF));
  row->terms.opens = tokens.phrases.opens;
  row->terms.holds = tokens.phrases.holds;
  row->terms.whole = all <= kMaxLineWords ? tokens.phrases.whole : 0;
  static_cast<PhraseValues&>(row->terms) = tokens.phrases;
  return true;
}

void see_words(const Page& page, LineOfWords* line, Row* row) {
  if (see_kept_words(page, row)) {
    return;
  }
  size_t count = 0;
  uint32_t capitals = 0;
  uint32_t numbers = 0;
  const size_t end = std::min<size_t>(row->end, row->begin + kLongLine);
  uint32_t hash = kHashSeed;
  uint32_t all = 0;
  uint32_t unseen = 0;
  line->in_capitals = 0;
  const auto see = [&](const Word& word, uint32_t first_word) {
    ++all;
    unseen += words_in_run(page.text, word.begin, word.end - word.begin) - 1;
    hash = join_hash(hash, word.hash);
    row->front = all == kFrontWords ? hash : row->front;
    if (count < kMaxLineWords) {
      line->hashes[count] = word.hash;
      line->nodes[count] = first_word;
      line->in_capitals |= uint64_t{word.all_capitals ? 1U : 0U} << count;
      capitals += word.capital ? 1U : 0U;
      numbers += word.kind == WordKind::kNumber ? 1U : 0U;
      ++count;
    }
  };
  each_word_of_line(page.text, page.lines, page.words, row->line, row->begin, end, see);
  row->capitals = static_cast<uint16_t>(capitals);
  row->numbers = static_cast<uint16_t>(numbers);
  row->hash = hash;
  row->looked_at = static_cast<uint16_t>(count);
  all += static_cast<uint32_t>((row->end - end) / kBytesOfWord);
  row->words = static_cast<uint16_t>(std::min<uint32_t>(all + unseen, 0xFFFF));
  row->terms = terms_of(*line, count);
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

// "The last ferry": a word that labels tags in another language opens a title in this one.
void unlabel(const Page& page, Row* row) {
  constexpr uint16_t kLeastWords = 4;
  const uint32_t label = term_bit(Term::kKeywords);
  if (row->role != Role::kKeywords || (row->terms.opens & label) == 0 || row->words < kLeastWords) {
    return;
  }
  const LineWords words(LineCursor(page.text, page.lines, page.words, row->line, row->begin, row->end));
  const PhraseMatch match = match_phrase(words, 0, Term::kKeywords, page.language);
  if (match.words == 1 && is_foreign(match, page.language) && page.text.substr(match.end, 1) != ":") {
    row->role = Role::kItemTitle;
    row->terms.opens &= ~label;
  }
}

// Of what begins in the line, which is not blank.
uint32_t last_line_of(const Page& page, uint32_t line) noexcept {
  while (line + 1 < page.lines.size() && page.roles[line + 1].goes_on && !page.lines[line + 1].blank) {
    ++line;
  }
  return line;
}

}  // namespace

Survey::Survey(const Page& page, std::pmr::memory_resource* memory) : rows(memory) {
  LineOfWords words;
  const auto shown = static_cast<size_t>(
      std::count_if(page.lines.begin(), page.lines.end(), [](const Line& line) { return !line.blank; }));
  rows.reserve(std::min<size_t>(shown, kMaxSurveyRows));
  size_t polled = 0;
  size_t paragraph = 0;
  for (uint32_t i = 0; i < page.lines.size() && rows.size() < kMaxSurveyRows; ++i) {
    while (paragraph < page.paragraphs.size() && page.paragraphs[paragraph].last_line < i) {
      ++paragraph;
    }
    if (page.lines[i].blank) {
      continue;
    }
    Row row;
    row.line = i;
    row.last_line = last_line_of(page, i);
    i = row.last_line;
    const std::string_view visible =
        trim(page.text.substr(page.lines[row.line].begin, page.lines[i].end - page.lines[row.line].begin));
    if (visible.empty()) {
      continue;
    }
    row.begin = offset_in(page.text, visible);
    row.end = static_cast<uint32_t>(row.begin + visible.size());
    row.role = page.roles[row.line].role;
    row.confidence = page.roles[row.line].confidence;
    see_ends(visible, &row);
    see_characters(page.text, &row);
    see_words(page, &words, &row);
    if (visible.size() > kLongLine) {
      row.characters = static_cast<uint16_t>(std::min<size_t>(row.characters + visible.size() - kLongLine, 0xFFFF));
    }
    unlabel(page, &row);
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

}  // namespace article
