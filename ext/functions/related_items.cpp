// related_items(text): one row for every item of every list of links beside the article.
#include "vtab/function.h"

namespace article {

namespace {

class ItemRows {
 public:
  explicit ItemRows(const Call& call) : document_(call.document), wanted_(call.fields(kRelatedItems)) {}

  bool next(const Interrupt& interrupt) {
    if (items_ == nullptr) {
      if (!document_->visible(interrupt)) {
        return false;
      }
      document_->fields(interrupt, wanted_);
      items_ = &document_->related_items(interrupt);
    } else {
      ++at_;
    }
    return at_ < items_->size();
  }

  const RelatedItem& item() const noexcept { return (*items_)[at_]; }
  int64_t line_no() const noexcept { return item().line_no; }
  uint32_t number() const noexcept { return static_cast<uint32_t>(at_ + 1); }

 private:
  DocumentPointer document_;
  FieldSet wanted_;
  const std::pmr::vector<RelatedItem>* items_ = nullptr;
  size_t at_ = 0;
};

constexpr Column<ItemRows> kColumns[] = {
    {"item_no", "INTEGER", [](const ItemRows& r, const Result& out) { out.integer(r.number()); }},
    {"list_no", "INTEGER", [](const ItemRows& r, const Result& out) { out.number(r.item().list_no); }},
    {"list_title", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().list_title); }},
    {"list_kind", "TEXT", [](const ItemRows& r, const Result& out) { out.name(list_kind_name(r.item().list_kind)); }},
    {"title", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().title); }},
    {"labels", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().labels); }},
    {"category", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().category); }},
    {"time_text", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().time_text); }},
    {"date_published", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().date_published); }},
    {"date_published_utc", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().date_published_utc); }},
    {"date_precision", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().date_precision); }},
    {"url", "TEXT", [](const ItemRows& r, const Result& out) { out.text(r.item().url); }},
    {"line_no", "INTEGER", [](const ItemRows& r, const Result& out) { out.number(r.item().line_no); }},
    {"byte_start", "INTEGER", [](const ItemRows& r, const Result& out) { out.integer(r.item().begin); }},
    {"byte_end", "INTEGER", [](const ItemRows& r, const Result& out) { out.integer(r.item().end); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(related_items, ItemRows, kColumns, {"item_no", false, false, "line_no"})

}  // namespace article
