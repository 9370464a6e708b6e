// Units whose own words are a better witness than what stands around them, by which the model judges them.
//
//   "Follow Example Wire on Telegram" between two paragraphs          promotion
//   "Copyright 2019 Example Media. All rights ..." as the last one    copyright
//   "The new bridge from the quay." above "Photo: A. Writer"          caption
//   "The new bridge. (Image: Courier)"                                caption
//   a sentence between headline and byline                            subhead
//
// Cost: one pass over the units; the words of short units of the body.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/features.h"
#include "core/roles/reading.h"
#include "core/text/lines.h"

namespace article {

// Changes the role of such units that were read as body.
void apply_phrase_rules(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
                        std::pmr::vector<UnitRole>* roles);

}  // namespace article
