#include "core/text/utf8.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/text/chars.h"
#include "core/text/lines.h"
#include "core/text/words.h"

using namespace article;

TEST_CASE("utf8: every byte of ill-formed input is one unit of length 1") {
  for (const std::string bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80\xBF", "\xFF"}) {
    for (size_t at = 0; at < bytes.size(); ++at) {
      CHECK(decode(bytes, at).length == 1);
      CHECK(decode(bytes, at).value == kInvalid);
      CHECK(is_boundary(bytes, at));
    }
  }
}

TEST_CASE("utf8: encode and decode are inverse for all code points but surrogates") {
  for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x800 ? 1 : 7) {
    if (code >= 0xD800 && code <= 0xDFFF) {
      continue;
    }
    char bytes[4];
    const size_t length = encode(code, bytes);
    const CodePoint unit = decode(std::string_view(bytes, length), 0);
    REQUIRE(unit.value == code);
    REQUIRE(unit.length == length);
    REQUIRE(decode_before(std::string_view(bytes, length), length).value == code);
    for (size_t i = 1; i < length; ++i) {
      REQUIRE_FALSE(is_boundary(std::string_view(bytes, length), i));
    }
  }
}

TEST_CASE("chars: folding removes case, accents and width") {
  CHECK(fold(U'É') == U'e');
  CHECK(fold(U'Й') == U'и');
  CHECK(fold(U'İ') == U'i');
  CHECK(fold(U'ı') == U'i');
  CHECK(fold(U'Ａ') == U'a');
  CHECK(fold(U'ή') == U'η');
  CHECK(fold(U'ß') == U'ß');
  CHECK(digit_value(U'٣') == 3);
  CHECK(digit_value(U'۹') == 9);
  CHECK(digit_value(U'०') == 0);
  CHECK(digit_value(U'８') == 8);
  CHECK(digit_value(U'x') == -1);
}

TEST_CASE("words: letters, numbers and ideographs are words -- composed and decomposed forms are equal") {
  const std::string text = u8"L’Été 2019: 北京";
  WordCursor cursor(text, 0, text.size());
  Word word;
  std::string seen;
  while (cursor.next(&word)) {
    seen += text.substr(word.begin, word.end - word.begin) + "|";
  }
  CHECK(seen == u8"L|Été|2019|北|京|");
  CHECK(hash_word(u8"Été") == hash_word("ete"));
  CHECK(hash_word(u8"E\u0301te\u0301") == hash_word("ete"));
  CHECK(hash_word(u8"٢٠١٩") == hash_word("2019"));
}

TEST_CASE("lines: laid end to end with their ends they are the text") {
  const std::string text = u8"\uFEFFa\r\nb\rc\n\u0085d\ve\ff\u2028g\u2029\n\n  \u00A0\nz";
  const auto lines = split_lines(text, Interrupt{}, std::pmr::new_delete_resource());
  size_t at = 0;
  for (const Line& line : lines) {
    CHECK(line.begin == at);
    at = line.end + line_end_length(line.line_end);
  }
  CHECK(at == text.size());
  CHECK(lines.size() == 12);
  CHECK(lines[0].line_end == LineEnd::kCrlf);
  CHECK(lines.back().line_end == LineEnd::kNone);
  CHECK(lines[10].blank);
}

TEST_CASE("lines: a final line end opens no further line, and the empty text has none") {
  CHECK(split_lines("a\n", Interrupt{}, std::pmr::new_delete_resource()).size() == 1);
  CHECK(split_lines("\n", Interrupt{}, std::pmr::new_delete_resource()).size() == 1);
  CHECK(split_lines("", Interrupt{}, std::pmr::new_delete_resource()).empty());
}
