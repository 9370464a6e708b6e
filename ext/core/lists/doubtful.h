// Lists that are rarely one: a line alone under no phrase of headings, several under no heading at all.
//
//   "Blend until smooth." / "Did you make this recipe?"
//
// Cost: the scores of the titles.
#pragma once

#include "core/lists/lists.h"
#include "core/lists/titles.h"

namespace article {

void drop_doubtful_lists(const Reading& reading, const Titles& titles, Lists* out);

}  // namespace article
