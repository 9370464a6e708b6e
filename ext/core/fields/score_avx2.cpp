// Trees over sixteen or thirty-two rows at once with AVX2: what add_trees of score.cpp calculates, but the values of
// the leaves are looked up instead of compared one by one.
#include <algorithm>

#include "core/cpu.h"
#include "core/fields/score.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

namespace article {

namespace {

constexpr size_t kLanes = 16;  // rows of one vector

// The number of a power of two: a de Bruijn sequence moved by it has other bits in front for each.
constexpr int16_t kDeBruijn = 0x09AF;
constexpr int kBitsInFront = 12;
constexpr int8_t kNumbers[16] = {0, 1, 2, 5, 3, 9, 6, 11, 15, 4, 8, 10, 14, 7, 13, 12};

// The low and the high bytes of the values of a tree's leaves, to be looked up by their number.
struct LeafBytes {
  __m256i low;
  __m256i high;
};

inline __attribute__((always_inline)) ARTICLE_WITH_AVX2 LeafBytes leaf_bytes(const int16_t* leaves) noexcept {
  const __m128i front = _mm_loadu_si128(reinterpret_cast<const __m128i*>(leaves));
  const __m128i back = _mm_loadu_si128(reinterpret_cast<const __m128i*>(leaves + kTreeLeaves / 2));
  const __m128i byte = _mm_set1_epi16(0xFF);
  const __m128i low = _mm_packus_epi16(_mm_and_si128(front, byte), _mm_and_si128(back, byte));
  const __m128i high = _mm_packus_epi16(_mm_srli_epi16(front, 8), _mm_srli_epi16(back, 8));
  return {_mm256_broadcastsi128_si256(low), _mm256_broadcastsi128_si256(high)};
}

// Of the rows of kVectors vectors.
template <size_t kVectors>
inline __attribute__((always_inline)) ARTICLE_WITH_AVX2 void add_trees(const Trees& trees,
                                                                       const int16_t (*columns)[ScoreBatch::kRows],
                                                                       int16_t* sums) noexcept {
  const __m256i numbers = _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(kNumbers)));
  const __m256i sequence = _mm256_set1_epi16(kDeBruijn);
  const __m256i no_high = _mm256_set1_epi16(static_cast<int16_t>(0x8000));  // a look-up by such a byte gives zero
  const __m256i no_low = _mm256_set1_epi16(0x80);
  __m256i sum[kVectors];
  std::fill_n(sum, kVectors, _mm256_setzero_si256());
  const TreeSplit* split = trees.splits;
  const int16_t* leaves = trees.leaves;
  const int16_t* const leaves_end = leaves + trees.ends[trees.count - 1] + trees.count;
  for (size_t tree = 0; tree < trees.count; ++tree) {
    __m256i left[kVectors];  // the leaves that are left, for each row
    std::fill_n(left, kVectors, _mm256_set1_epi16(-1));
    const TreeSplit* const end = trees.splits + trees.ends[tree];
    const auto count = static_cast<size_t>(end - split) + 1;
    for (; split != end; ++split) {
      const __m256i threshold = _mm256_set1_epi16(split->threshold);
      const __m256i keep = _mm256_set1_epi16(static_cast<int16_t>(~split->keep));
      for (size_t i = 0; i < kVectors; ++i) {
        const auto* values = reinterpret_cast<const __m256i*>(columns[split->feature] + i * kLanes);
        const __m256i more = _mm256_cmpgt_epi16(_mm256_loadu_si256(values), threshold);
        left[i] = _mm256_andnot_si256(_mm256_and_si256(more, keep), left[i]);
      }
    }
    int16_t copy[kTreeLeaves] = {};  // of the last leaves, behind which nothing may be read
    if (leaves_end - leaves < static_cast<std::ptrdiff_t>(kTreeLeaves)) {
      std::copy_n(leaves, count, copy);
    }
    const LeafBytes bytes = leaf_bytes(leaves_end - leaves < static_cast<std::ptrdiff_t>(kTreeLeaves) ? copy : leaves);
    for (size_t i = 0; i < kVectors; ++i) {
      const __m256i first = _mm256_and_si256(left[i], _mm256_sub_epi16(_mm256_setzero_si256(), left[i]));
      const __m256i front = _mm256_srli_epi16(_mm256_mullo_epi16(first, sequence), kBitsInFront);
      const __m256i leaf = _mm256_shuffle_epi8(numbers, front);
      const __m256i low = _mm256_shuffle_epi8(bytes.low, _mm256_or_si256(leaf, no_high));
      const __m256i high = _mm256_shuffle_epi8(bytes.high, _mm256_or_si256(_mm256_slli_epi16(leaf, 8), no_low));
      sum[i] = _mm256_add_epi16(sum[i], _mm256_or_si256(low, high));
    }
    leaves += count;
  }
  for (size_t i = 0; i < kVectors; ++i) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + i * kLanes), sum[i]);
  }
}

}  // namespace

ARTICLE_WITH_AVX2 void add_trees_avx2(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows], size_t rows,
                                      int16_t* sums) noexcept {
  static_assert(ScoreBatch::kRows == 2 * kLanes, "the rows are two vectors");
  rows <= kLanes ? add_trees<1>(trees, columns, sums) : add_trees<2>(trees, columns, sums);
}

}  // namespace article

#else

namespace article {

void add_trees_avx2(const Trees&, const int16_t (*)[ScoreBatch::kRows], size_t, int16_t*) noexcept {}  // never called

}  // namespace article

#endif
