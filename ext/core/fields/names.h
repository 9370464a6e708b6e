// Names of people in a byline, each without its title, affiliation, address or date.
//
//   "A. Writer and Bea Editor, Example Post"    -> A. Writer | Bea Editor
//   "Max Muster / Photos: Pia Bild"             -> Max Muster
//   "Lucy ThorntonNews Reporter"                -> Lucy Thornton        (links that were glued together)
//   "oz on December 4, 2006"                    -> oz                   (after a byline word only)
//
// A name is a run of words with a capital and of particles ("de", "van der", "bin"), or one to four words of a script
// without capitals after a byline word.  Whatever else stands in the line ends it.  Cost: linear in the words of the
// line, at most kMaxLineTokens.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/lexicon.h"
#include "core/limits.h"
#include "core/line_cursor.h"
#include "core/page.h"

namespace article {

struct NameSpan {
  uint32_t begin = 0;  // byte offsets, half open
  uint32_t end = 0;
  uint16_t words = 0;
};

class NameList {
 public:
  void add(const NameSpan& name) noexcept {
    if (count_ < kMaxNames) {
      names_[count_++] = name;
    }
  }
  size_t size() const noexcept { return count_; }
  bool empty() const noexcept { return count_ == 0; }
  const NameSpan& operator[](size_t at) const noexcept { return names_[at]; }
  const NameSpan* begin() const noexcept { return names_; }
  const NameSpan* end() const noexcept { return names_ + count_; }

 private:
  NameSpan names_[kMaxNames];
  size_t count_ = 0;
};

struct NameOptions {
  bool trusted = false;     // a byline word stands before: names of one word or without capitals count
  uint32_t skip_begin = 0;  // bytes that are a date: they end a name
  uint32_t skip_end = 0;
  LanguageId language = kNoLanguage;  // of the page: its own small words join names only where they do in it
};

void find_names(std::string_view text, size_t begin, size_t end, const NameOptions& options, NameList* names);
// The same of the words and marks of a line.
void find_names(std::string_view text, const LineCursor& words, const NameOptions& options, NameList* names);

// As it is shown: blanks for underscores, capitals where the byline has none.  A slice of the text where nothing
// changes.
std::string_view display_name(std::string_view name, std::pmr::memory_resource* arena);

}  // namespace article
