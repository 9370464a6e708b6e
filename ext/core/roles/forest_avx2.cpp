// A forest with one output, 32 rows at once with AVX2: the bytes of the leaves' values are looked up sixteen leaves at
// a time, and the answers to the last questions choose between what was found.  What forest.cpp calculates, a third of
// the instructions.
#include "core/cpu.h"
#include "core/roles/forest.h"

#ifdef ARTICLE_X86_64
#include <immintrin.h>

#include <algorithm>

namespace article {

namespace {

constexpr size_t kRows = 32;         // of a vector
constexpr size_t kVectors = 8;       // of rows, for which a tree's tables are made once
constexpr size_t kTableLeaves = 16;  // that one look-up chooses from
constexpr size_t kTableLevels = 4;
constexpr size_t kTables = size_t{1} << (kWideDepth - kTableLevels);

// The low or the high bytes of the values of a tree's leaves.
struct LeafBytes {
  alignas(32) uint8_t bytes[kTables][kTableLeaves];
};

ARTICLE_WITH_AVX2 inline void split_values(const int16_t* values, LeafBytes* low, LeafBytes* high) noexcept {
  const __m256i byte = _mm256_set1_epi16(0xFF);
  for (size_t i = 0; i < kTables; i += 2) {
    const auto* at = reinterpret_cast<const __m256i*>(values + i * kTableLeaves);
    const __m256i front = _mm256_loadu_si256(at);
    const __m256i back = _mm256_loadu_si256(at + 1);
    constexpr int kInOrder = 0b11011000;  // packing goes by halves of vectors
    const auto store = [&](uint8_t* to, __m256i packed) ARTICLE_WITH_AVX2 {
      _mm256_store_si256(reinterpret_cast<__m256i*>(to), _mm256_permute4x64_epi64(packed, kInOrder));
    };
    store(low->bytes[i], _mm256_packus_epi16(_mm256_and_si256(front, byte), _mm256_and_si256(back, byte)));
    store(high->bytes[i], _mm256_packus_epi16(_mm256_srli_epi16(front, 8), _mm256_srli_epi16(back, 8)));
  }
}

// What 32 rows answer to the questions of a tree.
struct Answers {
  __m256i leaf;  // its number among those of a table
  __m256i no[kWideDepth - kTableLevels];
};

ARTICLE_WITH_AVX2 inline __m256i not_greater(const uint8_t* values, uint8_t threshold) noexcept {
  const __m256i limit = _mm256_set1_epi8(static_cast<char>(threshold));
  return _mm256_cmpeq_epi8(_mm256_max_epu8(limit, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values))), limit);
}

ARTICLE_WITH_AVX2 inline Answers ask(const Question* questions, const uint8_t* const* at, size_t first) noexcept {
  Answers answers;
  answers.leaf = _mm256_setzero_si256();
  for (size_t level = 0; level < kWideDepth; ++level) {
    const __m256i no = not_greater(at[level] + first, questions[level].threshold);
    if (level < kTableLevels) {
      const __m256i yes = _mm256_andnot_si256(no, _mm256_set1_epi8(static_cast<char>(1 << level)));
      answers.leaf = _mm256_or_si256(answers.leaf, yes);
    } else {
      answers.no[level - kTableLevels] = no;
    }
  }
  return answers;
}

ARTICLE_WITH_AVX2 inline __m256i look_up(const LeafBytes& table, const Answers& answers) noexcept {
  __m256i found[kTables];
  for (size_t i = 0; i < kTables; ++i) {
    const __m128i bytes = _mm_load_si128(reinterpret_cast<const __m128i*>(table.bytes[i]));
    found[i] = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bytes), answers.leaf);
  }
  size_t left = kTables;
  for (const __m256i& no : answers.no) {
    left /= 2;
    for (size_t i = 0; i < left; ++i) {
      found[i] = _mm256_blendv_epi8(found[2 * i + 1], found[2 * i], no);
    }
  }
  return found[0];
}

}  // namespace

ARTICLE_WITH_AVX2 void evaluate_forest_avx2(const Forest& forest, const uint8_t* const* columns, size_t rows,
                                            int16_t* sums) noexcept {
  constexpr size_t kLeaves = size_t{1} << kWideDepth;
  for (size_t first = 0; first < rows; first += kVectors * kRows) {
    const size_t vectors = std::min(kVectors, (rows - first + kRows - 1) / kRows);
    __m256i out[kVectors][2];  // of a vector's rows 0-7 and 16-23, and the others
    for (size_t i = 0; i < vectors; ++i) {
      out[i][0] = out[i][1] = _mm256_setzero_si256();
    }
    for (size_t tree = 0; tree < forest.trees; ++tree) {
      const Question* questions = forest.questions + tree * kWideDepth;
      const uint8_t* at[kWideDepth];
      for (size_t level = 0; level < kWideDepth; ++level) {
        at[level] = columns[questions[level].column] + first + questions[level].offset;
      }
      LeafBytes low;
      LeafBytes high;
      split_values(forest.leaves + tree * kLeaves, &low, &high);
      for (size_t i = 0; i < vectors; ++i) {
        const Answers answers = ask(questions, at, i * kRows);
        const __m256i low_found = look_up(low, answers);
        const __m256i high_found = look_up(high, answers);
        out[i][0] = _mm256_add_epi16(out[i][0], _mm256_unpacklo_epi8(low_found, high_found));
        out[i][1] = _mm256_add_epi16(out[i][1], _mm256_unpackhi_epi8(low_found, high_found));
      }
    }
    for (size_t i = 0; i < vectors; ++i) {
      int16_t in_order[kRows];
      auto* halves = reinterpret_cast<__m256i*>(in_order);
      _mm256_storeu_si256(halves, _mm256_permute2x128_si256(out[i][0], out[i][1], 0x20));
      _mm256_storeu_si256(halves + 1, _mm256_permute2x128_si256(out[i][0], out[i][1], 0x31));
      const size_t row = first + i * kRows;
      std::copy_n(in_order, std::min(kRows, rows - row), sums + row);
    }
  }
}

}  // namespace article

#else

namespace article {

void evaluate_forest_avx2(const Forest&, const uint8_t* const*, size_t, int16_t*) noexcept {}  // never called

}  // namespace article

#endif
