// Which lines end with the credit of a picture.
#include "core/roles/captions.h"

#include <catch2/catch.hpp>

using namespace article;

TEST_CASE("captions: a word for pictures in brackets or before a colon, and a name behind it") {
  for (const char* line :
       {"The 47A at the stop in Lower Wenning (Image: Ashcombe Mercury)", "The quay at dawn. PHOTO: EXAMPLE FILE",
        "A view of the well, after it was cleared. | Photo Credit: RAMANA K.",
        "Ada Example on the quay. (Family photo)"}) {
    CHECK(credit_at_end(line, true) == CreditMark::kLabelled);
  }
}

TEST_CASE("captions: a name in capitals, with an agency or an address, behind the last sentence") {
  for (const char* line :
       {"A beaver dam on the bog, seen from a drone. T. LINDQVIST",
        "Workers stack paper at the mill. The machine started again. ADA BLUM ablum@ledger.example",
        "The harbour on Friday. Ada Example/Example Images", "The new bridge from the quay. [Ada Writer, Courier]"}) {
    CHECK(credit_at_end(line, false) == CreditMark::kTail);
  }
}

TEST_CASE("captions: sentences, labels of titles and abbreviations are no credits") {
  for (const char* line : {"The council met on Friday. It agreed.", "Factory opens its gates (PHOTO)",
                           "Factory opens its gates (PHOTO/VIDEO)", "Talks go on. The minister flew to the UN",
                           "The agency (NASA) will launch it in May.", "The ferry to the island: what it costs"}) {
    CHECK(credit_at_end(line, true) == CreditMark::kNone);
  }
}

TEST_CASE("captions: two names in brackets behind a sentence") {
  CHECK(credit_at_end("The pool will be filled again. (Outback Post: Tegan Writer)", false) == CreditMark::kLabelled);
  CHECK(credit_at_end("Children watch from the roof. (Dana Writer/Mesa Courier)", false) == CreditMark::kLabelled);
  CHECK(credit_at_end("The vote was close. (Yes: 12)", false) == CreditMark::kNone);
  CHECK(credit_at_end("The bill (see Part 2: Rivers)", false) == CreditMark::kNone);
}
