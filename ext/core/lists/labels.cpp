#include "core/lists/labels.h"

#include <algorithm>
#include <iterator>

#include "core/lexicon.h"
#include "core/page.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxLabelBytes = 60;
constexpr size_t kMaxLabelWords = 4;

struct Brackets {
  char32_t open;
  char32_t close;
};
constexpr Brackets kBrackets[] = {{U'(', U')'}, {U'[', U']'}, {0xFF08, 0xFF09}, {0x3010, 0x3011}};

// The other one of a pair; 0: it is none.
char32_t closing(char32_t open) noexcept {
  const auto* const pair = std::find_if(std::begin(kBrackets), std::end(kBrackets),
                                        [&](const Brackets& brackets) { return brackets.open == open; });
  return pair == std::end(kBrackets) ? 0 : pair->close;
}
char32_t opening(char32_t close) noexcept {
  const auto* const pair = std::find_if(std::begin(kBrackets), std::end(kBrackets),
                                        [&](const Brackets& brackets) { return brackets.close == close; });
  return pair == std::end(kBrackets) ? 0 : pair->open;
}

// All words are labels: "PHOTO", "PHOTO/VIDEO", "Exclusive, Update 2".
bool are_labels(std::string_view text) noexcept {
  const LineWords words(text, 0, text.size());
  size_t at = 0;
  while (at < words.count()) {
    const PhraseMatch match = match_phrase(words, at, Term::kLabel);
    if (match) {
      at += match.words;
    } else if (at > 0 && words[at].kind == WordKind::kNumber) {
      ++at;
    } else {
      return false;
    }
  }
  return at > 0 && words.complete() && at <= 2 * kMaxLabelWords;
}

// Splits "PHOTO/VIDEO" at its marks.
void add_parts(std::string_view inside, Labels* labels) noexcept {
  size_t begin = 0;
  for (size_t at = 0; at <= inside.size(); ++at) {
    const bool mark =
        at == inside.size() || inside[at] == '/' || inside[at] == ',' || inside[at] == '+' || inside[at] == '&';
    if (mark) {
      const std::string_view part = trim(inside.substr(begin, at - begin));
      if (!part.empty()) {
        labels->add(part);
      }
      begin = at + 1;
    }
  }
}

bool take_front_bracket(std::string_view* title, Labels* labels) {
  const CodePoint open = decode(*title, 0);
  const char32_t close = closing(open.value);
  if (close == 0) {
    return false;
  }
  char bytes[4];
  const std::string_view mark(bytes, encode(close, bytes));
  const size_t end = title->substr(0, kMaxLabelBytes).find(mark);
  if (end == std::string_view::npos) {
    return false;
  }
  const std::string_view inside = trim(title->substr(open.length, end - open.length));
  const std::string_view rest = trim(title->substr(end + mark.size()));
  if (rest.empty() || !are_labels(inside)) {
    return false;
  }
  add_parts(inside, labels);
  *title = rest;
  return true;
}

bool take_back_bracket(std::string_view* title, Labels* labels) {
  const CodePoint close = decode_before(*title, title->size());
  const char32_t open = opening(close.value);
  if (open == 0) {
    return false;
  }
  for (size_t at = title->size() - close.length, steps = 0; at > 0 && steps < kMaxLabelBytes; ++steps) {
    const CodePoint unit = decode_before(*title, at);
    at -= unit.length;
    if (unit.value != open) {
      continue;
    }
    const size_t inside_begin = at + unit.length;
    const std::string_view inside = trim(title->substr(inside_begin, title->size() - close.length - inside_begin));
    const std::string_view rest = trim(title->substr(0, at));
    if (rest.empty() || !are_labels(inside)) {
      return false;
    }
    add_parts(inside, labels);
    *title = rest;
    return true;
  }
  return false;
}

bool in_capitals(const LineWords& words, size_t count) noexcept {
  bool all = count > 0;
  for (size_t i = 0; i < count; ++i) {
    all = all && (words[i].all_capitals || words[i].kind != WordKind::kWord);
  }
  return all;
}

// "VIDEO: ...", "LIVE - ...", "LIVE ...": in capitals, or before a bar.
bool take_front_word(std::string_view* title, Labels* labels) {
  const LineWords words(*title, 0, std::min<size_t>(title->size(), 2 * kMaxLabelBytes));
  const PhraseMatch match = words.count() > 0 ? match_phrase(words, 0, Term::kLabel) : PhraseMatch{};
  if (!match || match.words > kMaxLabelWords || match.words == words.count()) {
    return false;
  }
  std::string_view rest = trim(title->substr(match.end));
  const bool mark = !rest.empty() && (rest.front() == ':' || rest.front() == '|' || rest.front() == '-');
  const bool bar = mark && rest.front() == '|';
  if (mark) {
    rest = trim(rest.substr(1));
  }
  const bool capitals = in_capitals(words, match.words);
  const bool title_in_capitals = in_capitals(words, words.count());
  const bool label = bar || (capitals && !title_in_capitals && (mark || match.words == 1));
  if (!label || LineWords(rest, 0, rest.size()).count() < 3) {
    return false;
  }
  labels->add(trim(title->substr(words[0].begin, match.end - words[0].begin)));
  *title = rest;
  return true;
}

}  // namespace

std::string_view take_labels(std::string_view title, Labels* labels) {
  title = trim(title);
  for (size_t i = 0; i < kMaxLabels && !title.empty() && take_front_bracket(&title, labels); ++i) {
  }
  if (!title.empty()) {
    take_front_word(&title, labels);
  }
  for (size_t i = 0; i < kMaxLabels && !title.empty() && take_back_bracket(&title, labels); ++i) {
  }
  return title;
}

}  // namespace article
