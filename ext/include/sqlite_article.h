/* sqlite-article linked into an application.
 *
 *   #include <sqlite_article.h>
 *   sqlite3_auto_extension((void (*)(void))sqlite3_article_init);   // every connection opened from now on has the
 * functions
 *
 * or for one connection: sqlite3_article_init(database, &error, NULL), where *error is to be freed with sqlite3_free().
 * Returns SQLITE_OK, or an SQLite error code.  Calling it again on the same connection does nothing.
 */
#ifndef SQLITE_ARTICLE_H
#define SQLITE_ARTICLE_H

#include <sqlite3.h>

#ifdef _WIN32
#define ARTICLE_EXPORT __declspec(dllexport)
#else
#define ARTICLE_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3_api_routines;
ARTICLE_EXPORT int sqlite3_article_init(sqlite3* database, char** error, const struct sqlite3_api_routines* api);

#ifdef __cplusplus
}
#endif

#endif
