#include "core/prose/sentences.h"

#include "core/prose/list_marks.h"
#include "core/prose/stops.h"
#include "core/prose/terms.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

bool is_armenian(char32_t code) noexcept {
  return code >= 0x0530 && code <= 0x058F;
}
bool is_greek(char32_t code) noexcept {
  return (code >= 0x0370 && code <= 0x03FF) || (code >= 0x1F00 && code <= 0x1FFF);
}

class Splitter {
 public:
  Splitter(std::string_view text, const ProseBlock& block, LanguageId language, const std::pmr::vector<MarkPair>& marks,
           std::pmr::vector<Sentence>* sentences)
      : text_(text),
        block_(block),
        marks_(marks),
        sentences_(sentences),
        rules_(text, block.end, language),
        language_(language),
        colon_ends_(has_sentence_rule(language, ProseValue::kColonEnds)),
        comma_ends_(has_sentence_rule(language, ProseValue::kCommaEnds) && !has_stop()) {}

  void run(const Interrupt& interrupt) {
    begin_sentence(block_.begin);
    uint32_t polled = block_.begin;
    while (skip_plain()) {
      if (at_ - polled >= kPollBytes) {
        interrupt.poll();
        polled = at_;
        continue;
      }
      step();
    }
    emit(block_.end);
  }

 private:
  bool has_stop() const noexcept {
    for (uint32_t at = block_.begin; at < block_.end;) {
      const CodePoint unit = decode(text_, at);
      if (has(unit.value, kSentenceEnd) && at + unit.length < block_.end) {
        return true;
      }
      at += unit.length;
    }
    return false;
  }

  void begin_sentence(uint32_t at) noexcept {
    while (at < block_.end) {
      const CodePoint unit = decode(text_, at);
      if (!has(unit.value, kBlank)) {
        break;
      }
      at += unit.length;
    }
    start_ = at_ = at;
    const ListMark mark = read_list_mark(text_, at, block_.end);
    if (mark.value != 0) {
      list_ = mark;
      at_ = mark.end;
    }
  }

  void emit(uint32_t end) {
    while (end > start_ && has(decode_before(text_, end).value, kBlank)) {
      end -= decode_before(text_, end).length;
    }
    if (end > start_) {
      sentences_->push_back({start_, end, block_.paragraph_no});
    }
  }

  void split_at(uint32_t end) {
    emit(end);
    begin_sentence(end);
  }

  // Moves to the next character that may matter: a stop, a mark, a blank before an item of a list.  False: none is
  // left.
  bool skip_plain() noexcept {
    while (mark_ < marks_.size() && marks_[mark_].open_begin < at_) {
      ++mark_;
    }
    const uint32_t limit =
        mark_ < marks_.size() && marks_[mark_].open_begin < block_.end ? marks_[mark_].open_begin : block_.end;
    const bool list = list_.value != 0;
    const uint32_t stop = limit - at_ < kPollBytes ? limit : at_ + static_cast<uint32_t>(kPollBytes);
    while (at_ < stop && !kStopBytes.may[static_cast<unsigned char>(text_[at_])] && !(list && text_[at_] == ' ')) {
      ++at_;
    }
    return at_ < block_.end;
  }

  void step() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const bool marked = mark_ < marks_.size() && marks_[mark_].open_begin == at_;
    if (marked) {
      const MarkPair& pair = marks_[mark_++];
      if (pair.closed() && pair.close_end <= block_.end) {
        skip_pair(pair);
        return;
      }
    }
    if (byte < 0x80) {
      step_ascii(byte);
      return;
    }
    const CodePoint unit = decode(text_, at_);
    if (has(unit.value, kSentenceEnd)) {
      consider(at_);
    } else if (unit.value == 0x060C && comma_ends_) {
      consider_comma();
    } else {
      at_ += unit.length;
    }
  }

  void step_ascii(unsigned char byte) {
    switch (byte) {
      case '.':
        if (at_ > start_ && is_armenian(decode_before(text_, at_).value) && !dots_at(at_)) {
          ++at_;
          return;
        }
        consider(at_);
        return;
      case '!':
      case '?':
        consider(at_);
        return;
      case ':':
        consider_colon();
        return;
      case ';':
        if (at_ > start_ && is_greek(decode_before(text_, at_).value)) {
          consider(at_);
          return;
        }
        ++at_;
        return;
      case ' ':
        ++at_;
        if (list_.value != 0 && at_ < block_.end) {
          const ListMark mark = read_list_mark(text_, at_, block_.end);
          if (mark.continues(list_)) {
            split_at(at_);
          }
        }
        return;
      default:
        ++at_;
    }
  }

  bool dots_at(uint32_t at) const noexcept { return at + 1 < block_.end && text_[at + 1] == '.'; }

  // A pair is part of the sentence; a stop right before its end may end the sentence.
  void skip_pair(const MarkPair& pair) {
    uint32_t inner = pair.close_begin;
    uint32_t first_stop = inner;
    while (inner > pair.open_end) {
      const CodePoint unit = decode_before(text_, inner);
      if (has(unit.value, kSentenceEnd)) {
        first_stop = inner - unit.length;
      } else if (!has(unit.value, kBlank | kCloseQuote) && unit.value != ')') {
        break;
      }
      inner -= unit.length;
    }
    pair_open_ = pair.open_begin;
    pair_is_bracket_ = pair.kind == MarkKind::kBracket || pair.kind == MarkKind::kTitle;
    pair_close_ = pair.close_begin;
    const bool broken_off = pair.kind == MarkKind::kDoubleQuote && pair.open_begin > start_ &&
                            inner == pair.close_begin && has(decode_before(text_, inner).value, kDash);
    if (first_stop == pair.close_begin && !broken_off) {
      at_ = pair.close_end;
      if (at_ < block_.end && has(decode(text_, at_).value, kSentenceEnd)) {
        consider(at_);
      }
    } else {
      consider(first_stop);
    }
  }

  void consider_colon() {
    const char32_t last = at_ > start_ ? decode_before(text_, at_).value : U' ';
    if (is_armenian(last) || (last == '.' && at_ > start_ + 3 && is_armenian_text())) {
      consider(at_);
      return;
    }
    if (!colon_ends_ || has(last, kDigit) || at_ + 1 >= block_.end || text_[at_ + 1] != ' ' || cue_before_colon()) {
      ++at_;
      return;
    }
    const char32_t next = at_ + 2 < block_.end ? decode(text_, at_ + 2).value : U' ';
    if (has(next, kLetter)) {
      split_at(at_ + 1);
    } else {
      ++at_;
    }
  }

  bool is_armenian_text() const noexcept {
    uint32_t at = at_;
    while (at > start_ && text_[at - 1] == '.') {
      --at;
    }
    return at > start_ && is_armenian(decode_before(text_, at).value);
  }

  // A colon that introduces speech does not end the sentence.
  bool cue_before_colon() const noexcept {
    WordCursor cursor(text_, start_, at_);
    Word word;
    while (cursor.next(&word)) {
      if (prose_terms(word.hash).has(ProseTerm::kCueVerb, language_)) {
        return true;
      }
    }
    return false;
  }

  // In a paragraph whose only stops are commas: one before two words or more.
  void consider_comma() {
    at_ += 2;
    uint32_t at = at_;
    uint32_t words = 0;
    bool in_word = false;
    while (at < block_.end && words < 2) {
      const CodePoint unit = decode(text_, at);
      if (unit.value == 0x060C) {
        break;
      }
      const bool letter = !has(unit.value, kBlank);
      words += letter && !in_word ? 1 : 0;
      in_word = letter;
      at += unit.length;
    }
    if (words >= 2) {
      split_at(at_);
    }
  }

  void consider(uint32_t stop) {
    const StopRun run = read_run(stop);
    if (rules_.ends_sentence(start_, run)) {
      split_at(run.end);
    } else {
      at_ = run.end;
    }
  }

  StopRun read_run(uint32_t stop) noexcept {
    StopRun run;
    run.begin = run.end = stop;
    while (run.end < block_.end) {
      const CodePoint unit = decode(text_, run.end);
      if (!read_stop(unit, &run) && !read_close(unit, &run)) {
        break;
      }
      run.end += unit.length;
    }
    read_spaced_dots(&run);
    read_footnote(text_, start_, block_.end, &run);
    return run;
  }

  bool read_stop(CodePoint unit, StopRun* run) const noexcept {
    switch (unit.value) {
      case '.':
        ++run->dots;
        return true;
      case 0x2026:
        run->dots += 3;
        return true;
      case '!':
      case '?':
        run->strong = true;
        return true;
      case ';':
      case ':':
        if (run->end == run->begin || (unit.value == ':' && run->dots >= 3)) {
          run->strong = run->strong || unit.value == ';';
          run->own = run->own || unit.value == ':';
          return true;
        }
        return false;
      default:
        run->own = run->own || has(unit.value, kSentenceEnd);
        return has(unit.value, kSentenceEnd);
    }
  }

  bool read_close(CodePoint unit, StopRun* run) noexcept {
    if (unit.value == ')' || unit.value == ']' || unit.value == '}' || unit.value == 0xFF09 || unit.value == 0x300B) {
      run->closes = run->bracket = true;
      return true;
    }
    if (!has(unit.value, kCloseQuote)) {
      return has(unit.value, kBlank) && run->end < pair_close_ && run->begin > pair_open_;
    }
    for (size_t i = mark_; i < marks_.size() && marks_[i].open_begin <= run->end; ++i) {
      if (marks_[i].open_begin == run->end) {
        return false;
      }
    }
    run->closes = true;
    run->quote_at_start = run->quote_at_start || pair_open_ == start_;
    return true;
  }

  // ". . . ." in all its forms.  "word. . . . Next": the first stop ends the sentence, the others begin the next.
  void read_spaced_dots(StopRun* run) const noexcept {
    if (run->strong || run->own || run->closes || run->dots == 0) {
      return;
    }
    uint32_t at = run->end;
    uint32_t dots = 0;
    while (at + 1 < block_.end && text_[at] == ' ' && text_[at + 1] == '.' && !dots_at(at + 1)) {
      at += 2;
      ++dots;
    }
    if (dots == 0) {
      return;
    }
    const bool attached = run->begin > start_ && !has(decode_before(text_, run->begin).value, kBlank);
    uint32_t next = at;
    while (next < block_.end && has(decode(text_, next).value, kBlank)) {
      next += decode(text_, next).length;
    }
    if (attached && run->dots == 1 && dots == 3 && next < block_.end && has(decode(text_, next).value, kUpper)) {
      run->certain = true;
      return;
    }
    run->end = at;
    run->dots += dots;
    run->spaced = true;
    if (next < block_.end && has(decode(text_, at).value, kCloseQuote)) {
      run->end = at + decode(text_, at).length;
      run->closes = true;
    }
  }

  std::string_view text_;
  const ProseBlock& block_;
  const std::pmr::vector<MarkPair>& marks_;
  std::pmr::vector<Sentence>* sentences_;
  StopRules rules_;
  LanguageId language_;
  bool colon_ends_;
  bool comma_ends_;
  size_t mark_ = 0;
  uint32_t start_ = 0;
  uint32_t at_ = 0;
  uint32_t pair_open_ = kNoPosition;
  uint32_t pair_close_ = 0;
  bool pair_is_bracket_ = false;
  ListMark list_;
};

}  // namespace

void split_sentences(std::string_view text, const ProseBlock& block, LanguageId language,
                     const std::pmr::vector<MarkPair>& marks, std::pmr::vector<Sentence>* sentences,
                     const Interrupt& interrupt) {
  Splitter(text.substr(0, block.end), block, language, marks, sentences).run(interrupt);
}

std::pmr::vector<Sentence> find_sentences(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                                          LanguageId language, const Interrupt& interrupt,
                                          std::pmr::memory_resource* memory) {
  std::pmr::vector<Sentence> sentences(memory);
  std::pmr::vector<MarkPair> marks(memory);
  size_t polled = 0;
  for (const ProseBlock& block : blocks) {
    if (block.end - polled >= kPollBytes) {
      interrupt.poll();
      polled = block.end;
    }
    pair_marks(text, block.begin, block.end, &marks, interrupt);
    split_sentences(text, block, language, marks, &sentences, interrupt);
  }
  return sentences;
}

}  // namespace article
