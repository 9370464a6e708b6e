#include "core/lexicon.h"

#include "core/text/chars.h"

namespace article {

namespace {

#include "phrases.inc"

static_assert(kGeneratedTermCount == kTermCount, "phrases.py and Term differ");
static_assert(kGeneratedValueCount == static_cast<size_t>(TermValue::kBehind) + 1, "phrases.py and TermValue differ");

bool fits(const PhraseEntry& entry, Term term, const Word& first) noexcept {
  return entry.term == term && (entry.capital == 0 || first.all_capitals);
}

}  // namespace

static_assert(sizeof(kWordShifts) / sizeof(kWordShifts[0]) == 1U << kWordBucketBits,
              "_first_words.py and the look-up differ");
static_assert(sizeof(kWordSlots) / sizeof(kWordSlots[0]) == 1U << kWordSlotBits,
              "_first_words.py and the look-up differ");

const PhraseTable kPhraseTable = {
    {kEdgeTable, kEdgeMask, nullptr}, kEdgeFilter, kWordShifts, kWordSlots, kFirstWords, kNodes, kEntries};

void PhraseValues::see_entries(const PhraseWalk& walk, bool opens, bool capitals) noexcept {
  const PhraseRange range = walk.entries();
  for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
    if (entry->capital != 0 && !capitals) {
      continue;
    }
    if (entry->term == Term::kPromotion && promotion == TermValue::kNone) {
      promotion = entry->value;
    }
    const bool first = entry->term == Term::kReadMore && heading == TermValue::kNone;
    if (opens && (entry->term == Term::kListHeading || first)) {
      heading = entry->value;
    }
  }
}

PhraseMatch match_phrase(const LineWords& words, size_t start, Term term, LanguageId language) noexcept {
  PhraseMatch best;
  PhraseWalk walk;
  for (size_t at = start; at < words.count() && walk.step(words[at].hash); ++at) {
    if ((walk.terms(words[start].all_capitals) & term_bit(term)) == 0) {
      continue;
    }
    const PhraseRange range = walk.entries();
    bool preferred = false;
    for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
      if (!fits(*entry, term, words[start]) || preferred) {
        continue;
      }
      preferred = entry->language == language;
      const auto length = static_cast<uint32_t>(at - start + 1);
      if (length > best.words || preferred) {
        best = {entry->value, entry->language, length, words[at].end};
      }
    }
  }
  return best;
}

PhraseMatch find_phrase(const LineWords& words, Term term, size_t* start) noexcept {
  for (size_t at = 0; at < words.count(); ++at) {
    const PhraseMatch match = match_phrase(words, at, term);
    if (match) {
      *start = at;
      return match;
    }
  }
  return {};
}

PhraseMatch whole_line_phrase(const LineWords& words, Term term) noexcept {
  const PhraseMatch match = words.complete() ? match_phrase(words, 0, term) : PhraseMatch{};
  return match.words == words.count() ? match : PhraseMatch{};
}

size_t language_count() noexcept {
  return sizeof(kLanguageTags) / sizeof(kLanguageTags[0]) - 1;
}

std::string_view language_tag(LanguageId id) noexcept {
  return id <= language_count() ? kLanguageTags[id] : std::string_view();
}

LanguageId language_of_tag(std::string_view tag) noexcept {
  LanguageId found = kNoLanguage;
  size_t length = 0;
  for (size_t id = 1; id <= language_count(); ++id) {
    const std::string_view known = kLanguageTags[id];
    bool opens = known.size() > length && known.size() <= tag.size() &&
                 (known.size() == tag.size() || tag[known.size()] == '-' || tag[known.size()] == '_');
    for (size_t i = 0; opens && i < known.size(); ++i) {
      opens = fold(static_cast<unsigned char>(tag[i])) == fold(static_cast<unsigned char>(known[i]));
    }
    if (opens) {
      found = static_cast<LanguageId>(id);
      length = known.size();
    }
  }
  return found;
}

TableSizes lexicon_sizes() noexcept {
  return {kPhraseCount, sizeof(kEdgeTable) + sizeof(kEdgeFilter) + sizeof(kFirstWords) + sizeof(kWordShifts) +
                            sizeof(kWordSlots) + sizeof(kNodes) + sizeof(kEntries)};
}

}  // namespace article
