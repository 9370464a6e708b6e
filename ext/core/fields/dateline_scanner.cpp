#include "core/fields/dateline_scanner.h"

#include "core/text/words.h"

namespace article {

DatelineScanner::DatelineScanner(const Reading& reading, const Row& row, Dateline* out) noexcept
    : reading_(reading), text_(reading.page.text), row_(row), out_(*out) {
  limit_ = static_cast<uint32_t>(std::min<size_t>(row.end, row.begin + kMaxDatelineBytes));
  LineCursor cursor = reading.words_of(row, row.begin, limit_, true);
  Word word;
  uint32_t before = row.begin;
  while (count_ < kMaxPieces && cursor.next(&word)) {
    DatelinePiece& piece = pieces_[count_++];
    piece.word = word;
    piece.code = word.kind == WordKind::kPunctuation ? decode(text_, word.begin).value : 0;
    piece.blank_before = word.begin > before;
    before = word.end;
  }
  dateless_ = has_number() ? 0 : count_;
}

// Before a bracket it is looked for first: behind it come the prose and its dates.
void DatelineScanner::find_date() {
  size_t bracket = 1;
  bool digit_before = count_ != 0 && pieces_[0].word.kind == WordKind::kNumber;
  for (; bracket < count_ && pieces_[bracket].code != U'(' && pieces_[bracket].code != 0xFF08; ++bracket) {
    digit_before = digit_before || pieces_[bracket].word.kind == WordKind::kNumber;
  }
  const bool before =
      bracket < count_ && digit_before && reading_.dates.timestamp(row_.begin, pieces_[bracket].word.begin, &date_);
  if (!before && !reading_.dates.timestamp(row_.begin, limit_, &date_)) {
    date_ = DateExpression();
  }
}

bool DatelineScanner::may_be_date_by(size_t at) {
  if (!date_read_ && at >= dateless_) {
    if (reading_.dates.may_begin_by(row_.begin, limit_, pieces_[at].word.end)) {
      find_date();
      date_read_ = true;
    } else {
      dateless_ = at + 1;
    }
  }
  return date_.end != 0;
}

void DatelineScanner::take_date() noexcept {
  out_.date = date_;
  out_.has_date = true;
  out_.end = std::max(out_.end, date_.end);
  while (!done() && pieces_[at_].word.begin < date_.end) {
    ++at_;
  }
}

PhraseMatch DatelineScanner::phrase(size_t start, Term term) const noexcept {
  PhraseWalk walk;
  PhraseMatch best;
  for (size_t i = start; i < count_; ++i) {
    if (pieces_[i].code != 0) {
      if (i == start) {
        break;
      }
      continue;
    }
    if (!walk.step(pieces_[i].word.hash)) {
      break;
    }
    const PhraseRange range = walk.entries();
    for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
      if (entry->term == term && (entry->capital == 0 || pieces_[start].word.all_capitals)) {
        best.words = static_cast<uint32_t>(i - start + 1);  // pieces
        best.end = pieces_[i].word.end;
        best.value = entry->value;
      }
    }
  }
  return best;
}

}  // namespace article
