// What the tests of the archive formats share.
//
//   split("...") == "lexisnexis 1|lexisnexis 2|"          format and identifier of each article
//   read("...", Field::kAuthor) == "Ada Writer|Bea Editor|"  the values of one field of the first article
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/archive/archive.h"
#include "core/article.h"

namespace article::test {

inline std::vector<std::string> pieces(const std::string& text) {
  ArticleSplitter splitter(text);
  std::vector<std::string> out;
  size_t last = 0;
  for (Piece piece; splitter.next({}, &piece);) {
    CHECK(piece.begin >= last);
    CHECK(piece.end > piece.begin);
    CHECK(piece.end <= text.size());
    last = piece.end;
    out.push_back(text.substr(piece.begin, piece.end - piece.begin));
  }
  return out;
}

inline std::string split(const std::string& text) {
  ArticleSplitter splitter(text);
  std::string out;
  for (Piece piece; splitter.next({}, &piece);) {
    out += std::string(format_name(piece.format)) + " " + std::string(piece.identifier) + "|";
  }
  return out;
}

// The values of a field, each with a bar behind it; `reference`: when the text was captured.
inline std::string read(const std::string& text, Field field, const std::string& reference = {}) {
  Options options;
  options.reference_time = reference;
  Document document(text, options, std::pmr::new_delete_resource());
  std::string out;
  for (const FieldValue& value : document.fields({}).all()) {
    if (value.field == field) {
      out += std::string(value.value) + "|";
    }
  }
  return out;
}

}  // namespace article::test
