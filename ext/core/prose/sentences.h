// Sentences of a block of prose: byte ranges; with the blanks between them they are the block.
//
//   "Mr. Orr left at 5 p.m. It rained." -> "Mr. Orr left at 5 p.m.", "It rained."
//
// A stop ends a sentence unless it belongs to an abbreviation, initial, ordinal, decimal, address or list number,
// stands inside a pair of quotation marks or brackets, or the next word goes on small.  The rules are those that the
// golden rules of sentence segmenters state; the words are data (abbreviation, sentence_starter, not_starter,
// sentence_rule). Cost: one pass over the bytes for the marks and one for the stops, and one look-up of a word a stop.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/prose/blocks.h"
#include "core/prose/marks.h"

namespace article {

struct Sentence {
  uint32_t begin = 0;  // byte offsets, half open
  uint32_t end = 0;
  uint32_t paragraph_no = 0;  // of its block
};

// Sentences of [block.begin, block.end), appended to `sentences`.  `marks` are the pairs of the block.
void split_sentences(std::string_view text, const ProseBlock& block, LanguageId language,
                     const std::pmr::vector<MarkPair>& marks, std::pmr::vector<Sentence>* sentences,
                     const Interrupt& interrupt = {});

std::pmr::vector<Sentence> find_sentences(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                                          LanguageId language, const Interrupt& interrupt,
                                          std::pmr::memory_resource* memory);

}  // namespace article
