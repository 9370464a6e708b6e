#include "vtab/memory.h"

#include <new>

namespace article {

namespace {

// SQLite's allocator aligns to 8 bytes, and the containers of the core hold nothing that needs more.
constexpr size_t kSqliteAlignment = 8;
static_assert(kSqliteAlignment >= alignof(double) && kSqliteAlignment >= alignof(void*));

// A sanitizer sees a read behind a block only where each block is one of the allocator's.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARTICLE_KEEPS_NO_BLOCKS 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(ARTICLE_KEEPS_NO_BLOCKS)
constexpr bool kKeepsBlocks = false;
#else
constexpr bool kKeepsBlocks = true;
#endif

}  // namespace

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

KeptBlocks::SizeClass KeptBlocks::class_of(size_t bytes) noexcept {
  constexpr size_t kStep = 16;
  constexpr unsigned kFirstExponent = 8;  // of the sizes that have four steps a doubling
  const size_t last = bytes == 0 ? 0 : bytes - 1;
  if (last < (size_t{1} << kFirstExponent)) {
    return {last / kStep, (last / kStep + 1) * kStep};
  }
  const unsigned exponent = 63U - static_cast<unsigned>(__builtin_clzll(last));
  const size_t quarters = last >> (exponent - 2U);  // 4..7
  return {(size_t{1} << kFirstExponent) / kStep + 4U * (exponent - kFirstExponent) + quarters - 4U,
          (quarters + 1) << (exponent - 2U)};
}

void* KeptBlocks::do_allocate(size_t bytes, size_t /*alignment*/) {
  if (kKeepsBlocks && bytes <= kMaxBlockBytes) {
    const SizeClass wanted = class_of(bytes);
    if (Waiting* found = waiting_[wanted.place]) {
      waiting_[wanted.place] = found->next;
      __builtin_prefetch(found->next);  // is asked for its own next one, and soon written
      kept_bytes_ -= wanted.bytes;
      return found;
    }
    bytes = wanted.bytes;
  }
  void* block = sqlite3_malloc64(bytes == 0 ? 1 : bytes);
  if (block == nullptr && kept_bytes_ != 0) {
    release();
    block = sqlite3_malloc64(bytes == 0 ? 1 : bytes);
  }
  if (block == nullptr) {
    throw std::bad_alloc();
  }
  return block;
}

void KeptBlocks::do_deallocate(void* block, size_t bytes, size_t /*alignment*/) {
  if (!kKeepsBlocks || bytes > kMaxBlockBytes) {
    sqlite3_free(block);
    return;
  }
  const SizeClass size = class_of(bytes);
  if (kept_bytes_ + size.bytes > kMaxKeptBytes) {
    release();  // and not this block alone: sizes that nobody asks for any more would stay
  }
  waiting_[size.place] = new (block) Waiting{waiting_[size.place]};
  kept_bytes_ += size.bytes;
}

void KeptBlocks::release() noexcept {
  for (Waiting*& first : waiting_) {
    while (first != nullptr) {
      Waiting* const next = first->next;
      sqlite3_free(first);
      first = next;
    }
  }
  kept_bytes_ = 0;
}

}  // namespace article
