#include "core/roles.h"

#include <utility>

#include "core/features.h"
#include "core/lexicon.h"
#include "core/page.h"
#include "core/roles/reading.h"
#include "core/roles/stray_prose.h"
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

namespace {

// "Follow Example Wire on Telegram": a short line without a sentence's end that opens with a promotion phrase
// is promotion wherever it stands, also between two paragraphs.
bool is_call_to_follow(std::string_view line) noexcept {
  constexpr size_t kMaxBytes = 120;
  if (line.size() > kMaxBytes) {
    return false;
  }
  line = trim(line);
  if (line.empty() || has(decode_before(line, line.size()).value, kSentenceEnd | kCloseQuote)) {
    return false;
  }
  const LineWords words(line, 0, line.size());
  return words.count() <= 14 && static_cast<bool>(match_phrase(words, 0, Term::kPromotion));
}

// The model weighs such lines by what stands around them; the phrase is the better witness.
void find_calls_to_follow(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
                          std::pmr::vector<UnitRole>* roles) noexcept {
  for (size_t i = 0; i < roles->size(); ++i) {
    const uint32_t begin = lines[page.units[i].first_line].begin;
    const uint32_t end = lines[page.units[i].last_line].end;
    if ((*roles)[i].role == Role::kBody && is_call_to_follow(text.substr(begin, end - begin))) {
      (*roles)[i].role = Role::kPromotion;
    }
  }
}

// "Copyright 2019 Example Media. All rights reserved. This material may not be published ..." in the shape of one more
// paragraph.
void find_rights_notices(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept {
  constexpr uint8_t kOpensUnit = 2;  // of columns of phrases
  size_t last = roles->size();
  while (last > 0 && (*roles)[last - 1].role != Role::kBody) {
    --last;
  }
  const bool above = last > 1 && (*roles)[last - 2].role == Role::kBody;  // there is an article besides
  if (above && page.columns.at(Column::kCopyright)[last - 1] >= kOpensUnit &&
      page.columns.at(Column::kDate)[last - 1] != 0) {
    (*roles)[last - 1].role = Role::kCopyright;
  }
}

}  // namespace

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
    find_calls_to_follow(text, lines, page, &roles);
    find_stray_prose(page, &roles);
    find_rights_notices(page, &roles);
    for (size_t i = 0; i < page.units.size(); ++i) {
      const bool body = roles[i].role == Role::kBody;
      paragraph += body ? 1U : 0U;
      for (uint32_t line = page.units[i].first_line; line <= page.units[i].last_line; ++line) {
        result[line] = {roles[i].role, roles[i].confidence, body ? paragraph : 0};
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
