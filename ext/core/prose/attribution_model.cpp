#include "core/prose/attribution_model.h"

#include <algorithm>

namespace article {

namespace {

constexpr int32_t kNever = -1000000000;
// A cue that is so far behind none does not go on; weights of one feature are up to 127.
constexpr int32_t kHopeless = 400;

// The best way to `label` at the token behind the one whose best scores are `last`; sets the label before it.
template <uint32_t kLabels>
int32_t best_step(const int32_t* last, const int32_t (*transitions)[kLabels], uint32_t label, uint8_t* from) noexcept {
  int32_t best = kNever;
  *from = 0;
  for (uint32_t before = 0; before < kLabels; ++before) {
    const int32_t score = may_follow(before, label) ? last[before] + transitions[before][label] : kNever;
    *from = score > best ? static_cast<uint8_t>(before) : *from;
    best = score > best ? score : best;
  }
  return best;
}

// The best labels of `count` tokens.  row(token, lanes) adds the scores of the token's labels and gives whether another
// label than 0 is possible; `last` are the best scores of the token before, by label.
template <uint32_t kLabels, class Row>
void best_labels(uint32_t count, const int32_t (*transitions)[kLabels], Row row, uint8_t* labels) noexcept {
  int32_t last[kLabels] = {};
  uint8_t back[kMaxSentenceTokens][kLabels];
  bool closed = false;  // the token before had label 0
  for (uint32_t i = 0; i < count; ++i) {
    int32_t lanes[kLabels] = {};
    const bool open = row(i, last, lanes);
    if (!open && closed) {
      last[0] += transitions[0][0];
      back[i][0] = 0;
      continue;
    }
    int32_t next[kLabels];
    for (uint32_t label = 0; label < kLabels; ++label) {
      int32_t best = kNever;
      uint8_t from = 0;
      if (label != 0 && !open) {
        next[label] = kNever;
        continue;
      }
      if (i == 0) {
        best = label != 0 && label % 2 == 0 ? kNever : transitions[kLabels][label];
      } else {
        best = best_step<kLabels>(last, transitions, label, &from);
      }
      next[label] = best <= kNever / 2 ? kNever : best + lanes[label];
      back[i][label] = from;
    }
    closed = !open;
    std::copy(next, next + kLabels, last);
  }
  uint32_t label = 0;
  for (uint32_t other = 1; other < kLabels; ++other) {
    label = last[other] > last[label] ? other : label;
  }
  for (uint32_t i = count; i > 0; --i) {
    labels[i - 1] = static_cast<uint8_t>(label);
    label = back[i - 1][label];
  }
}

TokenRange clause_behind(const Tokens& tokens, uint32_t at) noexcept {
  TokenRange out{at, at};
  while (out.end < tokens.size() && tokens[out.end].word) {
    ++out.end;
  }
  return out;
}

// "S, X told reporters", "S, said X": what stands before the comma before cue and source; empty: no such comma.
TokenRange clause_before(const Tokens& tokens, const Attribution& attribution) noexcept {
  constexpr uint32_t kShortest = 3;  // tokens of a clause
  const TokenRange& source = attribution.source;
  const uint32_t first = source.empty() ? attribution.cue.begin : std::min(source.begin, attribution.cue.begin);
  const bool comma = first > kShortest && tokens[first - 1].code == ',';
  return comma ? TokenRange{0, first - 1} : TokenRange{};
}

}  // namespace

bool has_attribution_model(LanguageId language) noexcept {
  return built_in_attribution_weights().cue_rows != nullptr && language != kNoLanguage &&
         language_tag(language) == "en";
}

// What is kept of a word is asked by the hash of its folded form; only of words of ASCII letters does it tell the
// ending.
const CueWords::Entry& CueWords::operator()(const ProseToken& token, const TokenCode& code) noexcept {
  const uint32_t size = token.end - token.begin;
  Entry& entry = entries_[token.hash % kKept];
  if (entry.hash == token.hash && entry.size == size) {
    return entry;
  }
  entry.hash = token.hash;
  entry.size = (token.word ? token.letters : 1) == size ? size : 0;
  entry.stem = stem_of(text_, token);
  entry.may_begin = may_begin_cue(weights_.never_cue, token, true);
  entry.sum = CueSum(weights_.cue_rows);
  cue_word_features(code, entry.stem, [&entry](uint32_t feature) { entry.sum(feature); });
  return entry;
}

void label_cues(const Tokens& tokens, const TokenCodes& codes, const AttributionWeights& weights, CueWords* words,
                uint8_t* labels) noexcept {
  uint32_t reach = 0;
  best_labels<kCueLabels>(
      static_cast<uint32_t>(tokens.size()), weights.cue_transitions,
      [&](uint32_t at, const int32_t* last, int32_t* lanes) {
        const bool goes_on = at < reach && !(last[1] < last[0] - kHopeless && last[2] < last[0] - kHopeless);
        if (!goes_on && (tokens[at].number || (at > 0 && tokens[at].capital))) {
          return false;
        }
        const CueWords::Entry& word = (*words)(tokens[at], codes[at]);
        const bool begins = word.may_begin && may_begin_cue(weights.never_cue, tokens[at], at == 0);
        if (!goes_on && !(begins && word.sum.begins() >= kUnlikelyWord)) {
          return false;
        }
        CueSum sum = word.sum;
        cue_left_features(tokens, codes, word.stem, at, [&sum](uint32_t feature) { sum(feature); });
        if (!goes_on && sum.begins() < kUnlikelyCue) {
          return false;
        }
        cue_place_features(tokens, codes, word.stem, at, [&sum](uint32_t feature) { sum(feature); });
        reach = begins ? at + kCueReach + 1 : reach;
        sum.add_to(lanes);
        return true;
      },
      labels);
}

void label_spans(const Tokens& tokens, const TokenCodes& codes, TokenRange cue, const AttributionWeights& weights,
                 uint8_t* labels) noexcept {
  const CueFrame frame = read_cue(tokens, codes, cue);
  SpanPlace last;
  SpanSum place(weights.span_rows);
  SpanSum between(weights.span_rows);
  SpanSum edges(weights.span_rows);
  bool first = true;
  best_labels<kSpanLabels>(
      static_cast<uint32_t>(tokens.size()), weights.span_transitions,
      [&](uint32_t at, const int32_t* /*last*/, int32_t* lanes) {
        if (at >= cue.begin && at < cue.end) {
          return false;
        }
        const SpanPlace here = read_place(tokens, frame, at);
        if (first || here.place != last.place) {
          place = SpanSum(weights.span_rows);
          place_features(codes, frame, here, [&place](uint32_t feature) { place(feature); });
        }
        if (first || here.between != last.between || here.frame != last.frame) {
          between = SpanSum(weights.span_rows);
          between_features(frame, here, [&between](uint32_t feature) { between(feature); });
        }
        if (first || here.left != last.left || here.right != last.right || here.frame != last.frame) {
          edges = SpanSum(weights.span_rows);
          edge_features(here, [&edges](uint32_t feature) { edges(feature); });
        }
        first = false;
        last = here;
        SpanSum sum(weights.span_rows);
        word_features(codes, frame, here, at, [&sum](uint32_t feature) { sum(feature); });
        sum.add(place);
        sum.add(between);
        sum.add(edges);
        sum.add_to(lanes);
        return true;
      },
      labels);
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
  if (out.content.empty()) {
    out.content = clause_before(tokens, out);
  }
  if (out.content.empty()) {
    out.content = clause_behind(tokens, cue.end);
  }
  return out;
}

void find_attributions_by_model(std::string_view text, const Tokens& tokens, const AttributionWeights& weights,
                                CueWords* words, std::pmr::vector<Attribution>* found) {
  const auto count = static_cast<uint32_t>(tokens.size());
  bool possible = false;
  for (uint32_t at = 0; at < count && !possible; ++at) {
    possible = may_begin_cue(weights.never_cue, tokens[at], at == 0);
  }
  if (!possible) {
    return;
  }
  TokenCodes codes;
  codes.read(text, tokens);
  uint8_t cues[kMaxSentenceTokens];
  uint8_t spans[kMaxSentenceTokens];
  label_cues(tokens, codes, weights, words, cues);
  uint32_t read = 0;
  for (uint32_t at = 0; at < count && read < kMaxSentenceCues; ++at) {
    if (cues[at] != 1 || (at > 0 && tokens[at].glued && tokens[at - 1].code == '-')) {
      continue;  // none, or "so-called"
    }
    ++read;
    TokenRange cue{at, at + 1};
    while (cue.end < count && cues[cue.end] == 2) {
      ++cue.end;
    }
    label_spans(tokens, codes, cue, weights, spans);
    found->push_back(read_labels(tokens, cue, spans));
  }
}

}  // namespace article
