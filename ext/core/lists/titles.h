// Which rows are titles of items.
//
//   "Police clear camp"            -> kTitle
//   "Read more: Police clear camp" -> kInline: heading and title in one line
//
// Cost: what is seen of each row that may be a title, and one walk through the trees for each.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/fields/extractors.h"

namespace article {

enum class TitleMark : uint8_t { kNone, kTitle, kInline, kDoubtful };

struct Titles {
  explicit Titles(std::pmr::memory_resource* memory) : marks(memory), scores(memory) {}
  std::pmr::vector<TitleMark> marks;  // of each row; none is kDoubtful in the end
  std::pmr::vector<int32_t> scores;   // log odds in 1/1000; INT32_MIN where nobody asked
};

Titles mark_titles(const Reading& reading);

// "Related stories from the Example Post", "Most read in Sport": a phrase of headings that goes on with a small word.
bool names_more_articles(const Reading& reading, const Row& row) noexcept;

// "More in Opinion": what it is about only the titles below it tell.
bool names_more_of_section(const Row& row) noexcept;

// The inline link of a line "Read more: Police clear camp": where the title begins; 0: it is none.
uint32_t inline_title(const Reading& reading, uint32_t row);

// "Lo más visto en...", "The council has decided …"
inline bool ends_with_ellipsis(std::string_view line) noexcept {
  constexpr size_t kBytes = 3;  // of both
  const std::string_view end = line.size() > kBytes ? line.substr(line.size() - kBytes) : std::string_view();
  return end == "..." || end == "\u2026";
}

}  // namespace article
