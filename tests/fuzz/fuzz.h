// A fuzzer is one function of this signature.  With the preset fuzz libFuzzer drives it; in every other build
// replay_main.cpp does, over files and over texts made by chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace article::test {

// Ends the program where a promise is broken, so that the driver keeps the input.
inline void require(bool kept, const char* promise) {
  if (!kept) {
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
  }
}

}  // namespace article::test
