// article_distance(a, b): how many bits of two fingerprints differ, 0 to 64.
#include "core/fingerprint.h"
#include "vtab/function.h"

namespace article {

namespace {

void article_distance(const ScalarCall& call) {
  uint64_t prints[2] = {0, 0};
  for (int i = 0; i < 2; ++i) {
    switch (sqlite3_value_type(call.values[i])) {
      case SQLITE_NULL:
        call.result.null();
        return;
      case SQLITE_INTEGER:
        prints[i] = static_cast<uint64_t>(sqlite3_value_int64(call.values[i]));
        break;
      default:
        sqlite3_result_error(call.result.context(),
                             "article_distance: the arguments are integers that article_fingerprint gave", -1);
        return;
    }
  }
  call.result.integer(fingerprint_distance(prints[0], prints[1]));
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_distance, 2, 2, article_distance)

}  // namespace article
