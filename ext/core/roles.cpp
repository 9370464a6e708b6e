#include "core/roles.h"

#include <algorithm>

#include "core/features.h"

namespace article {

const char* role_name(Role role) noexcept {
  static const char* const kNames[kRoleCount] = {
      "blank",     "headline",   "subhead",  "kicker",  "byline",    "dateline",    "timestamp",
      "agency",    "body",       "caption",  "credit",  "promotion", "list_title",  "item_title",
      "item_meta", "navigation", "keywords", "comment", "copyright", "boilerplate", "metadata"};
  return kNames[static_cast<size_t>(role)];
}

namespace {

// Roles of the units of one page by rules over its columns.
void rule_roles(const PageFeatures& page, std::pmr::vector<Role>* roles) {
  const auto at = [&](Column column, size_t row) { return page.columns.at(column)[row]; };
  const size_t count = page.units.size();
  size_t first = count;
  size_t last = 0;
  for (size_t i = 0; i < count; ++i) {
    const bool prose = at(Column::kProse, i) >= 80 || (at(Column::kProse, i) > 0 && at(Column::kEnding, i) >= 8);
    const bool noise = at(Column::kPromotion, i) + at(Column::kCookie, i) + at(Column::kReadMore, i) >= 2 &&
                       at(Column::kCharacters, i) < 112;
    if (at(Column::kInSegment, i) != 0 && prose && !noise) {
      (*roles)[i] = Role::kBody;
      first = std::min(first, i);
      last = i;
    }
  }
  bool in_list = false;
  for (size_t i = 0; i < count; ++i) {
    if ((*roles)[i] == Role::kBody) {
      in_list = false;
      continue;
    }
    Role role = Role::kNavigation;
    const bool brief = at(Column::kWords, i) <= 59;
    const bool dated = at(Column::kDate, i) + at(Column::kClock, i) + at(Column::kAgo, i) > 0 && brief;
    if (at(Column::kToHead, i) == 100) {
      role = Role::kHeadline;
    } else if (at(Column::kCopyright, i) >= 1 && brief) {
      role = Role::kCopyright;
    } else if (at(Column::kListHeading, i) == 3) {
      role = Role::kListTitle;
      in_list = true;
    } else if (at(Column::kPromotion, i) >= 2) {
      role = Role::kPromotion;
    } else if (in_list && i > last) {
      role = dated && at(Column::kWords, i) <= 48 ? Role::kItemMeta
             : at(Column::kWords, i) >= 40        ? Role::kItemTitle
                                                  : Role::kNavigation;
    } else if (i < first && at(Column::kToHead, i) > 100 && at(Column::kByline, i) >= 2 && brief) {
      role = Role::kByline;
    } else if (i < first && first - i < 25 && dated) {
      role = Role::kTimestamp;
    } else if (at(Column::kComments, i) == 3) {
      role = Role::kComment;
    } else if (at(Column::kKeywords, i) >= 2 && brief) {
      role = Role::kKeywords;
    } else if (at(Column::kCaption, i) >= 2 && first <= i && i <= last) {
      role = Role::kCaption;
    } else if (at(Column::kAgency, i) == 3 && i < first) {
      role = Role::kAgency;
    } else if (at(Column::kPlace, i) == 2 && i < first && first - i < 4 && brief && dated) {
      role = Role::kDateline;
    }
    (*roles)[i] = role;
  }
}

}  // namespace

std::pmr::vector<LineRole> classify_lines(std::string_view text, const std::pmr::vector<Line>& lines,
                                          const Interrupt& interrupt, std::pmr::memory_resource* memory) {
  std::pmr::vector<LineRole> result(lines.size(), LineRole{}, memory);
  const uint32_t width = wrap_width(text, lines, interrupt, memory);
  uint32_t paragraph = 0;
  for (size_t next = 0; next < lines.size();) {
    PageFeatures page(text, lines, find_units(text, lines, width, next, kMaxPageUnits, &next, memory), interrupt,
                      memory);
    std::pmr::vector<Role> roles(page.units.size(), Role::kBlank, memory);
    rule_roles(page, &roles);
    for (size_t i = 0; i < page.units.size(); ++i) {
      paragraph += roles[i] == Role::kBody ? 1U : 0U;
      for (uint32_t line = page.units[i].first_line; line <= page.units[i].last_line; ++line) {
        result[line] = {roles[i], 128, roles[i] == Role::kBody ? paragraph : 0};
      }
    }
  }
  return result;
}

}  // namespace article
