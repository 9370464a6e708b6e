// What the rules over roles ask of a unit that may be prose.
#pragma once

#include "core/features/scan.h"

namespace article {

// Words, of which two ideographs make one.
inline uint32_t prose_words(const UnitStats& unit) noexcept {
  return unit.words + unit.ideographs / 2;
}

// The unit's last mark ends a sentence, inside a quotation or not.
inline bool ends_sentence(const UnitStats& unit) noexcept {
  return unit.ending == Ending::kSentence || unit.ending == Ending::kSentenceQuote;
}

}  // namespace article
