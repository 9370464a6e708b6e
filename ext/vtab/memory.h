// std::pmr memory on sqlite3_malloc64, so that heap limits, statistics and out-of-memory tests of SQLite hold for us
// too.
//
//   SqliteMemory   each block is one of SQLite's; any thread
//   KeptBlocks     the same, but blocks that are given back wait for the next document of the same connection, which
//                  asks for much the same sizes: without them a page costs a thousand calls of the allocator, and
//                  pages of the system's memory that are given back and touched anew
//
// Cost of a block that waits: a few instructions.  Memory: at most kMaxKeptBytes wait; they are SQLite's memory until
// they are released, and are released before an allocation fails.
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

// Of one connection, whose mutex guards it.  A block must be given back with the size that was asked for.
class KeptBlocks final : public std::pmr::memory_resource {
 public:
  static constexpr size_t kMaxKeptBytes = 2 * 1024 * 1024;
  static constexpr size_t kMaxBlockBytes = 256 * 1024;  // larger ones are never kept

  KeptBlocks() = default;
  KeptBlocks(const KeptBlocks&) = delete;
  KeptBlocks& operator=(const KeptBlocks&) = delete;
  ~KeptBlocks() override { release(); }

  void release() noexcept;  // what waits goes back to SQLite

 private:
  // Sizes in steps of 16 bytes up to 256, then four steps a doubling.
  static constexpr size_t kClasses = 16 + 4 * 10;
  struct Waiting {
    Waiting* next;
  };
  struct SizeClass {
    size_t place;
    size_t bytes;
  };
  static SizeClass class_of(size_t bytes) noexcept;

  void* do_allocate(size_t bytes, size_t alignment) override;
  void do_deallocate(void* block, size_t bytes, size_t alignment) override;
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  Waiting* waiting_[kClasses] = {};  // by size; the one given back last comes first
  size_t kept_bytes_ = 0;
};

}  // namespace article
