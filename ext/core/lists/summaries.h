// Sentences below the titles of a list that sum up what the titles lead to: no titles of their own.
//
//   "Crows remember who cheated them"
//   "Crows that were given a worse reward avoided the experimenter for up to four months."
//
// Cost: one pass over the marks.
#pragma once

#include "core/lists/titles.h"

namespace article {

// A longer sentence right below a row of the list that is no sentence; `first` is the first row of the list.
bool is_summary(const Reading& reading, uint32_t first, uint32_t r) noexcept;

// Takes the marks of summaries where each of two titles has one.
void drop_summaries(const Reading& reading, std::pmr::vector<TitleMark>* marks);

}  // namespace article
