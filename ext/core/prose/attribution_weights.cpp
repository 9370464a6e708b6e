// The weights that are compiled in; see attribution_model.h.
#include "core/prose/attribution_model.h"

namespace article {

#include "prose_weights.inc"

const AttributionWeights& built_in_attribution_weights() noexcept {
  return kWeights;
}

}  // namespace article
