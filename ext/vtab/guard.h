// The one place where exceptions of the core end: every callback that SQLite makes runs inside guarded().
#pragma once

#include <new>

#include "core/memory.h"
#include "vtab/sqlite.h"

namespace article {

// The result of `work`, or the SQLite code of what it threw.
template <class Work>
int guarded(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const Interrupted&) {
    return SQLITE_INTERRUPT;
  } catch (...) {  // the core throws nothing else; a container's length_error would mean a text beyond all limits
    return SQLITE_TOOBIG;
  }
}

}  // namespace article
