#include "core/prose/prose.h"

namespace article {

const std::pmr::vector<Sentence>& Prose::sentences(const Interrupt& interrupt) {
  if (!sentences_) {
    sentences_.emplace(find_sentences(text_, blocks_, language_, interrupt, memory_));
  }
  return *sentences_;
}

const Names& Prose::names(const Interrupt& interrupt) {
  if (!names_) {
    names_.emplace(find_names(text_, blocks_, sentences(interrupt), language_, interrupt, memory_));
  }
  return *names_;
}

const std::pmr::vector<Quote>& Prose::quotes(const Interrupt& interrupt) {
  if (!quotes_) {
    quotes_.emplace(find_quotes(text_, blocks_, sentences(interrupt), names(interrupt), language_, interrupt, memory_));
  }
  return *quotes_;
}

}  // namespace article
