// std::pmr memory on sqlite3_malloc64, so that heap limits, statistics and out-of-memory tests of SQLite hold for us
// too.
#pragma once

#include <memory_resource>

#include "vtab/sqlite.h"

namespace article {

class SqliteMemory final : public std::pmr::memory_resource {
 private:
  void* do_allocate(size_t bytes, size_t alignment) override;
  void do_deallocate(void* block, size_t bytes, size_t alignment) override;
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};

std::pmr::memory_resource* sqlite_memory() noexcept;

}  // namespace article
