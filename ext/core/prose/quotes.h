// Quotations and reported statements with their speakers.
//
//   `Mayor Dana Orr spoke. "We won," Orr said.` -> direct, "We won", speaker Orr, speaker_name Dana Orr, title Mayor
//
// A row is one of four kinds: direct (all of it in quotation marks), mixed (part of it), indirect (none of it), and
// scare (a term, title or nickname in quotation marks).  A quotation over several paragraphs, each opened and the last
// closed, is one; one that is never closed ends with its paragraph.  Cost: linear in bytes, and in words of the
// sentence a cue.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/memory.h"
#include "core/prose/attribution_model.h"
#include "core/prose/blocks.h"
#include "core/prose/names.h"
#include "core/prose/sentences.h"

namespace article {

enum class QuoteKind : uint8_t { kDirect, kIndirect, kMixed, kScare };
const char* quote_kind_name(QuoteKind kind) noexcept;

struct ByteSpan {
  uint32_t begin = kNoPosition;
  uint32_t end = kNoPosition;
  bool empty() const noexcept { return begin == kNoPosition || begin >= end; }
};

struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  ByteSpan quote;  // without its marks
  ByteSpan speaker;
  ByteSpan cue;
  ByteSpan speaker_name;   // fullest form of the name in the text
  ByteSpan speaker_title;  // title before it
  uint32_t sentence_no = 0;
};

std::pmr::vector<Quote> find_quotes(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                                    const std::pmr::vector<Sentence>& sentences, const Names& names,
                                    LanguageId language, const Interrupt& interrupt, std::pmr::memory_resource* memory,
                                    const AttributionWeights& weights = built_in_attribution_weights());

}  // namespace article
