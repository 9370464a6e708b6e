// article_section: what stands beside the headline and names the section of the article:
//
//   "Home > World > Asia", "Home" / "World" / "Asia"   the last place of a breadcrumb, on one line or over lines
//   "News" / "Sport" / ... / "Sport" / headline        an entry of the menu that is said again
//   "Business" / headline                              a section line, a kicker
#include <algorithm>

#include "core/fields/breadcrumb.h"
#include "core/fields/cells.h"
#include "core/fields/extractors.h"
#include "core/prose/known_names.h"
#include "core/text/chars.h"

namespace article {

namespace {

constexpr uint32_t kMaxRowsAbove = 6;

// "Politics |", "> Politics": what parted it from its neighbour.
std::string_view without_bar(std::string_view line) noexcept {
  while (line.size() > 1 && (line.front() == '|' || line.front() == '>' || line.front() == '/')) {
    line = trim(line.substr(1));
  }
  while (line.size() > 1 && (line.back() == '|' || line.back() == '>' || line.back() == '/')) {
    line = trim(line.substr(0, line.size() - 1));
  }
  return line;
}

constexpr uint32_t kMenuRows = 4;  // a breadcrumb over lines ("Home", "News", "World") has fewer
constexpr uint32_t kMostSectionsInRow = 2;
constexpr uint32_t kMaxRowsBelow = 4;
constexpr uint32_t kNear = 3;  // rows: a date or an advertisement may stand between the section and the headline
constexpr uint16_t kMaxLabelWords = 4;
constexpr uint32_t kMaxRowsBack = 64;  // where a menu may stand above its entry that is said again

// Section names and menu words in a row are a menu, not the section of this article.
bool is_menu(const Reading& reading, uint32_t r) noexcept {
  const auto is_entry = [&](uint32_t at) {
    const Row& row = reading.row(at);
    return row.is_a(Term::kSection) || row.is_a(Term::kNavigation) ||
           (row.role == Role::kNavigation && row.words <= kMaxLabelWords);
  };
  uint32_t rows = 1;
  uint32_t sections = reading.row(r).is_a(Term::kSection) ? 1 : 0;
  for (uint32_t at = r; at > 0 && rows < kMenuRows && is_entry(at - 1); --at) {
    ++rows;
    sections += reading.row(at - 1).is_a(Term::kSection) ? 1U : 0U;
  }
  if (sections > kMostSectionsInRow) {
    return true;
  }
  for (uint32_t at = r + 1; at < reading.headline && rows < kMenuRows && is_entry(at); ++at) {
    ++rows;
  }
  return rows >= kMenuRows;
}

// What the vocabulary knows as the name of something else, where it is not that of a section too ("News").
bool is_other_name(const Row& row) noexcept {
  return row.is_a(Term::kNavigation) || row.is_a(Term::kListHeading);
}

// A few words that may name a section.
bool is_label(const Row& row) noexcept {
  constexpr uint32_t kOthers = term_bit(Term::kPromotion) | term_bit(Term::kComments) | term_bit(Term::kReadMore) |
                               term_bit(Term::kByline) | term_bit(Term::kAgency) | term_bit(Term::kCaption) |
                               term_bit(Term::kKeywords) | term_bit(Term::kAdvertisement) | term_bit(Term::kCookie) |
                               term_bit(Term::kReadingTime);
  constexpr uint16_t kNoLabel =
      kEndsSentence | kHasDigit | kHasMail | kHasUrl | kHasBar | kHasQuery | kIsBody | kEndsColon | kStartsQuote;
  return row.words > 0 && row.words <= kMaxLabelWords && !row.has(kNoLabel) &&
         (row.is_a(Term::kSection) || (row.terms.whole & kOthers) == 0) && !row.opens_with(Term::kByline) &&
         (row.is_a(Term::kSection) || !is_other_name(row));
}

// The row above r that reads the same, with another one above it: an entry of a menu that is said again, while a menu
// that stands there twice repeats its neighbours as well.
bool repeats_an_entry(const Reading& reading, uint32_t r) noexcept {
  const Row& row = reading.row(r);
  if (row.first || row.hash == reading.row(reading.headline).hash) {
    return false;
  }
  const uint32_t from = r > kMaxRowsBack ? r - kMaxRowsBack : 0;
  for (uint32_t at = r; at-- > from;) {
    if (reading.row(at).hash == row.hash) {
      const bool menu =
          at > 0 && reading.row(at - 1).words <= kMaxLabelWords && !reading.row(at - 1).has(kEndsSentence | kHasDigit);
      return menu && (at + 1 == r || reading.row(at - 1).hash != reading.row(r - 1).hash);
    }
  }
  return false;
}

// Or an entry of a menu in one line.
bool repeats_a_cell(const Reading& reading, uint32_t r) {
  const uint32_t from = r > kMaxRowsBack ? r - kMaxRowsBack : 0;
  for (uint32_t at = r; at-- > from;) {
    if (is_row_of_cells(reading.text(at)) && has_cell(reading.text(at), reading.text(r))) {
      return true;
    }
  }
  return false;
}

// "Home" / "World" / "Asia" above the headline, or above a line that reads like it; kNoRow: there is no such
// breadcrumb.
uint32_t last_row_of_breadcrumb(const Reading& reading) {
  const uint32_t headline = reading.headline;
  const auto is_title = [&](uint32_t r) {
    return r < reading.row_count() && r != headline && reading.row(r).hash == reading.row(headline).hash;
  };
  uint32_t end = headline;
  bool titled = false;
  for (uint32_t distance = 1; distance <= 3; ++distance) {
    const bool above = headline >= distance && is_title(headline - distance);
    end = above ? headline - distance : end;
    titled = titled || above || is_title(headline + distance);
  }
  for (uint32_t r = end; r-- > 0 && end - r <= kMenuRows;) {
    if (reading.row(r).is_a(Term::kHome)) {
      // More lines than two are as likely a menu, unless the article's own title ends them.
      const bool few = end - r <= 3 || titled;
      return r + 1 < end && few ? end - 1 : kNoRow;
    }
    if (!is_label(reading.row(r))) {
      return kNoRow;
    }
  }
  return kNoRow;
}

// "Courts" right above the headline, and again below the article: among its tags, or above more of the kind.
uint32_t row_said_below(const Reading& reading) {
  const uint32_t last_body = reading.survey.last_body;
  if (reading.headline == 0 || last_body == kNoRow) {
    return kNoRow;
  }
  const uint32_t r = reading.headline - 1;
  const Row& row = reading.row(r);
  const bool button = row.role == Role::kPromotion || row.holds_a(Term::kPromotion) || 2 * row.capitals <= row.words;
  if (row.repeats < 2 || (button && !row.has(kUncased)) || !is_label(row) ||
      row.hash == reading.row(reading.headline).hash) {
    return kNoRow;
  }
  const auto count = static_cast<uint32_t>(reading.row_count());
  for (uint32_t at = last_body + 1; at < count && at <= last_body + kMaxRowsBack; ++at) {
    if (reading.row(at).hash == row.hash) {
      return r;
    }
  }
  return kNoRow;
}

// A section that the menu in one line has too, near above the headline: a kicker may stand between.
uint32_t row_of_menu_section(const Reading& reading) {
  for (uint32_t r = reading.headline; r-- > 0 && reading.headline - r <= kNear;) {
    if (reading.row(r).is_a(Term::kSection) && is_label(reading.row(r)) && repeats_a_cell(reading, r)) {
      return r;
    }
  }
  return kNoRow;
}

// "Ada Example": what stands behind her is no place but her paper.
bool is_person(const LineWords& words) noexcept {
  return words.count() >= 2 && (name_kinds(words[0].hash) & kKnownGiven) != 0;
}

// "Lifestyle / Gardens", "Town > Harbour": a few short places that none of the vocabulary knows.
bool is_path(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 8;
  constexpr size_t kMostPlaces = 4;
  constexpr size_t kMostPlaceWords = 3;
  const Row& row = reading.row(r);
  const bool other = row.role == Role::kCredit || row.role == Role::kCaption;
  if (other || row.words > kMostWords || row.has(kIsBody | kHasDigit | kHasBar | kHasMail | kHasUrl | kEndsSentence) ||
      row.opens_with(Term::kByline) || row.holds_a(Term::kCaption) || row.holds_a(Term::kPromotion)) {
    return false;
  }
  const std::string_view line = reading.text(r);
  size_t places = 0;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min({line.find(" / ", begin), line.find(" > ", begin), line.size()});
    const std::string_view place = line.substr(begin, end - begin);
    const LineWords words(place, 0, place.size());
    if (words.count() == 0 || words.count() > kMostPlaceWords || !words[0].capital || is_person(words)) {
      return false;
    }
    ++places;
    begin = end + 3;
  }
  return places >= 2 && places <= kMostPlaces;
}

// What names the section above the headline, the nearest row first.
bool add_from_above(Reading* reading) {
  if (const uint32_t r = row_of_menu_section(*reading); r != kNoRow) {
    reading->fields.add(reading->page, Field::kArticleSection, reading->text(r), "section.repeated", 170);
    return true;
  }
  const std::string_view headline = reading->text(reading->headline);
  const uint32_t first = reading->headline > kMaxRowsAbove ? reading->headline - kMaxRowsAbove : 0;
  for (uint32_t r = reading->headline; r-- > first;) {
    const Row& row = reading->row(r);
    if (row.is_a(Term::kHome) || (row.is_a(Term::kNavigation) && !row.is_a(Term::kSection))) {
      continue;
    }
    if (row.role == Role::kKicker && row.words <= kMaxLabelWords) {
      const std::string_view kicker = without_bar(reading->text(r));
      const std::string_view crumb = last_crumb(kicker, headline, kMaxLabelWords);
      reading->fields.add(reading->page, Field::kArticleSection, crumb.empty() ? kicker : crumb, "section.kicker",
                          row.confidence);
      return true;
    }
    constexpr uint32_t kMenuCells = 5;
    const bool crumbs = row.has(kHasBar) || reading->text(r).find(" > ") != std::string_view::npos ||
                        reading->text(r).find(" / ") != std::string_view::npos;
    if (is_row_of_cells(reading->text(r), kMenuCells)) {
      continue;  // "Home | News | Counties | Sports | Photos"
    }
    if (is_breadcrumb(reading->text(r)) || (crumbs && row.words <= 10 && row.holds_a(Term::kSection)) ||
        (r + kNear >= reading->headline && is_path(*reading, r))) {
      const std::string_view crumb = last_crumb(reading->text(r), headline, kMaxLabelWords);
      if (!crumb.empty()) {
        reading->fields.add(reading->page, Field::kArticleSection, crumb, "section.breadcrumb", 160);
        return true;
      }
    }
    if (reading->headline - r <= kNear && is_label(row) &&
        (repeats_an_entry(*reading, r) || repeats_a_cell(*reading, r))) {
      reading->fields.add(reading->page, Field::kArticleSection, reading->text(r), "section.repeated", 170);
      return true;
    }
    // "LOCAL BUSINESS", right above the headline.
    const bool holds = r + 1 == reading->headline && row.holds_a(Term::kSection) && row.has(kAllCapitals) &&
                       row.words <= 3 && is_label(row);
    if ((row.is_a(Term::kSection) || holds) && !is_menu(*reading, r)) {
      reading->fields.add(reading->page, Field::kArticleSection, without_bar(reading->text(r)), "section.line", 160);
      return true;
    }
  }
  return false;
}

// "Headline" / "SPORT" / "By A. Writer".
void add_from_below(Reading* reading) {
  for (uint32_t r = reading->headline + 1; r < reading->body_row() && r <= reading->headline + kMaxRowsBelow; ++r) {
    const Row& row = reading->row(r);
    if (is_label(row) && (row.is_a(Term::kSection) || row.has(kAllCapitals)) && repeats_an_entry(*reading, r)) {
      reading->fields.add(reading->page, Field::kArticleSection, reading->text(r), "section.repeated", 150);
      return;
    }
  }
}

}  // namespace

void find_section(Reading* reading) {
  if (reading->headline == kNoRow || add_from_above(reading)) {
    return;
  }
  if (const uint32_t crumb = last_row_of_breadcrumb(*reading); crumb != kNoRow) {
    reading->fields.add(reading->page, Field::kArticleSection, reading->text(crumb), "section.breadcrumb", 140);
    return;
  }
  if (const uint32_t said = row_said_below(*reading); said != kNoRow) {
    reading->fields.add(reading->page, Field::kArticleSection, reading->text(said), "section.repeated", 140);
    return;
  }
  add_from_below(reading);
}

}  // namespace article
