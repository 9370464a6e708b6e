#include "core/sketch.h"

namespace article {

Sketch sketch_document(Document& document, bool with_bands, const Interrupt& interrupt) {
  constexpr size_t kLeastShare = 3;  // a text without lines of its own (one paragraph, no layout) may give no body
  const Fields& fields = document.fields(interrupt, field_set(Field::kArticleBody));
  size_t bytes = 0;
  fields.each(Field::kArticleBody, [&](std::string_view paragraph) { bytes += paragraph.size(); });
  constexpr size_t kShortBody = 200;
  Sketch sketch(with_bands);
  if (bytes < kShortBody && bytes * kLeastShare < document.text().size()) {
    sketch.add(document.text(), interrupt);
    return sketch;
  }
  fields.each(Field::kArticleBody, [&](std::string_view paragraph) { sketch.add(paragraph, interrupt); });
  return sketch;
}

}  // namespace article
