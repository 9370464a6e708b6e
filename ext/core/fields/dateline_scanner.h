// The head of a line as words and marks: what the readers of datelines stand on.
#pragma once

#include <algorithm>
#include <array>

#include "core/fields/dateline.h"
#include "core/text/utf8.h"

namespace article {

struct DatelinePiece {
  Word word;
  char32_t code = 0;  // of marks; 0: a word or number
  bool blank_before = false;
};

class DatelineScanner {
 public:
  DatelineScanner(const Reading& reading, const Row& row, Dateline* out) noexcept;

 protected:
  bool done() const noexcept { return at_ >= count_; }
  char32_t code(size_t at) const noexcept { return at < count_ ? pieces_[at].code : 0; }
  bool is_word(size_t at) const noexcept { return at < count_ && pieces_[at].code == 0; }
  uint32_t begin_of(size_t at) const noexcept { return at < count_ ? pieces_[at].word.begin : limit_; }

  bool has_number() const noexcept {
    return std::any_of(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [](const DatelinePiece& piece) { return piece.word.kind == WordKind::kNumber; });
  }

  // Whether a piece stands in the date of the line's head, which has a year or none.  It is read where one may begin by
  // there: only one that stands in the dateline is used.
  bool date_at(size_t at) {
    return at < count_ && may_be_date_by(at) && date_.begin <= pieces_[at].word.begin &&
           pieces_[at].word.begin < date_.end;
  }
  bool date_between(size_t first, uint32_t end) {
    return first < count_ && may_be_date_by(count_ - 1) && date_.begin >= begin_of(first) && date_.end <= end;
  }
  void take_date() noexcept;
  // The longest phrase that begins at a piece; PhraseMatch::words counts pieces.
  PhraseMatch phrase(size_t start, Term term) const noexcept;

  static constexpr size_t kMaxPieces = 48;

  const Reading& reading_;
  std::string_view text_;
  const Row& row_;
  Dateline& out_;
  std::array<DatelinePiece, kMaxPieces> pieces_;
  size_t count_ = 0;
  size_t at_ = 0;
  uint32_t limit_ = 0;
  DateExpression date_;  // of no bytes: there is none, or none was asked for

 private:
  bool may_be_date_by(size_t at);
  void find_date();

  bool date_read_ = false;
  size_t dateless_ = 0;  // pieces at which surely none begins; all where no number stands
};

// Datelines of scripts that write no capitals and few blanks: Chinese, Japanese, Korean (dateline_asian.cpp).
class AsianDatelines : public DatelineScanner {
 public:
  using DatelineScanner::DatelineScanner;

 protected:
  bool read_ideographs();
  bool read_korean();

 private:
  bool ideograph(size_t at) const noexcept { return at < count_ && pieces_[at].word.kind == WordKind::kIdeograph; }
  bool take_own_paper() noexcept;
  bool close_ideographs(bool agency) noexcept;
  size_t next_mark(size_t at, char32_t mark) const noexcept;
};

}  // namespace article
