/* A C application that loads article.so at run time.
 *
 *   cc loaded.c -lsqlite3 -o loaded && ./loaded ./article page.txt
 */
#include "print.h"

int main(int argc, char** argv) {
  sqlite3* database = NULL;
  char* error = NULL;
  if (argc < 3 || sqlite3_open(":memory:", &database) != SQLITE_OK) {
    return 2;
  }
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(database, argv[1], NULL, &error) != SQLITE_OK) {
    fprintf(stderr, "%s\n", error);
    sqlite3_free(error);
    return 1;
  }
  const int code = print_article(database, argv[2]);
  sqlite3_close(database);
  return code;
}
