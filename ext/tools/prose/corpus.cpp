#include "corpus.h"

#include <fstream>

#include "core/prose/blocks.h"
#include "core/text/lines.h"

namespace prose_training {

namespace {

bool inside(const article::ProseToken& token, const std::vector<Span>& spans, bool* begins) {
  for (const Span& span : spans) {
    if (token.begin < span.end && token.end > span.begin) {
      *begins = token.begin <= span.begin;
      return true;
    }
  }
  return false;
}

void mark(const article::Tokens& tokens, const std::vector<Span>& spans, uint8_t label, std::vector<uint8_t>* labels) {
  bool before = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    bool begins = false;
    const bool in = inside(tokens[i], spans, &begins) && (*labels)[i] == 0;
    if (in) {
      (*labels)[i] = static_cast<uint8_t>(before && !begins ? label + 1 : label);
    }
    before = in;
  }
}

// What goes on must have begun.
void repair(std::vector<uint8_t>* labels) {
  for (size_t i = 0; i < labels->size(); ++i) {
    uint8_t& own = (*labels)[i];
    const uint8_t last = i == 0 ? 0 : (*labels)[i - 1];
    if (own != 0 && own % 2 == 0 && last != own && last != own - 1) {
      --own;
    }
  }
}

article::TokenRange range_of(const article::Tokens& tokens, const std::vector<Span>& spans) {
  article::TokenRange range;
  bool begins = false;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (inside(tokens[i], spans, &begins)) {
      range.begin = range.empty() ? i : range.begin;
      range.end = i + 1;
    }
  }
  return range;
}

void label(const std::vector<Truth>& truths, const article::Sentence& bounds, Sentence* out) {
  out->cues.assign(out->tokens.size(), 0);
  for (const Truth& truth : truths) {
    if (truth.cue.empty() || truth.cue[0].begin < bounds.begin || truth.cue[0].begin >= bounds.end) {
      continue;
    }
    const article::TokenRange range = range_of(out->tokens, truth.cue);
    if (range.empty()) {
      continue;
    }
    std::vector<uint8_t> spans(out->tokens.size(), 0);
    mark(out->tokens, truth.source, 1, &spans);
    mark(out->tokens, truth.content, 3, &spans);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      out->cues[i] = i == range.begin ? 1 : 2;
      spans[i] = 0;
    }
    repair(&spans);
    out->ranges.push_back(range);
    out->spans.push_back(spans);
  }
  repair(&out->cues);
}

void prepare(Doc* doc) {
  auto* memory = std::pmr::new_delete_resource();
  const article::LanguageId english = article::language_of_tag("en");
  const auto lines = article::split_lines(doc->text, article::Interrupt{}, memory);
  std::pmr::vector<article::MarkPair> marks(memory);
  std::pmr::vector<article::QuoteSpan> quotes(memory);
  article::WordReader reader(doc->text, english);
  for (const article::ProseBlock& block : article::text_blocks(doc->text, lines, memory)) {
    std::pmr::vector<article::Sentence> sentences(memory);
    article::pair_marks(doc->text, block.begin, block.end, &marks);
    article::split_sentences(doc->text, block, english, marks, &sentences);
    article::find_quote_spans(doc->text, block, marks, &quotes);
    for (const article::Sentence& bounds : sentences) {
      Sentence sentence;
      reader.read(bounds, &sentence.tokens);
      article::mark_quotes(quotes, &sentence.tokens);
      if (!sentence.tokens.empty()) {
        label(doc->truths, bounds, &sentence);
        doc->sentences.push_back(std::move(sentence));
      }
    }
  }
}

}  // namespace

std::vector<Doc> read_docs(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<Doc> docs;
  size_t bytes = 0;
  size_t truths = 0;
  while (in >> bytes >> truths) {
    in.get();
    Doc doc;
    doc.text.resize(bytes);
    in.read(&doc.text[0], static_cast<std::streamsize>(bytes));
    for (size_t i = 0; i < truths; ++i) {
      Truth truth;
      for (auto* part : {&truth.cue, &truth.source, &truth.content}) {
        size_t count = 0;
        in >> count;
        for (size_t k = 0; k < count; ++k) {
          Span span;
          in >> span.begin >> span.end;
          part->push_back(span);
        }
      }
      doc.truths.push_back(truth);
    }
    docs.push_back(std::move(doc));
  }
  for (Doc& doc : docs) {
    prepare(&doc);
  }
  return docs;
}

}  // namespace prose_training
