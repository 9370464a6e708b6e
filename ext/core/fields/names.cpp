#include "core/fields/names.h"

#include <algorithm>
#include <iterator>

#include "core/fields/name_check.h"
#include "core/fields/name_tokens.h"
#include "core/fields/name_words.h"
#include "core/fields/survey.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

class NameReader {
 public:
  NameReader(std::string_view text, const NameTokens& tokens, const NameOptions& options, NameList* out) noexcept
      : text_(text), tokens_(tokens), options_(options), out_(*out) {}

  void run() noexcept {
    for (at_ = 0; at_ < tokens_.count && !stopped_; ++at_) {
      step(tokens_.at[at_]);
    }
    close();
  }

 private:
  enum class Mode : uint8_t { kNames, kOthers };

  void step(const NameToken& token) noexcept {
    if (token.is_mark(U'(') || token.is_mark(0xFF08) || token.is_mark(U'[')) {
      close();
      depth_ = 1;
    } else if (token.is_mark(U')') || token.is_mark(0xFF09) || token.is_mark(U']')) {
      depth_ = 0;
      tail_ = true;
    } else if (depth_ > 0) {
      return;
    } else if (token.kind == TokenKind::kJunk || token.kind == TokenKind::kNumber) {
      number(token);
    } else if (token.kind == TokenKind::kMark) {
      mark(token);
    } else {
      word(token);
    }
  }

  void number(const NameToken& token) noexcept {
    const bool glued = token.kind == TokenKind::kNumber && !token.blank_before;
    if (glued && options_.trusted && out_.empty() && current_.count == 1) {
      current_.end = token.word.end;  // a handle: "by marianne1"
      inside_ = true;
      return;
    }
    close();
    // What follows a number or a date is no name, unless a separator comes first; "Doe123" only loses its number.
    tail_ = (glued && tail_) || (!glued && out_.size() > 0);
    after_separator_ = !tail_;
  }

  void mark(const NameToken& token) noexcept {
    const NameToken* next = at_ + 1 < tokens_.count ? &tokens_.at[at_ + 1] : nullptr;
    const bool joined = next != nullptr && !next->blank_before && next->kind == TokenKind::kWord;
    switch (token.code) {
      case U'.':
        point(joined);
        return;
      case U'\'':
      case 0x2019:
      case U'`':
      case U'\\':
        if (joined) {
          inside_ = true;
          return;
        }
        break;
      case U'_':
        return;
      case U'-':
      case 0x2010:
      case 0x2011:
        if (joined && !token.blank_before && current_.count > 0) {
          inside_ = true;
          return;
        }
        break;
      case U':':
      case 0xFF1A:
        label();
        return;
      default:
        break;
    }
    // "By A. Writer, n24 Lower Valley - Exampletown", "By A. Writer, Valley Post — Exampletown": the place behind the
    // outlet.
    stopped_ =
        stopped_ || ((tail_ || behind_comma_) && has(token.code, kDash) && token.blank_before && out_.size() > 0);
    const bool comma = token.code == U',' || token.code == U';' || token.code == 0x3001 || token.code == 0x060C;
    close();
    tail_ = false;
    behind_comma_ = token.code == U',';
    after_separator_ = true;
    by_mark_ = token.code != U'&' || glued_tail_;
    if (comma && joined_by_and_) {
      // "By A and B, Example Post": the list of names ended with its "and".
      tail_ = true;
      after_list_ = true;
      stopped_ = token.code == U',';
    }
    joined_by_and_ = joined_by_and_ || token.code == U'&';
  }

  // "J. Doe", "Jr.": part of the name.  "Tatyana Turner.": its end.
  void point(bool joined) noexcept {
    if (current_.count == 0) {
      return;
    }
    const Word& last = current_.words[current_.count - 1];
    const bool closes = at_ + 1 == tokens_.count;
    if (joined ||
        (last.letters <= 3 && (last.capital || is_name_particle(last.hash)) && (!closes || last.letters <= 2))) {
      current_.end = tokens_.at[at_].word.end;
      inside_ = joined && !tokens_.at[at_].blank_before;
      return;
    }
    close();
    after_separator_ = true;
  }

  // What stands before a colon is a label: "Text:", "Photos:", "Reporting:".
  void label() noexcept {
    if (current_.count > 0) {
      if (is_label_of_time(current_)) {
        current_ = NameWords();  // "Ada Example, 12 May 2023 Last updated: ..."
      } else if (options_.trusted && current_.drop_label()) {
        // "By Ada Example Categories: ...": the label stands behind the name.
        close();
        tail_ = true;
        stopped_ = true;
        return;
      }
      const TermBits bits = phrase_bits(current_.words.data(), current_.count);
      mode_ =
          (bits.whole & term_bit(Term::kCaption)) != 0 || current_.open_other_credit() ? Mode::kOthers : Mode::kNames;
    }
    current_ = NameWords();
    after_separator_ = true;
    tail_ = false;
    joined_by_and_ = false;
  }

  void word(const NameToken& token) noexcept {
    if (token.glued && current_.count >= 2) {
      close();
      // Words that were glued to a name are a title or a place, but "by" and names were glued as well.
      tail_ = out_.size() > 0;
      glued_tail_ = tail_;
    }
    if (token.blank_before && !token.word.capital && joins(token)) {
      by_mark_ = glued_tail_;  // a list of names goes on: what stood before "and" is no title of the one before it
      const bool is_list = current_.count == 0;
      const size_t names = out_.size();
      close();
      // "Ada Example, Institute of Soil and Water": what "and" joins to a name that is none is none.
      tail_ = !is_list && names > 0 && out_.size() == names;
      after_separator_ = true;
      joined_by_and_ = out_.size() > 0;
      return;
    }
    if (opener(token) || tail_) {
      return;
    }
    if (current_.count >= 2 && ends_names()) {
      close();
      tail_ = true;
      return;
    }
    const bool inside = inside_ || (current_.count > 0 && !token.blank_before);
    inside_ = false;
    if (token.word.capital || inside || belongs(token)) {
      current_.add(token.word);
      after_separator_ = false;
    } else {
      if (is_office_word(token.word) && closes_segment() && (current_.count == 1 || current_.office_words() > 0)) {
        current_ = NameWords();  // "By Harbour Post staff"
      } else if (is_office_word(token.word)) {
        current_.drop_field();
      }
      if (is_desk_word(token.word)) {
        current_ = NameWords();  // "By Harbour Post newsroom"
      }
      close();
      tail_ = true;
    }
  }

  // Behind the word stands nothing, or a mark.
  bool closes_segment() const noexcept {
    return at_ + 1 >= tokens_.count || tokens_.at[at_ + 1].kind != TokenKind::kWord;
  }

  // A small word that may stand in a name.
  bool belongs(const NameToken& token) const noexcept {
    const CodePoint first = decode(text_, token.word.begin);
    const bool uncased = !has(first.value, kUpper | kLower);
    if (uncased) {
      return options_.trusted || token.word.kind == WordKind::kIdeograph;
    }
    if (is_name_particle(token.word.hash) && (current_.count > 0 || follows_capital())) {
      return true;
    }
    // After a byline word a name may be written small ("by oz"); a function word ends it.
    const bool small_name = current_.count == 0 ? out_.empty() : !current_.words[0].capital;
    return options_.trusted && small_name && (at_ == 0 || !is_function_word(token.word.hash));
  }
  bool follows_capital() const noexcept {
    for (size_t i = at_ + 1; i < tokens_.count && i < at_ + 3; ++i) {
      if (tokens_.at[i].kind != TokenKind::kWord ||
          (!tokens_.at[i].word.capital && !is_name_particle(tokens_.at[i].word.hash))) {
        return false;
      }
      if (tokens_.at[i].word.capital) {
        return true;
      }
    }
    return false;
  }
  // "and" between names, not the "e" or "y" inside one; nor a word that joins names elsewhere and is another small word
  // of the page's language ("in" is "and" in Slovenian), or of most languages where that of the page is not known.
  bool joins(const NameToken& token) const noexcept {
    if (current_.count == 0 && !after_separator_ && out_.empty()) {
      return false;
    }
    PhraseWalk walk;
    if (!walk.step(token.word.hash)) {
      return false;
    }
    const PhraseRange range = walk.entries();
    const bool known = options_.language != kNoLanguage;
    uint32_t joining = 0;
    uint32_t others = 0;
    for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
      const bool own = entry->language == options_.language;
      if (own && entry->term == Term::kNameJoin) {
        return true;
      }
      joining += entry->term == Term::kNameJoin ? 1 : 0;
      others += entry->term == Term::kStopword && (own || !known) ? 1 : 0;
    }
    return known ? joining > 0 && others == 0 : others <= 2 * joining && joining > 0;
  }

  // A further byline phrase in the line: "Text by A Illustration by B"; skips its words.
  bool opener(const NameToken& token) noexcept {
    PhraseWalk walk;
    size_t length = 0;
    TermValue value = TermValue::kNone;
    bool english = false;
    for (size_t i = at_;
         i < tokens_.count && tokens_.at[i].kind == TokenKind::kWord && walk.step(tokens_.at[i].word.hash); ++i) {
      const PhraseRange range = walk.entries();
      for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
        if (entry->term == Term::kByline) {
          length = i - at_ + 1;
          value = entry->value;
          english = english || language_tag(entry->language) == "en";
        }
      }
    }
    // One word alone may be part of a name ("Ursula von der Leyen", "Di Maio"), unless a separator stands before it.
    if (length == 0 || (length == 1 && (!after_separator_ || follows_no_separator(value)))) {
      return false;
    }
    // "By Van Example", "By Theo Example": right behind a byline word a particle with a capital begins a name, and so
    // does what opens bylines in another language.
    if (length == 1 && at_ == 0 && token.word.capital &&
        ((options_.trusted && is_name_particle(token.word.hash)) || !english)) {
      return false;
    }
    close();
    mode_ = value == TermValue::kPhoto || value == TermValue::kEditor ? Mode::kOthers : Mode::kNames;
    at_ += length - 1;
    tail_ = false;
    after_separator_ = true;
    joined_by_and_ = false;
    return true;
  }
  // What is written behind a name without a mark: "Ada Example Last updated on", "Ada Example For Example Online".
  bool ends_names() const noexcept {
    static const uint32_t kFor[] = {hash_word("for"), hash_word("für"), hash_word("pour"), hash_word("para")};
    if (std::find(std::begin(kFor), std::end(kFor), tokens_.at[at_].word.hash) != std::end(kFor)) {
      return true;
    }
    PhraseWalk walk;
    for (size_t i = at_;
         i < tokens_.count && tokens_.at[i].kind == TokenKind::kWord && walk.step(tokens_.at[i].word.hash); ++i) {
      const PhraseRange range = walk.entries();
      const bool found = std::any_of(range.begin, range.end, [&](const PhraseEntry& entry) {
        return entry.term == Term::kUpdated || entry.term == Term::kPublished || entry.term == Term::kComments ||
               entry.term == Term::kReadingTime;
      });
      if (found && tokens_.at[i].word.letters >= 4) {
        return true;
      }
    }
    return false;
  }
  bool follows_no_separator(TermValue value) const noexcept {
    // "Photo" and the like are labels only with a colon, which label() sees.
    return value == TermValue::kPhoto || value == TermValue::kText;
  }

  void close() noexcept {
    NameWords candidate = current_;
    current_ = NameWords();
    inside_ = false;
    if (candidate.count == 0 || candidate.overlong || mode_ == Mode::kOthers) {
      return;
    }
    // "A and B Example Staff Writer": behind "and" a title is cut off as behind the first name.
    candidate.clean(out_.empty() || !by_mark_);
    if (candidate.count >= 3 && is_brand(text_, candidate.words[candidate.count - 1])) {
      candidate.drop_last();
    }
    if (candidate.count == 0 || (by_mark_ && !out_.empty() && (candidate.is_field() || is_glued(candidate)))) {
      return;
    }
    const NamePlace place{options_.trusted, out_.empty(), by_mark_ && !out_.empty(), after_list_};
    if (is_person(text_, candidate, place)) {
      out_.add({candidate.words[0].begin, candidate.end, static_cast<uint16_t>(candidate.count)});
    }
  }

  // "Ada Example, HarbourWorld".
  static bool is_glued(const NameWords& candidate) noexcept {
    return candidate.count == 2 && candidate.words[0].end == candidate.words[1].begin;
  }

  std::string_view text_;
  const NameTokens& tokens_;
  const NameOptions& options_;
  NameList& out_;
  NameWords current_;
  size_t at_ = 0;
  Mode mode_ = Mode::kNames;
  int depth_ = 0;                // inside brackets
  bool tail_ = false;            // until the next separator there is no name
  bool behind_comma_ = false;    // the separator before was a comma
  bool after_separator_ = true;  // a separator, or the beginning, stands right before
  bool joined_by_and_ = false;
  bool by_mark_ = false;     // a comma or bar stands before what is read now, not "and"
  bool glued_tail_ = false;  // "Ada ExampleData and Graphics Journalist": what follows is no further name
  bool inside_ = false;      // the next word is part of the one before: Jean-Luc, O'Neill
  bool stopped_ = false;
  bool after_list_ = false;  // the list of names has ended
};

}  // namespace

void find_names(std::string_view text, size_t begin, size_t end, const NameOptions& options, NameList* names) {
  const NameTokens tokens(text, WordCursor(text, begin, end, true), options.skip_begin, options.skip_end);
  NameReader(text, tokens, options, names).run();
}

void find_names(std::string_view text, const LineCursor& words, const NameOptions& options, NameList* names) {
  const NameTokens tokens(text, words, options.skip_begin, options.skip_end);
  NameReader(text, tokens, options, names).run();
}

}  // namespace article
