#include "core/prose/attribution_features.h"

#include "core/text/chars.h"

namespace article {

namespace {

constexpr TokenCode kOutside = {0x0BADF00DU, 0x0BADF00DU, 0x0BADF00DU, 0xFFFF};
constexpr uint32_t kLongestStem = 24;  // bytes of a word that an English ending is taken from

uint32_t shape_of(const ProseToken& token) noexcept {
  return (token.word ? 1U : 0U) | (token.number ? 2U : 0U) | (token.capital ? 4U : 0U) |
         (token.all_capitals ? 8U : 0U) | static_cast<uint32_t>(token.quote) << 4U |
         (token.is(ProseTerm::kCueVerb) ? 0x40U : 0U) | (token.is(ProseTerm::kPronoun) ? 0x80U : 0U) |
         (token.is(ProseTerm::kPersonTitle) ? 0x100U : 0U) | (token.is(ProseTerm::kDeterminer) ? 0x200U : 0U) |
         (token.is(ProseTerm::kComplementizer) ? 0x400U : 0U);
}

unsigned char small(char byte) noexcept {
  return static_cast<unsigned char>(static_cast<unsigned char>(byte) | 0x20U);
}

uint32_t suffix_of(std::string_view word, uint32_t length) noexcept {
  uint32_t value = length;
  for (size_t i = 0; i < length && i < word.size(); ++i) {
    value = value * 256 + small(word[word.size() - 1 - i]);
  }
  return value;
}

bool ends_with(std::string_view word, std::string_view ending) noexcept {
  return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
}

}  // namespace

void TokenCodes::read(std::string_view text, const Tokens& tokens) noexcept {
  const size_t size = tokens.size();
  for (size_t i = 0; i < kMargin; ++i) {
    codes_[i] = codes_[size + kMargin + i] = kOutside;
  }
  for (size_t i = 0; i < size; ++i) {
    const ProseToken& token = tokens[i];
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    codes_[i + kMargin] = {token.number ? 1 : token.hash, suffix_of(word, 3), suffix_of(word, 2), shape_of(token)};
  }
}

uint32_t stem_of(std::string_view text, const ProseToken& token) noexcept {
  const uint32_t size = token.end - token.begin;
  if (!token.word || token.number || size > kLongestStem) {
    return token.hash;
  }
  char bytes[kLongestStem + 1];
  for (uint32_t i = 0; i < size; ++i) {
    bytes[i] = static_cast<char>(small(text[token.begin + i]));
  }
  uint32_t length = size;
  const std::string_view word(bytes, size);
  if (ends_with(word, "ies") || ends_with(word, "ied")) {
    length -= 2;
    bytes[length - 1] = 'y';
  } else if (ends_with(word, "ing")) {
    length -= 3;
  } else if (ends_with(word, "ed") || ends_with(word, "es")) {
    length -= 2;
  } else if (ends_with(word, "s") && !ends_with(word, "ss")) {
    length -= 1;
  }
  length -= length > 3 && bytes[length - 1] == 'e' ? 1 : 0;
  length -= length > 3 && bytes[length - 1] == bytes[length - 2] ? 1 : 0;
  uint32_t hash = kHashSeed;
  for (uint32_t i = 0; i < length; ++i) {
    hash = hash_step(hash, static_cast<unsigned char>(bytes[i]));
  }
  return hash;
}

SubjectBefore subject_before(const Tokens& tokens, uint32_t at) noexcept {
  for (uint32_t distance = 0; distance < 6 && distance < at; ++distance) {
    const uint32_t i = at - 1 - distance;
    const ProseToken& token = tokens[i];
    const uint32_t near = distance < 3 ? distance : 3;
    if (token.code == ',') {
      return {4, near};
    }
    if (!token.word || token.number) {
      continue;
    }
    if (token.capital && i > 0) {
      return {1, near};
    }
    if (token.is(ProseTerm::kPronoun)) {
      return {token.hash, near};
    }
    if (token.is(ProseTerm::kDeterminer)) {
      return {2, near};
    }
  }
  return {0, 3};
}

uint32_t complementizer_behind(const Tokens& tokens, uint32_t at) noexcept {
  for (uint32_t i = 1; i <= 5 && at + i < tokens.size(); ++i) {
    if (tokens[at + i].is(ProseTerm::kComplementizer)) {
      return i;
    }
  }
  return 0;
}

uint32_t marks_near(const Tokens& tokens, uint32_t at) noexcept {
  uint32_t near = 0;
  for (uint32_t i = 1; i <= 4; ++i) {
    near |= at >= i && tokens[at - i].quote == 2 ? 1U : 0U;
    near |= at + i < tokens.size() && tokens[at + i].quote == 2 ? 2U : 0U;
  }
  return near | static_cast<uint32_t>(tokens[at].quote) << 2U;
}

CueFrame read_cue(const Tokens& tokens, const TokenCodes& codes, TokenRange cue) noexcept {
  CueFrame out;
  const auto begin = static_cast<int64_t>(cue.begin);
  const auto end = static_cast<int64_t>(cue.end);
  out.cue = cue;
  out.head = codes[begin].word;
  out.tail = codes[end - 1].word;
  out.before = codes[begin - 1].word;
  out.behind = codes[end].word;
  out.shapes = codes[begin - 1].shape << 16U | codes[end].shape;
  out.frame = (cue.begin > 0 && tokens[cue.begin - 1].code == ',' ? 4U : 0U) | (cue.begin <= 1 ? 8U : 0U) |
              (cue.end + 4 > tokens.size() ? 16U : 0U);
  return out;
}

uint32_t between_of(const Tokens& tokens, TokenRange cue, uint32_t at) noexcept {
  const bool before = at < cue.begin;
  const ProseToken& low = tokens[before ? at : cue.end];
  const ProseToken& high = tokens[before ? cue.begin : at];
  // Before the cue the token itself counts too, but not as a verb.
  const uint32_t own = before && low.is(ProseTerm::kCueVerb) ? 1U : 0U;
  const uint32_t commas = static_cast<uint32_t>(high.commas) - low.commas;
  const uint32_t marks = static_cast<uint32_t>(high.marks) - low.marks;
  const uint32_t verbs = static_cast<uint32_t>(high.verbs) - low.verbs > own ? 1U : 0U;
  const uint32_t that = high.thats > low.thats ? 1U : 0U;
  return (before ? 0U : 2U) | (commas < 3 ? commas : 3) << 2U | (marks < 3 ? marks : 3) << 4U | that << 6U |
         verbs << 7U;
}

SpanPlace read_place(const Tokens& tokens, const CueFrame& cue, uint32_t at) noexcept {
  const uint32_t side = at < cue.cue.begin ? 0U : 2U;
  SpanPlace out;
  out.place = side * 8 + distance_class(side == 0 ? cue.cue.begin - at : at - cue.cue.end + 1);
  out.between = between_of(tokens, cue.cue, at);
  out.frame = cue.frame | side | static_cast<uint32_t>(tokens[at].quote) << 5U;
  out.left = distance_class(at);
  out.right = distance_class(static_cast<uint32_t>(tokens.size()) - at);
  return out;
}

}  // namespace article
