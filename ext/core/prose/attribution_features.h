// What the learned decoder of attributions sees of a token; see attribution_model.h.  A change here needs new weights.
//
// A feature is a hash of its kind and of up to three values: words by their hash, endings, shapes, places relative to
// the cue.  Kinds are numbered in the order of their lines; a number that is gone is not used again.  The trainer
// collects the hashes, the decoder adds up their weights: both give a function that takes one.
// Cost: one or two multiplications a feature.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/prose/attribution.h"

namespace article {

// Of one token, computed once for a sentence.
struct TokenCode {
  uint32_t word = 0;     // hash of the folded word; numbers alike
  uint32_t suffix3 = 0;  // its last bytes, small
  uint32_t suffix2 = 0;
  uint32_t shape = 0;  // case, quotation and vocabulary
};

// Codes of a sentence's tokens, with two tokens more to either side that stand for what is outside.
class TokenCodes {
 public:
  static constexpr uint32_t kMargin = 3;
  void read(std::string_view text, const Tokens& tokens) noexcept;
  // `at` may be kMargin tokens outside.
  const TokenCode& operator[](int64_t at) const noexcept { return codes_[static_cast<size_t>(at + kMargin)]; }

 private:
  TokenCode codes_[kMaxSentenceTokens + 2 * kMargin];
};

// The word without an English ending: claimed, claiming, claims -> claim.
uint32_t stem_of(std::string_view text, const ProseToken& token) noexcept;

constexpr uint32_t feature_hash(uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) noexcept {
  uint64_t value = (static_cast<uint64_t>(kind + 1) << 32U | a) * 0x9E3779B97F4A7C15ULL;
  value = (value ^ value >> 31U) + ((static_cast<uint64_t>(b) << 24U) + c) * 0xD6E8FEB86659FD93ULL;
  value = (value ^ value >> 29U) * 0xBF58476D1CE4E5B9ULL;
  return static_cast<uint32_t>(value >> 32U);
}

constexpr uint32_t distance_class(uint32_t distance) noexcept {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 18 ? 6 : 7;
}

// What stands before a possible cue that can be its subject, and how far.
struct SubjectBefore {
  uint32_t what = 0;
  uint32_t distance = 0;
};
SubjectBefore subject_before(const Tokens& tokens, uint32_t at) noexcept;
// How far behind a possible cue a complementizer stands; 0: none within five tokens.
uint32_t complementizer_behind(const Tokens& tokens, uint32_t at) noexcept;
// Marks of quotations within four tokens: 1 before, 2 behind; 4 times the token's own state.
uint32_t marks_near(const Tokens& tokens, uint32_t at) noexcept;

template <class Add>
void cue_features(std::string_view text, const Tokens& tokens, const TokenCodes& codes, uint32_t at, Add add) {
  const auto i = static_cast<int64_t>(at);
  const auto size = static_cast<uint32_t>(tokens.size());
  const TokenCode& own = codes[i];
  const TokenCode& m1 = codes[i - 1];
  const TokenCode& m2 = codes[i - 2];
  const TokenCode& p1 = codes[i + 1];
  const TokenCode& p2 = codes[i + 2];
  const uint32_t stem = stem_of(text, tokens[at]);
  const uint32_t near = marks_near(tokens, at);
  const uint32_t that = complementizer_behind(tokens, at);
  const SubjectBefore subject = subject_before(tokens, at);
  const uint32_t quoting = tokens[size - 1].marks > 0 ? 1 : 0;
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
    add(feature_hash(kind, a, b, c));
  };
  f(0, 0);
  f(1, own.word);
  f(2, m1.word);
  f(3, p1.word);
  f(4, m2.word);
  f(5, p2.word);
  f(6, own.word, m1.word);
  f(7, own.word, p1.word);
  f(8, own.suffix3);
  f(9, own.suffix2, own.shape);
  f(10, m1.suffix3);
  f(11, p1.suffix3);
  f(12, own.shape);
  f(13, m1.shape, own.shape);
  f(14, p1.shape, own.shape);
  f(15, m2.shape, m1.shape);
  f(16, p1.shape, p2.shape);
  f(17, own.word, p1.shape);
  f(18, own.word, m1.shape);
  f(19, own.word, near);
  f(20, own.shape, near);
  f(21, distance_class(at), own.shape);
  f(22, distance_class(size - at), own.shape);
  f(23, m1.word, p1.word);
  f(24, m1.word, m2.word);
  f(25, own.suffix3, m1.shape);
  f(26, own.suffix3, p1.word);
  f(27, p1.word, p2.word);
  f(28, own.suffix3, m1.word);
  f(29, codes[i - 3].word);
  f(30, codes[i + 3].word);
  f(31, stem);
  f(32, stem, p1.word);
  f(33, stem, m1.word);
  f(34, stem, m1.shape);
  f(35, stem, p1.shape);
  f(36, that, own.shape);
  f(37, that, stem);
  f(38, subject.what, subject.distance, own.shape);
  f(39, subject.what, own.suffix3);
  f(40, subject.what, stem, subject.distance > 0 ? 1 : 0);
  f(41, quoting, own.shape);
  f(42, quoting, stem);
  f(43, tokens[at].verbs > 0 ? 1 : 0, stem);
  f(44, tokens[at].verbs < 2 ? tokens[at].verbs : 2, own.shape);
  f(45, stem, m1.word, p1.word);
  f(46, own.shape, m1.word, p1.word);
  f(47, stem, m1.suffix3, p1.suffix2);
  f(48, own.suffix3, m1.shape, p1.shape);
}

// A cue as the tokens around it see it.
struct CueFrame {
  TokenRange cue;
  uint32_t head = 0;
  uint32_t tail = 0;
  uint32_t before = 0;  // word
  uint32_t behind = 0;
  uint32_t shapes = 0;
  uint32_t frame = 0;  // a comma before it; first or last in the sentence
};
CueFrame read_cue(const Tokens& tokens, const TokenCodes& codes, TokenRange cue) noexcept;

// What stands between a token and the cue: commas, marks, verbs, a complementizer; and the side.
uint32_t between_of(const Tokens& tokens, TokenRange cue, uint32_t at) noexcept;

template <class Add>
void span_features(const Tokens& tokens, const TokenCodes& codes, const CueFrame& cue, uint32_t at, Add add) {
  const auto i = static_cast<int64_t>(at);
  const auto size = static_cast<uint32_t>(tokens.size());
  const TokenCode& own = codes[i];
  const TokenCode& m1 = codes[i - 1];
  const TokenCode& p1 = codes[i + 1];
  const uint32_t side = at < cue.cue.begin ? 0U : 2U;
  const uint32_t distance = side == 0 ? distance_class(cue.cue.begin - at) : distance_class(at - cue.cue.end + 1);
  const uint32_t place = side * 8 + distance;
  const uint32_t between = between_of(tokens, cue.cue, at);
  const uint32_t frame = cue.frame | side | static_cast<uint32_t>(tokens[at].quote) << 5U;
  const uint32_t left = distance_class(at);
  const uint32_t right = distance_class(size - at);
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
    add(feature_hash(kind, a, b, c));
  };
  f(100, place);
  f(101, own.word, side);
  f(102, m1.word, side);
  f(103, p1.word, side);
  f(104, own.word, place);
  f(105, cue.head, place);
  f(106, cue.tail, side);
  f(107, cue.head, own.shape, side);
  f(108, own.shape, place);
  f(109, m1.shape, own.shape, side);
  f(110, p1.shape, own.shape, side);
  f(111, between);
  f(112, between, own.shape);
  f(113, frame);
  f(114, frame, own.shape);
  f(115, frame, cue.head);
  f(116, frame, left);
  f(117, between, cue.head);
  f(118, own.suffix3, side);
  f(119, own.suffix2, place);
  f(120, m1.word, own.word, side);
  f(121, p1.word, own.word, side);
  f(122, m1.suffix3, side);
  f(123, p1.suffix3, side);
  f(124, m1.word, between);
  f(125, own.word, between);
  f(126, left, right);
  f(127, right, frame);
  f(128, cue.before, place);
  f(129, cue.behind, place);
  f(130, cue.shapes, place);
  f(131, codes[0].shape, place);
  f(132, frame, m1.word);
  f(133, frame, own.word);
  f(134, codes[i - 2].shape, m1.shape, side);
  f(135, p1.shape, codes[i + 2].shape, side);
  f(136, cue.tail, place);
  f(137, between, frame);
  f(138, between, frame, cue.head);
  f(139, right, side, own.shape);
}

}  // namespace article
