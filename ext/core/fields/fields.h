// The fields of an article with their evidence: what parse_article shows and article_fields explains.
//
// Each extractor is one file with one function of the signature Extractor; kExtractors in fields.cpp is their order.  A
// later one may look at what earlier ones found (Reading in extractors.h).  A value is a slice of the text, or a string
// in the page's arena when it does not stand there as shown (an ISO date, a name without its capitals); its span says
// what it was read from.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/page.h"

namespace article {

// In the order of parse_article's columns; names are theirs.
enum class Field : uint8_t {
  kHeadline,
  kAlternativeHeadline,
  kByline,
  kAuthor,
  kDateline,
  kDatelinePlace,
  kDatelineDate,
  kAgency,
  kAttribution,
  kDatePublished,
  kDatePublishedUtc,
  kDatePublishedText,
  kDateModified,
  kUtcOffsetMinutes,
  kDatePrecision,
  kArticleSection,
  kKeywords,
  kInLanguage,
  kPublisher,
  kCopyrightNotice,
  kLead,
  kArticleBody,
  kWordCount,
  kParagraphCount,
  kRelatedCount,
  kConfidence,
};
constexpr size_t kFieldCount = 26;

const char* field_name(Field field) noexcept;

// Fields that are asked for: a bit for each.
using FieldSet = uint32_t;
template <typename... Fields>
constexpr FieldSet field_set(Fields... fields) noexcept {
  return (FieldSet{0} | ... | (FieldSet{1} << static_cast<uint32_t>(fields)));
}
constexpr FieldSet kAllFields = (FieldSet{1} << kFieldCount) - 1;
// What is read with the fields beside their number: the items themselves.
constexpr FieldSet kRelatedItems = FieldSet{1} << kFieldCount;
constexpr FieldSet kAllThatIsRead = kAllFields | kRelatedItems;

struct FieldValue {
  Field field = Field::kHeadline;
  std::string_view value;
  uint32_t begin = kNoPosition;  // byte offsets, half open; kNoPosition for computed values
  uint32_t end = kNoPosition;
  uint32_t line_no = 0;    // from 1; 0 for computed values
  uint8_t confidence = 0;  // of 255
  uint32_t order = 0;      // in which it was added: breaks ties of place
  const char* rule = "";   // a short stable name of what decided: "dateline.own_line"
};

class Fields {
 public:
  explicit Fields(std::pmr::memory_resource* memory) : values_(memory) {}

  // `span` is a slice of page.text; `value` is what is shown (when empty the span, its line ends and runs of blanks as
  // one blank each).
  void add(const Page& page, Field field, std::string_view span, const char* rule, uint8_t confidence,
           std::string_view value = {});
  // Without offsets.  Nothing is added for the empty value.
  void add_computed(Field field, std::string_view value, const char* rule, uint8_t confidence = 255);

  const FieldValue* first(Field field) const noexcept;       // nullptr: none
  std::string_view value(Field field) const noexcept;        // "": none
  bool integer(Field field, int64_t* value) const noexcept;  // false: none
  // All values of a field, one after the other.
  template <class See>
  void each(Field field, See see) const {
    for (const FieldValue& value : values_) {
      if (value.field == field) {
        see(value.value);
      }
    }
  }
  // The paragraphs of article_body with a blank line between them.
  std::pmr::string body(std::pmr::memory_resource* memory) const;
  const std::pmr::vector<FieldValue>& all() const noexcept { return values_; }
  void sort();  // by column, then by place in the text; stable

 private:
  std::pmr::vector<FieldValue> values_;
};

struct Reading;
using Extractor = void (*)(Reading* reading);

// Runs the extractors that give a wanted field, and those whose findings they look at.  Cost: linear in the bytes of
// the page.
void extract_fields(Reading* reading, FieldSet wanted);

// Index of the line that holds a byte.
uint32_t line_index_at(const std::pmr::vector<Line>& lines, uint32_t offset) noexcept;

}  // namespace article
