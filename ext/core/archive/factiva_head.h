// What the two forms of Factiva text share.
#pragma once

#include "core/archive/reader.h"

namespace article {

// "Document TRENDN0020191107efb7000p1" -> the accession number; "" where the line is none.
std::string_view factiva_document(std::string_view line) noexcept;
// "355 words", "1.355 W\u00F6rter", "355 mots"
bool is_word_count(std::string_view line) noexcept;

}  // namespace article
