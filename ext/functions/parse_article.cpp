// parse_article(text): one row for the article, one column for each field.
#include <charconv>

#include "core/json.h"
#include "vtab/function.h"

namespace article {

namespace {

class ArticleRows {
 public:
  explicit ArticleRows(const Call& call) : document_(call.document) {}

  bool next(const Interrupt& interrupt) {
    if (fields_ != nullptr || !document_->visible(interrupt)) {
      return false;
    }
    fields_ = &document_->fields(interrupt);
    return true;
  }

  std::string_view value(Field field) const noexcept { return fields_->value(field); }
  const std::pmr::vector<FieldValue>& all() const noexcept { return fields_->all(); }
  std::pmr::memory_resource* memory() const noexcept { return document_->memory(); }

 private:
  DocumentPointer document_;
  const Fields* fields_ = nullptr;
};

template <Field kField>
void write_text(const ArticleRows& rows, const Result& out) {
  out.text(rows.value(kField));
}

template <Field kField>
void write_integer(const ArticleRows& rows, const Result& out) {
  const std::string_view digits = rows.value(kField);
  int64_t value = 0;
  if (digits.empty() || std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc()) {
    out.null();
  } else {
    out.integer(value);
  }
}

// All values of the field as a JSON array of strings.
template <Field kField>
void write_array(const ArticleRows& rows, const Result& out) {
  if (rows.value(kField).empty()) {
    out.null();
    return;
  }
  JsonWriter json(rows.memory());
  json.begin_array();
  for (const FieldValue& value : rows.all()) {
    if (value.field == kField) {
      json.string(value.value);
    }
  }
  json.end_array();
  out.text(json.text());
}

void write_body(const ArticleRows& rows, const Result& out) {
  std::pmr::string body(rows.memory());
  for (const FieldValue& value : rows.all()) {
    if (value.field == Field::kArticleBody) {
      body.append(body.empty() ? "" : "\n\n").append(value.value);
    }
  }
  out.text(body);
}

void write_confidence(const ArticleRows& rows, const Result& out) {
  for (const FieldValue& value : rows.all()) {
    if (value.field == Field::kConfidence) {
      out.confidence(value.confidence);
      return;
    }
  }
  out.null();
}

constexpr Column<ArticleRows> kColumns[] = {
    {"headline", "TEXT", write_text<Field::kHeadline>},
    {"alternative_headline", "TEXT", write_text<Field::kAlternativeHeadline>},
    {"byline", "TEXT", write_text<Field::kByline>},
    {"author", "TEXT", write_array<Field::kAuthor>},
    {"dateline", "TEXT", write_text<Field::kDateline>},
    {"dateline_place", "TEXT", write_text<Field::kDatelinePlace>},
    {"dateline_date", "TEXT", write_text<Field::kDatelineDate>},
    {"agency", "TEXT", write_text<Field::kAgency>},
    {"attribution", "TEXT", write_text<Field::kAttribution>},
    {"date_published", "TEXT", write_text<Field::kDatePublished>},
    {"date_published_utc", "TEXT", write_text<Field::kDatePublishedUtc>},
    {"date_published_text", "TEXT", write_text<Field::kDatePublishedText>},
    {"date_modified", "TEXT", write_text<Field::kDateModified>},
    {"utc_offset_minutes", "INTEGER", write_integer<Field::kUtcOffsetMinutes>},
    {"date_precision", "TEXT", write_text<Field::kDatePrecision>},
    {"article_section", "TEXT", write_text<Field::kArticleSection>},
    {"keywords", "TEXT", write_array<Field::kKeywords>},
    {"in_language", "TEXT", write_text<Field::kInLanguage>},
    {"publisher", "TEXT", write_text<Field::kPublisher>},
    {"copyright_notice", "TEXT", write_text<Field::kCopyrightNotice>},
    {"lead", "TEXT", write_text<Field::kLead>},
    {"article_body", "TEXT", write_body},
    {"word_count", "INTEGER", write_integer<Field::kWordCount>},
    {"paragraph_count", "INTEGER", write_integer<Field::kParagraphCount>},
    {"related_count", "INTEGER", write_integer<Field::kRelatedCount>},
    {"confidence", "REAL", write_confidence},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(parse_article, ArticleRows, kColumns, {nullptr, false, true})

}  // namespace article
