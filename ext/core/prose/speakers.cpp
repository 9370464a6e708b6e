#include "core/prose/speakers.h"

#include <algorithm>

#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

// Bytes behind the last speaker within which a pronoun is him or her, whoever else was named since: a paragraph or two.
constexpr uint32_t kSpeakerReach = 600;
constexpr uint32_t kPronounNames = 24;  // names before a pronoun that are looked at
constexpr uint32_t kOfficeNames = 500;  // names before and behind an office that are looked at: an article has fewer
constexpr uint32_t kOfficeTokens = 6;   // "the visiting Norlandish deputy prime minister"

bool by_begin(const Name& name, uint32_t value) noexcept {
  return name.begin < value;
}

bool is_stopword(uint32_t hash, LanguageId language) noexcept {
  PhraseWalk walk;
  if (!walk.step(hash)) {
    return false;
  }
  const PhraseRange range = walk.entries();
  return std::any_of(range.begin, range.end, [&](const PhraseEntry& entry) {
    return entry.term == Term::kStopword && entry.language == language;
  });
}

// "Ana Ruiz, who said": whom the pronoun stands for, from the article or the first capital before it on; as it is where
// there is neither.
TokenRange antecedent(const Tokens& tokens, TokenRange pronoun) noexcept {
  static const uint32_t who = hash_word("who");
  if (pronoun.end != pronoun.begin + 1 || tokens[pronoun.begin].hash != who) {
    return pronoun;
  }
  const uint32_t comma = pronoun.begin > 0 && tokens[pronoun.begin - 1].code == ',' ? 1 : 0;
  const uint32_t end = pronoun.begin - comma;
  const TokenRange phrase = phrase_before(tokens, end);
  return phrase.empty() ? pronoun : phrase;
}

}  // namespace

TokenRange phrase_before(const Tokens& tokens, uint32_t end) noexcept {
  constexpr uint32_t kLongest = 6;
  uint32_t name = end;
  for (uint32_t at = end; at > 0 && end - at < kLongest && tokens[at - 1].word; --at) {
    if (tokens[at - 1].is(ProseTerm::kDeterminer)) {
      return {at - 1, end};
    }
    if (name < end && !tokens[at - 1].capital) {
      break;
    }
    name = tokens[at - 1].capital ? at - 1 : name;
  }
  return name < end ? TokenRange{name, end} : TokenRange{};
}

TokenRange SpeakerResolver::without_markers(const Tokens& tokens, TokenRange source) const noexcept {
  if (source.end - source.begin < 2) {
    return source;
  }
  const ProseToken& last = tokens[source.end - 1];
  if (last.word && !last.glued && has(decode(text_, last.begin).value, kLetter) &&
      !has(decode(text_, last.begin).value, kUpper | kLower | kIdeograph) && is_stopword(last.hash, language_)) {
    --source.end;
    return source;
  }
  const ProseToken& first = tokens[source.begin];
  const bool other = first.capital || first.is(ProseTerm::kDeterminer) || first.is(ProseTerm::kPronoun);
  source.begin += !other && tokens[source.begin + 1].capital && is_stopword(first.hash, language_) ? 1 : 0;
  return source;
}

void SpeakerResolver::name_speaker(const Tokens& tokens, TokenRange source, Quote* quote) noexcept {
  if (quote->speaker.empty()) {
    return;
  }
  const TokenRange person = antecedent(tokens, source);
  const bool relative = person.end <= source.begin;
  const Name* name =
      name_in(relative ? ByteSpan{tokens[person.begin].begin, tokens[person.end - 1].end} : quote->speaker);
  if (name == nullptr && relative) {
    name = titled(tokens, person, quote->speaker.begin);
  } else if (name == nullptr) {
    const ProseValue pronoun = pronoun_of(tokens, source);
    name = pronoun != ProseValue::kNone ? person_before(quote->speaker.begin, pronoun)
                                        : titled(tokens, source, quote->speaker.begin);
  }
  if (name == nullptr) {
    return;
  }
  if (name->title_begin < quote->speaker.begin && name->title_end > quote->speaker.begin) {
    quote->speaker.begin = name->title_begin;
  }
  const Name& full = names_[name->full];
  quote->speaker_name = {full.begin, full.end};
  if (name->title != kNoPosition) {
    quote->speaker_title = {names_[name->title].title_begin, names_[name->title].title_end};
  }
  last_speaker_ = name;
}

uint32_t SpeakerResolver::end_of_person(const Tokens& tokens, uint32_t at) const noexcept {
  const uint32_t begin = tokens[at].begin;
  const auto name = std::lower_bound(names_.begin(), names_.end(), begin, by_begin);
  if (name == names_.end() || name->kind != NameKind::kPerson || (name->begin != begin && name->title_begin != begin)) {
    return 0;
  }
  while (at < tokens.size() && tokens[at].end <= name->end) {
    ++at;
  }
  return at;
}

const Name* SpeakerResolver::name_in(ByteSpan span) const noexcept {
  auto at = std::lower_bound(names_.begin(), names_.end(), span.begin, by_begin);
  const Name* first = nullptr;
  const Name* person = nullptr;
  for (; at != names_.end() && at->end <= span.end; ++at) {
    if (at->words == 1 && prose_terms(at->last_hash).has(ProseTerm::kPersonTitle, language_)) {
      continue;  // an office that opens a sentence: "Министр"
    }
    first = first == nullptr ? &*at : first;
    if (at->kind == NameKind::kPerson) {
      person = &*at;
    }
  }
  return person != nullptr ? person : first != nullptr && first->kind != NameKind::kPlace ? first : nullptr;
}

ProseValue SpeakerResolver::pronoun_of(const Tokens& tokens, TokenRange source) const noexcept {
  if (source.end - source.begin != 1) {
    return ProseValue::kNone;
  }
  const ProseTerms terms = prose_terms(tokens[source.begin].hash);
  for (const ProseValue value : {ProseValue::kHe, ProseValue::kShe, ProseValue::kOther}) {
    if (terms.has(ProseTerm::kPronoun, value, language_)) {
      return value;
    }
  }
  return ProseValue::kNone;
}

// Not a man for "she" nor a woman for "he", as far as a title tells.
bool SpeakerResolver::fits(const Name& name, ProseValue pronoun) const noexcept {
  const uint32_t at = name.title_begin != kNoPosition ? static_cast<uint32_t>(&name - names_.data()) : name.title;
  if (at == kNoPosition || pronoun == ProseValue::kOther) {
    return true;
  }
  const ProseValue other = pronoun == ProseValue::kHe ? ProseValue::kShe : ProseValue::kHe;
  WordCursor cursor(text_, names_[at].title_begin, names_[at].title_end);
  Word word;
  while (cursor.next(&word)) {
    if (prose_terms(word.hash).has(ProseTerm::kPersonTitle, other, language_)) {
      return false;
    }
  }
  return true;
}

const Name* SpeakerResolver::person_before(uint32_t before, ProseValue pronoun) const noexcept {
  if (last_speaker_ != nullptr && last_speaker_->kind == NameKind::kPerson && last_speaker_->begin < before &&
      before - last_speaker_->begin < kSpeakerReach && fits(*last_speaker_, pronoun)) {
    return last_speaker_;
  }
  auto at = std::lower_bound(names_.begin(), names_.end(), before, by_begin);
  for (uint32_t seen = 0; at != names_.begin() && seen < kPronounNames; ++seen) {
    --at;
    if (at->kind == NameKind::kPerson && fits(*at, pronoun)) {
      return &*at;
    }
  }
  return nullptr;
}

// "the minister": the nearest person before it, else behind it, whose title has this word.
const Name* SpeakerResolver::titled(const Tokens& tokens, TokenRange source, uint32_t before) const noexcept {
  if (source.empty() || source.end - source.begin > kOfficeTokens) {
    return nullptr;
  }
  const uint32_t hash = tokens[source.end - 1].hash;
  const bool abroad = prose_terms(hash).has(ProseTerm::kPersonTitle, ProseValue::kOther, language_);
  const auto fits_title = [&](const Name& name) {
    return name.kind == NameKind::kPerson && name.title_begin != kNoPosition && title_has(name, hash, abroad);
  };
  const auto here = std::lower_bound(names_.begin(), names_.end(), before, by_begin);
  auto at = here;
  for (uint32_t seen = 0; at != names_.begin() && seen < kOfficeNames; ++seen) {
    if (fits_title(*--at)) {
      return &*at;
    }
  }
  at = here;
  for (uint32_t seen = 0; at != names_.end() && seen < kOfficeNames; ++seen, ++at) {
    if (fits_title(*at)) {
      return &*at;
    }
  }
  return nullptr;
}

// Is `hash` that of the word, or of the word without an ending of one or two letters?  "naziri": the minister of ...
bool SpeakerResolver::has_ending_behind(const Word& word, uint32_t hash) const noexcept {
  constexpr uint32_t kLongest = 2;
  uint32_t before = kHashSeed;
  uint32_t letters = 0;
  for (uint32_t at = word.begin; at < word.end && letters < word.letters; ++letters) {
    const CodePoint unit = decode(text_, at);
    before = hash_step(before, fold(unit.value));
    at += unit.length;
    if (before == hash) {
      return word.letters - letters - 1 <= kLongest;
    }
  }
  return false;
}

// Titles of one office abroad ("the diplomat", "Ambassador") stand for each other.  Where verbs come last, the office
// takes a possessive ending in a title: "müdafiə naziri", but "nazir" alone.
bool SpeakerResolver::title_has(const Name& name, uint32_t hash, bool abroad) const noexcept {
  WordCursor cursor(text_, name.title_begin, name.title_end);
  Word word;
  while (cursor.next(&word)) {
    if (word.hash == hash || (endings_ && has_ending_behind(word, hash)) ||
        (abroad && prose_terms(word.hash).has(ProseTerm::kPersonTitle, ProseValue::kOther, language_))) {
      return true;
    }
  }
  return false;
}

}  // namespace article
