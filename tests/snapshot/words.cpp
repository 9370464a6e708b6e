#include "snapshot/words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace article::test {

namespace {

std::string folder() {
  return std::string(ARTICLE_SOURCE_DIR) + "/ext/data/languages";
}

uint64_t hash_of(std::string_view phrase) {
  Digest digest;
  digest.add(phrase);
  return digest.value();
}

// {d}, {y}, ...: numbers that a form may ask for beside the kinds of words.
std::string number_for(std::string_view name, size_t n) {
  const auto two = [](size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const size_t day = 1 + n * 7 % 31;
  const size_t month = 1 + n * 5 % 12;
  const size_t year = 2019 - n % 23;
  if (name == "d") {
    return std::to_string(day);
  }
  if (name == "dd") {
    return two(day);
  }
  if (name == "mm") {
    return two(month);
  }
  if (name == "y") {
    return std::to_string(year);
  }
  if (name == "yy") {
    return two(year % 100);
  }
  if (name == "h") {
    return std::to_string(1 + n % 12);
  }
  if (name == "hh") {
    return two(n * 5 % 24);
  }
  if (name == "mi") {
    return two(n * 13 % 60);
  }
  if (name == "0" || name == "n") {
    return std::to_string(2 + n * 3 % 11);
  }
  return {};
}

}  // namespace

void Digest::add(std::string_view bytes) noexcept {
  for (const char byte : bytes) {
    value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }
}

Words::Words(std::string language) : language_(std::move(language)) {
  std::ifstream in(folder() + "/" + language_ + ".tsv", std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const size_t begin = line.find('\t');
    const size_t end = line.find('\t', begin + 1);
    if (line[0] != '#' && end != std::string::npos) {
      kinds_[line.substr(0, begin)].push_back(line.substr(begin + 1, end - begin - 1));
    }
  }
  for (auto& [kind, phrases] : kinds_) {
    std::sort(phrases.begin(), phrases.end(), [](const std::string& a, const std::string& b) {
      const uint64_t left = hash_of(a);
      const uint64_t right = hash_of(b);
      return left != right ? left < right : a < b;
    });
  }
}

std::string Words::pick(std::string_view kind, size_t number) const {
  const auto found = kinds_.find(std::string(kind));
  return found == kinds_.end() ? std::string() : found->second[number % found->second.size()];
}

bool Words::fill(std::string_view form, size_t number, std::string* out) const {
  size_t slot = 0;
  for (size_t at = 0; at < form.size();) {
    const size_t open = form.find('{', at);
    out->append(form.substr(at, open == std::string_view::npos ? open : open - at));
    if (open == std::string_view::npos) {
      return true;
    }
    const size_t close = form.find('}', open);
    const std::string_view name = form.substr(open + 1, close - open - 1);
    std::string value = number_for(name, number + slot);
    if (value.empty()) {
      value = pick(name, number + slot);
      if (const size_t count = value.find("{0}"); count != std::string::npos) {
        value.replace(count, 3, number_for("n", number));
      }
    }
    if (value.empty()) {
      return false;
    }
    out->append(value);
    ++slot;
    at = close + 1;
  }
  return true;
}

std::vector<std::string> data_languages() {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::directory_iterator(folder())) {
    found.push_back(file.path().stem().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace article::test
