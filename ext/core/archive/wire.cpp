#include "core/archive/wire.h"

#include "core/text/utf8.h"
#include "core/time/calendar.h"

namespace article {

namespace {

int16_t zone_at(std::string_view text, size_t* at) noexcept {
  size_t i = *at;
  while (i < text.size() && text[i] == ' ') {
    ++i;
  }
  size_t end = i;
  while (end < text.size() && is_upper(text[end])) {
    ++end;
  }
  int16_t minutes = 0;
  if (parse_mail_zone(text.substr(i, end - i), &minutes)) {
    *at = end;
    return minutes;
  }
  return kNoOffset;
}

// Exactly `count` digits at `at`, with no digit beside them.
bool digits_at(std::string_view text, size_t at, size_t count, int* value) noexcept {
  if (at + count > text.size() || (at > 0 && is_digit(text[at - 1])) ||
      (at + count < text.size() && is_digit(text[at + count]))) {
    return false;
  }
  *value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) {
      return false;
    }
    *value = *value * 10 + (text[i] - '0');
  }
  return true;
}

bool fill(Instant* instant, int year, int month, int day, int clock, int16_t zone) noexcept {
  if (!valid_date(year, month, day) || clock / 100 > 23 || clock % 100 > 59) {
    return false;
  }
  instant->year = year;
  instant->month = static_cast<uint8_t>(month);
  instant->day = static_cast<uint8_t>(day);
  instant->hour = static_cast<uint8_t>(clock / 100);
  instant->minute = static_cast<uint8_t>(clock % 100);
  instant->precision = DatePrecision::kMinute;
  instant->offset_minutes = zone;
  return true;
}

// mm-dd-yy hhmm ZONE
bool read_dashed(std::string_view line, Instant* instant) noexcept {
  for (size_t i = 0; i + 8 <= line.size(); ++i) {
    int month = 0;
    int day = 0;
    int year = 0;
    int clock = 0;
    if (!digits_at(line, i, 2, &month) || line[i + 2] != '-' || !digits_at(line, i + 3, 2, &day) ||
        line[i + 5] != '-' || !digits_at(line, i + 6, 2, &year)) {
      continue;
    }
    size_t at = i + 8;
    while (at < line.size() && line[at] == ' ') {
      ++at;
    }
    if (!digits_at(line, at, 4, &clock)) {
      continue;
    }
    at += 4;
    return fill(instant, year_of_two_digits(year), month, day, clock, zone_at(line, &at));
  }
  return false;
}

int reference_year(std::string_view reference, int month, int day) noexcept {
  Instant captured;
  if (!parse_reference_time(reference, kNoOffset, &captured)) {
    return 0;
  }
  // The last such day that is not after the capture, a day of grace for time zones.
  const bool later = month > captured.month || (month == captured.month && day > captured.day + 1);
  return later ? captured.year - 1 : captured.year;
}

// "Nov 19", "Nov 2019" at `at`: 0 where the year is left out or is the day again and the reference tells it better.
int trailer_year(std::string_view line, size_t at, std::string_view reference, int month, int day) noexcept {
  while (at < line.size() && !is_digit(line[at])) {
    ++at;
  }
  unsigned last = 0;
  const size_t begin = at;
  int year = 0;
  if (read_number(line, &at, &last)) {
    year = at - begin == 4 ? static_cast<int>(last) : year_of_two_digits(static_cast<int>(last % 100));
  }
  const int from_reference = reference_year(reference, month, day);
  return from_reference != 0 && (year == 0 || static_cast<int>(last) == day) ? from_reference : year;
}

// ddhhmm ZONE Mon yy.  Some wires print the day of the month again instead of the year.
bool read_day_first(std::string_view line, std::string_view reference, Instant* instant) noexcept {
  for (size_t i = 0; i + 6 <= line.size(); ++i) {
    int number = 0;
    if (!digits_at(line, i, 6, &number)) {
      continue;
    }
    const int day = number / 10000;
    size_t at = i + 6;
    const int16_t zone = zone_at(line, &at);
    while (at < line.size() && line[at] == ' ') {
      ++at;
    }
    const int month = month_of_abbreviation(line.substr(at));
    // "211259 Nov 18": without a zone only where nothing else stands in the line.
    if (month == 0 || (zone == kNoOffset && (i > 0 || line.size() > at + 6))) {
      continue;
    }
    const int year = trailer_year(line, at, reference, month, day);
    return year != 0 && fill(instant, year, month, day, number % 10000, zone);
  }
  return false;
}

}  // namespace

std::string_view printed(std::string_view line) noexcept {
  while (!line.empty() && static_cast<unsigned char>(line.front()) < 0x20) {
    line.remove_prefix(1);
  }
  return visible(line);
}

namespace {

// What is printed for the typewriter marks at `i`; `length`: of the marks.  data() == nullptr: no such mark.
std::string_view print_mark(std::string_view bytes, size_t i, bool after_blank, size_t* length) noexcept {
  const char byte = bytes[i];
  const bool pair = i + 1 < bytes.size() && bytes[i + 1] == byte;
  const bool at_end = i + 1 == bytes.size() || bytes[i + 1] == '\r' || bytes[i + 1] == '\n';
  *length = 1;
  if (byte == '`' || (byte == '\'' && pair)) {
    *length = pair ? 2 : 1;
    return byte == '\'' ? "\u201D" : pair ? "\u201C" : "\u2018";
  }
  if (byte == '_' && after_blank && (at_end || bytes[i + 1] == ' ')) {
    return "\u2014";
  }
  const bool unprinted = byte == '^' || ((byte == '<' || byte == '=') && at_end) ||
                         (byte == '@' && i + 1 < bytes.size() && bytes[i + 1] == '<');
  return unprinted ? std::string_view("") : std::string_view();
}

}  // namespace

std::string_view clean_wire(std::string_view bytes, std::pmr::memory_resource* arena) {
  // Quotes grow from two bytes to three.
  auto* out = static_cast<char*>(arena->allocate(bytes.size() * 3 + 4, 1));
  size_t size = 0;
  for (size_t i = 0; i < bytes.size();) {
    const bool after_blank = size > 0 && out[size - 1] == ' ';
    size_t length = 1;
    if (const std::string_view mark = print_mark(bytes, i, after_blank, &length); mark.data() != nullptr) {
      size += mark.copy(out + size, mark.size());
    } else if (static_cast<unsigned char>(bytes[i]) > 0x20 && bytes[i] != 0x7F) {
      out[size++] = bytes[i];
    } else if (size > 0 && !after_blank) {
      out[size++] = ' ';
    }
    i += length;
  }
  while (size > 0 && (out[size - 1] == ' ' || out[size - 1] == '<' || out[size - 1] == '=' || out[size - 1] == '@')) {
    --size;
  }
  return {out, size};
}

bool is_wire_note(std::string_view line) noexcept {
  while (!line.empty() && (line.front() == '(' || line.front() == '^' || line.front() == '[')) {
    line.remove_prefix(1);
  }
  line = visible(line);
  for (const std::string_view note : {"Eds:",
                                      "Eds.:",
                                      "Eds ",
                                      "Editors:",
                                      "Editors' note",
                                      "Editor's note",
                                      "Editors note",
                                      "EDITOR'S NOTE",
                                      "Note to editors",
                                      "Notes to editors",
                                      "Attention editors",
                                      "Embargoed",
                                      "Embargo:",
                                      "Not for release",
                                      "Hold for release",
                                      "HFR",
                                      "For release",
                                      "For immediate release",
                                      "With:",
                                      "With AP",
                                      "AP Photo",
                                      "Graphic:",
                                      "code:",
                                      "INDEX:",
                                      "SYMBOL:",
                                      "Update:",
                                      "URGENT",
                                      "BULLETIN",
                                      "FLASH",
                                      "NEWSALERT",
                                      "ADVANCE for",
                                      "For Release"}) {
    if (starts_with_nocase(line, note)) {
      return true;
    }
  }
  return false;
}

bool is_wire_signature(std::string_view line) noexcept {
  constexpr size_t kLongestWord = 5;
  line = visible(line);
  size_t word = 0;
  size_t words = 0;
  for (size_t i = 0; i <= line.size(); ++i) {
    const char byte = i < line.size() ? line[i] : ' ';
    if (byte == ' ' || byte == '/') {
      words += word > 0 ? 1 : 0;
      word = 0;
    } else if (((byte < 'a' || byte > 'z') && !(words == 0 && is_upper(byte))) || ++word > kLongestWord) {
      return false;
    }
  }
  return words >= 2 && words <= 7;
}

bool ends_wire_text(std::string_view line) noexcept {
  while (!line.empty() && (line.front() == '(' || line.front() == '^' || line.front() == '#' || line.front() == '*')) {
    line.remove_prefix(1);
  }
  line = visible(line);
  for (const std::string_view end :
       {"The following information is not", "Notes to editors", "Note to editors", "Editors' notes:", "Notebook",
        "dpa contacts", "Internet links", "Contacts:", "Attention editors"}) {
    if (starts_with_nocase(line, end)) {
      return true;
    }
  }
  return line == "NNNN";
}

bool read_wire_time(std::string_view line, std::string_view reference, Instant* instant) noexcept {
  return line.size() < 200 && (read_dashed(line, instant) || read_day_first(line, reference, instant));
}

}  // namespace article
