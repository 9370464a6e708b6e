#include "core/prose/attribution_model.h"

#include <algorithm>

#include "core/prose/attribution_repair.h"

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

// The best labels of `count` tokens.  row(token, last, lanes) adds the scores of the token's labels and gives whether
// another label than 0 is possible; `last` are the best scores of the token before, by label.
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

// What is kept of a word is asked by the hash of its folded form; only of words of ASCII letters does it tell the
// ending.
const AttributionReader::Word& AttributionReader::word_of(const ProseToken& token, const TokenCode& code) noexcept {
  const uint32_t size = token.end - token.begin;
  Word& word = words_[token.hash % kKept];
  if (word.hash == token.hash && word.size == size) {
    return word;
  }
  word.hash = token.hash;
  word.size = (token.word ? token.letters : 1) == size && size <= 0xFFFF ? static_cast<uint16_t>(size) : 0;
  word.stem = stem_of(text_, token);
  word.may_begin = may_begin_cue(weights_.never_cue, token, true);
  word.screen = ScreenSum();
  screen_word_features(code, word.stem, [&](uint32_t feature) { word.screen.add(weights_.screen_rows, feature); });
  word.sum = CueSum();
  cue_word_features(code, word.stem, [&](uint32_t feature) { word.sum.add(weights_.cue_rows, feature); });
  return word;
}

bool AttributionReader::passes_screen(ScreenSum screen, uint32_t at) const noexcept {
  screen_place_features(codes_, at, [&](uint32_t feature) { screen.add(weights_.screen_rows, feature); });
  return screen.value() >= weights_.screen_floor;
}

void AttributionReader::label_cues(const Tokens& tokens) noexcept {
  uint32_t reach = 0;
  best_labels<kCueLabels>(
      static_cast<uint32_t>(tokens.size()), weights_.cue_transitions,
      [&](uint32_t at, const int32_t* last, int32_t(&lanes)[kCueLabels]) {
        const bool goes_on = at < reach && !(last[1] < last[0] - kHopeless && last[2] < last[0] - kHopeless);
        const bool name = tokens[at].number || (at > 0 && tokens[at].capital);
        if (!goes_on && name) {
          return false;
        }
        const Word& word = word_of(tokens[at], codes_[at]);
        const bool begins = word.may_begin && !name && passes_screen(word.screen, at);
        if (!goes_on && !begins) {
          return false;
        }
        CueSum sum = word.sum;
        cue_place_features(tokens, codes_, word.stem, at,
                           [&](uint32_t feature) { sum.add(weights_.cue_rows, feature); });
        reach = begins ? at + kCueReach + 1 : reach;
        sum.add_to(lanes);
        return true;
      },
      cues_);
}

void AttributionReader::label_spans(const Tokens& tokens, TokenRange cue) noexcept {
  const CueFrame frame = read_cue(tokens, codes_, cue);
  SpanPlace last;
  SpanSum place;
  SpanSum between;
  SpanSum edges;
  bool first = true;
  best_labels<kSpanLabels>(
      static_cast<uint32_t>(tokens.size()), weights_.span_transitions,
      [&](uint32_t at, const int32_t* /*last*/, int32_t(&lanes)[kSpanLabels]) {
        if (at >= cue.begin && at < cue.end) {
          return false;
        }
        const SpanPlace here = read_place(tokens, frame, at);
        if (first || here.place != last.place) {
          place = SpanSum();
          place_features(codes_, frame, here, [&](uint32_t feature) { place.add(weights_.span_rows, feature); });
        }
        if (first || here.between != last.between || here.frame != last.frame) {
          between = SpanSum();
          between_features(frame, here, [&](uint32_t feature) { between.add(weights_.span_rows, feature); });
        }
        if (first || here.left != last.left || here.right != last.right || here.frame != last.frame) {
          edges = SpanSum();
          edge_features(here, [&](uint32_t feature) { edges.add(weights_.span_rows, feature); });
        }
        first = false;
        last = here;
        SpanSum sum;
        word_features(codes_, frame, here, at, [&](uint32_t feature) { sum.add(weights_.span_rows, feature); });
        sum.add(place);
        sum.add(between);
        sum.add(edges);
        sum.add_to(lanes);
        return true;
      },
      spans_);
}

Attribution AttributionReader::read_labels(const Tokens& tokens, TokenRange cue) const noexcept {
  Attribution out;
  out.cue = cue;
  uint32_t best_distance = 0xFFFFFFFF;
  const auto count = static_cast<uint32_t>(tokens.size());
  for (uint32_t at = 0; at < count;) {
    const uint32_t label = spans_[at];
    if (label == 0) {
      ++at;
      continue;
    }
    uint32_t end = at + 1;
    while (end < count && spans_[end] == label + (label % 2) && spans_[end] != 0) {
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
    constexpr uint32_t kClause = 5;  // tokens; fewer are rather "During the meeting," or "told reporters"
    const TokenRange before = clause_before(tokens, out);
    const TokenRange behind = clause_behind(tokens, cue.end);
    const bool is_before = before.end >= kClause || behind.end - behind.begin < kClause - 1;
    out.content = !before.empty() && is_before ? before : behind;
  }
  return out;
}

void AttributionReader::read(const Tokens& tokens, std::pmr::vector<Attribution>* found) {
  const auto count = static_cast<uint32_t>(tokens.size());
  codes_.read(text_, tokens);
  label_cues(tokens);
  uint32_t read = 0;
  for (uint32_t at = 0; at < count && read < kMaxSentenceCues; ++at) {
    if (cues_[at] != 1 || (at > 0 && tokens[at].glued && tokens[at - 1].code == '-')) {
      continue;  // none, or "so-called"
    }
    ++read;
    TokenRange cue{at, at + 1};
    while (cue.end < count && cues_[cue.end] == 2) {
      ++cue.end;
    }
    label_spans(tokens, cue);
    found->push_back(read_labels(tokens, cue));
  }
}

}  // namespace article
