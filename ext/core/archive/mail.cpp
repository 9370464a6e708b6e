// Mail: boxes (mbox), single messages (.eml), and messages of Usenet (clari.* and others, also batches).
//
//   From news@example.com Thu Nov  7 11:55:00 2019
//   From: A. Writer <a@example.com>
//   Subject: Rain ends drought
//   Date: Thu, 7 Nov 2019 11:55:00 +0400
//   Content-Type: text/plain; charset=utf-8
//   Content-Transfer-Encoding: quoted-printable
//
//   Text ...
//
// How one message is read is in mail_message.cpp.  Cost: one pass; the headers are read twice.
#include "core/archive/mail.h"
#include "core/archive/frame.h"

namespace article {

namespace {

struct Headers {
  size_t known = 0;
  bool from = false;
  bool subject = false;
  bool date = false;
  bool newsgroups = false;
  bool transport = false;  // a header that only transport writes
  bool address = false;    // From names one
  bool sent = false;       // Date is one of RFC 5322
};

void note_header(std::string_view name, std::string_view value, Headers* headers) noexcept {
  constexpr std::string_view kTransport[] = {"Message-ID",
                                             "MIME-Version",
                                             "Received",
                                             "Return-Path",
                                             "Content-Type",
                                             "Path",
                                             "Xref",
                                             "Delivered-To",
                                             "Newsgroups",
                                             "X-Mailer",
                                             "NNTP-Posting-Host",
                                             "Lines",
                                             "Content-Transfer-Encoding",
                                             "Approved"};
  Instant instant;
  headers->address = headers->address || (equal_nocase(name, "From") && value.find('@') != std::string_view::npos);
  headers->sent = headers->sent || (equal_nocase(name, "Date") && read_mail_date(value, &instant));
  headers->from = headers->from || equal_nocase(name, "From");
  headers->subject = headers->subject || equal_nocase(name, "Subject");
  headers->date = headers->date || equal_nocase(name, "Date");
  headers->newsgroups = headers->newsgroups || equal_nocase(name, "Newsgroups");
  for (const std::string_view known : kTransport) {
    headers->transport = headers->transport || equal_nocase(name, known);
  }
  ++headers->known;
}

// The block of headers that begins at `from`; where there is none, `known` is 0.
Headers read_headers(std::string_view text, size_t from) noexcept {
  constexpr size_t kMostLines = 200;
  LineScanner scanner(text, from);
  ScannedLine line;
  Headers headers;
  for (size_t lines = 0; lines < kMostLines && scanner.next(&line); ++lines) {
    const std::string_view bytes = slice(text, line);
    std::string_view name;
    std::string_view value;
    if (bytes.empty()) {
      return headers;
    }
    const bool continued = headers.known > 0 && (bytes.front() == ' ' || bytes.front() == '\t');
    if (split_header(bytes, &name, &value)) {
      note_header(name, value, &headers);
    } else if (!continued) {
      return Headers{};
    }
  }
  return headers;
}

bool is_message(const Headers& headers) noexcept {
  const bool titled = headers.known >= 3 && headers.from && (headers.subject || headers.newsgroups);
  const bool carried = (headers.date || headers.transport) && (headers.transport || headers.known >= 4);
  return titled && (carried || (headers.address && headers.sent));  // From, Date and Subject are enough for a mail
}

// "From a@example.com Thu Nov  7 11:55:00 2019"
bool is_from_line(std::string_view line) noexcept {
  if (!starts_with(line, "From ") || line.size() > 300) {
    return false;
  }
  line = visible(line);
  const size_t colon = line.find(':');
  bool year = false;
  for (size_t i = 5; i + 4 <= line.size(); ++i) {
    year = year || ((starts_with(line.substr(i), "19") || starts_with(line.substr(i), "20")) && is_digit(line[i + 2]) &&
                    is_digit(line[i + 3]));
  }
  return year && colon != std::string_view::npos && colon > 5 && is_digit(line[colon - 1]);
}

std::string_view without_bom(std::string_view line) noexcept {
  return starts_with(line, "\xEF\xBB\xBF") ? line.substr(3) : line;
}

// The first Message-ID is that of the message.
void note_identifier(const FrameLine& line, Piece* piece) noexcept {
  constexpr size_t kLongestLine = 400;
  std::string_view name;
  std::string_view value;
  if (line.begun && piece->identifier.empty() && line.bytes.size() < kLongestLine &&
      split_header(line.bytes, &name, &value) && equal_nocase(name, "Message-ID")) {
    piece->identifier = value;
  }
}

bool recognise_mbox(std::string_view head) noexcept {
  const size_t begin = skip_bom_and_blanks(head);
  LineScanner scanner(head, begin);
  ScannedLine line;
  return scanner.next(&line) && is_from_line(slice(head, line)) && read_headers(head, line.next).known >= 2;
}

bool next_mbox(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool blank = true;
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view bytes = without_bom(line.bytes);
    if (blank && is_from_line(bytes) && read_headers(text, line.place.next).known > 0) {
      blank = false;
      return Cut::kBegin;
    }
    blank = bytes.empty();
    note_identifier(line, piece);
    return Cut::kInside;
  });
}

bool recognise_usenet(std::string_view head) noexcept {
  size_t begin = skip_bom_and_blanks(head);
  LineScanner scanner(head, begin);
  ScannedLine line;
  if (scanner.next(&line) && is_batch_line(slice(head, line))) {
    return true;
  }
  const Headers headers = read_headers(head, begin);
  return is_message(headers) && headers.newsgroups;
}

// A further message of a file begins, behind a blank line, with the headers that Usenet puts first.
bool begins_message(std::string_view text, const ScannedLine& line) noexcept {
  const std::string_view bytes = slice(text, line);
  if (is_batch_line(bytes)) {
    return true;
  }
  for (const std::string_view first : {"Path: ", "Xref: ", "Relay-Version: ", "Newsgroups: ", "From: "}) {
    if (starts_with(bytes, first)) {
      const Headers headers = read_headers(text, line.begin);
      return is_message(headers) && headers.newsgroups;
    }
  }
  return false;
}

bool next_usenet(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  bool blank = true;
  bool in_headers = false;
  return next_piece(text, from, interrupt, piece, [&](const FrameLine& line) {
    const std::string_view bytes = without_bom(line.bytes);
    const bool batch = is_batch_line(bytes);
    const bool begins =
        (blank || batch) && !bytes.empty() && !in_headers && (!line.begun || begins_message(text, line.place));
    blank = bytes.empty() || batch;
    if (begins) {
      in_headers = true;
      return Cut::kBegin;
    }
    in_headers = in_headers && !bytes.empty();
    if (in_headers) {
      note_identifier(line, piece);
    }
    return Cut::kInside;
  });
}

bool recognise_email(std::string_view head) noexcept {
  return is_message(read_headers(head, skip_bom_and_blanks(head)));
}

bool next_email(std::string_view text, size_t from, const Interrupt& /*interrupt*/, Piece* piece) {
  if (from != 0) {
    return false;
  }
  piece->begin = 0;
  piece->end = text.size();
  LineScanner scanner(text, skip_bom_and_blanks(text));
  ScannedLine line;
  while (scanner.next(&line) && !slice(text, line).empty()) {
    std::string_view name;
    std::string_view value;
    if (split_header(slice(text, line), &name, &value) && equal_nocase(name, "Message-ID")) {
      piece->identifier = value;
    }
  }
  return true;
}

}  // namespace

const FormatReader kMboxReader = {Format::kMbox, "mbox", recognise_mbox, next_mbox, read_mail_message};
const FormatReader kUsenetReader = {Format::kUsenet, "usenet", recognise_usenet, next_usenet, read_mail_message};
const FormatReader kEmailReader = {Format::kEmail, "email", recognise_email, next_email, read_mail_message};

}  // namespace article
