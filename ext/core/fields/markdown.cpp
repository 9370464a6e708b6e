#include "core/fields/markdown.h"

#include "core/page.h"

namespace article {

namespace {

constexpr size_t kMostHashes = 6;  // levels of headings (CommonMark 4.2)
constexpr int kMostLayers = 3;     // a heading that is a link in bold

// "## Ministers meet ##"
std::string_view without_hashes(std::string_view line) noexcept {
  const size_t hashes = line.find_first_not_of('#');
  if (hashes == 0 || hashes == std::string_view::npos || hashes > kMostHashes || line[hashes] != ' ') {
    return line;
  }
  line = trim(line.substr(hashes));
  const size_t last = line.find_last_not_of('#');
  const bool closed = last != std::string_view::npos && last + 1 < line.size() && line[last] == ' ';
  return closed ? trim(line.substr(0, last)) : line;
}

// "**Ministers meet**", "_Ministers meet_"; not "*a* and *b*".
std::string_view without_emphasis(std::string_view line) noexcept {
  for (const std::string_view mark : {"***", "**", "__", "*", "_"}) {
    const size_t size = mark.size();
    if (line.size() > 2 * size && line.substr(0, size) == mark && line.substr(line.size() - size) == mark) {
      const std::string_view inside = line.substr(size, line.size() - 2 * size);
      const bool one = inside.find(mark.front()) == std::string_view::npos && trim(inside).size() == inside.size();
      return one ? inside : line;
    }
  }
  return line;
}

// "[Ministers meet](https://example.com/1)"
std::string_view without_link(std::string_view line) noexcept {
  if (line.size() < 5 || line.front() != '[' || line.back() != ')') {
    return line;
  }
  const size_t close = line.find("](");
  const bool one = close != std::string_view::npos && line.find('[', 1) == std::string_view::npos &&
                   line.find_first_of(" )", close + 2) == line.size() - 1;
  return one ? trim(line.substr(1, close - 1)) : line;
}

}  // namespace

std::string_view without_markdown(std::string_view line) noexcept {
  line = trim(line);
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const std::string_view inside = without_link(without_emphasis(without_hashes(line)));
    if (inside.size() == line.size() || inside.empty()) {
      break;
    }
    line = inside;
  }
  return line;
}

}  // namespace article
