// Rows that are no title of an item, whatever stands around them.
//
//   "Sign up for our newsletters", "Only 99¢ for your first month", "By Ada Example"
//
// Cost: a few looks at the row's flags and phrases; the words of those that hold a phrase of the site's own.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/fields/extractors.h"

namespace article {

// Entries of menus, prose and notices of which the reader of the lines is sure: one in four thousand is a title.
bool is_surely_other(const Row& row) noexcept;

// By its words: a notice, an offer, an author, an address, a row of cells, a heading that goes on.
bool is_never_title(const Reading& reading, const Row& row);

// "By Ada Example" below a title; "By Ada Example, Tom Sample and Eve Example".
bool names_authors(const Reading& reading, const Row& row) noexcept;

// "Sign up for our newsletters", "Already a subscriber? Log in": a phrase of the site's own, not one word of it ("Post
// office to close").
bool is_site_notice(const Reading& reading, const Row& row) noexcept;

// Bytes of the time of day, where a row has no other digits and nothing but blanks beside it: "Society 09:40"; 0: no.
uint32_t plain_clock(std::string_view line) noexcept;

// "Society 20 October 09:40": a category and a time; "Updated: 4 hours ago", "Apr 2, 2022 | Ada Example".
bool is_stamp(const Reading& reading, const Row& row);

// Headline, byline, date, dateline and headings.
bool is_taken(const Reading& reading, uint32_t r) noexcept;

}  // namespace article
