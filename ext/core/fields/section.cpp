// article_section: the section line right above the headline ("Business", "Politik"), or its last place in a
// breadcrumb.
#include <algorithm>
#include <iterator>

#include "core/fields/extractors.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kMaxRowsAbove = 6;

// The last part of "Home > World > Asia".
std::string_view last_crumb(std::string_view line) noexcept {
  for (size_t at = line.size(); at > 0;) {
    const CodePoint unit = decode_before(line, at);
    if (unit.value == U'>' || unit.value == U'/' || unit.value == 0xBB || unit.value == 0x203A || unit.value == U'|') {
      return trim(line.substr(at));
    }
    at -= unit.length;
  }
  return line;
}

// "Politics |": what parted it from its neighbour.
std::string_view without_bar(std::string_view line) noexcept {
  while (line.size() > 1 && (line.back() == '|' || line.back() == '>' || line.back() == '/')) {
    line = trim(line.substr(0, line.size() - 1));
  }
  return line;
}

// The first place of a breadcrumb over lines.
bool is_home(std::string_view line) {
  static const uint32_t kHome[] = {hash_word("home"),    hash_word("startseite"), hash_word("accueil"),
                                   hash_word("inicio"),  hash_word("homepage"),   hash_word("главная"),
                                   hash_word("forside"), hash_word("etusivu"),    hash_word("anasayfa")};
  const LineWords words(line, 0, line.size());
  return words.count() == 1 && std::find(std::begin(kHome), std::end(kHome), words[0].hash) != std::end(kHome);
}

constexpr uint32_t kMenuRows = 4;  // a breadcrumb over lines ("Home", "News", "World") has fewer

// Section names and menu words in a row are a menu, not the section of this article.
bool is_menu(const Reading& reading, uint32_t r) noexcept {
  const auto is_entry = [&](uint32_t at) {
    return reading.row(at).is_a(Term::kSection) || reading.row(at).is_a(Term::kNavigation);
  };
  uint32_t rows = 1;
  for (uint32_t at = r; at > 0 && rows < kMenuRows && is_entry(at - 1); --at) {
    ++rows;
  }
  for (uint32_t at = r + 1; at < reading.headline && rows < kMenuRows && is_entry(at); ++at) {
    ++rows;
  }
  return rows >= kMenuRows;
}

}  // namespace

void find_section(Reading* reading) {
  if (reading->headline == kNoRow) {
    return;
  }
  const uint32_t first = reading->headline > kMaxRowsAbove ? reading->headline - kMaxRowsAbove : 0;
  for (uint32_t r = reading->headline; r-- > first;) {
    const Row& row = reading->row(r);
    if (is_home(reading->text(r)) || (row.is_a(Term::kNavigation) && !row.is_a(Term::kSection))) {
      continue;
    }
    if (row.role == Role::kKicker && row.words <= 4) {
      reading->fields.add(reading->page, Field::kArticleSection, last_crumb(without_bar(reading->text(r))),
                          "section.kicker", row.confidence);
      return;
    }
    const bool crumbs = row.has(kHasBar) || reading->text(r).find(" > ") != std::string_view::npos;
    if (crumbs && row.words <= 10 && row.holds_a(Term::kSection)) {
      const std::string_view crumb = last_crumb(reading->text(r));
      if (!crumb.empty()) {
        reading->fields.add(reading->page, Field::kArticleSection, crumb, "section.breadcrumb", 160);
        return;
      }
    }
    if (row.is_a(Term::kSection) && !is_menu(*reading, r)) {
      reading->fields.add(reading->page, Field::kArticleSection, without_bar(reading->text(r)), "section.line", 160);
      return;
    }
  }
}

}  // namespace article
