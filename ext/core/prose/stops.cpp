#include "core/prose/stops.h"

#include "core/prose/terms.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kMaxTokenBytes = 200;  // looked back over from a stop: longer tokens are no words
constexpr uint32_t kLongWord = 7;         // letters; abbreviations are shorter
constexpr uint32_t kMaxOpening = 16;      // marks between a stop and the next word

bool is_bullet(char32_t code) noexcept {
  return code == 0x2022 || code == 0x2043 || code == 0x25CF || code == '*';
}

bool is_closer(char32_t code) noexcept {
  return code == ')' || code == ']' || code == '}' || code == 0xFF09 || code == 0x3011 || code == ',' || code == ';' ||
         code == ':' || code == 0x3001 || code == 0xFF0C;
}

bool is_roman(std::string_view word) noexcept {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

}  // namespace

StopRules::StopRules(std::string_view text, uint32_t block_end, LanguageId language) noexcept
    : text_(text),
      end_(block_end),
      language_(language),
      english_(language_of_tag("en")),
      ordinal_dot_(has_sentence_rule(language, ProseValue::kOrdinalDot)) {}

bool StopRules::word_at(uint32_t at, Word* word) const noexcept {
  WordCursor cursor(text_, at, end_);
  return at < end_ && cursor.next(word);
}

StopRules::Next StopRules::read_next(uint32_t at) const noexcept {
  Next next;
  while (at < end_) {
    const CodePoint unit = decode(text_, at);
    if (!has(unit.value, kBlank | kInvisible)) {
      break;
    }
    next.blank = true;
    at += unit.length;
  }
  next.at = next.letter = at;
  if (at >= end_) {
    return next;
  }
  next.first = decode(text_, at).value;
  next.item = item_at(at);
  for (uint32_t i = 0; i < kMaxOpening && at < end_; ++i) {
    const CodePoint unit = decode(text_, at);
    next.letter = at;
    next.code = unit.value;
    const bool opens = has(unit.value, kOpenQuote | kBlank | kInvisible) || unit.value == '(' || unit.value == '[' ||
                       unit.value == 0x00BF || unit.value == 0x00A1 || unit.value == 0xFF08 || is_bullet(unit.value) ||
                       unit.value == ',' || unit.value == '_' || unit.value == '$' || unit.value == '%';
    next.dash = next.dash || has(unit.value, kDash);
    if (!opens && !has(unit.value, kDash)) {
      break;
    }
    at += unit.length;
  }
  return next;
}

// "b)", "12)", "(ii)": not more than four letters or digits in brackets.
bool StopRules::item_at(uint32_t at) const noexcept {
  const bool open = at < end_ && text_[at] == '(';
  at += open ? 1 : 0;
  const uint32_t limit = at + (open ? 4 : 2);
  const uint32_t first = at;
  while (at < end_ && at < limit && (has(static_cast<unsigned char>(text_[at]), kLower | kDigit) || open) &&
         has(static_cast<unsigned char>(text_[at]), kLetter | kDigit)) {
    ++at;
  }
  return at > first && at + 1 < end_ && text_[at] == ')' && text_[at + 1] == ' ';
}

StopRules::Before StopRules::read_before(uint32_t start, uint32_t stop) const noexcept {
  Before before;
  uint32_t at = stop;
  bool in_piece = true;
  before.piece = before.token = stop;
  before.digits = true;
  while (at > start && stop - at < kMaxTokenBytes) {
    const CodePoint unit = decode_before(text_, at);
    if (has(unit.value, kBlank) || unit.value == '(' || unit.value == '[' ||
        (has(unit.value, kOpenQuote) && unit.value != '\'')) {
      break;
    }
    at -= unit.length;
    before.token = at;
    if (has(unit.value, kInvisible)) {
      continue;
    }
    const bool word = has(unit.value, kLetter | kDigit);
    if (in_piece && !word) {
      before.unit = before.letters > 0 && unit.value != '.' && unit.value != '-' && unit.value != '&' &&
                    unit.value != '\'' && unit.value != 0x2019;
    }
    in_piece = in_piece && word;
    if (in_piece) {
      before.piece = at;
      ++before.letters;
      before.digits = before.digits && has(unit.value, kDigit);
      before.capital = has(unit.value, kUpper);
      before.caseless = !has(unit.value, kUpper | kLower | kDigit);
    }
    before.inner_dots += unit.value == '.' ? 1 : 0;
    before.address = before.address || unit.value == '@' || unit.value == '/';
  }
  before.digits = before.digits && before.letters > 0;
  Word word;
  if (before.piece < stop && word_at(before.piece, &word)) {
    before.hash = word.hash;
    before.all_capitals = word.all_capitals;
  }
  return before;
}

bool StopRules::starter_follows(const Next& next) const noexcept {
  Word word;
  if (!has(next.code, kUpper) || !word_at(next.letter, &word) || (word.all_capitals && word.letters > 1)) {
    return false;
  }
  if (word.letters == 1 && word.end < end_ && text_[word.end] == '.') {
    return false;  // an initial
  }
  return prose_terms(word.hash).has(ProseTerm::kSentenceStarter, language_);
}

// "...!" Dana Orr asked: a name or title, then a cue verb.
bool StopRules::attribution_follows(const Next& next) const noexcept {
  WordCursor cursor(text_, next.letter, end_, true);
  Word word;
  for (uint32_t i = 0; i < 6 && cursor.next(&word); ++i) {
    const ProseTerms terms = prose_terms(word.hash);
    if (i > 0 && terms.has(ProseTerm::kCueVerb, language_)) {
      return true;
    }
    if (word.kind == WordKind::kPunctuation ? text_[word.begin] != '.' && text_[word.begin] != '-'
                                            : !word.capital && !terms.has(ProseTerm::kPersonTitle, language_)) {
      return false;
    }
    if (terms.has(ProseTerm::kSentenceStarter, language_)) {
      return false;
    }
  }
  return false;
}

bool StopRules::ends_sentence(uint32_t start, const StopRun& run) const noexcept {
  const Next next = read_next(run.end);
  if (next.at >= end_) {
    return false;  // the block ends, and with it the sentence
  }
  if (run.own) {
    if (run.closes) {
      return !run.bracket && !run.quote_at_start;
    }
    return !is_closer(next.first);
  }
  if (!next.blank) {
    return without_blank(start, run, next);
  }
  if (is_closer(next.first) && next.first != ',') {
    return false;
  }
  if (has(next.first, kDash) && has(next.code, kLower)) {
    return false;
  }
  if (run.certain) {
    return true;
  }
  if ((next.first == '.' || next.first == 0x2026) && run.dots < 2) {
    // "raak. ...en toen": dots that are the beginning of the next sentence.
    uint32_t at = next.at;
    while (at < end_ && (decode(text_, at).value == '.' || decode(text_, at).value == 0x2026)) {
      at += decode(text_, at).length;
    }
    return at < end_ && has(decode(text_, at).value, kLetter);
  }
  const bool lower = has(next.code, kLower) && !next.item;
  if (run.strong) {
    return !lower && !(run.closes && (next.first == '(' || attribution_follows(next)));
  }
  if (run.dots > 1) {
    return !lower && !has(next.code, kDigit) && run.begin != start && (!run.spaced || run.dots > 3);
  }
  if (run.closes) {
    return !lower && has(next.code, kLetter | kDigit) && (run.bracket || next.first != '(');
  }
  return after_full_stop(start, run, next);
}

// "Hello world.Today is": only between a small letter or digit and a capital that begins a word, outside addresses.
bool StopRules::without_blank(uint32_t start, const StopRun& run, const Next& next) const noexcept {
  if (!has(next.code, kUpper) || run.dots > 1 || run.begin == start) {
    return false;
  }
  if (run.closes) {
    return !run.bracket && next.letter == next.at;
  }
  Word word;
  if (next.letter != next.at || !word_at(next.letter, &word) || word.all_capitals) {
    return false;
  }
  const char32_t after = word.end < end_ ? decode(text_, word.end).value : ' ';
  if (after == '@' || after == '/' || after == '_' ||
      (after == '.' && word.end + 1 < end_ && !has(decode(text_, word.end + 1).value, kBlank))) {
    return false;
  }
  if (word.letters == 1 && after != ' ') {
    return false;
  }
  const Before before = read_before(start, run.begin);
  const ProseTerms terms = prose_terms(word.hash);
  const bool begins = terms.has(ProseTerm::kSentenceStarter, language_) ||
                      terms.has(ProseTerm::kAbbreviation, ProseValue::kBefore, language_);
  if (before.address || before.inner_dots > 0 || (before.capital && !begins) || before.letters < 2 ||
      prose_terms(before.hash).has(ProseTerm::kAbbreviation, language_)) {
    return false;
  }
  const char32_t last = decode_before(text_, run.begin).value;
  return has(last, kLower | kDigit);
}

bool StopRules::after_full_stop(uint32_t start, const StopRun& run, const Next& next) const noexcept {
  const Before before = read_before(start, run.begin);
  if (before.token == run.begin || before.letters == 0) {  // a blank or a symbol stands before the stop
    const char32_t last = run.begin > start ? decode_before(text_, run.begin).value : U' ';
    const bool numero = last == 0x00B0 || last == 0x00BA || last == 0x2116;
    return run.begin != start && !has(next.code, kLower) && !(numero && has(next.code, kDigit));
  }
  bool known = false;
  const bool ends = after_abbreviation(before, next, &known);
  if (known) {
    return ends;
  }
  if (next.item) {
    return true;
  }
  if (has(next.code, kLower)) {
    return before.letters >= kLongWord && !before.address && before.inner_dots == 0 && !next.dash &&
           next.first == next.code;
  }
  if (before.digits) {
    return after_number(start, before, next);
  }
  if (before.letters == 1 && !before.address && !before.unit) {
    return after_single_letter(start, run, before, next);
  }
  if (before.letters <= 2 && before.inner_dots > 0 && !before.address && !before.unit) {  // "Sig.ra Rossi"
    return starter_follows(next);
  }
  if (ordinal_dot_ && before.all_capitals && is_roman(text_.substr(before.piece, run.begin - before.piece))) {
    return starter_follows(next);
  }
  return true;
}

bool StopRules::after_abbreviation(const Before& before, const Next& next, bool* known) const noexcept {
  const ProseTerms terms = prose_terms(before.hash);
  bool before_name = false;
  bool other = false;
  for (const ProseEntry* entry = terms.begin; entry != terms.end; ++entry) {
    const bool counts = language_ == kNoLanguage || entry->language == language_ || entry->language == english_;
    if (entry->term != ProseTerm::kAbbreviation || !counts) {
      continue;
    }
    switch (entry->value) {
      case ProseValue::kBefore:
        before_name = true;
        break;
      case ProseValue::kNumber:
        other = other || has(next.code, kDigit);
        break;
      case ProseValue::kCapital:
        other = other || before.capital;
        break;
      default:
        other = true;
    }
  }
  if (!(before_name || other) || before.digits || before.letters == 1) {
    return false;
  }
  *known = true;
  if (before_name && language_ != kNoLanguage) {
    return false;
  }
  return starter_follows(next) && next.first != '(';
}

bool StopRules::after_number(uint32_t start, const Before& before, const Next& next) const noexcept {
  const bool alone = before.token + 1 >= before.piece && before.inner_dots == 0;
  if (alone && before.letters <= 3 && before.token == start) {
    return false;  // the number of a list item
  }
  if (alone && before.letters <= 2 && ordinal_dot_) {
    return !next.dash && starter_follows(next);
  }
  return true;
}

bool StopRules::after_single_letter(uint32_t start, const StopRun& /*run*/, const Before& before,
                                    const Next& next) const noexcept {
  if (before.token == start && before.inner_dots == 0) {
    return false;  // the letter of a list item, or an initial
  }
  if (has(next.code, kDigit) || before.caseless) {
    return false;
  }
  if (after_time_of_day(start, before, next)) {
    return true;
  }
  return starter_follows(next);
}

// "at 5 p.m. Travelers": ends the sentence, unless it has hardly begun or a day or a zone follows.
bool StopRules::after_time_of_day(uint32_t start, const Before& before, const Next& next) const noexcept {
  const char32_t first = fold(decode(text_, before.token).value);
  const bool meridiem =
      before.inner_dots == 1 && (first == 'a' || first == 'p') && fold(decode(text_, before.piece).value) == 'm';
  Word word;
  if (!meridiem || !has(next.code, kUpper) || !word_at(next.letter, &word)) {
    return false;
  }
  if (word.all_capitals || prose_terms(word.hash).has(ProseTerm::kNotStarter, english_)) {
    return false;
  }
  WordCursor cursor(text_, start, before.token);
  uint32_t words = 0;
  Word skipped;
  while (words < 4 && cursor.next(&skipped)) {
    ++words;
  }
  return words >= 4;
}

void read_footnote(std::string_view text, uint32_t start, uint32_t end, StopRun* run) noexcept {
  uint32_t at = run->end;
  while (at + 2 < end && text[at] == '[' && has(decode(text, at + 1).value, kDigit)) {
    uint32_t close = at + 1;
    while (close < end && close < at + 6 && has(decode(text, close).value, kDigit)) {
      ++close;
    }
    if (close >= end || text[close] != ']') {
      break;
    }
    at = close + 1;
  }
  if (at > run->end) {
    run->certain = at >= end || has(decode(text, at).value, kBlank);
    run->end = run->certain ? at : run->end;
    return;
  }
  const char32_t last = run->begin > start ? decode_before(text, run->begin).value : U' ';
  if (run->dots != 1 || run->strong || run->closes || !(has(last, kLower) || last == ')')) {
    return;
  }
  while (at < end && at < run->end + 12 &&
         (has(decode(text, at).value, kDigit) || (text[at] == ' ' && at > run->end))) {
    at += decode(text, at).length;
  }
  if (at > run->end + 1 && at < end && text[at - 1] == ' ' && has(decode(text, at).value, kUpper)) {
    run->certain = true;
    run->end = at - 1;
  }
}

}  // namespace article
