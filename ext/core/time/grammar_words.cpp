// What a word means: look-up in the lexicon under the language of the text.
#include <algorithm>

#include "core/text/words.h"
#include "core/time/grammar.h"

namespace article {

namespace {

constexpr int kForeignRank = 2;  // from here on: words of languages that cannot read each other
constexpr int kRanks = kForeignRank + 2;
constexpr uint8_t kByScript = kRanks;

// Kinds of which another language's word is believed inside a sentence: its own script or its length vouch for it.
constexpr uint32_t kBelievedAbroad =
    kind_bit(TimeWord::kMonth) | kind_bit(TimeWord::kZone) | kind_bit(TimeWord::kAmpm) | kind_bit(TimeWord::kDaySuffix);

}  // namespace

Grammar::Phrases Grammar::find_phrases(int at, uint32_t* kinds) noexcept {
  Phrases out;
  uint32_t state = first_state();
  for (int i = at; i < count_ && i < at + kMaxPieces; ++i) {
    const TextPiece& piece = pieces_[i];
    if (i > at && piece.break_before) {
      break;
    }
    if (piece.kind == PieceKind::kMark) {
      // "p.m.", "t/m", "aujourd'hui", "day-after-tomorrow"; not over a comma or a sentence end that a blank follows.
      const bool inner = piece.mark == '\'' || piece.mark == '-' || (piece.mark == '.' && tight(i)) ||
                         (piece.mark == '/' && i == at + 1 && pieces_[at].digits == 1 && tight(i));
      if (i == at || !inner) {
        break;
      }
      continue;
    }
    state = step_state(state, piece.hash);
    const TimeEntry* entry = i == at ? entries_[at] : find_entry(state);
    if (entry == nullptr) {
      break;
    }
    if (sense_count(*entry) != 0) {
      *kinds |= view(*entry, at, i + 1).kinds;
      if (out.count == sizeof(out.at) / sizeof(out.at[0])) {
        for (int j = 1; j < out.count; ++j) {
          out.at[j - 1] = out.at[j];
        }
        --out.count;
      }
      out.at[out.count++] = {entry, static_cast<int16_t>(i + 1)};
    }
    if (!goes_on(*entry)) {
      break;
    }
    cut_ = cut_ || i + 1 == count_;
  }
  return out;
}

// Kinds of which a word of that rank is believed.
uint32_t Grammar::believed_kinds(int rank, uint32_t vouched, int at, int end) const noexcept {
  const bool single = pieces_[at].latin && end == at + 1;
  if (rank < kForeignRank) {
    // "se" is a week to Asturian only
    constexpr uint32_t kNames = kind_bit(TimeWord::kUnit) | kind_bit(TimeWord::kWeekday) | kind_bit(TimeWord::kMonth);
    return prose_ && rank == 1 && row_ != nullptr && single && pieces_[at].digits <= 2 ? ~kNames : ~0U;
  }
  // Two letters mean something in some language anywhere.
  const bool letters = single && pieces_[at].digits <= (rank > kForeignRank ? 2 : 1);
  if (row_ == nullptr || !letters) {
    return vouched;
  }
  const bool behind_number = at > 0 && number_at(at - 1) && tight(at);  // "3:15p"
  return behind_number ? vouched & kind_bit(TimeWord::kAmpm) : 0;
}

void Grammar::fill_view(int at, int end, View* out) noexcept {
  const TimeSense* senses = entry_senses(*out->entry);
  const uint32_t count = sense_count(*out->entry);
  if (viewed_count_ + static_cast<int>(count) > kViewRoom) {
    const View kept = *out;
    std::fill(std::begin(views_), std::end(views_), View{});
    *out = kept;
    viewed_count_ = 0;
  }
  out->first = static_cast<uint16_t>(viewed_count_);
  uint32_t vouched[kRanks];
  uint32_t believed[kRanks];
  for (int rank = 0; rank < kRanks; ++rank) {
    vouched[rank] = vouched_kinds(rank, at, end);
    believed[rank] = believed_kinds(rank, vouched[rank], at, end);
  }
  const uint8_t by_script = pieces_[at].latin ? kForeignRank + 1 : 1;
  uint8_t ranks[kMaxSenses];
  uint8_t known_rank = kRanks;
  uint32_t kinds = 0;
  for (uint32_t s = 0; s < count; ++s) {
    const uint8_t given = senses[s].language == 0xFFFF ? uint8_t{1} : ranks_[senses[s].language];
    const uint8_t rank = given != kByScript ? given : by_script;
    ranks[s] = rank;
    known_rank = std::min(known_rank, rank);
    kinds |= vouched[rank] & (1U << senses[s].kind);
  }
  out->kinds = kinds;
  if (known_rank < kForeignRank) {
    // A word that the language has for something else is that.
    std::fill(believed + kForeignRank, believed + kRanks, 0U);
  }
  for (uint32_t s = 0; s < count; ++s) {
    const uint8_t rank = ranks[s];
    if ((believed[rank] >> senses[s].kind & 1U) == 0) {
      continue;
    }
    const Sense* const first = viewed_ + out->first;
    // What an earlier one says at no higher rank is never chosen.
    const bool said = std::any_of(first, first + out->count, [&](const Sense& earlier) {
      return earlier.kind == senses[s].kind && earlier.value == senses[s].value && earlier.rank <= rank;
    });
    if (!said) {
      viewed_[viewed_count_++] = {0, senses[s].value, senses[s].kind, rank};
      ++out->count;
    }
  }
}

// Valid until the next one is asked for.
const Grammar::View& Grammar::view(const TimeEntry& entry, int at, int end) noexcept {
  const TextPiece& piece = pieces_[at];
  const bool behind_number = at > 0 && number_at(at - 1) && tight(at);
  const auto context =
      static_cast<uint8_t>((prose_ ? 1U : 0U) | (piece.latin ? 2U : 0U) | (end == at + 1 ? 4U : 0U) |
                           (behind_number ? 8U : 0U) | static_cast<uint32_t>(std::clamp<int>(piece.digits, 1, 4) << 4));
  const uint32_t place = (entry.state ^ (uint32_t{context} * 0x9E3779B1U)) % kViews;
  View& out = views_[place];
  if (out.entry != &entry || out.context != context) {
    out = View{&entry, context, 0, 0, 0};
    fill_view(at, end, &out);
  }
  return out;
}

// The senses that are believed, those of the longest phrase first.
template <typename See>
void Grammar::each_sense(const Phrases& phrases, int at, See see) noexcept {
  for (int p = phrases.count - 1; p >= 0; --p) {
    const Phrase& phrase = phrases.at[p];
    const View& seen = view(*phrase.entry, at, phrase.end);
    for (int i = seen.first; i < seen.first + seen.count; ++i) {
      see(Sense{phrase.end, viewed_[i].value, viewed_[i].kind, viewed_[i].rank});
    }
  }
}

void Grammar::find_hits(int at, Hits* out) noexcept {
  *out = Hits{};
  out->known = true;
  const Phrases phrases = find_phrases(at, &out->kinds);
  out->phrase = phrases.count != 0;
  out->first = static_cast<uint16_t>(sense_count_);
  each_sense(phrases, at, [&](const Sense& sense) {
    out->read |= 1U << sense.kind;
    out->end = std::max(out->end, sense.end);
    // What a longer or earlier one says at no higher rank is never chosen.
    for (int i = out->first; i < sense_count_; ++i) {
      if (senses_[i].kind == sense.kind && senses_[i].value == sense.value && senses_[i].rank <= sense.rank) {
        return;
      }
    }
    if (sense_count_ == kSenseRoom || out->count == UINT8_MAX) {
      out->crowded = true;
      return;
    }
    senses_[sense_count_++] = sense;
    ++out->count;
  });
}

// 0: the language itself; 1: one that reads it, or no language; 2: English; 3: any other; kByScript where the text's
// language is not known: 3 for Latin letters, 1 for others.
void Grammar::fill_ranks() noexcept {
  const TimeLanguages all = time_languages();
  for (size_t id = 0; id < all.count; ++id) {
    ranks_[id] = row_ == nullptr ? kByScript : all.rows[id].kin == row_->kin ? uint8_t{1} : uint8_t{kForeignRank + 1};
  }
  uint8_t& english = ranks_[english_ - all.rows];
  english = row_ == nullptr ? uint8_t{0} : english == 1 ? uint8_t{1} : uint8_t{kForeignRank};
  if (row_ != nullptr) {
    ranks_[row_ - all.rows] = 0;
  }
}

int Grammar::rank_of(const TimeSense& sense, int at) const noexcept {
  const uint8_t rank = sense.language == 0xFFFF ? uint8_t{1} : ranks_[sense.language];
  return rank != kByScript ? rank : pieces_[at].latin ? kForeignRank + 1 : 1;
}

// Kinds of which a word of that rank may be read.  Inside a sentence, a foreign one only where its script or its length
// vouches for it.
uint32_t Grammar::vouched_kinds(int rank, int at, int end) const noexcept {
  const bool other_script = !pieces_[at].latin && (row_ == nullptr || row_->script == 0);
  const bool english_abroad = rank == kForeignRank && row_ != nullptr && row_->script != 0;
  if (rank < kForeignRank || !prose_ || other_script || english_abroad) {
    return ~0U;
  }
  const bool phrase = pieces_[at].digits >= 4 || end - at > 1;
  uint32_t kinds = !pieces_[at].latin || phrase ? kBelievedAbroad : kind_bit(TimeWord::kDaySuffix);
  if (row_ == nullptr) {
    kinds |= phrase ? ~0U : kind_bit(TimeWord::kGlue);
  }
  return kinds;
}

Match Grammar::find_word(int at, TimeWord kind, int wanted) noexcept {
  Match best;
  const Hits& found = hits_[prose_ ? 1 : 0][at];
  const auto see = [&](const Sense& sense) {
    // Longer ones come first; a longer one of kin says more than the language's own beginning of it: 上週五, not 上週.
    const bool part = best.rank < kForeignRank && sense.end < best.end;
    if (sense.kind == static_cast<uint8_t>(kind) && (wanted < 0 || sense.value == wanted) && sense.rank < best.rank &&
        !part) {
      best = {sense.end, sense.value, sense.rank};
    }
  };
  if (found.crowded) {
    uint32_t kinds = 0;
    each_sense(find_phrases(at, &kinds), at, see);
  } else {
    std::for_each(senses_ + found.first, senses_ + found.first + found.count, see);
  }
  // "l'anno", "d'ora"
  if (best && kind == TimeWord::kGlue && mark_at(best.end, '\'') && tight(best.end) && best.end + 1 < count_ &&
      tight(best.end + 1)) {
    ++best.end;
    return best;
  }
  // "kl. 15.00", "ca. 3"
  if (best && kind == TimeWord::kGlue && mark_at(best.end, '.') && tight(best.end) && pieces_[best.end - 1].latin &&
      pieces_[best.end - 1].digits <= 4 && number_at(best.end + 1)) {
    ++best.end;
  }
  return best;
}

bool Grammar::not_a_date(int at) noexcept {
  return static_cast<bool>(word(at, TimeWord::kNotDate));
}

// A whole phrase with a number in it that does not come apart: "7 ր-ից".
Match Grammar::relative_pattern(int at, int64_t* thousandths) noexcept {
  Match best;
  uint32_t state = first_state();
  bool filled = false;
  int64_t number = 0;
  for (int i = at; i < count_ && i < at + 12;) {
    const TextPiece& piece = pieces_[i];
    if (piece.kind == PieceKind::kMark) {
      if (i == at || !(piece.mark == '\'' || piece.mark == '-' || piece.mark == '.')) {
        break;
      }
      ++i;
      continue;
    }
    const TimeEntry* entry = nullptr;
    int next = i + 1;
    if (!filled) {
      const uint32_t with_slot = step_state(state, number_slot());
      entry = find_entry(with_slot);
      const Quantity q = entry != nullptr ? quantity(i) : Quantity();
      if (q.end != 0) {
        filled = true;
        number = q.thousandths;
        next = q.end;
        state = with_slot;
      } else {
        entry = nullptr;
      }
    }
    if (entry == nullptr) {
      state = step_state(state, piece.hash);
      entry = find_entry(state);
    }
    if (entry == nullptr) {
      break;
    }
    if (filled) {
      const TimeSense* senses = entry_senses(*entry);
      for (uint32_t s = 0; s < sense_count(*entry); ++s) {
        const int rank = rank_of(senses[s], at);
        const bool allowed = rank < kForeignRank || !prose_ || (!pieces_[next - 1].latin && row_ == nullptr);
        if (senses[s].kind == static_cast<uint8_t>(TimeWord::kRelative) && allowed &&
            (next > best.end || rank < best.rank)) {
          best = {next, senses[s].value, rank};
          *thousandths = number;
        }
      }
    }
    i = next;
    if (!goes_on(*entry)) {
      break;
    }
  }
  return best;
}

int Grammar::skip_joiner(int at) noexcept {
  if (at >= count_) {
    return 0;
  }
  const TextPiece& piece = pieces_[at];
  if (piece.break_before) {
    return 0;
  }
  if (piece.kind == PieceKind::kMark) {
    switch (piece.mark) {
      case ',':
      case '(':
      case ')':
      case '[':
      case ']':
      case '|':
      case '@':
      case '\'':
        return at + 1;
      case '.': {
        // In a sentence a dot joins only behind a number or a short abbreviation, or where no blank follows.
        const bool abbreviation = at > 0 && ((number_at(at - 1) && pieces_[at - 1].digits <= 2) ||
                                             (word_at(at - 1) && pieces_[at - 1].digits <= 2));
        return prose_ && (!tight(at) || !(abbreviation || tight(at + 1))) ? 0 : at + 1;
      }
      case '-':
      case '/':
      case ';':
      case '?':
        return prose_ && !tight(at) ? 0 : at + 1;
      default:
        return 0;
    }
  }
  const Match m = word(at, TimeWord::kGlue);
  return m && m.value != kAnd && m.value != kMinus && m.value != kPlus && m.value != kYearWord ? m.end : 0;
}

int Grammar::skip_article(int at) noexcept {
  const Match m = glue(at, kThe);
  return m ? m.end : at;
}

}  // namespace article
