// What converters of web pages to Markdown leave around a line: "# Ministers meet", "**Ministers meet**",
// "[Ministers meet](https://example.com/1)".
#pragma once

#include <string_view>

namespace article {

// The words of such a line, a slice of it; other lines come back trimmed.
std::string_view without_markdown(std::string_view line) noexcept;

}  // namespace article
