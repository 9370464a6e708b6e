// article_version(): the version of the extension, "0.1.0".
#include "vtab/function.h"

namespace article {

namespace {

void article_version(const ScalarCall& call) {
  call.result.text(ARTICLE_VERSION);
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_version, 0, 0, article_version)

}  // namespace article
