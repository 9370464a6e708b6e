// What must hold for any text whatever, checked on what SQL shows: for property tests and for the fuzzers.
//
//   FunctionProbe probe(database);
//   const std::string rows = probe.read(text, options);   // throws Violation
//
// read() calls every function of the extension over one text and checks each row: spans inside the text, ordered and
// on character boundaries; numbers that count from 1; no empty value for an absent one; times of the right shape; JSON
// that is JSON; values that promise to be exactly their bytes; lines that laid end to end are the text; valid UTF-8 in,
// valid UTF-8 out.  What it returns is everything that was read, to be compared with another reading of the same text.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/database.h"

namespace article::test {

class Violation : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct CallOptions {
  std::string_view reference_time;  // "": NULL
  std::string_view timezone;
  std::string_view language;
  bool whole_text = false;  // scope 'text'
};

class FunctionProbe {
 public:
  explicit FunctionProbe(const Database& database);

  std::string read(std::string_view text, const CallOptions& options = {});
  // Rows of one function, or what a scalar one gives.
  std::string read_one(const std::string& function, std::string_view text, const CallOptions& options = {});

 private:
  struct Prepared {
    TableFunctionInfo info;
    std::unique_ptr<Statement> statement;
  };
  struct PreparedScalar {
    ScalarFunctionInfo info;
    std::unique_ptr<Statement> statement;
  };
  void read_table(const Prepared& prepared, std::string_view text, const CallOptions& options, std::string* out);
  void read_scalar(const PreparedScalar& prepared, std::string_view text, const CallOptions& options,
                   std::string* out) const;

  const Database& database_;
  std::vector<Prepared> tables_;
  std::vector<PreparedScalar> scalars_;
};

bool is_valid_utf8(std::string_view text) noexcept;

}  // namespace article::test
