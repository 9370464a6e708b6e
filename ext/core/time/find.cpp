// Expressions in a stretch of text: one pass of the grammar over windows of pieces.
#include <algorithm>

#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/time/calendar.h"
#include "core/time/date_reader.h"
#include "core/time/grammar.h"
#include "core/time/time.h"

namespace article {

namespace {

bool closing_mark(const TextPiece& piece) noexcept {
  return piece.kind == PieceKind::kMark &&
         (piece.mark == '.' || piece.mark == ',' || piece.mark == ')' || piece.mark == ']' || piece.mark == ':' ||
          piece.mark == ';' || piece.mark == '\'' || piece.mark == '|' || piece.mark == '-' || piece.mark == '"' ||
          piece.mark == '?' || piece.mark == '!');
}

// Calls take(expression) for each expression until it returns false.
template <typename Take>
void scan(Grammar* grammar, size_t begin, size_t end, const Interrupt& interrupt, Take take) {
  size_t at = begin;
  size_t polled = begin;
  while (at < end) {
    size_t next = at;
    if (!grammar->load(&next, end)) {
      return;
    }
    for (; next - polled >= kPollBytes; polled += kPollBytes) {  // long words: many at once
      interrupt.poll();
    }
    const int count = grammar->count();
    const bool last = next >= end;
    int i = 0;
    DateExpression found;
    while (i < count && (last || i < count - kMaxPieces)) {
      const int behind = grammar->expression(i, &found);
      if (behind > i) {
        if (!take(found)) {
          return;
        }
        i = behind;
      } else {
        ++i;
      }
    }
    if (last && i >= count) {
      return;
    }
    at = grammar->piece(i).begin;
  }
}

// Day and month of an open order the other way round.
void swap_order(DatePoint* p) noexcept {
  if ((p->flags & kOrderOpen) != 0) {
    std::swap(p->day, p->month);
  }
}

// 13/4/2019 elsewhere in the text tells how 1/2/2019 is meant.
template <typename List>
void settle_orders(List* list, TimeLanguage language) noexcept {
  int day_first = 0;
  int month_first = 0;
  const auto count = [&](const DatePoint& p) {
    if ((p.flags & kHasNumeric) != 0 && (p.flags & kOrderOpen) == 0 && p.day > 12 && (p.flags & kMonthCameFirst) != 0) {
      ++month_first;
    } else if ((p.flags & kHasNumeric) != 0 && (p.flags & kOrderOpen) == 0 && p.day > 12 &&
               (p.flags & kDayCameFirst) != 0) {
      ++day_first;
    }
  };
  for (const DateExpression& e : *list) {
    count(e.from);
  }
  const bool american = language.order == kMonthDayYear;
  if ((american && day_first > 0 && month_first == 0) || (!american && month_first > 0 && day_first == 0)) {
    for (DateExpression& e : *list) {
      swap_order(&e.from);
      swap_order(&e.to);
    }
  }
}

void read_dates(Grammar* grammar, size_t begin, size_t end, TimeLanguage language, const Interrupt& interrupt,
                std::pmr::vector<DateExpression>* out) {
  grammar->read_as_prose(true);
  scan(grammar, begin, end, interrupt, [&](const DateExpression& found) {
    out->push_back(found);
    return true;
  });
  settle_orders(out, language);
}

bool read_timestamp(Grammar* reader, size_t begin, size_t end, DateExpression* found) noexcept {
  Grammar& grammar = *reader;
  grammar.read_as_prose(false);
  size_t at = begin;
  if (begin >= end || !grammar.load(&at, end)) {
    return false;
  }
  DateExpression best;
  int best_score = 0;
  for (int i = 0; i < grammar.count();) {
    if (!grammar.may_hold(i)) {
      ++i;
      continue;
    }
    DateExpression e;
    int behind = grammar.expression(i, &e);
    const bool words = e.shape != kSetShape && e.shape != kDurationShape;
    const bool solid = e.full_date || e.has_clock ||
                       (e.from.flags & (kHasDelta | kHasNumeric | kHasRelativeDay)) != 0 ||
                       (e.from.day != 0 && e.from.month != 0);
    if (behind == 0 || !words || !solid || (e.from.flags & kVagueClock) != 0) {
      grammar.read_as_prose(true);
      behind = grammar.expression(i, &e);
      grammar.read_as_prose(false);
      if (behind != 0 && (e.shape == kSetShape || e.shape == kDurationShape)) {
        i = behind;
        continue;
      }
    }
    if (behind == 0) {
      ++i;
      continue;
    }
    const int score = 1 + (e.full_date ? 8 : 0) + (e.has_clock ? 4 : 0) + ((e.from.flags & kHasDelta) != 0 ? 8 : 0) +
                      (e.from.day != 0 ? 2 : 0);
    if (score > best_score) {
      best = e;
      best_score = score;
    }
    i = behind;
  }
  *found = best;
  return best_score > 0;
}

}  // namespace

std::pmr::vector<DateExpression> find_dates(std::string_view text, size_t begin, size_t end, const TimeContext& context,
                                            const Interrupt& interrupt, std::pmr::memory_resource* memory) {
  Grammar grammar(text, context.language, true);
  std::pmr::vector<DateExpression> out(memory);
  read_dates(&grammar, begin, std::min(end, text.size()), context.language, interrupt, &out);
  return out;
}

bool find_timestamp(std::string_view text, size_t begin, size_t end, const TimeContext& context,
                    DateExpression* found) noexcept {
  Grammar grammar(text, context.language, false);
  return read_timestamp(&grammar, begin, std::min({end, text.size(), begin + kMaxWholeBytes}), found);
}

DateReader::DateReader(std::string_view text, TimeLanguage language, std::pmr::memory_resource* memory)
    : text_(text),
      language_(language),
      memory_(memory),
      grammar_(nullptr),
      known_(kKnown, Known{}, memory),
      dates_(memory),
      found_(memory) {
  grammar_ = new (memory->allocate(sizeof(Grammar), alignof(Grammar))) Grammar(text, language, false);
}

DateReader::~DateReader() {
  grammar_->~Grammar();
  memory_->deallocate(grammar_, sizeof(Grammar), alignof(Grammar));
}

bool DateReader::timestamp(size_t begin, size_t end, DateExpression* found) {
  Known& known = known_[(begin * 31 + end) % kKnown];
  if (known.begin == begin && known.end == end) {
    *found = known.any ? found_[known.place] : DateExpression{};
    return known.any;
  }
  const bool any = read_timestamp(grammar_, begin, std::min({end, text_.size(), begin + kMaxWholeBytes}), found);
  if (any && known.place == kNowhere) {
    found_.push_back(*found);
    known.place = static_cast<uint16_t>(found_.size() - 1);
  } else if (any) {
    found_[known.place] = *found;
  }
  known.begin = static_cast<uint32_t>(begin);
  known.end = static_cast<uint32_t>(end);
  known.any = any;
  return any;
}

bool DateReader::may_begin(size_t begin, size_t end) noexcept {
  grammar_->read_as_prose(false);
  return begin < end && grammar_->load(&begin, std::min(end, text_.size())) && grammar_->may_hold(0);
}

bool DateReader::may_begin_by(size_t begin, size_t end, size_t until) noexcept {
  grammar_->read_as_prose(false);
  if (begin >= end || !grammar_->load(&begin, std::min(end, text_.size()))) {
    return false;
  }
  for (int i = 0; i < grammar_->count() && grammar_->piece(i).begin < until; ++i) {
    if (grammar_->may_hold(i)) {
      return true;
    }
  }
  return false;
}

bool DateReader::may_begin_within(size_t begin, size_t end) noexcept {
  grammar_->read_as_prose(false);
  return begin < end && grammar_->load(&begin, end) && (begin < end || grammar_->may_open());
}

bool DateReader::may_hold_beside(size_t begin, size_t end, const std::pmr::vector<DateExpression>& known) noexcept {
  grammar_->read_as_prose(false);
  end = std::min(end, text_.size());
  size_t next = begin;
  if (begin >= end || !grammar_->load(&next, end)) {
    return false;
  }
  for (int i = 0; i < grammar_->count(); ++i) {
    const uint32_t at = grammar_->piece(i).begin;
    const bool inside = std::any_of(known.begin(), known.end(), [&](const DateExpression& date) {
      return date.full_date && (date.kind == DateKind::kDate || date.kind == DateKind::kDatetime) && date.begin <= at &&
             at < date.end;
    });
    if (!inside && grammar_->may_hold(i)) {
      return true;
    }
  }
  return next < end;
}

bool DateReader::may_hold_day(size_t begin, size_t end) noexcept {
  grammar_->read_as_prose(false);
  size_t next = begin;
  end = std::min(end, text_.size());
  return begin < end && grammar_->load(&next, end) && (next < end || grammar_->may_hold_day());
}

bool DateReader::full_date(size_t begin, size_t end, DateExpression* found) {
  grammar_->read_as_prose(false);
  size_t next = begin;
  const bool may_be = begin < end && grammar_->load(&next, std::min(end, text_.size())) &&
                      (next < end || grammar_->may_hold_full_date());
  return may_be && timestamp(begin, end, found) && found->full_date;
}

const std::pmr::vector<DateExpression>& DateReader::dates(size_t begin, size_t end, const Interrupt& interrupt) {
  dates_.clear();
  read_dates(grammar_, begin, std::min(end, text_.size()), language_, interrupt, &dates_);
  return dates_;
}

bool match_whole(std::string_view text, const TimeContext& context, DateExpression* found) noexcept {
  if (text.size() > kMaxWholeBytes) {
    return false;
  }
  Grammar grammar(text, context.language, false);
  size_t at = 0;
  if (!grammar.load(&at, text.size()) || at < text.size()) {
    return false;
  }
  int begin = 0;
  int end = grammar.expression(begin, found);
  while (end == 0 && begin + 1 < grammar.count() && begin < 3 && grammar.piece(begin).kind == PieceKind::kMark) {
    end = grammar.expression(++begin, found);
  }
  if (end == 0) {
    return false;
  }
  for (int skipped = 0; end < grammar.count(); ++skipped) {
    if (closing_mark(grammar.piece(end))) {
      ++end;
      continue;
    }
    // A joining word that joins nothing: "Вчера в".
    const int joined = skipped < 2 ? grammar.joiner(end) : 0;
    if (joined == 0 || joined < grammar.count()) {
      return false;
    }
    end = joined;
  }
  return true;
}

DateValue parse_whole(std::string_view text, const TimeContext& context) noexcept {
  DateExpression found;
  return match_whole(text, context, &found) ? resolve(found, context) : DateValue();
}

// Only an Interrupt that asks somebody throws.
DateShape date_shape(std::string_view text, size_t begin, size_t end,  // NOLINT(bugprone-exception-escape)
                     TimeLanguage language) noexcept {
  DateShape out;
  end = std::min({end, text.size(), begin + kMaxShapeBytes});
  if (begin >= end || !Grammar::worth_reading(text, begin, end)) {
    return out;
  }
  Grammar grammar(text, language, true);
  size_t visible = 0;
  for (size_t i = begin; i < end; ++i) {
    visible += text[i] != ' ' ? 1U : 0U;
  }
  size_t covered = 0;
  scan(&grammar, begin, end, Interrupt(), [&](const DateExpression& e) {
    if (e.shape == kDurationShape || e.shape == kSetShape) {
      return true;
    }
    out.any = true;
    out.full_date = out.full_date || e.full_date;
    out.clock = out.clock || e.has_clock;
    out.relative = out.relative || (e.from.flags & (kHasDelta | kHasRelativeDay)) != 0;
    for (size_t i = e.begin; i < e.end; ++i) {
      covered += text[i] != ' ' ? 1U : 0U;
    }
    return true;
  });
  out.share = static_cast<uint8_t>(visible == 0 ? 0 : std::min<size_t>(255, covered * 255 / visible));
  return out;
}

}  // namespace article
