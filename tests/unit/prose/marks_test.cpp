#include "core/prose/marks.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

// "begin-end/depth" of each closed pair, the bytes between the marks.
std::string pairs(const std::string& text) {
  std::pmr::vector<MarkPair> found(std::pmr::get_default_resource());
  pair_marks(text, 0, static_cast<uint32_t>(text.size()), &found);
  std::string out;
  for (const MarkPair& pair : found) {
    if (pair.closed()) {
      out += text.substr(pair.open_end, pair.close_begin - pair.open_end) + "/" + std::to_string(pair.depth) + "|";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("marks: the depth of a pair is the number of closed pairs around it") {
  CHECK(pairs("a (b) c") == "b/0|");
  CHECK(pairs("a (b [c] d) e") == "b [c] d/0|c/1|");
  CHECK(pairs("(a (b (c)))") == "a (b (c))/0|b (c)/1|c/2|");
  CHECK(pairs("(a) (b) (c)") == "a/0|b/0|c/0|");
}

TEST_CASE("marks: one that is never closed is around nothing") {
  CHECK(pairs("(a [b] c") == "b/0|");
  CHECK(pairs("\u201CHe came. (a) He left. (b)") == "a/0|b/0|");
  CHECK(pairs("[ \u201CNo,\u201D he said. (a)") == "No,/0|a/0|");
}

TEST_CASE("marks: more than are kept open at once are no error, the inner ones are paired") {
  const std::string open(40, '(');
  const std::string close(40, ')');
  const std::string found = pairs(open + "a" + close);
  CHECK(found.find("a/") != std::string::npos);
}
