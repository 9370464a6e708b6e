// A slow reader of lines, written from Unicode's table of line ends and from the table of well-formed UTF-8, without
// the core's code: what split_lines() must agree with.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/lines.h"

namespace article::test {

// The bytes of a line end by its name in article_lines.line_end.
std::string_view bytes_of_line_end(std::string_view name);

// "" where `lines` are the lines of `text`, else what differs first.
std::string line_difference(std::string_view text, const std::pmr::vector<Line>& lines);

}  // namespace article::test
