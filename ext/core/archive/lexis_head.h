// The head of a LexisNexis article: copyright, paper, headline, date, edition, byline, in front of the first label or
// the text.
//
//                          The Example Post (London)
//
//                          November 7, 2019 Thursday
//                                Final Edition
//
//   Rain ends drought
//
// Paper, date and edition are centred; headline and byline stand at the margin, before or after the date.  Where no
// line is centred (the blanks were lost), paper, date and headline follow each other.  Cost: two passes over the head.
#pragma once

#include "core/archive/reader.h"

namespace article {

// Reads the head that begins at line i; the line behind it.
size_t read_lexis_head(ArticleReader& reader, size_t i);

}  // namespace article
