#include "core/fields/names.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

// Names of a line, each with a bar behind it; `trusted`: a byline word stood before.
std::string names(const std::string& line, bool trusted) {
  NameList list;
  NameOptions options;
  options.trusted = trusted;
  find_names(line, 0, line.size(), options, &list);
  std::pmr::monotonic_buffer_resource arena;
  std::string out;
  for (const NameSpan& name : list) {
    out += std::string(display_name(std::string_view(line).substr(name.begin, name.end - name.begin), &arena)) + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("names: and, comma and marks stand between names -- a list that ended with its and has no further name") {
  CHECK(names("Ada Writer and Bea Editor, Harbour Courier", true) == "Ada Writer|Bea Editor|");
  CHECK(names("Ada Writer, Bea Editor and Cem Taylor", true) == "Ada Writer|Bea Editor|Cem Taylor|");
  CHECK(names("Ada Writer & Bea Editor", true) == "Ada Writer|Bea Editor|");
}

TEST_CASE("names: a title, an address, a date or a number is no part of a name") {
  CHECK(names("Ada Writer, staff reporter", true) == "Ada Writer|");
  CHECK(names("Ada Writer ada.writer@harbour.example", true) == "Ada Writer|");
  CHECK(names("Ada Writer123", true) == "Ada Writer|");
  CHECK(names("Ada Writer* ", true) == "Ada Writer|");
  CHECK(names("Ada_Writer", true) == "Ada Writer|");
}

TEST_CASE("names: a degree, a section, a field of work or a paper behind a name is cut off") {
  CHECK(names("Ada Marbach MD, RDN", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach Politics", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach, Healthcare Reporter", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach - The Harbour Courier", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach For Harbouronline", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach Ada Marbach", true) == "Ada Marbach|");
}

TEST_CASE("names: a handle keeps its number, buttons are no names") {
  CHECK(names("marianne1", true) == "marianne1|");
  CHECK(names("Social Links for Ada Marbach", false) == "Ada Marbach|");
  CHECK(names("Social Links", false).empty());
}

TEST_CASE("names: particles, initials, hyphens and apostrophes are part of a name") {
  CHECK(names("Ludwig van der Meer", true) == "Ludwig van der Meer|");
  CHECK(names("J. R. Ozolins", true) == "J. R. Ozolins|");
  CHECK(names("Jean-Luc O'Malley", true) == "Jean-Luc O'Malley|");
}

TEST_CASE("names: words that were glued together are taken apart, but not McKay") {
  CHECK(names("Lena MarbachNews Reporter", true) == "Lena Marbach|");
  CHECK(names("Ian McKay", true) == "Ian McKay|");
}

TEST_CASE("names: a name in small letters or of one word counts only behind a byline word") {
  CHECK(names("oz on the beach", true) == "oz|");
  CHECK(names("oz on the beach", false).empty());
  CHECK(names("Fatima", false).empty());
}

TEST_CASE("names: photographers and editors are not authors") {
  CHECK(names("Ada Writer / Photos: Bea Lens", true) == "Ada Writer|");
}

TEST_CASE("names: of a handle that was glued to a name only the handle is cut off") {
  CHECK(names("Ada Marbach@adamarb", false) == "Ada Marbach|");
  CHECK(names("Ada Writer@_ada", true) == "Ada Writer|");
  CHECK(names("Ada Writer, ada@harbour.example", true) == "Ada Writer|");
}

TEST_CASE("names: a label behind a name ends it") {
  CHECK(names("Ada Writer Categories: Harbour", true) == "Ada Writer|");
}

TEST_CASE("names: a particle with a capital right behind a byline word begins a name") {
  CHECK(names("Van Writer", true) == "Van Writer|");
}

TEST_CASE("names: what is left of a time of day is none") {
  CHECK(names("05:30 PM", true).empty());
}

TEST_CASE("names: what and joins to a name that is none is none") {
  CHECK(names("Ada Writer, Staff Reporter and Head of Sea", true) == "Ada Writer|");
}

TEST_CASE("names: behind a name a brand or a paper in one word is cut off, behind and a paper as well") {
  CHECK(names("Ada Marbach HARBOURWorld", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach, HarbourWorld", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach, TV Reporter", true) == "Ada Marbach|");
  CHECK(names("Ada Marbach and Bea Oster The Harbour Press", true) == "Ada Marbach|Bea Oster|");
}

TEST_CASE("names: what a page has escaped is shown as it is meant, what is no escape as it stands") {
  std::pmr::monotonic_buffer_resource arena;
  CHECK(display_name("Jos\\u00e9 Vega", &arena) == "Jos\u00E9 Vega");
  CHECK(display_name("Jos\\u00E9 Vega", &arena) == "Jos\u00E9 Vega");
  CHECK(display_name("Jos\\u00g9 Vega", &arena) == "Jos\\u00g9 Vega");
  CHECK(display_name("Jos\\n00e9 Vega", &arena) == "Jos\\n00e9 Vega");
  CHECK(display_name("Jos\\u0009 Vega", &arena) == "Jos\\u0009 Vega");  // a control byte is no letter
  CHECK(display_name("Jos\\u00e", &arena) == "Jos\\u00e");
  CHECK(display_name("ada_writer", &arena) == "Ada Writer");
  CHECK(display_name("\u6797\\u6653\u71D5", &arena) == "\u6797\u6653\u71D5");
}

TEST_CASE("names: marks of East Asia and Arabia part names as Latin ones do") {
  CHECK(names("Ada Writer\uFF08Harbour Courier\uFF09", true) == "Ada Writer|");
  CHECK(names("Ada Marr\u060C Bea Sorel", true) == "Ada Marr|Bea Sorel|");
  CHECK(names("Ada Marr\u3001Bea Sorel", true) == "Ada Marr|Bea Sorel|");
  CHECK(names("Text\uFF1A Ada Writer", true) == "Ada Writer|");
  CHECK(names("Ada Marie\u2010Louise Morel", true) == "Ada Marie\u2010Louise Morel|");
  CHECK(names("Ada Marie\u2011Louise Morel", true) == "Ada Marie\u2011Louise Morel|");
}

TEST_CASE("names: who took the pictures or edited is no author") {
  CHECK(names("Ada Writer, Photos: Bea Lens", true) == "Ada Writer|");
  CHECK(names("Ada Writer; Editing by: Bea Editor", true) == "Ada Writer|");
}

TEST_CASE("names: a full stop behind a name ends it, and another name may follow") {
  CHECK(names("Ada Marr. Bea Sorel", true) == "Ada Marr|Bea Sorel|");
  CHECK(names("J. Marr and B. K. Sorel", true) == "J. Marr|B. K. Sorel|");
  CHECK(names("Ada Marr Jr.", true) == "Ada Marr Jr.|");
}

TEST_CASE("names: ages, desks, buttons, comments and titles of articles are none") {
  CHECK(names("UPDATED 3 HOURS AGO", false).empty());
  CHECK(names("Promoted Comments", false).empty());
  CHECK(names("Share Tweet", false).empty());
  CHECK(names("Sports Desk", false).empty());
  CHECK(names("Redacción Web", true).empty());
  CHECK(names("Programming In Editors Using Advice", false).empty());
  CHECK(names("James S.A. Ilvent", true) == "James S.A. Ilvent|");
  CHECK(names("Theo Ilvent", false) == "Theo Ilvent|");
}

TEST_CASE("names: the staff of a paper and what is glued behind a name are no person") {
  CHECK(names("Harbour Post staff", true).empty());
  CHECK(names("Harwick staff", true).empty());
  CHECK(names("Ada Writer staff writer", true) == "Ada Writer|");
  CHECK(names("Ada WriterData and Graphics Journalist", true) == "Ada Writer|");
  CHECK(names("Ada WriterShowbiz & TV Reporter", true) == "Ada Writer|");
  CHECK(names("Aufnahme von 1975", false).empty());
}
