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

// Beside the bits of TimeWord.
enum AheadBit : uint64_t {
  kNumberAhead = 1ULL << 32U,
  kOtherAhead = 1ULL << 33U,  // something that is read by its letters: any component may follow
  kApostropheAhead = 1ULL << 34U,
  kDashAhead = 1ULL << 35U,   // - ~
  kPointAhead = 1ULL << 36U,  // : . @
  kMarkAhead = 1ULL << 37U,   // any other
};

constexpr uint64_t kAnyWord = 0xFFFFFFFFULL;

template <typename... Kinds>
constexpr uint64_t bits(Kinds... kinds) noexcept {
  return (uint64_t{0} | ... | uint64_t{kind_bit(kinds)});
}

// Words that only introduce, join or end a component.
constexpr uint64_t kNoHeart =
    bits(TimeWord::kGlue, TimeWord::kRange, TimeWord::kNotDate, TimeWord::kLink, TimeWord::kClockLink,
         TimeWord::kPastAfter, TimeWord::kFutureAfter, TimeWord::kPastBefore, TimeWord::kFutureBefore,
         TimeWord::kDaySuffix, TimeWord::kZone, TimeWord::kAmpm, TimeWord::kClock, TimeWord::kModifier, TimeWord::kEra);
constexpr uint64_t kHearts = (kAnyWord & ~kNoHeart) | kNumberAhead | kOtherAhead;

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
bool Grammar::may_be_pattern(int at) const noexcept {
  static const uint32_t slot_state = step_state(first_state(), number_slot());
  if (find_entry(step_state(slot_state, pieces_[at].hash)) != nullptr) {
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
    out |= ahead[senses_[i].end];
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
    return (ahead(at + 1) & ~(kMarkAhead | kPointAhead | kDashAhead)) != 0 || (ahead(at) & kOtherAhead) != 0;
  }
  return (ahead(at) & kHearts) != 0;
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
  return bit(Component::kDelta, reaches(bits(TimeWord::kUnit, TimeWord::kRelative) | kApostropheAhead)) |
         bit(Component::kRelativeDay, (here & bits(TimeWord::kDay, TimeWord::kNow)) != 0) |
         bit(Component::kPeriod, reaches(bits(TimeWord::kPeriod, TimeWord::kModifier)) || counted) |
         bit(Component::kNth, reaches(bits(TimeWord::kUnit, TimeWord::kWeekday))) |
         bit(Component::kClock,
             reaches(kAnyWord | kPointAhead) || (flags & (kHasDaypart | kDayPartOfDate | kHasRelativeDay)) != 0) |
         bit(Component::kDate, reaches(kHearts)) | bit(Component::kDaypart, reaches(bits(TimeWord::kDaypart))) |
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
      return (reach & (bits(TimeWord::kUnit) | kApostropheAhead)) != 0;
    case Construct::kLinkedDuration:
      return (reach & bits(TimeWord::kLink)) != 0;
  }
  return true;
}

}  // namespace article
