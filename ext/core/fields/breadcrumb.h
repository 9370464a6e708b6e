// Breadcrumbs: the way from the site's first page to the article, "Home > World > Asia".
//
// Cost: the words and marks of the line.
#pragma once

#include <string_view>

namespace article {

// "Home > World", "You are here: Accueil / Monde": a line that goes on from the first place.
bool is_breadcrumb(std::string_view line);
// "Example Post > World > Asia > Ministers meet": the article's own place, of three words at least; else the line
// itself.
std::string_view after_places(std::string_view line);
// The last place of "Home > World > Asia" that is not the article itself: not its headline, no word for its text, at
// most `most_words`; empty: there is none.
std::string_view last_crumb(std::string_view line, std::string_view headline, size_t most_words);

}  // namespace article
