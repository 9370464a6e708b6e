// Trees of at most kWordLeaves leaves, 64 rows at once.  With AVX-512 the answers of 64 rows to a question are the bits
// of a mask, and so are the rows that reach a question: none of them is asked twice, no leaf is looked for.  What
// tree_set.cpp calculates, a third of the time.
#include "core/cpu.h"
#include "core/roles/tree_set.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

#include <cstring>

namespace article {

namespace {

constexpr size_t kSums = 16;  // in a vector
typedef int16_t Values __attribute__((vector_size(kSums * sizeof(int16_t))));
typedef int32_t Sums __attribute__((vector_size(kSums * sizeof(int32_t))));
static_assert(kTreeRows == 64, "a mask has a bit for each row");

// The leaf of each row in each of kTreesInTurns trees: one more for each leaf on the left side of the questions that
// the row answers with "greater".
ARTICLE_WITH_AVX512 inline void find_leaves(const TreeNode* node, const TreeNode* end, const uint8_t* block,
                                            __m512i* leaves) noexcept {
  uint64_t reached[kTreesInTurns][kWordLeaves] =
      {};  // the rows that come to each question; the last place is for leaves
  for (size_t tree = 0; tree < kTreesInTurns; ++tree) {
    reached[tree][0] = ~uint64_t{0};
    leaves[tree] = _mm512_setzero_si512();
  }
  for (size_t at = 0; node != end; ++at) {
    for (size_t tree = 0; tree < kTreesInTurns; ++tree, ++node) {
      const __m512i values = _mm512_loadu_si512(block + size_t{node->input} * kTreeRows);
      const __m512i threshold = _mm512_set1_epi8(static_cast<char>(node->threshold));
      const __m512i left_leaves = _mm512_set1_epi8(static_cast<char>(node->left_leaves));
      const __mmask64 rows = _cvtu64_mask64(reached[tree][at]);
      const __mmask64 greater = _mm512_mask_cmpgt_epu8_mask(rows, values, threshold);
      reached[tree][node->left] = _cvtmask64_u64(_kandn_mask64(greater, rows));
      reached[tree][node->right] = _cvtmask64_u64(greater);
      leaves[tree] = _mm512_mask_add_epi8(leaves[tree], greater, leaves[tree], left_leaves);
    }
  }
}

// Adds the values of 64 leaves of a tree.
ARTICLE_WITH_AVX512 inline void add_values(__m512i leaves, const int16_t* values, Sums* sums) noexcept {
  constexpr __mmask32 kAll = ~__mmask32{0};
  const __m512i table = _mm512_loadu_si512(values);
  __m256i halves[2];
  std::memcpy(halves, &leaves, sizeof(halves));
  for (size_t half = 0; half < 2; ++half) {
    const __m512i found = _mm512_maskz_permutexvar_epi16(kAll, _mm512_cvtepu8_epi16(halves[half]), table);
    Values quarters[2];
    std::memcpy(quarters, &found, sizeof(quarters));
    sums[2 * half] += __builtin_convertvector(quarters[0], Sums);
    sums[2 * half + 1] += __builtin_convertvector(quarters[1], Sums);
  }
}

}  // namespace

ARTICLE_WITH_AVX512 void evaluate_nodes_avx512(const TreeSet& set, const uint8_t* block, int32_t* sums) noexcept {
  Sums all[kTreeRows / kSums] = {};
  const TreeNode* node = set.nodes;
  for (uint32_t tree = 0; tree < set.trees; tree += kTreesInTurns) {
    const TreeNode* const end = set.nodes + set.node_ends[tree / kTreesInTurns];
    __m512i leaves[kTreesInTurns];
    find_leaves(node, end, block, leaves);
    node = end;
    for (uint32_t i = 0; i < kTreesInTurns && tree + i < set.trees; ++i) {
      add_values(leaves[i], set.leaves + size_t{tree + i} * kWordLeaves, all);
    }
  }
  std::memcpy(sums, all, sizeof(all));
}

}  // namespace article

#else

namespace article {

void evaluate_nodes_avx512(const TreeSet&, const uint8_t*, int32_t*) noexcept {}  // never called

}  // namespace article

#endif
