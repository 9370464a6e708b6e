// attribution: the source that the first paragraphs name themselves.
//
//   "..., Trend reports referring to the Azerbaijani Defense Ministry."  ->  "the Azerbaijani Defense Ministry"
#include <algorithm>

#include "core/fields/extractors.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxParagraphs = 3;
constexpr uint32_t kMaxParagraphBytes = 1500;
constexpr size_t kMaxSourceWords = 12;

// Of a script without capitals; a number is no source.
bool is_uncased(std::string_view text, const Word& word) noexcept {
  return word.kind != WordKind::kNumber && !has(decode(text, word.begin).value, kUpper | kLower);
}

// The words behind the phrase, up to a mark or a small verb-like run: at least one of them has a capital, or the script
// has none.
std::string_view source_after(std::string_view text, uint32_t begin, uint32_t end) {
  WordCursor cursor(text, begin, end, true);
  Word word;
  uint32_t last = begin;
  size_t words = 0;
  size_t small_run = 0;
  uint32_t last_capital = 0;
  while (cursor.next(&word) && words < kMaxSourceWords) {
    if (word.kind == WordKind::kPunctuation) {
      const char32_t code = decode(text, word.begin).value;
      const bool inside = (code == U'-' || code == U'\'' || code == 0x2019 || code == U'.' || code == U'&') &&
                          word.end < end && !has(decode(text, word.end).value, kBlank) && word.begin == last;
      const bool quote = has(code, kOpenQuote | kCloseQuote);
      if (!inside && !quote) {
        break;
      }
      last = word.end;
      continue;
    }
    if (word.kind == WordKind::kNumber && words > 0) {
      break;  // "nach Angaben der Bahn etwa 120 Fahrgäste"
    }
    const bool uncased = is_uncased(text, word);
    small_run = word.capital || uncased ? 0 : small_run + 1;
    if (small_run > 3) {
      break;
    }
    if (word.capital || uncased) {
      last_capital = word.end;
    }
    last = word.end;
    ++words;
  }
  return last_capital == 0 ? std::string_view() : trim(text.substr(begin, last_capital - begin));
}

// The words before the phrase, from a mark on: from the first to the last that has a capital, or all where the script
// has none; nothing where they are more than a source has.
std::string_view source_before(std::string_view text, uint32_t begin, uint32_t end) {
  WordCursor cursor(text, begin, end, true);
  Word word;
  uint32_t first = end;
  uint32_t last = begin;
  size_t words = 0;
  while (cursor.next(&word)) {
    if (word.kind == WordKind::kPunctuation) {
      const char32_t code = decode(text, word.begin).value;
      const bool inside = code == U'-' || code == U'\'' || code == 0x2019 || has(code, kOpenQuote | kCloseQuote);
      if (!inside) {
        first = end;
        words = 0;
      }
      continue;
    }
    const bool uncased = is_uncased(text, word);
    if (word.capital || uncased) {
      first = words == 0 ? word.begin : first;
      last = word.end;
    }
    words += word.capital || uncased || words > 0 ? 1U : 0U;
  }
  return first >= last || words > kMaxSourceWords ? std::string_view() : trim(text.substr(first, last - first));
}

// Korean glues a particle to the source: "경찰에 따르면".
std::string_view without_particle(std::string_view source, std::string_view language) noexcept {
  constexpr std::string_view kParticle = "에";
  const bool glued = language == "ko" && source.size() > kParticle.size() &&
                     source.substr(source.size() - kParticle.size()) == kParticle;
  return glued ? source.substr(0, source.size() - kParticle.size()) : source;
}

// Words of the phrases that are too common to stand for a source by themselves need a mark before them.
bool stands_apart(std::string_view text, uint32_t paragraph, uint32_t at) noexcept {
  uint32_t before = at;
  while (before > paragraph) {
    const CodePoint unit = decode_before(text, before);
    if (!has(unit.value, kBlank)) {
      return has(unit.value, kPunctuation);
    }
    before -= unit.length;
  }
  return true;
}

// "Trend reports | referring to": a further phrase right behind the first one.
uint32_t skip_phrase(std::string_view text, uint32_t begin, uint32_t end) noexcept {
  WordCursor cursor(text, begin, end);
  PhraseWalk walk;
  Word word;
  uint32_t skipped = begin;
  while (cursor.next(&word) && walk.step(word.hash)) {
    const PhraseRange range = walk.entries();
    const bool phrase =
        std::any_of(range.begin, range.end, [](const PhraseEntry& entry) { return entry.term == Term::kAttribution; });
    skipped = phrase ? word.end : skipped;
  }
  return skipped;
}

// Phrases that have begun and may go on, the earliest first.
class OpenPhrases {
 public:
  struct Phrase {
    PhraseWalk walk;
    uint32_t begin = 0;  // byte offset
    uint32_t words = 0;
  };

  void add(const Word& word, uint32_t first_word) noexcept {
    size_t kept = 0;
    for (size_t i = 0; i < count_; ++i) {
      if (open_[i].words < kMaxPhraseWords && open_[i].walk.step(word.hash)) {
        ++open_[i].words;
        open_[kept++] = open_[i];
      }
    }
    if (first_word != 0) {
      open_[kept++] = {PhraseWalk(first_word), word.begin, 1};
    }
    count_ = kept;
  }
  const Phrase* begin() const noexcept { return open_; }
  const Phrase* end() const noexcept { return open_ + count_; }

 private:
  Phrase open_[kMaxPhraseWords + 1];
  size_t count_ = 0;
};

// The entry of a phrase of attribution that ends here; nullptr: none does.
const PhraseEntry* attribution_of(const PhraseWalk& walk, LanguageId language) noexcept {
  if ((walk.terms(true) & term_bit(Term::kAttribution)) == 0) {
    return nullptr;
  }
  const PhraseRange range = walk.entries();
  const auto* found = std::find_if(range.begin, range.end, [&](const PhraseEntry& entry) {
    return entry.term == Term::kAttribution && (entry.language == language || entry.language == kNoLanguage);
  });
  return found == range.end ? nullptr : found;
}

bool find_in(Reading* reading, uint32_t begin, uint32_t end) {
  const Page& page = reading->page;
  OpenPhrases phrases;
  std::string_view source;
  each_word(page.text, page.lines, page.words, begin, end, [&](const Word& word, uint32_t first_word) {
    if (!source.empty()) {
      return;
    }
    phrases.add(word, first_word);
    // The longest phrase that ends here.
    for (const OpenPhrases::Phrase& phrase : phrases) {
      const PhraseEntry* entry = source.empty() ? attribution_of(phrase.walk, page.language) : nullptr;
      // "Bakanlığın açıklamasına göre", "सूत्रों के अनुसार"
      const bool behind_source = entry != nullptr && entry->value == TermValue::kBehind;
      if (entry != nullptr && (phrase.words > 1 || behind_source || stands_apart(page.text, begin, phrase.begin))) {
        const uint32_t behind = skip_phrase(page.text, word.end, end);
        source = behind_source && page.text.substr(behind, 1) != ":"
                     ? without_particle(source_before(page.text, begin, phrase.begin), language_tag(page.language))
                     : source_after(page.text, behind, end);
      }
    }
  });
  if (source.empty()) {
    return false;
  }
  reading->fields.add(page, Field::kAttribution, source, "attribution.phrase", 180);
  return true;
}

}  // namespace

void find_attribution(Reading* reading) {
  size_t number = 0;
  for (const Paragraph& paragraph : reading->page.paragraphs) {
    if (number++ == kMaxParagraphs ||
        find_in(reading, paragraph.begin, std::min(paragraph.end, paragraph.begin + kMaxParagraphBytes))) {
      return;
    }
  }
}

}  // namespace article
