#include "core/json.h"

#include <charconv>

#include "core/text/utf8.h"

namespace article {

void JsonWriter::separate() {
  if (needs_comma_) {
    out_ += ',';
  }
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view value) {
  separate();
  quote(value);
}

void JsonWriter::number(long long value) {
  separate();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), value).ptr;
  out_.append(digits, static_cast<size_t>(end - digits));
}

void JsonWriter::quote(std::string_view value) {
  static const char* const kHex = "0123456789abcdef";
  out_ += '"';
  for (size_t at = 0; at < value.size();) {
    const CodePoint unit = decode(value, at);
    if (unit.value == '"' || unit.value == '\\') {
      out_ += '\\';
      out_ += static_cast<char>(unit.value);
    } else if (unit.value < 0x20) {
      const char escape[] = {'\\', 'u', '0', '0', kHex[unit.value >> 4U], kHex[unit.value & 15U]};
      out_.append(escape, sizeof(escape));
    } else if (unit.value == kInvalid && unit.length == 1) {
      out_ += "\xEF\xBF\xBD";
    } else {
      out_.append(value.data() + at, unit.length);
    }
    at += unit.length;
  }
  out_ += '"';
}

}  // namespace article
