// The invented articles and archive files with one line changed at a time: what a damaged, edited or unusual export
// looks like.
//
//   for (const InventedFile& file : invented_files()) {
//     each_changed_text(file, [](const std::string& text, size_t line, size_t change) { ... });
//   }
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace article::test {

struct InventedFile {
  std::string name;  // "archive_mbox"; of an article its language
  std::string text;
  bool archive = false;
};

// Archive files, which the fuzzers start from too, and articles of each language; in the order of their paths.
std::vector<InventedFile> invented_files();

// Some changes of each line of an archive, of each fifth line of an article: all of all would be ten times as many.
void each_changed_text(const InventedFile& file,
                       const std::function<void(const std::string& text, size_t line, size_t change)>& read);

}  // namespace article::test
