// Texts by chance, the same for the same seed: random bytes, and pages put together from what news pages are made of.
//
//   TextMaker maker(42);
//   maker.bytes(1000);     // any bytes
//   maker.page(4000);      // lines of phrases of the data, numbers, times, quotes, names; some of them damaged
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace article::test {

// splitmix64: a few operations a number, any seed is good.
class Random {
 public:
  explicit Random(uint64_t seed) noexcept : state_(seed) {}
  uint64_t next() noexcept;
  size_t below(size_t bound) noexcept { return bound == 0 ? 0 : static_cast<size_t>(next() % bound); }
  bool one_in(size_t n) noexcept { return below(n) == 0; }

 private:
  uint64_t state_;
};

class TextMaker {
 public:
  explicit TextMaker(uint64_t seed);

  std::string bytes(size_t size);
  std::string page(size_t about_bytes);
  Random& random() noexcept { return random_; }

 private:
  void add_line(std::string* out);
  void add_fragment(std::string* out);
  void damage(std::string* text);

  Random random_;
  const std::vector<std::string>& phrases_;
};

// The phrases of the data (second field of each line of ext/data/**.tsv), sorted.
const std::vector<std::string>& data_phrases();

// An invented news page in English of about 2 kB: headline, byline, dateline, quotes, related lists.
std::string_view sample_page() noexcept;

}  // namespace article::test
