// article_dates(text): one row for every date, time, range, duration and set in the article's body, or in the whole
// text with scope 'text'.
#include "core/lexicon.h"
#include "core/time/date_reader.h"
#include "core/time/time.h"
#include "vtab/function.h"

namespace article {

namespace {

class DateRows {
 public:
  explicit DateRows(const Call& call)
      : document_(call.document),
        wanted_(call.fields(field_set(Field::kDatePublished))),
        scope_text_(call.scope_text),
        found_(sqlite_memory()),
        values_(sqlite_memory()) {}

  bool next(const Interrupt& interrupt) {
    if (!read_) {
      read(interrupt);
      read_ = true;
    } else {
      ++at_;
    }
    return at_ < found_.size();
  }

  uint32_t number() const noexcept { return static_cast<uint32_t>(at_ + 1); }
  const DateExpression& expression() const noexcept { return found_[at_]; }
  const DateValue& value() const noexcept { return values_[at_]; }
  std::string_view text() const noexcept {
    return document_->text().substr(expression().begin, expression().end - expression().begin);
  }

 private:
  TimeContext context(const Interrupt& interrupt) {
    const Options& options = document_->options();
    TimeContext out;
    out.prose = true;
    out.language = find_time_language(
        options.language.empty() ? language_tag(document_->language(interrupt)) : options.language, document_->text());
    parse_timezone(options.timezone, &out.default_offset);
    parse_reference_time(options.reference_time, out.default_offset, &out.reference);
    if (!scope_text_) {
      const Fields& fields = document_->fields(interrupt, wanted_);
      parse_reference_time(fields.value(Field::kDatePublished), kNoOffset, &out.publication);
    }
    return out;
  }

  void read(const Interrupt& interrupt) {
    const TimeContext where = context(interrupt);
    if (scope_text_) {
      found_ = find_dates(document_->text(), 0, document_->text().size(), where, interrupt, sqlite_memory());
    } else {
      DateReader reader(document_->text(), where.language, sqlite_memory());
      for (const Paragraph& paragraph : document_->paragraphs(interrupt)) {
        const auto more = reader.dates(paragraph.begin, paragraph.end, interrupt);
        found_.insert(found_.end(), more.begin(), more.end());
      }
    }
    values_.resize(found_.size());
    resolve_all(found_.data(), found_.size(), where, values_.data(), interrupt);
  }

  DocumentPointer document_;
  FieldSet wanted_;
  bool scope_text_;
  bool read_ = false;
  std::pmr::vector<DateExpression> found_;
  std::pmr::vector<DateValue> values_;
  size_t at_ = 0;
};

std::string_view known(const DateRows& r, std::string_view value) noexcept {
  return r.value().known ? value : std::string_view();
}

constexpr Column<DateRows> kColumns[] = {
    {"date_no", "INTEGER", [](const DateRows& r, const Result& out) { out.integer(r.number()); }},
    {"date_text", "TEXT", [](const DateRows& r, const Result& out) { out.text(r.text()); }},
    {"kind", "TEXT", [](const DateRows& r, const Result& out) { out.text(date_kind_name(r.value().kind)); }},
    {"value", "TEXT", [](const DateRows& r, const Result& out) { out.text(known(r, r.value().text.view())); }},
    {"value_utc", "TEXT", [](const DateRows& r, const Result& out) { out.text(known(r, r.value().utc.view())); }},
    {"precision", "TEXT",
     [](const DateRows& r, const Result& out) { out.text(known(r, date_precision_name(r.value().precision))); }},
    {"byte_start", "INTEGER", [](const DateRows& r, const Result& out) { out.integer(r.expression().begin); }},
    {"byte_end", "INTEGER", [](const DateRows& r, const Result& out) { out.integer(r.expression().end); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_dates, DateRows, kColumns, {"date_no", true})

}  // namespace article
