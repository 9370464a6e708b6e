#include "core/prose/names.h"

#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/prose/prose.h"
#include "core/text/lines.h"

namespace {

using namespace article;

// "kind|mention|fullest form" of each known name.
std::vector<std::string> names(std::string_view text) {
  auto* memory = std::pmr::new_delete_resource();
  const auto lines = split_lines(text, Interrupt{}, memory);
  Prose prose(text, text_blocks(text, lines, memory), language_of_tag("en"), memory);
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

TEST_CASE("names: days and nationalities are none") {
  CHECK(names("On Friday a French ship came.").empty());
}

TEST_CASE("names: an acronym in brackets is the name before it") {
  CHECK(names("The Ministry of Canals (MOC) met. The MOC left.") ==
        List{"organisation|Ministry of Canals|Ministry of Canals", "organisation|MOC|Ministry of Canals",
             "organisation|MOC|Ministry of Canals"});
  CHECK(names("The Ministry of Canals (UNO) met.").back() == "organisation|UNO|UNO");
}

TEST_CASE("names: a title inside a run of capitals ends what stands before it") {
  CHECK(names("Transport Minister Dana Marr spoke. Marr left.") ==
        List{"person|Dana Marr|Dana Marr", "person|Marr|Dana Marr"});
}
