#include "snapshot/layouts.h"

#include <algorithm>
#include <string_view>

#include "core/text/utf8.h"

namespace article::test {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::string_view end, bool blank_lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (blank_lines || !line.empty()) {
      text.append(line).append(end);
    }
  }
  return text;
}

// At the first space after each 72 characters.
std::string wrapped(std::string_view text) {
  std::string out;
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    const bool cut = unit.value == ' ' && width >= 64;
    out.append(cut ? "\n" : text.substr(at, unit.length));
    width = cut || unit.value == '\n' ? 0 : width + 1;
    at += unit.length;
  }
  return out;
}

// Of Latin-1, Greek and Cyrillic, by their distance in Unicode; what the tables of a library have changes with its
// version.
char32_t capital(char32_t c) {
  const bool latin = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
  const bool greek = c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2;
  const bool cyrillic = c >= 0x430 && c <= 0x44F;
  return latin || greek || cyrillic ? c - 0x20 : c >= 0x450 && c <= 0x45F ? c - 0x50 : c;
}

std::string capitals(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    char bytes[4];
    out.append(bytes, encode(capital(unit.value), bytes));
    at += unit.length;
  }
  return out;
}

}  // namespace

std::vector<std::string> layouts_of(const std::string& text) {
  const std::vector<std::string> lines = lines_of(text);
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
  std::string indented;
  std::string spaced;
  for (const std::string& line : lines) {
    indented.append(line.empty() ? "" : "    ").append(line).append("\n");
    spaced.append(line).append("\n\n");
  }
  return {text,
          joined(lines, "\r\n", true),
          joined(lines, "\n", false),
          wrapped(text),
          joined({lines.begin(), middle}, "\n", true),
          joined({middle, lines.end()}, "\n", true),
          joined({lines.begin() + 1, lines.end()}, "\n", true),
          joined(lines, " ", false),
          capitals(text),
          indented,
          spaced,
          text + "\n\n" + text};
}

}  // namespace article::test
