// What wire captures share: their control bytes, their typewriter marks, and the notes that are not for print.
#pragma once

#include "core/archive/reader.h"

namespace article {

constexpr char kSoh = '\x01';  // begins the header
constexpr char kStx = '\x02';  // begins the text
constexpr char kEtx = '\x03';  // ends the text
constexpr char kEot = '\x04';  // ends the transmission
constexpr char kSyn = '\x16';

// Blanks and control bytes removed from both ends.
std::string_view printed(std::string_view line) noexcept;

// The text as it is printed: ``'' are quotes, _ between blanks is a dash, < = ^ and control bytes are marks of the
// wire. One blank for a run of blanks and line ends.
std::string_view clean_wire(std::string_view bytes, std::pmr::memory_resource* arena);

// "Eds: ADDS details", "(Editors: ...)", "EMBARGOED UNTIL ...", "HOLD FOR RELEASE ..."
bool is_wire_note(std::string_view line) noexcept;
// "dpa al rmo hct", "AAP ab/cd": the initials of writers and editors under the text.
bool is_wire_signature(std::string_view line) noexcept;
// "The following information is not intended for publication": the rest is for editors.
bool ends_wire_text(std::string_view line) noexcept;

// "AP-NY-11-07-19 1145GMT", "071145 GMT Nov 19", "131137 GMT Nov 13".  `reference` decides where the year is left out.
bool read_wire_time(std::string_view line, std::string_view reference, Instant* instant) noexcept;

}  // namespace article
