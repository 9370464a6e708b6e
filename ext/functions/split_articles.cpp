// split_articles(text): one row for every article of a text that holds many; a plain text is one row.
//
//   SELECT s.article_no, p.headline FROM files f, split_articles(f.text) s, parse_article(s.article_text) p;
//
// Rows are found one at a time: nothing but the text is held.
#include "core/archive/archive.h"
#include "vtab/function.h"

namespace article {

namespace {

class PieceRows {
 public:
  explicit PieceRows(const Call& call) : document_(call.document), splitter_(document_->text()) {}

  bool next(const Interrupt& interrupt) {
    ++number_;
    return splitter_.next(interrupt, &piece_);
  }

  uint32_t number() const noexcept { return number_; }
  const Piece& piece() const noexcept { return piece_; }
  std::string_view text() const noexcept { return document_->text().substr(piece_.begin, piece_.end - piece_.begin); }

 private:
  DocumentPointer document_;
  ArticleSplitter splitter_;
  Piece piece_;
  uint32_t number_ = 0;
};

constexpr Column<PieceRows> kColumns[] = {
    {"article_no", "INTEGER", [](const PieceRows& r, const Result& out) { out.integer(r.number()); }},
    {"format", "TEXT", [](const PieceRows& r, const Result& out) { out.text(format_name(r.piece().format)); }},
    {"identifier", "TEXT", [](const PieceRows& r, const Result& out) { out.text(r.piece().identifier); }},
    {"article_text", "TEXT", [](const PieceRows& r, const Result& out) { out.text(r.text()); }},
    {"byte_start", "INTEGER",
     [](const PieceRows& r, const Result& out) { out.integer(static_cast<int64_t>(r.piece().begin)); }},
    {"byte_end", "INTEGER",
     [](const PieceRows& r, const Result& out) { out.integer(static_cast<int64_t>(r.piece().end)); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(split_articles, PieceRows, kColumns, {"article_no"})

}  // namespace article
