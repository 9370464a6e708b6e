// What the learned decoder of attributions sees of a token; see attribution_model.h.  A change here needs new weights.
//
// A feature is a hash of its kind and of up to three values: words by their hash, endings, shapes, places relative to
// the cue.  Kinds are numbered in the order of their lines; a number that is gone is not used again.  The trainer
// collects the hashes, the decoder adds up their weights: both give a function that takes one.
// Cost: one to three multiplications a feature, some of them shared.
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

// Multiply and shift: the upper half of a sum of products by odd constants, so that the products of a value that many
// features have are shared.
constexpr uint32_t feature_hash(uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) noexcept {
  const uint64_t sum = static_cast<uint64_t>(a) * 0x9E3779B97F4A7C15ULL +
                       static_cast<uint64_t>(b) * 0xD6E8FEB86659FD93ULL +
                       static_cast<uint64_t>(c) * 0xBF58476D1CE4E5B9ULL + (kind + 1) * 0x8CB92BA72F3D8DD7ULL;
  return static_cast<uint32_t>(sum >> 32U);
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

// Features by which it is told that a token begins no cue, before the others are read.  Of the word alone, which are
// the same wherever it stands:
template <class Add>
void screen_word_features(const TokenCode& own, uint32_t stem, Add add) {
  add(feature_hash(200, 0));
  add(feature_hash(201, own.word));
  add(feature_hash(202, stem));
  add(feature_hash(203, own.suffix3));
}

// And of what stands beside it:
template <class Add>
void screen_place_features(const TokenCodes& codes, uint32_t at, Add add) {
  const auto i = static_cast<int64_t>(at);
  add(feature_hash(204, codes[i - 1].word));
  add(feature_hash(205, codes[i + 1].word));
  add(feature_hash(206, codes[i].shape, codes[i - 1].shape));
  add(feature_hash(207, codes[i].shape, codes[i + 1].shape));
}

// Features of a token as part of a cue are those of two groups, of the word alone:
template <class Add>
void cue_word_features(const TokenCode& own, uint32_t stem, Add add) {
  add(feature_hash(0, 0));
  add(feature_hash(1, own.word));
  add(feature_hash(31, stem));
  add(feature_hash(8, own.suffix3));
}

// And all others:
template <class Add>
void cue_place_features(const Tokens& tokens, const TokenCodes& codes, uint32_t stem, uint32_t at, Add add) {
  const auto i = static_cast<int64_t>(at);
  const auto size = static_cast<uint32_t>(tokens.size());
  const TokenCode& own = codes[i];
  const TokenCode& m1 = codes[i - 1];
  const TokenCode& m2 = codes[i - 2];
  const TokenCode& p1 = codes[i + 1];
  const TokenCode& p2 = codes[i + 2];
  const uint32_t near = marks_near(tokens, at);
  const uint32_t that = complementizer_behind(tokens, at);
  const SubjectBefore subject = subject_before(tokens, at);
  const uint32_t quoting = tokens[size - 1].marks > 0 ? 1 : 0;
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
    add(feature_hash(kind, a, b, c));
  };
  f(2, m1.word);
  f(3, p1.word);
  f(4, m2.word);
  f(5, p2.word);
  f(6, own.word, m1.word);
  f(7, own.word, p1.word);
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

// Where a token stands, as its label depends on it.  Neighbours often have the same, so that the weights of groups of
// features are added up once for a run of tokens.
struct SpanPlace {
  uint32_t place = 0;    // side of the cue and distance to it
  uint32_t between = 0;  // between_of()
  uint32_t frame = 0;    // the cue's, with side and quotation
  uint32_t left = 0;     // distance to the ends of the sentence
  uint32_t right = 0;
  uint32_t side() const noexcept { return frame & 2U; }
};
SpanPlace read_place(const Tokens& tokens, const CueFrame& cue, uint32_t at) noexcept;

// Features of a token for the source and content of a cue are those of four groups.  Of its place:
template <class Add>
void place_features(const TokenCodes& codes, const CueFrame& cue, const SpanPlace& at, Add add) {
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0) { add(feature_hash(kind, a, b)); };
  f(100, at.place);
  f(105, cue.head, at.place);
  f(106, cue.tail, at.side());
  f(128, cue.before, at.place);
  f(129, cue.behind, at.place);
  f(130, cue.shapes, at.place);
  f(131, codes[0].shape, at.place);
  f(136, cue.tail, at.place);
}

// Of what lies between it and the cue:
template <class Add>
void between_features(const CueFrame& cue, const SpanPlace& at, Add add) {
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
    add(feature_hash(kind, a, b, c));
  };
  f(111, at.between);
  f(113, at.frame);
  f(115, at.frame, cue.head);
  f(117, at.between, cue.head);
  f(137, at.between, at.frame);
  f(138, at.between, at.frame, cue.head);
}

// Of the ends of the sentence:
template <class Add>
void edge_features(const SpanPlace& at, Add add) {
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b) { add(feature_hash(kind, a, b)); };
  f(116, at.frame, at.left);
  f(126, at.left, at.right);
  f(127, at.right, at.frame);
}

// Of the words at it and beside it:
template <class Add>
void word_features(const TokenCodes& codes, const CueFrame& cue, const SpanPlace& place, uint32_t at, Add add) {
  const auto i = static_cast<int64_t>(at);
  const TokenCode& own = codes[i];
  const TokenCode& m1 = codes[i - 1];
  const TokenCode& p1 = codes[i + 1];
  const uint32_t side = place.side();
  const auto f = [&add](uint32_t kind, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
    add(feature_hash(kind, a, b, c));
  };
  f(101, own.word, side);
  f(102, m1.word, side);
  f(103, p1.word, side);
  f(104, own.word, place.place);
  f(107, cue.head, own.shape, side);
  f(108, own.shape, place.place);
  f(109, m1.shape, own.shape, side);
  f(110, p1.shape, own.shape, side);
  f(112, place.between, own.shape);
  f(114, place.frame, own.shape);
  f(118, own.suffix3, side);
  f(123, p1.suffix3, side);
  f(125, own.word, place.between);
  f(134, codes[i - 2].shape, m1.shape, side);
  f(135, p1.shape, codes[i + 2].shape, side);
}

template <class Add>
void span_features(const Tokens& tokens, const TokenCodes& codes, const CueFrame& cue, uint32_t at, Add add) {
  const SpanPlace place = read_place(tokens, cue, at);
  place_features(codes, cue, place, add);
  between_features(cue, place, add);
  edge_features(place, add);
  word_features(codes, cue, place, at, add);
}

}  // namespace article
