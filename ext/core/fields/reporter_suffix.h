// Korean bylines put the word behind the name: "이서윤 기자", "김도현·박지민 특파원".
//
// A name is one Hangul word of two to four syllables; names of one byline stand side by side or have a mark between
// them.  Cost: the words of the stretch.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/fields/names.h"

namespace article {

// The names before the first such word of text[begin, end); false: there is none.
bool find_names_before_suffix(std::string_view text, size_t begin, size_t end, NameList* names);

}  // namespace article
