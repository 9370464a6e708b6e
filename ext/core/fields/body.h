// What the readers of labelled articles (core/archive) share with the extractors of pages.
#pragma once

#include "core/fields/fields.h"

namespace article {

// A computed integer field.
void add_count(const Page& page, Field field, uint64_t count, Fields* fields);

// article_body, lead and the counts; the lead begins at `lead_begin` where that lies in the first paragraph, and bytes
// before `body_begin` are no part of the body (a dateline on its own line).
void find_body(const Page& page, Fields* fields, uint32_t lead_begin = 0, uint32_t body_begin = 0);

void find_language(const Page& page, Fields* fields);

}  // namespace article
