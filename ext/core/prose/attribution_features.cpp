// What the learned decoder sees of a token; see attribution_model.h.  A change here needs new weights.
#include "core/prose/attribution_model.h"
#include "core/text/chars.h"

namespace article {

namespace {

constexpr uint32_t kOutside = 0x0BADF00DU;  // stands for tokens beyond the sentence

uint32_t word_of(const Tokens& tokens, int64_t at) noexcept {
  if (at < 0 || at >= static_cast<int64_t>(tokens.size())) {
    return kOutside;
  }
  const ProseToken& token = tokens[static_cast<size_t>(at)];
  return token.number ? 1 : token.hash;
}

// Case, quotation and vocabulary of a token in few bits.
uint32_t shape_of(const Tokens& tokens, int64_t at) noexcept {
  if (at < 0 || at >= static_cast<int64_t>(tokens.size())) {
    return 0xFFFF;
  }
  const ProseToken& token = tokens[static_cast<size_t>(at)];
  const uint32_t terms =
      token.terms & (term_bit(ProseTerm::kCueVerb) | term_bit(ProseTerm::kPronoun) | term_bit(ProseTerm::kPersonTitle) |
                     term_bit(ProseTerm::kDeterminer) | term_bit(ProseTerm::kComplementizer));
  return (token.word ? 1U : 0U) | (token.number ? 2U : 0U) | (token.capital ? 4U : 0U) |
         (token.all_capitals ? 8U : 0U) | static_cast<uint32_t>(token.quote) << 4U | terms << 8U;
}

// The last bytes of a word, small.
uint32_t suffix_of(std::string_view text, const Tokens& tokens, int64_t at, uint32_t length) noexcept {
  if (at < 0 || at >= static_cast<int64_t>(tokens.size())) {
    return kOutside;
  }
  const ProseToken& token = tokens[static_cast<size_t>(at)];
  uint32_t value = length;
  for (uint32_t i = 0; i < length && token.begin + i < token.end; ++i) {
    value = value * 256 + (static_cast<unsigned char>(text[token.end - 1 - i]) | 0x20U);
  }
  return value;
}

uint32_t bucket(uint32_t distance) noexcept {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 18 ? 6 : 7;
}

uint32_t quote_near(const Tokens& tokens, uint32_t at) noexcept {
  uint32_t near = 0;
  for (uint32_t i = 1; i <= 4; ++i) {
    near |= at >= i && tokens[at - i].quote == 2 ? 1U : 0U;
    near |= at + i < tokens.size() && tokens[at + i].quote == 2 ? 2U : 0U;
  }
  return near | static_cast<uint32_t>(tokens[at].quote) << 2U;
}

}  // namespace

void cue_features(std::string_view text, const Tokens& tokens, uint32_t at, FeatureList* out) noexcept {
  const auto i = static_cast<int64_t>(at);
  const uint32_t word = word_of(tokens, i);
  out->count = 0;
  out->add(0, 0);
  out->add(1, word);
  out->add(2, word_of(tokens, i - 1));
  out->add(3, word_of(tokens, i + 1));
  out->add(4, word_of(tokens, i - 2));
  out->add(5, word_of(tokens, i + 2));
  out->add(6, word, word_of(tokens, i - 1));
  out->add(7, word, word_of(tokens, i + 1));
  out->add(8, suffix_of(text, tokens, i, 3));
  out->add(9, suffix_of(text, tokens, i, 2), shape_of(tokens, i));
  out->add(10, suffix_of(text, tokens, i - 1, 3));
  out->add(11, suffix_of(text, tokens, i + 1, 3));
  out->add(12, shape_of(tokens, i));
  out->add(13, shape_of(tokens, i - 1), shape_of(tokens, i));
  out->add(14, shape_of(tokens, i + 1), shape_of(tokens, i));
  out->add(15, shape_of(tokens, i - 2), shape_of(tokens, i - 1));
  out->add(16, shape_of(tokens, i + 1), shape_of(tokens, i + 2));
  out->add(17, word, shape_of(tokens, i + 1));
  out->add(18, word, shape_of(tokens, i - 1));
  out->add(19, word, quote_near(tokens, at));
  out->add(20, shape_of(tokens, i), quote_near(tokens, at));
  out->add(21, bucket(at), shape_of(tokens, i));
  out->add(22, bucket(static_cast<uint32_t>(tokens.size()) - at), shape_of(tokens, i));
  out->add(23, word_of(tokens, i - 1), word_of(tokens, i + 1));
  out->add(24, word_of(tokens, i - 1), word_of(tokens, i - 2));
  out->add(25, suffix_of(text, tokens, i, 3), shape_of(tokens, i - 1));
  out->add(26, suffix_of(text, tokens, i, 3), word_of(tokens, i + 1));
  out->add(27, word_of(tokens, i + 1), word_of(tokens, i + 2));
  out->add(28, suffix_of(text, tokens, i, 3), word_of(tokens, i - 1));
  // Words of three neighbours to either side, without their place.
  out->add(29, word_of(tokens, i - 3));
  out->add(30, word_of(tokens, i + 3));
}

void span_features(std::string_view text, const Tokens& tokens, TokenRange cue, uint32_t at,
                   FeatureList* out) noexcept {
  const auto i = static_cast<int64_t>(at);
  const uint32_t word = word_of(tokens, i);
  const uint32_t side = at < cue.begin ? 0U : at < cue.end ? 1U : 2U;
  const uint32_t distance = side == 0 ? bucket(cue.begin - at) : side == 2 ? bucket(at - cue.end + 1) : 0;
  const uint32_t place = side * 8 + distance;
  const uint32_t head = tokens[cue.begin].hash;
  const uint32_t tail = tokens[cue.end - 1].hash;
  // What stands between the token and the cue; before the cue the token itself counts too, but not as a verb.
  uint32_t commas = 0;
  uint32_t marks = 0;
  uint32_t verbs = 0;
  uint32_t that = 0;
  if (side != 1) {
    const ProseToken& low = tokens[side == 0 ? at : cue.end];
    const ProseToken& high = tokens[side == 0 ? cue.begin : at];
    const uint32_t own = side == 0 && low.is(ProseTerm::kCueVerb) ? 1U : 0U;
    commas = static_cast<uint32_t>(high.commas) - low.commas;
    marks = static_cast<uint32_t>(high.marks) - low.marks;
    verbs = static_cast<uint32_t>(high.verbs) - low.verbs > own ? 1U : 0U;
    that = high.thats > low.thats ? 1U : 0U;
  }
  commas = commas < 3 ? commas : 3;
  marks = marks < 3 ? marks : 3;
  const uint32_t between = side | commas << 2U | marks << 4U | that << 6U | verbs << 7U;
  const bool comma_before_cue = cue.begin > 0 && tokens[cue.begin - 1].code == ',';
  const bool cue_starts = cue.begin <= 1;
  const bool cue_ends = cue.end + 4 > tokens.size();
  const uint32_t frame = side | (comma_before_cue ? 4U : 0U) | (cue_starts ? 8U : 0U) | (cue_ends ? 16U : 0U) |
                         static_cast<uint32_t>(tokens[at].quote) << 5U;
  out->count = 0;
  out->add(0, place);
  out->add(1, word, side);
  out->add(2, word_of(tokens, i - 1), side);
  out->add(3, word_of(tokens, i + 1), side);
  out->add(4, word, place);
  out->add(5, head, place);
  out->add(6, tail, side);
  out->add(7, head, shape_of(tokens, i) ^ side << 28U);
  out->add(8, shape_of(tokens, i), place);
  out->add(9, shape_of(tokens, i - 1), shape_of(tokens, i) ^ side << 28U);
  out->add(10, shape_of(tokens, i + 1), shape_of(tokens, i) ^ side << 28U);
  out->add(11, between);
  out->add(12, between, shape_of(tokens, i));
  out->add(13, frame);
  out->add(14, frame, shape_of(tokens, i));
  out->add(15, frame, head);
  out->add(16, frame, bucket(at));
  out->add(17, between, head);
  out->add(18, suffix_of(text, tokens, i, 3), side);
  out->add(19, suffix_of(text, tokens, i, 2), place);
  out->add(20, word_of(tokens, i - 1), word ^ side);
  out->add(21, word_of(tokens, i + 1), word ^ side);
  out->add(22, suffix_of(text, tokens, i - 1, 3), side);
  out->add(23, suffix_of(text, tokens, i + 1, 3), side);
  out->add(24, word_of(tokens, i - 1), between);
  out->add(25, word, between);
  out->add(26, bucket(at), bucket(static_cast<uint32_t>(tokens.size()) - at));
  out->add(27, bucket(static_cast<uint32_t>(tokens.size()) - at), frame);
  out->add(28, word_of(tokens, static_cast<int64_t>(cue.begin) - 1), place);
  out->add(29, word_of(tokens, cue.end), place);
  out->add(30, shape_of(tokens, cue.end), shape_of(tokens, static_cast<int64_t>(cue.begin) - 1) ^ place << 26U);
  out->add(31, shape_of(tokens, 0), place);
}

Attribution read_labels(const Tokens& tokens, TokenRange cue, const uint8_t* labels) noexcept {
  Attribution out;
  out.cue = cue;
  uint32_t best_distance = 0xFFFFFFFF;
  const auto count = static_cast<uint32_t>(tokens.size());
  for (uint32_t at = 0; at < count;) {
    const uint32_t label = labels[at];
    if (label == 0) {
      ++at;
      continue;
    }
    uint32_t end = at + 1;
    while (end < count && labels[end] == label + (label % 2) && labels[end] != 0) {
      ++end;
    }
    const TokenRange range{at, end};
    if (label <= 2) {
      const uint32_t distance = at < cue.begin ? cue.begin - end : at - cue.end;
      if (distance < best_distance) {
        best_distance = distance;
        out.source = range;
      }
    } else if (end - at > out.content.end - out.content.begin) {
      out.content = range;
    }
    at = end;
  }
  return out;
}

}  // namespace article
