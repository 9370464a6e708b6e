// The sketch of a document's body, for the functions that find near-duplicates.  Cost: that of the fields and of
// Sketch.
#pragma once

#include "core/article.h"
#include "core/fingerprint.h"

namespace article {

// Of the body, or of the whole text where too little of it was read as body.
Sketch sketch_document(Document& document, bool with_bands, const Interrupt& interrupt);

}  // namespace article
