// Blocks of prose: stretches of a text whose line ends are soft, so that a sentence may run over them.
//
//   "It was a cold \nnight.\nIt rained." -> {"It was a cold \nnight."}, {"It rained."}
//
// The body's paragraphs are blocks as they are.  In a text that is prose as a whole, a line end is soft where the next
// line continues the sentence: it begins small after a blank at the line's end, or in a run of lines that ends with a
// stop, or the line before was full.  Cost: linear in lines; 16 bytes a block.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"
#include "core/page.h"
#include "core/text/lines.h"

namespace article {

struct ProseBlock {
  uint32_t begin = 0;  // byte offsets, half open; blanks at both ends left out
  uint32_t end = 0;
  uint32_t paragraph_no = 0;  // from 1
};

std::pmr::vector<ProseBlock> body_blocks(const std::pmr::vector<Paragraph>& paragraphs,
                                         std::pmr::memory_resource* memory);
std::pmr::vector<ProseBlock> text_blocks(std::string_view text, const std::pmr::vector<Line>& lines,
                                         std::pmr::memory_resource* memory, const Interrupt& interrupt = {});

}  // namespace article
