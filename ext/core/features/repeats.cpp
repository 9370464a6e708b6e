// Columns of repetition: menus, lists and comment forms say the same again; other articles share few words with this
// one.
#include <algorithm>

#include "core/features.h"

namespace article {

namespace {

// Counts of 32-bit keys by open addressing; key 0 counts nothing.
class Counter {
 public:
  Counter(size_t keys, std::pmr::memory_resource* memory) : slots_(memory) {
    size_t size = 16;
    while (size < keys * 2) {
      size *= 2;
    }
    slots_.resize(size);
  }
  // The count before.
  uint32_t add(uint32_t key) noexcept {
    Slot& slot = slots_[find(key)];
    slot.key = key;
    return slot.count++;
  }
  uint32_t count(uint32_t key) const noexcept { return slots_[find(key)].count; }

 private:
  struct Slot {
    uint32_t key = 0;
    uint32_t count = 0;
  };
  size_t find(uint32_t key) const noexcept {
    size_t at = (key * 0x9E3779B1U >> 7U) & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }
  std::pmr::vector<Slot> slots_;
};

uint8_t up_to(uint32_t value, uint32_t most) noexcept {
  return static_cast<uint8_t>(std::min(value, most));
}

constexpr uint32_t kShortUnit = 16;  // tokens
constexpr uint32_t kFirstSalt = 0x51ED270BU;
constexpr uint32_t kLastSalt = 0xA24BAED5U;
constexpr uint32_t kShapeSalt = 0x3C6EF372U;

struct Keys {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t shape = 0;
};

Keys keys_of(const PageFeatures& page, size_t row) noexcept {
  const UnitStats& stats = page.stats[row];
  Keys keys;
  if (stats.tokens != 0 && stats.tokens <= kShortUnit) {
    const Token* tokens = page.tokens.data() + stats.first_token;
    const auto key = [](const Token& token) { return (token.flags & kTokenNumber) != 0 ? 1U : token.hash; };
    keys.first = key(tokens[0]) ^ kFirstSalt;
    keys.last = key(tokens[stats.tokens - 1]) ^ kLastSalt;
    keys.shape = stats.shape == 0 ? 0 : stats.shape ^ kShapeSalt;
  }
  return keys;
}

// The least letters of a content word, by the flags of its token: 5, with a capital 3; ideographs any.
struct LeastLetters {
  uint8_t of[32] = {};
  constexpr LeastLetters() {
    for (unsigned flags = 0; flags < 32; ++flags) {
      of[flags] = (flags & (kTokenNumber | kTokenMark)) != 0 ? 255
                  : (flags & kTokenIdeograph) != 0           ? 0
                  : (flags & kTokenCapital) != 0             ? 3
                                                             : 5;
    }
  }
};
constexpr LeastLetters kLeastLetters;
static_assert(kTokenIdeograph == 16, "the last of the flags");

bool is_content(const Token& token) noexcept {
  const uint8_t least = kLeastLetters.of[token.flags];
  return token.letters >= least && least != 255;
}

// The content words of the units as numbers, so that each is looked up once: counts and marks are kept by number.
class ContentWords {
 public:
  ContentWords(const PageFeatures& page, std::pmr::memory_resource* memory)
      : numbers_(memory), first_(memory), counts_(memory), marked_(memory) {
    first_.reserve(page.units.size() + 1);
    numbers_.resize(page.tokens.size());
    uint32_t found = 0;
    for (const UnitStats& stats : page.stats) {
      first_.push_back(found);
      const Token* token = page.tokens.data() + stats.first_token;
      for (const Token* end = token + stats.tokens; token != end; ++token) {
        // Every second word is one: no branch that the machine would have to guess.
        numbers_[found] = token->hash;
        found += is_content(*token) ? 1U : 0U;
      }
    }
    first_.push_back(found);
    numbers_.resize(found);
    number_words(memory);
  }

  void count(size_t row) noexcept {
    each(row, [&](uint32_t number) { ++counts_[number]; });
  }
  void mark(size_t row) noexcept {
    each(row, [&](uint32_t number) { marked_[number] = 1; });
  }
  // How many of the unit's words were counted more than `own` times; in 200ths; no content word: 255.
  uint8_t counted_share(size_t row, uint32_t own) const noexcept {
    uint32_t known = 0;
    each(row, [&](uint32_t number) { known += counts_[number] > own ? 1U : 0U; });
    return share_of(row, known);
  }
  uint8_t marked_share(size_t row) const noexcept {
    uint32_t known = 0;
    each(row, [&](uint32_t number) { known += marked_[number]; });
    return share_of(row, known);
  }

 private:
  template <typename Use>
  void each(size_t row, const Use& use) const {
    for (uint32_t i = first_[row]; i < first_[row + 1]; ++i) {
      use(numbers_[i]);
    }
  }
  uint8_t share_of(size_t row, uint32_t known) const noexcept {
    const uint32_t content = first_[row + 1] - first_[row];
    return content == 0 ? 255 : share(known, content);
  }

  // Puts numbers, from 0, in the place of hashes, by open addressing.
  void number_words(std::pmr::memory_resource* memory) {
    size_t size = 16;
    while (size < numbers_.size() * 2) {
      size *= 2;
    }
    std::pmr::vector<uint32_t> slots(size, 0, memory);  // 1 + number; 0: free
    std::pmr::vector<uint32_t> hashes(memory);          // by number
    for (uint32_t& word : numbers_) {
      size_t at = (word * 0x9E3779B1U >> 7U) & (size - 1);
      while (slots[at] != 0 && hashes[slots[at] - 1] != word) {
        at = (at + 1) & (size - 1);
      }
      if (slots[at] == 0) {
        hashes.push_back(word);
        slots[at] = static_cast<uint32_t>(hashes.size());
      }
      word = slots[at] - 1;
    }
    const size_t words = hashes.size();
    counts_.resize(words);
    marked_.resize(words);
  }

  std::pmr::vector<uint32_t> numbers_;  // of all units
  std::pmr::vector<uint32_t> first_;    // of each unit in numbers_
  std::pmr::vector<uint32_t> counts_;
  std::pmr::vector<uint8_t> marked_;
};

// The unit before or at the start of the segment that reads most like its headline; the segment's start if none does.
size_t probable_head(const PageFeatures& page, Segment segment) noexcept {
  const uint8_t* shared = page.columns.at(Column::kShared);
  const uint8_t* words = page.columns.at(Column::kWords);
  const uint8_t* ending = page.columns.at(Column::kEnding);
  size_t best = segment.first;
  uint32_t best_score = 0;
  const size_t from = segment.first > 40 ? segment.first - 40 : 0;
  for (size_t i = from; i <= segment.first + 1 && i < page.units.size(); ++i) {
    if (words[i] < 32 || words[i] > 80 || shared[i] == 255) {  // 3 to 31 words
      continue;
    }
    const bool sentence = ending[i] == static_cast<uint8_t>(Ending::kSentence);
    const uint32_t length = std::min<uint32_t>(words[i], 56U);
    const auto distance = static_cast<uint32_t>(segment.first > i ? segment.first - i : 0);
    const uint32_t score = shared[i] * length / (20U + distance) / (sentence ? 2U : 1U);
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

}  // namespace

void fill_repeat_columns(PageFeatures* page, std::pmr::memory_resource* memory) {
  const size_t count = page->units.size();
  Counter counts(count * 4, memory);
  uint8_t* before = page->columns.at(Column::kSameBefore);
  for (size_t i = 0; i < count; ++i) {
    before[i] = counts.add(page->stats[i].hash | 1U) != 0 ? 1 : 0;
    const Keys keys = keys_of(*page, i);
    if (keys.first != 0) {
      counts.add(keys.first);
      counts.add(keys.last);
    }
    if (keys.shape != 0) {
      counts.add(keys.shape);
    }
  }
  for (size_t i = 0; i < count; ++i) {
    const Keys keys = keys_of(*page, i);
    page->columns.at(Column::kSame)[i] = up_to(counts.count(page->stats[i].hash | 1U), 6);
    page->columns.at(Column::kSameFirst)[i] = keys.first == 0 ? 0 : log_scale(counts.count(keys.first));
    page->columns.at(Column::kSameLast)[i] = keys.first == 0 ? 0 : log_scale(counts.count(keys.last));
    page->columns.at(Column::kSameShape)[i] = keys.shape == 0 ? 0 : log_scale(counts.count(keys.shape));
  }
}

void fill_shared_columns(PageFeatures* page, Segment segment, std::pmr::memory_resource* memory) {
  const size_t count = page->units.size();
  const uint8_t* prose = page->columns.at(Column::kProse);
  ContentWords words(*page, memory);
  const auto counted = [&](size_t i) { return i >= segment.first && i <= segment.last && prose[i] != 0; };
  for (size_t i = segment.first; i <= segment.last; ++i) {
    if (counted(i)) {
      words.count(i);
    }
  }
  uint8_t* shared = page->columns.at(Column::kShared);
  for (size_t i = 0; i < count; ++i) {
    shared[i] = words.counted_share(i, counted(i) ? 1 : 0);
  }
  const size_t head = probable_head(*page, segment);
  words.mark(head);
  uint8_t* shared_head = page->columns.at(Column::kSharedHead);
  for (size_t i = 0; i < count; ++i) {
    shared_head[i] = words.marked_share(i);
  }
  fill_distances(head, count, page->columns.at(Column::kToHead));
}

}  // namespace article
