#include "core/lists/labels.h"

#include <catch2/catch.hpp>
#include <string>

using namespace article;

namespace {

std::string split(const std::string& title) {
  Labels labels;
  std::string out(take_labels(title, &labels));
  for (size_t i = 0; i < labels.count; ++i) {
    out += "|" + std::string(labels.at[i]);
  }
  return out;
}

}  // namespace

TEST_CASE("labels: words in brackets at either end that are all labels") {
  CHECK(split("New ferry line opens in the bay (PHOTO)") == "New ferry line opens in the bay|PHOTO");
  CHECK(split("[Video] New ferry line opens in the bay") == "New ferry line opens in the bay|Video");
  CHECK(split("New ferry line opens (PHOTO/VIDEO)") == "New ferry line opens|PHOTO|VIDEO");
}

TEST_CASE("labels: other brackets belong to the title") {
  CHECK(split("New ferry line opens (for the summer)") == "New ferry line opens (for the summer)");
  CHECK(split("(PHOTO)") == "(PHOTO)");
}

TEST_CASE("labels: a label in capitals before the title, not one in small letters") {
  CHECK(split("VIDEO: New ferry line opens in the bay") == "New ferry line opens in the bay|VIDEO");
  CHECK(split("Live music returns to the bay") == "Live music returns to the bay");
}

TEST_CASE("labels: several in one bracket, with any of four marks between them") {
  CHECK(split("New ferry line opens (PHOTO, VIDEO)") == "New ferry line opens|PHOTO|VIDEO");
  CHECK(split("New ferry line opens (PHOTO + VIDEO)") == "New ferry line opens|PHOTO|VIDEO");
  CHECK(split("New ferry line opens (PHOTO & VIDEO)") == "New ferry line opens|PHOTO|VIDEO");
  CHECK(split("New ferry line opens (PHOTO / / VIDEO)") == "New ferry line opens|PHOTO|VIDEO");
}

TEST_CASE("labels: a number may follow a label, not stand alone") {
  CHECK(split("New ferry line opens (VIDEO 2)") == "New ferry line opens|VIDEO 2");
  CHECK(split("New ferry line opens (2)") == "New ferry line opens (2)");
}

TEST_CASE("labels: at most six, what is more stays in the title") {
  CHECK(split("(VIDEO)(VIDEO)(VIDEO)(VIDEO)(VIDEO)(VIDEO)(VIDEO)(VIDEO)(VIDEO) New ferry line opens").find(") New") !=
        std::string::npos);
}

TEST_CASE("labels: a bar makes a label of a word in small letters too, but two words are no title") {
  CHECK(split("Video | New ferry line opens") == "New ferry line opens|Video");
  CHECK(split("VIDEO: New ferry") == "VIDEO: New ferry");
  CHECK(split("VIDEO New ferry line opens") == "New ferry line opens|VIDEO");
  CHECK(split("VIDEO NEW FERRY LINE OPENS") == "VIDEO NEW FERRY LINE OPENS");
  CHECK(split("VIDEO:") == "VIDEO:");
}
