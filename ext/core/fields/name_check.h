// Whether words that were read as a name are one of a person, by what they are and where they stand in the line.
//
// Cost: a phrase walk over the words.
#pragma once

#include "core/fields/name_words.h"

namespace article {

struct NamePlace {
  bool trusted = false;      // a byline word stands before
  bool first = false;        // no name stands before
  bool behind_name = false;  // "By Ada Example, Example Post": a mark and a name stand before
  bool after_list = false;   // the list of names has ended
};

bool is_person(std::string_view text, const NameWords& candidate, const NamePlace& place) noexcept;

// "Last updated", "Published on": nothing else.
bool is_label_of_time(const NameWords& words) noexcept;

}  // namespace article
