// Names that people bear: given and family names of many countries.
//
//   "Ada" -> kKnownGiven; "Wilson" -> kKnownGiven | kKnownFamily; "Bridge" -> 0, as a rule
//
// Source: ext/data/names.tsv (ext/tools/import_names.py: the lists of Faker).  Words are compared folded, by 31 bits of
// their hash: one word in a thousand or fewer is taken for a name by accident.  Names of scripts that do not part words
// are not there.  Cost: a few probes; no memory.
#pragma once

#include <cstdint>

namespace article {

constexpr uint8_t kKnownGiven = 1;
constexpr uint8_t kKnownFamily = 2;

// Bits of the kinds that the word is known as; 0: not known.
uint8_t name_kinds(uint32_t word_hash) noexcept;

}  // namespace article
