// The weights that are compiled in, or none (ARTICLE_ATTRIBUTION_WEIGHTS=OFF); see attribution_model.h.
#include "core/prose/attribution_model.h"

namespace article {

#ifdef ARTICLE_NO_ATTRIBUTION_WEIGHTS
constexpr AttributionWeights kWeights{};
#else
#include "prose_weights.inc"
#endif

const AttributionWeights& built_in_attribution_weights() noexcept {
  return kWeights;
}

}  // namespace article
