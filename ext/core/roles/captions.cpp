#include "core/roles/captions.h"

#include "core/lexicon.h"
#include "core/page.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMostBytes = 420;
constexpr size_t kMostCreditBytes = 60;
constexpr size_t kMostCreditWords = 6;

bool is_upper(std::string_view text, size_t at) noexcept {
  return at < text.size() && has(decode(text, at).value, kUpper | kIdeograph);
}

// The last place of `mark` among the bytes where a credit may begin; npos: it is not there.
size_t find_in_credit(std::string_view line, char mark) noexcept {
  const size_t from = line.size() > kMostCreditBytes ? line.size() - kMostCreditBytes : 0;
  const size_t place = line.substr(from).rfind(mark);
  return place == std::string_view::npos ? place : from + place;
}

// "The new bridge from the quay. [Ada Writer, Courier]"
bool has_square_brackets(std::string_view line) noexcept {
  const size_t open = line.back() == ']' ? find_in_credit(line, '[') : std::string_view::npos;
  return open != std::string_view::npos && open > 0 && is_upper(line, open + 1);
}

// "Image: Harbour Post", not "PHOTO/VIDEO", the labels of a title.
bool names_picture(std::string_view bracket) {
  const LineWords words(bracket, 0, bracket.size());
  size_t pictures = 0;
  size_t others = 0;
  for (size_t at = 0; at < words.count();) {
    const PhraseMatch match = match_phrase(words, at, Term::kCaption);
    pictures += match ? 1U : 0U;
    others += match || match_phrase(words, at, Term::kLabel) || match_phrase(words, at, Term::kNameJoin) ? 0U : 1U;
    at += match ? match.words : 1U;
  }
  return pictures > 0 && others > 0;
}

// "... (Image: Harbour Post)", "... (Family photo)"
bool has_labelled_brackets(std::string_view line) {
  const size_t open = line.back() == ')' ? find_in_credit(line, '(') : std::string_view::npos;
  return open != std::string_view::npos && open > 0 && names_picture(line.substr(open));
}

// "... below 10 per cent. (Outback Post: A. Writer)", "... before dawn. (A. Writer/Mesa Courier)"
bool has_bracketed_names(std::string_view line) {
  constexpr size_t kLeast = 6;
  const size_t open = line.back() == ')' ? find_in_credit(line, '(') : std::string_view::npos;
  if (open == std::string_view::npos || open < 2 || line.size() - open < kLeast) {
    return false;
  }
  const std::string_view inside = line.substr(open + 1, line.size() - open - 2);
  const std::string_view before = trim(line.substr(0, open));
  const size_t mark = inside.find_first_of(":/");
  if (mark == std::string_view::npos || mark == 0 || mark + 1 == inside.size() || before.back() != '.') {
    return false;
  }
  const LineWords words(inside, 0, inside.size());
  size_t capitals = 0;
  for (size_t at = 0; at < words.count(); ++at) {
    capitals += words[at].capital ? 1U : 0U;
  }
  return words.count() >= 2 && words.count() <= kMostCreditWords && capitals == words.count();
}

// "... Photo: Harbour Post", "... | Photo Credit: A. Writer"
bool has_label(std::string_view line) {
  const size_t colon = find_in_credit(line, ':');
  const std::string_view name = colon == std::string_view::npos ? std::string_view() : trim(line.substr(colon + 1));
  if (name.empty() || !is_upper(name, 0) || LineWords(name, 0, name.size()).count() > kMostCreditWords) {
    return false;
  }
  const LineWords before(line, 0, colon);
  return before.count() >= 3 && match_phrase(before, before.count() - 1, Term::kCaption);
}

// What stands behind the last sentence, without a stop of its own; "T. WRITER" goes with its initial.  Empty where that
// is too long for a credit.
std::string_view tail_of(std::string_view line) noexcept {
  constexpr size_t kBefore = 4;  // bytes: the stop, its blank, and an initial
  const size_t skipped = line.size() > kMostCreditBytes + kBefore ? line.size() - kMostCreditBytes - kBefore : 0;
  line = line.substr(skipped);
  size_t begin = line.size();
  while (begin > 1) {
    const size_t stop = line.substr(0, begin - 1).rfind(". ");
    if (stop == std::string_view::npos) {
      return {};
    }
    begin = stop + 2;
    const bool initial = stop >= 2 && is_upper(line, stop - 1) && line[stop - 2] == ' ';
    if (!initial) {
      return line.substr(begin);
    }
    begin = stop;  // the sentence ends before the initial
  }
  return {};
}

// "T. WRITER", "ADA WRITER ada@example.com", "Ada Writer/Example Images"
bool is_name_of_photographer(std::string_view tail) {
  const CodePoint last = tail.empty() ? CodePoint{} : decode_before(tail, tail.size());
  if (tail.empty() || tail.size() > kMostCreditBytes || has(last.value, kSentenceEnd | kCloseQuote)) {
    return false;
  }
  const size_t mail = tail.find('@');
  const size_t mail_begin = mail == std::string_view::npos ? tail.size() : tail.rfind(' ', mail);
  const std::string_view name = mail_begin == std::string_view::npos ? tail : trim(tail.substr(0, mail_begin));
  const LineWords words(name, 0, name.size());
  size_t capitals = 0;
  size_t full = 0;
  for (size_t at = 0; at < words.count(); ++at) {
    capitals += words[at].capital ? 1 : 0;
    full += words[at].all_capitals && words[at].letters >= 4 ? 1 : 0;
  }
  if (words.count() < 2 || words.count() > kMostCreditWords || capitals != words.count()) {
    return false;
  }
  return full > 0 || mail != std::string_view::npos || name.find('/') != std::string_view::npos;
}

// "... stands in the water. © Ada Writer"
bool has_signed_tail(std::string_view line) {
  constexpr std::string_view kSign = "\u00A9";
  const std::string_view tail = tail_of(line);
  if (tail.substr(0, kSign.size()) != kSign || tail.size() > kMostCreditBytes) {
    return false;
  }
  const std::string_view name = trim(tail.substr(kSign.size()));
  return !name.empty() && is_upper(name, 0) && LineWords(name, 0, name.size()).count() <= kMostCreditWords;
}

}  // namespace

CreditMark credit_at_end(std::string_view line, bool holds_word) {
  line = trim(line);
  if (line.size() < 2 || line.size() > kMostBytes) {
    return CreditMark::kNone;
  }
  if (has_bracketed_names(line) || has_signed_tail(line) ||
      (holds_word && (has_labelled_brackets(line) || has_label(line)))) {
    return CreditMark::kLabelled;
  }
  return has_square_brackets(line) || is_name_of_photographer(tail_of(line)) ? CreditMark::kTail : CreditMark::kNone;
}

}  // namespace article
