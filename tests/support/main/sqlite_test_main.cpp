// main() of the Catch2 programs that watch SQLite's memory: the allocator must be in place before the first connection.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "support/memory_methods.h"

int main(int argc, char** argv) {
  article::test::Allocations::install();
  return Catch::Session().run(argc, argv);
}
