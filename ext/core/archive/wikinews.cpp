// Wikinews: pages of an XML dump, documents of an extract (<doc ...>), or the wiki text of one article.
//
//   <page><title>Rain ends drought</title>...<text>{{date|November 7, 2019}} [[Baku]] - Text ... == Sources ==
//   ...</text></page>
//
// Only what stands before the sources is the article.  Cost: two passes over a page.
#include <algorithm>

#include "core/archive/markup.h"
#include "core/archive/reader.h"
#include "core/text/utf8.h"

namespace article {

namespace {

size_t find_polled(std::string_view text, std::string_view what, size_t from, const Interrupt& interrupt) {
  while (from < text.size()) {
    const size_t piece = std::min(text.size() - from, kPollBytes);
    const size_t at = text.substr(from, piece + what.size() - 1).find(what);
    if (at != std::string_view::npos) {
      return from + at;
    }
    from += piece;
    interrupt.poll();
  }
  return std::string_view::npos;
}

bool is_dump(std::string_view text) noexcept {
  return starts_with(text, "<mediawiki") || (starts_with(text, "<page>") && contains(text.substr(0, 2000), "<title>"));
}

bool is_extract(std::string_view text) noexcept {
  return starts_with(text, "<doc id=") && contains(text.substr(0, 400), "title=");
}

constexpr std::string_view kDateTemplates[] = {"{{date|",
                                               "{{Date|",
                                               "{{datum|",
                                               "{{Datum|",
                                               "{{fecha|",
                                               "{{Fecha|",
                                               "{{data|",
                                               "{{Data|",
                                               "{{\u0434\u0430\u0442\u0430|",
                                               "{{\u0414\u0430\u0442\u0430|"};

bool has_date_template(std::string_view text) noexcept {
  const size_t first = text.find("{{");  // with which all of them begin: most texts have none
  if (first == std::string_view::npos) {
    return false;
  }
  text.remove_prefix(first);
  return contains(text, "{{byline|") || std::any_of(std::begin(kDateTemplates), std::end(kDateTemplates),
                                                    [&](std::string_view name) { return contains(text, name); });
}

bool recognise(std::string_view head) noexcept {
  const std::string_view start = visible(head.substr(0, 8192));
  return is_dump(start) || is_extract(start) ||
         (has_date_template(start) && contains(head, "[[") && contains(head, "==") && contains(head, "}}"));
}

bool next(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece) {
  const std::string_view start = visible(text.substr(0, 8192));
  const bool dump = is_dump(start);
  if (!dump && !is_extract(start)) {
    piece->begin = 0;
    piece->end = from == 0 ? text.size() : 0;
    return from == 0;
  }
  const std::string_view open = dump ? "<page>" : "<doc ";
  const std::string_view close = dump ? "</page>" : "</doc>";
  while ((from = find_polled(text, open, from, interrupt)) != std::string_view::npos) {
    const size_t end = find_polled(text, close, from, interrupt);
    piece->begin = from;
    piece->end = end == std::string_view::npos ? text.size() : end + close.size();
    const std::string_view page = text.substr(from, piece->end - from);
    const std::string_view name_space = dump ? visible(element(page.substr(0, 4000), "ns")) : std::string_view("0");
    const bool redirect = dump && contains(page.substr(0, 4000), "<redirect ");
    if (!redirect && (name_space.empty() || name_space == "0")) {
      piece->identifier =
          dump ? visible(element(page.substr(0, 4000), "id")) : attribute(page.substr(0, page.find('>')), "id");
      return true;
    }
    from = piece->end;
  }
  return false;
}

// The evidence of what is said by the format itself.
std::string_view first_character(std::string_view text) noexcept {
  return text.empty() ? text : text.substr(0, decode(text, 0).length);
}

// Value of {{date|November 7, 2019}} or {{byline|date=November 7, 2019|location=...}}.
std::string_view template_date(std::string_view wiki) noexcept {
  for (const std::string_view name : kDateTemplates) {
    const size_t at = wiki.find(name);
    if (at != std::string_view::npos) {
      const std::string_view rest = wiki.substr(at + name.size());
      return visible(rest.substr(0, rest.find_first_of("}|")));
    }
  }
  const size_t byline = wiki.find("{{byline|");
  const size_t date = byline == std::string_view::npos ? byline : wiki.find("date=", byline);
  if (date == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = wiki.substr(date + 5);
  return visible(rest.substr(0, rest.find_first_of("}|")));
}

bool ends_article(std::string_view line) noexcept {
  line = visible(line);
  while (!line.empty() && line.front() == '=') {
    line.remove_prefix(1);
  }
  while (!line.empty() && line.back() == '=') {
    line.remove_suffix(1);
  }
  line = visible(line);
  for (const std::string_view heading :
       {"Sources", "Source", "Related news", "Sister links", "External links", "References", "Quellen", "Quelle",
        "Themenverwandte Artikel", "Weitere Artikel", "Fuentes", "Fuente", "Fonti", "Related articles", "See also",
        "Categories"}) {
    if (equal_nocase(line, heading) || (starts_with_nocase(line, heading) && line.back() == '.')) {
      return true;
    }
  }
  return false;
}

// "Baku (Azerbaijan), 07.11.2019 \u2013 Text": some languages have no template for the date.
void add_dateline_date(ArticleReader& reader, std::string_view source, std::string_view paragraph) {
  constexpr size_t kLongestDateline = 100;
  const std::string_view head = paragraph.substr(0, kLongestDateline);
  for (const std::string_view dash : {" \u2013", " \u2014", " - "}) {
    const size_t end = head.find(dash);
    if (end != std::string_view::npos && looks_like_date(head.substr(0, end))) {
      reader.add(Field::kDatePublishedText, first_character(source), head.substr(0, end));
      return;
    }
  }
}

// Paragraphs of decoded text; each keeps the whole source as its evidence, because its bytes stand nowhere as such.
void add_paragraphs(ArticleReader& reader, std::string_view source, std::string_view decoded) {
  LineScanner scanner(decoded, 0, &reader.interrupt);
  ScannedLine line;
  while (scanner.next(&line)) {
    const std::string_view bytes = visible(slice(decoded, line));
    if (ends_article(bytes)) {
      return;
    }
    const bool heading = starts_with(bytes, "==");
    const bool plain_date = looks_like_date(bytes) && !reader.has(Field::kArticleBody);
    if (!reader.has(Field::kDatePublishedText) && !reader.has(Field::kArticleBody) && !heading && !plain_date) {
      add_dateline_date(reader, source, bytes);
    }
    if (plain_date && !reader.has(Field::kDatePublishedText)) {
      reader.add(Field::kDatePublishedText, first_character(source), bytes);
    } else if (!bytes.empty() && !heading && !plain_date && bytes != reader.value(Field::kHeadline) &&
               !starts_with(bytes, "|") && !starts_with(bytes, "__")) {
      size_t marks = 0;
      while (marks < bytes.size() && (bytes[marks] == '*' || bytes[marks] == ':' || bytes[marks] == '#')) {
        ++marks;
      }
      reader.add(Field::kArticleBody, source, visible(bytes.substr(marks)));
    }
  }
}

void read(ArticleReader& reader) {
  const std::string_view page = reader.join(reader.raw(reader.first()), reader.raw(reader.end() - 1));
  const std::string_view start = visible(page);
  if (is_extract(start)) {
    const std::string_view tag = start.substr(0, start.find('>'));
    const std::string_view title = attribute(tag, "title");
    reader.add(Field::kHeadline, title, decode_markup(title, false, reader.arena));
    const std::string_view body = element(start, "doc");
    add_paragraphs(reader, visible(body), decode_markup(body, true, reader.arena));
  } else {
    const bool xml = contains(page.substr(0, 4000), "<page>") || starts_with(start, "<page>");
    const std::string_view title = xml ? visible(element(page, "title")) : std::string_view();
    reader.add(Field::kHeadline, title, decode_markup(title, false, reader.arena));
    const std::string_view source = xml ? element(page, "text") : page;
    const std::string_view wiki = xml ? decode_markup(source, false, reader.arena) : source;
    const std::string_view date = template_date(wiki);
    if (!date.empty()) {
      reader.add(Field::kDatePublishedText, first_character(visible(source)), date);
    }
    add_paragraphs(reader, visible(source), decode_wiki(wiki, reader.arena));
  }
  reader.add(Field::kPublisher, first_character(start), "Wikinews");
}

}  // namespace

const FormatReader kWikinewsReader = {Format::kWikinews, "wikinews", recognise, next, read};

}  // namespace article
