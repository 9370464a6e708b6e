// Near-duplicate bodies: a 64-bit fingerprint whose bits differ the more, the more the words differ, and MinHash bands
// by which an ordinary index finds candidate pairs among millions of rows.
//
//   Sketch sketch; sketch.add(text, interrupt); sketch.fingerprint(); sketch.band(0) ... sketch.band(kBands - 1)
//
// HOW IT WORKS.  A text is the set of its words and of its pairs of neighbouring words, folded.  A random function of
// 64 bits per bit of the fingerprint picks one member of the set (the one with the least hash); one bit of that hash is
// the bit.  Two texts pick the same member with the probability of their Jaccard similarity J, so that the expected
// distance is 32 * (1 - J): linear, where the angle of a simhash is steep for texts that are nearly the same.  48 bits
// are of words, which survive typos best; 16 are of pairs, which tell stories on the same subject apart.
// docs/EVALUATION.md has the measurement.  A band is four such minima of pairs; with kBands bands, texts of J = 0.68
// (one word in ten changed) share a band with a probability of 0.9995, texts of J = 0.02 with 5e-6; short texts vary
// more: of 80 words with one in ten changed, 0.99 share one.
//
// Headlines, datelines and credits are few words among many, and a cut end takes its share of J only.  Cost: 192
// multiplications a word; 0.8 kB of memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/memory.h"

namespace article {

constexpr unsigned kWordBits = 48;  // of the fingerprint
constexpr unsigned kPairBits = 16;
constexpr unsigned kBands = 32;
constexpr unsigned kBandRows = 4;

class Sketch {
 public:
  // Without bands a word costs 64 multiplications.
  explicit Sketch(bool with_bands = true) noexcept;

  // Words of one paragraph; pairs do not reach over its ends.
  void add(std::string_view text, const Interrupt& interrupt);

  bool empty() const noexcept { return words_ == 0; }
  uint64_t fingerprint() const noexcept;
  uint64_t band(unsigned number) const noexcept;  // differs between bands: one index holds them all

 private:
  static constexpr unsigned kPairHashes = kPairBits + kBands * kBandRows;

  void add_word(uint64_t feature) noexcept;
  void add_pair(uint64_t feature) noexcept;

  uint32_t word_minima_[kWordBits];
  uint32_t pair_minima_[kPairHashes];
  uint64_t words_ = 0;
  bool with_bands_;
};

// How many bits differ.
unsigned fingerprint_distance(uint64_t a, uint64_t b) noexcept;

}  // namespace article
