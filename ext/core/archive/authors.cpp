#include "core/archive/authors.h"

#include "core/archive/reader.h"
#include "core/lexicon.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr std::string_view kJoiners[] = {" and ", " AND ", " & ", " und ", " UND ", " et ",
                                         " ET ",  " y ",   " e ", " en ",  " with "};
// Words of posts and papers: what holds one of them is no name.
constexpr std::string_view kPosts[] = {"writer",
                                       "writers",
                                       "reporter",
                                       "reporters",
                                       "correspondent",
                                       "correspondents",
                                       "editor",
                                       "editors",
                                       "staff",
                                       "bureau",
                                       "press",
                                       "post",
                                       "times",
                                       "news",
                                       "agency",
                                       "service",
                                       "columnist",
                                       "chief",
                                       "contributor",
                                       "special",
                                       "journal",
                                       "herald",
                                       "tribune",
                                       "daily",
                                       "newspaper",
                                       "redaktion",
                                       "redakteur",
                                       "korrespondent",
                                       "correspondant",
                                       "envoy\u00E9",
                                       "redacci\u00F3n",
                                       "newspapers",
                                       "reuters",
                                       "afp",
                                       "dpa",
                                       "upi",
                                       "ap",
                                       "photographer",
                                       "university",
                                       "professor",
                                       "director",
                                       "president",
                                       "analyst",
                                       "desk",
                                       "gazette",
                                       "wire"};

bool is_post(std::string_view part) noexcept {
  const LineWords words(part, 0, part.size());
  WordCursor cursor(part, 0, part.size());
  Word word;
  while (cursor.next(&word)) {
    for (const std::string_view post : kPosts) {
      if (equal_nocase(part.substr(word.begin, word.end - word.begin), post)) {
        return true;
      }
    }
  }
  // The whole of it: agencies have names that people have too.
  return static_cast<bool>(whole_line_phrase(words, Term::kAgency));
}

// Two to six words, most of them capitalised, no digits.
bool is_name(std::string_view part) noexcept {
  WordCursor cursor(part, 0, part.size());
  Word word;
  size_t words = 0;
  size_t capitals = 0;
  bool initial_or_name = false;
  while (cursor.next(&word)) {
    if (word.kind == WordKind::kNumber) {
      return false;
    }
    ++words;
    capitals += word.capital ? 1 : 0;
    initial_or_name = initial_or_name || word.letters > 1;
  }
  return words >= 1 && words <= 6 && capitals >= 1 && capitals * 2 >= words && initial_or_name;
}

// "JOHN MCWRITER-SMITH" -> "John McWriter-Smith"; names that are not all capitals stay.
std::string_view without_capitals(std::string_view name, std::pmr::memory_resource* arena) {
  size_t capitals = 0;
  for (size_t at = 0; at < name.size();) {
    const CodePoint unit = decode(name, at);
    if (has(unit.value, kLower)) {
      return name;
    }
    capitals += has(unit.value, kUpper) ? 1 : 0;
    at += unit.length;
  }
  if (capitals < 4) {
    return name;  // initials
  }
  auto* out = static_cast<char*>(arena->allocate(name.size() * 2 + 4, 1));
  size_t size = 0;
  size_t run = 0;  // letters of the word so far
  bool mac = false;
  for (size_t at = 0; at < name.size();) {
    const CodePoint unit = decode(name, at);
    if (!has(unit.value, kLetter)) {
      run = 0;
      size += encode(unit.value, out + size);
    } else {
      mac = run == 0 ? starts_with(name.substr(at), "MC") : mac;
      const bool keep = run == 0 || (mac && run == 2);
      size += encode(keep ? unit.value : lower_case(unit.value), out + size);
      ++run;
    }
    at += unit.length;
  }
  return {out, size};
}

std::string_view trim_part(std::string_view part) noexcept {
  part = visible(part);
  while (!part.empty() && (part.back() == ',' || part.back() == ';' || part.back() == ':' || part.back() == '=' ||
                           part.back() == '<' || part.back() == '-' || part.back() == '*')) {
    part = visible(part.substr(0, part.size() - 1));
  }
  // "A. Writer." ends a sentence; "A. Writer Jr." and initials keep their full stop.
  if (part.size() > 4 && part.back() == '.' && !ends_with(part, "Jr.") && !ends_with(part, "Sr.") &&
      part[part.size() - 3] != ' ' && part[part.size() - 3] != '.') {
    part.remove_suffix(1);
  }
  for (const std::string_view in : {" in ", " IN ", " aus ", " \u00E0 "}) {
    if (const size_t at = part.find(in); at != std::string_view::npos && at > 3) {
      part = visible(part.substr(0, at));
    }
  }
  if (const size_t at = part.find('('); at != std::string_view::npos && at > 3) {
    part = visible(part.substr(0, at));
  }
  if (const size_t at = part.find('<'); at != std::string_view::npos && at > 3) {
    part = visible(part.substr(0, at));
  }
  return part;
}

class Authors {
 public:
  Authors(std::pmr::memory_resource* memory, std::pmr::memory_resource* arena) : names_(memory), arena_(arena) {}

  void add(std::string_view part) {
    part = trim_part(without_by(trim_part(part)));
    if (part.empty() || contains(part, "@") || contains(part, "http") || !is_name(part) || is_post(part)) {
      return;
    }
    if (count_words(part, 2) < 2 && !names_.empty()) {
      return;  // one word behind a name: a place or a paper
    }
    const std::string_view name = without_capitals(part, arena_);
    for (const std::string_view known : names_) {
      if (known == name) {
        return;
      }
    }
    names_.push_back(name);
  }

  // Surname and first names, changed over.
  void add_inverted(std::string_view part) {
    part = visible(part);
    const size_t comma = part.find(',');
    if (comma == std::string_view::npos) {
      add(part);
      return;
    }
    const std::string_view last = visible(part.substr(0, comma));
    std::string_view first = visible(part.substr(comma + 1));
    first = visible(first.substr(0, first.find(',')));
    auto* out = static_cast<char*>(arena_->allocate(first.size() + last.size() + 1, 1));
    size_t size = 0;
    for (const char byte : first) {
      out[size++] = byte;
    }
    out[size++] = ' ';
    for (const char byte : last) {
      out[size++] = byte;
    }
    add({out, size});
  }

  std::pmr::vector<std::string_view> take() { return std::move(names_); }

 private:
  std::pmr::vector<std::string_view> names_;
  std::pmr::memory_resource* arena_;
};

// The next separator at or after `at`: its place and length.
size_t find_separator(std::string_view text, size_t at, bool commas, size_t* length) noexcept {
  for (; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == ';' || byte == '/' || byte == '|' || (commas && byte == ',')) {
      *length = 1;
      return at;
    }
    if (commas && byte == ' ') {
      for (const std::string_view joiner : kJoiners) {
        if (starts_with(text.substr(at), joiner)) {
          *length = joiner.size();
          return at;
        }
      }
    }
  }
  *length = 0;
  return text.size();
}

}  // namespace

std::pmr::vector<std::string_view> labelled_authors(std::string_view byline, bool surname_first,
                                                    std::pmr::memory_resource* memory,
                                                    std::pmr::memory_resource* arena) {
  Authors authors(memory, arena);
  for (size_t at = 0; at < byline.size();) {
    size_t length = 0;
    const size_t end = find_separator(byline, at, !surname_first, &length);
    const std::string_view part = byline.substr(at, end - at);
    if (surname_first) {
      authors.add_inverted(part);
    } else {
      authors.add(part);
    }
    at = end + length;
    if (length == 0) {
      break;
    }
  }
  return authors.take();
}

}  // namespace article
