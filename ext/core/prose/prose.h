// Prose of an article: blocks and what is read from them, each when it is first asked for.
//
//   blocks -> sentences -> quotes, mentions
#pragma once

#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "core/lexicon.h"
#include "core/memory.h"
#include "core/prose/blocks.h"
#include "core/prose/names.h"
#include "core/prose/quotes.h"
#include "core/prose/sentences.h"

namespace article {

class Prose {
 public:
  Prose(std::string_view text, std::pmr::vector<ProseBlock> blocks, LanguageId language,
        std::pmr::memory_resource* memory)
      : text_(text), blocks_(std::move(blocks)), language_(language), memory_(memory) {}

  const std::pmr::vector<ProseBlock>& blocks() const noexcept { return blocks_; }
  LanguageId language() const noexcept { return language_; }
  const std::pmr::vector<Sentence>& sentences(const Interrupt& interrupt);
  const Names& names(const Interrupt& interrupt);
  const std::pmr::vector<Quote>& quotes(const Interrupt& interrupt);

 private:
  std::string_view text_;
  std::pmr::vector<ProseBlock> blocks_;
  LanguageId language_;
  std::pmr::memory_resource* memory_;
  std::optional<std::pmr::vector<Sentence>> sentences_;
  std::optional<Names> names_;
  std::optional<std::pmr::vector<Quote>> quotes_;
};

}  // namespace article
