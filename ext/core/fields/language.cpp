// in_language: the option where it was given, else what the function words of the text tell.
#include "core/fields/body.h"
#include "core/fields/extractors.h"

namespace article {

void find_language(const Page& page, Fields* fields) {
  const std::string_view option = page.options.language;
  if (!option.empty()) {
    fields->add_computed(Field::kInLanguage, option, "language.option");
    return;
  }
  fields->add_computed(Field::kInLanguage, language_tag(page.language), "language.stopwords", 200);
}

void find_language(Reading* reading) {
  find_language(reading->page, &reading->fields);
}

}  // namespace article
