// The pieces of a stretch of text, loaded once and each looked up in the lexicon; which of them are worth a look.
#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

Grammar::Grammar(std::string_view text, TimeLanguage language, bool prose) noexcept
    : text_(text),
      language_(language),
      row_(language_row(language.best)),
      english_(language_row(english_language())),
      prose_(prose) {
  fill_ranks();
}

bool Grammar::load(size_t* at, size_t end) noexcept {
  known_at_ = -1;
  if (*at == loaded_begin_ && end == loaded_end_) {
    *at = loaded_next_;
    return count_ > 0;
  }
  loaded_begin_ = *at;
  loaded_end_ = end;
  count_ = static_cast<int>(lex_pieces(text_, at, end, pieces_, kWindow));
  loaded_next_ = *at;
  cut_ = false;
  sense_count_ = 0;
  looked_ahead_[0] = looked_ahead_[1] = false;
  // What is looked up is fetched for all of them first: the tables are larger than the nearest cache.
  for (int i = 0; i < count_; ++i) {
    states_[i] = step_state(first_state(), pieces_[i].hash);
    prefetch_entry(states_[i]);
  }
  for (int i = 0; i < count_; ++i) {
    const bool mark = pieces_[i].kind == PieceKind::kMark;
    entries_[i] = mark ? nullptr : find_entry(states_[i]);
    if (entries_[i] != nullptr) {
      prefetch_senses(*entries_[i]);
    }
    // What the lexicon has nothing of is known.
    hits_[0][i] = hits_[1][i] = Hits{};
    hits_[0][i].known = hits_[1][i].known = entries_[i] == nullptr;
    patterns_[i] = Pattern::kUnasked;
  }
  for (int i = count_; i < count_ + kBehind; ++i) {
    pieces_[i] = TextPiece{};
    pieces_[i].kind = PieceKind::kMark;
    pieces_[i].blank_before = true;
    pieces_[i].latin = true;
    entries_[i] = nullptr;
    hits_[0][i] = hits_[1][i] = Hits{};
    hits_[0][i].known = hits_[1][i].known = true;
  }
  return count_ > 0;
}

bool Grammar::worth_reading(std::string_view text, size_t begin, size_t end) noexcept {
  TextPiece pieces[16];
  size_t at = begin;
  while (at < end) {
    const size_t count = lex_pieces(text, &at, end, pieces, 16);
    for (size_t i = 0; i < count; ++i) {
      if (pieces[i].kind == PieceKind::kNumber) {
        return true;
      }
      if (pieces[i].kind == PieceKind::kWord && find_entry(step_state(first_state(), pieces[i].hash)) != nullptr) {
        return true;
      }
    }
    if (count == 0) {
      break;
    }
  }
  return false;
}

// Inside a sentence: a number, or a word that can be the heart of an expression, stands here or a few pieces on.  Most
// words of a text end here.
bool Grammar::worth_parsing(int at) noexcept {
  const auto bit = [](TimeWord kind) { return 1U << static_cast<uint32_t>(kind); };
  static const uint32_t hearts = bit(TimeWord::kMonth) | bit(TimeWord::kWeekday) | bit(TimeWord::kUnit) |
                                 bit(TimeWord::kDay) | bit(TimeWord::kNow) | bit(TimeWord::kPeriod) |
                                 bit(TimeWord::kRelative) | bit(TimeWord::kDaypart) | bit(TimeWord::kAmpm) |
                                 bit(TimeWord::kHoliday) | bit(TimeWord::kSeason) | bit(TimeWord::kEra) |
                                 bit(TimeWord::kSet) | bit(TimeWord::kClock) | bit(TimeWord::kDual);
  if (number_at(at)) {
    return pieces_[at].digits <= 4 || pieces_[at].digits == 8;
  }
  static const uint32_t letter_q = hash_word("q");
  if (hits(at).kinds == 0 && pieces_[at].hash != letter_q && !goes_on_from(at)) {
    return false;
  }
  for (int i = at; i < count_ && i < at + 7; ++i) {
    if (i > at && pieces_[i].break_before) {
      return false;
    }
    const bool letter =
        word_at(i) && pieces_[i].digits == 1 && pieces_[i].latin;  // a unit or half of a day behind a number only
    if (number_at(i) || (word_at(i) && ((!letter && (hits(i).kinds & hearts) != 0) || pieces_[i].hash == letter_q))) {
      return true;
    }
  }
  return false;
}

}  // namespace article
