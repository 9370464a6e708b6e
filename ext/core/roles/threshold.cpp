#include "core/roles/threshold.h"

#include "core/roles/evidence.h"

namespace article {

int32_t least_body_opinion(const uint8_t* opinion, const UnitStats* stats, size_t units) noexcept {
  // Lengths in 255ths of a character, as probabilities are.
  uint64_t length[256] = {};
  for (size_t i = 0; i < units; ++i) {
    length[opinion[i]] += length_of(stats[i]);
  }
  uint64_t probable = 0;
  for (size_t o = 0; o < 256; ++o) {
    probable += length[o] * probability_of(static_cast<uint8_t>(o));
  }
  uint64_t taken = 0;
  uint64_t right = 0;
  double best = 0;
  int32_t least = kSurestBody;
  for (int32_t o = 255; o >= kFaintestBody; --o) {
    taken += length[o] * 255U;
    right += length[o] * probability_of(static_cast<uint8_t>(o));
    const double f1 = static_cast<double>(right) / static_cast<double>(taken + probable + 1);
    if (o <= kSurestBody && f1 > best) {
      best = f1;
      least = o;
    }
  }
  return least;
}

}  // namespace article
