// Who is said to have said, thought or shown what, in one sentence: cue, source and content.
//
//   "Dana Orr said that the bridge was safe." -> source "Dana Orr", cue "said", content "that the bridge was safe"
//
// Speech behind a dash ("— We won, said Dana Orr.") is found too where a cue names its speaker.
//
// Two engines give the same: rules over the vocabulary for every language, and for English a token decoder whose
// weights were learned (attribution_model.h).  Cost: linear in tokens for the cues, and in tokens of the sentence for
// each cue.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/prose/tokens.h"

namespace article {

// Token ranges of a sentence, half open; empty where absent.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const noexcept { return begin >= end; }
};

struct Attribution {
  TokenRange cue;
  TokenRange source;
  TokenRange content;
  bool dialogue = false;  // the content is speech behind a dash
};

// Appended to `found`, in the order of their cues.
void find_attributions_by_rule(const Tokens& tokens, LanguageId language, std::pmr::vector<Attribution>* found);

}  // namespace article
