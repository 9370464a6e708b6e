#include "core/text/utf8.h"

namespace article {

namespace {

bool is_continuation(unsigned char byte) noexcept {
  return (byte & 0xC0U) == 0x80U;
}

// Length that the first byte announces; 0 for a byte that begins nothing.
uint32_t announced_length(unsigned char byte) noexcept {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return 2;
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return 3;
  }
  return byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
}

// The shortest value that needs `length` bytes; lower ones are overlong.
constexpr char32_t kLowest[5] = {0, 0, 0x80, 0x800, 0x10000};

}  // namespace

namespace detail {

CodePoint decode_multibyte(std::string_view text, size_t at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  const uint32_t length = announced_length(first);
  if (length == 0 || text.size() - at < length) {
    return {kInvalid, 1};
  }
  char32_t value = first & (0x7FU >> length);
  for (uint32_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!is_continuation(byte)) {
      return {kInvalid, 1};
    }
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kLowest[length] || surrogate || value > 0x10FFFF) {
    return {kInvalid, 1};
  }
  return {value, length};
}

}  // namespace detail

CodePoint decode_before(std::string_view text, size_t at) noexcept {
  for (uint32_t back = 1; back <= 4 && back <= at; ++back) {
    if (is_continuation(static_cast<unsigned char>(text[at - back]))) {
      continue;
    }
    const CodePoint unit = decode(text, at - back);
    return unit.length == back ? unit : CodePoint{kInvalid, 1};
  }
  return {kInvalid, 1};
}

bool is_boundary(std::string_view text, size_t at) noexcept {
  if (at == 0 || at >= text.size() || !is_continuation(static_cast<unsigned char>(text[at]))) {
    return true;
  }
  for (uint32_t back = 1; back <= 3 && back <= at; ++back) {
    if (!is_continuation(static_cast<unsigned char>(text[at - back]))) {
      return decode(text, at - back).length <= back;
    }
  }
  return true;
}

size_t encode(char32_t code, char* out) noexcept {
  if ((code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) {
    code = kInvalid;
  }
  if (code < 0x80) {
    out[0] = static_cast<char>(code);
    return 1;
  }
  const size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  const uint32_t lead = 0xF00U >> length;  // 110, 1110, 11110 in the low byte
  for (size_t i = length - 1; i > 0; --i) {
    out[i] = static_cast<char>(0x80U | (code & 0x3FU));
    code >>= 6U;
  }
  out[0] = static_cast<char>((lead & 0xFFU) | code);
  return length;
}

}  // namespace article
