// Names of authors in a labelled byline.
//
//   "By JOHN WRITER and ANN EDITOR; Staff Writers" -> "John Writer", "Ann Editor"
//   "Writer, John; Editor, Ann" (surnames first)   -> the same
//   "By Ann Editor Example Post"                    -> "Ann Editor", where the paper is the Example Post
//
// Cost: linear.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

namespace article {

std::pmr::vector<std::string_view> labelled_authors(std::string_view byline, bool surname_first,
                                                    std::string_view publisher, std::pmr::memory_resource* memory,
                                                    std::pmr::memory_resource* arena);

}  // namespace article
