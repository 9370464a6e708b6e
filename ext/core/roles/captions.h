// Texts of pictures, by the credit that they end with.
//
//   "The new bridge. [Ada Writer, Courier]"   "The quay at dawn. (Image: Harbour Post)"   "The quay. | Photo Credit: A.
//   Writer" "A beaver dam seen from a drone. T. WRITER"   "The dam. Ada Writer/Example Images"   "The mill. ADA WRITER
//   ada@example.com"
//   "The pool. (Outback Post: A. Writer)"   "Before dawn. (A. Writer/Mesa Courier)"
//
// Cost: linear in the bytes of the line; longer lines than a caption are not looked at.
#pragma once

#include <string_view>

namespace article {

enum class CreditMark : unsigned char {
  kNone,
  kTail,      // who took it, without a word that says so
  kLabelled,  // with a word for pictures, or two names in brackets
};

// `holds_word`: the line has a word for pictures or credits somewhere.
CreditMark credit_at_end(std::string_view line, bool holds_word);

}  // namespace article
