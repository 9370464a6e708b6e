// Registers every function in ext/functions; the list is made by CMake from the names of the files.
#include <cstring>

#include "vtab/connection.h"
#include "vtab/guard.h"

namespace article {

#define ARTICLE_FUNCTION(name) extern const FunctionEntry name##_function;
#include "functions.inc"
#undef ARTICLE_FUNCTION

namespace {

struct NamedEntry {
  const char* name;
  const FunctionEntry* entry;
};

#define ARTICLE_FUNCTION(name) {#name, &name##_function},
constexpr NamedEntry kFunctions[] = {
#include "functions.inc"
};
#undef ARTICLE_FUNCTION

void release(Connection* connection) noexcept {
  if (--connection->references == 0) {
    connection->~Connection();
    sqlite3_free(connection);
  }
}

void destroy_registration(void* data) {
  auto* registration = static_cast<Registration*>(data);
  release(registration->connection);
  sqlite3_free(registration);
}

Registration* make_registration(Connection* connection, const NamedEntry& named) noexcept {
  auto* registration = static_cast<Registration*>(sqlite3_malloc64(sizeof(Registration)));
  if (registration != nullptr) {
    *registration = {connection, named.name, named.entry};
    ++connection->references;
  }
  return registration;
}

// SQLite owns each registration: it calls destroy_registration also when it refuses one.
int register_function(Connection* connection, const NamedEntry& named) {
  const ScalarFunction* scalar = named.entry->scalar;
  if (scalar == nullptr) {
    Registration* registration = make_registration(connection, named);
    return registration == nullptr
               ? SQLITE_NOMEM
               : register_table_function(connection->database, named.name, registration, destroy_registration);
  }
  // One for each number of arguments: SQLite then gives its usual message for a wrong number.
  for (int arguments = scalar->min_arguments; arguments <= scalar->max_arguments; ++arguments) {
    Registration* registration = make_registration(connection, named);
    if (registration == nullptr) {
      return SQLITE_NOMEM;
    }
    const int code =
        register_scalar_function(connection->database, named.name, arguments, registration, destroy_registration);
    if (code != SQLITE_OK) {
      return code;
    }
  }
  return SQLITE_OK;
}

// Already loaded on this connection, in this version?  Registering again would fail while statements run.
bool is_registered(sqlite3* database) {
  sqlite3_stmt* statement = nullptr;
  bool same = false;
  if (sqlite3_prepare_v2(database, "SELECT article_version()", -1, &statement, nullptr) != SQLITE_OK) {
    // "no such function" must not stay the connection's last error: sqlite3_open() would return it for an automatic
    // extension.  A statement that prepares well clears it.
    sqlite3_prepare_v2(database, "SELECT 1", -1, &statement, nullptr);
  } else if (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* version = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    same = version != nullptr && std::strcmp(version, ARTICLE_VERSION) == 0;
  }
  sqlite3_finalize(statement);
  if (!same) {
    // "no such function" must not stay the connection's last error: sqlite3_open() fails with it when the extension is
    // registered by sqlite3_auto_extension().  A statement that succeeds clears it.
    sqlite3_exec(database, "SELECT 1", nullptr, nullptr, nullptr);
  }
  return same;
}

}  // namespace

int register_functions(sqlite3* database) {
  if (is_registered(database)) {
    return SQLITE_OK;
  }
  void* block = sqlite3_malloc64(sizeof(Connection));
  if (block == nullptr) {
    return SQLITE_NOMEM;
  }
  auto* connection = new (block) Connection;
  connection->database = database;
  connection->references = 1;
  int code = SQLITE_OK;
  for (const NamedEntry& named : kFunctions) {
    if (code == SQLITE_OK) {
      code = register_function(connection, named);
    }
  }
  release(connection);
  return code;
}

}  // namespace article
