// Common Crawl WET: records of plain text with a header.
//
//   WARC/1.0
//   WARC-Type: conversion
//   WARC-Target-URI: https://example.com/rain
//   WARC-Date: 2019-11-07T12:00:00Z
//   Content-Length: 1234
//
//   Text of the page ...
//
// The page is read like any other; WARC-Date is when it was captured.  Content-Length is trusted where a record or the
// end follows; a text column may have other line ends than the file had.  Cost: one pass.
#include "core/archive/reader.h"

namespace article {

namespace {

bool is_begin(std::string_view line) noexcept {
  line = visible(line);
  return starts_with(line, "WARC/") && line.size() <= 10 && line.size() >= 8 && is_digit(line[5]);
}

bool header_value(std::string_view line, std::string_view name, std::string_view* value) noexcept {
  if (!starts_with_nocase(line, name) || line.size() <= name.size() || line[name.size()] != ':') {
    return false;
  }
  *value = visible(line.substr(name.size() + 1));
  return true;
}

struct Record {
  size_t begin = 0;
  size_t text = 0;  // behind the blank line
  std::string_view type;
  std::string_view uri;
  std::string_view id;
  std::string_view date;
  unsigned length = 0;
};

// The header that begins at `line`, which the scanner has just given.
Record read_header(std::string_view text, LineScanner* scanner, const ScannedLine& first) {
  Record record;
  record.begin = first.begin;
  record.text = first.next;
  ScannedLine line;
  while (scanner->next(&line)) {
    record.text = line.next;
    const std::string_view bytes = slice(text, line);
    std::string_view value;
    if (bytes.empty()) {
      break;
    }
    header_value(bytes, "WARC-Type", &record.type);
    header_value(bytes, "WARC-Target-URI", &record.uri);
    header_value(bytes, "WARC-Record-ID", &record.id);
    header_value(bytes, "WARC-Date", &record.date);
    if (header_value(bytes, "Content-Length", &value)) {
      size_t at = 0;
      read_number(value, &at, &record.length);
    }
  }
  return record;
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  while (scanner.next(&line)) {
    const std::string_view bytes = slice(head, line);
    if (!visible(bytes).empty()) {
      return is_begin(bytes) && contains(head, "WARC-Type:");
    }
  }
  return false;
}

bool is_record_or_end(std::string_view text, size_t at) noexcept {
  const std::string_view rest = visible(text.substr(at, 64));
  return rest.empty() ? at + 64 >= text.size() : is_begin(rest.substr(0, rest.find_first_of("\r\n")));
}

// Behind the text of a record.
size_t record_end(std::string_view text, const Record& record, const Interrupt& interrupt) {
  if (record.length > 0 && record.text + record.length <= text.size() &&
      is_record_or_end(text, record.text + record.length)) {
    return record.text + record.length;
  }
  LineScanner scanner(text, record.text, &interrupt);
  ScannedLine line;
  while (scanner.next(&line)) {
    if (text[line.begin] == 'W' && is_begin(slice(text, line))) {
      return line.begin;
    }
  }
  return text.size();
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  while (from < text.size()) {
    LineScanner scanner(text, from, &interrupt);
    ScannedLine line;
    bool found = false;
    while (!found && scanner.next(&line)) {
      found = is_begin(slice(text, line));
    }
    if (!found) {
      return false;
    }
    const Record record = read_header(text, &scanner, line);
    size_t end = record_end(text, record, interrupt);
    const bool page = (record.type == "conversion" || record.type == "response" || record.type == "resource") &&
                      !visible(text.substr(record.text, end - record.text)).empty();
    if (page) {
      while (end > record.text && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
        --end;
      }
      piece->begin = record.begin;
      piece->end = end;
      piece->identifier = record.uri.empty() ? record.id : record.uri;
      return true;
    }
    from = end;
  }
  return false;
}

void read(ArticleReader& reader) {
  size_t i = reader.first();
  std::string_view value;
  while (i < reader.end() && !reader.blank(i)) {
    if (header_value(reader.line(i), "WARC-Date", &value)) {
      reader.article().reference_time = value;
    }
    ++i;
  }
  reader.article().page_line = i;
}

}  // namespace

const FormatReader kWetReader = {Format::kWet, "wet", recognise, next, read};

}  // namespace article
