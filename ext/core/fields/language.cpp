// in_language: the option where it was given, else what the function words of the text tell, else its script.
#include "core/language.h"
#include "core/fields/body.h"
#include "core/fields/extractors.h"

namespace article {

void find_language(const Page& page, Fields* fields) {
  const std::string_view option = page.options.language;
  if (!option.empty()) {
    fields->add_computed(Field::kInLanguage, option, "language.option");
    return;
  }
  if (page.language != kNoLanguage) {
    fields->add_computed(Field::kInLanguage, language_tag(page.language), "language.stopwords", 200);
    return;
  }
  const bool none = page.paragraphs.empty();
  const std::string_view tag = tag_of_script(page.text, none ? 0 : page.paragraphs.front().begin,
                                             none ? page.text.size() : page.paragraphs.back().end);
  if (!tag.empty()) {
    fields->add_computed(Field::kInLanguage, tag, "language.script", 160);
  }
}

void find_language(Reading* reading) {
  find_language(reading->page, &reading->fields);
}

}  // namespace article
