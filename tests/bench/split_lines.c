/* The least that a table function over text can do, to compare with: split_lines(text) gives each line, split at LF.
 *
 * Cost: one memchr a line; the text is held for as long as the cursor is open.
 */
#include <sqlite3ext.h>
#include <string.h>
SQLITE_EXTENSION_INIT1

typedef struct {
  sqlite3_vtab_cursor base;
  char* text;
  size_t size, begin, end;
  sqlite3_int64 row;
} Cursor;

static int lines_connect(sqlite3* db, void* data, int argc, const char* const* argv, sqlite3_vtab** out, char** error) {
  (void)data, (void)argc, (void)argv, (void)error;
  *out = sqlite3_malloc(sizeof(sqlite3_vtab));
  if (*out == NULL) return SQLITE_NOMEM;
  memset(*out, 0, sizeof(sqlite3_vtab));
  return sqlite3_declare_vtab(db, "CREATE TABLE x(line TEXT, text HIDDEN)");
}
static int lines_disconnect(sqlite3_vtab* table) {
  sqlite3_free(table);
  return SQLITE_OK;
}
static int lines_best_index(sqlite3_vtab* table, sqlite3_index_info* info) {
  (void)table;
  for (int i = 0; i < info->nConstraint; ++i) {
    if (info->aConstraint[i].iColumn == 1 && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ &&
        info->aConstraint[i].usable) {
      info->aConstraintUsage[i].argvIndex = 1;
      info->aConstraintUsage[i].omit = 1;
      info->estimatedCost = 1000;
      return SQLITE_OK;
    }
  }
  return SQLITE_CONSTRAINT;
}
static int lines_open(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  (void)table;
  Cursor* cursor = sqlite3_malloc(sizeof(Cursor));
  if (cursor == NULL) return SQLITE_NOMEM;
  memset(cursor, 0, sizeof(*cursor));
  *out = &cursor->base;
  return SQLITE_OK;
}
static int lines_close(sqlite3_vtab_cursor* base) {
  sqlite3_free(((Cursor*)base)->text);
  sqlite3_free(base);
  return SQLITE_OK;
}
static void find_end(Cursor* cursor) {
  const char* end = memchr(cursor->text + cursor->begin, '\n', cursor->size - cursor->begin);
  cursor->end = end == NULL ? cursor->size : (size_t)(end - cursor->text);
}
static int lines_filter(sqlite3_vtab_cursor* base, int plan, const char* text, int argc, sqlite3_value** argv) {
  (void)plan, (void)text, (void)argc;
  Cursor* cursor = (Cursor*)base;
  const unsigned char* bytes = sqlite3_value_text(argv[0]);
  sqlite3_free(cursor->text);
  cursor->size = (size_t)sqlite3_value_bytes(argv[0]);
  cursor->text = sqlite3_malloc64(cursor->size + 1);
  if (cursor->text == NULL) return SQLITE_NOMEM;
  if (cursor->size > 0) memcpy(cursor->text, bytes, cursor->size);
  cursor->begin = 0;
  cursor->row = 1;
  find_end(cursor);
  return SQLITE_OK;
}
static int lines_next(sqlite3_vtab_cursor* base) {
  Cursor* cursor = (Cursor*)base;
  cursor->begin = cursor->end + 1;
  ++cursor->row;
  if (cursor->begin < cursor->size) find_end(cursor);
  return SQLITE_OK;
}
static int lines_eof(sqlite3_vtab_cursor* base) {
  return ((Cursor*)base)->begin >= ((Cursor*)base)->size;
}
static int lines_column(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
  const Cursor* cursor = (Cursor*)base;
  if (column == 0) {
    sqlite3_result_text64(context, cursor->text + cursor->begin, cursor->end - cursor->begin, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return SQLITE_OK;
}
static int lines_rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = ((Cursor*)base)->row;
  return SQLITE_OK;
}

static sqlite3_module module = {.xConnect = lines_connect, .xBestIndex = lines_best_index, .xDisconnect = lines_disconnect,
                                .xOpen = lines_open, .xClose = lines_close, .xFilter = lines_filter, .xNext = lines_next,
                                .xEof = lines_eof, .xColumn = lines_column, .xRowid = lines_rowid};

__attribute__((visibility("default"))) int sqlite3_splitlines_init(sqlite3* db, char** error, const sqlite3_api_routines* api) {
  (void)error;
  SQLITE_EXTENSION_INIT2(api);
  return sqlite3_create_module(db, "split_lines", &module, NULL);
}
