#include "core/features/scan.h"

#include <algorithm>
#include <cstring>

#include "core/features/limits.h"
#include "core/lexicon.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

// Marks that are kept as tokens: they tell menus, credits, handles and prices from prose.
bool is_telling_mark(char32_t code) noexcept {
  switch (code) {
    case '|':
    case '/':
    case ':':
    case '@':
    case '#':
    case '$':
    case '?':
    case '!':
    case '+':
    case '%':
    case '&':
    case 0xA9:    // ©
    case 0xAB:    // «
    case 0xB7:    // ·
    case 0xBB:    // »
    case 0x203A:  // ›
    case 0x2022:  // •
    case 0x2026:  // …
    case 0x20AC:  // €
    case 0x2014:  // em dash
    case 0x2013:
    case 0x2192:
    case 0x25B6:
      return true;
    default:
      return false;
  }
}

bool is_separator(char32_t code) noexcept {
  return code == '|' || code == '/' || code == 0x203A || code == 0xBB || code == 0x2022 || code == 0xB7 ||
         code == '>' || code == 0x2192;
}

bool is_comma(char32_t code) noexcept {
  return code == ',' || code == 0x60C || code == 0x3001 || code == 0xFF0C || code == ';' || code == 0x61B ||
         code == 0xFF1B;
}

Ending ending_of(char32_t code, uint16_t flags, Ending before) noexcept {
  const bool after_sentence =
      before == Ending::kSentence || before == Ending::kEllipsis || before == Ending::kSentenceQuote;
  if ((flags & kSentenceEnd) != 0) {
    return code == 0x2026 || (code == '.' && after_sentence) ? Ending::kEllipsis : Ending::kSentence;
  }
  if ((flags & (kOpenQuote | kCloseQuote)) != 0) {
    return after_sentence ? Ending::kSentenceQuote : Ending::kQuote;
  }
  if (code == ')' || code == ']' || code == 0xFF09) {
    return after_sentence ? Ending::kSentenceQuote : Ending::kParenthesis;
  }
  if ((flags & kLetter) != 0) {
    return Ending::kLetter;
  }
  if ((flags & kDigit) != 0) {
    return Ending::kDigit;
  }
  if ((flags & kDash) != 0) {
    return Ending::kDash;
  }
  if (code == ':' || code == 0xFF1A) {
    return Ending::kColon;
  }
  return is_comma(code) ? Ending::kComma : Ending::kMark;
}

constexpr uint32_t kColon = hash_step(kHashSeed, ':');
constexpr uint32_t kSlash = hash_step(kHashSeed, '/');

}  // namespace

Opening opening_of(char32_t code, uint16_t flags) noexcept {
  if ((flags & kUpper) != 0) {
    return Opening::kUpper;
  }
  if ((flags & kLower) != 0) {
    return Opening::kLower;
  }
  if ((flags & kLetter) != 0) {
    return Opening::kUncased;
  }
  if ((flags & kDigit) != 0) {
    return Opening::kDigit;
  }
  if ((flags & (kOpenQuote | kCloseQuote)) != 0) {
    return Opening::kQuote;
  }
  if ((flags & kDash) != 0) {
    return Opening::kDash;
  }
  return code == 0x2022 || code == '*' || code == 0xB7 || code == 0x25AA || code == 0x25CF ? Opening::kBullet
                                                                                           : Opening::kMark;
}

void UnitScanner::poll_if_due() {
  if (at_ >= poll_at_) {
    interrupt_.poll();
    poll_at_ = at_ + kPollBytes;
  }
}

void UnitScanner::read_number(UnitStats* stats) {
  const size_t begin = at_;
  size_t end = at_;
  uint32_t hash = kHashSeed;
  uint32_t digits = 0;
  uint32_t value = 0;
  for (; at_ < text_.size(); poll_if_due()) {
    const CodePoint unit = decode(text_, at_);
    if (fold_drops(unit.value)) {
      at_ += unit.length;
      continue;
    }
    const uint16_t flags = char_flags(unit.value);
    if ((flags & kDigit) == 0) {
      break;
    }
    known_ = known_ && end == at_;  // text/words.h has two numbers there
    see_character(unit.value, flags, stats);
    const auto digit = static_cast<uint32_t>(digit_value(unit.value));
    hash = hash_step(hash, U'0' + digit);
    ++digits;
    value = std::min(value * 10 + digit, 99999U);
    at_ += unit.length;
    end = at_;
  }
  ++stats->numbers;
  stats->digits += digits;
  if (Token* token = push(hash, stats)) {
    token->value = static_cast<uint16_t>(digits <= 4 ? value : 0);
    token->begin = static_cast<uint16_t>(begin - begin_);
    token->length = static_cast<uint16_t>(end - begin);
    token->letters = static_cast<uint8_t>(std::min(digits, 255U));
    token->flags = kTokenNumber;
  }
}

void UnitScanner::mark(char32_t code, uint16_t flags, UnitStats* stats) {
  ++stats->marks;
  stats->commas += is_comma(code) ? 1U : 0U;
  stats->quotes += (flags & (kOpenQuote | kCloseQuote)) != 0 ? 1U : 0U;
  stats->separators += is_separator(code) ? 1U : 0U;
  stats->colons += code == ':' ? 1U : 0U;
  stats->parentheses += code == '(' || code == 0xFF08 ? 1U : 0U;
  stats->questions += code == '?' || code == '!' ? 1U : 0U;
  if (is_telling_mark(code)) {
    if (Token* token = push(hash_step(kHashSeed, code), stats)) {
      token->letters = 1;
      token->flags = kTokenMark;
      stats->handle = stats->handle || code == '@';
    }
  }
}

// Everything about one visible character that is not about words.
void UnitScanner::see_character(char32_t code, uint16_t flags, UnitStats* stats) {
  if (stats->characters == 0) {
    stats->opening = opening_of(code, flags);
    stats->ending = Ending::kMark;
  }
  ++stats->characters;
  stats->ending = ending_of(code, flags, stats->ending);
  if ((flags & kSentenceEnd) != 0) {
    if (code >= 0x3000) {
      ++stats->sentence_ends;  // no blank follows in these scripts
    } else {
      sentence_end_pending_ = true;
    }
  } else if ((flags & (kOpenQuote | kCloseQuote)) == 0 && code != ')') {
    sentence_end_pending_ = false;
  }
}

LineTokens UnitScanner::add(size_t begin, size_t end, UnitStats* stats) {
  LineTokens out;
  out.first = static_cast<uint32_t>(token_count_);
  text_ = whole_.substr(0, end);
  begin_ = at_ = begin;
  poll_at_ = begin + kPollBytes;
  known_ = end - begin <= UINT16_MAX;
  for (; at_ < end; poll_if_due()) {
    if (text_[at_] == ' ') {
      stats->sentence_ends += sentence_end_pending_ ? 1U : 0U;
      sentence_end_pending_ = false;
      ++at_;
      continue;
    }
    const CodePoint unit = decode(text_, at_);
    const uint16_t flags = char_flags(unit.value);
    if ((flags & kDropped) != 0) {
      at_ += unit.length;
      continue;
    }
    if ((flags & kBlank) != 0) {
      stats->sentence_ends += sentence_end_pending_ ? 1U : 0U;
      sentence_end_pending_ = false;
      at_ += unit.length;
    } else if ((flags & (kLetter | kIdeograph)) == kLetter) {
      read_word(stats);
    } else if ((flags & kDigit) != 0) {
      read_number(stats);
    } else {
      see_character(unit.value, flags, stats);
      at_ += unit.length;
      if ((flags & kIdeograph) != 0) {
        ++stats->ideographs;
        const uint32_t hash = hash_step(kHashSeed, fold(unit.value));
        if (Token* token = push(hash, stats)) {
          token->value = static_cast<uint16_t>(first_word_node(hash));
          token->begin = static_cast<uint16_t>(at_ - unit.length - begin_);
          token->length = static_cast<uint16_t>(unit.length);
          token->letters = 1;
          token->flags = kTokenIdeograph;
        }
      } else if ((flags & kPunctuation) != 0) {
        mark(unit.value, flags, stats);
      }
    }
  }
  stats->sentence_ends += sentence_end_pending_ ? 1U : 0U;
  sentence_end_pending_ = false;
  out.count = static_cast<uint16_t>(token_count_ - out.first);
  out.known = known_;
  return out;
}

namespace {

bool is_year(const Token& token) noexcept {
  return (token.flags & kTokenNumber) != 0 && token.letters == 4 && token.value >= 1900 && token.value < 2100;
}

// 12:31
bool is_clock(const Token* tokens, uint32_t count) noexcept {
  return count >= 3 && tokens[0].letters <= 2 && tokens[1].hash == kColon && (tokens[2].flags & kTokenNumber) != 0 &&
         tokens[2].letters == 2;
}

// 7.11.2019, 07/11/19, 2019-11-07
bool is_numeric_date(const Token* tokens, uint32_t count) noexcept {
  const Token* parts[3] = {};
  uint32_t found = 0;
  for (uint32_t i = 0; i < count && i < 5 && found < 3; ++i) {
    if ((tokens[i].flags & kTokenNumber) != 0) {
      parts[found++] = tokens + i;
    } else if (tokens[i].hash != kSlash) {
      return false;
    }
  }
  return found == 3 && (is_year(*parts[0]) || parts[0]->letters <= 2) && parts[1]->letters <= 2 &&
         (parts[2]->letters <= 2 || is_year(*parts[2])) && parts[1]->value <= 31;
}

uint32_t shape_of(const Token* tokens, uint32_t count) noexcept {
  uint32_t shape = kHashSeed;
  for (uint32_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    const uint32_t kind = (token.flags & kTokenMark) != 0     ? token.hash
                          : (token.flags & kTokenNumber) != 0 ? 1U
                                                              : 2U + (token.flags & kTokenCapital);
    shape = mix_hash(shape, kind);
  }
  return shape;
}

}  // namespace

void UnitScanner::finish(UnitStats* stats) const noexcept {
  const Token* tokens = tokens_->data() + stats->first_token;
  const uint32_t count = stats->tokens;
  for (uint32_t i = 0; i < count && stats->numbers != 0; ++i) {
    const Token& token = tokens[i];
    if ((token.flags & kTokenNumber) != 0) {
      stats->year = stats->year || is_year(token);
      stats->clock = stats->clock || is_clock(tokens + i, count - i);
      stats->numeric_date = stats->numeric_date || is_numeric_date(tokens + i, count - i);
    }
  }
  stats->ago_like = count <= 5 && count >= 2 && stats->numbers == 1 && stats->words >= 1;
  stats->shape = count <= kMaxShapeTokens ? shape_of(tokens, count) : 0;
}

}  // namespace article
