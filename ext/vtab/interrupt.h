// Tells the core whether SQLite wants the running statement to end (sqlite3_interrupt, or a progress handler).
//
// SQLite 3.40 has no sqlite3_is_interrupted(): a prepared `SELECT 1`, stepped on the same connection, answers
// SQLITE_INTERRUPT.  It is prepared at the first poll and finalized with this object, because an open statement of ours
// would keep the application from closing its connection.  Cost: nothing until the first poll (64 KiB of text).
#pragma once

#include "core/memory.h"
#include "vtab/sqlite.h"

namespace article {

class SqliteInterrupt {
 public:
  explicit SqliteInterrupt(sqlite3* database) noexcept : database_(database) {}
  ~SqliteInterrupt() { sqlite3_finalize(statement_); }
  SqliteInterrupt(const SqliteInterrupt&) = delete;
  SqliteInterrupt& operator=(const SqliteInterrupt&) = delete;

  Interrupt interrupt() noexcept { return {&SqliteInterrupt::asked, this}; }

 private:
  static bool asked(void* context);

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace article
