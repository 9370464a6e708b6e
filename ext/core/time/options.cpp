// Options of the SQL functions: reference_time and timezone.
#include "core/time/calendar.h"
#include "core/time/lexer.h"
#include "core/time/lexicon.h"
#include "core/time/time.h"

namespace article {

namespace {

struct Cursor {
  std::string_view text;
  size_t at = 0;

  bool done() const noexcept { return at >= text.size(); }
  bool take(char byte) noexcept {
    if (done() || text[at] != byte) {
      return false;
    }
    ++at;
    return true;
  }
  // Exactly `width` digits; -1: not there.
  int number(int width) noexcept {
    int value = 0;
    for (int i = 0; i < width; ++i) {
      if (at + static_cast<size_t>(i) >= text.size() || text[at + static_cast<size_t>(i)] < '0' ||
          text[at + static_cast<size_t>(i)] > '9') {
        return -1;
      }
      value = value * 10 + (text[at + static_cast<size_t>(i)] - '0');
    }
    at += static_cast<size_t>(width);
    return value;
  }
};

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() &&
         (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

// Z, +04:00, +0400, +04; the cursor stands on the sign.
bool read_offset(Cursor* cursor, int16_t* minutes) noexcept {
  if (cursor->take('Z') || cursor->take('z')) {
    *minutes = 0;
    return true;
  }
  const bool minus = cursor->take('-');
  if (!minus && !cursor->take('+')) {
    return false;
  }
  const int hours = cursor->number(2);
  int rest = 0;
  if (!cursor->done() && (cursor->take(':') || (cursor->text[cursor->at] >= '0' && cursor->text[cursor->at] <= '9'))) {
    rest = cursor->number(2);
  }
  if (hours < 0 || rest < 0 || hours > 18 || rest > 59) {
    return false;
  }
  *minutes = static_cast<int16_t>((hours * 60 + rest) * (minus ? -1 : 1));
  return true;
}

bool read_clock(Cursor* cursor, Instant* at) noexcept {
  const int hour = cursor->number(2);
  if (hour < 0 || hour > 24) {
    return false;
  }
  at->hour = static_cast<uint8_t>(hour);
  at->precision = DatePrecision::kHour;
  const bool colon = cursor->take(':');
  const bool digits = !cursor->done() && cursor->text[cursor->at] >= '0' && cursor->text[cursor->at] <= '9';
  if (!colon && !digits) {
    return true;
  }
  const int minute = cursor->number(2);
  if (minute < 0 || minute > 59) {
    return false;
  }
  at->minute = static_cast<uint8_t>(minute);
  at->precision = DatePrecision::kMinute;
  const bool more = !cursor->done() && cursor->text[cursor->at] >= '0' && cursor->text[cursor->at] <= '9';
  if (cursor->take(':') || more) {
    const int second = cursor->number(2);
    if (second < 0 || second > 60) {
      return false;
    }
    at->second = static_cast<uint8_t>(second > 59 ? 59 : second);
    at->precision = DatePrecision::kSecond;
    if (cursor->take('.') || cursor->take(',')) {
      if (cursor->number(1) < 0) {
        return false;
      }
      while (cursor->number(1) >= 0) {
      }
    }
  }
  return hour < 24 || (minute == 0 && at->second == 0);
}

}  // namespace

bool parse_reference_time(std::string_view text, int16_t default_offset, Instant* instant) noexcept {
  Cursor cursor{trimmed(text)};
  Instant at;
  at.year = cursor.number(4);
  const bool dash = cursor.take('-');
  const int month = cursor.number(2);
  if (dash && !cursor.take('-')) {
    return false;
  }
  const int day = cursor.number(2);
  if (at.year < 1 || month < 0 || day < 0 || !valid_date(at.year, month, day)) {
    return false;
  }
  at.month = static_cast<uint8_t>(month);
  at.day = static_cast<uint8_t>(day);
  at.precision = DatePrecision::kDay;
  if (!cursor.done()) {
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ')) {
      return false;
    }
    if (!read_clock(&cursor, &at)) {
      return false;
    }
    cursor.take(' ');
    at.offset_minutes = default_offset;
    if (!cursor.done() && !read_offset(&cursor, &at.offset_minutes)) {
      return false;
    }
    if (at.hour == 24) {
      at.hour = 0;
      const Civil c = civil_from_days(day_number(at) + 1);
      at.year = c.year;
      at.month = static_cast<uint8_t>(c.month);
      at.day = static_cast<uint8_t>(c.day);
    }
  }
  if (!cursor.done() || at.year > 9999) {
    return false;
  }
  *instant = at;
  return true;
}

bool parse_timezone(std::string_view text, int16_t* offset_minutes) noexcept {
  Cursor cursor{trimmed(text)};
  if (cursor.done()) {
    return false;
  }
  int16_t minutes = 0;
  if (read_offset(&cursor, &minutes) && cursor.done()) {
    *offset_minutes = minutes;
    return true;
  }
  // An abbreviation, with an offset where it is UTC or GMT.
  TextPiece pieces[8];
  size_t at = 0;
  const std::string_view name = trimmed(text);
  if (name.find('/') != std::string_view::npos) {
    return false;  // IANA names need a database that the core does not have
  }
  const size_t count = lex_pieces(name, &at, name.size(), pieces, 8);
  if (count == 0 || at < name.size() || pieces[0].kind != PieceKind::kWord) {
    return false;
  }
  const TimeEntry* entry = find_entry(step_state(first_state(), pieces[0].hash));
  if (entry == nullptr) {
    return false;
  }
  const TimeSense* senses = entry_senses(*entry);
  int value = kAmbiguousZone;
  for (uint32_t s = 0; s < sense_count(*entry); ++s) {
    const bool any = senses[s].language == 0xFFFF || value == kAmbiguousZone;
    if (senses[s].kind == static_cast<uint8_t>(TimeWord::kZone) && any && senses[s].value < kAmbiguousZone) {
      value = senses[s].value;
    }
  }
  if (value == kAmbiguousZone) {
    return false;
  }
  if (count == 1) {
    *offset_minutes = winter_offset(value);
    return true;
  }
  if (value != 0) {
    return false;
  }
  Cursor tail{name.substr(pieces[0].end)};
  const bool minus = tail.take('-');
  if (!minus && !tail.take('+')) {
    return false;
  }
  int hours = tail.number(2);
  hours = hours < 0 ? tail.number(1) : hours;
  int rest = 0;
  if (tail.take(':') || !tail.done()) {
    rest = tail.number(2);
  }
  if (hours < 0 || hours > 18 || rest < 0 || rest > 59 || !tail.done()) {
    return false;
  }
  *offset_minutes = static_cast<int16_t>((hours * 60 + rest) * (minus ? -1 : 1));
  return true;
}

}  // namespace article
