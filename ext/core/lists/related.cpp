#include "core/lists/related.h"

namespace article {

const char* list_kind_name(ListKind kind) noexcept {
  static const char* const kNames[] = {"related", "latest", "most_read", "recommended", "section", "other"};
  return kNames[static_cast<size_t>(kind)];
}

std::pmr::vector<RelatedItem> find_related_items(const Page& page, const Fields& /*fields*/) {
  return std::pmr::vector<RelatedItem>(page.memory);
}

}  // namespace article
