// The role of every line: what it is to the article on the page.
//
//   "By A. Writer" -> byline; "Follow us" -> promotion; "Related news" -> list_title
//
// Names are those of the SQL column article_lines.role.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"
#include "core/page_words.h"
#include "core/text/lines.h"

namespace article {

enum class Role : uint8_t {
  kBlank,
  kHeadline,
  kSubhead,
  kKicker,
  kByline,
  kDateline,
  kTimestamp,
  kAgency,
  kBody,
  kCaption,
  kCredit,
  kPromotion,
  kListTitle,
  kItemTitle,
  kItemMeta,
  kNavigation,
  kKeywords,
  kComment,
  kCopyright,
  kBoilerplate,
  kMetadata,
};
constexpr size_t kRoleCount = 21;

const char* role_name(Role role) noexcept;

struct LineRole {
  Role role = Role::kBlank;
  uint8_t confidence = 0;     // of 255
  bool goes_on = false;       // with the line before, in which a hard-wrapped paragraph, title or notice began
  uint32_t paragraph_no = 0;  // body paragraphs count from 1; 0: not part of one.  Hard-wrapped lines share a number.
};

// One entry for each line.  `words`: where the words that were read are kept, or nullptr.  Cost: linear in bytes.
std::pmr::vector<LineRole> classify_lines(std::string_view text, const std::pmr::vector<Line>& lines,
                                          const Interrupt& interrupt, std::pmr::memory_resource* memory,
                                          PageWords* words = nullptr);

}  // namespace article
