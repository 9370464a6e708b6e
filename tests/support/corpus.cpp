#include "support/corpus.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace article::test {

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> read_corpus(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> texts;
  unsigned char length[4];
  while (in.read(reinterpret_cast<char*>(length), sizeof(length))) {
    const uint32_t size = length[0] | static_cast<uint32_t>(length[1]) << 8U | static_cast<uint32_t>(length[2]) << 16U |
                          static_cast<uint32_t>(length[3]) << 24U;
    std::string text(size, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(size))) {
      throw std::runtime_error(file + " is cut off");
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::string> evaluation_pages() {
  return read_corpus(ARTICLE_EVALUATION_CORPUS);
}

std::vector<SuiteCase> suite_cases() {
  const std::vector<std::string> texts = read_corpus(ARTICLE_SUITE_CORPUS);
  std::vector<SuiteCase> cases;
  for (size_t i = 0; i + 2 < texts.size(); i += 3) {
    cases.push_back({texts[i], texts[i + 1], texts[i + 2]});
  }
  return cases;
}

}  // namespace article::test
