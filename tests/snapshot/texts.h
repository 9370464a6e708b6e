// The texts whose reading is held in the tables of this folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace article::test {

struct SnapshotText {
  std::string_view group;     // language of an article, or format of an archive
  std::string_view language;  // that the functions are told; "": none
  std::string_view text;
};
using TextReader = std::function<void(const SnapshotText&)>;

// Invented articles in the layouts of layouts.h and pages of each language's own words, archive files with their
// articles, and the pages of bounds.h, group by group.  `read_date` gets the expressions of time that are made of a
// language's own words, alone: for article_date().
void each_text(const TextReader& read, const TextReader& read_date = nullptr);

}  // namespace article::test
