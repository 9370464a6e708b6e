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

// A word of more bytes is read as several: no language has one, and reading a text that is one word can be stopped.
constexpr uint32_t kMaxWordBytes = 64 * 1024;

// Visible lines that are looked at for fields and lists.  An article with its page has some hundreds; beyond this bound
// lines give no further field or item, so that a text of millions of lines costs no memory for them.
constexpr uint32_t kMaxSurveyRows = 100 * 1000;

// Names of one byline; further ones are left out.
constexpr uint32_t kMaxNames = 24;

}  // namespace article
