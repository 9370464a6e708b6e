// Functions that are compiled twice, for every x86-64 and for those with AVX2, and chosen while the program runs:
//
//   inline __attribute__((always_inline)) void add(...) {...}   // on vectors of 32 bytes: what both compilers lower
//   ARTICLE_WITH_AVX2 void add_wide(...) { add(...); }
//   void add_any(...) { has_avx2() ? add_wide(...) : add(...); }
//
// Both come from one source and calculate with integers, so that every machine has the same result.
#pragma once

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define ARTICLE_X86_64
#define ARTICLE_WITH_AVX2 __attribute__((target("avx2,bmi")))
#define ARTICLE_WITH_AVX512 __attribute__((target("avx512f,avx512bw,bmi")))
#else
#define ARTICLE_WITH_AVX2
#endif

namespace article {

inline bool has_avx2() noexcept {
#ifdef ARTICLE_X86_64
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
#else
  return false;
#endif
}
inline bool has_avx512() noexcept {
#ifdef ARTICLE_X86_64
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi");
#else
  return false;
#endif
}

}  // namespace article
