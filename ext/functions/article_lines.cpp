// article_lines(text): every line, nothing lost.  Laid end to end with their line ends the lines are the text.
#include "vtab/function.h"

namespace article {

namespace {

class LineRows {
 public:
  explicit LineRows(const Call& call)
      : document_(call.document), needs_roles_((call.columns_used & kRoleColumns) != 0) {}

  bool next(const Interrupt& interrupt) {
    lines_ = &document_->lines(interrupt);
    if (needs_roles_) {
      roles_ = &document_->roles(interrupt);
    }
    return ++number_ <= lines_->size();
  }

  uint32_t number() const noexcept { return number_; }
  const Line& line() const noexcept { return (*lines_)[number_ - 1]; }
  LineRole role() const noexcept { return roles_ != nullptr ? (*roles_)[number_ - 1] : LineRole{}; }
  std::string_view text() const noexcept { return line_text(document_->text(), line()); }
  int64_t word_count() const {
    return static_cast<int64_t>(document_->count_words(line().begin, line().end, Interrupt()));
  }

 private:
  static constexpr uint64_t kRoleColumns = 1U << 2U | 1U << 3U | 1U << 5U;  // role, paragraph_no, confidence

  DocumentPointer document_;
  bool needs_roles_;
  const std::pmr::vector<Line>* lines_ = nullptr;
  const std::pmr::vector<LineRole>* roles_ = nullptr;
  uint32_t number_ = 0;
};

constexpr Column<LineRows> kColumns[] = {
    {"line_no", "INTEGER", [](const LineRows& r, const Result& out) { out.integer(r.number()); }},
    {"line", "TEXT", [](const LineRows& r, const Result& out) { out.text_or_empty(r.text()); }},
    {"role", "TEXT", [](const LineRows& r, const Result& out) { out.name(role_name(r.role().role)); }},
    {"paragraph_no", "INTEGER", [](const LineRows& r, const Result& out) { out.number(r.role().paragraph_no); }},
    {"word_count", "INTEGER", [](const LineRows& r, const Result& out) { out.integer(r.word_count()); }},
    {"confidence", "REAL", [](const LineRows& r, const Result& out) { out.confidence(r.role().confidence); }},
    {"line_end", "TEXT", [](const LineRows& r, const Result& out) { out.name(line_end_name(r.line().line_end)); }},
    {"byte_start", "INTEGER", [](const LineRows& r, const Result& out) { out.integer(r.line().begin); }},
    {"byte_end", "INTEGER", [](const LineRows& r, const Result& out) { out.integer(r.line().end); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_lines, LineRows, kColumns, {"line_no"})

}  // namespace article
