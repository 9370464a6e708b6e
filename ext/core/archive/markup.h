// The little of SGML, XML and wiki text that archives are wrapped in.
//
//   element(text, 0, "TITLE") -> what stands between <TITLE> and </TITLE>
//
// Cost: linear.
#pragma once

#include <memory_resource>
#include <string_view>

namespace article {

// Content of the first element of that name; data() == nullptr: none.
std::string_view element(std::string_view text, std::string_view name) noexcept;
std::string_view attribute(std::string_view tag, std::string_view name) noexcept;

// Entities decoded; with `tags` tags removed too, block tags become line ends. Control characters are left out.
std::string_view decode_markup(std::string_view bytes, bool tags, std::pmr::memory_resource* arena);

// Wiki markup removed: templates, tables, files and references away, links by their text, headings kept as lines.
std::string_view decode_wiki(std::string_view bytes, std::pmr::memory_resource* arena);

}  // namespace article
