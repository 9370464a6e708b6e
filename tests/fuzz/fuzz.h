// A fuzzer is one function of this signature.  With the preset fuzz libFuzzer drives it; in every other build
// replay_main.cpp does, over files and over texts made by chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace article::test {

// Ends the program where a promise is broken, so that the driver keeps the input.
inline void require(bool kept, const char* promise) {
  if (!kept) {
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
  }
}

// The first byte of an input, which chooses, and the others in a buffer of exactly their size, so that a sanitizer sees
// each read behind them.
class ChosenText {
 public:
  ChosenText(const uint8_t* data, size_t size)
      : choice_(size == 0 ? uint8_t{0} : data[0]), length_(size == 0 ? 0 : size - 1), bytes_(new char[length_]) {
    if (length_ > 0) {
      std::memcpy(bytes_.get(), data + 1, length_);
    }
  }
  uint8_t choice() const noexcept { return choice_; }
  std::string_view text() const noexcept { return {bytes_.get(), length_}; }

 private:
  uint8_t choice_;
  size_t length_;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace article::test
