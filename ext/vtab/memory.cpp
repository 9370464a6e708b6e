#include "vtab/memory.h"

#include <new>

namespace article {

// SQLite's allocator aligns to 8 bytes, and the containers of the core hold nothing that needs more.
constexpr size_t kSqliteAlignment = 8;
static_assert(kSqliteAlignment >= alignof(double) && kSqliteAlignment >= alignof(void*));

void* SqliteMemory::do_allocate(size_t bytes, size_t /*alignment*/) {
  void* block = sqlite3_malloc64(bytes == 0 ? 1 : bytes);
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}

void SqliteMemory::do_deallocate(void* block, size_t /*bytes*/, size_t /*alignment*/) {
  sqlite3_free(block);
}

std::pmr::memory_resource* sqlite_memory() noexcept {
  static SqliteMemory memory;
  return &memory;
}

}  // namespace article
