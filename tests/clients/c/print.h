/* What every client of this folder prints: the versions, the headline and the number of lines of one text. */
#ifndef PRINT_H
#define PRINT_H

#include <sqlite3.h>
#include <stdio.h>

static int print_article(sqlite3* database, const char* path) {
  static char text[1 << 20];
  static const char* const kSql =
      "SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)),"
      " (SELECT count(*) FROM article_lines(?1))";
  FILE* file = fopen(path, "rb");
  if (file == NULL) {
    return 2;
  }
  const int size = (int)fread(text, 1, sizeof text, file);
  fclose(file);
  sqlite3_stmt* statement = NULL;
  int code = 1;
  if (sqlite3_prepare_v2(database, kSql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_bind_text(statement, 1, text, size, SQLITE_STATIC) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    printf("sqlite=%s\narticle=%s\nheadline=%s\nlines=%d\n", (const char*)sqlite3_column_text(statement, 0),
           (const char*)sqlite3_column_text(statement, 1), (const char*)sqlite3_column_text(statement, 2),
           sqlite3_column_int(statement, 3));
    code = 0;
  } else {
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
  }
  sqlite3_finalize(statement);
  return code;
}

#endif
