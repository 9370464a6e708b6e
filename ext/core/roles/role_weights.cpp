#include "core/roles/role_weights.h"

#include <cstring>

#include "core/cpu.h"
#include "core/roles/softmax.h"

namespace article {

namespace {

constexpr auto kHeadline = static_cast<size_t>(Role::kHeadline);
constexpr auto kBody = static_cast<size_t>(Role::kBody);
constexpr size_t kFirst = kHeadline + 1;  // of those that are chosen from
static_assert(static_cast<size_t>(Role::kSubhead) == kFirst, "all others stand behind the headline");

typedef int32_t Wholes __attribute__((vector_size(sizeof(Eight))));

struct RoleWeights {
  Eight of[kRoleCount];
  Eight total;
};

inline __attribute__((always_inline)) void weigh(const Weights& weights, const int16_t* sums,
                                                 RoleWeights* out) noexcept {
  constexpr float kLeastLogit = -80.0F;  // below the greatest: nothing
  Eight most = Eight{} - 1e30F;
  for (size_t k = kHeadline; k < kRoleCount; ++k) {
    Wholes of_role;
    for (size_t unit = 0; unit < kRolesAtOnce; ++unit) {
      of_role[unit] = sums[unit * kRoleOutputs + k];
    }
    out->of[k] = __builtin_convertvector(of_role, Eight) * weights.roles.scale + weights.role_base[k];
    most = k == kBody ? most : out->of[k] > most ? out->of[k] : most;
  }
  out->total = Eight{};
  for (size_t k = kHeadline; k < kRoleCount; ++k) {
    const Eight least = Eight{} + kLeastLogit;
    Eight* value = &out->of[k];
    *value -= most;
    *value = *value > least ? *value : least;
    *value = *value < Eight{} ? *value : Eight{};
    to_exp(value);
    *value = k == kBody ? Eight{} : *value;
    out->total += *value;
  }
}

// Of roles whose probability is the same the first counts: `near` has all of them, and as a rule no other.
Role first_of(const RoleWeights& roles, size_t unit, uint32_t near, float probability) noexcept {
  while ((near & (near - 1)) != 0 && roles.of[__builtin_ctz(near)][unit] / roles.total[unit] < probability) {
    near &= near - 1;
  }
  return static_cast<Role>(__builtin_ctz(near));
}

inline __attribute__((always_inline)) void choose_roles(const Weights& weights, const int16_t* sums,
                                                        RoleChoice* choices) noexcept {
  RoleWeights roles;
  weigh(weights, sums, &roles);
  Eight most{};
  for (size_t k = kFirst; k < kRoleCount; ++k) {
    most = roles.of[k] > most ? roles.of[k] : most;
  }
  constexpr float kNear = 0.999999F;
  const Eight least = most * kNear;
  Wholes near{};
  for (size_t k = kFirst; k < kRoleCount; ++k) {
    near |= (roles.of[k] >= least) & (int32_t{1} << k);
  }
  const Eight probability = most / roles.total;
  const Eight headline = roles.of[kHeadline] / roles.total;
  for (size_t unit = 0; unit < kRolesAtOnce; ++unit) {
    const Role role = first_of(roles, unit, static_cast<uint32_t>(near[unit]), probability[unit]);
    choices[unit] = {role, probability[unit], headline[unit]};
  }
}

ARTICLE_WITH_AVX2 void choose_roles_wide(const Weights& weights, const int16_t* sums, RoleChoice* choices) noexcept {
  choose_roles(weights, sums, choices);
}
#ifdef ARTICLE_X86_64
ARTICLE_WITH_AVX512 void choose_roles_avx512(const Weights& weights, const int16_t* sums,
                                             RoleChoice* choices) noexcept {
  choose_roles(weights, sums, choices);
}
#endif

}  // namespace

void weigh_roles(const Weights& weights, const int16_t* sums, RoleChoice* choices) noexcept {
#ifdef ARTICLE_X86_64
  if (has_avx512()) {
    choose_roles_avx512(weights, sums, choices);
    return;
  }
#endif
  if (has_avx2()) {
    choose_roles_wide(weights, sums, choices);
  } else {
    choose_roles(weights, sums, choices);
  }
}

}  // namespace article
