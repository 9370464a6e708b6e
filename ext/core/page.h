// What the stages behind the line roles are given: the page, read-only, and an arena for the few strings that do not
// stand in the text as they are shown.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/options.h"
#include "core/page_words.h"
#include "core/roles.h"
#include "core/text/lines.h"

namespace article {

// A paragraph of the body: whole lines, in text order.  Its bytes may hold line ends (hard-wrapped text).
struct Paragraph {
  uint32_t begin = 0;  // byte offsets, half open; blanks at both ends left out
  uint32_t end = 0;
  uint32_t first_line = 0;  // indexes into Page::lines, inclusive
  uint32_t last_line = 0;
};

struct Page {
  std::string_view text;
  const std::pmr::vector<Line>& lines;
  const std::pmr::vector<LineRole>& roles;
  const std::pmr::vector<Paragraph>& paragraphs;
  LanguageId language;
  const Options& options;
  const Interrupt& interrupt;
  std::pmr::memory_resource* memory;  // for containers
  std::pmr::memory_resource* arena;   // for strings that live as long as the document
  const PageWords* words = nullptr;   // what the line reader kept; nullptr: nothing

  std::string_view line(size_t index) const noexcept { return line_text(text, lines[index]); }
};

// `bytes` without blanks and invisible characters at both ends.
std::string_view trim(std::string_view bytes) noexcept;

// Offset of a slice of `text`; slice.data() must point into it.
inline uint32_t offset_in(std::string_view text, std::string_view slice) noexcept {
  return static_cast<uint32_t>(slice.data() - text.data());
}
// Does `slice` lie in `text`?  Strings made in an arena do not.
inline bool lies_in(std::string_view text, std::string_view slice) noexcept {
  return slice.data() >= text.data() && slice.data() + slice.size() <= text.data() + text.size();
}

// A copy in `arena`.
std::string_view copy_to(std::pmr::memory_resource* arena, std::string_view bytes);

// The paragraph as one line: each run of blanks and line ends becomes one blank.  A slice of the text where nothing
// changes, else a string in the arena.
std::string_view unwrap(std::string_view text, std::pmr::memory_resource* arena);

// Runs of body lines with one paragraph_no.
std::pmr::vector<Paragraph> find_paragraphs(std::string_view text, const std::pmr::vector<Line>& lines,
                                            const std::pmr::vector<LineRole>& roles, std::pmr::memory_resource* memory);

}  // namespace article
