// Which rows above the article may be its headline at all.
//
// Cost: of a row that is surely none, its role; of others a few looks at their bytes and flags.
#pragma once

#include <cstdint>

#include "core/fields/extractors.h"

namespace article {

// Of the rows of whose role the reader of the lines is so sure, one in ten thousand is the headline.
bool is_surely_no_headline(const Row& row) noexcept;

// A sentence right below a byline that names the author once more: "Ms. Example teaches chemistry."
bool describes_author(const Reading& reading, uint32_t row);

// By its shape and words: no breadcrumb, menu, address, credit or notice.
bool may_be_headline(const Reading& reading, uint32_t row);

}  // namespace article
