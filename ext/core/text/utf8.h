// UTF-8 read one code point at a time, over any bytes.
//
//   for (size_t at = 0; at < text.size();) { CodePoint c = decode(text, at); ...; at += c.length; }
//
// A byte that is not part of a well-formed sequence is one unit of length 1 with the value kInvalid, so that every
// byte of any input belongs to exactly one unit.  Overlong forms, surrogates and values above U+10FFFF are not
// well-formed (Unicode 15, table 3-7).  Cost: constant per call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article {

constexpr char32_t kInvalid = 0xFFFD;

struct CodePoint {
  char32_t value;
  uint32_t length;  // bytes, 1 to 4
};

namespace detail {
CodePoint decode_multibyte(std::string_view text, size_t at) noexcept;
}

// The unit that begins at `at`; at < text.size().
inline CodePoint decode(std::string_view text, size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return {byte, 1};
  }
  // Most others have two bytes.
  if (byte >= 0xC2 && byte <= 0xDF && text.size() - at >= 2) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0U) == 0x80U) {
      return {(byte & 0x1FU) << 6U | (second & 0x3FU), 2};
    }
  }
  return detail::decode_multibyte(text, at);
}

// The unit that ends before `at`; 0 < at <= text.size() and `at` is a boundary.
CodePoint decode_before(std::string_view text, size_t at) noexcept;

// True unless `at` lies inside a well-formed sequence.
bool is_boundary(std::string_view text, size_t at) noexcept;

// Writes `code` as UTF-8 into `out` (room for 4); the number of bytes.  Surrogates and values beyond U+10FFFF are
// written as U+FFFD.
size_t encode(char32_t code, char* out) noexcept;

}  // namespace article
