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

// The low and the high bytes of the values of a tree's leaves, to be looked up by their place.
struct LeafBytes {
  __m256i low;
  __m256i high;
};

ARTICLE_WITH_AVX2 inline LeafBytes leaf_bytes(const int16_t* leaves) noexcept {
  const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(leaves));
  const __m256i low = _mm256_and_si256(values, _mm256_set1_epi16(0xFF));
  const __m256i bytes = _mm256_packus_epi16(low, _mm256_srli_epi16(values, 8));  // in turns, eight of each
  return {_mm256_permute4x64_epi64(bytes, 0b10001000), _mm256_permute4x64_epi64(bytes, 0b11011101)};
}

// Of the rows of kVectors vectors and trees of kSplits splits.
template <size_t kSplits, size_t kVectors>
ARTICLE_WITH_AVX2 inline void add_trees(const Trees& trees, const unsigned char* columns, int16_t* sums) noexcept {
  const __m256i sequence = _mm256_set1_epi16(kDeBruijn);
  __m256i sum[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  const TreeSplit* split = trees.splits;
  const int16_t* leaves = trees.leaves;
  for (size_t tree = 0; tree < trees.count; ++tree, split += kSplits, leaves += kTreeLeaves) {
    __m256i left[kVectors];  // the leaves that are left, for each row
    std::fill_n(left, kVectors, _mm256_set1_epi16(-1));
    for (size_t i = 0; i < kSplits; ++i) {
      const __m256i limit = _mm256_set1_epi16(split[i].limit);
      const __m256i keep = _mm256_set1_epi16(static_cast<int16_t>(split[i].keep));
      const auto* values = reinterpret_cast<const __m256i*>(columns + split[i].column);
      for (size_t v = 0; v < kVectors; ++v) {
        const __m256i less = _mm256_cmpgt_epi16(limit, _mm256_loadu_si256(values + v));
        left[v] = _mm256_and_si256(left[v], _mm256_or_si256(less, keep));
      }
    }
    for (__m256i& set : left) {
      const __m256i first = _mm256_and_si256(set, _mm256_sub_epi16(_mm256_setzero_si256(), set));
      set = _mm256_srli_epi16(_mm256_mullo_epi16(first, sequence), kBitsInFront);
    }
    const LeafBytes bytes = leaf_bytes(leaves);
    const __m256i places = _mm256_packus_epi16(left[0], left[kVectors - 1]);
    const __m256i low = _mm256_shuffle_epi8(bytes.low, places);
    const __m256i high = _mm256_shuffle_epi8(bytes.high, places);
    sum[0] = _mm256_add_epi16(sum[0], _mm256_unpacklo_epi8(low, high));
    sum[1] = _mm256_add_epi16(sum[1], _mm256_unpackhi_epi8(low, high));
  }
  for (size_t v = 0; v < kVectors; ++v) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + v * kLanes), sum[v]);
  }
}

template <size_t kSplits>
ARTICLE_WITH_AVX2 inline void add_trees(const Trees& trees, const unsigned char* columns, size_t rows,
                                        int16_t* sums) noexcept {
  rows <= kLanes ? add_trees<kSplits, 1>(trees, columns, sums) : add_trees<kSplits, 2>(trees, columns, sums);
}

}  // namespace

ARTICLE_WITH_AVX2 void add_trees_avx2(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows], size_t rows,
                                      int16_t* sums) noexcept {
  static_assert(ScoreBatch::kRows == 2 * kLanes, "the rows are two vectors");
  const auto* bytes = reinterpret_cast<const unsigned char*>(columns);
  switch (trees.tree_splits) {
    case 7:
      add_trees<7>(trees, bytes, rows, sums);
      break;
    case 11:
      add_trees<11>(trees, bytes, rows, sums);
      break;
    default:
      add_trees<15>(trees, bytes, rows, sums);
  }
}

}  // namespace article

#else

namespace article {

void add_trees_avx2(const Trees&, const int16_t (*)[ScoreBatch::kRows], size_t, int16_t*) noexcept {}  // never called

}  // namespace article

#endif
