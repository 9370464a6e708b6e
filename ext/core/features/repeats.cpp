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

bool is_content(const Token& token) noexcept {
  return (token.flags & (kTokenNumber | kTokenMark)) == 0 &&
         (token.letters >= 5 || (token.flags & kTokenIdeograph) != 0 ||
          ((token.flags & kTokenCapital) != 0 && token.letters >= 3));
}

// How many of the unit's content words `counts` knows, beyond `own` sightings of each; in 200ths; no content word: 255.
uint8_t known_share(const PageFeatures& page, size_t row, const Counter& counts, uint32_t own) noexcept {
  const UnitStats& stats = page.stats[row];
  uint32_t content = 0;
  uint32_t known = 0;
  for (uint32_t i = 0; i < stats.tokens; ++i) {
    const Token& token = page.tokens[stats.first_token + i];
    if (is_content(token)) {
      ++content;
      known += counts.count(token.hash) > own ? 1U : 0U;
    }
  }
  return content == 0 ? 255 : share(known, content);
}

void count_content(const PageFeatures& page, size_t row, Counter* counts) noexcept {
  const UnitStats& stats = page.stats[row];
  for (uint32_t i = 0; i < stats.tokens; ++i) {
    const Token& token = page.tokens[stats.first_token + i];
    if (is_content(token)) {
      counts->add(token.hash);
    }
  }
}

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
  const UnitStats& last = page->stats[segment.last];
  Counter counts(last.first_token + last.tokens - page->stats[segment.first].first_token, memory);
  for (size_t i = segment.first; i <= segment.last; ++i) {
    if (prose[i] != 0) {
      count_content(*page, i, &counts);
    }
  }
  uint8_t* shared = page->columns.at(Column::kShared);
  for (size_t i = 0; i < count; ++i) {
    const bool counted = i >= segment.first && i <= segment.last && prose[i] != 0;
    shared[i] = known_share(*page, i, counts, counted ? 1 : 0);
  }
  const size_t head = probable_head(*page, segment);
  Counter head_words(page->stats[head].tokens, memory);
  count_content(*page, head, &head_words);
  for (size_t i = 0; i < count; ++i) {
    page->columns.at(Column::kSharedHead)[i] = known_share(*page, i, head_words, 0);
    page->columns.at(Column::kToHead)[i] = signed_distance(static_cast<int64_t>(i) - static_cast<int64_t>(head));
  }
}

}  // namespace article
