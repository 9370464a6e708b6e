// The parts of find_related_items: which rows are titles, which lists they form, what the rows beside a title say.
#pragma once

#include "core/fields/extractors.h"
#include "core/lists/related.h"

namespace article {

// One item as rows: its title, and the rows from `first` to `last` that belong to it.
struct ItemRows {
  uint32_t title = 0;
  uint32_t first = 0;
  uint32_t last = 0;
  bool inlined = false;  // heading and title in one line: "Read more: Police clear camp"
  bool ranked = false;   // the title begins with the rank, without a mark: "1 Police clear camp"
  bool timed = false;    // it ends with its age or date: "Police clear camp 2 days ago"
};

// A run of items under one heading.
struct List {
  uint32_t heading = kNoRow;  // its row
  std::string_view title;     // as printed
  ListKind kind = ListKind::kOther;
  size_t first_item = 0;  // indexes into Lists::items, half open
  size_t last_item = 0;
};

struct Lists {
  explicit Lists(std::pmr::memory_resource* memory) : items(memory), lists(memory) {}
  std::pmr::vector<ItemRows> items;
  std::pmr::vector<List> lists;
};

void find_lists(const Reading& reading, Lists* out);  // lists.cpp

// What one item says (item.cpp).  `date` is told the expression of its time; false: it has none.
bool read_item(const Reading& reading, const ItemRows& rows, RelatedItem* item, DateExpression* date);
// Where the age or date begins with which a title ends ("... 2 days ago", "... May 4"), a byte offset; 0: there is
// none.
uint32_t time_at_end(const Reading& reading, uint32_t begin, uint32_t end, DateExpression* date);
// "Police clear camp - Mar. 2", "Police clear camp (2 March)", "Police clear camp | 3 days ago": what stands before the
// date; the whole title where none ends it.
std::string_view title_before_date(const Reading& reading, std::string_view title, DateExpression* date);
// Whether that gives a title.
bool has_title(const Reading& reading, const ItemRows& rows);

}  // namespace article
