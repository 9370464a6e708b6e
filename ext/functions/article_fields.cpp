// article_fields(text): the evidence, one row for each value that parse_article shows.
#include "vtab/function.h"

namespace article {

namespace {

class FieldRows {
 public:
  explicit FieldRows(const Call& call) : document_(call.document), wanted_(call.fields(kAllFields)) {}

  bool next(const Interrupt& interrupt) {
    if (values_ == nullptr) {
      if (!document_->visible(interrupt)) {
        return false;
      }
      values_ = &document_->fields(interrupt, wanted_).all();
    } else {
      ++at_;
    }
    return at_ < values_->size();
  }

  const FieldValue& value() const noexcept { return (*values_)[at_]; }

 private:
  DocumentPointer document_;
  FieldSet wanted_;
  const std::pmr::vector<FieldValue>* values_ = nullptr;
  size_t at_ = 0;
};

constexpr Column<FieldRows> kColumns[] = {
    {"field", "TEXT", [](const FieldRows& r, const Result& out) { out.name(field_name(r.value().field)); }},
    {"value", "TEXT", [](const FieldRows& r, const Result& out) { out.text(r.value().value); }},
    {"byte_start", "INTEGER", [](const FieldRows& r, const Result& out) { out.offset(r.value().begin); }},
    {"byte_end", "INTEGER", [](const FieldRows& r, const Result& out) { out.offset(r.value().end); }},
    {"line_no", "INTEGER", [](const FieldRows& r, const Result& out) { out.number(r.value().line_no); }},
    {"confidence", "REAL", [](const FieldRows& r, const Result& out) { out.confidence(r.value().confidence); }},
    {"rule", "TEXT", [](const FieldRows& r, const Result& out) { out.text(r.value().rule); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_fields, FieldRows, kColumns, {})

}  // namespace article
