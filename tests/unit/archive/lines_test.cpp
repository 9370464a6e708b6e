// What the readers of all formats ask of a line: dates, notices, names, zones, page numbers, the marks of wires.
#include <catch2/catch.hpp>
#include <string>

#include "core/archive/reader.h"
#include "core/archive/wire.h"

using namespace article;

namespace {

struct Asked {
  const char* line;
  bool yes;
};

struct Shown {
  const char* bytes;
  const char* text;
};

constexpr int kNoZone = 9999;

int zone(std::string_view text) {
  int16_t minutes = 0;
  return parse_mail_zone(text, &minutes) ? minutes : kNoZone;
}

std::string wire_time(std::string_view line, std::string_view reference = "") {
  Instant at;
  return read_wire_time(line, reference, &at) ? std::string(format_iso(at).view()) : "-";
}

}  // namespace

TEST_CASE("archive lines: a date has a year and little beside it") {
  const Asked rows[] = {
      {"November 7, 2019 Thursday 10:30 PM GMT, Late Edition", true},
      {"7 November 1850", true},
      {"Winter 2019", true},
      {"It rained in 2019 and all year long", false},
      {"November 7, 3019", false},
      {"Copyright 2019 by Example Press, 7 November", false},
      {"one two three four five six seven eight nine ten eleven twelve 13 November 2019", false},
      {"", false},
  };
  for (const Asked& row : rows) {
    INFO(row.line);
    CHECK(looks_like_date(row.line) == row.yes);
  }
  CHECK_FALSE(looks_like_date("2019 7 " + std::string(120, ' ')));
}

TEST_CASE("archive lines: a copyright notice, in any of the ways that exports print it") {
  const Asked rows[] = {
      {"Copyright 2019 Example Press", true},
      {"copyright by Example Press", true},
      {"Copyright (c) Example Press", true},
      {"Copyright \u00A9 Example Press", true},
      {"Copyright: Example Press", true},
      {"Copyright Example Press, all rights reserved", true},
      {"Copyright", true},
      {"(Copyright 2019 Example Press)", true},
      {"(c) Example Press", true},
      {"\u00A9 Example Press", true},
      {"All rights reserved.", true},
      {"Alle Rechte vorbehalten", true},
      {"Tous droits r\u00E9serv\u00E9s", true},
      {"Todos los derechos reservados", true},
      {"Tutti i diritti riservati", true},
      {"Copyright reform passes", false},
      {"(A remark)", false},
      {"", false},
  };
  for (const Asked& row : rows) {
    INFO(row.line);
    CHECK(is_copyright_line(row.line) == row.yes);
  }
}

TEST_CASE("archive lines: a name is two to five capitalised words, one of them may be small") {
  const Asked rows[] = {
      {"Ada Writer", true},
      {"Ada van Writer", true},
      {"Ada Bea Cleo Dora Writer", true},
      {"Writer", false},
      {"Ada van der Writer", false},
      {"ada writer", false},
      {"Ada 7", false},
      {"Ada Bea Cleo Dora Eva Writer", false},
  };
  for (const Asked& row : rows) {
    INFO(row.line);
    CHECK(looks_like_name(row.line) == row.yes);
  }
}

TEST_CASE("archive lines: zones of mail and wires") {
  CHECK(zone("+0400") == 240);
  CHECK(zone("-0330") == -210);
  CHECK(zone("GMT") == 0);
  CHECK(zone("MESZ") == 120);
  for (const char* none : {"", "+04", "+1500", "+0460", "+04x0", "*0400", "+x400", "XYZ", "gmt"}) {
    INFO(none);
    CHECK(zone(none) == kNoZone);
  }
}

TEST_CASE("archive lines: page numbers, labels and grouped numbers") {
  const Asked pages[] = {
      {"Page 3", true},         {"Page 3 of 12", true}, {"Seite 3 von 12", true},     {"page 3 sur 12", true},
      {"Pagina 3 de 12", true}, {"Page three", false},  {"Page 3 is missing", false}, {"Pages 3", false},
  };
  for (const Asked& row : pages) {
    INFO(row.line);
    CHECK(is_page_number(row.line) == row.yes);
  }
  const Asked labels[] = {
      {"LENGTH: 355 words", true},
      {"Load-Date :", true},
      {": 355", false},
      {" \u00A0: 355", false},
      {"No label", false},
      {"What? he: said", false},
      {"one two three four five six: x", false},
  };
  for (const Asked& row : labels) {
    INFO(row.line);
    std::string_view label;
    std::string_view value;
    CHECK(split_label(row.line, &label, &value) == row.yes);
  }
  const Shown numbers[] = {
      {"1,234 words", "1234"}, {"1.234.567", "1234567"}, {"12,34", "12"}, {"1234567890123", "123456789"}};
  for (const Shown& row : numbers) {
    INFO(row.bytes);
    size_t at = 0;
    unsigned value = 0;
    REQUIRE(read_number(row.bytes, &at, &value));
    CHECK(std::to_string(value) == row.text);
  }
}

TEST_CASE("wire: the time of a trailer, month first with dashes or day first with the month's name") {
  const Shown rows[] = {
      {"AP-NY-11-07-19 1145GMT", "2019-11-07T11:45+00:00"},
      {"AP-NY-11-07-93 1145EST", "1993-11-07T11:45-05:00"},
      {"AP-NY-11-07-19   1145", "2019-11-07T11:45"},
      {"AP-NY-11-07-19 2445GMT", "-"},
      {"AP-NY-11-07-19 1165GMT", "-"},
      {"AP-NY-13-07-19 1145GMT", "-"},
      {"AP-NY-11-07-19 114GMT", "-"},
      {"AP-NY-11-07-2019 1145GMT", "-"},
      {"11-07 0355", "-"},
      {"071145 GMT Nov 19", "2019-11-07T11:45+00:00"},
      {"071145 GMT Nov 2019", "2019-11-07T11:45+00:00"},
      {"071145 Nov 19", "2019-11-07T11:45"},
      {"exa 071145 Nov 19", "-"},
      {"071145 Nov 19 and more", "-"},
      {"071145 GMT Nom 19", "-"},
      {"071145 GMT Nov", "-"},
      {"311145 GMT Nov 19", "-"},
      {"0711456 GMT Nov 19", "-"},
      {"", "-"},
  };
  for (const Shown& row : rows) {
    INFO(row.bytes);
    CHECK(wire_time(row.bytes) == row.text);
  }
  CHECK(wire_time("071145 GMT Nov", "2019-11-20") == "2019-11-07T11:45+00:00");
  CHECK(wire_time("071145 GMT Nov", "2019-11-05") == "2018-11-07T11:45+00:00");
  CHECK(wire_time("071145 GMT Nov", "2019-11-06") == "2019-11-07T11:45+00:00");  // a day of grace
}

TEST_CASE("wire: typewriter marks are shown as they are printed") {
  std::pmr::monotonic_buffer_resource arena;
  const Shown rows[] = {
      {"``Rain,'' he said.<", "\u201CRain,\u201D he said."},
      {"it's `wet'", "it's \u2018wet'"},
      {"BAKU (AP) _ It rained.", "BAKU (AP) \u2014 It rained."},
      {"a_b _c", "a_b _c"},
      {"It _", "It \u2014"},
      {"^Rain=\r\nBy day<", "Rain By day"},
      {"a@<", "a"},
      {"a@b a<b a=b", "a@b a<b a=b"},
      {"\x02\t a\x7F b \x03", "a b"},
      {"a= <", "a"},
      {"", ""},
  };
  for (const Shown& row : rows) {
    INFO(row.bytes);
    CHECK(clean_wire(row.bytes, &arena) == row.text);
  }
}

TEST_CASE("wire: notes are not for print, signatures are initials, and some lines end the text") {
  const Asked notes[] = {
      {"Eds: ADDS details.", true},
      {"(Editors: see photo)", true},
      {"[With AP Photo]", true},
      {"^HFR Sunday", true},
      {"Edson said", false},
      {"", false},
      {"((", false},
  };
  for (const Asked& row : notes) {
    INFO(row.line);
    CHECK(is_wire_note(row.line) == row.yes);
  }
  const Asked signatures[] = {
      {"dpa al rmo hct", true}, {"AAP ab/cd", true},   {"exa ab cd", true},
      {"exa", false},           {"AAP AB CD", false},  {"a b c d e f g h", false},
      {"exa writer", false},    {"exa ab1 cd", false}, {"exa {b} cd", false},
  };
  for (const Asked& row : signatures) {
    INFO(row.line);
    CHECK(is_wire_signature(row.line) == row.yes);
  }
  CHECK(ends_wire_text("# Notebook"));
  CHECK(ends_wire_text("NNNN"));
  CHECK_FALSE(ends_wire_text("It rained."));
  CHECK_FALSE(ends_wire_text("***"));
}
