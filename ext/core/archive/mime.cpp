#include "core/archive/mime.h"

#include "core/archive/scan.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

int hex_digit(char byte) noexcept {
  return is_digit(byte)               ? byte - '0'
         : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
         : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                      : -1;
}

int base64_digit(char byte) noexcept {
  return byte >= 'A' && byte <= 'Z'   ? byte - 'A'
         : byte >= 'a' && byte <= 'z' ? byte - 'a' + 26
         : is_digit(byte)             ? byte - '0' + 52
         : byte == '+' || byte == '-' ? 62
         : byte == '/' || byte == '_' ? 63
                                      : -1;
}

// 0x80..0x9F of windows-1252; the rest of it is Latin-1.
constexpr char16_t kWindows1252High[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                           0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

enum class Charset { kAsIs, kLatin1, kLatin9, kWindows1252, kWindows1251, kKoi8r };

Charset charset_of(std::string_view name) noexcept {
  if (equal_nocase(name, "iso-8859-1") || equal_nocase(name, "latin1") || equal_nocase(name, "windows-1252") ||
      equal_nocase(name, "cp1252") || equal_nocase(name, "us-ascii")) {
    // Mail that says Latin-1 or ASCII and has bytes of 0x80..0x9F means windows-1252.
    return Charset::kWindows1252;
  }
  if (equal_nocase(name, "iso-8859-15")) {
    return Charset::kLatin9;
  }
  if (equal_nocase(name, "windows-1251") || equal_nocase(name, "cp1251")) {
    return Charset::kWindows1251;
  }
  return equal_nocase(name, "koi8-r") ? Charset::kKoi8r : Charset::kAsIs;
}

// Cyrillic small letters in the order of KOI8-R from 0xC0 on; capitals follow at 0xE0.
constexpr char16_t kKoi8Letters[32] = {0x44E, 0x430, 0x431, 0x446, 0x434, 0x435, 0x444, 0x433, 0x445, 0x438, 0x439,
                                       0x43A, 0x43B, 0x43C, 0x43D, 0x43E, 0x43F, 0x44F, 0x440, 0x441, 0x442, 0x443,
                                       0x436, 0x432, 0x44C, 0x44B, 0x437, 0x448, 0x44D, 0x449, 0x447, 0x44A};

// The few signs beside letters that texts use; a blank for the others.
char32_t sign_of_windows1251(unsigned char byte) noexcept {
  switch (byte) {
    case 0xA8:
      return 0x401;
    case 0xB8:
      return 0x451;
    case 0xAB:
    case 0xBB:
      return byte;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    default:
      return 0x20;
  }
}

char32_t code_of(unsigned char byte, Charset charset) noexcept {
  switch (charset) {
    case Charset::kWindows1252:
      return byte < 0xA0 ? kWindows1252High[byte - 0x80] : byte;
    case Charset::kLatin9:
      return byte == 0xA4 ? 0x20AC : byte == 0xBC ? 0x152 : byte == 0xBD ? 0x153 : byte;
    case Charset::kWindows1251:
      return byte >= 0xC0 ? 0x410U + (byte - 0xC0U) : sign_of_windows1251(byte);
    case Charset::kKoi8r:
      if (byte >= 0xC0) {
        return byte >= 0xE0 ? kKoi8Letters[byte - 0xE0] - 0x20U : kKoi8Letters[byte - 0xC0];
      }
      return byte == 0xA3 ? 0x451U : byte == 0xB3 ? 0x401U : 0x20U;
    default:
      return byte;
  }
}

bool well_formed(std::string_view bytes) noexcept {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint unit = decode(bytes, at);
    if (unit.length == 1 && static_cast<unsigned char>(bytes[at]) >= 0x80) {
      return false;
    }
    at += unit.length;
  }
  return true;
}

char* room(std::pmr::memory_resource* arena, size_t bytes) {
  return static_cast<char*>(arena->allocate(bytes + 4, 1));
}

}  // namespace

std::string_view decode_charset(std::string_view bytes, std::string_view charset, std::pmr::memory_resource* arena) {
  // A text column is UTF-8 already, whatever the header of the mail said before it got there.
  if (well_formed(bytes)) {
    return bytes;
  }
  const Charset declared = charset_of(charset);
  const Charset kind = declared == Charset::kAsIs ? Charset::kWindows1252 : declared;
  char* out = room(arena, bytes.size() * 3);
  size_t size = 0;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    size += value < 0x80 ? (out[size] = byte, 1) : encode(code_of(value, kind), out + size);
  }
  return {out, size};
}

std::string_view decode_quoted_printable(std::string_view bytes, std::pmr::memory_resource* arena) {
  char* out = room(arena, bytes.size());
  size_t size = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '=') {
      out[size++] = bytes[i];
      continue;
    }
    const int high = i + 2 < bytes.size() + 0 ? hex_digit(bytes[i + 1]) : -1;
    const int low = i + 2 < bytes.size() ? hex_digit(bytes[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out[size++] = static_cast<char>(high * 16 + low);
      i += 2;
      continue;
    }
    // A soft line break: = and blanks up to the end of the line.
    size_t at = i + 1;
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) {
      ++at;
    }
    if (at == bytes.size()) {
      break;
    }
    if (bytes[at] == '\r' || bytes[at] == '\n') {
      i = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? at + 1 : at;
    } else {
      out[size++] = '=';
    }
  }
  return {out, size};
}

std::string_view decode_base64(std::string_view bytes, std::pmr::memory_resource* arena) {
  char* out = room(arena, bytes.size());
  size_t size = 0;
  unsigned bits = 0;
  unsigned count = 0;
  for (const char byte : bytes) {
    const int digit = base64_digit(byte);
    if (digit < 0) {
      if (byte == '=') {
        break;
      }
      continue;
    }
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out[size++] = static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  return {out, size};
}

namespace {

struct EncodedWord {
  std::string_view charset;
  std::string_view text;
  bool base64 = false;
  size_t length = 0;  // 0: none
};

// "=?utf-8?q?Caf=C3=A9?=" at the front.
EncodedWord read_encoded_word(std::string_view value) noexcept {
  EncodedWord word;
  const size_t charset_end = starts_with(value, "=?") ? value.find('?', 2) : std::string_view::npos;
  if (charset_end == std::string_view::npos || charset_end + 3 > value.size() || value[charset_end + 2] != '?') {
    return word;
  }
  const size_t end = value.find("?=", charset_end + 3);
  if (end == std::string_view::npos) {
    return word;
  }
  word.charset = value.substr(2, charset_end - 2);
  word.text = value.substr(charset_end + 3, end - charset_end - 3);
  word.base64 = (value[charset_end + 1] | 32) == 'b';
  word.length = end + 2;
  return word;
}

std::string_view decode_word(const EncodedWord& word, std::pmr::memory_resource* arena) {
  char* copy = room(arena, word.text.size());
  for (size_t at = 0; at < word.text.size(); ++at) {
    copy[at] = !word.base64 && word.text[at] == '_' ? ' ' : word.text[at];
  }
  const std::string_view text(copy, word.text.size());
  return decode_charset(word.base64 ? decode_base64(text, arena) : decode_quoted_printable(text, arena), word.charset,
                        arena);
}

}  // namespace

std::string_view decode_header(std::string_view value, std::pmr::memory_resource* arena) {
  if (!contains(value, "=?")) {
    return value;
  }
  char* out = room(arena, value.size() * 3);
  size_t size = 0;
  size_t word_end = 0;  // behind the last encoded word: blanks between two of them are not shown
  bool after_word = false;
  for (size_t i = 0; i < value.size();) {
    const EncodedWord word = read_encoded_word(value.substr(i));
    if (word.length == 0) {
      after_word = after_word && value[i] == ' ';
      out[size++] = value[i++];
      continue;
    }
    const std::string_view shown = decode_word(word, arena);
    size = after_word ? word_end : size;
    size += shown.copy(out + size, shown.size());
    after_word = true;
    word_end = size;
    i += word.length;
  }
  return {out, size};
}

std::string_view header_parameter(std::string_view value, std::string_view name) noexcept {
  for (size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at + 1)) {
    const std::string_view rest = visible(value.substr(at + 1));
    if (!starts_with_nocase(rest, name) || rest.size() <= name.size() || rest[name.size()] != '=') {
      continue;
    }
    const std::string_view content = visible(rest.substr(name.size() + 1));
    if (starts_with(content, "\"")) {
      return content.substr(1, content.find('"', 1) - 1);
    }
    return content.substr(0, content.find_first_of("; \t\r\n"));
  }
  return {};
}

}  // namespace article
