// Titles of lists that are told by their headings: below the article, what stands under "Related news" is what it says.
//
// Cost: a few looks at the rows below each such heading.
#pragma once

#include "core/lists/titles.h"

namespace article {

// Marks titles that the ranking left out.
void fill_headed_lists(const Reading& reading, std::pmr::vector<TitleMark>* marks);

}  // namespace article
