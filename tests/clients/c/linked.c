/* A C application with the extension inside: every connection that it opens has the functions.
 *
 *   cc linked.c $(pkg-config --cflags --libs --static sqlite_article) -o linked && ./linked - page.txt
 */
#include <sqlite_article.h>

#include "print.h"

int main(int argc, char** argv) {
  sqlite3* database = NULL;
  if (argc < 3 || sqlite3_auto_extension((void (*)(void))sqlite3_article_init) != SQLITE_OK ||
      sqlite3_open(":memory:", &database) != SQLITE_OK) {
    return 2;
  }
  const int code = print_article(database, argv[2]);
  sqlite3_close(database);
  return code;
}
