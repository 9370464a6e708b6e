// Every bound of the core in one table: name, value, reason, what happens beyond it.
#pragma once

#include <cstdint>

namespace article {

// SQLite's own greatest string is 2^31-1 bytes: byte offsets fit 32 bits.
constexpr uint32_t kNoPosition = 0xFFFFFFFF;

// A phrase of the data has at most this many words; longer ones are refused by the generator.  Bounds phrase matching
// to a constant per word.
constexpr uint32_t kMaxPhraseWords = 12;

// Words of a line that are looked at for phrases (headings, bylines and credits stand in front).  Later words are not.
constexpr uint32_t kMaxLineWords = 48;

}  // namespace article
