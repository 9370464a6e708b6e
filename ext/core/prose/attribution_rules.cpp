// Rules of attribution for every language; see attribution.h.
//
// A cue verb outside quotation marks has its content in one of five places: the quotation before it, the quotation
// after it, the clause behind a complementizer, the clause before the comma before it, or the clause right behind it.
// What is left between content and cue, or behind the cue, is the source.
#include "core/prose/attribution.h"
#include "core/text/chars.h"

namespace article {

namespace {

constexpr uint32_t kNearTokens = 12;  // between a quotation and its cue

class Rules {
 public:
  Rules(const Tokens& tokens, LanguageId language)
      : tokens_(tokens), language_(language), size_(static_cast<uint32_t>(tokens.size())) {
    while (size_ > 0 && !tokens_[size_ - 1].word && tokens_[size_ - 1].quote == 0) {
      --size_;
    }
  }

  // A cue phrase ("according to") or cue verb that begins at token `at`.
  TokenRange cue_at(uint32_t at, bool* phrase) const noexcept {
    TokenRange best;
    ProseWalk walk;
    for (uint32_t i = at; i < size_ && i < at + 6 && tokens_[i].word && walk.step(tokens_[i].hash); ++i) {
      const ProseTerms terms = walk.terms();
      if (terms.has(ProseTerm::kCuePhrase, language_)) {
        best = {at, i + 1};
        *phrase = true;
      } else if (terms.has(ProseTerm::kCueVerb, language_)) {
        best = {at, i + 1};
        *phrase = false;
      }
    }
    return best;
  }

  bool attribute(TokenRange cue, bool phrase, Attribution* out) const noexcept {
    out->cue = cue;
    return phrase ? by_phrase(cue, out) : by_verb(cue, out);
  }

 private:
  bool punctuation(uint32_t at, char32_t code) const noexcept { return at < size_ && tokens_[at].code == code; }
  bool comma(uint32_t at) const noexcept {
    return at < size_ && !tokens_[at].word &&
           (tokens_[at].code == ',' || tokens_[at].code == 0x060C || tokens_[at].code == 0xFF0C);
  }
  bool breaks(uint32_t at) const noexcept {  // ends a source
    const char32_t code = tokens_[at].code;
    return tokens_[at].quote != 0 || (!tokens_[at].word && (comma(at) || code == ':' || code == ';' || code == '(' ||
                                                            code == ')' || (has(code, kDash) && !tokens_[at].glued)));
  }

  // "according to X, S" and "S, according to X"
  bool by_phrase(TokenRange cue, Attribution* out) const noexcept {
    if (has_sentence_rule(language_, ProseValue::kVerbLast)) {
      return by_postposition(cue, out);
    }
    uint32_t end = cue.end;
    while (end < size_ && !breaks(end)) {
      ++end;
    }
    if (end == cue.end) {
      return false;
    }
    if ((end == size_ || tokens_[end].quote != 0) && cue.begin == 0) {
      end = end_of_name(cue.end);  // "Volgens X is S": the verb comes before the subject, without a comma
    } else {
      end = end_of_apposition(end);
    }
    out->source = {cue.end, end};
    uint32_t before = cue.begin;
    while (before > 0 && !tokens_[before - 1].word && tokens_[before - 1].quote != 2) {
      --before;
    }
    if (before > 2) {
      out->content = {first_content(0), before};
    } else {
      const uint32_t begin = end < size_ && !tokens_[end].word && tokens_[end].quote == 0 ? end + 1 : end;
      out->content = {begin, size_};
    }
    return !out->content.empty();
  }

  // "Según el ministro, Pedro Salas, S": behind a name between commas; `at` where none is.
  uint32_t end_of_apposition(uint32_t at) const noexcept {
    constexpr uint32_t kLongest = 5;  // words of a name
    uint32_t end = at + 1;
    while (end < size_ && end <= at + kLongest && tokens_[end].word &&
           (tokens_[end].capital || tokens_[end].is(ProseTerm::kNameParticle))) {
      ++end;
    }
    return comma(at) && end > at + 1 && comma(end) ? end : at;
  }

  // "X göre S", "X görə, S": where verbs come last, the phrase follows its source.
  bool by_postposition(TokenRange cue, Attribution* out) const noexcept {
    out->source = preceding(cue.begin);
    out->content = {first_content(cue.end), size_};
    return !out->source.empty() && !out->content.empty();
  }

  // Behind the first run of capitals.
  uint32_t end_of_name(uint32_t at) const noexcept {
    while (at < size_ && !tokens_[at].capital) {
      ++at;
    }
    while (at < size_ && tokens_[at].word && (tokens_[at].capital || tokens_[at].is(ProseTerm::kNameParticle))) {
      ++at;
    }
    return at;
  }

  uint32_t first_content(uint32_t at) const noexcept {
    while (at < size_ && !tokens_[at].word && tokens_[at].quote == 0) {
      ++at;
    }
    return at;
  }

  bool by_verb(TokenRange cue, Attribution* out) const noexcept {
    if (cue.begin > 0 && tokens_[cue.begin].glued && tokens_[cue.begin - 1].code == '-') {
      return false;  // so-called
    }
    return dialogue(cue, out) || quote_before(cue, out) || quote_after(cue, out) || clause_after(cue, out) ||
           clause_before(cue, out) || clause_between(cue, out) || bare_clause_after(cue, out);
  }

  bool dash(uint32_t at) const noexcept {
    return at < size_ && (tokens_[at].code == 0x2014 || tokens_[at].code == 0x2013 || tokens_[at].code == 0x2015);
  }

  // "— S, said X.", "— S! — said X. — T", "—S —said X—. T": a line that opens with a dash, and the cue right behind S.
  bool dialogue(TokenRange cue, Attribution* out) const noexcept {
    if (!dash(0) || cue.begin < 3) {
      return false;
    }
    uint32_t end = cue.begin;
    while (end > 2 && cue.begin - end < 3 && tokens_[end - 1].word && tokens_[end - 1].is(ProseTerm::kAuxiliary)) {
      --end;
    }
    const uint32_t behind = end;
    while (end > 1 && !tokens_[end - 1].word && tokens_[end - 1].quote == 0) {
      --end;
    }
    out->source = following(cue.end);
    out->content = {1, end};
    out->dialogue = end < behind && end > 1 && !out->source.empty();
    return out->dialogue;
  }

  // "X, S said" where verbs come last.
  bool clause_between(TokenRange cue, Attribution* out) const noexcept {
    if (!has_sentence_rule(language_, ProseValue::kVerbLast) || cue.end + 1 < size_) {
      return false;
    }
    uint32_t at = 0;
    while (at < cue.begin && at < kNearTokens && !comma(at)) {
      ++at;
    }
    if (at == 0 || at >= cue.begin || !comma(at)) {
      return false;
    }
    out->source = trimmed({0, at});
    out->content = {first_content(at), cue.begin};
    return !out->source.empty() && !out->content.empty();
  }

  // `"S," X said`, `"S," said X`
  bool quote_before(TokenRange cue, Attribution* out) const noexcept {
    uint32_t at = cue.begin;
    while (at > 0 && cue.begin - at < kNearTokens && tokens_[at - 1].quote == 0) {
      --at;
    }
    if (at == 0 || tokens_[at - 1].quote != 2 || tokens_[at - 1].end > tokens_[at].begin) {
      return false;
    }
    uint32_t begin = at - 1;
    while (begin > 0 && tokens_[begin - 1].quote == 1) {
      --begin;
    }
    // "word" in the middle of a clause whose verb is the cue: no content.
    const bool stop_inside = at >= 2 && !tokens_[at - 2].word && tokens_[at - 2].quote != 0;
    if (!stop_inside && !comma(at) && !(has(tokens_[at].code, kDash)) && begin > 1) {
      return false;
    }
    out->content = {begin, at - 1};
    out->source = between(at, cue.begin);
    if (out->source.empty()) {
      out->source = following(cue.end);
    }
    return !out->content.empty();
  }

  // `X said: "S"`, `X said that it "S"`
  bool quote_after(TokenRange cue, Attribution* out) const noexcept {
    uint32_t at = cue.end;
    while (at < size_ && at - cue.end < kNearTokens && tokens_[at].quote == 0 &&
           !tokens_[at].is(ProseTerm::kComplementizer)) {
      ++at;
    }
    if (at >= size_ || tokens_[at].quote != 2 || at - cue.end >= kNearTokens) {
      return false;
    }
    if (at > cue.end && tokens_[at - 1].word && at - cue.end > 1) {
      return false;  // part of a clause
    }
    uint32_t end = at + 1;
    while (end < size_ && tokens_[end].quote == 1) {
      ++end;
    }
    if (at == cue.end && end - at < 5 && size_ > end + 2) {
      return false;  // a term: so-called "..."
    }
    out->content = {at + 1, end};
    out->source = preceding(cue.begin);
    if (out->source.empty()) {
      out->source = between(cue.end, at);
    }
    return !out->content.empty();
  }

  // "X said (Friday) that S"
  bool clause_after(TokenRange cue, Attribution* out) const noexcept {
    uint32_t at = cue.end;
    while (at < size_ && at - cue.end < 6 && !tokens_[at].is(ProseTerm::kComplementizer)) {
      ++at;
    }
    if (at >= size_ || !tokens_[at].is(ProseTerm::kComplementizer)) {
      return false;
    }
    out->content = {at, size_};
    out->source = preceding(cue.begin);
    return out->content.end > at + 1;
  }

  // "S, X said." and "S, said X."
  bool clause_before(TokenRange cue, Attribution* out) const noexcept {
    uint32_t at = cue.begin;
    while (at > 0 && cue.begin - at < kNearTokens && !comma(at - 1)) {
      --at;
    }
    if (at < 4 || !comma(at - 1) || size_ - cue.end > kNearTokens) {
      return false;
    }
    const TokenRange before = between(at, cue.begin);
    const TokenRange after = following(cue.end);
    if (before.empty() == after.empty()) {
      return false;
    }
    out->source = before.empty() ? after : before;
    out->content = {first_content(0), at - 1};
    return tokens_[out->source.begin].capital || tokens_[out->source.begin].is(ProseTerm::kPronoun) ||
           tokens_[out->source.begin].is(ProseTerm::kDeterminer);
  }

  // "X said S"
  bool bare_clause_after(TokenRange cue, Attribution* out) const noexcept {
    out->source = preceding(cue.begin);
    out->content = {first_content(cue.end), size_};
    return !out->source.empty() && size_ - cue.end > 3;
  }

  // The words right before the cue, back to a break.
  TokenRange preceding(uint32_t end) const noexcept {
    uint32_t begin = end;
    while (begin > 0 && !breaks(begin - 1) && !tokens_[begin - 1].is(ProseTerm::kComplementizer)) {
      --begin;
    }
    if (begin == end && end > 2 && comma(end - 1)) {
      return preceding_apposition(end - 1);
    }
    return trimmed({begin, end});
  }

  // "X, noting that S, stressed": the words before the comma before.
  TokenRange preceding_apposition(uint32_t end) const noexcept {
    uint32_t at = end;
    while (at > 0 && !comma(at - 1)) {
      --at;
    }
    if (at == 0) {
      return {};
    }
    uint32_t begin = at - 1;
    while (begin > 0 && !breaks(begin - 1)) {
      --begin;
    }
    return trimmed({begin, at - 1});
  }

  TokenRange following(uint32_t begin) const noexcept {
    uint32_t end = begin;
    while (end < size_ && !breaks(end)) {
      ++end;
    }
    return trimmed({begin, end});
  }

  TokenRange between(uint32_t begin, uint32_t end) const noexcept {
    while (begin < end && breaks(begin)) {
      ++begin;
    }
    uint32_t at = begin;
    while (at < end && !breaks(at)) {
      ++at;
    }
    return trimmed({begin, at});
  }

  // Without what is no part of a source: "a déclaré", "deyə", "am Montag".
  TokenRange trimmed(TokenRange range) const noexcept {
    while (range.begin < range.end && outside(range.begin)) {
      ++range.begin;
    }
    while (range.begin < range.end && outside(range.end - 1)) {
      --range.end;
    }
    uint32_t at = range.begin;
    while (at < range.end && !tokens_[at].capital) {
      ++at;
    }
    while (++at < range.end) {
      if (tokens_[at].is(ProseTerm::kDayName) || (tokens_[at].capital && tokens_[at].is(ProseTerm::kNotName))) {
        range.end = without_preposition(range.begin, at);
      }
    }
    return range;
  }

  // "am Montag", "na quinta-feira", "el jueves": small short words before a day belong to it.
  uint32_t without_preposition(uint32_t begin, uint32_t end) const noexcept {
    for (uint32_t i = 0; i < 2 && end > begin + 1 && !tokens_[end - 1].capital && tokens_[end - 1].letters < 4; ++i) {
      --end;
    }
    return end;
  }
  bool outside(uint32_t at) const noexcept {
    return !tokens_[at].word || tokens_[at].is(ProseTerm::kAuxiliary) || tokens_[at].is(ProseTerm::kComplementizer);
  }

  const Tokens& tokens_;
  LanguageId language_;
  uint32_t size_;
};

}  // namespace

void find_attributions_by_rule(const Tokens& tokens, LanguageId language, std::pmr::vector<Attribution>* found) {
  const Rules rules(tokens, language);
  for (uint32_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].quote != 0 || !tokens[at].word) {
      continue;
    }
    bool phrase = false;
    const TokenRange cue = rules.cue_at(at, &phrase);
    if (cue.empty()) {
      continue;
    }
    Attribution attribution;
    if (rules.attribute(cue, phrase, &attribution)) {
      found->push_back(attribution);
    }
    at = cue.end - 1;
  }
}

}  // namespace article
