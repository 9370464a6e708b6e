#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "core/roles/role_weights.h"

using namespace article;

namespace {

// Probabilities of one unit, role by role, as the definition of a softmax has them.
std::vector<double> plain_probabilities(const Weights& weights, const int16_t* sums) {
  std::vector<double> of_role(kRoleCount, 0.0);
  double total = 0;
  for (size_t k = 1; k < kRoleCount; ++k) {
    if (k != static_cast<size_t>(Role::kBody)) {
      of_role[k] = std::exp(static_cast<double>(sums[k]) * weights.roles.scale + weights.role_base[k]);
      total += of_role[k];
    }
  }
  for (double& probability : of_role) {
    probability /= total;
  }
  return of_role;
}

}  // namespace

TEST_CASE("weighing eight units at once gives each its most probable role and its probability of a headline") {
  Weights weights;
  weights.roles.scale = 1.0F / 256.0F;
  std::mt19937 random(11);
  for (float& base : weights.role_base) {
    base = static_cast<float>(random() % 1000) / 250.0F - 2.0F;
  }
  std::vector<int16_t> sums(kRolesAtOnce * kRoleOutputs);
  for (int round = 0; round < 50; ++round) {
    for (int16_t& sum : sums) {
      sum = static_cast<int16_t>(static_cast<int>(random() % 4096) - 2048);
    }
    RoleChoice choices[kRolesAtOnce];
    weigh_roles(weights, sums.data(), choices);
    for (size_t unit = 0; unit < kRolesAtOnce; ++unit) {
      std::vector<double> expected = plain_probabilities(weights, sums.data() + unit * kRoleOutputs);
      const double headline = expected[static_cast<size_t>(Role::kHeadline)];
      CHECK(choices[unit].headline == Approx(headline).epsilon(1e-5).margin(1e-12));
      expected[static_cast<size_t>(Role::kHeadline)] = 0;
      const double most = *std::max_element(expected.begin(), expected.end());
      CHECK(choices[unit].probability == Approx(most).epsilon(1e-5));
      CHECK(expected[static_cast<size_t>(choices[unit].role)] == Approx(most).epsilon(1e-5));
    }
  }
}

TEST_CASE("of two roles that are as probable the first counts") {
  const Weights weights;  // all sums count nothing
  const std::vector<int16_t> sums(kRolesAtOnce * kRoleOutputs, 5);
  RoleChoice choices[kRolesAtOnce];
  weigh_roles(weights, sums.data(), choices);
  CHECK(choices[3].role == Role::kSubhead);
}
