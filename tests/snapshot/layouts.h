// One article as other exports would have written it: line ends, wrapping, capitals, parts that are missing.
#pragma once

#include <string>
#include <vector>

namespace article::test {

// The text itself first.
std::vector<std::string> layouts_of(const std::string& text);

}  // namespace article::test
