#include "core/prose/attribution_repair.h"

#include <algorithm>

#include "core/lexicon.h"
#include "core/time/lexicon.h"

namespace article {

namespace {

constexpr uint32_t kLongSource = 8;      // tokens from which on a source that begins within a clause is none
constexpr uint32_t kLongestSource = 30;  // tokens; longer ones are cut to the name that they begin with

bool opens_phrase(const ProseToken& token) noexcept {
  return token.capital || token.is(ProseTerm::kDeterminer) || token.is(ProseTerm::kPronoun) ||
         token.is(ProseTerm::kPersonTitle);
}

// "Lou Marr, noting ...", "In turn, the diplomat, noting ...": a name that opens the sentence, or a short phrase
// between commas that names an office.
TokenRange opening_subject(const Tokens& tokens, const SpeakerResolver& resolver, uint32_t end) noexcept {
  for (uint32_t begin = 0; begin < end;) {
    uint32_t at = begin;
    bool office = false;
    while (at < end && tokens[at].word && at < begin + kLongSource) {
      office = office || tokens[at].is(ProseTerm::kPersonTitle);
      ++at;
    }
    if (office && at < end && tokens[at].code == ',' && opens_phrase(tokens[begin])) {
      return {begin, at};
    }
    const uint32_t name = begin == 0 ? resolver.end_of_person(tokens, 0) : 0;
    if (name != 0 && name <= end) {
      return {0, name};
    }
    while (at < end && tokens[at].code != ',') {
      ++at;
    }
    begin = at + 1;
  }
  return {};
}

// "SEAPORT, June 3 -- Example Ferries announced": a dateline is no part of the source behind its dash.
uint32_t behind_dash(const Tokens& tokens, TokenRange source) noexcept {
  constexpr char32_t kEnDash = 0x2013;
  constexpr char32_t kEmDash = 0x2014;
  for (uint32_t at = source.end - 1; at > source.begin; --at) {
    const char32_t code = tokens[at - 1].code;
    const bool twice = code == U'-' && at > 1 && tokens[at - 2].code == U'-';
    if (!tokens[at].glued && (code == kEnDash || code == kEmDash || twice) && tokens[source.begin].number) {
      return at;
    }
  }
  return source.begin;
}

// Does the vocabulary of time have the word as `kind`, with `value`?
bool is_time_word(const ProseToken& token, LanguageId language, TimeWord kind, int value) noexcept {
  const TimeEntry* const entry = token.word ? find_entry(step_state(first_state(), token.hash)) : nullptr;
  if (entry == nullptr) {
    return false;
  }
  const TimeSense* const senses = entry_senses(*entry);
  return std::any_of(senses, senses + sense_count(*entry), [&](const TimeSense& sense) {
    const TimeLanguageRow* const row = language_row(sense.language);
    return sense.kind == static_cast<uint8_t>(kind) && sense.value == value && row != nullptr &&
           language_tag(language) == row->tag;
  });
}

// "Monday", "today", "yesterday"; but not the "Today" of a name.
bool is_day(const ProseToken& token, LanguageId language) noexcept {
  return token.is(ProseTerm::kDayName) || (!token.capital && (is_time_word(token, language, TimeWord::kDay, 0) ||
                                                              is_time_word(token, language, TimeWord::kDay, -1)));
}

// "Officials Monday said", "Minister Lou Marr on Tuesday told": the day is no part of the source, and where the source
// is the day alone, it is whom the words before it name.
TokenRange without_day(const Tokens& tokens, LanguageId language, TokenRange source) noexcept {
  if (source.empty() || !is_day(tokens[source.end - 1], language)) {
    return source;
  }
  const auto is_on = [&](uint32_t at) {
    return !tokens[at].capital && is_time_word(tokens[at], language, TimeWord::kGlue, Glue::kOn);
  };
  uint32_t end = source.end - 1;
  while (end > 0 && is_on(end - 1)) {
    --end;
  }
  if (end > source.begin) {
    return {source.begin, end};
  }
  return phrase_before(tokens, end);
}

// "citing", "with reference to": names where the cue before it has its content from.
bool begins_reference(const Tokens& tokens, uint32_t at, LanguageId language) noexcept {
  ProseWalk walk;
  for (; at < tokens.size() && tokens[at].word && walk.step(tokens[at].hash); ++at) {
    if (walk.terms().has(ProseTerm::kCuePhrase, language)) {
      return true;
    }
  }
  return false;
}

}  // namespace

TokenRange clause_before(const Tokens& tokens, const Attribution& attribution) noexcept {
  constexpr uint32_t kShortest = 3;  // tokens of a clause
  const TokenRange& source = attribution.source;
  const uint32_t first = source.empty() ? attribution.cue.begin : std::min(source.begin, attribution.cue.begin);
  const bool comma = first > kShortest && tokens[first - 1].code == ',';
  return comma ? TokenRange{0, first - 1} : TokenRange{};
}

// A source ends before another cue.  One that is missing, or begins in the middle of a clause, is the subject that
// opens the sentence.
void repair_source(const Tokens& tokens, const std::pmr::vector<Attribution>& all, const SpeakerResolver& resolver,
                   LanguageId language, Attribution* attribution) noexcept {
  TokenRange& source = attribution->source;
  for (const Attribution& other : all) {
    if (other.cue.begin > source.begin && other.cue.end < source.end) {
      source.end = other.cue.begin;
    }
  }
  const uint32_t person = source.end > source.begin + kLongestSource ? resolver.end_of_person(tokens, source.begin) : 0;
  if (person != 0) {
    source.end = person;  // with all that is said of him
  }
  if (source.end == source.begin + 1 && tokens[source.begin].is(ProseTerm::kComplementizer)) {
    source = {};  // "that discussed ..."
  }
  if (!source.empty()) {
    source.begin = behind_dash(tokens, source);
  }
  source = without_day(tokens, language, source);
  const bool whole = !source.empty() && (source.end - source.begin < kLongSource || opens_phrase(tokens[source.begin]));
  const TokenRange subject = whole ? TokenRange{} : opening_subject(tokens, resolver, attribution->cue.begin);
  source = subject.empty() ? source : subject;
}

// The reference stands behind the cue's first word, and the model may have it for the end of the cue.
void repair_content(const Tokens& tokens, LanguageId language, Attribution* attribution) noexcept {
  TokenRange& cue = attribution->cue;
  uint32_t at = cue.begin + 1;
  while (at <= cue.end && !begins_reference(tokens, at, language)) {
    ++at;
  }
  const TokenRange clause = clause_before(tokens, *attribution);
  if (at <= cue.end && !clause.empty() && attribution->content.begin >= at) {
    cue.end = at;
    attribution->content = clause;
  }
}

}  // namespace article
