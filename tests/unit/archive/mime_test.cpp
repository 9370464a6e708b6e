// MIME by itself: charsets, transfer encodings, encoded words, parameters; and the dates of mail headers.
#include "core/archive/mime.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/archive/mail.h"

using namespace article;

namespace {

std::pmr::monotonic_buffer_resource arena;

struct Decoded {
  const char* bytes;
  const char* text;
};

struct InCharset {
  const char* charset;
  const char* bytes;
  const char* text;
};

std::string mail_date(std::string_view text) {
  Instant at;
  return read_mail_date(text, &at) ? std::string(format_iso(at).view()) : "-";
}

}  // namespace

TEST_CASE("mime: bytes of a charset are given as UTF-8, whatever the case and the alias of its name") {
  const InCharset rows[] = {
      {"ISO-8859-1", "Caf\xE9", "Caf\u00E9"},
      {"latin1", "\xFC", "\u00FC"},
      {"cp1252", "\x93wet\x94 \x80", "\u201Cwet\u201D \u20AC"},
      {"us-ascii", "\x96", "\u2013"},
      {"iso-8859-15", "\xA4 \xBC\xBD \xE9", "\u20AC \u0152\u0153 \u00E9"},
      {"windows-1251", "\xC4\xEE\xE6\xE4\xFC", "\u0414\u043E\u0436\u0434\u044C"},
      {"cp1251", "\xAB\xB8\xA8\xBB \x96 \x97 \x80", "\u00AB\u0451\u0401\u00BB \u2013 \u2014  "},
      {"koi8-r", "\xE4\xCF\xD6\xC4\xD8", "\u0414\u043E\u0436\u0434\u044C"},
      {"KOI8-R", "\xA3\xB3\x90", "\u0451\u0401 "},
      {"", "Caf\xE9", "Caf\u00E9"},
      {"utf-8", "Caf\u00E9", "Caf\u00E9"},
      {"koi8-r", "\u0414\u043E\u0436\u0434\u044C", "\u0414\u043E\u0436\u0434\u044C"},  // UTF-8 already
  };
  for (const InCharset& row : rows) {
    INFO(row.charset << ": " << row.text);
    CHECK(decode_charset(row.bytes, row.charset, &arena) == row.text);
  }
}

TEST_CASE("mime: quoted-printable, with soft line ends, small digits and what is none") {
  const Decoded rows[] = {
      {"a=3Db", "a=b"},      {"a=3db", "a=b"}, {"a=\r\nb", "ab"}, {"a=\nb", "ab"}, {"a=\rb", "ab"},
      {"a= \t \r\nb", "ab"}, {"a=", "a"},      {"a=  ", "a"},     {"a=3", "a=3"},  {"a=zz", "a=zz"},
      {"a=3z", "a=3z"},      {"a==3D", "a=="}, {"a=3D", "a="},    {"", ""},        {"a=\r", "a"},
  };
  for (const Decoded& row : rows) {
    INFO(row.bytes);
    CHECK(decode_quoted_printable(row.bytes, &arena) == row.text);
  }
}

TEST_CASE("mime: base64 of both alphabets -- line ends and strange bytes are passed over") {
  const Decoded rows[] = {
      {"SXQgcmFpbmVkLg==", "It rained."},
      {"SXQg\r\ncmFpbmVkLg", "It rained."},
      {"fn5+", "~~~"},
      {"fn5-", "~~~"},
      {"Pz8/", "???"},
      {"Pz8_", "???"},
      {"", ""},
      {"S", ""},
      {"SX{Q}g", "It "},
      {"SXQg=cmFpbg", "It "},
  };
  for (const Decoded& row : rows) {
    INFO(row.bytes);
    CHECK(decode_base64(row.bytes, &arena) == row.text);
  }
}

TEST_CASE("mime: an encoded word that is cut off is shown as it is") {
  const Decoded rows[] = {
      {"=?utf-8?q?a_b?=", "a b"},
      {"=?utf-8?B?YWI=?= c", "ab c"},
      {"=?utf-8?q?a", "=?utf-8?q?a"},
      {"=?utf-8?q", "=?utf-8?q"},
      {"=?utf-8?", "=?utf-8?"},
      {"=?utf-8?qq?a?=", "=?utf-8?qq?a?="},
      {"x =?utf-8?q?a?=  =?utf-8?q?b?=", "x ab"},
      {"plain", "plain"},
  };
  for (const Decoded& row : rows) {
    INFO(row.bytes);
    CHECK(decode_header(row.bytes, &arena) == row.text);
  }
}

TEST_CASE("mime: parameters stand behind semicolons, in quotes or not") {
  const Decoded rows[] = {
      {"text/plain; charset=utf-8", "utf-8"},
      {"text/plain; format=flowed; CHARSET=\"koi8-r\"", "koi8-r"},
      {"text/plain; charset=utf-8; x=y", "utf-8"},
      {"text/plain;charset=utf-8\t(none)", "utf-8"},
      {"text/plain; charsets=a; charset", ""},
      {"text/plain; charset", ""},
      {"text/plain", ""},
  };
  for (const Decoded& row : rows) {
    INFO(row.bytes);
    CHECK(header_parameter(row.bytes, "charset") == row.text);
  }
}

TEST_CASE("mail: the date of a header, as precise as it is whole") {
  const Decoded rows[] = {
      {"Thu, 7 Nov 2019 11:55:30 +0400", "2019-11-07T11:55:30+04:00"},
      {"Thu, 07-Nov-19 11:55:30 GMT", "2019-11-07T11:55:30+00:00"},
      {"7 Nov 93 2:40:08 EST", "1993-11-07T02:40:08-05:00"},
      {"7 Nov 2019 11:55 -0330", "2019-11-07T11:55-03:30"},
      {"7 Nov 2019 11:55:61 +0000", "2019-11-07T11:55+00:00"},
      {"7 Nov 2019 11:55 (noon)", "2019-11-07T11:55"},
      {"7 Nov 2019 11:55 +9900", "2019-11-07T11:55"},
      {"7 Nov 2019 11:55 +0470", "2019-11-07T11:55"},
      {"7 Nov 2019 11:55 +04", "2019-11-07T11:55"},
      {"7 Nov 2019 11:55", "2019-11-07T11:55"},
      {"7 Nov 2019 11:75", "2019-11-07"},
      {"7 Nov 2019 25:00", "2019-11-07"},
      {"7 Nov 2019 11", "2019-11-07"},
      {"7 Nov 2019 11.", "2019-11-07"},
      {"7 Nov 2019 11:x", "2019-11-07"},
      {"7 Nov 2019", "2019-11-07"},
      {"31 Feb 2019", "-"},
      {"7 Nom 2019", "-"},
      {"7 Nov", "-"},
      {"Nov", "-"},
      {"7", "-"},
      {"", "-"},
  };
  for (const Decoded& row : rows) {
    INFO(row.bytes);
    CHECK(mail_date(row.bytes) == row.text);
  }
}
