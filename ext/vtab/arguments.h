// Reads the arguments that all functions share: text, reference_time, timezone, language, scope.
#pragma once

#include <string_view>

#include "core/options.h"
#include "vtab/sqlite.h"

namespace article {

// Hidden columns, in this order.
enum HiddenColumn : int { kTextArgument, kReferenceTime, kTimezone, kLanguage, kScope, kHiddenCount };
const char* hidden_name(int hidden) noexcept;

enum class TextState { kAbsent, kPresent, kError };

// An error message in sqlite3_malloc'd memory, or nullptr.
class ErrorMessage {
 public:
  ErrorMessage() = default;
  ~ErrorMessage() { sqlite3_free(message_); }
  ErrorMessage(const ErrorMessage&) = delete;
  ErrorMessage& operator=(const ErrorMessage&) = delete;

  // printf formats of SQLite.  Throws std::bad_alloc.
  void set(const char* format, ...);
  const char* get() const noexcept { return message_; }
  char* release() noexcept {
    char* message = message_;
    message_ = nullptr;
    return message;
  }
  explicit operator bool() const noexcept { return message_ != nullptr; }

 private:
  char* message_ = nullptr;
};

// NULL is absent; numbers are read as their text; a BLOB is an error.
TextState read_text(const char* function, const char* argument, sqlite3_value* value, std::string_view* out,
                    ErrorMessage* error);

// One of the options: checks it and puts it where it belongs.  False: error is set.
bool read_option(const char* function, int hidden, sqlite3_value* value, Options* options, bool* scope_text,
                 ErrorMessage* error);

}  // namespace article
