// headline: the line whose role says so.
#include "core/fields/extractors.h"

namespace article {

void find_headline(const Page& page, Fields* fields) {
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (page.roles[i].role == Role::kHeadline) {
      fields->add(page, Field::kHeadline, trim(page.line(i)), "headline.line", page.roles[i].confidence);
      return;
    }
  }
}

}  // namespace article
