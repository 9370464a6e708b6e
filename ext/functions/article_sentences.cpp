// article_sentences(text): the sentences of the body, or of the whole text.
#include "core/prose/sentences.h"
#include "vtab/function.h"

namespace article {

namespace {

class SentenceRows {
 public:
  explicit SentenceRows(const Call& call) : document_(call.document), scope_text_(call.scope_text) {}

  bool next(const Interrupt& interrupt) {
    if (sentences_ == nullptr) {
      sentences_ = &document_->prose(scope_text_, interrupt).sentences(interrupt);
    }
    return ++number_ <= sentences_->size();
  }

  uint32_t number() const noexcept { return number_; }
  const Sentence& sentence() const noexcept { return (*sentences_)[number_ - 1]; }
  std::string_view text() const noexcept {
    return document_->text().substr(sentence().begin, sentence().end - sentence().begin);
  }

 private:
  DocumentPointer document_;
  bool scope_text_;
  const std::pmr::vector<Sentence>* sentences_ = nullptr;
  uint32_t number_ = 0;
};

constexpr Column<SentenceRows> kColumns[] = {
    {"sentence_no", "INTEGER", [](const SentenceRows& r, const Result& out) { out.integer(r.number()); }},
    {"paragraph_no", "INTEGER",
     [](const SentenceRows& r, const Result& out) { out.number(r.sentence().paragraph_no); }},
    {"sentence", "TEXT", [](const SentenceRows& r, const Result& out) { out.text(r.text()); }},
    {"byte_start", "INTEGER", [](const SentenceRows& r, const Result& out) { out.integer(r.sentence().begin); }},
    {"byte_end", "INTEGER", [](const SentenceRows& r, const Result& out) { out.integer(r.sentence().end); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_sentences, SentenceRows, kColumns, {"sentence_no", true})

}  // namespace article
