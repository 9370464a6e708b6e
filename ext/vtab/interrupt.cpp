#include "vtab/interrupt.h"

#include <new>

namespace article {

bool SqliteInterrupt::asked(void* context) {
  auto* self = static_cast<SqliteInterrupt*>(context);
  int code = SQLITE_OK;
  if (self->statement_ == nullptr) {
    code = sqlite3_prepare_v2(self->database_, "SELECT 1", -1, &self->statement_, nullptr);
  }
  if (code == SQLITE_OK) {
    code = sqlite3_step(self->statement_);
    sqlite3_reset(self->statement_);
  }
  if (code == SQLITE_NOMEM) {
    throw std::bad_alloc();
  }
  return code == SQLITE_INTERRUPT;
}

}  // namespace article
