// Fuzzer of the SQL functions: any bytes as text, through every function, in a UTF-8 and in a UTF-16 database.
//
// The first byte chooses options; with its highest bit the second part of the input is an option value itself.  The
// rules of support/row_rules.cpp are checked on each row; the same text must give the same rows again and, where it is
// valid UTF-8, in UTF-16.  SQLite's allocator gives blocks of exactly the size asked for, so that a sanitizer sees one
// byte too many.
#include <string>

#include "fuzz/fuzz.h"
#include "support/database.h"
#include "support/invariants.h"
#include "support/memory_methods.h"

namespace {

using namespace article::test;

struct Session {
  static bool install() {
    Allocations::install();
    return true;
  }
  bool installed = install();
  Database utf8;
  Database utf16{Encoding::kUtf16};
  FunctionProbe probe{utf8};
  FunctionProbe probe16{utf16};
};

Session& session() {
  static auto* const kept = new Session;
  return *kept;
}

constexpr CallOptions kOptions[] = {{},
                                    {"2019-11-08T09:00:00Z", "+04:00", "en", false},
                                    {"2020-02-29", "EST", "de", true},
                                    {"", "", "ar", true},
                                    {"9999-12-31T23:59:59", "+14:00", "zh", false},
                                    {"0001-01-01", "-12:00", "", true}};

// SQLite replaces U+FFFE and U+FFFF on the way to UTF-16.
bool survives_utf16(std::string_view text) {
  return is_valid_utf8(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

// Any option value is either read or refused with an error; it never stops the connection from working.
void read_option(std::string_view value, uint8_t choice) {
  CallOptions options;
  (choice % 3 == 0 ? options.reference_time : choice % 3 == 1 ? options.timezone : options.language) = value;
  try {
    session().probe.read("A headline\n12:31\nyesterday", options);
  } catch (const Violation& violation) {
    const std::string what = violation.what();
    require(what.find("SQL error") != std::string::npos && what.find(" is not ") != std::string::npos, what.c_str());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const uint8_t choice = size == 0 ? 0 : data[0];
  const std::string_view rest(reinterpret_cast<const char*>(data) + (size == 0 ? 0 : 1), size == 0 ? 0 : size - 1);
  if ((choice & 0x80U) != 0 && rest.size() < 80) {
    read_option(rest, choice);
    return 0;
  }
  const CallOptions& options = kOptions[(choice & 0x3FU) % std::size(kOptions)];
  try {
    const std::string rows = session().probe.read(rest, options);
    if ((choice & 0x40U) != 0) {
      session().probe.read("Another text\nthat takes the place of the one before", {});
      require(session().probe.read(rest, options) == rows, "the same text gives the same rows again");
      require(!survives_utf16(rest) || session().probe16.read(rest, options) == rows, "UTF-16 gives the rows of UTF-8");
    }
  } catch (const std::exception& problem) {
    require(false, problem.what());
  }
  return 0;
}
