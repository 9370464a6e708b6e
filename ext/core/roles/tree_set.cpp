#include "core/roles/tree_set.h"

#include <algorithm>
#include <cstring>

#include "core/cpu.h"

namespace article {

namespace {

// A byte, a half word and a word of each row: as many rows as a vector has bytes.
template <size_t kRows>
struct Lanes {
  typedef uint8_t Bytes __attribute__((vector_size(kRows)));
  typedef uint16_t Halves __attribute__((vector_size(kRows)));
  typedef uint32_t Words __attribute__((vector_size(kRows)));
};
constexpr size_t kSets = kWordLeaves / kSetLeaves;

// Rows that stand side by side.
struct Piece {
  uint32_t row;
  uint32_t at;  // of its first row in the block
};

size_t find_pieces(const uint32_t* rows, size_t count, Piece* pieces) noexcept {
  size_t found = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const bool goes_on = found != 0 && i - pieces[found - 1].at < kRowsOfPiece &&
                         rows[i] - pieces[found - 1].row == i - pieces[found - 1].at;
    if (!goes_on) {
      pieces[found++] = {rows[i], i};
    }
  }
  return found;
}

// The rows' inputs side by side, so that a question reads one vector.  What is copied behind a piece is overwritten by
// the next one, or by the next input; Columns has room behind the last row.
void gather_inputs(const TreeSet& set, const uint8_t* const* columns, const uint32_t* rows, size_t count,
                   uint8_t* block) noexcept {
  Piece pieces[kTreeRows];
  const size_t piece_count = find_pieces(rows, count, pieces);
  for (uint32_t i = 0; i < set.inputs; ++i, block += kTreeRows) {
    const uint8_t* column = columns[set.input[i].column] + set.input[i].offset;
    for (size_t piece = 0; piece < piece_count; ++piece) {
      std::memcpy(block + pieces[piece].at, column + pieces[piece].row, kRowsOfPiece);
    }
  }
}

// words[k][i]: the 32 leaves of row 4 * i + k, by which the first set is the lowest byte.
template <size_t kRows>
inline __attribute__((always_inline)) void join_sets(const typename Lanes<kRows>::Bytes* sets,
                                                     typename Lanes<kRows>::Words* words) noexcept {
  using Halves = typename Lanes<kRows>::Halves;
  using Words = typename Lanes<kRows>::Words;
  Halves even[2];  // rows 0, 2, ...: two sets of each
  Halves odd[2];
  for (size_t i = 0; i < 2; ++i) {
    const auto low = reinterpret_cast<Halves>(sets[2 * i]);
    const auto high = reinterpret_cast<Halves>(sets[2 * i + 1]);
    even[i] = (low & 0x00FF) | (high << 8);
    odd[i] = (low >> 8) | (high & 0xFF00);
  }
  const auto join = [&](const Halves* halves, Words* first, Words* second) {
    const auto low = reinterpret_cast<Words>(halves[0]);
    const auto high = reinterpret_cast<Words>(halves[1]);
    *first = (low & 0x0000FFFFU) | (high << 16);
    *second = (low >> 16) | (high & 0xFFFF0000U);
  };
  join(even, &words[0], &words[2]);
  join(odd, &words[1], &words[3]);
}

// Adds the first leaf that is left in each row to its sum.
template <size_t kRows>
inline __attribute__((always_inline)) void add_leaves(const typename Lanes<kRows>::Bytes* sets, uint32_t words,
                                                      const int16_t* leaves, size_t count, int32_t* sums) noexcept {
  constexpr size_t kQuarter = kRows / kSets;
  uint32_t left[kMostTreeWords][kSets][kQuarter];
  for (uint32_t w = 0; w < words; ++w) {
    typename Lanes<kRows>::Words joined[kSets];
    join_sets<kRows>(sets + w * kSets, joined);
    std::memcpy(left[w], joined, sizeof(joined));
  }
  for (size_t row = 0; row < count; ++row) {
    uint32_t word = 0;
    while (word + 1 < words && left[word][row % kSets][row / kSets] == 0) {
      ++word;
    }
    sums[row] +=
        leaves[word * kWordLeaves + static_cast<uint32_t>(__builtin_ctz(left[word][row % kSets][row / kSets]))];
  }
}

// Of the first `count` rows, at most kRows.
template <size_t kRows>
inline __attribute__((always_inline)) void add_trees(const TreeSet& set, const uint8_t* block, size_t count,
                                                     int32_t* sums) noexcept {
  using Bytes = typename Lanes<kRows>::Bytes;
  const TreeCut* cut = set.cuts;
  const uint32_t* ends = set.ends;
  const int16_t* leaves = set.leaves;
  for (uint32_t t = 0; t < set.trees; ++t, leaves += set.words * kWordLeaves) {
    Bytes left[kMostTreeWords * kSets];
    for (size_t i = 0; i < set.words * kSets; ++i) {
      Bytes of_set = Bytes{} - 1;
      for (const TreeCut* end = set.cuts + *ends++; cut != end; ++cut) {
        Bytes values;
        std::memcpy(&values, block + size_t{cut->input} * kTreeRows, sizeof(values));
        of_set &= reinterpret_cast<Bytes>(values <= cut->threshold) | cut->keep;
      }
      left[i] = of_set;
    }
    add_leaves<kRows>(left, set.words, leaves, count, sums);
  }
}

constexpr size_t kHalf = kTreeRows / 2;  // one vector of AVX2, two of what every x86-64 has

ARTICLE_WITH_AVX2 void add_trees_avx2(const TreeSet& set, const uint8_t* block, size_t count, int32_t* sums) noexcept {
  add_trees<kHalf>(set, block, count, sums);
}
#ifdef ARTICLE_X86_64
ARTICLE_WITH_AVX512 void add_trees_avx512(const TreeSet& set, const uint8_t* block, size_t count,
                                          int32_t* sums) noexcept {
  add_trees<kTreeRows>(set, block, count, sums);
}
#endif

void add_all(const TreeSet& set, const uint8_t* block, size_t count, int32_t* sums) noexcept {
#ifdef ARTICLE_X86_64
  if (has_avx512() && set.nodes != nullptr) {
    evaluate_nodes_avx512(set, block, sums);
    return;
  }
  if (has_avx512()) {
    add_trees_avx512(set, block, count, sums);
    return;
  }
#endif
  const bool wide = has_avx2();
  if (wide && set.words == 1) {
    evaluate_cuts_avx2(set, block, count, sums);
    return;
  }
  for (size_t first = 0; first < count; first += kHalf) {
    const size_t rows = std::min(kHalf, count - first);
    if (wide) {
      add_trees_avx2(set, block + first, rows, sums + first);
    } else {
      add_trees<kHalf>(set, block + first, rows, sums + first);
    }
  }
}

}  // namespace

void evaluate_trees(const TreeSet& set, const uint8_t* const* columns, const uint32_t* rows, size_t count,
                    TreeLine* block, int32_t* sums) noexcept {
  int32_t all[kTreeRows] = {};
  gather_inputs(set, columns, rows, count, block->rows);
  add_all(set, block->rows, count, all);
  std::copy_n(all, count, sums);
}

}  // namespace article
