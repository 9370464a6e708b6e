#include "support/line_oracle.h"

#include <algorithm>
#include <utility>

namespace article::test {

namespace {

// CRLF before CR and LF: the longer one wins.  A well-formed two or three byte sequence is found by its bytes alone,
// because UTF-8 never holds a sequence inside another one.
constexpr std::pair<std::string_view, std::string_view> kEnds[] = {
    {"crlf", "\r\n"}, {"lf", "\n"},        {"cr", "\r"},           {"vt", "\v"},
    {"ff", "\f"},     {"nel", "\xC2\x85"}, {"ls", "\xE2\x80\xA8"}, {"ps", "\xE2\x80\xA9"}};

}  // namespace

std::string_view bytes_of_line_end(std::string_view name) {
  for (const auto& [known, bytes] : kEnds) {
    if (known == name) {
      return bytes;
    }
  }
  return "";
}

std::string line_difference(std::string_view text, const std::pmr::vector<Line>& lines) {
  size_t line_begin = 0;
  size_t number = 0;
  auto differs = [&](size_t end, std::string_view name) {
    if (number >= lines.size()) {
      return "line " + std::to_string(number + 1) + " is missing";
    }
    const Line& line = lines[number++];
    const bool same = line.begin == line_begin && line.end == end && name == line_end_name(line.line_end);
    return same ? std::string() : "line " + std::to_string(number) + " differs";
  };
  for (size_t at = 0; at < text.size();) {
    const auto* found = std::find_if(std::begin(kEnds), std::end(kEnds),
                                     [&](const auto& end) { return text.substr(at, end.second.size()) == end.second; });
    if (found == std::end(kEnds)) {
      ++at;
      continue;
    }
    if (const std::string what = differs(at, found->first); !what.empty()) {
      return what;
    }
    at += found->second.size();
    line_begin = at;
  }
  if (line_begin < text.size()) {
    if (const std::string what = differs(text.size(), "none"); !what.empty()) {
      return what;
    }
  }
  return number == lines.size() ? "" : "there are too many lines";
}

}  // namespace article::test
