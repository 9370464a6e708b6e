// Lines between the titles of lists that are no headings of what follows, though they may look so: labels that stand so
// above each title, tabs, labels of tags, marks of advertisements.
//
// Cost: a few rows around the line.
#pragma once

#include "core/fields/extractors.h"
#include "core/lists/titles.h"

namespace article {

constexpr uint32_t kMaxGap = 8;  // rows between two titles of one list

// "Most Popular", "Related stories from ...": a heading that says what stands below, and is not just a section's name.
bool names_articles(const Row& row) noexcept;

class BetweenTitles {
 public:
  // Both must outlive it.
  BetweenTitles(const Reading& reading, const std::pmr::vector<TitleMark>& marks) noexcept
      : reading_(reading), marks_(marks) {}

  // "Advertisement" right below a title, apart from the next one: it marks that title.
  bool marks_title_above(uint32_t i, uint32_t before) const noexcept;
  // "Topics" / tag / tag / "More news": the label of the tags heads no list that has a heading of its own.
  uint32_t below_tags(uint32_t heading, uint32_t r) const noexcept;
  // "Most Popular" / "Articles" / "Images" / "Videos": of a heading and the tabs below it the first one heads the list.
  uint32_t above_tabs(uint32_t heading, uint32_t low) const noexcept;
  // The same line stands so above the next title or the one before: "News", title, "News", title.
  bool is_label(uint32_t i, uint32_t before, uint32_t r) const noexcept;
  // "Politics", title, "Health", title, "Culture", title: a line of the same kind stands so above the two titles before
  // r or the two below it, at one distance from each other.
  bool is_one_of_labels(uint32_t i, uint32_t r) const noexcept;
  // Two short lines of one kind: with a digit or without, in capitals or not.
  bool is_like(uint32_t a, uint32_t b) const noexcept;

 private:
  const Reading& reading_;
  const std::pmr::vector<TitleMark>& marks_;
};

}  // namespace article
