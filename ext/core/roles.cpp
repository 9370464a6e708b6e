#include "core/roles.h"

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

const char* role_name(Role role) noexcept {
  static const char* const kNames[kRoleCount] = {
      "blank",     "headline",   "subhead",  "kicker",  "byline",    "dateline",    "timestamp",
      "agency",    "body",       "caption",  "credit",  "promotion", "list_title",  "item_title",
      "item_meta", "navigation", "keywords", "comment", "copyright", "boilerplate", "metadata"};
  return kNames[static_cast<size_t>(role)];
}

std::pmr::vector<LineRole> classify_lines(std::string_view text, const std::pmr::vector<Line>& lines,
                                          const Interrupt& interrupt, std::pmr::memory_resource* memory) {
  std::pmr::vector<LineRole> roles(lines.size(), LineRole{}, memory);
  bool headline = false;
  uint32_t paragraph = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) {
      continue;
    }
    if (i % 512 == 0) {
      interrupt.poll();
    }
    const CodePoint last = decode_before(text.substr(0, lines[i].end), lines[i].end);
    roles[i].confidence = 100;
    if (lines[i].end - lines[i].begin > 80 && has(last.value, kSentenceEnd | kCloseQuote)) {
      roles[i].role = Role::kBody;
      roles[i].paragraph_no = ++paragraph;
    } else {
      roles[i].role = headline ? Role::kNavigation : Role::kHeadline;
      headline = true;
    }
  }
  return roles;
}

}  // namespace article
