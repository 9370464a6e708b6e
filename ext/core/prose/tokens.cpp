#include "core/prose/tokens.h"

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

void read_words(std::string_view text, const Sentence& sentence, LanguageId language, Tokens* tokens) {
  tokens->clear();
  WordCursor cursor(text, sentence.begin, sentence.end, true);
  Word word;
  uint32_t last_end = kNoPosition;
  while (tokens->size() < kMaxSentenceTokens && cursor.next(&word)) {
    ProseToken token;
    token.begin = word.begin;
    token.end = word.end;
    token.hash = word.hash;
    token.glued = word.begin == last_end;
    last_end = word.end;
    if (word.kind == WordKind::kPunctuation) {
      token.code = decode(text, word.begin).value;
    } else {
      token.word = true;
      token.number = word.kind == WordKind::kNumber;
      token.letters = static_cast<uint16_t>(word.letters < 0xFFFF ? word.letters : 0xFFFF);
      token.capital = word.capital;
      token.all_capitals = word.all_capitals;
      token.terms = token.number ? 0 : prose_terms(word.hash).mask(language);
      token.apostrophe = token.glued && !tokens->empty() && tokens->back().glued &&
                         (tokens->back().code == '\'' || tokens->back().code == 0x2019);
    }
    tokens->push_back(token);
  }
}

void mark_quotes(const std::pmr::vector<QuoteSpan>& quotes, Tokens* tokens) noexcept {
  size_t quote = 0;
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

void read_tokens(std::string_view text, const Sentence& sentence, LanguageId language,
                 const std::pmr::vector<QuoteSpan>& quotes, Tokens* tokens) {
  read_words(text, sentence, language, tokens);
  mark_quotes(quotes, tokens);
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
