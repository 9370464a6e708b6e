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

// Registered last: that it is there says that everything is.
constexpr const char* kLastRegistered = "article_version";

// Already loaded on this connection, in this version?  Registering again would fail while statements run.
int find_registered(sqlite3* database, bool* same) {
  *same = false;
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(database, "SELECT article_version()", -1, &statement, nullptr);
  if (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
    const auto* version = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    *same = version != nullptr && std::strcmp(version, ARTICLE_VERSION) == 0;
  }
  code = *same || code != SQLITE_OK ? code : sqlite3_errcode(database);
  sqlite3_finalize(statement);
  if (code == SQLITE_NOMEM || *same) {
    return code;
  }
  // "no such function" must not stay the connection's last error: sqlite3_open() fails with it when the extension is
  // registered by sqlite3_auto_extension().  A statement that succeeds clears it.
  return sqlite3_exec(database, "SELECT 1", nullptr, nullptr, nullptr) == SQLITE_NOMEM ? SQLITE_NOMEM : SQLITE_OK;
}

int register_all(Connection* connection) {
  const NamedEntry* last = nullptr;
  for (const NamedEntry& named : kFunctions) {
    if (std::strcmp(named.name, kLastRegistered) == 0) {
      last = &named;
    } else if (const int code = register_function(connection, named); code != SQLITE_OK) {
      return code;
    }
  }
  return register_function(connection, *last);
}

}  // namespace

int register_functions(sqlite3* database) {
  bool registered = false;
  if (const int code = find_registered(database, &registered); code != SQLITE_OK || registered) {
    return code;
  }
  void* block = sqlite3_malloc64(sizeof(Connection));
  if (block == nullptr) {
    return SQLITE_NOMEM;
  }
  auto* connection = new (block) Connection;
  connection->database = database;
  connection->references = 1;
  const int code = register_all(connection);
  release(connection);
  return code;
}

}  // namespace article
