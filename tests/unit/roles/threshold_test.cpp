#include "core/roles/threshold.h"

#include <catch2/catch.hpp>
#include <vector>

#include "core/roles/evidence.h"

using namespace article;

namespace {

struct UnitOf {
  float logit;
  uint32_t characters;
};

int32_t least_of(const std::vector<UnitOf>& units) {
  std::vector<uint8_t> opinions;
  std::vector<UnitStats> stats;
  for (const UnitOf& unit : units) {
    opinions.push_back(opinion_of(unit.logit));
    UnitStats of_unit;
    of_unit.characters = unit.characters;
    stats.push_back(of_unit);
  }
  return least_body_opinion(opinions.data(), stats.data(), stats.size());
}

}  // namespace

TEST_CASE("threshold: beside a sure body a doubtful line is no body, without one it is") {
  CHECK(least_of({{5, 4000}, {-0.5F, 300}}) > opinion_of(-0.5F));
  CHECK(least_of({{-0.5F, 300}, {-3, 300}}) <= opinion_of(-0.5F));
}

TEST_CASE("threshold: a long doubtful text beside a short sure one counts by its length") {
  CHECK(least_of({{5, 100}, {-0.4F, 4000}}) <= opinion_of(-0.4F));
  CHECK(least_of({{5, 4000}, {-0.4F, 100}}) > opinion_of(-0.4F));
}

TEST_CASE("threshold: what is improbable is body on no page, what is sure on every one") {
  CHECK(least_of({}) == kSurestBody);
  CHECK(least_of({{-6, 500}, {-7, 90}}) > opinion_of(-6));
  CHECK(least_of({{8, 100000}, {2.2F, 10}}) <= opinion_of(2.2F));
}

TEST_CASE("threshold: ideographs are as long as what they say") {
  UnitStats latin;
  latin.characters = 300;
  UnitStats chinese;
  chinese.characters = 120;
  chinese.ideographs = 120;
  CHECK(length_of(chinese) == length_of(latin));
}

TEST_CASE("threshold: the faintest text that is body on any page is, what is fainter by one is not") {
  UnitStats stats;
  stats.characters = 300;
  const auto least = [&](int32_t opinion) {
    const auto only = static_cast<uint8_t>(opinion);
    return least_body_opinion(&only, &stats, 1);
  };
  CHECK(least(kFaintestBody) == kFaintestBody);
  CHECK(least(kFaintestBody - 1) > kFaintestBody);
}
