#include "core/prose/quotes.h"

#include <algorithm>
#include <tuple>

#include "core/prose/attribution_model.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

const char* quote_kind_name(QuoteKind kind) noexcept {
  switch (kind) {
    case QuoteKind::kDirect:
      return "direct";
    case QuoteKind::kIndirect:
      return "indirect";
    case QuoteKind::kMixed:
      return "mixed";
    default:
      return "scare";
  }
}

namespace {

constexpr uint32_t kSpeechWords = 5;  // a quotation without a cue of fewer words is a term

class QuoteFinder {
 public:
  QuoteFinder(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
              const std::pmr::vector<Sentence>& sentences, const Names& names, LanguageId language,
              std::pmr::memory_resource* memory)
      : text_(text),
        blocks_(blocks),
        sentences_(sentences),
        names_(names.all),
        language_(language),
        out_(memory),
        marks_(memory),
        spans_(memory),
        used_(memory),
        tokens_(memory),
        found_(memory) {}

  std::pmr::vector<Quote> run(const Interrupt& interrupt) {
    size_t polled = 0;
    for (const ProseBlock& block : blocks_) {
      if (block.end - polled >= kPollBytes) {
        interrupt.poll();
        polled = block.end;
      }
      read_block(block);
    }
    // std::stable_sort would allocate outside the memory resource; the other fields break ties instead.
    std::sort(out_.begin(), out_.end(), [](const Quote& a, const Quote& b) {
      return std::tie(a.quote.begin, a.quote.end, a.kind, a.cue.begin) <
             std::tie(b.quote.begin, b.quote.end, b.kind, b.cue.begin);
    });
    return std::move(out_);
  }

 private:
  void read_block(const ProseBlock& block) {
    pair_marks(text_, block.begin, block.end, &marks_);
    find_quote_spans(text_, block, marks_, &spans_);
    used_.assign(spans_.size(), 0);
    const size_t first_row = out_.size();
    if (joins_open_quote(block)) {
      open_quote_ = kNoRow;
    }
    while (sentence_ < sentences_.size() && sentences_[sentence_].begin < block.end) {
      if (sentences_[sentence_].begin >= block.begin) {
        read_sentence(sentences_[sentence_], static_cast<uint32_t>(sentence_ + 1));
      }
      ++sentence_;
    }
    add_unattributed(block, first_row);
    if (!spans_.empty() && !spans_.back().closed && out_.size() > first_row) {
      open_quote_ = out_.size() - 1;
      open_block_end_ = block.end;
    } else if (spans_.empty() || spans_.front().begin > block.begin + 4 || used_.empty() || used_[0] != 2) {
      open_quote_ = kNoRow;
    }
  }

  // The paragraph before ended in an open quotation, and this one opens with a mark: they are one quotation.
  bool joins_open_quote(const ProseBlock& block) {
    if (open_quote_ == kNoRow || spans_.empty() || spans_.front().mark_begin != block.begin) {
      return false;
    }
    Quote& quote = out_[open_quote_];
    quote.quote.end = spans_.front().end;
    used_[0] = 2;
    if (!spans_.front().closed) {
      reopened_ = open_quote_;
    }
    return spans_.front().closed;
  }

  void read_sentence(const Sentence& sentence, uint32_t number) {
    read_tokens(text_, sentence, language_, spans_, &tokens_);
    found_.clear();
    if (has_attribution_model(language_)) {
      find_attributions_by_model(text_, tokens_, &found_);
    } else {
      find_attributions_by_rule(tokens_, language_, &found_);
    }
    const size_t first = out_.size();
    for (const Attribution& attribution : found_) {
      add(attribution, number);
    }
    share_speaker(first);
  }

  // "Lou Marr, noting that ..., stressed that ...": a cue without a source has that of its neighbour in the sentence.
  void share_speaker(size_t first) noexcept {
    for (size_t i = first; i < out_.size(); ++i) {
      for (size_t j = first; j < out_.size() && out_[i].speaker.empty(); ++j) {
        if (!out_[j].speaker.empty()) {
          out_[i].speaker = out_[j].speaker;
          out_[i].speaker_name = out_[j].speaker_name;
          out_[i].speaker_title = out_[j].speaker_title;
        }
      }
    }
  }

  ByteSpan bytes(TokenRange range) const noexcept {
    return range.empty() ? ByteSpan{} : ByteSpan{tokens_[range.begin].begin, tokens_[range.end - 1].end};
  }

  void add(const Attribution& attribution, uint32_t number) {
    Quote quote;
    quote.quote = bytes(attribution.content);
    quote.cue = bytes(attribution.cue);
    quote.speaker = bytes(attribution.source);
    quote.sentence_no = number;
    if (quote.quote.empty()) {
      return;
    }
    set_kind(&quote);
    name_speaker(&quote, attribution.source);
    out_.push_back(quote);
  }

  // By how much of it stands in quotation marks; trims marks that only open or close it.
  void set_kind(Quote* quote) noexcept {
    uint32_t inside = 0;
    uint32_t outside = 0;
    const QuoteSpan* only = nullptr;
    for (size_t i = 0; i < spans_.size(); ++i) {
      const QuoteSpan& span = spans_[i];
      const uint32_t begin = std::max(span.mark_begin, quote->quote.begin);
      const uint32_t end = std::min(span.mark_end, quote->quote.end);
      if (begin < end) {
        inside += end - begin;
        used_[i] = used_[i] == 0 ? 1 : used_[i];
        only = &span;
      }
    }
    outside = count_letters_outside(*quote);
    if (inside == 0) {
      quote->kind = QuoteKind::kIndirect;
      return;
    }
    quote->kind = outside == 0 ? QuoteKind::kDirect : QuoteKind::kMixed;
    if (quote->kind == QuoteKind::kDirect) {
      quote->quote.begin = first_inside(quote->quote.begin);
      quote->quote.end = only->end;
    }
  }

  uint32_t first_inside(uint32_t at) const noexcept {
    for (const QuoteSpan& span : spans_) {
      if (at >= span.mark_begin && at < span.mark_end) {
        return span.begin;
      }
    }
    return at;
  }

  uint32_t count_letters_outside(const Quote& quote) const noexcept {
    uint32_t count = 0;
    for (const ProseToken& token : tokens_) {
      count +=
          token.word && token.quote == 0 && token.begin >= quote.quote.begin && token.end <= quote.quote.end ? 1 : 0;
    }
    return count;
  }

  // Quotations that no cue claimed: the rest of a speech, or a term.
  void add_unattributed(const ProseBlock& /*block*/, size_t first_row) {
    const size_t last_row = out_.size();
    for (size_t i = 0; i < spans_.size(); ++i) {
      if (used_[i] != 0 || spans_[i].begin >= spans_[i].end) {
        continue;
      }
      Quote quote;
      quote.quote = {spans_[i].begin, spans_[i].end};
      quote.sentence_no = sentence_of(spans_[i].mark_begin);
      quote.kind = is_speech(spans_[i]) ? QuoteKind::kDirect : QuoteKind::kScare;
      if (quote.kind == QuoteKind::kDirect) {
        inherit_speaker(&quote, first_row, last_row);
      }
      out_.push_back(quote);
    }
  }

  // A quotation without a cue is speech where it is a sentence: five words or more, and a stop or comma before its end.
  bool is_speech(const QuoteSpan& span) const noexcept {
    WordCursor cursor(text_, span.begin, span.end);
    Word word;
    uint32_t words = 0;
    uint32_t capitals = 0;
    while (words < 40 && cursor.next(&word)) {
      ++words;
      capitals += word.capital ? 1 : 0;
    }
    uint32_t last = span.end;
    while (last > span.begin && has(decode_before(text_, last).value, kBlank | kCloseQuote)) {
      last -= decode_before(text_, last).length;
    }
    const char32_t code = last > span.begin ? decode_before(text_, last).value : U' ';
    const bool stop = has(code, kSentenceEnd) || code == ',';
    if (words < kSpeechWords) {
      return stop && words >= 3 && code != ',' && has(decode(text_, span.begin).value, kUpper);
    }
    return capitals * 2 < words + 1 && (stop || words >= 12);
  }

  uint32_t sentence_of(uint32_t at) const noexcept {
    const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), at,
                                        [](uint32_t value, const Sentence& s) { return value < s.begin; });
    return static_cast<uint32_t>(after - sentences_.begin());
  }

  // `"A," she said. "B."`: B is hers too; in a paragraph without a cue the speaker is that of the paragraph before.
  void inherit_speaker(Quote* quote, size_t first_row, size_t last_row) const noexcept {
    for (size_t i = last_row; i > 0 && i + 4 > first_row; --i) {
      const Quote& other = out_[i - 1];
      const bool speech = other.kind == QuoteKind::kDirect || other.kind == QuoteKind::kMixed;
      if (speech && !other.speaker.empty() && other.quote.begin < quote->quote.begin) {
        quote->speaker = other.speaker;
        quote->cue = other.cue;
        quote->speaker_name = other.speaker_name;
        quote->speaker_title = other.speaker_title;
        return;
      }
    }
  }

  // The person whom a speaker names: a name inside it, the holder of its title, or for a pronoun the last one named.
  void name_speaker(Quote* quote, TokenRange source) {
    if (quote->speaker.empty()) {
      return;
    }
    const Name* name = name_in(quote->speaker);
    if (name == nullptr) {
      name = is_pronoun(source) ? last_person(quote->speaker.begin) : titled(source, quote->speaker.begin);
    }
    if (name == nullptr) {
      return;
    }
    // A speaker holds all of its title.
    if (name->title_begin < quote->speaker.begin && name->title_end > quote->speaker.begin) {
      quote->speaker.begin = name->title_begin;
    }
    const Name& full = names_[name->full];
    quote->speaker_name = {full.begin, full.end};
    if (name->title != kNoPosition) {
      quote->speaker_title = {names_[name->title].title_begin, names_[name->title].title_end};
    }
  }

  const Name* name_in(ByteSpan span) const noexcept {
    auto at = std::lower_bound(names_.begin(), names_.end(), span.begin,
                               [](const Name& name, uint32_t value) { return name.begin < value; });
    const Name* first = nullptr;
    const Name* person = nullptr;
    for (; at != names_.end() && at->end <= span.end; ++at) {
      first = first == nullptr ? &*at : first;
      if (at->kind == NameKind::kPerson) {
        person = &*at;
      }
    }
    return person != nullptr ? person : first != nullptr && first->kind != NameKind::kPlace ? first : nullptr;
  }

  bool is_pronoun(TokenRange source) const noexcept {
    if (source.end - source.begin != 1) {
      return false;
    }
    const ProseTerms terms = prose_terms(tokens_[source.begin].hash);
    return terms.has(ProseTerm::kPronoun, ProseValue::kHe, language_) ||
           terms.has(ProseTerm::kPronoun, ProseValue::kShe, language_);
  }

  const Name* last_person(uint32_t before) const noexcept {
    auto at = std::lower_bound(names_.begin(), names_.end(), before,
                               [](const Name& name, uint32_t value) { return name.begin < value; });
    while (at != names_.begin()) {
      --at;
      if (at->kind == NameKind::kPerson) {
        return &*at;
      }
    }
    return nullptr;
  }

  // "the minister": the person with a title that ends with this word, or shares a word with it.
  const Name* titled(TokenRange source, uint32_t before) const noexcept {
    if (source.empty() || source.end - source.begin > 6) {
      return nullptr;
    }
    const uint32_t hash = tokens_[source.end - 1].hash;
    const bool abroad = prose_terms(hash).has(ProseTerm::kPersonTitle, ProseValue::kOther, language_);
    const Name* best = nullptr;
    for (const Name& name : names_) {
      if (name.begin >= before && best != nullptr) {
        break;
      }
      if (name.kind == NameKind::kPerson && name.title_begin != kNoPosition && title_has(name, hash, abroad)) {
        best = &name;
      }
    }
    return best;
  }

  // Titles of one office abroad ("the diplomat", "Ambassador") stand for each other.
  bool title_has(const Name& name, uint32_t hash, bool abroad) const noexcept {
    WordCursor cursor(text_, name.title_begin, name.title_end);
    Word word;
    while (cursor.next(&word)) {
      if (word.hash == hash ||
          (abroad && prose_terms(word.hash).has(ProseTerm::kPersonTitle, ProseValue::kOther, language_))) {
        return true;
      }
    }
    return false;
  }

  static constexpr size_t kNoRow = static_cast<size_t>(-1);

  std::string_view text_;
  const std::pmr::vector<ProseBlock>& blocks_;
  const std::pmr::vector<Sentence>& sentences_;
  const std::pmr::vector<Name>& names_;
  LanguageId language_;
  std::pmr::vector<Quote> out_;
  std::pmr::vector<MarkPair> marks_;
  std::pmr::vector<QuoteSpan> spans_;
  std::pmr::vector<uint8_t> used_;  // 1: a cue has it; 2: it belongs to the quotation of the paragraph before
  Tokens tokens_;
  std::pmr::vector<Attribution> found_;
  size_t sentence_ = 0;
  size_t open_quote_ = kNoRow;
  size_t reopened_ = kNoRow;
  uint32_t open_block_end_ = 0;
};

}  // namespace

std::pmr::vector<Quote> find_quotes(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                                    const std::pmr::vector<Sentence>& sentences, const Names& names,
                                    LanguageId language, const Interrupt& interrupt,
                                    std::pmr::memory_resource* memory) {
  return QuoteFinder(text, blocks, sentences, names, language, memory).run(interrupt);
}

}  // namespace article
