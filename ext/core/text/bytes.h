// The first byte of a kind, sixteen bytes at a time.
//
//   struct EndsLine {
//     template <typename Byte>
//     auto operator()(Byte byte) const { constexpr uint8_t kLf = 10; constexpr uint8_t kCr = 13; return (byte == kLf) |
//     (byte == kCr); }
//   };
//   find_byte(text, 0, text.size(), EndsLine());
//
// The test is written once for one byte and for a vector of them: comparisons and | only.  Vectors are what both
// compilers have for every machine; the tail is read byte by byte.  Cost: about a tenth of a nanosecond a byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace article {

inline bool is_digit(char byte) noexcept {
  return byte >= '0' && byte <= '9';
}

typedef uint8_t ByteBlock __attribute__((vector_size(16)));

// A bit for each byte of a block of which `mask` has all bits or none.
inline uint64_t bits_of(ByteBlock mask) noexcept {
#ifdef __SSE2__
  typedef char Signs __attribute__((vector_size(16)));
  return static_cast<uint16_t>(__builtin_ia32_pmovmskb128(reinterpret_cast<Signs>(mask)));
#else
  uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof(halves));
  constexpr uint64_t kOneEach = 0x8040201008040201U;
  constexpr uint64_t kSumToTop = 0x0101010101010101U;
  return (halves[0] & kOneEach) * kSumToTop >> 56U | ((halves[1] & kOneEach) * kSumToTop >> 56U) << 8U;
#endif
}

// The bytes of a block, added.
inline uint32_t sum_of(ByteBlock block) noexcept {
#ifdef __SSE2__
  typedef char Bytes __attribute__((vector_size(16)));
  const auto sums = __builtin_ia32_psadbw128(reinterpret_cast<Bytes>(block), Bytes{});
  return static_cast<uint32_t>(sums[0] + sums[1]);
#else
  uint64_t halves[2];
  std::memcpy(halves, &block, sizeof(halves));
  constexpr uint64_t kEven = 0x00FF00FF00FF00FFULL;
  constexpr uint64_t kSumToTop = 0x0001000100010001ULL;
  uint64_t sum = 0;
  for (const uint64_t half : halves) {
    sum += (((half & kEven) + (half >> 8U & kEven)) * kSumToTop) >> 48U;
  }
  return static_cast<uint32_t>(sum);
#endif
}

// The first place in text[at, end) whose byte passes; `end` if none does.
template <typename Test>
size_t find_byte(std::string_view text, size_t at, size_t end, Test test) noexcept {
  for (; end - at >= sizeof(ByteBlock); at += sizeof(ByteBlock)) {
    ByteBlock block;
    std::memcpy(&block, text.data() + at, sizeof(block));
    const uint64_t passed = bits_of(reinterpret_cast<ByteBlock>(test(block)));
    if (passed != 0) {
      return at + static_cast<size_t>(__builtin_ctzll(passed));
    }
  }
  while (at < end && !test(static_cast<uint8_t>(text[at]))) {
    ++at;
  }
  return at;
}

// How many bytes of `text` are `wanted`.
inline size_t count_byte(std::string_view text, uint8_t wanted) noexcept {
  size_t count = 0;
  size_t at = 0;
  while (text.size() - at >= sizeof(ByteBlock)) {
    // Counts of each place of the blocks, one byte each: as many blocks as these can count.
    constexpr size_t kMostBlocks = 255;
    ByteBlock counts{};
    for (size_t i = 0; i < kMostBlocks && text.size() - at >= sizeof(ByteBlock); ++i, at += sizeof(ByteBlock)) {
      ByteBlock block;
      std::memcpy(&block, text.data() + at, sizeof(block));
      counts -= reinterpret_cast<ByteBlock>(block == wanted);
    }
    for (size_t i = 0; i < sizeof(counts); ++i) {
      count += counts[i];
    }
  }
  for (; at < text.size(); ++at) {
    count += static_cast<uint8_t>(text[at]) == wanted ? 1U : 0U;
  }
  return count;
}

}  // namespace article
