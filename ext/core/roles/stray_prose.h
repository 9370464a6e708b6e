// Sentences of the article that stand where titles of items are expected: behind a box of links between paragraphs, and
// at the end, right above the list of other articles.
//
//   "... said the mayor."            body
//   "Read also:"                     list_title
//   "Market square to be rebuilt"    item_title
//   "The bridge will open in May."   body, though the next title may stand there
//
// Cost: one pass over the units.
#pragma once

#include <memory_resource>
#include <vector>

#include "core/features.h"
#include "core/roles/reading.h"

namespace article {

// Such sentences that were read as titles become body.
void find_stray_prose(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept;

}  // namespace article
