// Names of languages, as the surfaces of the data bases write them.
//
//   language_tag_of("GERMAN; DEUTSCH") == "de";  language_tag_of("First Edition") == ""
//
// Cost: one comparison with each name.
#pragma once

#include <string_view>

namespace article {

// BCP 47; "": not known.  A name of two letters is taken as a tag.
std::string_view language_tag_of(std::string_view name) noexcept;

}  // namespace article
