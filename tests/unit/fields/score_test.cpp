#include "core/fields/score.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "core/cpu.h"

using namespace article;

TEST_CASE("rows that are scored together have the scores that each has alone") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> small(-3, 260);
  for (const Ranking ranking :
       {Ranking::kHeadline, Ranking::kDate, Ranking::kByline, Ranking::kItem, Ranking::kHeading}) {
    constexpr size_t kFeatures = ScoreBatch::kMostFeatures;
    ScoreBatch batch(ranking, kFeatures);
    std::vector<int32_t> alone;
    std::vector<int32_t> together;
    const auto take = [&](uint32_t row, int32_t value) {
      REQUIRE(row == together.size());
      together.push_back(value);
    };
    for (uint32_t row = 0; row < 21; ++row) {
      int16_t features[kFeatures];
      for (int16_t& feature : features) {
        feature = static_cast<int16_t>(row % 3 == 0 ? small(random) % 3 : small(random));
      }
      alone.push_back(score(trees_of(ranking), features));
      batch.add(features, row, take);
    }
    batch.finish(take);
    REQUIRE(together == alone);
  }
}

TEST_CASE("rows that are scored together have the scores of each by the vectors of other machines too") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> small(-3, 260);
  for (const Ranking ranking :
       {Ranking::kHeadline, Ranking::kDate, Ranking::kByline, Ranking::kItem, Ranking::kHeading}) {
    const Trees& trees = trees_of(ranking);
    REQUIRE(trees.splits != nullptr);
    int16_t columns[ScoreBatch::kMostFeatures][ScoreBatch::kRows];
    for (auto& column : columns) {
      for (int16_t& value : column) {
        value = static_cast<int16_t>(small(random) % (random() % 2 == 0 ? 3 : 300));
      }
    }
    for (const size_t rows : {size_t{5}, ScoreBatch::kRows}) {
      int16_t sums[ScoreBatch::kRows];
      if (has_avx2()) {
        add_trees_avx2(trees, columns, rows, sums);
      }
      for (size_t row = 0; has_avx2() && row < rows; ++row) {
        int16_t features[ScoreBatch::kMostFeatures];
        for (size_t i = 0; i < ScoreBatch::kMostFeatures; ++i) {
          features[i] = columns[i][row];
        }
        CHECK(trees.bias + sums[row] == score(trees, features));
      }
    }
  }
}
