// Appends to a DateText; what does not fit is left out.
#pragma once

#include <string_view>

#include "core/time/time.h"

namespace article {

inline void append(DateText* out, char byte) noexcept {
  if (out->length < sizeof(out->bytes)) {
    out->bytes[out->length++] = byte;
  }
}

inline void append(DateText* out, std::string_view text) noexcept {
  for (const char byte : text) {
    append(out, byte);
  }
}

// Decimal, with zeros in front up to `width`.
inline void append_number(DateText* out, int64_t value, int width) noexcept {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value > 0 && count < 19);
  for (int i = count; i < width; ++i) {
    append(out, '0');
  }
  while (count > 0) {
    append(out, digits[--count]);
  }
}

void write_iso(const Instant& instant, DateText* out) noexcept;
void write_clock(const Instant& instant, DateText* out) noexcept;

}  // namespace article
