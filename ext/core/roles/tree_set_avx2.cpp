// Trees of at most kWordLeaves leaves, 32 or 64 rows at once with AVX2: the first leaf that is left and its value are
// looked up for all rows of a vector.  What tree_set.cpp calculates, a third of the instructions.
#include "core/cpu.h"
#include "core/roles/tree_set.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

#include <algorithm>

namespace article {

namespace {

constexpr size_t kRows = 32;  // of a vector
constexpr size_t kSums = 8;   // in a vector
constexpr size_t kSets = kWordLeaves / kSetLeaves;
constexpr size_t kNibble = 16;
constexpr uint8_t kNone = 0xFF;

// The number of the first leaf by the lower and by the upper half of each set.
struct FirstLeaves {
  alignas(16) uint8_t lower[kSets][kNibble];
  alignas(16) uint8_t upper[kSets][kNibble];
};

constexpr FirstLeaves first_leaves() noexcept {
  FirstLeaves table{};
  for (size_t set = 0; set < kSets; ++set) {
    for (size_t bits = 0; bits < kNibble; ++bits) {
      size_t first = 0;
      while (first < 4 && (bits >> first & 1U) == 0) {
        ++first;
      }
      const size_t leaf = set * kSetLeaves + first;
      table.lower[set][bits] = bits == 0 ? kNone : static_cast<uint8_t>(leaf);
      table.upper[set][bits] = bits == 0 ? kNone : static_cast<uint8_t>(leaf + 4);
    }
  }
  return table;
}
constexpr FirstLeaves kFirstLeaves = first_leaves();

ARTICLE_WITH_AVX2 inline __m256i broadcast(const uint8_t* table) noexcept {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(table)));
}

// The numbers of the rows' leaves.
ARTICLE_WITH_AVX2 inline __m256i first_of(const __m256i* sets) noexcept {
  const __m256i nibble = _mm256_set1_epi8(kNibble - 1);
  __m256i first = _mm256_set1_epi8(static_cast<char>(kNone));
  for (size_t set = 0; set < kSets; ++set) {
    const __m256i lower = _mm256_and_si256(sets[set], nibble);
    const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(sets[set], 4), nibble);
    first = _mm256_min_epu8(first, _mm256_shuffle_epi8(broadcast(kFirstLeaves.lower[set]), lower));
    first = _mm256_min_epu8(first, _mm256_shuffle_epi8(broadcast(kFirstLeaves.upper[set]), upper));
  }
  return first;
}

// The low or the high bytes of a tree's values, sixteen leaves in each table.
struct LeafBytes {
  __m256i tables[2];
};

ARTICLE_WITH_AVX2 inline LeafBytes tables_of(__m256i first, __m256i second) noexcept {
  const __m256i bytes = _mm256_packus_epi16(first, second);  // leaves 0-7, 16-23, 8-15, 24-31
  return {{_mm256_permute4x64_epi64(bytes, 0b10001000), _mm256_permute4x64_epi64(bytes, 0b11011101)}};
}

ARTICLE_WITH_AVX2 inline __m256i look_up(const LeafBytes& bytes, __m256i leaves) noexcept {
  const __m256i in_second = _mm256_slli_epi16(leaves, 3);  // bit 4 is the highest now
  return _mm256_blendv_epi8(_mm256_shuffle_epi8(bytes.tables[0], leaves), _mm256_shuffle_epi8(bytes.tables[1], leaves),
                            in_second);
}

ARTICLE_WITH_AVX2 inline void add(__m128i values, __m256i* sum) noexcept {
  *sum = _mm256_add_epi32(*sum, _mm256_cvtepi16_epi32(values));
}

// Of the rows of kVectors vectors.
template <size_t kVectors>
ARTICLE_WITH_AVX2 inline void add_trees(const TreeSet& set, const uint8_t* block, int32_t* sums) noexcept {
  __m256i sum[kVectors][kRows / kSums];
  for (auto& of_vector : sum) {
    std::fill_n(of_vector, kRows / kSums, _mm256_setzero_si256());
  }
  const TreeCut* cut = set.cuts;
  const uint32_t* ends = set.ends;
  const __m256i byte = _mm256_set1_epi16(0xFF);
  for (uint32_t tree = 0; tree < set.trees; ++tree) {
    __m256i left[kVectors][kSets];
    for (size_t i = 0; i < kSets; ++i) {
      __m256i of_set[kVectors];
      std::fill_n(of_set, kVectors, _mm256_set1_epi8(-1));
      for (const TreeCut* end = set.cuts + *ends++; cut != end; ++cut) {
        const __m256i threshold = _mm256_set1_epi8(static_cast<char>(cut->threshold));
        const __m256i keep = _mm256_set1_epi8(static_cast<char>(cut->keep));
        const uint8_t* values = block + size_t{cut->input} * kTreeRows;
        for (size_t v = 0; v < kVectors; ++v) {
          const __m256i more = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values + v * kRows));
          const __m256i no = _mm256_cmpeq_epi8(_mm256_max_epu8(threshold, more), threshold);
          of_set[v] = _mm256_and_si256(of_set[v], _mm256_or_si256(no, keep));
        }
      }
      for (size_t v = 0; v < kVectors; ++v) {
        left[v][i] = of_set[v];
      }
    }
    const auto* values = reinterpret_cast<const __m256i*>(set.leaves + size_t{tree} * kWordLeaves);
    const __m256i front = _mm256_loadu_si256(values);
    const __m256i back = _mm256_loadu_si256(values + 1);
    const LeafBytes low = tables_of(_mm256_and_si256(front, byte), _mm256_and_si256(back, byte));
    const LeafBytes high = tables_of(_mm256_srli_epi16(front, 8), _mm256_srli_epi16(back, 8));
    for (size_t v = 0; v < kVectors; ++v) {
      const __m256i leaves = first_of(left[v]);
      const __m256i low_found = look_up(low, leaves);
      const __m256i high_found = look_up(high, leaves);
      const __m256i even = _mm256_unpacklo_epi8(low_found, high_found);  // rows 0-7, 16-23
      const __m256i odd = _mm256_unpackhi_epi8(low_found, high_found);
      add(_mm256_castsi256_si128(even), &sum[v][0]);
      add(_mm256_castsi256_si128(odd), &sum[v][1]);
      add(_mm256_extracti128_si256(even, 1), &sum[v][2]);
      add(_mm256_extracti128_si256(odd, 1), &sum[v][3]);
    }
  }
  for (size_t v = 0; v < kVectors; ++v) {
    for (size_t i = 0; i < kRows / kSums; ++i) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + v * kRows + i * kSums), sum[v][i]);
    }
  }
}

}  // namespace

ARTICLE_WITH_AVX2 void evaluate_cuts_avx2(const TreeSet& set, const uint8_t* block, size_t count,
                                          int32_t* sums) noexcept {
  static_assert(kTreeRows == 2 * kRows, "a block is two vectors");
  count <= kRows ? add_trees<1>(set, block, sums) : add_trees<2>(set, block, sums);
}

}  // namespace article

#else

namespace article {

void evaluate_cuts_avx2(const TreeSet&, const uint8_t*, size_t, int32_t*) noexcept {}  // never called

}  // namespace article

#endif
