// The adaptor of scalar functions.
#include "vtab/arguments.h"
#include "vtab/connection.h"
#include "vtab/guard.h"
#include "vtab/interrupt.h"

namespace article {

bool ScalarCall::text(int index, const char* argument, std::string_view* out) const {
  ErrorMessage error;
  switch (read_text(name, argument, values[index], out, &error)) {
    case TextState::kPresent:
      return true;
    case TextState::kAbsent:
      result.null();
      return false;
    default:
      sqlite3_result_error(result.context(), error.get(), -1);
      return false;
  }
}

bool ScalarCall::options(int first, Options* out) const {
  ErrorMessage error;
  for (int i = first; i < count; ++i) {
    if (!read_option(name, kReferenceTime + i - first, values[i], out, nullptr, &error)) {
      sqlite3_result_error(result.context(), error.get(), -1);
      return false;
    }
  }
  return true;
}

bool ScalarCall::document(int first, DocumentPointer* out) const {
  std::string_view bytes;
  Options given;
  if (!options(first + 1, &given) || !text(first, hidden_name(kTextArgument), &bytes)) {
    return false;
  }
  *out = documents.get(bytes, given, interrupt);
  return true;
}

namespace {

void call_scalar(sqlite3_context* context, int count, sqlite3_value** values) {
  const auto* registration = static_cast<const Registration*>(sqlite3_user_data(context));
  const int code = guarded([&] {
    SqliteInterrupt interrupt(sqlite3_context_db_handle(context));
    const Interrupt poll = interrupt.interrupt();
    registration->entry->scalar->call(
        ScalarCall{count, values, Result(context), registration->connection->documents, poll, registration->name});
    return SQLITE_OK;
  });
  if (code == SQLITE_NOMEM) {
    sqlite3_result_error_nomem(context);
  } else if (code != SQLITE_OK) {
    sqlite3_result_error_code(context, code);
  }
}

}  // namespace

int register_scalar_function(sqlite3* database, const char* name, int arguments, Registration* registration,
                             void (*destroy)(void*)) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_function_v2(database, name, arguments, kFlags, registration, call_scalar, nullptr, nullptr,
                                    destroy);
}

}  // namespace article
