#include "core/prose/prose.h"

namespace article {

const std::pmr::vector<Sentence>& Prose::sentences(const Interrupt& interrupt) {
  if (!sentences_) {
    sentences_.emplace(find_sentences(text_, blocks_, language_, interrupt, memory_));
  }
  return *sentences_;
}

}  // namespace article
