// The frame that the splitters of the formats share: one pass over the lines, up to the end of one article.
//
//   return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
//     return is_number(line.bytes) ? Cut::kBegin : is_cover(line.bytes) ? Cut::kStop : Cut::kInside;
//   });
//
// A format says of each line what it is; the frame keeps the ends.  Cost: one call for a line.
#pragma once

#include "core/archive/archive.h"
#include "core/archive/scan.h"

namespace article {

enum class Cut : uint8_t {
  kInside,   // of the article, if one has begun; blank lines at its end do not count
  kOutside,  // of none
  kBegin,    // an article begins with this line; one that has begun ends before it
  kEnd,      // the last line of the article
  kStop,     // the article ended before this line
  kDrop,     // what has begun was no article
};

struct FrameLine {
  std::string_view bytes;  // without the line end
  const ScannedLine& place;
  bool begun;  // inside an article
};

template <typename Judge>
bool next_piece(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece, Judge judge) {
  LineScanner scanner(text, from, &interrupt);
  ScannedLine line;
  bool begun = false;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(text, line);
    const Cut cut = judge(FrameLine{bytes, line, begun});
    if (begun && (cut == Cut::kBegin || cut == Cut::kStop)) {
      return true;
    }
    if (cut == Cut::kDrop) {
      begun = false;
    } else if (cut == Cut::kBegin) {
      begun = true;
      piece->begin = line.begin;
      piece->end = line.end;
    } else if (begun && cut != Cut::kOutside && !visible(bytes).empty()) {
      piece->end = line.end;
    }
    if (begun && cut == Cut::kEnd) {
      piece->end = line.end;
      return true;
    }
  }
  return begun;
}

}  // namespace article
