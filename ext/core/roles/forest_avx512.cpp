// A forest with one output, 64 rows at once: with AVX-512 also the values of the leaves are looked up for many rows by
// one instruction.  What forest.cpp calculates, a fifth of the time.
#include "core/cpu.h"
#include "core/roles/forest.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

#include <algorithm>
#include <cstring>

namespace article {

namespace {

constexpr size_t kRows = 64;
constexpr size_t kHalf = 32;       // rows whose values fill a vector
constexpr size_t kTableSize = 64;  // values in two vectors, of which one instruction chooses
constexpr size_t kMostLeaves = 2 * kTableSize;

ARTICLE_WITH_AVX512 inline __m512i find_leaves(const Question* questions, uint32_t depth, const uint8_t* const* columns,
                                               size_t first) noexcept {
  __m512i leaves = _mm512_setzero_si512();
  for (uint32_t level = 0; level < depth; ++level) {
    const Question& question = questions[level];
    const __m512i values = _mm512_loadu_si512(columns[question.column] + first + question.offset);
    const __mmask64 yes = _mm512_cmpgt_epu8_mask(values, _mm512_set1_epi8(static_cast<char>(question.threshold)));
    leaves = _mm512_mask_add_epi8(leaves, yes, leaves, _mm512_set1_epi8(static_cast<char>(1U << level)));
  }
  return leaves;
}

// The values of 32 leaves, from `tables`: kMostLeaves of them.
ARTICLE_WITH_AVX512 inline __m512i values_of(const __m512i* tables, __m256i leaves) noexcept {
  const __m512i at = _mm512_cvtepu8_epi16(leaves);
  const __m512i low = _mm512_permutex2var_epi16(tables[0], at, tables[1]);
  const __m512i high = _mm512_permutex2var_epi16(tables[2], at, tables[3]);
  return _mm512_mask_blend_epi16(_mm512_test_epi16_mask(at, _mm512_set1_epi16(kTableSize)), low, high);
}

}  // namespace

ARTICLE_WITH_AVX512 void evaluate_forest_avx512(const Forest& forest, const uint8_t* const* columns, size_t rows,
                                                int16_t* sums) noexcept {
  const size_t tree_leaves = size_t{1} << forest.depth;
  __mmask32 whole[kMostLeaves / kHalf];  // which of the values a tree has
  for (size_t i = 0; i < kMostLeaves / kHalf; ++i) {
    const size_t there = std::min(std::max(tree_leaves, i * kHalf) - i * kHalf, kHalf);
    whole[i] = static_cast<__mmask32>((uint64_t{1} << there) - 1);
  }
  for (size_t first = 0; first < rows; first += kRows) {
    __m512i low = _mm512_setzero_si512();
    __m512i high = _mm512_setzero_si512();
    for (uint32_t tree = 0; tree < forest.trees; ++tree) {
      const __m512i leaves = find_leaves(forest.questions + size_t{tree} * forest.depth, forest.depth, columns, first);
      const int16_t* values = forest.leaves + tree * tree_leaves;
      __m512i tables[kMostLeaves / kHalf];
      for (size_t i = 0; i < kMostLeaves / kHalf; ++i) {
        tables[i] = _mm512_maskz_loadu_epi16(whole[i], values + i * kHalf);
      }
      __m256i halves[kRows / kHalf];
      std::memcpy(halves, &leaves, sizeof(halves));
      low = _mm512_add_epi16(low, values_of(tables, halves[0]));
      high = _mm512_add_epi16(high, values_of(tables, halves[1]));
    }
    int16_t out[kRows];
    _mm512_storeu_si512(out, low);
    _mm512_storeu_si512(out + kHalf, high);
    std::copy_n(out, std::min(kRows, rows - first), sums + first);
  }
}

}  // namespace article

#else

namespace article {

void evaluate_forest_avx512(const Forest&, const uint8_t* const*, size_t, int16_t*) noexcept {}  // never called

}  // namespace article

#endif
