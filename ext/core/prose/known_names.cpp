#include "core/prose/known_names.h"

#include <cstddef>

namespace article {

namespace {

#include "names.inc"

constexpr uint32_t kSlotBits = 17;
constexpr uint32_t kSlots = 1U << kSlotBits;
constexpr uint32_t kKinds = 3U;
static_assert(kGeneratedSlotBits == kSlotBits, "names.py and the look-up differ");
static_assert(sizeof(kNameSlots) / sizeof(kNameSlots[0]) == size_t{kSlots}, "names.py and the look-up differ");

}  // namespace

uint8_t name_kinds(uint32_t word_hash) noexcept {
  const uint32_t spread = word_hash * 0x9E3779B1U;
  const uint32_t fingerprint = (spread & 0x3FFFU) << 2U;
  for (uint32_t at = spread >> (32U - kSlotBits); kNameSlots[at] != 0; at = (at + 1) % kSlots) {
    if ((kNameSlots[at] & ~kKinds) == fingerprint) {
      return static_cast<uint8_t>(kNameSlots[at] & kKinds);
    }
  }
  return 0;
}

}  // namespace article
