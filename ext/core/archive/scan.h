// Lines of an archive, one at a time and without memory, and the small questions that all formats ask of them.
//
//   LineScanner scanner(text, from, interrupt); ScannedLine line; while (scanner.next(&line)) {...}
//
// Ends of lines are LF, CR and CRLF.  Cost: one pass.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/memory.h"
#include "core/text/bytes.h"

namespace article {

struct ScannedLine {
  size_t begin = 0;  // byte offsets into the text, half open, without the line end
  size_t end = 0;
  size_t next = 0;  // where the next line begins
};

class LineScanner {
 public:
  LineScanner(std::string_view text, size_t from, const Interrupt* interrupt = nullptr) noexcept
      : text_(text), at_(from), polled_(from), interrupt_(interrupt) {}

  bool next(ScannedLine* line);

 private:
  std::string_view text_;
  size_t at_;
  size_t polled_;
  const Interrupt* interrupt_;
};

inline std::string_view slice(std::string_view text, const ScannedLine& line) noexcept {
  return text.substr(line.begin, line.end - line.begin);
}

// ASCII only: labels, codes and headers are.
bool starts_with(std::string_view text, std::string_view prefix) noexcept;
bool ends_with(std::string_view text, std::string_view suffix) noexcept;
bool equal_bytes_nocase(const char* a, const char* b, size_t size) noexcept;
inline bool equal_nocase(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && equal_bytes_nocase(a.data(), b.data(), a.size());
}
inline bool starts_with_nocase(std::string_view text, std::string_view prefix) noexcept {
  constexpr unsigned kCase = 0x20;  // all in which a letter and its capital differ
  return text.size() >= prefix.size() &&
         (prefix.empty() || ((static_cast<unsigned>(text[0]) ^ static_cast<unsigned>(prefix[0])) & ~kCase) == 0) &&
         equal_nocase(text.substr(0, prefix.size()), prefix);
}
bool contains(std::string_view text, std::string_view part) noexcept;
bool is_upper(char byte) noexcept;
bool is_alnum(char byte) noexcept;

// Reads a decimal number (digits, with , or . between thousands) at `at`; false: none there.
bool read_number(std::string_view text, size_t* at, unsigned* value) noexcept;
void skip_blanks(std::string_view text, size_t* at) noexcept;  // also no-break spaces

// Words of letters and digits, as far as they matter for "is this a short line".
size_t count_words(std::string_view text, size_t limit) noexcept;

// The visible part of a line: blanks, BOM and control bytes at both ends left out.
std::string_view visible(std::string_view line) noexcept;

// A label and what stands behind its colon: "LENGTH:\xC2\xA0355 words" -> "LENGTH", "355 words".  The label is at most
// four words and has no sentence punctuation.  False: the line has none.
bool split_label(std::string_view line, std::string_view* label, std::string_view* value) noexcept;

// A line that tells that this is no article any more: "Page 3 of 12".
bool is_page_number(std::string_view line) noexcept;

}  // namespace article
