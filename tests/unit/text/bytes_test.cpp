#include <catch2/catch.hpp>
#include <string>

#include "core/text/bytes.h"

using namespace article;

namespace {

struct IsMark {
  template <typename Byte>
  auto operator()(Byte byte) const {
    constexpr uint8_t kMark = '|';
    constexpr uint8_t kLast = 0xFF;
    return (byte == kMark) | (byte == kLast);
  }
};

}  // namespace

TEST_CASE("the first byte of a kind is found wherever it stands, and none beyond the end") {
  for (size_t size = 0; size <= 70; ++size) {
    for (size_t mark = 0; mark <= size; ++mark) {
      std::string text(size, 'a');
      if (mark < size) {
        text[mark] = mark % 2 == 0 ? '|' : '\xFF';
      }
      for (size_t from = 0; from <= size; from += 7) {
        const size_t expected = mark >= from ? mark : size;
        CHECK(find_byte(text, from, size, IsMark()) == expected);
        CHECK(find_byte(text + "|", from, size, IsMark()) == expected);
      }
    }
  }
}
