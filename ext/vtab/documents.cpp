#include "vtab/documents.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace article {

namespace {

// A larger text is not kept while no statement reads it.
constexpr size_t kKeptBytes = 1024 * 1024;

// Copies in pieces, so that an interrupt is not late by the time of a 900 MB copy.
void copy_bytes(char* out, std::string_view text, const Interrupt& interrupt) {
  constexpr size_t kPiece = 16 * kPollBytes;
  for (size_t at = 0; at < text.size(); at += kPiece) {
    if (at > 0) {
      interrupt.poll();
    }
    const size_t size = std::min(kPiece, text.size() - at);
    std::memcpy(out + at, text.data() + at, size);
  }
}

}  // namespace

DocumentPointer::DocumentPointer(SharedDocument* document) noexcept : document_(document) {
  if (document_ != nullptr) {
    ++document_->references_;
  }
}

DocumentPointer& DocumentPointer::operator=(const DocumentPointer& other) noexcept {
  if (this != &other && document_ != other.document_) {
    SharedDocument* document = other.document_;
    reset();
    document_ = document;
    if (document_ != nullptr) {
      ++document_->references_;
    }
  }
  return *this;
}

void DocumentPointer::reset() noexcept {
  SharedDocument* document = document_;
  document_ = nullptr;
  if (document != nullptr && --document->references_ == 0) {
    document->cache_->destroy(document);
  }
}

DocumentPointer DocumentCache::get(std::string_view text, const Options& options, const Interrupt& interrupt) {
  SharedDocument* found = find(text, options);
  if (found == nullptr) {
    last_.reset();  // before the next one is copied: never two copies for one reader
    found = make(text, options, interrupt);
  }
  last_ = DocumentPointer(found);
  return last_;
}

void DocumentCache::cursor_closed() noexcept {
  --cursors_;
  forget_large();
}

void DocumentCache::forget_large() noexcept {
  if (cursors_ == 0 && last_ && last_->text().size() > kKeptBytes) {
    last_.reset();
  }
}

SharedDocument* DocumentCache::find(std::string_view text, const Options& options) const noexcept {
  for (SharedDocument* at = first_; at != nullptr; at = at->next_) {
    const Document& document = at->document();
    if (document.text().size() == text.size() && document.options() == options && document.text() == text) {
      return at;
    }
  }
  return nullptr;
}

SharedDocument* DocumentCache::make(std::string_view text, const Options& options, const Interrupt& interrupt) {
  const size_t total = text.size() + options.reference_time.size() + options.timezone.size() + options.language.size();
  auto* bytes = static_cast<char*>(memory_.allocate(total, 1));
  SharedDocument* made = nullptr;
  try {
    copy_bytes(bytes, text, interrupt);
    char* at = bytes + text.size();
    auto keep = [&](std::string_view option) {
      char* begin = at;
      if (!option.empty()) {
        std::memcpy(at, option.data(), option.size());
      }
      at += option.size();
      return std::string_view(begin, option.size());
    };
    Options kept;
    kept.reference_time = keep(options.reference_time);
    kept.timezone = keep(options.timezone);
    kept.language = keep(options.language);
    void* block = memory_.allocate(sizeof(SharedDocument), alignof(void*));
    made = new (block) SharedDocument(this, bytes, total, {bytes, text.size()}, kept, &memory_);
  } catch (...) {
    memory_.deallocate(bytes, total, 1);
    throw;
  }
  made->next_ = first_;
  if (first_ != nullptr) {
    first_->previous_ = made;
  }
  first_ = made;
  return made;
}

void DocumentCache::destroy(SharedDocument* document) noexcept {
  (document->previous_ != nullptr ? document->previous_->next_ : first_) = document->next_;
  if (document->next_ != nullptr) {
    document->next_->previous_ = document->previous_;
  }
  char* bytes = document->bytes_;
  const size_t size = document->size_;
  document->~SharedDocument();
  memory_.deallocate(document, sizeof(SharedDocument), alignof(void*));
  memory_.deallocate(bytes, size, 1);
}

}  // namespace article
