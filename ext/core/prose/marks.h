// Pairs of quotation marks and brackets in a block of prose.
//
//   He said: "It (the law) stands." -> {" "}, depth 0; {( )}, depth 1
//
// All styles of news: “ ” „ “ ” « » » « ‹ › ‘ ’ ‚ ‘ 「 」 『 』 《 》 `` '' ,, and straight ones, which open or close
// by what stands beside them.  An apostrophe is no mark.  A mark that is never closed is reported with close_begin ==
// kNoPosition.  Cost: one pass over the bytes; 20 bytes a pair; the open marks that are remembered are kMaxOpenMarks.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/memory.h"

namespace article {

// Open marks beyond this depth are forgotten, oldest first: real prose nests three or four deep.
constexpr uint32_t kMaxOpenMarks = 16;

enum class MarkKind : uint8_t { kDoubleQuote, kSingleQuote, kBracket, kTitle };  // kTitle: 《 》

struct MarkPair {
  uint32_t open_begin = 0;  // byte offsets, half open
  uint32_t open_end = 0;
  uint32_t close_begin = kNoPosition;
  uint32_t close_end = kNoPosition;
  MarkKind kind = MarkKind::kBracket;
  uint8_t depth = 0;  // pairs around it that are closed
  bool closed() const noexcept { return close_begin != kNoPosition; }
};

// In the order of open_begin.  `pairs` is cleared first.
void pair_marks(std::string_view text, uint32_t begin, uint32_t end, std::pmr::vector<MarkPair>* pairs,
                const Interrupt& interrupt = {});

}  // namespace article
