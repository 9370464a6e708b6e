// Editorial offices that sign in place of a person: "Redaktion Example Post", "Por Redacción La Voz".
//
// Cost: the first words of a line.
#pragma once

#include "core/fields/byline_candidates.h"

namespace article {

// The office's name as printed, from its word to the next mark; empty: the line names none.
std::string_view desk_of(const Reading& reading, const BylineCandidate& line);

}  // namespace article
