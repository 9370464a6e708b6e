// Factiva text without codes: headline, byline, then one line for each of count, date, time, source, code, page,
// language, copyright, then the text, then the accession number.
//
//   Rain ends drought
//   By A. Writer
//   355 words
//   7 November 2019
//   11:55
//   Example Post
//   EXAMPL
//   English
//   Copyright 2019 Example Post. All Rights Reserved.
//
//   Text ...
//
//   Document EXAMPL0020191107efb7000p1
//
// The words are those of the surface's language: "355 W\u00F6rter", "Dokument ...".  Cost: two passes over an article.
#include <algorithm>

#include "core/archive/factiva_head.h"
#include "core/archive/frame.h"
#include "core/archive/language_names.h"

namespace article {

std::string_view factiva_document(std::string_view line) noexcept {
  constexpr size_t kShortest = 16;
  constexpr size_t kLongest = 40;
  static constexpr std::string_view kWords[] = {"Document ", "Dokument ", "Documento ",
                                                "\u0414\u043E\u043A\u0443\u043C\u0435\u043D\u0442 "};
  line = visible(line);
  for (const std::string_view word : kWords) {
    if (!starts_with_nocase(line, word)) {
      continue;
    }
    const std::string_view number = visible(line.substr(word.size()));
    size_t digits = 0;
    size_t run = 0;
    for (const char byte : number) {
      if (!is_alnum(byte)) {
        return {};
      }
      run = is_digit(byte) ? run + 1 : 0;
      digits = std::max(digits, run);
    }
    // Four letters or more of the source, then a date.
    return number.size() >= kShortest && number.size() <= kLongest && digits >= 8 ? number : std::string_view();
  }
  return {};
}

bool is_word_count(std::string_view line) noexcept {
  line = visible(line);
  size_t at = 0;
  unsigned number = 0;
  if (line.size() > 40 || !read_number(line, &at, &number)) {
    return false;
  }
  // "1 355 mots": French groups digits by blanks.
  for (size_t group = at; group < line.size();) {
    skip_blanks(line, &group);
    const size_t digits = group;
    if (!read_number(line, &group, &number) || group - digits != 3) {
      break;
    }
    at = group;
  }
  const std::string_view unit = visible(line.substr(at));
  for (const std::string_view name : {"words", "word", "W\u00F6rter", "Wort", "W\u00F6rtern", "mots", "mot", "palabras",
                                      "parole", "woorden", "palavras", "\u0441\u043B\u043E\u0432", "ord"}) {
    if (equal_nocase(unit, name)) {
      return true;
    }
  }
  return false;
}

namespace {

bool sign(std::string_view line) noexcept {
  return !factiva_document(line).empty();
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  size_t lines_since = 0;
  bool date = false;
  bool counted = false;
  while (scanner.next(&line)) {
    const std::string_view bytes = visible(slice(head, line));
    if (bytes.empty()) {
      continue;
    }
    if (is_word_count(bytes)) {
      counted = true;
      date = false;
      lines_since = 0;
    } else if (counted) {
      ++lines_since;
      date = date || (lines_since <= 2 && looks_like_date(bytes));
      if (date && !factiva_document(bytes).empty()) {
        return true;
      }
    }
  }
  return false;
}

// "Rain ends drought ......... 2": of the list in front.
bool is_listed(std::string_view line) noexcept {
  return contains(line, "....") && is_digit(line.back());
}

bool is_page_furniture(std::string_view line) noexcept {
  return is_listed(line) || is_page_number(line) || contains(line, "Factiva, Inc") || equal_nocase(line, "Factiva") ||
         starts_with(line, "Dow Jones Factiva") || equal_nocase(line, "Dow Jones") ||
         starts_with_nocase(line, "Search Summary") || starts_with_nocase(line, "Zusammenfassung der Suche");
}

// What stands behind the last number is a summary of the search.
bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool ended = false;
  next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view bytes = visible(line.bytes);
    if (bytes.empty() || (!line.begun && is_page_furniture(bytes))) {
      return Cut::kOutside;
    }
    piece->identifier = line.begun ? factiva_document(bytes) : std::string_view();
    ended = !piece->identifier.empty();
    return !line.begun ? Cut::kBegin : ended ? Cut::kEnd : Cut::kInside;
  });
  return ended;
}

bool is_byline(std::string_view line) noexcept {
  return without_by(line).size() != line.size() || looks_like_name(line) || contains(line, "@");
}

// Section, headline and byline stand above the count, each a line (a headline may be wrapped).
void read_above(ArticleReader& reader, size_t count) {
  size_t at[8];
  size_t lines = 0;
  for (size_t i = reader.first(); i < count && lines < 8; ++i) {
    if (!reader.blank(i)) {
      at[lines++] = i;
    }
  }
  size_t first = 0;
  size_t last = lines;
  if (lines >= 2 && is_byline(reader.line(at[lines - 1])) &&
      (lines >= 3 || count_words(reader.line(at[0]), 5) >= 3 ||
       without_by(reader.line(at[lines - 1])).size() != reader.line(at[lines - 1]).size())) {
    reader.add(Field::kByline, reader.line(at[lines - 1]));
    reader.role(at[lines - 1], Role::kByline);
    --last;
  }
  // The headline is the last line; where lines are wrapped, those above it are as long as the page is wide.
  constexpr size_t kShortestWrapped = 60;
  for (size_t i = 0; i + 1 < last; ++i) {
    if (reader.line(at[i]).size() < kShortestWrapped) {
      first = i + 1;
    }
  }
  if (first > 0) {
    reader.add(Field::kArticleSection, reader.join(reader.line(at[0]), reader.line(at[first - 1])));
    reader.roles(at[0], at[first - 1] + 1, Role::kKicker);
  }
  if (first < last) {
    reader.add(Field::kHeadline, reader.join(reader.line(at[first]), reader.line(at[last - 1])));
    reader.roles(at[first], at[last - 1] + 1, Role::kHeadline);
  }
}

bool is_clock(std::string_view line) noexcept {
  return line.size() >= 4 && line.size() <= 12 && is_digit(line.front()) && contains(line, ":");
}

bool is_source_code(std::string_view line) noexcept {
  return !line.empty() && line.size() <= 8 &&
         std::all_of(line.begin(), line.end(), [](char byte) { return is_upper(byte) || is_digit(byte); });
}

// Date, time, source, code, edition, page, volume, language, copyright; the line behind them.
size_t read_below(ArticleReader& reader, size_t i) {
  constexpr size_t kLongestHead = 14;
  constexpr size_t kLongestLine = 60;  // of edition, page, volume
  bool code = false;
  for (size_t lines = 0; lines < kLongestHead && (i = reader.next_visible(i)) < reader.end(); ++lines, ++i) {
    const std::string_view line = reader.line(i);
    if (is_copyright_line(line)) {
      const size_t end = std::max(i + 1, std::min(reader.block_end(i), i + 2));
      // A notice is one line; the next is the text unless it goes on with rights.
      const size_t last = end - 1 > i && is_copyright_line(reader.line(end - 1)) ? end - 1 : i;
      reader.add(Field::kCopyrightNotice, reader.join(line, reader.line(last)));
      reader.roles(i, last + 1, Role::kCopyright);
      return last + 1;
    }
    if (!reader.has(Field::kDatePublishedText)) {
      if (looks_like_date(line)) {
        reader.add(Field::kDatePublishedText, line);
        reader.role(i, Role::kTimestamp);
      }
    } else if (lines <= 2 && is_clock(line)) {
      reader.add(Field::kDateModified, line);  // taken as the time of day of the date
      reader.role(i, Role::kTimestamp);
    } else if (!reader.has(Field::kPublisher)) {
      reader.add(Field::kPublisher, line);
    } else if (reader.has(Field::kInLanguage) || line.size() > kLongestLine) {
      return i;  // no copyright line
    } else if (!code && is_source_code(line)) {
      code = true;
    } else if (code && line.size() > 2 && !language_tag_of(line).empty()) {
      reader.add(Field::kInLanguage, line);
    }
  }
  return i;
}

void read(ArticleReader& reader) {
  size_t count = reader.first();
  while (count < reader.end() && !is_word_count(reader.line(count))) {
    ++count;
  }
  read_above(reader, count);
  const size_t begin = read_below(reader, std::min(count + 1, reader.end()));
  size_t end = reader.end();
  while (end > begin && (reader.blank(end - 1) || !factiva_document(reader.line(end - 1)).empty())) {
    --end;
  }
  reader.body(begin, end);
}

}  // namespace

const FormatReader kFactivaPlainReader = {Format::kFactiva, "factiva", recognise, next, read, sign, "Dd\xD0"};

}  // namespace article
