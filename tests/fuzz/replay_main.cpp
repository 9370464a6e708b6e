// main() of a fuzzer where libFuzzer is not linked in: replays files, then goes on with texts made by chance.
//
//   fuzz_core [--runs=N] [--seconds=N] [--seed=N] [FILE | FOLDER]...
//
// The input that breaks a promise is written to crash-input beside the program's working folder.
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string>

#include "fuzz/fuzz.h"
#include "support/corpus.h"
#include "support/random_text.h"

namespace {

using namespace article::test;

std::string current_input;

void keep_input(int signal) {
  if (std::FILE* file = std::fopen("crash-input", "wb")) {
    std::fwrite(current_input.data(), 1, current_input.size(), file);
    std::fclose(file);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(std::string input) {
  current_input = std::move(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(current_input.data()), current_input.size());
}

uint64_t replay(const std::string& path) {
  if (!std::filesystem::is_directory(path)) {
    run(read_file(path));
    return 1;
  }
  uint64_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    run(read_file(entry.path().string()));
    ++files;
  }
  return files;
}

bool read_number(const char* argument, const char* name, uint64_t* value) {
  const size_t length = std::strlen(name);
  if (std::strncmp(argument, name, length) != 0) {
    return false;
  }
  *value = std::strtoull(argument + length, nullptr, 10);
  return true;
}

// Mostly short texts; now and then one that is long enough to be polled within.
std::string make_input(TextMaker* maker) {
  Random& random = maker->random();
  std::string input(1, static_cast<char>(random.next() & 0xFFU));
  if (random.one_in(4)) {
    return input + maker->bytes(random.below(300));
  }
  return input + maker->page(random.one_in(200) ? 150000 : random.below(random.one_in(8) ? 20000 : 1200));
}

}  // namespace

int main(int argc, char** argv) {
  uint64_t runs = 1000;
  uint64_t seconds = 0;
  uint64_t seed = 1;
  std::signal(SIGABRT, keep_input);
  std::signal(SIGSEGV, keep_input);
  uint64_t replayed = 0;
  for (int i = 1; i < argc; ++i) {
    if (!read_number(argv[i], "--runs=", &runs) && !read_number(argv[i], "--seconds=", &seconds) &&
        !read_number(argv[i], "--seed=", &seed)) {
      replayed += replay(argv[i]);
    }
  }
  TextMaker maker(seed);
  uint64_t made = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  while (seconds > 0 ? std::chrono::steady_clock::now() < end : made < runs) {
    run(make_input(&maker));
    ++made;
  }
  std::printf("%llu files replayed, %llu texts made by chance: no promise broken\n",
              static_cast<unsigned long long>(replayed), static_cast<unsigned long long>(made));
  return 0;
}
