#include "core/fields/name_tokens.h"

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// "McCarthy", "DeSantis", "LeBron": a capital inside is part of the name after these beginnings.
bool is_name_prefix(std::string_view front) noexcept {
  for (const char* known :
       {"Mc",  "Mac", "De",  "Di",     "Da",  "Du", "La", "Le", "Lo", "Van", "Von", "Fitz", "St",  "El",  "Al",
        "Del", "Dos", "Des", "Vander", "Ben", "Ma", "Jo", "Ja", "Ke", "An",  "Ka",  "Mag",  "Mic", "Ter", "Ten"}) {
    if (front == known) {
      return true;
    }
  }
  return front.size() < 2;
}

}  // namespace

size_t glue_point(std::string_view word) noexcept {
  bool small = false;
  for (size_t at = 0; at < word.size();) {
    const CodePoint unit = decode(word, at);
    const uint16_t flags = char_flags(unit.value);
    if (small && (flags & kUpper) != 0 && !is_name_prefix(word.substr(0, at))) {
      return at;
    }
    small = (flags & kLower) != 0;
    at += unit.length;
  }
  return 0;
}

void NameTokens::push(std::string_view text, const Word& word, bool skipped) noexcept {
  NameToken token;
  token.word = word;
  token.blank_before = count == 0 || word.begin > at[count - 1].word.end;
  if (skipped) {
    token.kind = TokenKind::kJunk;
  } else if (word.kind == WordKind::kPunctuation) {
    token.kind = TokenKind::kMark;
    token.code = decode(text, word.begin).value;
  } else if (word.kind == WordKind::kNumber) {
    token.kind = TokenKind::kNumber;
  }
  NameToken* before = count > 0 ? &at[count - 1] : nullptr;
  if (token.kind == TokenKind::kWord && word.kind == WordKind::kIdeograph && before != nullptr &&
      before->kind == TokenKind::kWord && before->word.kind == WordKind::kIdeograph && !token.blank_before) {
    // Names of these scripts have no blanks inside.
    before->word.end = word.end;
    ++before->word.letters;
    return;
  }
  const std::string_view bytes = text.substr(word.begin, word.end - word.begin);
  push_parts(text, token, token.kind == TokenKind::kWord ? glue_point(bytes) : 0);
}

void NameTokens::push_parts(std::string_view text, const NameToken& token, size_t glue) noexcept {
  at[count++] = token;
  if (glue == 0 || count == kMaxNameTokens) {
    return;
  }
  const Word whole = token.word;
  WordCursor front(text, whole.begin, whole.begin + glue);
  WordCursor back(text, whole.begin + glue, whole.end);
  front.next(&at[count - 1].word);
  NameToken second = token;
  back.next(&second.word);
  second.blank_before = false;
  second.glued = true;
  at[count++] = second;
}

void NameTokens::mark_addresses() noexcept {
  for (size_t first = 0; first < count;) {
    size_t last = first + 1;
    size_t sign = at[first].is_mark(U'@') ? first : kMaxNameTokens;
    bool host = false;  // a point stands behind the sign
    bool address = false;
    while (last < count && !at[last].blank_before) {
      sign = sign == kMaxNameTokens && at[last].is_mark(U'@') ? last : sign;
      host = host || (sign < last && at[last].is_mark(U'.'));
      address =
          address || (last >= 2 && at[last].is_mark(U'/') && at[last - 1].is_mark(U'/') && at[last - 2].is_mark(U':'));
      ++last;
    }
    // "bea@example.org" is an address, of "Bea Editor@beaed" only the handle.
    const size_t from = address || (sign != kMaxNameTokens && host) ? first : sign;
    for (size_t i = from; i < last; ++i) {
      at[i].kind = TokenKind::kJunk;
    }
    first = last;
  }
}

}  // namespace article
