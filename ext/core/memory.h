// What the core is given by its host: memory, and a way to be told to stop.
//
// Memory is a std::pmr::memory_resource; it throws std::bad_alloc.  An Interrupt is polled at least each 64 KiB of work
// and throws Interrupted once the host wants the work to end.
#pragma once

#include <cstddef>
#include <exception>

namespace article {

class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

struct Interrupt {
  bool (*asked)(void* context) = nullptr;  // true: stop
  void* context = nullptr;

  void poll() const {
    if (asked != nullptr && asked(context)) {
      throw Interrupted();
    }
  }
};

constexpr size_t kPollBytes = 64 * 1024;  // of text, between two polls

}  // namespace article
