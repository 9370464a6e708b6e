// SQLite's allocator replaced: blocks of exactly the size asked for (so that AddressSanitizer sees a read of one byte
// too many, which SQLite's rounding to 8 bytes would hide), counted, and made to fail on demand.
//
//   Allocations::install();                     // once, before the first connection
//   Allocations::fail_at(3, Fail::kOnce);       // the third allocation from now on fails
//   ... ; const bool reached = Allocations::stop_failing();
//
// Cost: one header of 16 bytes a block.
#pragma once

#include <cstdint>

namespace article::test {

enum class Fail { kOnce, kFromThenOn };

struct Allocations {
  static void install();  // throws std::runtime_error if SQLite refuses
  static void fail_at(int64_t nth, Fail how) noexcept;
  static bool stop_failing() noexcept;     // true: an allocation was made to fail
  static int64_t count() noexcept;         // allocations made so far
  static int64_t bytes_in_use() noexcept;  // now
  static int64_t total_bytes() noexcept;   // sum of the sizes of all allocations made so far
  static int64_t peak_bytes() noexcept;    // since reset_peak()
  static void reset_peak() noexcept;
};

}  // namespace article::test
