// What both engines of attribution get wrong and the sentence tells: sources that run on or are missing, and the
// content of a cue that names where it has it from.
//
//   "The minister informed her and stressed that ..."  -> the source of "informed" ends before "stressed"
//   "Officials Monday said the bridge is safe." -> source "Officials"
//   "The bridge is safe, Example Wire reports citing the mayor." -> content "The bridge is safe"
//
// Cost: a pass over the tokens of the sentence a cue.
#pragma once

#include <memory_resource>
#include <vector>

#include "core/prose/attribution.h"
#include "core/prose/speakers.h"

namespace article {

// "S, X told reporters", "S, said X": what stands before the comma before cue and source; empty: no such comma.
TokenRange clause_before(const Tokens& tokens, const Attribution& attribution) noexcept;

// `all` are the attributions of the sentence.
void repair_source(const Tokens& tokens, const std::pmr::vector<Attribution>& all, const SpeakerResolver& resolver,
                   LanguageId language, Attribution* attribution) noexcept;
void repair_content(const Tokens& tokens, LanguageId language, Attribution* attribution) noexcept;

}  // namespace article
