// Roles of the units of one page: columns -> hashed words -> two forests for body -> a forest for the other roles ->
// decoder.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <vector>

#include "core/features.h"
#include "core/roles.h"
#include "core/roles/weights.h"

namespace article {

struct UnitRole {
  Role role = Role::kNavigation;
  uint8_t confidence = 0;  // of 255
};

std::pmr::vector<UnitRole> read_roles(const PageFeatures& page, const Weights& weights,
                                      std::pmr::memory_resource* memory);

}  // namespace article
