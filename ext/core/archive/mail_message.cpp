// One message of mail or Usenet: headers, MIME parts, body.
//
// The first text/plain part is the article, else the first text/html part.  A body that is encoded is decoded into the
// arena.  Cost: one pass, two over the part that is read.
#include <algorithm>

#include "core/archive/mail.h"
#include "core/archive/markup.h"
#include "core/archive/mime.h"
#include "core/lexicon.h"

namespace article {

namespace {

constexpr size_t kMaxEndMark = 12;  // bytes

struct PartHeaders {
  std::string_view type;  // value of Content-Type, folded lines included
  std::string_view encoding;
};

class Message {
 public:
  explicit Message(ArticleReader* reader) : reader_(*reader) {}

  void read() {
    const std::string_view all = reader_.join(reader_.raw(reader_.first()), reader_.raw(reader_.end() - 1));
    size_t at = skip_bom_and_blanks(all);
    LineScanner first(all, at);
    ScannedLine line;
    if (first.next(&line) && (starts_with(slice(all, line), "From ") || is_batch_line(slice(all, line)))) {
      at = line.next;
    }
    PartHeaders headers;
    at = read_part_headers(all, at, true, &headers);
    add_headers();
    find_text(all, at, headers);
  }

 private:
  static constexpr size_t kMostBoundaries = 8;

  struct Text {
    std::string_view bytes;
    PartHeaders headers;
    bool found = false;
  };

  // Behind the blank line that ends the headers at `at`.
  size_t read_part_headers(std::string_view all, size_t at, bool top, PartHeaders* headers) {
    LineScanner scanner(all, at, &reader_.interrupt);
    ScannedLine line;
    std::string_view name;
    std::string_view value;
    std::string_view pending_name;
    std::string_view pending;
    while (scanner.next(&line)) {
      const std::string_view bytes = slice(all, line);
      if (!bytes.empty() && (bytes.front() == ' ' || bytes.front() == '\t') && !pending_name.empty()) {
        pending = pending.empty() ? visible(bytes) : reader_.join(pending, visible(bytes));
        continue;
      }
      take(pending_name, pending, top, headers);
      pending_name = {};
      if (bytes.empty()) {
        return line.next;
      }
      if (split_header(bytes, &name, &value)) {
        pending_name = name;
        pending = value;
      }
    }
    take(pending_name, pending, top, headers);
    return all.size();
  }

  void take(std::string_view name, std::string_view value, bool top, PartHeaders* headers) {
    if (equal_nocase(name, "Content-Type")) {
      headers->type = value;
    } else if (equal_nocase(name, "Content-Transfer-Encoding")) {
      headers->encoding = value;
    } else if (top && equal_nocase(name, "Subject")) {
      subject_ = value;
    } else if (top && equal_nocase(name, "From")) {
      from_ = value;
    } else if (top && equal_nocase(name, "Date")) {
      date_ = value;
    } else if (top && equal_nocase(name, "Organization")) {
      organization_ = value;
    } else if (top && equal_nocase(name, "Keywords")) {
      keywords_ = value;
    } else if (top && equal_nocase(name, "Content-Language")) {
      language_ = value;
    } else if (top && (equal_nocase(name, "X-Copyright") || equal_nocase(name, "Copyright"))) {
      copyright_ = value;
    }
  }

  void add_header(Field field, std::string_view span) {
    if (!span.empty()) {
      reader_.add(field, span, unwrap(decode_header(unwrap(span, reader_.arena), reader_.arena), reader_.arena));
    }
  }

  void add_headers() {
    add_header(Field::kHeadline, subject_);
    // clari.*: "Organization: Copyright 1996 by Example Press"
    add_header(is_copyright_line(organization_) ? Field::kCopyrightNotice : Field::kPublisher, organization_);
    add_header(Field::kKeywords, keywords_);
    add_header(Field::kInLanguage, language_);
    add_header(Field::kCopyrightNotice, copyright_);
    if (!date_.empty()) {
      reader_.add(Field::kDatePublishedText, date_);
      read_mail_date(unwrap(date_, reader_.arena), &reader_.article().published);
    }
    add_sender();
  }

  // "A. Writer <a@example.com>" and "a@example.com (A. Writer)"; the sender of a wire service is an agency.
  void add_sender() {
    if (from_.empty()) {
      return;
    }
    const std::string_view sender = decode_header(unwrap(from_, reader_.arena), reader_.arena);
    const size_t angle = sender.find('<');
    const size_t round = sender.find('(');
    std::string_view name;
    if (angle != std::string_view::npos) {
      name = visible(sender.substr(0, angle));
    } else if (round != std::string_view::npos) {
      name = visible(sender.substr(round + 1, sender.rfind(')') - round - 1));
    }
    while (name.size() > 1 && name.front() == '"') {
      name = visible(name.substr(1, name.find('"', 1) - 1));
    }
    for (const std::string_view agency : {"UPI", "AP", "Reuters", "AFP", "Reuter", "dpa", "DPA", "TASS", "Xinhua",
                                          "Kyodo", "Newsbytes", "NB", "Deutsche Presse Agentur", "Agence France Presse",
                                          "Associated Press", "United Press International", "Agence France-Presse"}) {
      const size_t slash = name.find(" / ");
      if (name.substr(0, slash) == agency) {
        reader_.add(Field::kAgency, from_, agency);
        // "(UPI / A. WRITER)"
        name = slash == std::string_view::npos ? std::string_view() : visible(name.substr(slash + 3));
        break;
      }
    }
    if (!name.empty()) {
      reader_.add(Field::kByline, from_, name);
    }
  }

  // The body, or the part of it that is text.
  void find_text(std::string_view all, size_t at, const PartHeaders& headers) {
    const std::string_view boundary = header_parameter(headers.type, "boundary");
    if (!starts_with_nocase(headers.type, "multipart/") || boundary.empty()) {
      text_ = {all.substr(at), headers, true};
      show(text_);
      return;
    }
    boundaries_[count_++] = boundary;
    LineScanner scanner(all, at, &reader_.interrupt);
    ScannedLine line;
    size_t part = 0;  // where the current part's content begins; 0: before the first
    PartHeaders part_headers;
    size_t last_end = at;
    while (scanner.next(&line)) {
      const std::string_view bytes = slice(all, line);
      if (is_boundary_line(bytes)) {
        keep(part == 0 ? std::string_view() : all.substr(part, last_end - part), part_headers);
        part_headers = {};
        part = read_part_headers(all, line.next, false, &part_headers);
        const std::string_view inner = header_parameter(part_headers.type, "boundary");
        if (starts_with_nocase(part_headers.type, "multipart/") && !inner.empty() && count_ < kMostBoundaries) {
          boundaries_[count_++] = inner;
        }
        scanner = LineScanner(all, part, &reader_.interrupt);
        last_end = part;
        continue;
      }
      last_end = line.next;
    }
    keep(part == 0 ? std::string_view() : all.substr(part), part_headers);
    show(text_.found ? text_ : html_);
  }

  bool is_boundary_line(std::string_view line) const noexcept {
    if (!starts_with(line, "--")) {
      return false;
    }
    line = visible(line.substr(2));
    for (size_t i = 0; i < count_; ++i) {
      if (line == boundaries_[i] ||
          (line.size() == boundaries_[i].size() + 2 && starts_with(line, boundaries_[i]) && ends_with(line, "--"))) {
        return true;
      }
    }
    return false;
  }

  void keep(std::string_view bytes, const PartHeaders& headers) {
    if (visible(bytes).empty()) {
      return;
    }
    const bool plain = headers.type.empty() || starts_with_nocase(headers.type, "text/plain");
    if (plain && !text_.found) {
      text_ = {bytes, headers, true};
    } else if (starts_with_nocase(headers.type, "text/html") && !html_.found) {
      html_ = {bytes, headers, true};
    }
  }

  void show(const Text& part) {
    if (!part.found) {
      return;
    }
    std::string_view bytes = without_from_quotes(part.bytes);
    if (starts_with_nocase(part.headers.encoding, "quoted-printable")) {
      bytes = contains(bytes, "=") ? decode_quoted_printable(bytes, reader_.arena) : bytes;
    } else if (starts_with_nocase(part.headers.encoding, "base64")) {
      bytes = decode_base64(bytes, reader_.arena);
    }
    bytes = decode_charset(bytes, header_parameter(part.headers.type, "charset"), reader_.arena);
    const bool html = starts_with_nocase(part.headers.type, "text/html");
    if (html) {
      bytes = decode_markup(bytes, true, reader_.arena);
    }
    if (bytes.data() == part.bytes.data()) {
      show_lines(part.bytes);
    } else {
      show_decoded(visible(part.bytes), bytes, html);
    }
  }

  static bool ends_body(std::string_view line) noexcept {
    return heads_contact(line) || line == "-- " || line == "--" || starts_with(line, "-----Original Message-----") ||
           is_end_mark(line);
  }
  // "Media contact:"
  static bool heads_contact(std::string_view line) noexcept {
    constexpr size_t kMostBytes = 40;
    line = visible(line);
    if (line.empty() || line.size() > kMostBytes || line.back() != ':') {
      return false;
    }
    const LineWords words(line, 0, line.size());
    return words.count() >= 1 && words.count() <= 2 && match_phrase(words, words.count() - 1, Term::kContact);
  }
  // "-ends-", "###", "-30-": behind it a press release has notes for editors and the address of its sender.
  static bool is_end_mark(std::string_view line) noexcept {
    line = visible(line);
    if (line.empty() || line.size() > kMaxEndMark) {
      return false;
    }
    if (line == "###" || line == "# # #") {
      return true;
    }
    const LineWords words(line, 0, line.size());
    return static_cast<bool>(whole_line_phrase(words, Term::kEndMark)) &&
           (words[0].kind == WordKind::kWord || line.front() == '-');
  }

  // "By A. WRITER" above the text, with the line of the writer's post under it.
  bool take_byline(std::string_view span, std::string_view value) {
    if (value.size() < 70 && starts_with_nocase(value, "by ") && value.back() != '.') {
      if (!reader_.has(Field::kByline)) {
        reader_.add(Field::kByline, span, value);
      }
      return true;
    }
    return (ends_with(value, "Writer") || ends_with(value, "Correspondent") || ends_with(value, "Editor")) &&
           value.size() < 60;
  }

  // Mail boxes quote a line that begins with "From ": ">From ".
  std::string_view without_from_quotes(std::string_view body) const {
    if (reader_.article().format != Format::kMbox || !contains(body, ">From ")) {
      return body;
    }
    auto* out = static_cast<char*>(reader_.arena->allocate(body.size() + 1, 1));
    size_t size = 0;
    for (size_t i = 0; i < body.size(); ++i) {
      const bool quote = body[i] == '>' && (i == 0 || body[i - 1] == '\n') && starts_with(body.substr(i), ">From ");
      if (!quote) {
        out[size++] = body[i];
      }
    }
    return {out, size};
  }

  void show_lines(std::string_view bytes) {
    const std::string_view body = visible(bytes);
    if (body.empty()) {
      return;
    }
    size_t first = line_at(body.data());
    size_t end = first;
    const size_t last = line_at(body.data() + body.size() - 1) + 1;
    while (end < last && !ends_body(reader_.raw(end))) {
      ++end;
    }
    for (size_t i = first; i < end && i < first + 4 && !reader_.blank(i); ++i) {
      if (!take_byline(reader_.line(i), reader_.line(i))) {
        break;
      }
      reader_.role(i, Role::kByline);
      first = i + 1;
    }
    if (first < end && says_subject(reader_.line(first)) && (first + 1 == end || reader_.blank(first + 1))) {
      reader_.role(first, Role::kHeadline);
      ++first;
    }
    reader_.body(first, without_notice(first, end));
  }

  // The first line of a release is its headline, which the header has given.
  bool says_subject(std::string_view line) const noexcept { return !subject_.empty() && visible(line) == subject_; }

  // Wires close a message with dashes and a copyright notice.
  size_t without_notice(size_t first, size_t end) const noexcept {
    for (size_t i = end; i > first; --i) {
      const std::string_view line = reader_.line(i - 1);
      const bool dashes = line.find_first_not_of("-_*") == std::string_view::npos;  // or blank
      if (!dashes && !is_copyright_line(line)) {
        return i;
      }
    }
    return end;
  }

  size_t line_at(const char* at) const noexcept {
    const auto offset = static_cast<uint32_t>(at - reader_.text.data());
    return line_index_at(reader_.lines, offset);
  }

  // Paragraphs of a decoded body keep the encoded part as their evidence.
  void show_decoded(std::string_view source, std::string_view bytes, bool one_line) {
    LineScanner scanner(bytes, 0, &reader_.interrupt);
    ScannedLine line;
    size_t begin = std::string_view::npos;
    size_t end = 0;
    bool first = true;
    const auto flush = [&] {
      if (begin != std::string_view::npos) {
        const std::string_view value = unwrap(bytes.substr(begin, end - begin), reader_.arena);
        if (!first || !(says_subject(value) || take_byline(source, value))) {
          reader_.add(Field::kArticleBody, source, value);
        }
        first = false;
        begin = std::string_view::npos;
      }
    };
    size_t widest = 0;
    for (LineScanner all(bytes, 0); all.next(&line);) {
      widest = std::max(widest, line.end - line.begin);
    }
    while (scanner.next(&line)) {
      const std::string_view raw = slice(bytes, line);
      if (ends_body(raw)) {
        break;
      }
      const bool indented = starts_with(raw, "  ") || starts_with(raw, "\t");
      if (visible(raw).empty() || one_line || widest > 132 || indented) {
        flush();
      }
      if (!visible(raw).empty()) {
        begin = begin == std::string_view::npos ? line.begin : begin;
        end = line.end;
      }
    }
    flush();
  }

  ArticleReader& reader_;
  std::string_view subject_, from_, date_, organization_, keywords_, language_, copyright_;
  std::string_view boundaries_[kMostBoundaries];
  size_t count_ = 0;
  Text text_;
  Text html_;
};

}  // namespace

void read_mail_message(ArticleReader& reader) {
  Message(&reader).read();
}

}  // namespace article
