// Shared by the extractors that count.
#pragma once

#include "core/fields/fields.h"

namespace article {

// A computed integer field.
void add_count(const Page& page, Field field, uint64_t count, Fields* fields);

}  // namespace article
