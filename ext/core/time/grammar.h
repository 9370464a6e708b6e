// The grammar of dates and times: from pieces to a DateExpression, without a clock or a calendar.
//
//   "Thursday, 7 November at 11.55" -> weekday 4, day 7, month 11, hour 11, minute 55
//
// A date is read component by component (weekday, day and month, year, clock, "last week", "3 days ago", ...) in
// whatever order the text has them, as long as none comes twice; between them stand only marks and the joining words of
// the language ("of", "à", "в").  So no order of any language is built in.  Each component is one function: it looks at
// piece `at`, fills in the point and returns the index behind what it read, 0 when it is not there.  The words are
// asked of the lexicon; where two languages share a word, the language of the text decides. Cost: a bounded look-ahead
// (kMaxPieces) at each piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/time/lexer.h"
#include "core/time/lexicon.h"
#include "core/time/time.h"

namespace article {

enum PointFlag : uint32_t {
  kHasDay = 1U << 0U,  // day of the month
  kHasMonthName = 1U << 1U,
  kHasYear = 1U << 2U,
  kHasWeekday = 1U << 3U,
  kHasNumeric = 1U << 4U,       // 7/11/2019, 2019-11-07
  kHasShortNumeric = 1U << 5U,  // 7/11, 11/2019
  kHasClock = 1U << 6U,
  kVagueClock = 1U << 7U,  // an hour alone: "at 3"
  kHasHalfDay = 1U << 8U,
  kHasRelativeDay = 1U << 9U,
  kHasPeriod = 1U << 10U,  // last week, next May
  kHasDelta = 1U << 11U,   // 3 days ago
  kHasDaypart = 1U << 12U,
  kHasHoliday = 1U << 13U,
  kHasSeason = 1U << 14U,
  kHasQuarter = 1U << 15U,
  kHasNth = 1U << 16U,
  kHasNow = 1U << 17U,
  kHasZone = 1U << 18U,
  kAmbiguousZoneFlag = 1U << 19U,
  kOrderOpen = 1U << 20U,      // 1/2/2019: day and month may be the other way round
  kDeltaAfter = 1U << 21U,     // "two days after Easter": the amount counts from the point
  kNthAfter = 1U << 22U,       // "third Tuesday after Easter"
  kDayPartOfDate = 1U << 23U,  // "this morning": the daypart names a day
  kIntroduced = 1U << 24U,     // a word such as "in", "at", "on" opens it
  kHasWeek = 1U << 25U,
  kForeign = 1U << 26U,         // a word of another language than the text's
  kMonthCameFirst = 1U << 27U,  // 4/13/2019
  kWrittenDay = 1U << 28U,      // "the 15th", "15日": a day that is marked as one
  kShortName = 1U << 29U,       // month or weekday in a form of three letters or less
  kExactClock = 1U << 30U,      // with minutes, or with the word for hour
  kDayCameFirst = 1U << 31U,    // 13/4/2019
};

// DatePoint::period beside units and 16 + weekday.
constexpr uint8_t kMonthPeriod = 40;    // "next March"
constexpr uint8_t kSeasonPeriod = 41;   // "last summer"
constexpr uint8_t kHolidayPeriod = 42;  // "next Christmas"

enum ExpressionShape : uint8_t { kPointShape, kRangeShape, kDurationShape, kSetShape };

constexpr int kMaxPieces = 64;           // of one expression
constexpr int kWindow = 256;             // pieces that are looked at together
constexpr int kBehind = 8;               // pieces behind the last one
constexpr size_t kMaxWholeBytes = 1024;  // of a string that is one expression
constexpr size_t kMaxShapeBytes = 512;   // of a line that date_shape looks at

struct Match {
  int end = 0;  // index behind the match; 0: none
  int value = 0;
  int rank = 9;
  explicit operator bool() const noexcept { return end != 0; }
};

constexpr uint32_t kind_bit(TimeWord kind) noexcept {
  return 1U << static_cast<uint32_t>(kind);
}

// What can be reached from a piece, beside the bits of TimeWord (grammar_ahead.cpp).
enum AheadBit : uint64_t {
  kNumberAhead = 1ULL << 32U,
  kOtherAhead = 1ULL << 33U,  // something that is read by its letters: any component may follow
  kApostropheAhead = 1ULL << 34U,
  kDashAhead = 1ULL << 35U,   // - ~
  kPointAhead = 1ULL << 36U,  // : . @
  kMarkAhead = 1ULL << 37U,   // any other
  kTakesHour = 1ULL << 38U,   // "at", "about", "and": an hour may follow
  kNamesUnit = 1ULL << 39U,   // the word for year, month, week, day or quarter beside its number; minus, plus
};

// The functions that read a component.
enum class Component : uint8_t { kDelta, kRelativeDay, kPeriod, kNth, kClock, kDate, kDaypart, kPart };
// What is put together from them.
enum class Construct : uint8_t { kRange, kDuration, kLinkedDuration };

struct Quantity {
  int end = 0;
  int64_t thousandths = 0;
  int digits = 0;  // of a number in digits; 0: words
  bool whole = true;
};

class Grammar {
 public:
  Grammar(std::string_view text, TimeLanguage language, bool prose) noexcept;

  // The pieces of text[*at, end); false: none.
  bool load(size_t* at, size_t end) noexcept;
  int count() const noexcept { return count_; }
  const TextPiece& piece(int at) const noexcept { return pieces_[at]; }

  // How the pieces are read from here on: as prose, or as what stands alone and may be vaguer.
  void read_as_prose(bool prose) noexcept {
    prose_ = prose;
    known_at_ = -1;
  }

  // The expression that begins at piece `at`; the index behind it, 0: none, and `out` stays as it was.
  int expression(int at, DateExpression* out) noexcept;
  // False: surely none begins there, read in either way.
  bool may_hold(int at) noexcept { return may_begin(at) && heart_ahead(at); }
  // False: surely none begins at any of the pieces, whatever follows the last one, a word.
  bool may_open() noexcept;
  // False: surely none of the pieces has day, month and year.
  bool may_hold_full_date() noexcept;
  // False: surely none of them says a day.
  bool may_hold_day() noexcept;
  // A word or number with which a phrase of the lexicon begins.
  bool goes_on_from(int at) const noexcept { return entries_[at] != nullptr; }
  bool container_follows(int at) noexcept;
  int joiner(int at) noexcept { return skip_joiner(at); }

  // False: no digit and no word of the lexicon in text[begin, end).
  static bool worth_reading(std::string_view text, size_t begin, size_t end) noexcept;

 private:
  struct Phrase {  // of the lexicon
    const TimeEntry* entry;
    int16_t end;
  };
  struct Phrases {  // those that begin at a piece, shortest first
    int count = 0;
    Phrase at[5];
  };
  struct Sense {  // what word() may find
    int16_t end;
    int16_t value;
    uint8_t kind;
    uint8_t rank;
  };
  struct View {  // the senses of an entry that are believed where a piece is as `context` says
    const TimeEntry* entry;
    uint8_t context;
    uint8_t count;
    uint16_t first;  // viewed_[first, ...)
    uint32_t kinds;  // bits of the TimeWords that the language of the text may read here
  };
  struct Hits {  // what begins at a piece
    bool known;
    bool phrase;
    bool crowded;   // more senses than there was room for: they are looked up again
    uint8_t count;  // of senses_[first, ...), the longest phrase first
    uint16_t first;
    int16_t end;     // behind the longest phrase
    uint32_t kinds;  // bits of the TimeWords that the language of the text may read here
    uint32_t read;   // bits of those that word() finds
  };
  struct RangeOpening {
    int end;  // behind it
    bool opened;
    bool between;  // "and" joins the ends
  };
  static constexpr int kSenseRoom = 2048;
  static constexpr int kViews = 128;
  static constexpr int kViewRoom = 1024;

  // lexicon (grammar_pieces.cpp, grammar_words.cpp, grammar_numbers.cpp)
  const Hits& hits(int at) noexcept {
    Hits& out = hits_[prose_ ? 1 : 0][at];
    if (!out.known) {
      find_hits(at, &out);
    }
    return out;
  }
  void find_hits(int at, Hits* out) noexcept;
  Phrases find_phrases(int at, uint32_t* kinds) noexcept;
  template <typename See>
  void each_sense(const Phrases& phrases, int at, See see) noexcept;
  const View& view(const TimeEntry& entry, int at, int end) noexcept;
  void fill_view(int at, int end, View* out) noexcept;
  uint32_t believed_kinds(int rank, uint32_t vouched, int at, int end) const noexcept;
  void fill_ranks() noexcept;
  int rank_of(const TimeSense& sense, int at) const noexcept;
  Match word(int at, TimeWord kind, int wanted = -1) noexcept {
    return at >= 0 && at < count_ && (hits(at).read & kind_bit(kind)) != 0 ? find_word(at, kind, wanted) : Match();
  }
  Match find_word(int at, TimeWord kind, int wanted) noexcept;
  Match glue(int at, Glue wanted) noexcept { return word(at, TimeWord::kGlue, wanted); }
  uint32_t vouched_kinds(int rank, int at, int end) const noexcept;
  bool may_begin(int at) noexcept;

  // what can be reached (grammar_ahead.cpp)
  uint64_t ahead(int at) noexcept {
    if (!looked_ahead_[prose_ ? 1 : 0]) {
      look_ahead();
    }
    return at < count_ ? ahead_[prose_ ? 1 : 0][at] : 0;
  }
  void look_ahead() noexcept;
  uint64_t ahead_of_word(int at, const uint64_t* ahead) noexcept;
  bool heart_ahead(int at) noexcept;
  bool may_be_pattern(int at) noexcept;
  bool is_pattern_ahead(int at) const noexcept;
  uint32_t possible(int at, uint32_t flags) noexcept;
  bool may_be_clock(int at, uint32_t flags) noexcept;
  bool reaches(int at, uint64_t any) noexcept { return (ahead(at) & (any | kOtherAhead)) != 0; }
  bool may_be(Construct construct, int at) noexcept;
  bool worth_parsing(int at) noexcept;
  bool not_a_date(int at) noexcept;
  Quantity cardinal(int at) noexcept;
  Quantity quantity(int at) noexcept;
  Match ordinal(int at) noexcept;
  Match day_number(int at) noexcept;
  Match relative_pattern(int at, int64_t* thousandths) noexcept;

  // marks
  bool mark_at(int at, char mark) const noexcept {
    return at < count_ && pieces_[at].kind == PieceKind::kMark && pieces_[at].mark == mark;
  }
  bool number_at(int at) const noexcept { return at >= 0 && at < count_ && pieces_[at].kind == PieceKind::kNumber; }
  bool word_at(int at) const noexcept { return at >= 0 && at < count_ && pieces_[at].kind == PieceKind::kWord; }
  bool tight(int at) const noexcept { return at < count_ && !pieces_[at].blank_before; }  // nothing before it
  int skip_joiner(int at) noexcept;
  int skip_joiners(int at, int* commas) noexcept;
  int skip_article(int at) noexcept;

  // components (grammar_date.cpp, grammar_numeric.cpp, grammar_year.cpp)
  int numeric_date(int at, DatePoint* p) noexcept;
  int other_calendar_date(int at, DatePoint* p) noexcept;
  int iso_date(int at, DatePoint* p) noexcept;
  int short_numeric(int at, DatePoint* p) noexcept;
  int compact_date(int at, DatePoint* p) noexcept;
  int month_and_day(int at, DatePoint* p) noexcept;
  int month_name(int at, DatePoint* p) noexcept;
  int day_after_month(int at, DatePoint* p) noexcept;
  int year(int at, DatePoint* p) noexcept;
  int year_value(int at, DatePoint* p, bool two_digits) noexcept;
  int weekday(int at, DatePoint* p) noexcept;
  int marked_day(int at, DatePoint* p) noexcept;
  int holiday(int at, DatePoint* p) noexcept;
  int quarter(int at, DatePoint* p) noexcept;
  int season(int at, DatePoint* p) noexcept;
  int era_year(int at, DatePoint* p) noexcept;
  int date_component(int at, DatePoint* p) noexcept;

  // clock (grammar_clock.cpp, grammar_spoken_clock.cpp, grammar_zone.cpp)
  int clock(int at, DatePoint* p) noexcept;
  int clock_body(int at, bool introduced, DatePoint* p) noexcept;
  int digital_clock(int at, bool introduced, DatePoint* p) noexcept;
  int hour_word_clock(int at, bool introduced, DatePoint* p) noexcept;
  int spoken_clock(int at, bool introduced, DatePoint* p) noexcept;
  int hour_value(int at, DatePoint* p) noexcept;
  int clock_fraction(int at, int* minutes) noexcept;
  int half_day(int at, DatePoint* p) noexcept;
  int zone(int at, DatePoint* p) noexcept;
  int offset(int at, int16_t* minutes) noexcept;
  int daypart(int at, DatePoint* p) noexcept;

  // relative (grammar_relative.cpp, grammar_period.cpp)
  int amount(int at, DatePoint* p, bool bare_unit) noexcept;
  bool not_an_amount(int at, int unit_at, Match unit, Quantity q) noexcept;
  int amounts(int at, DatePoint* p, bool bare_unit) noexcept;
  int delta(int at, DatePoint* p) noexcept;
  int relative_day(int at, DatePoint* p) noexcept;
  int period(int at, DatePoint* p) noexcept;
  bool names_day(int number, Match unit) noexcept;
  int counted_period(int at, DatePoint* p) noexcept;
  int nth(int at, DatePoint* p) noexcept;
  int part(int at, DatePoint* p) noexcept;

  // ranges (grammar_range.cpp, grammar_hours.cpp)
  RangeOpening range_opening(int at) noexcept;
  int range(int at, DateExpression* out) noexcept;
  int day_range(int at, DateExpression* out) noexcept;
  int skip_day_words(int at) noexcept;
  int range_suffix(int at, RangeWord wanted) noexcept;
  int behind_first_day(int at) noexcept;
  int last_day(int at, DatePoint* first, DatePoint* second) noexcept;
  int date_behind_day(int at, bool said, DatePoint* first, DatePoint* second) noexcept;
  int range_join(int at, bool between) noexcept;
  int opening_point(int at, bool vague, DatePoint* p) noexcept;
  int point_or_hour(int at, bool vague, DatePoint* p) noexcept;
  int point_without_clock(int at, DatePoint* p) noexcept;
  bool alike(const DatePoint& first, const DatePoint& second, int join) const noexcept;
  static bool runs_back(const DatePoint& first, const DatePoint& second) noexcept;
  static void give_range(bool opened, DatePoint* first, DatePoint* second, DateExpression* out) noexcept;
  static void lend_year(DatePoint* first, DatePoint* second) noexcept;
  int hour_range(int at, DateExpression* out) noexcept;
  int digital_hour(int at, DatePoint* p) const noexcept;
  bool hours_end_at(int at) noexcept;
  int skip_hour_words(int at, bool* said, bool* said_at) noexcept;
  bool counts_nothing(int at) noexcept;
  int day_behind(int at, DatePoint* first, DatePoint* second) noexcept;
  int hours_behind(int at, const DatePoint& day, DateExpression* out) noexcept;
  static DatePoint on_day(const DatePoint& day, const DatePoint& p) noexcept;
  static void lend_half_day(DatePoint* first, DatePoint* second) noexcept;
  static void lend_day(const DatePoint& from, DatePoint* to) noexcept;

  // whole expressions (grammar_expression.cpp, grammar_set.cpp, grammar_accept.cpp)
  int point(int at, DatePoint* p) noexcept;
  int first_point(int at, DatePoint* p) noexcept;
  int components(int at, DatePoint* p) noexcept;
  int component(int at, DatePoint* p) noexcept;
  int duration(int at, DateExpression* out) noexcept;
  int set(int at, DateExpression* out) noexcept;
  bool acceptable(const DateExpression& e, int begin, int end) noexcept;
  bool part_of_other_phrase(int begin, int end, bool clock) noexcept;
  bool inside_hangul_word(int begin, int end) const noexcept;
  bool thai_at(int at) const noexcept {
    return text_[pieces_[at].begin] == '\xE0' && (text_[pieces_[at].begin + 1] & '\xFE') == '\xB8';
  }
  bool behind_range_word(int begin) noexcept;
  bool point_acceptable(const DatePoint& p, int begin, int end, bool range_end) noexcept;
  bool number_neighbours(int begin, int end) const noexcept;

  std::string_view text_;
  TimeLanguage language_;
  const TimeLanguageRow* row_;
  const TimeLanguageRow* english_;
  bool prose_;
  uint8_t ranks_[kMostTimeLanguages];  // of the words of each language, in a text of this one
  int count_ = 0;
  size_t loaded_begin_ = 1;  // what the pieces are those of; 1, 0: nothing
  size_t loaded_end_ = 0;
  size_t loaded_next_ = 0;
  TextPiece
      pieces_[kWindow + kBehind];  // closed by pieces that are nothing, so that a look behind the end needs no test
  const TimeEntry* entries_[kWindow + kBehind];  // of each piece alone
  uint32_t states_[kWindow];                     // of the lexicon, behind each piece alone
  Hits hits_[2][kWindow + kBehind];              // read as what stands alone, and as prose
  int known_at_ = -1;                            // the piece whose point is known, read as now; -1: none
  int known_end_ = 0;
  DatePoint known_;
  bool looked_ahead_[2] = {};
  uint64_t ahead_[2][kWindow + kBehind];  // kinds of all that can be reached from a piece: AheadBit
  enum class Pattern : uint8_t { kUnasked, kNo, kMaybe };
  Pattern patterns_[kWindow + kBehind];  // of each piece
  bool cut_ = false;                     // a phrase of the lexicon may go on behind the last piece
  int sense_count_ = 0;
  Sense senses_[kSenseRoom];
  // A word may mean something in two hundred languages; what is left of that is kept for the next time.
  View views_[kViews] = {};
  int viewed_count_ = 0;
  Sense viewed_[kViewRoom];
};

}  // namespace article
