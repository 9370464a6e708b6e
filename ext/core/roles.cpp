#include "core/roles.h"

#include "core/lexicon.h"

#include "core/text/chars.h"

#include "core/text/utf8.h"

#include "core/features.h"
#include "core/roles/reading.h"

namespace article {

const char* role_name(Role role) noexcept {
  static const char* const kNames[kRoleCount] = {
      "blank",     "headline",   "subhead",  "kicker",  "byline",    "dateline",    "timestamp",
      "agency",    "body",       "caption",  "credit",  "promotion", "list_title",  "item_title",
      "item_meta", "navigation", "keywords", "comment", "copyright", "boilerplate", "metadata"};
  return kNames[static_cast<size_t>(role)];
}

namespace {

// "Follow Example Wire on Telegram": a short line without a sentence's end that opens with a promotion phrase
// is promotion wherever it stands, also between two paragraphs.
bool is_call_to_follow(std::string_view line) noexcept {
  constexpr size_t kMaxBytes = 120;
  if (line.size() > kMaxBytes) {
    return false;
  }
  while (!line.empty() && has(decode_before(line, line.size()).value, kBlank | kInvisible)) {
    line.remove_suffix(decode_before(line, line.size()).length);
  }
  if (line.empty() || has(decode_before(line, line.size()).value, kSentenceEnd | kCloseQuote)) {
    return false;
  }
  const LineWords words(line, 0, line.size());
  return words.count() <= 14 && static_cast<bool>(match_phrase(words, 0, Term::kPromotion));
}

}  // namespace

std::pmr::vector<LineRole> classify_lines(std::string_view text, const std::pmr::vector<Line>& lines,
                                          const Interrupt& interrupt, std::pmr::memory_resource* memory) {
  std::pmr::vector<LineRole> result(lines.size(), LineRole{}, memory);
  const uint32_t width = wrap_width(text, lines, interrupt, memory);
  const Weights weights = read_weights(weights_bytes());
  uint32_t paragraph = 0;
  for (size_t next = 0; next < lines.size();) {
    PageFeatures page(text, lines, find_units(text, lines, width, next, kMaxPageUnits, &next, memory), interrupt,
                      memory);
    const std::pmr::vector<UnitRole> roles = read_roles(page, weights, memory);
    for (size_t i = 0; i < page.units.size(); ++i) {
      const std::string_view unit_text =
          text.substr(lines[page.units[i].first_line].begin,
                      lines[page.units[i].last_line].end - lines[page.units[i].first_line].begin);
      const bool call = roles[i].role == Role::kBody && is_call_to_follow(unit_text);
      const bool body = roles[i].role == Role::kBody && !call;
      paragraph += body ? 1U : 0U;
      for (uint32_t line = page.units[i].first_line; line <= page.units[i].last_line; ++line) {
        result[line] = {call ? Role::kPromotion : roles[i].role, roles[i].confidence, body ? paragraph : 0};
      }
    }
  }
  return result;
}

}  // namespace article
