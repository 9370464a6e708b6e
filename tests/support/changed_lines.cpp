#include "support/changed_lines.h"

#include <algorithm>
#include <filesystem>

#include "support/corpus.h"

namespace article::test {

namespace {

// A text with its line ends, cut into lines.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string each_byte(std::string line, char (*change)(char)) {
  std::transform(line.begin(), line.end(), line.begin(), change);
  return line;
}

char upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

char next_digit(char byte) {
  return byte >= '0' && byte <= '9' ? static_cast<char>('0' + (byte - '0' + 3) % 10) : byte;
}

// Takes the place of a line, and of the one behind it where a change is about both.
using Change = std::string (*)(const std::string& line, const std::string& next);

constexpr Change kChanges[] = {
    [](const std::string&, const std::string& next) { return next; },
    [](const std::string& line, const std::string& next) { return line + line + next; },
    [](const std::string& line, const std::string& next) { return next + line; },
    [](const std::string& line, const std::string& next) { return line + "\n" + next; },
    [](const std::string& line, const std::string& next) {
      return line.substr(0, line.find_last_not_of("\r\n") + 1) + " " + next;
    },
    [](const std::string& line, const std::string& next) { return line.substr(0, line.size() / 2) + "\n" + next; },
    [](const std::string& line, const std::string& next) { return line.substr(line.size() / 2) + next; },
    [](const std::string& line, const std::string& next) { return line.substr(0, line.find(' ')) + "\n" + next; },
    [](const std::string& line, const std::string& next) { return "        " + line + next; },
    [](const std::string& line, const std::string& next) { return each_byte(line, upper) + next; },
    [](const std::string& line, const std::string& next) { return each_byte(line, next_digit) + next; },
    [](const std::string& line, const std::string&) { return line; },
};

std::string changed(const std::vector<std::string>& lines, size_t at, Change change) {
  std::string text;
  for (size_t i = 0; i < at; ++i) {
    text += lines[i];
  }
  text += change(lines[at], at + 1 < lines.size() ? lines[at + 1] : std::string());
  for (size_t i = at + 2; i < lines.size(); ++i) {
    text += lines[i];
  }
  return text;
}

}  // namespace

std::vector<InventedFile> invented_files() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {"/tests/fuzz/corpus", "/tests/articles"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ARTICLE_SOURCE_DIR) + folder)) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<InventedFile> files;
  for (const std::filesystem::path& path : paths) {
    if (path.extension() == ".txt") {
      files.push_back({path.parent_path().filename().string(), read_file(path.string()), false});
    } else if (path.filename().string().rfind("archive_", 0) == 0) {  // the first byte is an option of the fuzzers
      files.push_back({path.filename().string(), read_file(path.string()).substr(1), true});
    }
  }
  return files;
}

void each_changed_text(const InventedFile& file,
                       const std::function<void(const std::string& text, size_t line, size_t change)>& read) {
  const std::vector<std::string> lines = lines_of(file.text);
  for (size_t i = 0; i < lines.size(); i += file.archive ? 1 : 5) {
    for (size_t k = i % 3; k < std::size(kChanges); k += file.archive ? 3 : 6) {
      read(changed(lines, i, kChanges[k]), i, k);
    }
  }
}

}  // namespace article::test
