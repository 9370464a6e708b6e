#include "core/archive/markup.h"

#include "core/archive/scan.h"
#include "core/text/utf8.h"

namespace article {

namespace {

struct Entity {
  std::string_view name;
  char32_t code;
};
constexpr Entity kEntities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", 0xA0},
    {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"hellip", 0x2026}, {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"Auml", 0xC4},    {"Ouml", 0xD6},
    {"Uuml", 0xDC},     {"szlig", 0xDF},   {"eacute", 0xE9},  {"egrave", 0xE8},  {"agrave", 0xE0},  {"ccedil", 0xE7},
    {"copy", 0xA9},     {"euro", 0x20AC},  {"middot", 0xB7},  {"bull", 0x2022}};

// "#x2014", "#8212"; 0: none.
char32_t read_numeric(std::string_view name) noexcept {
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  char32_t value = 0;
  for (const char digit : name.substr(hex ? 2 : 1)) {
    const char small = static_cast<char>(digit | 32);
    const bool letter = hex && small >= 'a' && small <= 'f';
    if ((!is_digit(digit) && !letter) || value > 0x10FFFF) {
      return 0;
    }
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(letter ? small - 'a' + 10 : digit - '0');
  }
  return value;
}

// "&amp;" at the front of `bytes`: its length, 0: none.
size_t read_entity(std::string_view bytes, char32_t* code) noexcept {
  const size_t end = bytes.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) {
    return 0;
  }
  const std::string_view name = bytes.substr(1, end - 1);
  if (name.front() == '#') {
    *code = read_numeric(name);
    return *code != 0 ? end + 1 : 0;
  }
  for (const Entity& entity : kEntities) {
    if (name == entity.name) {
      *code = entity.code;
      return end + 1;
    }
  }
  return 0;
}

bool is_block_tag(std::string_view tag) noexcept {
  size_t at = tag.size() > 1 && tag[1] == '/' ? 2 : 1;
  for (const std::string_view name : {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "hr"}) {
    if (starts_with_nocase(tag.substr(at), name) &&
        (at + name.size() >= tag.size() || !is_alnum(tag[at + name.size()]))) {
      return true;
    }
  }
  return false;
}

// Behind a <style> or <script> element that begins at `at`; `at` where there is none.
size_t skip_hidden(std::string_view bytes, size_t at) noexcept {
  for (const std::string_view name : {"style", "script", "head"}) {
    if (starts_with_nocase(bytes.substr(at + 1), name) && at + 1 + name.size() < bytes.size() &&
        !is_alnum(bytes[at + 1 + name.size()])) {
      for (size_t i = at + 1; i + name.size() + 2 < bytes.size(); ++i) {
        if (bytes[i] == '<' && bytes[i + 1] == '/' && starts_with_nocase(bytes.substr(i + 2), name)) {
          return i;
        }
      }
    }
  }
  return at;
}

}  // namespace

std::string_view element(std::string_view text, std::string_view name) noexcept {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (!starts_with_nocase(rest, name) || rest.size() <= name.size() || is_alnum(rest[name.size()])) {
      continue;
    }
    const size_t open = text.find('>', at);
    if (open == std::string_view::npos) {
      return {};
    }
    if (text[open - 1] == '/') {
      continue;
    }
    for (size_t close = text.find("</", open); close != std::string_view::npos; close = text.find("</", close + 2)) {
      if (starts_with_nocase(text.substr(close + 2), name) && close + 2 + name.size() < text.size() &&
          !is_alnum(text[close + 2 + name.size()])) {
        return text.substr(open + 1, close - open - 1);
      }
    }
    return text.substr(open + 1);
  }
  return {};
}

std::string_view attribute(std::string_view tag, std::string_view name) noexcept {
  for (size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const size_t quote = at + name.size() + 1;
    if (at > 0 && tag[at - 1] == ' ' && quote < tag.size() && tag[quote - 1] == '=' && tag[quote] == '"') {
      return tag.substr(quote + 1, tag.find('"', quote + 1) - quote - 1);
    }
  }
  return {};
}

std::string_view decode_markup(std::string_view bytes, bool tags, std::pmr::memory_resource* arena) {
  auto* out = static_cast<char*>(arena->allocate(bytes.size() + 4, 1));  // nothing grows
  size_t size = 0;
  for (size_t i = 0; i < bytes.size();) {
    char32_t code = 0;
    size_t length = 0;
    if (bytes[i] == '&' && (length = read_entity(bytes.substr(i), &code)) != 0) {
      i += length;
      size += code < 0x20 && code != '\n' && code != '\t' ? 0 : encode(code, out + size);
      continue;
    }
    if (tags && bytes[i] == '<' && i + 1 < bytes.size() &&
        (is_alnum(bytes[i + 1]) || bytes[i + 1] == '/' || bytes[i + 1] == '!')) {
      i = skip_hidden(bytes, i);
      const size_t close = bytes.find('>', i);
      const std::string_view tag = bytes.substr(i, close - i);
      if (is_block_tag(tag) && size > 0) {
        out[size++] = '\n';
      }
      i = close == std::string_view::npos ? bytes.size() : close + 1;
      continue;
    }
    if (static_cast<unsigned char>(bytes[i]) >= 0x20 || bytes[i] == '\n' || bytes[i] == '\t' || bytes[i] == '\r') {
      out[size++] = bytes[i];
    }
    ++i;
  }
  return {out, size};
}

namespace {

// One level of markup at a time, without recursion: depths are counted.
class WikiText {
 public:
  WikiText(std::string_view bytes, char* out) : bytes_(bytes), out_(out) {}

  size_t decode() {
    size_t i = 0;
    while (i < bytes_.size()) {
      i += step(i);
    }
    return size_;
  }

 private:
  // Length of what was read at i.
  size_t step(size_t i) {
    const std::string_view rest = bytes_.substr(i);
    if (const size_t length = hidden_ == 0 ? shown_template(rest) : 0; length > 0) {
      return length;
    }
    if (starts_with(rest, "{{") || starts_with(rest, "{|")) {
      ++hidden_;
      return 2;
    }
    if (hidden_ > 0 && (starts_with(rest, "}}") || starts_with(rest, "|}"))) {
      --hidden_;
      return 2;
    }
    if (hidden_ > 0) {
      return 1;
    }
    if (const size_t length = mark(rest); length > 0) {
      return length;
    }
    out_[size_++] = rest.front();
    return 1;
  }

  // Length of the mark at the front, which is read; 0: a character of the text.
  size_t mark(std::string_view rest) {
    if (starts_with(rest, "<!--")) {
      return skip_to(rest, "-->");
    }
    if (starts_with_nocase(rest, "<ref")) {
      const size_t close = rest.find('>');
      return close != std::string_view::npos && rest[close - 1] == '/' ? close + 1 : skip_to(rest, "</ref>");
    }
    if (starts_with(rest, "[[")) {
      return link(rest);
    }
    if (starts_with(rest, "]]")) {
      return 2;
    }
    if (starts_with(rest, "''")) {
      size_t quotes = 2;
      while (quotes < rest.size() && rest[quotes] == '\'' && quotes < 5) {
        ++quotes;
      }
      return quotes;
    }
    if (rest.front() == '[' && (starts_with(rest, "[http") || starts_with(rest, "[//"))) {
      const size_t blank = rest.find(' ');
      const size_t close = rest.find(']');
      return blank < close ? blank + 1 : close == std::string_view::npos ? 1 : close + 1;
    }
    if (rest.front() == '<' && rest.size() > 1 && (is_alnum(rest[1]) || rest[1] == '/')) {
      return skip_to(rest, ">");
    }
    return 0;
  }

  // Templates that only link or mark: {{w|Baku|the city}} is "the city".  0: another one.
  size_t shown_template(std::string_view rest) {
    bool known = false;
    for (const std::string_view name : {"{{w|", "{{W|", "{{wikt|", "{{nowrap|", "{{lang|", "{{foreign language|"}) {
      known = known || starts_with(rest, name);
    }
    const size_t close = known ? rest.find("}}") : std::string_view::npos;
    if (close == std::string_view::npos || contains(rest.substr(2, close - 2), "{{")) {
      return 0;
    }
    std::string_view parts = rest.substr(2, close - 2);
    std::string_view shown;
    for (size_t bar = parts.find('|'); bar != std::string_view::npos; bar = parts.find('|')) {
      parts.remove_prefix(bar + 1);
      const std::string_view part = parts.substr(0, parts.find('|'));
      shown = contains(part, "=") ? shown : part;
    }
    size_ += shown.copy(out_ + size_, shown.size());
    return close + 2;
  }

  // Of "[[Baku|the city]]" only "the city" is shown, of "[[File:...]]" nothing.
  size_t link(std::string_view rest) {
    const size_t close = rest.find("]]");
    const size_t colon = rest.find(':');
    if (close == std::string_view::npos) {
      return 2;
    }
    const std::string_view name = rest.substr(2, colon < close ? colon - 2 : 0);
    for (const std::string_view hidden : {"File", "Image", "Category", "Datei", "Bild", "Kategorie", "Fichier"}) {
      if (equal_nocase(visible(name), hidden)) {
        return file_end(rest);
      }
    }
    const size_t bar = rest.find('|');
    return bar < close ? bar + 1 : 2;
  }

  // Captions hold links of their own.
  static size_t file_end(std::string_view rest) noexcept {
    size_t depth = 0;
    for (size_t i = 0; i + 1 < rest.size(); ++i) {
      if (rest[i] == '[' && rest[i + 1] == '[') {
        ++depth;
        ++i;
      } else if (rest[i] == ']' && rest[i + 1] == ']') {
        ++i;
        if (--depth == 0) {
          return i + 1;
        }
      }
    }
    return rest.size();
  }

  static size_t skip_to(std::string_view rest, std::string_view end) noexcept {
    const size_t at = rest.find(end);
    return at == std::string_view::npos ? 1 : at + end.size();
  }

  std::string_view bytes_;
  char* out_;
  size_t size_ = 0;
  size_t hidden_ = 0;
};

}  // namespace

std::string_view decode_wiki(std::string_view bytes, std::pmr::memory_resource* arena) {
  auto* out = static_cast<char*>(arena->allocate(bytes.size() + 4, 1));
  const size_t size = WikiText(bytes, out).decode();
  return {out, size};
}

}  // namespace article
