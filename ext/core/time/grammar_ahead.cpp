// What can be reached from a piece: which kinds of words, numbers and marks the functions of the grammar may come to
// when they begin there.  They go from a piece only to the end of a phrase that the lexicon has, over a number or over
// a mark; so one pass backwards tells for every piece what is out of reach, and most functions need not be called.
//
//   "13 comments" -> a number and nothing else: no clock, no date
//
// Cost: one look-up of the lexicon a piece.
#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr uint64_t kAnyWord = 0xFFFFFFFFULL;

template <typename... Kinds>
constexpr uint64_t bits(Kinds... kinds) noexcept {
  return (uint64_t{0} | ... | uint64_t{kind_bit(kinds)});
}

template <typename... Kinds>
constexpr uint32_t bits32(Kinds... kinds) noexcept {
  return (0U | ... | kind_bit(kinds));
}

// Words that only introduce, join or end a component.
constexpr uint64_t kNoHeart =
    bits(TimeWord::kGlue, TimeWord::kRange, TimeWord::kNotDate, TimeWord::kLink, TimeWord::kClockLink,
         TimeWord::kPastAfter, TimeWord::kFutureAfter, TimeWord::kPastBefore, TimeWord::kFutureBefore,
         TimeWord::kDaySuffix, TimeWord::kZone, TimeWord::kAmpm, TimeWord::kClock, TimeWord::kModifier, TimeWord::kEra);
constexpr uint64_t kHearts = (kAnyWord & ~kNoHeart) | kNumberAhead | kOtherAhead;

// What a number that is neither a year nor a whole date needs behind it, beside what is written in digits: any word
// but "the" and its like.
constexpr uint64_t kMakesNumber =
    (kAnyWord & ~bits(TimeWord::kGlue, TimeWord::kNotDate)) | kApostropheAhead | kTakesHour | kNamesUnit;

// Words without which a time of day is written in digits and marks.
constexpr uint64_t kOfClock =
    bits(TimeWord::kAmpm, TimeWord::kDaypart, TimeWord::kClock, TimeWord::kUnit, TimeWord::kFraction,
         TimeWord::kClockLink, TimeWord::kNumber, TimeWord::kOrdinal, TimeWord::kZone, TimeWord::kDay) |
    kTakesHour;

// What the joining words of a value do beside joining.
uint64_t bits_of_glue(int value) noexcept {
  switch (value) {
    case kAt:
    case kAbout:
    case kAnd:
      return kTakesHour;
    case kYearWord:
    case kMonthWord:
    case kWeekWord:
    case kDayWord:
    case kQuarterWord:
    case kMinus:
    case kPlus:
      return kNamesUnit;
    default:
      return 0;
  }
}

uint64_t bit_of_mark(char mark) noexcept {
  switch (mark) {
    case '\'':
      return kApostropheAhead;
    case '-':
    case '~':
      return kDashAhead;
    case ':':
    case '.':
    case '@':
      return kPointAhead;
    default:
      return kMarkAhead;
  }
}

}  // namespace

// A whole phrase with a number in it may begin here, or go on behind its number.
bool Grammar::may_be_pattern(int at) noexcept {
  if (patterns_[at] == Pattern::kUnasked) {
    patterns_[at] = is_pattern_ahead(at) ? Pattern::kMaybe : Pattern::kNo;
  }
  return patterns_[at] == Pattern::kMaybe;
}

bool Grammar::is_pattern_ahead(int at) const noexcept {
  static const uint32_t slot_state = step_state(first_state(), number_slot());
  int before = at - 1;
  while (before >= 0 && (mark_at(before, '\'') || mark_at(before, '-') || mark_at(before, '.'))) {
    --before;
  }
  const bool behind_number = number_at(before) || (before >= 0 && entries_[before] != nullptr);
  if (behind_number && find_entry(step_state(slot_state, pieces_[at].hash)) != nullptr) {
    return true;
  }
  const TimeEntry* entry = entries_[at];
  if (entry == nullptr || !goes_on(*entry)) {
    return false;
  }
  const uint32_t state = entry->state;
  int next = at + 1;
  while (mark_at(next, '\'') || mark_at(next, '-') || mark_at(next, '.')) {
    ++next;
  }
  return next < count_ && (find_entry(step_state(state, number_slot())) != nullptr ||
                           find_entry(step_state(state, pieces_[next].hash)) != nullptr);
}

uint64_t Grammar::ahead_of_word(int at, const uint64_t* ahead) noexcept {
  static const uint32_t letters[] = {hash_word("q"), hash_word("s"), hash_word("t")};
  const Hits& here = hits(at);
  uint64_t out = here.read;
  if (here.crowded) {
    out |= kOtherAhead;
  }
  for (int i = here.first; i < here.first + here.count; ++i) {
    const bool glue = senses_[i].kind == static_cast<uint8_t>(TimeWord::kGlue);
    out |= ahead[senses_[i].end] | (glue ? bits_of_glue(senses_[i].value) : 0);
  }
  const uint32_t hash = pieces_[at].hash;
  if (hash == letters[0] || hash == letters[1] || hash == letters[2]) {
    out |= kOtherAhead | ahead[at + 1];
  }
  return may_be_pattern(at) ? out | kOtherAhead : out;
}

void Grammar::look_ahead() noexcept {
  uint64_t* ahead = ahead_[prose_ ? 1 : 0];
  ahead[count_] = 0;
  for (int i = count_ - 1; i >= 0; --i) {
    const TextPiece& piece = pieces_[i];
    if (piece.kind == PieceKind::kMark) {
      ahead[i] = bit_of_mark(piece.mark) | ahead[i + 1];
    } else if (piece.kind == PieceKind::kNumber) {
      ahead[i] = kNumberAhead | ahead[i + 1] | ahead_of_word(i, ahead);
    } else {
      ahead[i] = ahead_of_word(i, ahead);
    }
  }
  looked_ahead_[prose_ ? 1 : 0] = true;
}

// Is there anything that a component needs?
bool Grammar::heart_ahead(int at) noexcept {
  // A number alone is a year or a whole date in digits.
  if (number_at(at) && pieces_[at].digits != 4 && pieces_[at].digits != 8 && hits(at).read == 0) {
    const uint64_t behind = ahead(at + 1);
    if ((behind & kMakesNumber) != 0 || (ahead(at) & kOtherAhead) != 0) {
      return true;
    }
    // "7/11", "12:30", "20 02 2014"; not "1,000", "(3) 12"
    const bool joined = mark_at(at + 1, '/') || mark_at(at + 1, '.') || mark_at(at + 1, '-') || mark_at(at + 1, ':') ||
                        mark_at(at + 1, '~');
    return (behind & kNumberAhead) != 0 && (joined || number_at(at + 1));
  }
  return (ahead(at) & kHearts) != 0;
}

// Only a word of the lexicon leads to what follows it.
bool Grammar::may_open() noexcept {
  if (!word_at(count_ - 1) || entries_[count_ - 1] != nullptr) {
    return true;
  }
  for (int i = 0; i < count_; ++i) {
    if (may_hold(i)) {
      return true;
    }
  }
  return cut_;
}

// Day and year are two numbers, in digits or in words, or the parts of one of eight digits; the month is a word, or a
// number that follows another one or a mark behind it.
bool Grammar::may_hold_full_date() noexcept {
  int numbers = 0;
  bool month = false;
  for (int i = 0; i < count_ && !(month && numbers >= 2); ++i) {
    if (number_at(i)) {
      numbers += pieces_[i].digits == 8 ? 2 : 1;
      const bool mark = mark_at(i + 1, '/') || mark_at(i + 1, '.') || mark_at(i + 1, '-');
      month = month || pieces_[i].digits == 8 || number_at(mark ? i + 2 : i + 1);
    }
    if (entries_[i] != nullptr) {
      const uint32_t read = hits(i).read;
      numbers += word_at(i) && (read & bits(TimeWord::kNumber, TimeWord::kOrdinal)) != 0 ? 1 : 0;
      month = month || (read & kind_bit(TimeWord::kMonth)) != 0 || glue(i, kMonthWord);
    }
  }
  return month && numbers >= 2;
}

// A day is a number with a month, two numbers with a mark between them or beside each other, eight digits, a number
// that is written as a day, or what words say from the text's own day: "yesterday", "Friday", "3 hours ago".
bool Grammar::may_hold_day() noexcept {
  constexpr uint32_t kNamesDay =
      bits32(TimeWord::kWeekday, TimeWord::kDay, TimeWord::kNow, TimeWord::kPeriod, TimeWord::kRelative,
             TimeWord::kDaypart, TimeWord::kModifier, TimeWord::kHoliday, TimeWord::kDual, TimeWord::kDaySuffix);
  constexpr uint32_t kDirected = bits32(TimeWord::kPastBefore, TimeWord::kPastAfter, TimeWord::kFutureBefore,
                                        TimeWord::kFutureAfter, TimeWord::kGlue, TimeWord::kOrdinal);
  constexpr uint32_t kCounts = bits32(TimeWord::kNumber, TimeWord::kOrdinal);
  uint32_t seen = 0;
  bool day = false;  // a number that may be one, in digits
  for (int i = 0; i < count_; ++i) {
    if (number_at(i)) {
      const bool mark = mark_at(i + 1, '/') || mark_at(i + 1, '.') || mark_at(i + 1, '-');
      if (pieces_[i].digits == 8 || number_at(mark ? i + 2 : i + 1)) {
        return true;
      }
      day = day || pieces_[i].digits <= 2;
    }
    if (entries_[i] == nullptr) {
      continue;
    }
    const Hits& here = hits(i);
    seen |= here.read;
    if ((seen & kNamesDay) != 0 || here.crowded || may_be_pattern(i) || glue(i, kDayWord)) {
      return true;
    }
  }
  return ((seen & kind_bit(TimeWord::kMonth)) != 0 && (day || (seen & kCounts) != 0)) ||
         ((seen & kind_bit(TimeWord::kUnit)) != 0 && (seen & kDirected) != 0);
}

// A time of day may begin at `at`.
bool Grammar::may_be_clock(int at, uint32_t flags) noexcept {
  const uint64_t reach = ahead(at);
  if ((reach & kOfClock) != 0 || (flags & (kHasDaypart | kDayPartOfDate | kHasRelativeDay | kHasHalfDay)) != 0) {
    return true;
  }
  const bool digits = number_at(at) && (mark_at(at + 1, ':') || mark_at(at + 1, '.')) && number_at(at + 2);
  return digits || mark_at(at, '@');
}

// The components that may begin at `at`, as bits; the others surely do not.  `flags` are those of the point so far.
uint32_t Grammar::possible(int at, uint32_t flags) noexcept {
  const uint64_t reach = ahead(at);
  if ((reach & kOtherAhead) != 0) {
    return ~0U;
  }
  const uint64_t here = at < count_ ? hits(at).read : 0;
  const auto bit = [](Component component, bool may_be) {
    return may_be ? 1U << static_cast<uint32_t>(component) : 0U;
  };
  const auto reaches = [&](uint64_t any) { return (reach & any) != 0; };
  const bool counted = (here & bits(TimeWord::kGlue)) != 0 && reaches(bits(TimeWord::kUnit));
  const bool directed =
      reaches(bits(TimeWord::kPastBefore, TimeWord::kPastAfter, TimeWord::kFutureBefore, TimeWord::kFutureAfter));
  return bit(Component::kDelta, directed && reaches(bits(TimeWord::kUnit, TimeWord::kDual) | kApostropheAhead)) |
         bit(Component::kRelativeDay, (here & bits(TimeWord::kDay, TimeWord::kNow)) != 0) |
         bit(Component::kPeriod, reaches(bits(TimeWord::kPeriod, TimeWord::kModifier)) || counted) |
         bit(Component::kNth, reaches(bits(TimeWord::kUnit, TimeWord::kWeekday) | kNamesUnit)) |
         bit(Component::kClock, may_be_clock(at, flags)) | bit(Component::kDate, reaches(kHearts)) |
         bit(Component::kDaypart, reaches(bits(TimeWord::kDaypart))) |
         bit(Component::kPart, reaches(bits(TimeWord::kPart)));
}

bool Grammar::may_be(Construct construct, int at) noexcept {
  const uint64_t reach = ahead(at);
  if ((reach & kOtherAhead) != 0) {
    return true;
  }
  switch (construct) {
    case Construct::kRange:
      return (reach & (bits(TimeWord::kRange) | kDashAhead)) != 0;
    case Construct::kDuration:
      return (reach & (bits(TimeWord::kUnit, TimeWord::kDual) | kApostropheAhead)) != 0;
    case Construct::kLinkedDuration:
      return (reach & bits(TimeWord::kLink)) != 0;
  }
  return true;
}

}  // namespace article
