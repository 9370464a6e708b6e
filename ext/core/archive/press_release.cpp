// Files of press releases as the wires send them out.
//
//   FOR IMMEDIATE RELEASE
//   Example Corp. Opens Plant
//   New site adds 200 jobs
//   BAKU, Nov. 7, 2019 /PRNewswire/ -- Example Corp. ...
//   About Example Corp.
//   ...
//   SOURCE Example Corp.
//   ###
//
// A release on a web page is a page like any other; here only a text that begins with one, or holds many, counts. Cost:
// one pass.
#include <algorithm>

#include "core/archive/frame.h"
#include "core/archive/reader.h"
#include "core/text/utf8.h"
#include "core/time/calendar.h"

namespace article {

namespace {

struct Wire {
  std::string_view mark;
  std::string_view name;
};
constexpr Wire kWires[] = {{"/PRNewswire", "PRNewswire"},
                           {"/PR Newswire", "PR Newswire"},
                           {"(BUSINESS WIRE)", "Business Wire"},
                           {"(GLOBE NEWSWIRE)", "GlobeNewswire"},
                           {"(GlobeNewswire", "GlobeNewswire"},
                           {"(Marketwired", "Marketwired"},
                           {"(Marketwire", "Marketwire"},
                           {"(MARKETWIRE", "Marketwire"},
                           {"/CNW/", "CNW"},
                           {"/CNW Telbec/", "CNW Telbec"},
                           {"(ACCESSWIRE", "ACCESSWIRE"},
                           {"/ ACCESSWIRE /", "ACCESSWIRE"},
                           {"(Newsfile Corp", "Newsfile"},
                           {"(PRWEB)", "PRWeb"},
                           {"/EINPresswire", "EINPresswire"},
                           {"/U.S. Newswire/", "U.S. Newswire"},
                           {"(AB NEWSWIRE", "AB Newswire"},
                           {"/PRNewswire-FirstCall", "PRNewswire"}};

// The wire whose mark stands in the dateline that the line begins with; `end` is where the text begins.
const Wire* wire_of(std::string_view line, size_t* end) noexcept {
  constexpr size_t kLongestDateline = 140;
  const std::string_view head = line.substr(0, kLongestDateline);
  if (!contains(head, "/") && !contains(head, "(")) {
    return nullptr;
  }
  for (const Wire& wire : kWires) {
    const size_t at = head.find(wire.mark);
    if (at == std::string_view::npos) {
      continue;
    }
    // A place and a date stand before it, dashes after it.
    const size_t dash = line.find("--", at);
    const size_t long_dash = line.find("\u2014", at);
    const size_t short_dash = line.find(" - ", at);
    const size_t slash = line.find(" / ", at + wire.mark.size() + 3);  // "/ ACCESSWIRE / November 7, 2019 / Text"
    const size_t first = std::min({dash, long_dash, short_dash, slash});
    if (at >= 3 && first != std::string_view::npos && first - at < 60) {
      *end = first + (first == dash ? 2 : 3);
      return &wire;
    }
  }
  return nullptr;
}

bool is_mark_line(std::string_view line) noexcept {
  return starts_with_nocase(line, "for immediate release") || starts_with_nocase(line, "for release") ||
         starts_with_nocase(line, "news release") || starts_with_nocase(line, "press release") ||
         starts_with_nocase(line, "news provided by") || starts_with_nocase(line, "embargoed");
}

// "-0-                         11/7/96": the end of older releases, with the date that the dateline leaves out.
bool is_dated_end(std::string_view line) noexcept {
  return starts_with(line, "-0-");
}

bool read_dated_end(std::string_view line, Instant* instant) noexcept {
  unsigned numbers[3] = {0, 0, 0};  // month, day, year
  size_t at = line.find_first_of("123456789", 3);
  for (size_t i = 0; i < 3 && at < line.size(); ++i) {
    if (!read_number(line, &at, &numbers[i])) {
      return false;
    }
    at += at < line.size() && (line[at] == '/' || line[at] == '-') ? 1 : 0;
  }
  const int year = numbers[2] < 100 ? year_of_two_digits(static_cast<int>(numbers[2])) : static_cast<int>(numbers[2]);
  if (numbers[2] == 0 || !valid_date(year, static_cast<int>(numbers[0]), static_cast<int>(numbers[1]))) {
    return false;
  }
  instant->year = year;
  instant->month = static_cast<uint8_t>(numbers[0]);
  instant->day = static_cast<uint8_t>(numbers[1]);
  instant->precision = DatePrecision::kDay;
  return true;
}

bool is_end_mark(std::string_view line) noexcept {
  if (is_dated_end(line) || line == "-30-" || line == "-END-" || line == "- END -" || line == "-ENDS-" ||
      line == "-end-" || line == "END") {
    return true;
  }
  if (line.size() < 3) {
    return false;
  }
  size_t marks = 0;
  for (const char byte : line) {
    marks += byte == '#' || byte == '*' || byte == '_' || byte == '=' ? 1U : byte == ' ' ? 0U : 100U;
  }
  return marks >= 3 && marks < 100;
}

bool is_source_line(std::string_view line) noexcept {
  return starts_with(line, "SOURCE ") || starts_with(line, "SOURCE: ") || starts_with(line, "Source: ");
}

bool is_contact_line(std::string_view line) noexcept {
  for (const std::string_view start :
       {"Contact", "CONTACT", "Media contact", "Media Contact", "MEDIA CONTACT", "Investor contact", "Investor Contact",
        "For further information", "For more information", "View source version", "View original content",
        "Related Links", "Logo -", "Photo -", "Cision View", "/CONTACT", "/Web site", "Web site:", "Press contact"}) {
    if (starts_with(line, start)) {
      return true;
    }
  }
  return false;
}

bool is_about_line(std::string_view line) noexcept {
  return (starts_with(line, "About ") || starts_with(line, "ABOUT ")) && line.size() < 90 && !contains(line, ". ");
}

struct Cues {
  size_t lines_before = 0;  // visible lines in front of the first dateline
  size_t datelines = 0;
  size_t ends = 0;
};

bool recognise(std::string_view head) noexcept {
  constexpr size_t kMostLinesInFront = 8;
  LineScanner scanner(head, 0);
  ScannedLine line;
  Cues cues;
  while (scanner.next(&line)) {
    const std::string_view bytes = visible(slice(head, line));
    if (bytes.empty()) {
      continue;
    }
    size_t end = 0;
    if (wire_of(bytes, &end) != nullptr) {
      ++cues.datelines;
    } else if (cues.datelines == 0 && ++cues.lines_before > kMostLinesInFront) {
      return false;
    } else if (cues.datelines > 0 && (is_end_mark(bytes) || is_source_line(bytes))) {
      ++cues.ends;
    }
  }
  return cues.datelines > 0 && cues.lines_before > 0 && cues.ends >= 1 && cues.ends + 1 >= cues.datelines;
}

// A release ends with its last mark (SOURCE, ###, contacts) before the next dateline; what stands between the mark and
// that dateline is the head of the next release.
bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool dated = false;
  bool closed = false;      // an end mark was read
  size_t end_of_marks = 0;  // behind the end mark and the lines of contacts that follow it
  bool contacts = false;    // inside the block that follows the mark
  size_t blanks = 0;
  bool another = false;
  next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view bytes = visible(line.bytes);
    if (bytes.empty()) {
      ++blanks;
      contacts = contacts && blanks < 2;
      return Cut::kOutside;
    }
    size_t end = 0;
    if (wire_of(bytes, &end) != nullptr) {
      another = dated && closed;
      dated = true;
    }
    const bool mark = is_end_mark(bytes);
    if (another || (!line.begun && mark)) {
      return another ? Cut::kStop : Cut::kOutside;
    }
    if (dated && (mark || is_source_line(bytes) || (closed && is_contact_line(bytes)))) {
      closed = true;
      contacts = !mark;
      end_of_marks = line.place.end;
    } else if (closed && contacts && (blanks == 0 || contains(bytes, "@") || contains(bytes, "http"))) {
      end_of_marks = line.place.end;
    } else {
      contacts = false;
    }
    blanks = 0;
    return line.begun ? Cut::kInside : Cut::kBegin;
  });
  piece->end = another ? end_of_marks : piece->end;
  return dated;
}

// "November 07, 2019 08:00 AM Eastern Standard Time", "Nov 07, 2019 08:00 ET | Source: Example Corp."
bool is_date_line(std::string_view line) noexcept {
  line = visible(line.substr(0, line.find('|')));
  size_t at = 0;
  while (at < line.size() && !is_digit(line[at])) {
    ++at;
  }
  return at < 20 && looks_like_date(line);
}

// Headline and deck of one block, a line each; lines of a wrapped headline are about as long as the page is wide.
void read_titles(ArticleReader& reader, size_t first, size_t end) {
  constexpr size_t kShortestWrapped = 60;
  if (!reader.has(Field::kHeadline)) {
    size_t last = first;
    while (last + 1 < end && reader.line(last).size() >= kShortestWrapped) {
      ++last;
    }
    reader.add(Field::kHeadline, reader.join(reader.line(first), reader.line(last)));
    reader.roles(first, last + 1, Role::kHeadline);
    first = last + 1;
  }
  if (first < end && !reader.has(Field::kAlternativeHeadline)) {
    reader.add(Field::kAlternativeHeadline, reader.join(reader.line(first), reader.line(end - 1)));
    reader.roles(first, end, Role::kSubhead);
  }
}

// The line of the date above the text, or end().
size_t read_front(ArticleReader& reader, size_t to) {
  size_t date = reader.end();
  bool provider = false;  // behind "News provided by" the firm and the date stand
  for (size_t i = reader.next_visible(reader.first()); i < to; i = reader.next_visible(i)) {
    const size_t end = std::min(reader.block_end(i), to);
    size_t first = i;
    while (first < end && (is_mark_line(reader.line(first)) || is_contact_line(reader.line(first)))) {
      provider = provider || starts_with_nocase(reader.line(first), "news provided by");
      ++first;
    }
    size_t last = first;
    while (last < end && !is_date_line(reader.line(last))) {
      ++last;
    }
    if (last < end && date == reader.end()) {
      date = last;
      reader.role(date, Role::kTimestamp);
    }
    if (first < last && !provider && !contains(reader.line(first), "@")) {
      read_titles(reader, first, last);
    }
    provider = provider && last == end;
    i = end;
  }
  return date;
}

bool has_year(std::string_view text) noexcept {
  for (size_t i = 0; i + 4 <= text.size(); ++i) {
    if ((starts_with(text.substr(i), "19") || starts_with(text.substr(i), "20")) && is_digit(text[i + 2]) &&
        is_digit(text[i + 3])) {
      return true;
    }
  }
  return false;
}

// "BAKU, Azerbaijan, Nov. 7, 2019 /PRNewswire/ --"; the date may stand behind the mark or only above the text.
void read_dateline(ArticleReader& reader, std::string_view line, const Wire& wire, size_t text_at, size_t date_line) {
  const size_t mark_at = line.find(wire.mark);
  std::string_view head = visible(line.substr(0, mark_at));
  while (!head.empty() && (head.back() == '-' || head.back() == ',' || head.back() == '/')) {
    head = visible(head.substr(0, head.size() - 1));
  }
  reader.add(Field::kDateline, head);
  constexpr size_t kLongestDate = 40;
  std::string_view behind = line.substr(mark_at + wire.mark.size());
  behind = behind.substr(0, std::min(behind.find("--", 3), kLongestDate));
  if (const size_t dashes = behind.find("--"); dashes < 3) {
    behind = behind.substr(dashes + 2);
  }
  behind = visible(behind.substr(0, behind.find("--")));
  if (has_year(head)) {
    reader.add(Field::kDatePublishedText, head);
  } else if (has_year(behind) && looks_like_date(behind) &&
             is_boundary(line, offset_in(line, behind) + behind.size())) {
    reader.add(Field::kDatePublishedText, behind);
  } else if (text_at > mark_at && has_year(line.substr(mark_at, text_at - mark_at))) {
    reader.add(Field::kDatePublishedText,
               line.substr(mark_at + wire.mark.size(), text_at - mark_at - wire.mark.size()));
  } else if (date_line < reader.end()) {
    const std::string_view date = reader.line(date_line);
    reader.add(Field::kDatePublishedText, visible(date.substr(0, date.find('|'))));
  }
  if (!reader.has(Field::kDatePublishedText)) {
    reader.add(Field::kDatePublishedText, head);  // without a year
  }
  reader.add(Field::kAgency, line.substr(mark_at, wire.mark.size()), wire.name);
}

void read(ArticleReader& reader) {
  size_t dateline = reader.first();
  size_t text_at = 0;
  const Wire* wire = nullptr;
  while (dateline < reader.end() && (wire = wire_of(reader.line(dateline), &text_at)) == nullptr) {
    ++dateline;
  }
  const size_t date_line = read_front(reader, dateline);
  if (wire == nullptr) {
    return;
  }
  read_dateline(reader, reader.line(dateline), *wire, text_at, date_line);
  size_t end = dateline + 1;
  while (end < reader.end() && !is_end_mark(reader.line(end)) && !is_source_line(reader.line(end)) &&
         !is_about_line(reader.line(end)) && !is_contact_line(reader.line(end))) {
    ++end;
  }
  reader.body(dateline, end);
  for (size_t i = end; i < reader.end(); ++i) {
    const std::string_view line = reader.line(i);
    if (is_dated_end(line) && !has_year(reader.value(Field::kDatePublishedText))) {
      read_dated_end(line, &reader.article().published);
    }
  }
  for (size_t i = end; i < reader.end(); ++i) {
    const std::string_view line = reader.line(i);
    if (is_source_line(line)) {
      reader.add(Field::kPublisher, visible(line.substr(line[6] == ':' ? 7 : 6)));
      break;
    }
  }
}

}  // namespace

const FormatReader kPressReleaseReader = {Format::kPressRelease, "press_release", recognise, next, read};

}  // namespace article
