// What stands between the paragraphs of an article and was read as something beside it: sub-heads, and sentences that
// are parted from the others by buttons.
//
//   "... said the mayor."             body
//   "Our ruling"                      byline, which becomes body
//   "The city has no such rule ..."   body
//   "Share by e-mail" / "Copy link"   promotion, as below other paragraphs
//   "All are in good health."         item_title, which becomes body
//
// Cost: one pass over the units for each kind.
#pragma once

#include <memory_resource>
#include <vector>

#include "core/features.h"
#include "core/roles/reading.h"

namespace article {

void find_between_paragraphs(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept;

}  // namespace article
