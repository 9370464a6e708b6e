// Whether a stop ends its sentence; the part of sentences.h that knows words.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/lexicon.h"
#include "core/text/words.h"

namespace article {

// A run of stops and what closes after it: `?».`, `."`, `. . .`
struct StopRun {
  uint32_t begin = 0;  // the first stop
  uint32_t end = 0;
  uint32_t dots = 0;            // full stops; an ellipsis character counts three
  bool strong = false;          // ! or ?
  bool own = false;             // a stop of a script that has no other use for it: 。 । ። ։
  bool closes = false;          // quotation marks or brackets close in it
  bool quote_at_start = false;  // the quote that closes opened where the sentence did
  bool bracket = false;         // what closes is a bracket
  bool certain = false;         // a footnote mark or the dots of the next sentence follow the stop
  bool spaced = false;          // the dots stand apart
};

class StopRules {
 public:
  StopRules(std::string_view text, uint32_t block_end, LanguageId language) noexcept;

  // Does the sentence that began at `start` end with this run?
  bool ends_sentence(uint32_t start, const StopRun& run) const noexcept;

 private:
  // What stands after the run.
  struct Next {
    uint32_t at = 0;      // first character that is not blank
    uint32_t letter = 0;  // first one that is not an opening mark, bullet or dash
    char32_t code = 0;    // at `letter`
    char32_t first = 0;   // at `at`
    bool blank = false;   // a blank lies between
    bool dash = false;
    bool item = false;  // the mark of a list item: "b)", "(ii)"
  };
  // The word before a full stop.
  struct Before {
    uint32_t token = 0;  // begin of what stands between blanks
    uint32_t piece = 0;  // begin of its last run of letters or digits
    uint32_t letters = 0;
    uint32_t inner_dots = 0;
    bool digits = false;   // the piece is digits alone
    bool capital = false;  // the piece begins with a capital
    bool all_capitals = false;
    bool caseless = false;
    bool address = false;  // @ or / in the token
    bool unit = false;     // the piece hangs on a symbol: "°C"
    uint32_t hash = 0;
  };

  Next read_next(uint32_t at) const noexcept;
  bool item_at(uint32_t at) const noexcept;
  Before read_before(uint32_t start, uint32_t stop) const noexcept;
  bool after_full_stop(uint32_t start, const StopRun& run, const Next& next) const noexcept;
  bool without_blank(uint32_t start, const StopRun& run, const Next& next) const noexcept;
  bool after_single_letter(uint32_t start, const StopRun& run, const Before& before, const Next& next) const noexcept;
  bool after_number(uint32_t start, const Before& before, const Next& next) const noexcept;
  bool after_abbreviation(const Before& before, const Next& next, bool* known) const noexcept;
  bool after_time_of_day(uint32_t start, const Before& before, const Next& next) const noexcept;
  bool starter_follows(const Next& next) const noexcept;
  bool attribution_follows(const Next& next) const noexcept;
  bool word_at(uint32_t at, Word* word) const noexcept;

  std::string_view text_;
  uint32_t end_;
  LanguageId language_;
  LanguageId english_;
  bool ordinal_dot_;
};

// Numbers of notes behind a stop of the sentence that begins at `start`, which they make certain: "word.[7][8] Next",
// "word.11 12 Next".
void read_footnote(std::string_view text, uint32_t start, uint32_t end, StopRun* run) noexcept;

// Bytes that begin a character at which a sentence may end: the stops of ASCII, and lead bytes of the scripts from
// Armenian on.  Those of Latin, Greek and Cyrillic letters and those inside a character are none.
struct StopBytes {
  bool may[256] = {};
  constexpr StopBytes() noexcept {
    for (const char byte : {'.', '!', '?', ':', ';'}) {
      may[static_cast<unsigned char>(byte)] = true;
    }
    for (unsigned byte = 0xD6; byte < 0x100; ++byte) {
      may[byte] = true;
    }
  }
};
inline constexpr StopBytes kStopBytes;

}  // namespace article
