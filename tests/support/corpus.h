// Texts in one file, one after the other, each with its length in front: how pages come from ../shared into C++ tests
// (pages_to_corpus.py writes it).
#pragma once

#include <string>
#include <vector>

namespace article::test {

// Empty where the file is not there.  Throws std::runtime_error for a file that is cut off.
std::vector<std::string> read_corpus(const std::string& file);

// The pages of ../shared/eval, or none where the folder or its corpus file is not there.
std::vector<std::string> evaluation_pages();

// A case of ../shared/suites, without what is expected of it: that is scored elsewhere.
struct SuiteCase {
  std::string text;
  std::string language;        // BCP 47, or ""
  std::string reference_time;  // ISO 8601, or ""
};
std::vector<SuiteCase> suite_cases();

// The text of a file; "" where it is not there.
std::string read_file(const std::string& file);

}  // namespace article::test
