// confidence: the mean of what the headline, the date and the body are sure of; a missing one counts nothing.
#include "core/fields/extractors.h"

namespace article {

void find_confidence(Reading* reading) {
  uint32_t body = 0;
  uint32_t paragraphs = 0;
  for (const FieldValue& value : reading->fields.all()) {
    if (value.field == Field::kArticleBody) {
      body += value.confidence;
      ++paragraphs;
    }
  }
  const FieldValue* headline = reading->fields.first(Field::kHeadline);
  const FieldValue* date = reading->fields.first(Field::kDatePublished);
  const uint32_t sum = (headline != nullptr ? headline->confidence : 0U) + (date != nullptr ? date->confidence : 0U) +
                       (paragraphs != 0 ? body / paragraphs : 0U);
  const auto confidence = static_cast<uint8_t>(sum / 3);
  // Three decimals, as the column shows it.
  const uint32_t thousandths = (confidence * 1000U + 127U) / 255U;
  const char text[] = {static_cast<char>('0' + thousandths / 1000), '.',
                       static_cast<char>('0' + thousandths / 100 % 10), static_cast<char>('0' + thousandths / 10 % 10),
                       static_cast<char>('0' + thousandths % 10)};
  reading->fields.add_computed(Field::kConfidence, copy_to(reading->page.arena, {text, sizeof(text)}),
                               "confidence.mean", confidence);
}

}  // namespace article
