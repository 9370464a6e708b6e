// Documents with attributions, as the trainer of the attribution decoder reads them: sentences with the labels that
// the decoder should give.
#pragma once

#include <string>
#include <vector>

#include "core/prose/attribution.h"

namespace prose_training {

struct Span {  // bytes, half open
  uint32_t begin = 0;
  uint32_t end = 0;
};
struct Truth {
  std::vector<Span> cue, source, content;
};
struct Sentence {
  article::Tokens tokens;
  std::vector<uint8_t> cues;                // labels of the cue chain
  std::vector<article::TokenRange> ranges;  // each cue
  std::vector<std::vector<uint8_t>> spans;  // for each, the labels of the span chain
};
struct Doc {
  std::string text;
  std::vector<Truth> truths;
  std::vector<Sentence> sentences;
};

// The file that train_prose.py writes: for each document "BYTES TRUTHS\n", the text, and a line for each truth: for
// cue, source and content the number of spans and their bounds.
std::vector<Doc> read_docs(const char* path);

}  // namespace prose_training
