// What the article lists: counted heads, lines of a list, entries of a live page.  Where some of them were read as
// body, the others are too.
//
//   "2. Chvatimech" / "Nine houses, one pub."      "250 g red lentils" / "1 lemon, zest and juice"
//   "3h ago" / "15.20" / "Storm makes landfall" / "The eye of the cyclone crossed the coast."
//
// Cost: one pass over the units for each kind.
#pragma once

#include <memory_resource>
#include <vector>

#include "core/features.h"
#include "core/roles/reading.h"

namespace article {

void find_listings(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept;

}  // namespace article
