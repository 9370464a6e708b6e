// What the roles other than body weigh, of eight units at once: a unit has a place in each vector, so that sums run in
// the order of the roles and every machine has the same result.
//
//   RoleChoice choices[kRolesAtOnce];  weigh_roles(weights, sums_of_eight_units, choices)
//
// Cost: about 150 instructions a unit.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/roles.h"
#include "core/roles/weights.h"

namespace article {

constexpr size_t kRoleOutputs = 24;  // of the forest of roles, for each unit
constexpr size_t kRolesAtOnce = 8;   // units

struct RoleChoice {
  Role role = Role::kBlank;  // the most probable of all but body and headline, of which a page has one
  float probability = 0;
  float headline = 0;  // probability of that
};

// sums: of weights.roles for kRolesAtOnce units.
void weigh_roles(const Weights& weights, const int16_t* sums, RoleChoice* choices) noexcept;

}  // namespace article
