#include "core/fingerprint.h"

#include <algorithm>
#include <array>

#include "core/text/words.h"

namespace article {

namespace {

// splitmix64: spreads a number over all bits.
constexpr uint64_t spread(uint64_t value) noexcept {
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

template <size_t kCount>
constexpr std::array<uint64_t, kCount> multipliers(uint64_t seed) noexcept {
  std::array<uint64_t, kCount> out{};
  for (size_t i = 0; i < kCount; ++i) {
    out[i] = spread(seed + i) | 1U;
  }
  return out;
}

// Fingerprints are stored: these numbers stay as they are.
constexpr auto kWordMultipliers = multipliers<kWordBits>(1);
constexpr auto kPairMultipliers = multipliers<kPairBits + kBands * kBandRows>(1001);

constexpr uint32_t kNoMinimum = 0xFFFFFFFF;

template <size_t kCount, size_t kAll>
void lower_minima(uint64_t feature, const std::array<uint64_t, kAll>& multiplier, uint32_t* minima) noexcept {
  static_assert(kCount <= kAll, "a multiplier for each minimum");
  for (size_t i = 0; i < kCount; ++i) {
    const auto hash = static_cast<uint32_t>((feature * multiplier[i]) >> 32U);
    minima[i] = std::min(minima[i], hash);
  }
}

// The low bits of a minimum are as random as those of any hash; its high bits are small.
uint64_t bit_of(uint32_t minimum) noexcept {
  return spread(minimum) & 1U;
}

}  // namespace

Sketch::Sketch(bool with_bands) noexcept : with_bands_(with_bands) {
  std::fill(std::begin(word_minima_), std::end(word_minima_), kNoMinimum);
  std::fill(std::begin(pair_minima_), std::end(pair_minima_), kNoMinimum);
}

void Sketch::add_word(uint64_t feature) noexcept {
  lower_minima<kWordBits>(feature, kWordMultipliers, word_minima_);
}

void Sketch::add_pair(uint64_t feature) noexcept {
  with_bands_ ? lower_minima<kPairHashes>(feature, kPairMultipliers, pair_minima_)
              : lower_minima<kPairBits>(feature, kPairMultipliers, pair_minima_);
}

void Sketch::add(std::string_view text, const Interrupt& interrupt) {
  WordCursor cursor(text, 0, text.size());
  Word word;
  uint32_t previous = 0;
  bool has_previous = false;
  bool ideograph_before = false;
  size_t polled = 0;
  while (cursor.next(&word)) {
    const bool ideograph = word.kind == WordKind::kIdeograph;
    const uint64_t pair = spread((static_cast<uint64_t>(previous) << 32U) | word.hash);
    // One ideograph is like a letter: two neighbours are like a word.
    if (!ideograph) {
      add_word(spread(word.hash));
    } else if (has_previous && ideograph_before) {
      add_word(pair);
    }
    if (has_previous) {
      add_pair(pair);
    }
    previous = word.hash;
    has_previous = true;
    ideograph_before = ideograph;
    ++words_;
    if (word.end - polled >= kPollBytes) {
      interrupt.poll();
      polled = word.end;
    }
  }
}

uint64_t Sketch::fingerprint() const noexcept {
  uint64_t bits = 0;
  for (unsigned i = 0; i < kWordBits; ++i) {
    bits |= bit_of(word_minima_[i]) << i;
  }
  for (unsigned i = 0; i < kPairBits; ++i) {
    bits |= bit_of(pair_minima_[i]) << (kWordBits + i);
  }
  return bits;
}

uint64_t Sketch::band(unsigned number) const noexcept {
  uint64_t key = number;
  for (unsigned row = 0; row < kBandRows; ++row) {
    key = spread(key ^ pair_minima_[kPairBits + number * kBandRows + row]);
  }
  return key;
}

unsigned fingerprint_distance(uint64_t a, uint64_t b) noexcept {
  unsigned bits = 0;
  for (uint64_t differ = a ^ b; differ != 0; differ &= differ - 1) {
    ++bits;
  }
  return bits;
}

}  // namespace article
