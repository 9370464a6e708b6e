// article_debug(): version, SQLite version, build options and sizes of the tables, one `key: value` a line.
#include <string>

#include "core/lexicon.h"
#include "vtab/function.h"

namespace article {

namespace {

#if defined(__clang__)
constexpr const char* kCompiler = "clang " __clang_version__;
#elif defined(__GNUC__)
constexpr const char* kCompiler = "gcc " __VERSION__;
#else
constexpr const char* kCompiler = "other";
#endif

void article_debug(const ScalarCall& call) {
  std::pmr::string out(sqlite_memory());
  auto line = [&](std::string_view key, std::string_view value) {
    out.append(key).append(": ").append(value).append("\n");
  };
  auto number = [&](std::string_view key, size_t value) {
    char digits[24];
    sqlite3_snprintf(sizeof(digits), digits, "%llu", static_cast<unsigned long long>(value));
    line(key, digits);
  };
  line("version", ARTICLE_VERSION);
  line("sqlite", sqlite3_libversion());
  line("sqlite_oldest", "3.31.0");
  line("compiler", kCompiler);
  line("build_type", ARTICLE_BUILD_TYPE);
  number("languages", language_count());
  number("phrases", lexicon_sizes().phrases);
  number("phrase_table_bytes", lexicon_sizes().phrase_bytes);
  out.pop_back();  // no line end after the last line
  call.result.text(out);
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_debug, 0, 0, article_debug)

}  // namespace article
