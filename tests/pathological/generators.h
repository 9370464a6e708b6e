// Texts that are hard on readers: each generator makes one of about n bytes.
#pragma once

#include <cstddef>
#include <string>

namespace article::test {

struct Generator {
  const char* name;
  std::string (*make)(size_t bytes);
};

// The first one is plain news, to which the others are compared.
extern const Generator kGenerators[];
extern const size_t kGeneratorCount;

}  // namespace article::test
