// Reuters-21578 text: <REUTERS NEWID="1"> ... </REUTERS>.
//
//   <DATE>26-FEB-1987 15:01:01.79</DATE>
//   <TOPICS><D>rain</D></TOPICS>
//   <TEXT><TITLE>RAIN ENDS DROUGHT</TITLE>
//   <DATELINE>    BAKU, Feb 26 - </DATELINE><BODY>Text ...
//    Reuter
//   &#3;</BODY></TEXT>
//
// Cost: one pass for each of the elements.
#include "core/archive/markup.h"
#include "core/archive/reader.h"
#include "core/time/calendar.h"

namespace article {

namespace {

size_t find_story(std::string_view text, size_t from, const Interrupt& interrupt) {
  constexpr std::string_view kOpen = "<REUTERS";
  while (from < text.size()) {
    const size_t piece = std::min(text.size() - from, kPollBytes);
    const size_t at = text.substr(from, piece + kOpen.size()).find(kOpen);
    if (at != std::string_view::npos && from + at + kOpen.size() < text.size() &&
        !is_alnum(text[from + at + kOpen.size()])) {
      return from + at;
    }
    from += at == std::string_view::npos ? piece : at + kOpen.size();
    interrupt.poll();
  }
  return std::string_view::npos;
}

bool recognise(std::string_view head) noexcept {
  const std::string_view start = visible(head.substr(0, 4096));
  return (starts_with(start, "<REUTERS ") || starts_with(start, "<!DOCTYPE lewis")) && contains(head, "<REUTERS");
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  const size_t begin = find_story(text, from, interrupt);
  if (begin == std::string_view::npos) {
    return false;
  }
  constexpr std::string_view kClose = "</REUTERS>";
  const size_t close = text.find(kClose, begin);
  piece->begin = begin;
  piece->end = close == std::string_view::npos ? text.size() : close + kClose.size();
  const std::string_view tag = text.substr(begin, text.substr(begin, 1000).find('>'));
  piece->identifier = attribute(tag, "NEWID");
  return true;
}

// 26-FEB-1987 15:01:01.79
bool read_date(std::string_view date, Instant* instant) noexcept {
  unsigned day = 0;
  unsigned year = 0;
  unsigned hour = 0;
  unsigned minute = 0;
  date = visible(date);
  size_t at = 0;
  if (!read_number(date, &at, &day) || at + 5 > date.size()) {
    return false;
  }
  const int month = month_of_abbreviation(date.substr(at + 1));
  at += 5;
  if (!read_number(date, &at, &year) || month == 0 ||
      !valid_date(static_cast<int>(year), month, static_cast<int>(day))) {
    return false;
  }
  instant->year = static_cast<int32_t>(year);
  instant->month = static_cast<uint8_t>(month);
  instant->day = static_cast<uint8_t>(day);
  instant->precision = DatePrecision::kDay;
  skip_blanks(date, &at);
  if (read_number(date, &at, &hour) && at < date.size() && date[at] == ':' && read_number(date, &++at, &minute) &&
      hour < 24 && minute < 60) {
    instant->hour = static_cast<uint8_t>(hour);
    instant->minute = static_cast<uint8_t>(minute);
    instant->precision = DatePrecision::kMinute;
  }
  return true;
}

bool is_end_mark(std::string_view line) noexcept {
  return equal_nocase(line, "Reuter") || equal_nocase(line, "Reuters") || line == "&#3;" || line.empty() ||
         equal_nocase(line, "Reuter &#3;");
}

void add_decoded(ArticleReader& reader, Field field, std::string_view span) {
  span = visible(span);
  if (!span.empty()) {
    reader.add(field, span, unwrap(decode_markup(span, false, reader.arena), reader.arena));
  }
}

// Paragraphs are indented; the line of the end mark is none.
void read_body(ArticleReader& reader, std::string_view body) {
  LineScanner scanner(body, 0, &reader.interrupt);
  ScannedLine line;
  std::string_view span;
  const auto flush = [&] {
    if (!span.empty()) {
      reader.paragraph(span, unwrap(decode_markup(span, false, reader.arena), reader.arena));
      span = {};
    }
  };
  while (scanner.next(&line)) {
    const std::string_view raw = slice(body, line);
    const std::string_view bytes = visible(raw);
    if (is_end_mark(bytes) || starts_with(raw, "   ") || starts_with(raw, "\t")) {
      flush();
    }
    if (!is_end_mark(bytes)) {
      span = span.empty() ? bytes : reader.join(span, bytes);
    }
  }
  flush();
}

// TYPE="UNPROC": text without elements; the lines at the margin in front are the headline.
void read_unprocessed(ArticleReader& reader, std::string_view text) {
  LineScanner scanner(text, 0, &reader.interrupt);
  ScannedLine line;
  std::string_view headline;
  size_t body = text.size();
  while (scanner.next(&line)) {
    const std::string_view raw = slice(text, line);
    const std::string_view bytes = visible(starts_with(raw, "&#2;") ? raw.substr(4) : raw);
    const bool indented = starts_with(raw, "  ") || starts_with(raw, "\t");
    if (!headline.empty() && (bytes.empty() || indented)) {
      body = line.begin;
      break;
    }
    if (!bytes.empty()) {
      headline = headline.empty() ? bytes : reader.join(headline, bytes);
    }
  }
  constexpr size_t kLongestHeadline = 250;
  if (headline.size() <= kLongestHeadline) {
    add_decoded(reader, Field::kHeadline, headline);
    read_body(reader, text.substr(body));
  } else {
    read_body(reader, text);
  }
}

void read(ArticleReader& reader) {
  const std::string_view story = reader.join(reader.raw(reader.first()), reader.raw(reader.end() - 1));
  const std::string_view date = visible(element(story, "DATE"));
  if (read_date(date, &reader.article().published)) {
    reader.add(Field::kDatePublishedText, date);
  }
  const std::string_view text = element(story, "TEXT");
  add_decoded(reader, Field::kHeadline, element(text, "TITLE"));
  add_decoded(reader, Field::kByline, element(text, "AUTHOR"));
  std::string_view dateline = visible(element(text, "DATELINE"));
  while (!dateline.empty() && dateline.back() == '-') {
    dateline = visible(dateline.substr(0, dateline.size() - 1));
  }
  add_decoded(reader, Field::kDateline, dateline);
  for (std::string_view topics = element(story, "TOPICS"); contains(topics, "<D>");) {
    const std::string_view topic = element(topics, "D");
    add_decoded(reader, Field::kKeywords, topic);
    topics.remove_prefix(static_cast<size_t>(topic.data() + topic.size() - topics.data()));
  }
  if (const size_t tag = story.find("<REUTERS"); tag != std::string_view::npos) {
    reader.add(Field::kAgency, story.substr(tag + 1, 7), "Reuters");
  }
  const std::string_view body = element(text, "BODY");
  if (body.data() != nullptr) {
    read_body(reader, body);
  } else if (!contains(text, "<TITLE>")) {
    read_unprocessed(reader, text);
  }
}

}  // namespace

const FormatReader kReutersReader = {Format::kReuters21578, "reuters21578", recognise, next, read};

}  // namespace article
