#include "support/memory_methods.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace article::test {

namespace {

constexpr size_t kHeader = 16;

std::atomic<int64_t> allocation_count{0};
std::atomic<int64_t> used_bytes{0};
std::atomic<int64_t> highest_bytes{0};
std::atomic<int64_t> sum_bytes{0};
std::atomic<int64_t> fail_number{0};  // 0: never
std::atomic<bool> fail_onwards{false};
std::atomic<bool> has_failed{false};

bool must_fail() noexcept {
  const int64_t number = ++allocation_count;
  const int64_t nth = fail_number.load();
  const bool fails = nth != 0 && (number == nth || (fail_onwards.load() && number > nth));
  if (fails) {
    has_failed = true;
  }
  return fails;
}

void add_used(int64_t bytes) noexcept {
  const int64_t now = used_bytes += bytes;
  int64_t highest = highest_bytes.load();
  while (now > highest && !highest_bytes.compare_exchange_weak(highest, now)) {
  }
}

int size_of(void* block) {
  int size = 0;
  std::memcpy(&size, static_cast<char*>(block) - kHeader, sizeof(size));
  return size;
}

void* allocate(int size) {
  if (must_fail()) {
    return nullptr;
  }
  auto* whole = static_cast<char*>(std::malloc(kHeader + static_cast<size_t>(size)));
  if (whole == nullptr) {
    return nullptr;
  }
  std::memcpy(whole, &size, sizeof(size));
  add_used(size);
  sum_bytes += size;
  return whole + kHeader;
}

void release(void* block) {
  if (block != nullptr) {
    add_used(-size_of(block));
    std::free(static_cast<char*>(block) - kHeader);
  }
}

// Always moves, so that a pointer kept across a reallocation is found.
void* reallocate(void* block, int size) {
  void* moved = allocate(size);
  if (moved != nullptr) {
    const int old = size_of(block);
    std::memcpy(moved, block, static_cast<size_t>(old < size ? old : size));
    release(block);
  }
  return moved;
}

int same_size(int size) {
  return size;
}

int start(void* /*unused*/) {
  return SQLITE_OK;
}

void stop(void* /*unused*/) {}

}  // namespace

void Allocations::install() {
  static sqlite3_mem_methods methods = {allocate, release, reallocate, size_of, same_size, start, stop, nullptr};
  // Without lookaside every small allocation of SQLite comes here too.
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK ||
      sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) != SQLITE_OK) {
    throw std::runtime_error("SQLite is running already: its allocator cannot be replaced");
  }
}

void Allocations::fail_at(int64_t nth, Fail how) noexcept {
  has_failed = false;
  fail_onwards = how == Fail::kFromThenOn;
  fail_number = allocation_count.load() + nth;
}

bool Allocations::stop_failing() noexcept {
  fail_number = 0;
  return has_failed.exchange(false);
}

int64_t Allocations::count() noexcept {
  return allocation_count.load();
}

int64_t Allocations::bytes_in_use() noexcept {
  return used_bytes.load();
}

int64_t Allocations::peak_bytes() noexcept {
  return highest_bytes.load();
}

int64_t Allocations::total_bytes() noexcept {
  return sum_bytes.load();
}

void Allocations::reset_peak() noexcept {
  highest_bytes = used_bytes.load();
}

}  // namespace article::test
