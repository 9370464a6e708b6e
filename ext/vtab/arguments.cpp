#include "vtab/arguments.h"

#include <algorithm>
#include <cstdarg>
#include <new>

#include "core/text/utf8.h"
#include "core/time/time.h"

namespace article {

const char* hidden_name(int hidden) noexcept {
  static const char* const kNames[kHiddenCount] = {"text", "reference_time", "timezone", "language", "scope"};
  return kNames[hidden];
}

void ErrorMessage::set(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char* message = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  if (message == nullptr) {
    throw std::bad_alloc();
  }
  sqlite3_free(message_);
  message_ = message;
}

TextState read_text(const char* function, const char* argument, sqlite3_value* value, std::string_view* out,
                    ErrorMessage* error) {
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_NULL) {
    return TextState::kAbsent;
  }
  if (type == SQLITE_BLOB) {
    error->set("%s: %s is a BLOB; write %s(CAST(x AS TEXT)) to read its bytes as UTF-8", function, argument, function);
    return TextState::kError;
  }
  // Text first, then bytes: the conversion decides the length.
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) {
    throw std::bad_alloc();
  }
  *out = {bytes, static_cast<size_t>(sqlite3_value_bytes(value))};
  return TextState::kPresent;
}

namespace {

// What an error message quotes of an option that may be of any length.
int quoted_bytes(std::string_view value) noexcept {
  constexpr size_t kMost = 60;
  size_t size = std::min(value.size(), kMost);
  while (size > 0 && !is_boundary(value, size)) {
    --size;
  }
  return static_cast<int>(size);
}

bool is_reference_time(std::string_view given) noexcept {
  Instant instant;
  return parse_reference_time(given, kNoOffset, &instant);
}

bool is_timezone(std::string_view given) noexcept {
  int16_t offset_minutes = 0;
  return parse_timezone(given, &offset_minutes);
}

bool read_scope(const char* function, std::string_view value, bool* scope_text, ErrorMessage* error) {
  *scope_text = value == "text";
  if (*scope_text || value == "body") {
    return true;
  }
  error->set("%s: scope '%.*s' is neither 'body' nor 'text'", function, quoted_bytes(value), value.data());
  return false;
}

}  // namespace

bool read_option(const char* function, int hidden, sqlite3_value* value, Options* options, bool* scope_text,
                 ErrorMessage* error) {
  std::string_view given;
  switch (read_text(function, hidden_name(hidden), value, &given, error)) {
    case TextState::kAbsent:
      return true;
    case TextState::kError:
      return false;
    case TextState::kPresent:
      break;
  }
  const char* wanted = nullptr;
  switch (hidden) {
    case kReferenceTime:
      options->reference_time = given;
      wanted = is_reference_time(given) ? nullptr : "an ISO 8601 date or date and time";
      break;
    case kTimezone:
      options->timezone = given;
      wanted = is_timezone(given) ? nullptr : "an offset such as +04:00 or a known abbreviation";
      break;
    case kLanguage:
      options->language = given;
      wanted = is_language_tag(given) ? nullptr : "a BCP 47 language tag";
      break;
    default:
      return read_scope(function, given, scope_text, error);
  }
  if (wanted != nullptr) {
    error->set("%s: %s '%.*s' is not %s", function, hidden_name(hidden), quoted_bytes(given), given.data(), wanted);
    return false;
  }
  return true;
}

}  // namespace article
