#include "core/prose/tokens.h"

#include <algorithm>

#include "core/limits.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

void find_quote_spans(std::string_view text, const ProseBlock& block, const std::pmr::vector<MarkPair>& marks,
                      std::pmr::vector<QuoteSpan>* quotes) {
  quotes->clear();
  uint32_t covered = block.begin;
  for (const MarkPair& pair : marks) {
    const bool quotation =
        pair.kind == MarkKind::kDoubleQuote || (pair.kind == MarkKind::kSingleQuote && pair.closed());
    if (!quotation || pair.open_begin < covered) {
      continue;
    }
    QuoteSpan span{pair.open_begin, pair.open_end, pair.close_begin, pair.close_end, pair.closed()};
    if (!pair.closed()) {
      const bool directed = text[pair.open_begin] != '"' && text[pair.open_begin] != '`';
      if (pair.open_begin != block.begin && !directed) {
        continue;  // a stray mark inside the block
      }
      span.end = span.mark_end = block.end;
    }
    while (span.begin < span.end && has(decode(text, span.begin).value, kBlank)) {
      span.begin += decode(text, span.begin).length;
    }
    while (span.begin < span.end && has(decode_before(text, span.end).value, kBlank)) {
      span.end -= decode_before(text, span.end).length;
    }
    quotes->push_back(span);
    covered = span.mark_end;
  }
}

namespace {

// A word of ASCII letters at `at`, which is a letter; false where another character goes on with it.
bool read_ascii_word(std::string_view text, uint32_t at, uint32_t end, ProseToken* token) noexcept {
  end = end - at < kMaxWordBytes ? end : at + static_cast<uint32_t>(kMaxWordBytes);
  uint32_t hash = kHashSeed;
  uint32_t small = 0;
  token->begin = at;
  token->capital = (kCharTable.info[static_cast<unsigned char>(text[at])].flags & kUpper) != 0;
  for (; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CharInfo info = kCharTable.info[byte];
    if (byte >= 0x80) {
      return false;
    }
    if ((info.flags & kLetter) == 0) {
      break;
    }
    hash = hash_step(hash, info.folded);
    small += (info.flags & kLower) != 0 ? 1U : 0U;
  }
  const uint32_t letters = at - token->begin;
  token->end = at;
  token->hash = hash;
  token->letters = static_cast<uint16_t>(letters < 0xFFFF ? letters : 0xFFFF);
  token->word = true;
  token->all_capitals = letters >= 2 && small == 0;
  return true;
}

// Any other word or character at `at` or behind it; false at the end.
bool read_any(std::string_view text, uint32_t at, uint32_t end, ProseToken* token) noexcept {
  WordCursor cursor(text, at, end, true);
  Word word;
  if (!cursor.next(&word)) {
    return false;
  }
  token->begin = word.begin;
  token->end = word.end;
  token->hash = word.hash;
  if (word.kind == WordKind::kPunctuation) {
    token->code = decode(text, word.begin).value;
    return true;
  }
  token->word = true;
  token->number = word.kind == WordKind::kNumber;
  token->letters = static_cast<uint16_t>(word.letters < 0xFFFF ? word.letters : 0xFFFF);
  token->capital = word.capital;
  token->all_capitals = word.all_capitals;
  return true;
}

}  // namespace

WordReader::WordReader(std::string_view text, LanguageId language) noexcept : text_(text), language_(language) {
  remembered_[0].terms = prose_terms(0).mask(language);
}

uint32_t WordReader::terms_of(uint32_t hash) noexcept {
  Remembered& known = remembered_[hash % kRemembered];
  if (known.hash != hash) {
    known = {hash, prose_terms(hash).mask(language_)};
  }
  return known.terms;
}

void WordReader::read(const Sentence& sentence, Tokens* tokens) {
  tokens->clear();
  uint32_t last_end = kNoPosition;
  for (uint32_t at = sentence.begin; at < sentence.end && tokens->size() < kMaxSentenceTokens;) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte == ' ') {
      ++at;
      continue;
    }
    ProseToken token;
    const bool letter = byte < 0x80 && (kCharTable.info[byte].flags & kLetter) != 0;
    if (!(letter && read_ascii_word(text_, at, sentence.end, &token))) {
      token = ProseToken{};
      if (!read_any(text_, at, sentence.end, &token)) {
        return;
      }
    }
    at = token.end;
    token.glued = token.begin == last_end;
    last_end = token.end;
    if (token.word) {
      token.terms = token.number ? 0 : terms_of(token.hash);
      token.apostrophe = token.glued && !tokens->empty() && tokens->back().glued && tokens->back().is_apostrophe() &&
                         (!token.capital || token.letters < 2);
    }
    tokens->push_back(token);
  }
}

size_t first_quote_behind(const std::pmr::vector<QuoteSpan>& quotes, uint32_t at) noexcept {
  const auto first = std::upper_bound(quotes.begin(), quotes.end(), at,
                                      [](uint32_t value, const QuoteSpan& span) { return value < span.mark_end; });
  return static_cast<size_t>(first - quotes.begin());
}

void mark_quotes(const std::pmr::vector<QuoteSpan>& quotes, Tokens* tokens) noexcept {
  size_t quote = tokens->empty() ? 0 : first_quote_behind(quotes, tokens->front().begin);
  const ProseToken* last = nullptr;
  for (ProseToken& token : *tokens) {
    while (quote < quotes.size() && quotes[quote].mark_end <= token.begin) {
      ++quote;
    }
    if (quote < quotes.size() && quotes[quote].mark_begin <= token.begin) {
      token.quote = token.begin >= quotes[quote].begin && token.begin < quotes[quote].end ? 1 : 2;
    }
    if (last != nullptr) {
      token.commas = static_cast<uint16_t>(last->commas + (last->code == ',' ? 1 : 0));
      token.marks = static_cast<uint16_t>(last->marks + (last->quote == 2 ? 1 : 0));
      token.verbs = static_cast<uint16_t>(last->verbs + (last->is(ProseTerm::kCueVerb) ? 1 : 0));
      token.thats = static_cast<uint16_t>(last->thats + (last->is(ProseTerm::kComplementizer) ? 1 : 0));
    }
    last = &token;
  }
}

void KeptTokens::keep(const Tokens& tokens) {
  full_ = full_ || tokens_.size() + tokens.size() > kMost;
  if (!full_) {
    tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
    ends_.push_back(static_cast<uint32_t>(tokens_.size()));
  }
}

bool KeptTokens::get(size_t sentence, Tokens* tokens) const {
  if (sentence >= ends_.size()) {
    return false;
  }
  const auto begin = static_cast<std::ptrdiff_t>(sentence == 0 ? 0 : ends_[sentence - 1]);
  tokens->assign(tokens_.begin() + begin, tokens_.begin() + static_cast<std::ptrdiff_t>(ends_[sentence]));
  return true;
}

}  // namespace article
