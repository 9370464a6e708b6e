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

std::string without(std::string line, std::string_view bytes) {
  line.erase(
      std::remove_if(line.begin(), line.end(), [&](char byte) { return bytes.find(byte) != std::string_view::npos; }),
      line.end());
  return line;
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
    [](const std::string& line, const std::string& next) {
      return line.substr(std::min<size_t>(line.size(), 1)) + next;
    },
    [](const std::string& line, const std::string& next) {
      return line.substr(0, line.find_last_not_of("\r\n")) + "\n" + next;
    },
    [](const std::string& line, const std::string& next) { return without(line, "0123456789") + next; },
    [](const std::string& line, const std::string& next) { return without(line, ":;.,-/") + next; },
    [](const std::string& line, const std::string& next) { return "\t" + line + "\t" + next; },
};

// Lines that mean something in one format or another, where they are not expected.
constexpr std::string_view kStrayLines[] = {
    "###",
    "-30-",
    "Page 3 of 12",
    "By ADA WRITER",
    "Copyright 2019 Example Post",
    "November 7, 2019 Thursday",
    "7 November 2019 11:55",
    "LENGTH: 412 words",
    "HEADLINE: Rain",
    "BYLINE:",
    "Body",
    "Source: Example Post",
    "From: ada@example.org",
    "Date: Thu, 7 Nov 2019 11:55:00 +0400",
    "From ada@example.org Thu Nov  7 11:55:00 2019",
    "-- ",
    "--boundary--",
    "(ADDS details)",
    "BAKU, Nov. 7, 2019 (EXA) -- It rained.",
    "BAKU (Example) - It rained.",
    "Contact: ada@example.org http://example.org",
    "SOURCE Example Works",
    "\x03",
    "\x04",
    "AP-NY-11-07-19 1145GMT<",
    "071155 Nov 19",
    "exa ab cd",
    "Document EXA0000020191107efb70000a",
    "TD",
    "LP",
    "ID: 1234567",
    "Full text:",
    "____________________",
    "* * *",
    "</TEXT>",
    "WARC/1.0",
    "== Sources ==",
    "}}",
    "1.\xC2\xA0Rain ends drought",
    "Rain ends drought; the very driest part of the country waits, by A. Writer."};

// Lines from <= i < to, as they are.
std::string part(const std::vector<std::string>& lines, size_t from, size_t to) {
  std::string text;
  for (size_t i = from; i < std::min(to, lines.size()); ++i) {
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
  const size_t count = lines.size();
  for (size_t i = 0; i < count; i += file.archive ? 1 : 5) {
    const std::string before = part(lines, 0, i);
    const std::string after = part(lines, i + 2, count);
    for (size_t k = i % 3; k < std::size(kChanges); k += file.archive ? 3 : 6) {
      read(before + kChanges[k](lines[i], i + 1 < count ? lines[i + 1] : std::string()) + after, i, k);
    }
    size_t k = std::size(kChanges);
    read(before, i, k++);                              // cut off here
    read(part(lines, i, count), i, k++);               // begins here
    read(before + part(lines, i + 9, count), i, k++);  // without the next lines
    for (size_t stray = i * 7; stray < i * 7 + 3; ++stray) {
      const std::string line(kStrayLines[stray % std::size(kStrayLines)]);
      read(before + line + "\n" + part(lines, i, count), i, k++);
    }
  }
}

}  // namespace article::test
