#include "core/sketch.h"

namespace article {

Sketch sketch_document(Document& document, const Interrupt& interrupt) {
  constexpr size_t kLeastShare = 3;  // a text without lines of its own (one paragraph, no layout) may give no body
  const Fields& fields = document.fields(interrupt);
  size_t bytes = 0;
  for (const FieldValue& value : fields.all()) {
    bytes += value.field == Field::kArticleBody ? value.value.size() : 0;
  }
  constexpr size_t kShortBody = 200;
  Sketch sketch;
  if (bytes < kShortBody && bytes * kLeastShare < document.text().size()) {
    sketch.add(document.text(), interrupt);
    return sketch;
  }
  for (const FieldValue& value : fields.all()) {
    if (value.field == Field::kArticleBody) {
      sketch.add(value.value, interrupt);
    }
  }
  return sketch;
}

}  // namespace article
