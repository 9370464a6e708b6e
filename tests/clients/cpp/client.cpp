// A C++ application with the extension in one connection only.
#include <sqlite_article.h>

#include <cstdio>

#include "print.h"

int main(int argc, char** argv) {
  sqlite3* database = nullptr;
  char* error = nullptr;
  if (argc < 3 || sqlite3_open(":memory:", &database) != SQLITE_OK) {
    return 2;
  }
  if (sqlite3_article_init(database, &error, nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s\n", error);
    sqlite3_free(error);
    return 1;
  }
  const int code = print_article(database, argv[2]);
  sqlite3_close(database);
  return code;
}
