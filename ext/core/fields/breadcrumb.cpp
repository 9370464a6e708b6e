#include "core/fields/breadcrumb.h"

#include <algorithm>

#include "core/fields/cells.h"
#include "core/lexicon.h"
#include "core/page.h"
#include "core/text/bytes.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr std::string_view kGap = "  ";  // "Home  Metro  Tailor mends school"

bool parts_crumbs(char32_t code) noexcept {
  return code == U'>' || code == U'/' || code == 0xBB || code == 0x203A || code == U'|';
}

struct MayPartCrumbs {
  template <typename Byte>
  auto operator()(Byte byte) const noexcept {
    constexpr uint8_t kGreater = '>';
    constexpr uint8_t kSlash = '/';
    constexpr uint8_t kBar = '|';
    return (byte == kGreater) | (byte == kSlash) | (byte == kBar) | (byte > 0x7F);
  }
};

bool is_whole(std::string_view crumb, Term term) {
  return bool{whole_line_phrase(LineWords(crumb, 0, crumb.size()), term)};
}

}  // namespace

bool is_breadcrumb(std::string_view line) {
  constexpr size_t kMostBytes = 40;  // of the first place and what stands before it
  const size_t gap = line.substr(0, kMostBytes + kGap.size()).find(kGap);
  if (gap < kMostBytes && is_whole(line.substr(0, gap), Term::kHome) && !is_row_of_cells(line, 4)) {
    return true;
  }
  const size_t end = std::min(line.size(), kMostBytes);
  for (size_t at = find_byte(line, 0, end, MayPartCrumbs()); at < end;) {
    const CodePoint unit = decode(line, at);
    if (parts_crumbs(unit.value)) {
      const std::string_view place = line.substr(0, at);
      const size_t colon = place.rfind(':');
      return is_whole(trim(colon == std::string_view::npos ? place : place.substr(colon + 1)), Term::kHome);
    }
    at += unit.length;
  }
  return false;
}

std::string_view after_places(std::string_view line) {
  constexpr size_t kLeastPlaces = 2;
  constexpr size_t kLeastWords = 3;
  size_t places = 0;
  size_t last = 0;
  for (size_t at = 0; at < line.size();) {
    const CodePoint unit = decode(line, at);
    const size_t end = at + unit.length;
    if (parts_crumbs(unit.value) && unit.value != U'|' && at > 0 && line[at - 1] == ' ' && end < line.size() &&
        line[end] == ' ') {
      ++places;
      last = end;
    }
    at = end;
  }
  const std::string_view place = trim(line.substr(last));
  const bool whole = place.size() < 3 || place.substr(place.size() - 3) != "...";
  const bool taken = places >= kLeastPlaces && whole && LineWords(place, 0, place.size()).count() >= kLeastWords;
  return taken ? place : line;
}

std::string_view last_crumb(std::string_view line, std::string_view headline, size_t most_words) {
  const auto taken = [&](std::string_view crumb) {
    return !crumb.empty() && crumb != headline && !is_whole(crumb, Term::kBreadcrumbEnd) &&
           LineWords(crumb, 0, crumb.size()).count() <= most_words;
  };
  size_t end = line.size();
  for (size_t at = line.size(); at > 0;) {
    const CodePoint unit = decode_before(line, at);
    const bool gap = at >= kGap.size() && line.substr(at - kGap.size(), kGap.size()) == kGap;
    if (parts_crumbs(unit.value) || gap) {
      if (const std::string_view crumb = trim(line.substr(at, end - at)); taken(crumb)) {
        return crumb;
      }
      end = at - unit.length;
    }
    at -= unit.length;
  }
  const std::string_view crumb = trim(line.substr(0, end));
  return taken(crumb) ? crumb : std::string_view();
}

}  // namespace article
