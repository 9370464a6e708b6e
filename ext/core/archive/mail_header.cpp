// Lines of mail headers, and their dates.
#include "core/archive/mail.h"
#include "core/time/calendar.h"

namespace article {

bool split_header(std::string_view line, std::string_view* name, std::string_view* value) noexcept {
  size_t end = 0;
  while (end < line.size() && (is_alnum(line[end]) || line[end] == '-' || line[end] == '_')) {
    ++end;
  }
  if (end == 0 || end > 60 || end >= line.size() || line[end] != ':') {
    return false;
  }
  *name = line.substr(0, end);
  *value = visible(line.substr(end + 1));
  return true;
}

bool is_batch_line(std::string_view line) noexcept {
  return starts_with(line, "#! rnews ") || starts_with(line, "#! cunbatch");
}

size_t skip_bom_and_blanks(std::string_view text) noexcept {
  const std::string_view rest = visible(text.substr(0, 4096));
  return rest.empty() ? 0 : static_cast<size_t>(rest.data() - text.data());
}

bool read_mail_date(std::string_view text, Instant* instant) noexcept {
  const size_t comma = text.find(',');
  size_t at = comma < 12 ? comma + 1 : 0;
  unsigned numbers[5] = {0, 0, 0, 0, 0};  // day, year, hour, minute, second
  while (at < text.size() && !is_digit(text[at])) {
    ++at;
  }
  if (!read_number(text, &at, &numbers[0])) {
    return false;
  }
  while (at < text.size() && (text[at] == ' ' || text[at] == '-')) {
    ++at;
  }
  const int month = month_of_abbreviation(text.substr(at));
  while (at < text.size() && !is_digit(text[at])) {
    ++at;
  }
  if (month == 0 || !read_number(text, &at, &numbers[1])) {
    return false;
  }
  const int year = numbers[1] < 100 ? year_of_two_digits(static_cast<int>(numbers[1])) : static_cast<int>(numbers[1]);
  if (!valid_date(year, month, static_cast<int>(numbers[0]))) {
    return false;
  }
  instant->year = year;
  instant->month = static_cast<uint8_t>(month);
  instant->day = static_cast<uint8_t>(numbers[0]);
  instant->precision = DatePrecision::kDay;
  skip_blanks(text, &at);
  if (!read_number(text, &at, &numbers[2]) || at >= text.size() || text[at] != ':' || numbers[2] > 23 ||
      !read_number(text, &++at, &numbers[3]) || numbers[3] > 59) {
    return true;
  }
  instant->hour = static_cast<uint8_t>(numbers[2]);
  instant->minute = static_cast<uint8_t>(numbers[3]);
  instant->precision = DatePrecision::kMinute;
  if (at < text.size() && text[at] == ':' && read_number(text, &++at, &numbers[4]) && numbers[4] < 60) {
    instant->second = static_cast<uint8_t>(numbers[4]);
    instant->precision = DatePrecision::kSecond;
  }
  skip_blanks(text, &at);
  const std::string_view zone = text.substr(at, text.find_first_of(" (", at) - at);
  int16_t minutes = 0;
  if (parse_mail_zone(zone, &minutes)) {
    instant->offset_minutes = minutes;
  }
  return true;
}

}  // namespace article
