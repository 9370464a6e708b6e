// Factiva text with coded fields, one code at the beginning of a line:
//
//   HD   Rain ends drought
//   BY   By A. Writer
//   WC   355 words
//   PD   7 November 2019
//   ET   11:55
//   SN   The Example Post
//   LA   English
//   CY   Copyright 2019 The Example Post
//   LP   First paragraph ...
//   TD   Other paragraphs ...
//   AN   Document EXAMPL0020191107efb7000p1
//
// A body line may begin like a code ("IN Baku ..."): codes count only in the order that Factiva gives them, and
// followed by what follows HD in this file (a line end, a tab, several blanks, one blank).  Cost: one pass.
#include "core/archive/factiva_head.h"
#include "core/archive/frame.h"

namespace article {

namespace {

// In the order of a document, as far as there is one: within the head and within the tail it differs by source.
constexpr std::string_view kCodes[] = {"CLM", "SE", "HD", "BY",  "CR", "CX", "WC",  "PD",  "ET",  "SN",
                                       "SC",  "ED", "PG", "VOL", "LA", "CY", "LP",  "TD",  "ART", "CT",
                                       "RF",  "CO", "IN", "NS",  "RE", "DE", "IPC", "IPD", "PUB", "AN"};
constexpr size_t kCodeCount = sizeof(kCodes) / sizeof(kCodes[0]);
constexpr size_t kNoCode = kCodeCount;
enum : size_t { kCLM, kSE, kHD, kBY, kCR, kCX, kWC, kPD, kET, kSN, kSC, kED, kPG, kVOL, kLA, kCY, kLP, kTD, kART, kCT };
constexpr size_t kAN = kCodeCount - 1;

// Head, text, tail; a document goes through them in this order.
int stage_of(size_t code) noexcept {
  return code < kLP ? 0 : code <= kTD ? 1 : 2;
}

enum class Gap { kNone, kLineEnd, kTab, kBlanks, kBlank };

struct Coded {
  size_t code = kNoCode;
  Gap gap = Gap::kNone;
  std::string_view value;
};

Gap gap_after(std::string_view rest) noexcept {
  if (visible(rest).empty()) {
    return Gap::kLineEnd;
  }
  if (rest.front() == '\t') {
    return Gap::kTab;
  }
  if (starts_with(rest, "  ") || starts_with(rest, " \t") || starts_with(rest, "\u00A0")) {
    return Gap::kBlanks;
  }
  return rest.front() == ' ' ? Gap::kBlank : Gap::kNone;
}

Coded read_code(std::string_view line) noexcept {
  size_t at = 0;
  if (starts_with(line, "\xEF\xBB\xBF")) {
    at = 3;
  }
  while (at < line.size() && at < 8 && line[at] == ' ') {
    ++at;
  }
  size_t end = at;
  while (end < line.size() && is_upper(line[end])) {
    ++end;
  }
  const std::string_view word = line.substr(at, end - at);
  Coded coded;
  if (word.size() < 2 || word.size() > 3) {
    return coded;
  }
  for (size_t i = 0; i < kCodeCount; ++i) {
    if (word == kCodes[i]) {
      coded.gap = gap_after(line.substr(end));
      coded.code = coded.gap == Gap::kNone ? kNoCode : i;
      coded.value = visible(line.substr(end));
      return coded;
    }
  }
  return coded;
}

// Follows the codes of one file.
class Codes {
 public:
  // The code of the line, or kNoCode; `begins` is set where a new document begins with it.
  Coded read(std::string_view line, bool* begins) noexcept {
    Coded coded = read_code(line);
    *begins = false;
    if (coded.code == kNoCode) {
      return coded;
    }
    if (coded.code <= kHD && (last_ == kNoCode || last_ == kAN)) {
      *begins = true;
      begin(coded.code);
      style_ = style_ == Gap::kNone ? coded.gap : style_;
      return coded;
    }
    const bool in_style = coded.gap == style_ || (style_ != Gap::kBlank && coded.gap != Gap::kBlank);
    // A document whose AN is missing ends where the next HD stands.
    if (coded.code == kHD && last_ != kNoCode && last_ > kLP && in_style) {
      begin(coded.code);
      *begins = true;
      return coded;
    }
    if (last_ == kNoCode || last_ == kAN || !in_style || !follows(coded.code)) {
      return Coded{};
    }
    last_ = coded.code;
    seen_ |= 1U << coded.code;
    return coded;
  }

 private:
  void begin(size_t code) noexcept {
    last_ = code;
    seen_ = 1U << code;
  }

  // Each code stands once.  A body line may begin like a code of the tail where one blank stands behind codes: there
  // they count only in their order.
  bool follows(size_t code) const noexcept {
    if ((seen_ & (1U << code)) != 0 || stage_of(code) < stage_of(last_)) {
      return false;
    }
    return stage_of(code) == 0 || style_ != Gap::kBlank || code > last_;
  }

  size_t last_ = kNoCode;
  uint32_t seen_ = 0;
  Gap style_ = Gap::kNone;
};

bool sign(std::string_view line) noexcept {
  return starts_with(line, "HD");
}

bool recognise(std::string_view head) noexcept {
  LineScanner scanner(head, 0);
  ScannedLine line;
  Codes codes;
  bool headline = false;
  bool count_or_date = false;
  bool text = false;
  size_t lines = 0;
  while (scanner.next(&line) && lines < 2000) {
    ++lines;
    bool begins = false;
    const size_t code = codes.read(slice(head, line), &begins).code;
    headline = headline || code == kHD;
    count_or_date = count_or_date || (headline && (code == kWC || code == kPD));
    text = text || (count_or_date && (code == kLP || code == kTD || code == kAN || code == kSN));
    if (text) {
      return true;
    }
  }
  return false;
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  Codes codes;
  bool ended = false;  // the accession number was read; it may stand on the next line
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    bool begins = false;
    const Coded coded = codes.read(line.bytes, &begins);
    if (begins) {
      return Cut::kBegin;
    }
    if (ended && !visible(line.bytes).empty()) {
      piece->identifier = factiva_document(line.bytes);
      return piece->identifier.empty() ? Cut::kStop : Cut::kEnd;
    }
    if (!line.begun || coded.code != kAN) {
      return Cut::kInside;
    }
    ended = true;
    piece->identifier = factiva_document(coded.value);
    return piece->identifier.empty() ? Cut::kInside : Cut::kEnd;
  });
}

void add_code(ArticleReader& reader, size_t code, std::string_view span, size_t from, size_t to) {
  switch (code) {
    case kSE:
      reader.add(Field::kArticleSection, span);
      break;
    case kHD:
      reader.add(Field::kHeadline, span);
      reader.roles(from, to, Role::kHeadline);
      break;
    case kBY:
      reader.add(Field::kByline, span);
      reader.roles(from, to, Role::kByline);
      break;
    case kPD:
      reader.add(Field::kDatePublishedText, span);
      reader.roles(from, to, Role::kTimestamp);
      break;
    case kET:
      reader.add(Field::kDateModified, span);  // taken as the time of day of PD
      break;
    case kSN:
      reader.add(Field::kPublisher, span);
      break;
    case kLA:
      reader.add(Field::kInLanguage, span);
      break;
    case kCY:
      reader.add(Field::kCopyrightNotice, span);
      reader.roles(from, to, Role::kCopyright);
      break;
    case kCR:
      reader.add(Field::kAgency, span);
      break;
    case kCT:
    case kART:
    default:
      break;
  }
}

// The first line behind line i that has a code of its own.
size_t value_end(const ArticleReader& reader, const Codes& codes, size_t i) {
  bool begins = false;
  for (++i; i < reader.end(); ++i) {
    Codes ahead = codes;
    if (ahead.read(reader.raw(i), &begins).code != kNoCode) {
      break;
    }
  }
  return i;
}

// Headline and body may stand on the lines behind the code; the body's code shares its line with the first words.
void read_value(ArticleReader& reader, const Coded& coded, size_t i, size_t end) {
  const size_t first = coded.value.empty() ? reader.next_visible(i + 1) : i;
  if (first >= end) {
    return;
  }
  if (coded.code == kLP || coded.code == kTD) {
    reader.body(first, end, coded.value);
    return;
  }
  size_t last = first;
  for (size_t at = first; at < end; ++at) {
    last = reader.blank(at) ? last : at;
  }
  const std::string_view from = coded.value.empty() ? reader.line(first) : coded.value;
  add_code(reader, coded.code, reader.join(from, last == i ? from : reader.line(last)), i, last + 1);
}

void read(ArticleReader& reader) {
  Codes codes;
  for (size_t i = reader.first(); i < reader.end();) {
    bool begins = false;
    const Coded coded = codes.read(reader.raw(i), &begins);
    if (coded.code == kNoCode) {
      ++i;
      continue;
    }
    const size_t end = value_end(reader, codes, i);
    read_value(reader, coded, i, end);
    i = end;
  }
}

}  // namespace

const FormatReader kFactivaCodedReader = {Format::kFactiva, "factiva", recognise, next, read, sign, "H"};

}  // namespace article
