// Trees over thirty-two rows at once: with AVX-512 all rows fit in one vector, and one instruction looks up the values
// of their leaves.  What add_trees of score.cpp calculates, a quarter of the time.
#include "core/cpu.h"
#include "core/fields/score.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

namespace article {

namespace {

// The number of a power of two: a de Bruijn sequence moved by it has other bits in front for each.
constexpr int16_t kDeBruijn = 0x09AF;
constexpr int kBitsInFront = 12;
constexpr int16_t kNumbers[32] = {0, 1, 2, 5, 3, 9, 6, 11, 15, 4, 8, 10, 14, 7, 13, 12};

}  // namespace

ARTICLE_WITH_AVX512 void add_trees_avx512(const Trees& trees, const int16_t (*columns)[ScoreBatch::kRows],
                                          int16_t* sums) noexcept {
  static_assert(ScoreBatch::kRows * sizeof(int16_t) == sizeof(__m512i), "the rows are one vector");
  const __m512i numbers = _mm512_loadu_si512(kNumbers);
  const __m512i sequence = _mm512_set1_epi16(kDeBruijn);
  const __m512i all = _mm512_set1_epi16(-1);
  __m512i sum = _mm512_setzero_si512();
  const TreeSplit* split = trees.splits;
  const int16_t* leaves = trees.leaves;
  for (size_t tree = 0; tree < trees.count; ++tree) {
    __m512i left = all;  // the leaves that are left, for each row
    const TreeSplit* const end = trees.splits + trees.ends[tree];
    const auto count = static_cast<size_t>(end - split) + 1;
    for (; split != end; ++split) {
      const __m512i values = _mm512_loadu_si512(columns[split->feature]);
      const __mmask32 more = _mm512_cmpgt_epi16_mask(values, _mm512_set1_epi16(split->threshold));
      left = _mm512_and_si512(left, _mm512_mask_set1_epi16(all, more, static_cast<int16_t>(split->keep)));
    }
    const __m512i first = _mm512_and_si512(left, _mm512_sub_epi16(_mm512_setzero_si512(), left));
    const __m512i front = _mm512_srli_epi16(_mm512_mullo_epi16(first, sequence), kBitsInFront);
    const __m512i leaf = _mm512_permutexvar_epi16(front, numbers);
    const __m512i table = _mm512_maskz_loadu_epi16(static_cast<__mmask32>((1U << count) - 1), leaves);
    sum = _mm512_add_epi16(sum, _mm512_permutexvar_epi16(leaf, table));
    leaves += count;
  }
  _mm512_storeu_si512(sums, sum);
}

}  // namespace article

#else

namespace article {

void add_trees_avx512(const Trees&, const int16_t (*)[ScoreBatch::kRows], int16_t*) noexcept {}  // never called

}  // namespace article

#endif
