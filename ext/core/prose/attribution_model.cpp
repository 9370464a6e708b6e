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

}  // namespace

bool has_attribution_model(LanguageId language) noexcept {
  return built_in_attribution_weights().cue_rows != nullptr && language != kNoLanguage &&
         language_tag(language) == "en";
}

void label_cues(std::string_view text, const Tokens& tokens, const TokenCodes& codes, const AttributionWeights& weights,
                uint8_t* labels) noexcept {
  uint32_t reach = 0;
  best_labels<kCueLabels>(
      static_cast<uint32_t>(tokens.size()), weights.cue_transitions,
      [&](uint32_t at, const int32_t* last, int32_t* lanes) {
        if (may_begin_cue(weights.never_cue, tokens[at], at == 0)) {
          reach = at + kCueReach + 1;
        } else if (at >= reach || (last[1] < last[0] - kHopeless && last[2] < last[0] - kHopeless)) {
          return false;
        }
        CueSum sum(weights.cue_rows);
        cue_features(text, tokens, codes, at, [&sum](uint32_t feature) { sum(feature); });
        sum.add_to(lanes);
        return true;
      },
      labels);
}

void label_spans(const Tokens& tokens, const TokenCodes& codes, TokenRange cue, const AttributionWeights& weights,
                 uint8_t* labels) noexcept {
  const CueFrame frame = read_cue(tokens, codes, cue);
  best_labels<kSpanLabels>(
      static_cast<uint32_t>(tokens.size()), weights.span_transitions,
      [&](uint32_t at, const int32_t* /*last*/, int32_t* lanes) {
        if (at >= cue.begin && at < cue.end) {
          return false;
        }
        SpanSum sum(weights.span_rows);
        span_features(tokens, codes, frame, at, [&sum](uint32_t feature) { sum(feature); });
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
    out.content = clause_behind(tokens, cue.end);
  }
  return out;
}

void find_attributions_by_model(std::string_view text, const Tokens& tokens, const AttributionWeights& weights,
                                std::pmr::vector<Attribution>* found) {
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
  label_cues(text, tokens, codes, weights, cues);
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
