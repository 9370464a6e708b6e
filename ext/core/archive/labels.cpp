// Questions that the readers of all formats ask of a line.
#include <algorithm>

#include "core/archive/reader.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kBy[] = {"by ", "von ", "par ", "por ", "door ", "di ", "av "};

struct Zone {
  std::string_view name;
  int16_t minutes;
};
constexpr Zone kZones[] = {{"GMT", 0},    {"UTC", 0},    {"UT", 0},     {"Z", 0},      {"EST", -300}, {"EDT", -240},
                           {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
                           {"CET", 60},   {"CEST", 120}, {"ET", -300},  {"BST", 60},   {"MEZ", 60},   {"MESZ", 120}};

bool is_year(std::string_view digits) noexcept {
  return digits.size() == 4 && (starts_with(digits, "19") || starts_with(digits, "20") || starts_with(digits, "18"));
}

}  // namespace

bool looks_like_date(std::string_view line) noexcept {
  if (line.size() > 120) {
    return false;
  }
  WordCursor cursor(line, 0, line.size());
  Word word;
  size_t words = 0;
  size_t numbers = 0;
  bool year = false;
  while (cursor.next(&word)) {
    ++words;
    if (word.kind == WordKind::kNumber) {
      ++numbers;
      year = year || is_year(line.substr(word.begin, word.end - word.begin));
    }
  }
  // "November 7, 2019 Thursday 10:30 PM GMT, Late Edition": not the sentence that mentions a year.
  return year && words <= 14 && (numbers >= 2 || words <= 3) && !is_copyright_line(line);
}

bool is_copyright_line(std::string_view line) noexcept {
  line = !line.empty() && line.front() == '(' && !starts_with_nocase(line, "(c)") ? line.substr(1) : line;
  if (starts_with_nocase(line, "copyright")) {
    // "Copyright reform passes" is a headline.
    const std::string_view rest = visible(line.substr(9));
    const bool year = std::any_of(rest.begin(), rest.end(), is_digit);
    return rest.empty() || year || starts_with_nocase(rest, "by ") || starts_with_nocase(rest, "(c)") ||
           starts_with(rest, "\u00A9") || starts_with(rest, ":") || contains(rest, "ights");
  }
  return starts_with_nocase(line, "(c) ") || starts_with(line, "\u00A9") ||
         starts_with_nocase(line, "all rights reserved") || starts_with_nocase(line, "alle rechte vorbehalten") ||
         starts_with_nocase(line, "tous droits r\u00E9serv\u00E9s") || starts_with_nocase(line, "todos los derechos") ||
         starts_with_nocase(line, "tutti i diritti");
}

std::string_view without_by(std::string_view byline) noexcept {
  for (const std::string_view by : kBy) {
    if (starts_with_nocase(byline, by)) {
      return visible(byline.substr(by.size()));
    }
  }
  return byline;
}

bool looks_like_name(std::string_view line) noexcept {
  WordCursor cursor(line, 0, line.size());
  Word word;
  size_t words = 0;
  size_t capitals = 0;
  while (cursor.next(&word)) {
    if (word.kind != WordKind::kWord) {
      return false;
    }
    ++words;
    capitals += word.capital ? 1 : 0;
  }
  return words >= 2 && words <= 5 && capitals + 1 >= words && capitals >= 2;
}

int year_of_two_digits(int digits) noexcept {
  return digits < 70 ? 2000 + digits : 1900 + digits;
}

bool parse_mail_zone(std::string_view zone, int16_t* minutes) noexcept {
  if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-')) {
    size_t at = 1;
    unsigned number = 0;
    if (!read_number(zone, &at, &number) || at != 5 || number / 100 > 14 || number % 100 > 59) {
      return false;
    }
    const auto total = static_cast<int16_t>(number / 100 * 60 + number % 100);
    *minutes = zone[0] == '-' ? static_cast<int16_t>(-total) : total;
    return true;
  }
  for (const Zone& known : kZones) {
    if (zone == known.name) {
      *minutes = known.minutes;
      return true;
    }
  }
  return false;
}

int month_of_abbreviation(std::string_view word) noexcept {
  for (size_t i = 0; i < 12; ++i) {
    if (word.size() >= 3 && equal_nocase(word.substr(0, 3), kMonths[i])) {
      return static_cast<int>(i + 1);
    }
  }
  return 0;
}

}  // namespace article
