// From which opinion on a unit is body: chosen for each page, since F1 of a page is lost in other ways on a page of one
// long text than on one of many doubtful lines.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/features/scan.h"

namespace article {

constexpr int32_t kFaintestBody = 104;  // opinion of a probability of 0.18: less is no body on any page
constexpr int32_t kSurestBody = 160;    // of 0.88: more is body on every page

// The least opinion (roles/evidence.h) that is body, such that the expected F1 of the page by length is best.  Expected
// of a set of units is about twice its probable length by the sum of its length and the probable length of all (Nan Ye
// and others, Optimizing F-measure: a tale of two approaches, 2012: the best set holds the most probable units). Cost:
// one pass over the units.
int32_t least_body_opinion(const uint8_t* opinion, const UnitStats* stats, size_t units) noexcept;

}  // namespace article
