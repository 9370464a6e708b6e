// article_mentions(text): persons, organisations and places, each with the fullest form of its name in the text.
#include "core/prose/names.h"
#include "vtab/function.h"

namespace article {

namespace {

class MentionRows {
 public:
  explicit MentionRows(const Call& call) : document_(call.document), scope_text_(call.scope_text) {}

  bool next(const Interrupt& interrupt) {
    if (names_ == nullptr) {
      names_ = &document_->prose(scope_text_, interrupt).names(interrupt).all;
    } else {
      ++at_;
    }
    while (at_ < names_->size() && mention().kind == NameKind::kUnknown) {
      ++at_;
    }
    ++number_;
    return at_ < names_->size();
  }

  uint32_t number() const noexcept { return number_; }
  const Name& mention() const noexcept { return (*names_)[at_]; }
  std::string_view text(uint32_t begin, uint32_t end) const noexcept {
    return document_->text().substr(begin, end - begin);
  }
  std::string_view full() const noexcept {
    const Name& name = (*names_)[mention().full];
    return text(name.begin, name.end);
  }
  std::string_view title() const noexcept {
    if (mention().kind != NameKind::kPerson || mention().title == kNoPosition) {
      return {};
    }
    const Name& name = (*names_)[mention().title];
    return text(name.title_begin, name.title_end);
  }

 private:
  DocumentPointer document_;
  bool scope_text_;
  const std::pmr::vector<Name>* names_ = nullptr;
  size_t at_ = 0;
  uint32_t number_ = 0;
};

constexpr Column<MentionRows> kColumns[] = {
    {"mention_no", "INTEGER", [](const MentionRows& r, const Result& out) { out.integer(r.number()); }},
    {"kind", "TEXT", [](const MentionRows& r, const Result& out) { out.text(name_kind_name(r.mention().kind)); }},
    {"mention", "TEXT",
     [](const MentionRows& r, const Result& out) { out.text(r.text(r.mention().begin, r.mention().end)); }},
    {"name", "TEXT", [](const MentionRows& r, const Result& out) { out.text(r.full()); }},
    {"title", "TEXT", [](const MentionRows& r, const Result& out) { out.text(r.title()); }},
    {"byte_start", "INTEGER", [](const MentionRows& r, const Result& out) { out.integer(r.mention().begin); }},
    {"byte_end", "INTEGER", [](const MentionRows& r, const Result& out) { out.integer(r.mention().end); }},
    {"sentence_no", "INTEGER", [](const MentionRows& r, const Result& out) { out.number(r.mention().sentence_no); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_mentions, MentionRows, kColumns, {"mention_no", true})

}  // namespace article
