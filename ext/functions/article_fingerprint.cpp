// article_fingerprint(text [, reference_time, timezone, language]): 64 bits, near for near-duplicate bodies.
//
//   SELECT a.id, b.id FROM docs a JOIN docs b ON a.id < b.id WHERE article_distance(a.print, b.print) <= 12;
#include "core/sketch.h"
#include "vtab/function.h"

namespace article {

namespace {

void article_fingerprint(const ScalarCall& call) {
  DocumentPointer document;
  if (!call.document(0, &document)) {
    return;
  }
  const Sketch sketch = sketch_document(*document, false, call.interrupt);
  if (sketch.empty()) {
    call.result.null();
  } else {
    call.result.integer(static_cast<int64_t>(sketch.fingerprint()));
  }
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_fingerprint, 1, 4, article_fingerprint)

}  // namespace article
