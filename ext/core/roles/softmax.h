// The exponential function, the same to the bit on every machine of a kind: a mathematical library chooses one by the
// processor.
//
//   Eight values{...};  to_exp(&values)
//
// 2^x for x = k + f: k goes into the exponent, f into a polynomial.  Cost: five instructions a value.
#pragma once

#include <cstdint>

namespace article {

typedef float Eight __attribute__((vector_size(32)));

// *x = e^*x for -80 <= *x <= 0, off by less than the last bit of a float.
inline __attribute__((always_inline)) void to_exp(Eight* x) noexcept {
  typedef double Doubles __attribute__((vector_size(64)));
  typedef int64_t Longs __attribute__((vector_size(64)));
  constexpr double kLog2OfE = 1.4426950408889634;
  constexpr double kToWhole = 6755399441055744.0;  // 1.5 * 2^52: what is added to it is rounded to a whole number
  constexpr int kExponentBits = 52;
  constexpr int64_t kBias = 1023;
  // Of the Taylor series of 2^f, |f| <= 1/2; the rest is less than 10^-8.
  constexpr double kSeries[] = {1.0,
                                0.69314718055994531,
                                0.24022650695910071,
                                0.055504108664821580,
                                0.0096181291076284772,
                                0.0013333558146428443,
                                0.00015403530393381609,
                                0.000015252733804059840,
                                0.0000013215486790144309};
  const Doubles scaled = __builtin_convertvector(*x, Doubles) * kLog2OfE;
  const Doubles whole = scaled + kToWhole;
  const Doubles f = scaled - (whole - kToWhole);
  Doubles power = Doubles{} + kSeries[8];
  for (int i = 7; i >= 0; --i) {
    power = power * f + kSeries[i];
  }
  const auto exponent = (reinterpret_cast<Longs>(whole) << kExponentBits) + (kBias << kExponentBits);
  *x = __builtin_convertvector(power * reinterpret_cast<Doubles>(exponent), Eight);
}

}  // namespace article
