#include "core/fields/names.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// The text of a byline may come escaped ("\u00e9tienne"); false: not such an escape.
bool decode_escape(std::string_view name, size_t at, char32_t* code) noexcept {
  if (name.size() < at + 6 || name[at] != '\\' || name[at + 1] != 'u') {
    return false;
  }
  char32_t value = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const char c = name[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return false;
    }
    value = value * 16 + static_cast<char32_t>(digit);
  }
  if (value < 0x20) {
    return false;
  }
  *code = value;
  return true;
}

}  // namespace

std::string_view display_name(std::string_view name, std::pmr::memory_resource* arena) {
  // "by ada example"; a handle ("by mkowalski") is written so on purpose.
  const bool small = has(decode(name, 0).value, kLower) && name.find_first_of(" _") != std::string_view::npos;
  if (!small && name.find_first_of("_\\") == std::string_view::npos) {
    return unwrap(name, arena);
  }
  auto* out = static_cast<char*>(arena->allocate(3 * name.size() + 4, 1));
  size_t size = 0;
  bool word_start = true;
  for (size_t at = 0; at < name.size();) {
    CodePoint unit = decode(name, at);
    char32_t code = unit.value;
    if (decode_escape(name, at, &code)) {
      unit.length = 6;
    } else if (code == U'_') {
      code = U' ';
    }
    at += unit.length;
    if (small && word_start) {
      code = to_title(code);
    }
    word_start = has(code, kBlank);
    size += encode(code, out + size);
  }
  return {out, size};
}

}  // namespace article
