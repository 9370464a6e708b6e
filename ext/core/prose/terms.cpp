#include "core/prose/terms.h"

#include "core/text/hash_trie.h"

namespace article {

namespace {

#include "prose_terms.inc"

static_assert(kGeneratedTermCount == kProseTermCount, "prose_terms.py and ProseTerm differ");
static_assert(kGeneratedValueCount == static_cast<size_t>(ProseValue::kNounCapitals) + 1,
              "prose_terms.py and ProseValue differ");

constexpr EdgeTable kEdges = {kEdgeTable, kEdgeMask, kFirstWords};

bool counts(const ProseEntry& entry, LanguageId language) noexcept {
  return language == kNoLanguage || entry.language == language;
}

}  // namespace

const ProseEntry* ProseTerms::find(ProseTerm term, LanguageId language) const noexcept {
  for (const ProseEntry* entry = begin; entry != end; ++entry) {
    if (entry->term == term && counts(*entry, language)) {
      return entry;
    }
  }
  return nullptr;
}

bool ProseTerms::has(ProseTerm term, ProseValue value, LanguageId language) const noexcept {
  for (const ProseEntry* entry = begin; entry != end; ++entry) {
    if (entry->term == term && entry->value == value && counts(*entry, language)) {
      return true;
    }
  }
  return false;
}

uint32_t ProseTerms::mask(LanguageId language) const noexcept {
  uint32_t bits = 0;
  for (const ProseEntry* entry = begin; entry != end; ++entry) {
    bits |= counts(*entry, language) ? term_bit(entry->term) : 0;
  }
  return bits;
}

bool ProseWalk::step(uint32_t word_hash) noexcept {
  return follow_edge(kEdges, word_hash, &node_);
}

ProseTerms ProseWalk::terms() const noexcept {
  return {kEntries + kEntryOffsets[node_], kEntries + kEntryOffsets[node_ + 1]};
}

ProseTerms prose_terms(uint32_t word_hash) noexcept {
  ProseWalk walk;
  return walk.step(word_hash) ? walk.terms() : ProseTerms{};
}

bool has_sentence_rule(LanguageId language, ProseValue rule) noexcept {
  return language != kNoLanguage && prose_terms(hash_word("rule")).has(ProseTerm::kSentenceRule, rule, language);
}

}  // namespace article
