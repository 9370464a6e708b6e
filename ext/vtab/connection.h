// What all functions of one database connection share.
#pragma once

#include "vtab/documents.h"
#include "vtab/function.h"
#include "vtab/sqlite.h"

namespace article {

// Reference counted: every registered module and scalar function holds it; the last one to be dropped frees it.
struct Connection {
  sqlite3* database = nullptr;
  DocumentCache documents;
  int references = 0;
};

// A registered function: what SQLite hands back as its client data.
struct Registration {
  Connection* connection;
  const char* name;
  const FunctionEntry* entry;
};

int register_functions(sqlite3* database);
int register_table_function(sqlite3* database, const char* name, Registration* registration, void (*destroy)(void*));
int register_scalar_function(sqlite3* database, const char* name, int arguments, Registration* registration,
                             void (*destroy)(void*));

}  // namespace article
