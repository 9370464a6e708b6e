// The trees that are compiled in.  A file of its own: ext/tools/fields/probe_trees.cpp stands in its place where trees
// are read at run time.
#include "core/fields/score.h"

namespace article {

namespace {

#include "trees.inc"

}  // namespace

const Trees& trees_of(Ranking ranking) noexcept {
  return kRankings[static_cast<size_t>(ranking)];
}

}  // namespace article
