#include "core/roles.h"

#include <utility>

#include "core/features.h"
#include "core/page.h"
#include "core/roles/between_paragraphs.h"
#include "core/roles/listings.h"
#include "core/roles/phrase_rules.h"
#include "core/roles/reading.h"
#include "core/roles/stray_prose.h"

namespace article {

const char* role_name(Role role) noexcept {
  static const char* const kNames[kRoleCount] = {
      "blank",     "headline",   "subhead",  "kicker",  "byline",    "dateline",    "timestamp",
      "agency",    "body",       "caption",  "credit",  "promotion", "list_title",  "item_title",
      "item_meta", "navigation", "keywords", "comment", "copyright", "boilerplate", "metadata"};
  return kNames[static_cast<size_t>(role)];
}

std::pmr::vector<LineRole> classify_lines(std::string_view text, const std::pmr::vector<Line>& lines,
                                          const Interrupt& interrupt, std::pmr::memory_resource* memory,
                                          PageWords* words) {
  std::pmr::vector<LineRole> result(lines.size(), LineRole{}, memory);
  const uint32_t width = wrap_width(text, lines, interrupt, memory);
  const Weights weights = read_weights(weights_bytes());
  uint32_t paragraph = 0;
  for (size_t next = 0; next < lines.size();) {
    const bool first = next == 0;
    auto units = find_units(text, lines, width, next, kMaxPageUnits, &next, memory);
    std::pmr::vector<LineTokens> by_line(memory);
    const bool keeps = words != nullptr && first && next == lines.size() && lines.size() <= kMaxKeptTokens;
    by_line.resize(keeps ? lines.size() : 0);
    PageFeatures page(text, lines, std::move(units), interrupt, memory, keeps ? by_line.data() : nullptr);
    std::pmr::vector<UnitRole> roles = read_roles(page, weights, memory);
    apply_phrase_rules(text, lines, page, &roles);
    find_listings(page, &roles);
    find_between_paragraphs(page, &roles);
    find_stray_prose(page, &roles);
    for (size_t i = 0; i < page.units.size(); ++i) {
      const bool body = roles[i].role == Role::kBody;
      paragraph += body ? 1U : 0U;
      for (uint32_t line = page.units[i].first_line; line <= page.units[i].last_line; ++line) {
        result[line] = {roles[i].role, roles[i].confidence, line > page.units[i].first_line, body ? paragraph : 0};
      }
    }
    if (keeps && page.tokens.size() <= kMaxKeptTokens) {
      words->tokens = std::move(page.tokens);
      words->lines = std::move(by_line);
    }
  }
  return result;
}

}  // namespace article
