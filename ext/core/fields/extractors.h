// The extractors, one file each, in the order in which they run (kExtractors in fields.cpp).
#pragma once

#include "core/fields/fields.h"

namespace article {

void find_headline(const Page& page, Fields* fields);  // headline.cpp
void find_body(const Page& page, Fields* fields);      // body.cpp
void find_language(const Page& page, Fields* fields);  // language.cpp: in_language

}  // namespace article
