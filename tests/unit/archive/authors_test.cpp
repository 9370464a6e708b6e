#include "core/archive/authors.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

std::string authors(const std::string& byline, bool surname_first = false, const std::string& paper = {}) {
  std::pmr::monotonic_buffer_resource arena;
  std::string out;
  for (const std::string_view name : labelled_authors(byline, surname_first, paper, &arena, &arena)) {
    out += std::string(name) + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("labelled bylines: capitals, joiners, posts and papers") {
  CHECK(authors("By JOHN DOE and JANE ROE; Staff Writers") == "John Doe|Jane Roe|");
  CHECK(authors("By JOHN DOE, JANE ROE AND TOM POE") == "John Doe|Jane Roe|Tom Poe|");
  CHECK(authors("John Doe;Jane Roe;Keith L. Poe") == "John Doe|Jane Roe|Keith L. Poe|");
  CHECK(authors("Von MAX MUSTER UND ERIKA BEISPIEL") == "Max Muster|Erika Beispiel|");
  CHECK(authors("JOHN MCDOE") == "John McDoe|");
  CHECK(authors("By John Doe The Arvaton Star", false, "The Arvaton Star (Nowhere)") == "John Doe|");
}

TEST_CASE("labelled bylines: surnames first, where the format says so or each part is one word") {
  CHECK(authors("Doe, John; Roe, Jane A.", true) == "John Doe|Jane A. Roe|");
  CHECK(authors("DOE, JOHN") == "John Doe|");
  CHECK(authors("O'DOWD, JOHN; SAINT-CLAIR, JANE") == "John O'Dowd|Jane Saint-Clair|");
  CHECK(authors("By John Doe, Jane Roe") == "John Doe|Jane Roe|");
  CHECK(authors("Doe, John; Example Post", true, "Example Post") == "John Doe|");
}

TEST_CASE("labelled bylines: who only helped, where it was written, and what is no name") {
  CHECK(authors("By JOHN DOE; Jane Roe contributed reporting.") == "John Doe|");
  CHECK(authors("By JOHN DOE Special to The Example Post") == "John Doe|");
  CHECK(authors("From John Doe in Paris") == "John Doe|");
  CHECK(authors("John Doe, New York") == "John Doe|");
  CHECK(authors("By Our Correspondent").empty());
  CHECK(authors("By dpa correspondents").empty());
  CHECK(authors("The Associated Press").empty());
  CHECK(authors("Report from The Pioneer brought to you by Example Syndication.").empty());
}
