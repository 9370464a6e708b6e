// Trees over thirty-two rows at once: with AVX-512 all rows fit in one vector, and one instruction looks up the values
// of their leaves.  What add_trees of score.cpp calculates, a quarter of the time.
#include "core/cpu.h"
#include "core/fields/score.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

namespace article {

namespace {

// Of trees of kSplits splits.
template <size_t kSplits>
ARTICLE_WITH_AVX512 inline void add_trees(const Trees& trees, const unsigned char* columns, int16_t* sums) noexcept {
  const __m512i sequence = _mm512_set1_epi16(kDeBruijn);
  const __m512i all = _mm512_set1_epi16(-1);
  __m512i sum = _mm512_setzero_si512();
  const TreeSplit* split = trees.splits;
  const int16_t* leaves = trees.leaves;
  for (size_t tree = 0; tree < trees.count; ++tree, split += kSplits, leaves += kTreeLeaves) {
    __m512i left = all;  // the leaves that are left, for each row
    for (size_t i = 0; i < kSplits; ++i) {
      const __m512i values = _mm512_loadu_si512(columns + split[i].column);
      const __mmask32 more = _mm512_cmpge_epi16_mask(values, _mm512_set1_epi16(split[i].limit));
      left = _mm512_and_si512(left, _mm512_mask_set1_epi16(all, more, static_cast<int16_t>(split[i].keep)));
    }
    const __m512i first = _mm512_and_si512(left, _mm512_sub_epi16(_mm512_setzero_si512(), left));
    const __m512i place = _mm512_srli_epi16(_mm512_mullo_epi16(first, sequence), kBitsInFront);
    const __m256i values = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(leaves));
    sum = _mm512_add_epi16(sum, _mm512_permutexvar_epi16(place, _mm512_castsi256_si512(values)));
  }
  _mm512_storeu_si512(sums, sum);
}

}  // namespace

ARTICLE_WITH_AVX512 void add_trees_avx512(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows],
                                          int16_t* sums) noexcept {
  static_assert(ScoreBatch::kRows * sizeof(int16_t) == sizeof(__m512i), "the rows are one vector");
  const auto* bytes = reinterpret_cast<const unsigned char*>(columns);
  switch (trees.tree_splits) {
    case 7:
      add_trees<7>(trees, bytes, sums);
      break;
    case 11:
      add_trees<11>(trees, bytes, sums);
      break;
    default:
      add_trees<15>(trees, bytes, sums);
  }
}

}  // namespace article

#else

namespace article {

void add_trees_avx512(const Trees&, const int16_t (*)[ScoreBatch::kRows], int16_t*) noexcept {}  // never called

}  // namespace article

#endif
