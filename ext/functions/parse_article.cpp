// parse_article(text): one row for the article, one column for each field.
#include "core/json.h"
#include "vtab/function.h"

namespace article {

namespace {

class ArticleRows {
 public:
  // Columns are fields, in their order.
  explicit ArticleRows(const Call& call)
      : document_(call.document), wanted_(call.fields(static_cast<FieldSet>(call.columns_used) & kAllFields)) {}

  bool next(const Interrupt& interrupt) {
    if (fields_ != nullptr || !document_->visible(interrupt)) {
      return false;
    }
    fields_ = &document_->fields(interrupt, wanted_);
    return true;
  }

  const Fields& fields() const noexcept { return *fields_; }
  std::pmr::memory_resource* memory() const noexcept { return document_->memory(); }

 private:
  DocumentPointer document_;
  FieldSet wanted_;
  const Fields* fields_ = nullptr;
};

template <Field kField>
void write_text(const ArticleRows& rows, const Result& out) {
  out.text(rows.fields().value(kField));
}

template <Field kField>
void write_integer(const ArticleRows& rows, const Result& out) {
  int64_t value = 0;
  if (rows.fields().integer(kField, &value)) {
    out.integer(value);
  } else {
    out.null();
  }
}

// All values of the field as a JSON array of strings.
template <Field kField>
void write_array(const ArticleRows& rows, const Result& out) {
  if (rows.fields().value(kField).empty()) {
    out.null();
    return;
  }
  JsonWriter json(rows.memory());
  json.begin_array();
  rows.fields().each(kField, [&](std::string_view value) { json.string(value); });
  json.end_array();
  out.text(json.text());
}

void write_body(const ArticleRows& rows, const Result& out) {
  out.text(rows.fields().body(rows.memory()));
}

void write_confidence(const ArticleRows& rows, const Result& out) {
  if (const FieldValue* value = rows.fields().first(Field::kConfidence)) {
    out.confidence(value->confidence);
  } else {
    out.null();
  }
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
