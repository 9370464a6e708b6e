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

// Pages of bounds.h, invented articles in the layouts of layouts.h, archive files with their articles, and pages of
// each language's own words.
void each_text(const TextReader& read);

// Expressions of time made of each language's own words, alone: for article_date().
void each_date(const TextReader& read);

}  // namespace article::test
