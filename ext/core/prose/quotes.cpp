#include "core/prose/quotes.h"

#include <algorithm>
#include <tuple>

#include "core/prose/attribution_repair.h"
#include "core/prose/speakers.h"
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
              const AttributionWeights& weights, std::pmr::memory_resource* memory)
      : text_(text),
        blocks_(blocks),
        sentences_(sentences),
        kept_(names.tokens),
        resolver_(text, names.all, language),
        language_(language),
        noun_capitals_(has_sentence_rule(language, ProseValue::kNounCapitals)),
        attributions_(text, weights),
        out_(memory),
        marks_(memory),
        spans_(memory),
        used_(memory),
        reader_(text, language),
        tokens_(memory),
        found_(memory) {}

  std::pmr::vector<Quote> run(const Interrupt& interrupt) {
    size_t polled = 0;
    for (const ProseBlock& block : blocks_) {
      if (block.end - polled >= kPollBytes) {
        interrupt.poll();
        polled = block.end;
      }
      read_block(block, interrupt);
    }
    // std::stable_sort would allocate outside the memory resource; the other fields break ties instead.
    std::sort(out_.begin(), out_.end(), [](const Quote& a, const Quote& b) {
      return std::tie(a.quote.begin, a.quote.end, a.kind, a.cue.begin) <
             std::tie(b.quote.begin, b.quote.end, b.kind, b.cue.begin);
    });
    return std::move(out_);
  }

 private:
  void read_block(const ProseBlock& block, const Interrupt& interrupt) {
    pair_marks(text_, block.begin, block.end, &marks_, interrupt);
    find_quote_spans(text_, block, marks_, &spans_);
    used_.assign(spans_.size(), 0);
    const size_t first_row = out_.size();
    const bool joined = join_open_quote(block);
    uint32_t polled = block.begin;
    while (sentence_ < sentences_.size() && sentences_[sentence_].begin < block.end) {
      if (sentences_[sentence_].begin - polled >= kPollBytes) {
        interrupt.poll();
        polled = sentences_[sentence_].begin;
      }
      if (sentences_[sentence_].begin >= block.begin) {
        read_sentence(sentences_[sentence_], static_cast<uint32_t>(sentence_ + 1));
      }
      ++sentence_;
    }
    if (joined) {
      speak_open_quote(first_row);
    }
    add_unattributed(first_row, interrupt);
    if (!spans_.empty() && !spans_.back().closed) {
      open_quote_ = used_.back() == 2 ? open_quote_ : row_of(spans_.back(), first_row);
    } else {
      open_quote_ = kNoRow;
    }
  }

  // The row that ends with a quotation.
  size_t row_of(const QuoteSpan& span, size_t first_row) const noexcept {
    for (size_t i = out_.size(); i > first_row; --i) {
      if (out_[i - 1].quote.end == span.end && out_[i - 1].kind != QuoteKind::kIndirect) {
        return i - 1;
      }
    }
    return kNoRow;
  }

  // The paragraph before ended in an open quotation, and this one opens with a mark: they are one quotation.
  bool join_open_quote(const ProseBlock& block) {
    if (open_quote_ == kNoRow || spans_.empty() || spans_.front().mark_begin != block.begin) {
      return false;
    }
    out_[open_quote_].quote.end = spans_.front().end;
    used_[0] = 2;
    return true;
  }

  // A cue of this paragraph that has the last part of a quotation has all of it: `"A.` `"B," she said.`
  void speak_open_quote(size_t first_row) {
    size_t kept = first_row;
    for (size_t i = first_row; i < out_.size(); ++i) {
      const Quote row = out_[i];
      if (row.kind != QuoteKind::kDirect || row.quote.begin < spans_.front().begin ||
          row.quote.end > spans_.front().end) {
        out_[kept++] = row;
        continue;
      }
      Quote& whole = out_[open_quote_];
      if (!row.speaker.empty() && !own_cue(whole)) {
        whole.kind = QuoteKind::kDirect;
        whole.speaker = row.speaker;
        whole.speaker_name = row.speaker_name;
        whole.speaker_title = row.speaker_title;
        whole.cue = row.cue;
      }
    }
    out_.resize(kept);
  }

  // Does the cue stand in the sentence of the quotation?  One that was inherited does not.
  bool own_cue(const Quote& quote) const noexcept {
    return !quote.cue.empty() && sentence_of(quote.cue.begin) == quote.sentence_no;
  }

  void read_sentence(const Sentence& sentence, uint32_t number) {
    if (!kept_.get(number - 1, &tokens_)) {
      reader_.read(sentence, &tokens_);
    }
    mark_quotes(spans_, &tokens_);
    found_.clear();
    if (has_attribution_model(language_)) {
      attributions_.read(tokens_, &found_);
    } else {
      find_attributions_by_rule(tokens_, language_, &found_);
    }
    const size_t first = out_.size();
    for (Attribution& attribution : found_) {
      repair_source(tokens_, found_, resolver_, language_, &attribution);
      repair_content(tokens_, language_, &attribution);
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
    const TokenRange source =
        has_attribution_model(language_) ? attribution.source : resolver_.without_markers(tokens_, attribution.source);
    quote.speaker = bytes(source);
    quote.sentence_no = number;
    if (quote.quote.empty()) {
      return;
    }
    if (attribution.dialogue) {
      quote.kind = QuoteKind::kDirect;
    } else {
      set_kind(&quote);
      if (!spoken(attribution) && is_term(quote)) {
        return;
      }
    }
    resolver_.name_speaker(tokens_, source, &quote);
    out_.push_back(quote);
  }

  // `"S", añadió`: a comma between a quotation and the cue right behind it.
  bool spoken(const Attribution& attribution) const noexcept {
    const uint32_t at = attribution.cue.begin;
    return at > 1 && attribution.content.end < at && tokens_[at - 1].code == ',' && tokens_[at - 2].quote == 2;
  }

  // A few words in marks that nobody says: the so-called "bridge tax".  add_unattributed lists it.
  bool is_term(const Quote& quote) noexcept {
    if (quote.kind == QuoteKind::kIndirect || !quote.speaker.empty()) {
      return false;
    }
    const size_t i = first_quote_behind(spans_, quote.quote.begin);
    const bool inside =
        i < spans_.size() && spans_[i].mark_begin <= quote.quote.begin && quote.quote.end <= spans_[i].mark_end;
    if (!inside || is_speech(spans_[i])) {
      return false;
    }
    used_[i] = 0;
    return true;
  }

  // By how much of it stands in quotation marks; trims marks that only open or close it.
  void set_kind(Quote* quote) noexcept {
    uint32_t inside = 0;
    uint32_t outside = 0;
    const QuoteSpan* only = nullptr;
    for (size_t i = first_quote_behind(spans_, quote->quote.begin);
         i < spans_.size() && spans_[i].mark_begin < quote->quote.end; ++i) {
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
    const size_t i = first_quote_behind(spans_, at);
    return i < spans_.size() && at >= spans_[i].mark_begin ? spans_[i].begin : at;
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
  void add_unattributed(size_t first_row, const Interrupt& interrupt) {
    constexpr size_t kPollSpans = 4096;
    const size_t last_row = out_.size();
    for (size_t i = 0; i < spans_.size(); ++i) {
      if (i % kPollSpans == kPollSpans - 1) {
        interrupt.poll();
      }
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

  // A comma or colon right before a mark introduces speech: he joked, "..."
  bool introduced(const QuoteSpan& span) const noexcept {
    uint32_t at = span.mark_begin;
    while (at > 0 && has(decode_before(text_, at).value, kBlank)) {
      at -= decode_before(text_, at).length;
    }
    const char32_t code = at > 0 ? decode_before(text_, at).value : U' ';
    return at < span.mark_begin && (code == ',' || code == ':') && has(decode(text_, span.begin).value, kUpper);
  }

  // «Ya no esperamos más».: the stop of a sentence that is all in marks may stand behind them.
  bool is_sentence(const QuoteSpan& span) const noexcept {
    const uint32_t number = sentence_of(span.mark_begin);
    if (number == 0 || sentences_[number - 1].begin != span.mark_begin ||
        !has(decode(text_, span.begin).value, kUpper)) {
      return false;
    }
    const uint32_t end = sentences_[number - 1].end;
    return span.mark_end < end && span.mark_end + decode(text_, span.mark_end).length == end &&
           has(decode(text_, span.mark_end).value, kSentenceEnd);
  }

  // A quotation without a cue is speech where it is a sentence: five words or more, and a stop or comma before its end;
  // also a shorter one that is a sentence, is introduced, or goes on behind a comma: "You bet I would," Orr snapped.
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
      return words >= 3 && capitals < words && has(decode(text_, span.begin).value, kUpper) &&
             (stop || introduced(span));
    }
    if (is_sentence(span)) {
      return true;
    }
    const bool title = noun_capitals_ ? capitals == words : capitals * 2 >= words + 1;
    return !title && (stop || words >= 12);
  }

  uint32_t sentence_of(uint32_t at) const noexcept {
    const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), at,
                                        [](uint32_t value, const Sentence& s) { return value < s.begin; });
    return static_cast<uint32_t>(after - sentences_.begin());
  }

  // `"A," she said. "B."`: B is hers too; in a paragraph without a cue the speaker is that of the paragraph before.
  // Rows of the paragraph come by sentence; beyond kMostRowsBack without a speaker none is looked for.
  void inherit_speaker(Quote* quote, size_t first_row, size_t last_row) const noexcept {
    constexpr size_t kMostRowsBack = 256;
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(first_row);
    const auto behind =
        std::upper_bound(begin, out_.begin() + static_cast<std::ptrdiff_t>(last_row), quote->sentence_no,
                         [](uint32_t value, const Quote& row) { return value < row.sentence_no; });
    const auto here = static_cast<size_t>(behind - out_.begin());
    for (size_t i = here; i > 0 && i + 4 > first_row && i + kMostRowsBack > here; --i) {
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

  static constexpr size_t kNoRow = static_cast<size_t>(-1);

  std::string_view text_;
  const std::pmr::vector<ProseBlock>& blocks_;
  const std::pmr::vector<Sentence>& sentences_;
  const KeptTokens& kept_;
  SpeakerResolver resolver_;
  LanguageId language_;
  bool noun_capitals_;  // capitals tell no title
  AttributionReader attributions_;
  std::pmr::vector<Quote> out_;
  std::pmr::vector<MarkPair> marks_;
  std::pmr::vector<QuoteSpan> spans_;
  std::pmr::vector<uint8_t> used_;  // 1: a cue has it; 2: it belongs to the quotation of the paragraph before
  WordReader reader_;
  Tokens tokens_;
  std::pmr::vector<Attribution> found_;
  size_t sentence_ = 0;
  size_t open_quote_ = kNoRow;
};

}  // namespace

std::pmr::vector<Quote> find_quotes(std::string_view text, const std::pmr::vector<ProseBlock>& blocks,
                                    const std::pmr::vector<Sentence>& sentences, const Names& names,
                                    LanguageId language, const Interrupt& interrupt, std::pmr::memory_resource* memory,
                                    const AttributionWeights& weights) {
  return QuoteFinder(text, blocks, sentences, names, language, weights, memory).run(interrupt);
}

}  // namespace article
