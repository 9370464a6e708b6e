// The words of one language file of ext/data, by kind, for texts that are made of them.
//
//   Words words("de");
//   words.pick("month", 3)   // "Juni": the fourth in an order that is the same for ever
//
// The order is that of the phrases' hashes: a row that is added moves few of the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace article::test {

// FNV-1a, 64 bits.
class Digest {
 public:
  void add(std::string_view bytes) noexcept;
  uint64_t value() const noexcept { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325ULL;
};

class Words {
 public:
  explicit Words(std::string language);

  const std::string& language() const noexcept { return language_; }
  bool has(std::string_view kind) const { return kinds_.count(std::string(kind)) != 0; }
  // "" where the language has none of that kind.
  std::string pick(std::string_view kind, size_t number) const;
  // A template with {kind} in the place of words.  The n-th word of a kind is another for another `number`.
  // False: the language has none of a kind.
  bool fill(std::string_view form, size_t number, std::string* out) const;

 private:
  std::string language_;
  std::map<std::string, std::vector<std::string>> kinds_;
};

// Tags of all languages, sorted.
std::vector<std::string> data_languages();

}  // namespace article::test
