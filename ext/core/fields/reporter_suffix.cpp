#include "core/fields/reporter_suffix.h"

#include "core/text/bytes.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kLeastSyllables = 2;
constexpr uint32_t kMostSyllables = 4;

// First bytes of what may be a syllable.
struct LeadsHangul {
  template <typename Byte>
  auto operator()(Byte byte) const noexcept {
    constexpr uint8_t kFirst = 0xEA;
    constexpr uint8_t kCount = 4;
    return static_cast<Byte>(byte - kFirst) < kCount;
  }
};

bool is_hangul(std::string_view text, const Word& word) noexcept {
  const char32_t code = decode(text, word.begin).value;
  return code >= 0xAC00 && code <= 0xD7A3;
}

bool may_be_name(std::string_view text, const Word& word) noexcept {
  return is_hangul(text, word) && word.letters >= kLeastSyllables && word.letters <= kMostSyllables;
}

// The mark between two names of one byline: "·", ",", "/", each perhaps with blanks.
bool is_joined(std::string_view between) noexcept {
  return between.find("\u00B7") != std::string_view::npos || between.find("\u318D") != std::string_view::npos ||
         between.find(',') != std::string_view::npos;
}

}  // namespace

bool find_names_before_suffix(std::string_view text, size_t begin, size_t end, NameList* names) {
  if (begin >= end || find_byte(text, begin, end, LeadsHangul()) == end) {
    return false;
  }
  const LineWords words(text, begin, end);
  for (size_t at = 1; at < words.count(); ++at) {
    const Word& name = words[at - 1];
    const bool suffix = is_hangul(text, words[at]) && may_be_name(text, name) && words[at].begin == name.end + 1 &&
                        text[name.end] == ' ' && match_phrase(words, at, Term::kByline);
    if (!suffix) {
      continue;
    }
    size_t first = at - 1;
    while (first > 0 && may_be_name(text, words[first - 1]) &&
           is_joined(text.substr(words[first - 1].end, words[first].begin - words[first - 1].end))) {
      --first;
    }
    for (size_t i = first; i < at; ++i) {
      names->add({words[i].begin, words[i].end, 1});
    }
    return true;
  }
  return false;
}

}  // namespace article
