// article_quotes(text): quotations and reported statements with their speakers.
#include "core/prose/quotes.h"
#include "vtab/function.h"

namespace article {

namespace {

class QuoteRows {
 public:
  explicit QuoteRows(const Call& call) : document_(call.document), scope_text_(call.scope_text) {}

  bool next(const Interrupt& interrupt) {
    if (quotes_ == nullptr) {
      quotes_ = &document_->prose(scope_text_, interrupt).quotes(interrupt);
    }
    return ++number_ <= quotes_->size();
  }

  uint32_t number() const noexcept { return number_; }
  const Quote& quote() const noexcept { return (*quotes_)[number_ - 1]; }
  std::string_view text(ByteSpan span) const noexcept {
    return span.empty() ? std::string_view() : document_->text().substr(span.begin, span.end - span.begin);
  }

 private:
  DocumentPointer document_;
  bool scope_text_;
  const std::pmr::vector<Quote>* quotes_ = nullptr;
  uint32_t number_ = 0;
};

constexpr Column<QuoteRows> kColumns[] = {
    {"quote_no", "INTEGER", [](const QuoteRows& r, const Result& out) { out.integer(r.number()); }},
    {"kind", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(quote_kind_name(r.quote().kind)); }},
    {"quote", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(r.text(r.quote().quote)); }},
    {"speaker", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(r.text(r.quote().speaker)); }},
    {"speaker_name", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(r.text(r.quote().speaker_name)); }},
    {"speaker_title", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(r.text(r.quote().speaker_title)); }},
    {"cue", "TEXT", [](const QuoteRows& r, const Result& out) { out.text(r.text(r.quote().cue)); }},
    {"byte_start", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().quote.begin); }},
    {"byte_end", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().quote.end); }},
    {"speaker_start", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().speaker.begin); }},
    {"speaker_end", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().speaker.end); }},
    {"cue_start", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().cue.begin); }},
    {"cue_end", "INTEGER", [](const QuoteRows& r, const Result& out) { out.offset(r.quote().cue.end); }},
    {"sentence_no", "INTEGER", [](const QuoteRows& r, const Result& out) { out.number(r.quote().sentence_no); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_quotes, QuoteRows, kColumns, {"quote_no", true})

}  // namespace article
