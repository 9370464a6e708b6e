// Transport encodings of mail: quoted-printable, base64, encoded words of headers, and the charsets of Western mail.
//
//   decode_header("=?utf-8?q?Caf=C3=A9?=") == "Caf\u00E9"
//
// A charset that is not known is taken as UTF-8, and bytes that are none as windows-1252, which keeps each byte apart:
// what is decoded is always UTF-8.  Cost: one pass.
#pragma once

#include <memory_resource>
#include <string_view>

namespace article {

std::string_view decode_header(std::string_view value, std::pmr::memory_resource* arena);
std::string_view decode_quoted_printable(std::string_view bytes, std::pmr::memory_resource* arena);
std::string_view decode_base64(std::string_view bytes, std::pmr::memory_resource* arena);
std::string_view decode_charset(std::string_view bytes, std::string_view charset, std::pmr::memory_resource* arena);

// Parameter of a header value: parameter("text/plain; charset=\"utf-8\"", "charset") == "utf-8".
std::string_view header_parameter(std::string_view value, std::string_view name) noexcept;

}  // namespace article
