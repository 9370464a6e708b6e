// Blocks that wait for the next document of a connection (vtab/memory.h), and the core on a memory of which each
// allocation fails: behind waiting blocks SQLite's allocator sees only some of them (memory_fault_test.cpp).
#include <catch2/catch.hpp>

#include <memory_resource>
#include <new>

#include "core/article.h"
#include "support/memory_methods.h"
#include "support/random_text.h"
#include "vtab/memory.h"

using namespace article;
using namespace article::test;

#if defined(__SANITIZE_ADDRESS__)
#define ARTICLE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARTICLE_SANITIZED 1
#endif
#endif

namespace {

// Of the core's own: fails at one allocation, or from it on.
class Failing : public std::pmr::memory_resource {
 public:
  Failing(int64_t nth, Fail how) : nth_(nth), how_(how) {}
  bool failed() const { return failed_; }
  int64_t in_use() const { return in_use_; }
  void stop() { nth_ = 0; }

 private:
  void* do_allocate(size_t bytes, size_t alignment) override {
    ++count_;
    if (nth_ != 0 && (count_ == nth_ || (count_ > nth_ && how_ == Fail::kFromThenOn))) {
      failed_ = true;
      throw std::bad_alloc();
    }
    in_use_ += static_cast<int64_t>(bytes);
    return std::pmr::new_delete_resource()->allocate(bytes, alignment);
  }
  void do_deallocate(void* block, size_t bytes, size_t alignment) override {
    in_use_ -= static_cast<int64_t>(bytes);
    std::pmr::new_delete_resource()->deallocate(block, bytes, alignment);
  }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  int64_t nth_;
  Fail how_;
  int64_t count_ = 0;
  int64_t in_use_ = 0;
  bool failed_ = false;
};

void read_all(Document* document) {
  document->fields({});
  document->related_items({});
  for (const bool whole_text : {false, true}) {
    document->prose(whole_text, {}).names({});
    document->prose(whole_text, {}).quotes({});
  }
}

size_t fields_of(Document* document) {
  return document->fields({}).all().size() + document->related_items({}).size();
}

void fail_each_allocation_of_the_core(Fail how) {
  const std::string page(sample_page());
  Document whole(page, {}, std::pmr::new_delete_resource());
  read_all(&whole);
  for (int64_t nth = 1;; ++nth) {
    Failing memory(nth, how);
    bool threw = false;
    {
      Document document(page, {}, &memory);
      try {
        read_all(&document);
      } catch (const std::bad_alloc&) {
        threw = true;
      }
      memory.stop();
      INFO("allocation " << nth);
      REQUIRE(threw == memory.failed());
      REQUIRE(fields_of(&document) == fields_of(&whole));
    }
    REQUIRE(memory.in_use() == 0);
    if (!threw) {
      REQUIRE(nth > 100);
      break;
    }
  }
}

}  // namespace

TEST_CASE("each allocation of the core fails once, or from it on: bad_alloc, no leak, and the document works again") {
  fail_each_allocation_of_the_core(Fail::kOnce);
  fail_each_allocation_of_the_core(Fail::kFromThenOn);
}

#ifndef ARTICLE_SANITIZED

TEST_CASE("a block that was given back serves the next request of about its size, without SQLite's allocator") {
  KeptBlocks memory;
  for (const size_t bytes : {size_t{1}, size_t{16}, size_t{17}, size_t{256}, size_t{257}, size_t{320}, size_t{5000},
                             KeptBlocks::kMaxBlockBytes}) {
    void* block = memory.allocate(bytes, 8);
    memory.deallocate(block, bytes, 8);
    const int64_t before = Allocations::count();
    REQUIRE(memory.allocate(bytes, 8) == block);
    REQUIRE(Allocations::count() == before);
    memory.deallocate(block, bytes, 8);
  }
}

TEST_CASE("a block holds what was asked for, at most a quarter more beyond 256 bytes") {
  KeptBlocks memory;
  for (size_t bytes = 1; bytes <= KeptBlocks::kMaxBlockBytes; bytes += 1 + bytes / 7) {
    const int64_t before = Allocations::bytes_in_use();
    void* block = memory.allocate(bytes, 8);
    const auto taken = static_cast<size_t>(Allocations::bytes_in_use() - before);
    INFO(bytes);
    CHECK(taken >= bytes);
    CHECK(taken <= std::max(bytes + 15, bytes + bytes / 4));
    memory.deallocate(block, bytes, 8);
    memory.release();
  }
}

TEST_CASE("a block larger than kMaxBlockBytes goes back at once, and not more than kMaxKeptBytes wait") {
  const int64_t before = Allocations::bytes_in_use();
  {
    KeptBlocks memory;
    void* large = memory.allocate(KeptBlocks::kMaxBlockBytes + 1, 8);
    memory.deallocate(large, KeptBlocks::kMaxBlockBytes + 1, 8);
    REQUIRE(Allocations::bytes_in_use() == before);
    constexpr size_t kBlocks = 100;
    constexpr size_t kBytes = 40000;
    void* blocks[kBlocks];
    for (void*& block : blocks) {
      block = memory.allocate(kBytes, 8);
    }
    for (void* block : blocks) {
      memory.deallocate(block, kBytes, 8);
    }
    const int64_t kept = Allocations::bytes_in_use() - before;
    REQUIRE(kept > 0);
    REQUIRE(kept <= static_cast<int64_t>(KeptBlocks::kMaxKeptBytes));
  }
  REQUIRE(Allocations::bytes_in_use() == before);
}

TEST_CASE("blocks that wait are released before an allocation fails") {
  KeptBlocks memory;
  memory.deallocate(memory.allocate(5000, 8), 5000, 8);
  const int64_t waiting = Allocations::bytes_in_use();
  Allocations::fail_at(1, Fail::kOnce);
  void* block = memory.allocate(100, 8);
  REQUIRE(Allocations::stop_failing());
  REQUIRE(Allocations::bytes_in_use() < waiting);
  memory.deallocate(block, 100, 8);
  memory.release();
  Allocations::fail_at(1, Fail::kOnce);
  REQUIRE_THROWS_AS(memory.allocate(100, 8), std::bad_alloc);
  REQUIRE(Allocations::stop_failing());
}

#endif
