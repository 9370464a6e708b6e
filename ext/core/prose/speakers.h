// Whom the speaker of a quotation names: "Marr", "the mayor" and "she" are Dana Marr, Mayor.
//
// A name inside the speaker is that person in its fullest form; an office is its holder; a pronoun is the nearest
// person before it whose title does not say otherwise, who speaks or is named there. Cost: a search over the names a
// quotation, and for an office a pass over some hundred of them.
#pragma once

#include "core/prose/names.h"
#include "core/prose/quotes.h"
#include "core/prose/tokens.h"

namespace article {

// The words before token `end` from their article, else from their first capital on: "the mayor", "Ana Ruiz"; empty:
// they have neither.
TokenRange phrase_before(const Tokens& tokens, uint32_t end) noexcept;

class SpeakerResolver {
 public:
  SpeakerResolver(std::string_view text, const std::pmr::vector<Name>& names, LanguageId language) noexcept
      : text_(text), names_(names), language_(language), endings_(has_sentence_rule(language, ProseValue::kVerbLast)) {}

  // Sets speaker_name and speaker_title, and widens the speaker to all of its title.  `source` is the speaker among
  // the tokens of its sentence.
  void name_speaker(const Tokens& tokens, TokenRange source, Quote* quote) noexcept;

  // Without the small word that marks a speaker: Filipino "ni Ramon Dizon"; in scripts without capitals the one behind
  // the name, as the ergative of Urdu and Hindi.
  TokenRange without_markers(const Tokens& tokens, TokenRange source) const noexcept;

  // The token behind the person, with title, whom token `at` begins; 0: none.
  uint32_t end_of_person(const Tokens& tokens, uint32_t at) const noexcept;

 private:
  const Name* name_in(ByteSpan span) const noexcept;
  const Name* person_before(uint32_t before, ProseValue pronoun) const noexcept;
  const Name* titled(const Tokens& tokens, TokenRange source, uint32_t before) const noexcept;
  bool title_has(const Name& name, uint32_t hash, bool abroad) const noexcept;
  bool has_ending_behind(const Word& word, uint32_t hash) const noexcept;
  bool fits(const Name& name, ProseValue pronoun) const noexcept;
  ProseValue pronoun_of(const Tokens& tokens, TokenRange source) const noexcept;

  std::string_view text_;
  const std::pmr::vector<Name>& names_;
  LanguageId language_;
  bool endings_;  // titles take endings
  const Name* last_speaker_ = nullptr;
};

}  // namespace article
