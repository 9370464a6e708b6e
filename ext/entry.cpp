// The only exported symbol: what SQLite calls when the file is loaded, and what an application registers with
// sqlite3_auto_extension() when the library is linked in.
#include "include/sqlite_article.h"

#include "vtab/connection.h"

#ifndef SQLITE_CORE
extern "C" {
const sqlite3_api_routines* sqlite3_api = nullptr;
}
#endif

namespace {

// 3.31.0 brought SQLITE_INNOCUOUS and SQLITE_VTAB_INNOCUOUS, without which views could not use the functions safely.
constexpr int kOldestSqlite = 3031000;

}  // namespace

extern "C" ARTICLE_EXPORT int sqlite3_article_init(sqlite3* database, char** error, const sqlite3_api_routines* api) {
#ifndef SQLITE_CORE
  sqlite3_api = api;
#else
  (void)api;
#endif
  if (sqlite3_libversion_number() < kOldestSqlite) {
    *error = sqlite3_mprintf("article: SQLite 3.31.0 or newer is needed, this is %s", sqlite3_libversion());
    return SQLITE_ERROR;
  }
  return article::register_functions(database);
}
