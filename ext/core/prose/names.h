// Names in prose: persons with their titles, organisations and places; all mentions of one name share its fullest form.
//
//   "Mayor Dana Orr met Orr Ltd. in Leeds. Orr left." -> person Dana Orr (title Mayor), organisation Orr Ltd, place
//   Leeds, person Orr (name Dana Orr)
//
// A name is a run of capitalised words, with particles and "of" inside it; what it is follows from titles, cue verbs,
// given names, suffixes, the preposition before it, and from other mentions of the same name; an acronym in brackets
// behind a name ("World Food Programme (WFP)") is that name from there on.  Cost: linear in bytes;
// one hash look-up a name.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/memory.h"
#include "core/prose/blocks.h"
#include "core/prose/sentences.h"
#include "core/prose/tokens.h"

namespace article {

enum class NameKind : uint8_t { kUnknown, kPerson, kOrganisation, kPlace };
const char* name_kind_name(NameKind kind) noexcept;

struct Name {
  NameKind kind = NameKind::kUnknown;
  uint32_t begin = 0;  // byte offsets, half open
  uint32_t end = 0;
  uint32_t title_begin = kNoPosition;  // title right before it
  uint32_t title_end = kNoPosition;
  uint32_t full = 0;  // index of the mention with the fullest form of the name, and with a title if any has one
  uint32_t title = kNoPosition;  // index of a mention of the same person that has a title
  uint32_t sentence_no = 0;
  uint32_t words = 0;
  uint32_t last_hash = 0;  // of its last word
  uint32_t first_hash = 0;
  uint32_t whole_hash = 0;
  uint32_t title_last_hash = 0;
  uint32_t stands_for = kNoPosition;  // index of the name that this acronym behind it abbreviates
};

struct Names {
  explicit Names(std::pmr::memory_resource* memory) : all(memory), tokens(memory) {}
  std::pmr::vector<Name> all;  // in text order; unknown ones too
  KeptTokens tokens;           // by sentence
};

Names find_names(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                 const std::pmr::vector<Sentence>& sentences, LanguageId language, const Interrupt& interrupt,
                 std::pmr::memory_resource* memory);

}  // namespace article
