#include "core/fields/name_words.h"

#include <algorithm>

#include "core/fields/survey.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/time/lexicon.h"

namespace article {

namespace {

// Small words that stand inside a name; few, and shared by many languages.  A name is cut at any other small word.
constexpr const char* kParticles[] = {"de",  "del", "della", "di",  "da",  "das", "do",   "dos",  "du",  "des", "la",
                                      "le",  "van", "von",   "der", "den", "dem", "zu",   "zum",  "zur", "ter", "ten",
                                      "te",  "bin", "ibn",   "al",  "el",  "abu", "ul",   "y",    "av",  "af",  "st",
                                      "vom", "dal", "degli", "lo",  "las", "los", "bint", "ould", "e",   "t",   "i"};

}  // namespace

bool is_name_particle(uint32_t hash) noexcept {
  static const auto kHashes = [] {
    std::array<uint32_t, sizeof(kParticles) / sizeof(kParticles[0])> hashes{};
    std::transform(std::begin(kParticles), std::end(kParticles), hashes.begin(),
                   [](const char* word) { return hash_word(word); });
    return hashes;
  }();
  return std::find(kHashes.begin(), kHashes.end(), hash) != kHashes.end();
}

bool is_function_word(uint32_t hash) noexcept {
  PhraseWalk walk;
  if (!walk.step(hash)) {
    return false;
  }
  const PhraseRange range = walk.entries();
  return std::any_of(range.begin, range.end, [](const PhraseEntry& entry) {
    return entry.term == Term::kStopword || entry.term == Term::kNameJoin;
  });
}

bool is_office_word(const Word& word) noexcept {
  return (phrase_bits(&word, 1).whole & (term_bit(Term::kOutlet) | term_bit(Term::kRoleTitle))) != 0;
}

bool is_clock_word(const Word& word) noexcept {
  static const uint32_t kAm = hash_word("am");
  static const uint32_t kPm = hash_word("pm");
  return word.all_capitals && (word.hash == kAm || word.hash == kPm);
}

bool is_desk_word(const Word& word) noexcept {
  return (phrase_bits(&word, 1).whole & term_bit(Term::kDesk)) != 0;
}

bool is_age(const Word& first, const Word& last) noexcept {
  const auto is_a = [](const Word& word, TimeWord kind) {
    const TimeEntry* entry = find_entry(step_state(first_state(), word.hash));
    if (entry == nullptr) {
      return false;
    }
    const TimeSense* senses = entry_senses(*entry);
    return std::any_of(senses, senses + sense_count(*entry),
                       [kind](const TimeSense& sense) { return sense.kind == static_cast<uint8_t>(kind); });
  };
  return is_a(first, TimeWord::kUnit) && is_a(last, TimeWord::kPastAfter);
}

bool is_brand(std::string_view text, const Word& word) noexcept {
  int capitals = 0;
  for (size_t at = word.begin; at < word.end;) {
    const CodePoint unit = decode(text, at);
    if (!has(unit.value, kUpper)) {
      return capitals >= 4 && has(unit.value, kLower);
    }
    ++capitals;
    at += unit.length;
  }
  return false;
}

void NameWords::add(const Word& word) noexcept {
  if (count == words.size()) {
    overlong = true;
  } else {
    words[count++] = word;
    end = word.end;
  }
}

void NameWords::clean(bool first) noexcept {
  cut_repetition();
  if (count >= 4 && is_office_word(words[count - 1])) {
    cut(first ? 2 : 0);  // "Ada Example Harbour News"
  }
  cut_tail();
  cut_titles(first);
  cut_papers(first);
}

void NameWords::cut(size_t to) noexcept {
  count = to;
  end = to == 0 ? 0 : words[to - 1].end;
}

// "Ada Example Ada Example": a link and its caption.
void NameWords::cut_repetition() noexcept {
  const size_t half = count / 2;
  if (count < 4 || count % 2 != 0) {
    return;
  }
  for (size_t i = 0; i < half; ++i) {
    if (words[i].hash != words[half + i].hash) {
      return;
    }
  }
  cut(half);
}

// "Ada Example MD", "Ada Example Politics": a degree, the section behind the name; "Aufnahme von": a particle that
// nothing follows.
void NameWords::cut_tail() noexcept {
  while (count >= 2 && !words[count - 1].capital && is_name_particle(words[count - 1].hash)) {
    cut(count - 1);
  }
  if (count < 3) {
    return;
  }
  const Word& last = words[count - 1];
  const bool degree = last.all_capitals && last.letters >= 2 && last.letters <= 3 && !words[count - 2].all_capitals;
  if (degree || (phrase_bits(&last, 1).whole & term_bit(Term::kSection)) != 0) {
    cut(count - 1);
  }
}

void NameWords::cut_titles(bool first) noexcept {
  const size_t front = longest_phrase(0, Term::kRoleTitle);
  if (front > 0 && front < count) {
    std::copy(words.begin() + static_cast<std::ptrdiff_t>(front), words.begin() + static_cast<std::ptrdiff_t>(count),
              words.begin());
    count -= front;
  }
  for (size_t at = 2; at < count; ++at) {
    if (longest_phrase(at, Term::kRoleTitle) == count - at) {
      cut(first ? at : 0);
      drop_field();
    }
  }
}

void NameWords::cut_papers(bool first) noexcept {
  if (first && count > 4 && is_plain()) {
    cut(2);
  }
}

// Without particles and initials.
bool NameWords::is_plain() const noexcept {
  return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Word& word) { return word.letters > 2 && word.capital && !is_name_particle(word.hash); });
}

void NameWords::drop_field() noexcept {
  if (count >= 3 && is_plain()) {
    cut(2);
  }
}

bool NameWords::drop_label() noexcept {
  constexpr uint32_t kLabels = term_bit(Term::kKeywords) | term_bit(Term::kSection) | term_bit(Term::kComments) |
                               term_bit(Term::kPublished) | term_bit(Term::kUpdated) | term_bit(Term::kReadingTime) |
                               term_bit(Term::kNavigation) | term_bit(Term::kPromotion);
  if (count < 2 || (phrase_bits(&words[count - 1], 1).whole & kLabels) == 0) {
    return false;
  }
  cut(count - 1);
  return true;
}

bool NameWords::is_field() const noexcept {
  return count == 2 && (words[0].letters > 2 || (words[0].letters == 2 && words[0].all_capitals)) &&
         (phrase_bits(&words[1], 1).whole & term_bit(Term::kRoleTitle)) != 0;
}

bool NameWords::is_buttons() const noexcept {
  constexpr uint32_t kButtons = term_bit(Term::kPromotion) | term_bit(Term::kNavigation);
  return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Word& word) { return (phrase_bits(&word, 1).whole & kButtons) != 0; });
}

size_t NameWords::office_words() const noexcept {
  return static_cast<size_t>(
      std::count_if(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), is_office_word));
}

bool NameWords::open_other_credit() const noexcept {
  PhraseWalk walk;
  bool other = false;
  for (size_t i = 0; i < count && walk.step(words[i].hash); ++i) {
    const PhraseRange range = walk.entries();
    other =
        other || std::any_of(range.begin, range.end, [](const PhraseEntry& entry) {
          return entry.term == Term::kByline && (entry.value == TermValue::kPhoto || entry.value == TermValue::kEditor);
        });
  }
  return other;
}

size_t NameWords::longest_phrase(size_t start, Term term) const noexcept {
  PhraseWalk walk;
  size_t length = 0;
  for (size_t i = start; i < count && walk.step(words[i].hash); ++i) {
    const PhraseRange range = walk.entries();
    if (std::any_of(range.begin, range.end, [&](const PhraseEntry& entry) { return entry.term == term; })) {
      length = i - start + 1;
    }
  }
  return length;
}

}  // namespace article
