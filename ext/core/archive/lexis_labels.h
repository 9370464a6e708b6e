// The labels of LexisNexis and Nexis Uni, in the languages of their surfaces.
//
//   find_lexis_label("L\u00C4NGE: 355 W\u00F6rter", &value) -> kLength, "355 W\u00F6rter"
//
// A label that the data base does not have is body: "POLICE:", "KANPUR:".  Cost: one comparison with each label.
#pragma once

#include "core/archive/reader.h"

namespace article {

enum class LexisLabel : uint8_t {
  kNone,
  kHeadline,
  kByline,
  kSection,
  kLength,
  kDateline,
  kHighlight,
  kBody,
  kSource,  // of the text: agency
  kDate,
  kHead,  // any other label of the head
  kCopyright,
  kGraphic,
  kLanguage,
  kLoadDate,
  kSubject,
  kCorrection,
  kTail,  // any other label behind the body
};

LexisLabel find_lexis_label(std::string_view line, std::string_view* value) noexcept;
bool is_tail(LexisLabel label) noexcept;         // may stand behind the body
bool is_tail_only(LexisLabel label) noexcept;    // never stands in front of it
bool is_strict_tail(LexisLabel label) noexcept;  // once it is read, no body follows
// Values of several paragraphs: captions, corrections.
bool is_long_value(LexisLabel label) noexcept;
// "PUB-SUBJECT: ...": has the form of a label, though the data base may not have it.
bool is_shouted_label(std::string_view line) noexcept;

// The value of a label at line i goes on up to the next blank line or label, where lines are wrapped.  The line behind
// it.
size_t add_lexis_label(ArticleReader& reader, LexisLabel label, size_t i, std::string_view value,
                       bool one_line = false);

}  // namespace article
