// The one adaptor of all table functions: an eponymous-only virtual table whose arguments are hidden columns.
//
// HOW IT WORKS.  xBestIndex turns equality constraints on hidden columns into arguments of xFilter (idxNum: which ones;
// idxStr: which columns the statement reads), and an equality on the line of a row into one more.  xFilter reads them,
// asks the connection for the document of the text, and opens the rows of the function.  Rows are made one at a time by
// RowSource::next().
#include <charconv>
#include <cstring>

#include "vtab/arguments.h"
#include "vtab/connection.h"
#include "vtab/guard.h"
#include "vtab/interrupt.h"

namespace article {

namespace {

struct Table : sqlite3_vtab {
  const Registration* registration;

  const TableFunction& function() const noexcept { return *registration->entry->table; }
  int hidden_count() const noexcept { return function().options.scope ? kHiddenCount : kHiddenCount - 1; }
};

struct Cursor : sqlite3_vtab_cursor {
  RowSource* rows = nullptr;
  DocumentPointer document;
  sqlite3_int64 row = 0;
  bool scope_text = false;
  bool one_line = false;  // only rows of line_no
  sqlite3_int64 line_no = 0;

  Table* table() const noexcept { return static_cast<Table*>(pVtab); }
  void clear() noexcept {
    delete rows;
    rows = nullptr;
    document.reset();
  }
};

int set_error(sqlite3_vtab* table, ErrorMessage* error) noexcept {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = error->release();
  return SQLITE_ERROR;
}

// CREATE TABLE with the function's columns and, hidden, its arguments.
char* schema(const TableFunction& function) {
  sqlite3_str* sql = sqlite3_str_new(nullptr);
  sqlite3_str_appendall(sql, "CREATE TABLE x(");
  for (int i = 0; i < function.column_count; ++i) {
    const ColumnName column = function.column(i);
    sqlite3_str_appendf(sql, "\"%w\" %s,", column.name, column.type);
  }
  const int hidden = function.options.scope ? kHiddenCount : kHiddenCount - 1;
  for (int i = 0; i < hidden; ++i) {
    sqlite3_str_appendf(sql, "%s\"%w\" HIDDEN", i == 0 ? "" : ",", hidden_name(i));
  }
  sqlite3_str_appendall(sql, ")");
  return sqlite3_str_finish(sql);
}

int connect(sqlite3* database, void* data, int /*count*/, const char* const* /*words*/, sqlite3_vtab** out,
            char** /*error*/) {
  const auto* registration = static_cast<const Registration*>(data);
  char* sql = schema(*registration->entry->table);
  if (sql == nullptr) {
    return SQLITE_NOMEM;
  }
  int code = sqlite3_declare_vtab(database, sql);
  sqlite3_free(sql);
  if (code == SQLITE_OK) {
    code = sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
  }
  if (code != SQLITE_OK) {
    return code;
  }
  void* block = sqlite3_malloc64(sizeof(Table));
  if (block == nullptr) {
    return SQLITE_NOMEM;
  }
  auto* table = new (block) Table{};
  table->registration = registration;
  *out = table;
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* base) {
  auto* table = static_cast<Table*>(base);
  table->~Table();
  sqlite3_free(table);
  return SQLITE_OK;
}

// Which constraint gives which argument; -1: none.
struct ArgumentPlan {
  int constraint[kHiddenCount] = {-1, -1, -1, -1, -1};
  bool unusable[kHiddenCount] = {};
};

constexpr int kLineGiven = 1 << kHiddenCount;  // of idxNum, beside the bits of the hidden columns

// The constraint that names the line of the rows; -1: none.
int line_constraint(const sqlite3_index_info& info, const TableFunction& function) {
  for (int i = 0; i < info.nConstraint && function.options.line_column != nullptr; ++i) {
    const auto& constraint = info.aConstraint[i];
    const bool visible = constraint.iColumn >= 0 && constraint.iColumn < function.column_count;
    if (constraint.op == SQLITE_INDEX_CONSTRAINT_EQ && constraint.usable != 0 && visible &&
        std::strcmp(function.column(constraint.iColumn).name, function.options.line_column) == 0) {
      return i;
    }
  }
  return -1;
}

ArgumentPlan plan_arguments(const sqlite3_index_info& info, int first_hidden, int hidden_count) {
  ArgumentPlan plan;
  for (int i = 0; i < info.nConstraint; ++i) {
    const auto& constraint = info.aConstraint[i];
    const int hidden = constraint.iColumn - first_hidden;
    if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ || hidden < 0 || hidden >= hidden_count) {
      continue;
    }
    if (constraint.usable == 0) {
      plan.unusable[hidden] = true;
    } else if (plan.constraint[hidden] < 0) {
      plan.constraint[hidden] = i;
    }
  }
  return plan;
}

bool ordered_already(const sqlite3_index_info& info, const TableFunction& function) {
  if (info.nOrderBy != 1 || info.aOrderBy[0].desc != 0 || function.options.order_column == nullptr) {
    return false;
  }
  const int column = info.aOrderBy[0].iColumn;
  return column >= 0 && column < function.column_count &&
         std::strcmp(function.column(column).name, function.options.order_column) == 0;
}

int best_index_guarded(Table* table, sqlite3_index_info* info) {
  const TableFunction& function = table->function();
  const ArgumentPlan plan = plan_arguments(*info, function.column_count, table->hidden_count());
  int next_argument = 0;
  int given = 0;
  for (int hidden = 0; hidden < table->hidden_count(); ++hidden) {
    const int constraint = plan.constraint[hidden];
    if (constraint >= 0) {
      info->aConstraintUsage[constraint].argvIndex = ++next_argument;
      info->aConstraintUsage[constraint].omit = 1;
      given |= 1 << hidden;
    } else if (plan.unusable[hidden]) {
      return SQLITE_CONSTRAINT;  // another order of the join will make it usable
    }
  }
  if ((given & 1) == 0) {
    ErrorMessage error;
    error.set(
        "%s: the argument text is missing; write %s(d.text), with the table of d.text before it in FROM (a RIGHT or "
        "FULL JOIN "
        "cannot give it)",
        table->registration->name, table->registration->name);
    return set_error(table, &error);
  }
  if (const int line = line_constraint(*info, function); line >= 0) {
    info->aConstraintUsage[line].argvIndex = ++next_argument;  // SQLite compares as well: as it compares, not as we do
    given |= kLineGiven;
  }
  info->idxNum = given;
  info->idxStr = sqlite3_mprintf("%llx", static_cast<unsigned long long>(info->colUsed));
  if (info->idxStr == nullptr) {
    return SQLITE_NOMEM;
  }
  info->needToFreeIdxStr = 1;
  info->orderByConsumed = ordered_already(*info, function) ? 1 : 0;
  info->estimatedRows = function.options.one_row ? 1 : 25;
  info->estimatedCost = 1000;
  if (function.options.one_row) {
    info->idxFlags |= SQLITE_INDEX_SCAN_UNIQUE;
  }
  return SQLITE_OK;
}

int best_index(sqlite3_vtab* base, sqlite3_index_info* info) {
  return guarded([&] { return best_index_guarded(static_cast<Table*>(base), info); });
}

int open(sqlite3_vtab* base, sqlite3_vtab_cursor** out) {
  void* block = sqlite3_malloc64(sizeof(Cursor));
  if (block == nullptr) {
    return SQLITE_NOMEM;
  }
  auto* cursor = new (block) Cursor{};
  static_cast<Table*>(base)->registration->connection->documents.cursor_opened();
  *out = cursor;
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* base) {
  auto* cursor = static_cast<Cursor*>(base);
  DocumentCache& documents = cursor->table()->registration->connection->documents;
  cursor->clear();
  cursor->~Cursor();
  sqlite3_free(cursor);
  documents.cursor_closed();
  return SQLITE_OK;
}

int advance(Cursor* cursor) {
  SqliteInterrupt interrupt(cursor->table()->registration->connection->database);
  do {
    if (!cursor->rows->next(interrupt.interrupt())) {
      cursor->clear();
    }
    ++cursor->row;
  } while (cursor->one_line && cursor->rows != nullptr && !cursor->rows->is_of_line(cursor->line_no));
  return SQLITE_OK;
}

int filter_guarded(Cursor* cursor, int given, const char* columns, sqlite3_value** values) {
  Table* table = cursor->table();
  const char* name = table->registration->name;
  cursor->clear();
  cursor->row = 0;
  ErrorMessage error;
  std::string_view text;
  Options options;
  Call call;
  // The options first: a malformed one is an error also where the text is NULL.
  int at = 1;
  for (int hidden = kReferenceTime; hidden < kHiddenCount; ++hidden) {
    if ((given & (1 << hidden)) != 0 && !read_option(name, hidden, values[at++], &options, &call.scope_text, &error)) {
      return set_error(table, &error);
    }
  }
  switch (read_text(name, hidden_name(kTextArgument), values[0], &text, &error)) {
    case TextState::kAbsent:
      return SQLITE_OK;
    case TextState::kError:
      return set_error(table, &error);
    case TextState::kPresent:
      break;
  }
  SqliteInterrupt interrupt(table->registration->connection->database);
  cursor->document = table->registration->connection->documents.get(text, options, interrupt.interrupt());
  call.document = cursor->document;
  std::from_chars(columns, columns + std::strlen(columns), call.columns_used, 16);
  call.shared = table->registration->connection->documents.shared();
  cursor->scope_text = call.scope_text;
  cursor->one_line = (given & kLineGiven) != 0 && sqlite3_value_type(values[at]) == SQLITE_INTEGER;
  cursor->line_no = cursor->one_line ? sqlite3_value_int64(values[at]) : 0;
  cursor->rows = table->function().open(call);
  return advance(cursor);
}

int filter(sqlite3_vtab_cursor* base, int given, const char* columns, int /*count*/, sqlite3_value** values) {
  auto* cursor = static_cast<Cursor*>(base);
  const int code = guarded([&] { return filter_guarded(cursor, given, columns, values); });
  if (code != SQLITE_OK) {
    cursor->clear();
  }
  return code;
}

int next(sqlite3_vtab_cursor* base) {
  auto* cursor = static_cast<Cursor*>(base);
  return guarded([&] { return advance(cursor); });
}

int eof(sqlite3_vtab_cursor* base) {
  return static_cast<Cursor*>(base)->rows == nullptr ? 1 : 0;
}

// The arguments can be read back like any column.
void hidden_column(const Cursor& cursor, int hidden, const Result& result) {
  const Options& options = cursor.document->options();
  switch (hidden) {
    case kTextArgument:
      result.text_or_empty(cursor.document->text());
      break;
    case kReferenceTime:
      result.text(options.reference_time);
      break;
    case kTimezone:
      result.text(options.timezone);
      break;
    case kLanguage:
      result.text(options.language);
      break;
    default:
      result.text(cursor.scope_text ? "text" : "body");
      break;
  }
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const auto* cursor = static_cast<Cursor*>(base);
  return guarded([&] {
    const Result result(context);
    const int visible = cursor->table()->function().column_count;
    if (index < visible) {
      cursor->rows->column(index, result);
    } else {
      hidden_column(*cursor, index - visible, result);
    }
    return SQLITE_OK;
  });
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = static_cast<Cursor*>(base)->row;
  return SQLITE_OK;
}

sqlite3_module make_module() noexcept {
  sqlite3_module module = {};
  module.xConnect = connect;  // no xCreate: eponymous only
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}

const sqlite3_module kModule = make_module();

}  // namespace

int register_table_function(sqlite3* database, const char* name, Registration* registration, void (*destroy)(void*)) {
  return sqlite3_create_module_v2(database, name, &kModule, registration, destroy);
}

}  // namespace article
