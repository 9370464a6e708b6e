#include "core/prose/names.h"

#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/prose/prose.h"
#include "core/text/lines.h"

namespace {

using namespace article;

// "kind|mention|fullest form" of each known name.
std::vector<std::string> names(std::string_view text, std::string_view tag = "en") {
  auto* memory = std::pmr::new_delete_resource();
  const auto lines = split_lines(text, Interrupt{}, memory);
  Prose prose(text, text_blocks(text, lines, memory), language_of_tag(tag), memory);
  std::vector<std::string> out;
  const auto& all = prose.names(Interrupt{}).all;
  for (const Name& name : all) {
    if (name.kind != NameKind::kUnknown) {
      const Name& full = all[name.full];
      out.push_back(std::string(name_kind_name(name.kind)) + "|" +
                    std::string(text.substr(name.begin, name.end - name.begin)) + "|" +
                    std::string(text.substr(full.begin, full.end - full.begin)));
    }
  }
  return out;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("names: a title makes a person, and a surname alone is the same person") {
  CHECK(names("Mayor Dana Marr spoke. Later Marr left.") ==
        List{"person|Dana Marr|Dana Marr", "person|Marr|Dana Marr"});
}

TEST_CASE("names: suffixes, words of offices and countries tell organisations and places") {
  CHECK(names("Bexor Ltd opened in France.") == List{"organisation|Bexor Ltd|Bexor Ltd", "place|France|France"});
  CHECK(names("He works for the Ministry of Canals.") == List{"organisation|Ministry of Canals|Ministry of Canals"});
}

TEST_CASE("names: given and family names make persons, a word of firms takes that back") {
  CHECK(names("Then Wilma Kowalski sang.") == List{"person|Wilma Kowalski|Wilma Kowalski"});
  CHECK(names("Then Wilma Kowalski Company met.") ==
        List{"organisation|Wilma Kowalski Company|Wilma Kowalski Company"});
  CHECK(names("They met M. Kowalski there.") == List{"person|M. Kowalski|M. Kowalski"});
  CHECK(names("They tasted Qvelt Zorbix there.").empty());
}

TEST_CASE("names: the last word of a firm is not alone behind what would be a title") {
  CHECK(names("Workers of General Motors met.") == List{"organisation|General Motors|General Motors"});
}

TEST_CASE("names: a title ends dotted letters before it, a family name goes on with them") {
  CHECK(names("Then U.S. President Dana Marr spoke.") == List{"place|U.S.|U.S.", "person|Dana Marr|Dana Marr"});
  CHECK(names("Then J.K. Kowalski spoke.") == List{"person|J.K. Kowalski|J.K. Kowalski"});
}

TEST_CASE("names: days and nationalities are none") {
  CHECK(names("On Friday a French ship came.").empty());
}

TEST_CASE("names: an acronym in brackets is the name before it") {
  CHECK(names("The Ministry of Canals (MOC) met. The MOC left.") ==
        List{"organisation|Ministry of Canals|Ministry of Canals", "organisation|MOC|Ministry of Canals",
             "organisation|MOC|Ministry of Canals"});
  CHECK(names("The Ministry of Canals (UNO) met.").back() == "organisation|UNO|UNO");
}

TEST_CASE("names: small words before an acronym in brackets that they spell belong to the name") {
  CHECK(names("L'Organisation mondiale des canaux (OMC) siège à Lyon. L'OMC recrute.", "fr") ==
        List{"organisation|Organisation mondiale des canaux|Organisation mondiale des canaux",
             "organisation|OMC|Organisation mondiale des canaux", "place|Lyon|Lyon",
             "organisation|OMC|Organisation mondiale des canaux"});
  CHECK(names("L'Organisation mondiale des ponts (OMC) siège.", "fr").back() == "organisation|OMC|OMC");
}

TEST_CASE("names: a name behind an elided article, or with an apostrophe inside, is one") {
  CHECK(names("Lena O'Marr spoke in Leeds. O'Marr's boat left.") ==
        List{"person|Lena O'Marr|Lena O'Marr", "place|Leeds|Leeds", "person|O'Marr|Lena O'Marr"});
  CHECK(names("Le maire Paul Orvin parle. La maison d'Orvin est grande.", "fr").back() == "person|Orvin|Paul Orvin");
}

TEST_CASE("names: a month is no place") {
  CHECK(names("It opened in May. It closed in May 2019. On 5 May it rained, on May 6 it snowed.").empty());
  CHECK(names("Mayor Dana May spoke in May. May left.") == List{"person|Dana May|Dana May", "person|May|Dana May"});
}

TEST_CASE("names: a title inside a run of capitals ends what stands before it") {
  CHECK(names("Transport Minister Dana Marr spoke. Marr left.") ==
        List{"person|Dana Marr|Dana Marr", "person|Marr|Dana Marr"});
}

TEST_CASE("names: a possessive plural before a word of organisations is part of the name") {
  CHECK(names("The Norvik Residents' Association (NRA) met.").front() ==
        "organisation|Norvik Residents' Association|Norvik Residents' Association");
}
