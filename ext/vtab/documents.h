// Texts that are being read, shared: several functions joined over one text parse it once.
//
// A cursor holds its text; the last text stays at hand for a scalar function or for the next cursor.  A text is found
// again by its bytes and options, not by its address, because SQLite moves values.  Cost of a look-up: one memcmp.
// Memory: one copy of each text that an open cursor reads, and of the last one, which is freed with the last cursor
// unless it is small; and the blocks that wait for the next document (KeptBlocks).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/article.h"
#include "vtab/memory.h"

namespace article {

class DocumentCache;

// A document with the bytes that it reads.  One block of memory holds text and option strings.
class SharedDocument {
 public:
  Document& document() noexcept { return document_; }

 private:
  friend class DocumentCache;
  friend class DocumentPointer;
  SharedDocument(DocumentCache* cache, char* bytes, size_t size, std::string_view text, const Options& options,
                 std::pmr::memory_resource* memory)
      : cache_(cache), bytes_(bytes), size_(size), document_(text, options, memory) {}

  DocumentCache* cache_;
  char* bytes_;
  size_t size_;  // of the block
  Document document_;
  int references_ = 0;
  SharedDocument* previous_ = nullptr;  // list of the cache
  SharedDocument* next_ = nullptr;
};

class DocumentPointer {
 public:
  DocumentPointer() = default;
  explicit DocumentPointer(SharedDocument* document) noexcept;
  DocumentPointer(const DocumentPointer& other) noexcept : DocumentPointer(other.document_) {}
  DocumentPointer& operator=(const DocumentPointer& other) noexcept;
  ~DocumentPointer() { reset(); }

  void reset() noexcept;
  explicit operator bool() const noexcept { return document_ != nullptr; }
  Document& operator*() const noexcept { return document_->document(); }
  Document* operator->() const noexcept { return &document_->document(); }

 private:
  SharedDocument* document_ = nullptr;
};

class DocumentCache {
 public:
  DocumentCache() = default;
  DocumentCache(const DocumentCache&) = delete;
  DocumentCache& operator=(const DocumentCache&) = delete;
  ~DocumentCache() { last_.reset(); }

  DocumentPointer get(std::string_view text, const Options& options, const Interrupt& interrupt);

  // Several cursors are open: they may read the same text.
  bool shared() const noexcept { return cursors_ > 1; }
  // Between open and close of a cursor the last text is kept whatever its size.
  void cursor_opened() noexcept { ++cursors_; }
  void cursor_closed() noexcept;

 private:
  friend class DocumentPointer;
  SharedDocument* find(std::string_view text, const Options& options) const noexcept;
  SharedDocument* make(std::string_view text, const Options& options, const Interrupt& interrupt);
  void destroy(SharedDocument* document) noexcept;
  void forget_large() noexcept;

  KeptBlocks memory_;  // of the documents
  SharedDocument* first_ = nullptr;
  DocumentPointer last_;
  int cursors_ = 0;
};

}  // namespace article
