// in_language: the option where it was given, else what the function words of the text tell.
#include "core/fields/extractors.h"

namespace article {

void find_language(const Page& page, Fields* fields) {
  if (!page.options.language.empty()) {
    fields->add_computed(Field::kInLanguage, page.options.language, "language.option");
    return;
  }
  fields->add_computed(Field::kInLanguage, language_tag(page.language), "language.stopwords", 200);
}

}  // namespace article
