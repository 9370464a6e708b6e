#include "core/archive/authors.h"

#include <algorithm>

#include "core/archive/reader.h"
#include "core/fields/names.h"
#include "core/lexicon.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

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

std::string_view join_words(std::string_view first, std::string_view last, std::pmr::memory_resource* arena) {
  auto* out = static_cast<char*>(arena->allocate(first.size() + last.size() + 1, 1));
  size_t size = first.copy(out, first.size());
  out[size++] = ' ';
  size += last.copy(out + size, last.size());
  return {out, size};
}

size_t count_blanks(std::string_view text) noexcept {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

// "WRITER, ANN": one word, and one or two that could be first names.
bool looks_inverted(std::string_view part, size_t comma) noexcept {
  const std::string_view last = visible(part.substr(0, comma));
  const std::string_view first = visible(part.substr(comma + 1));
  return !last.empty() && !first.empty() && count_blanks(last) == 0 && count_blanks(first) <= 1 &&
         first.find(',') == std::string_view::npos;
}

// The next "; ", or "AND" between names in capitals; `length` of the separator.
size_t find_separator(std::string_view byline, size_t at, size_t* length) noexcept {
  for (; at < byline.size(); ++at) {
    if (byline[at] == ';') {
      *length = 1;
      return at;
    }
    if (byline[at] != ' ') {
      continue;
    }
    for (const std::string_view joiner : {" AND ", " UND ", " ET ", " EN ", " Y ", " & "}) {
      if (starts_with(byline.substr(at), joiner)) {
        *length = joiner.size();
        return at;
      }
    }
  }
  *length = 0;
  return byline.size();
}

// "The Example Post (London)" -> "Example Post"
std::string_view plain_paper(std::string_view publisher) noexcept {
  publisher = visible(publisher.substr(0, publisher.find('(')));
  return starts_with_nocase(publisher, "the ") ? publisher.substr(4) : publisher;
}

// "JOHN WRITER Special to the Example Post": what the words behind the name say is no name.
std::string_view without_credit(std::string_view named) noexcept {
  for (size_t at = named.find(' '); at != std::string_view::npos; at = named.find(' ', at + 1)) {
    if (starts_with_nocase(named.substr(at + 1), "special to ") ||
        starts_with_nocase(named.substr(at + 1), "for the ")) {
      return visible(named.substr(0, at));
    }
  }
  return named;
}

// "Ann Editor contributed reporting": no author.
bool is_contributor(std::string_view part) noexcept {
  return contains(part, "contribut") || contains(part, " reporting") || contains(part, "Reporting ");
}

bool is_place(std::string_view name) noexcept {
  const LineWords words(name, 0, name.size());
  return static_cast<bool>(whole_line_phrase(words, Term::kPlace));
}

// "By dpa correspondents": small words that tell of an office, no name.
bool is_small_office(std::string_view name) noexcept {
  const LineWords words(name, 0, name.size());
  bool office = false;
  bool capital = false;
  for (size_t i = 0; i < words.count(); ++i) {
    office = office || match_phrase(words, i, Term::kOutlet) || match_phrase(words, i, Term::kRoleTitle);
    capital = capital || words[i].capital;
  }
  return office && !capital;
}

class Authors {
 public:
  Authors(std::string_view publisher, std::pmr::memory_resource* memory, std::pmr::memory_resource* arena)
      : paper_(plain_paper(publisher)), names_(memory), arena_(arena) {}

  // Names of one part of the byline, between two semicolons.
  void add_part(std::string_view part, bool surname_first) {
    if (!names_.empty() && is_contributor(part)) {
      return;
    }
    std::string_view named = visible(without_by(visible(part)));
    const bool by = named.size() != visible(part).size();
    named = without_credit(starts_with_nocase(named, "from ") ? visible(named.substr(5)) : named);
    if (!paper_.empty() && equal_nocase(plain_paper(named), paper_)) {
      return;
    }
    if (!paper_.empty() && named.size() > paper_.size() &&
        equal_nocase(named.substr(named.size() - paper_.size()), paper_)) {
      named = visible(named.substr(0, named.size() - paper_.size()));
      named = ends_with(named, " The") || ends_with(named, " the") ? visible(named.substr(0, named.size() - 4)) : named;
    }
    const size_t comma = named.find(',');
    if (comma != std::string_view::npos && (surname_first || (!by && looks_inverted(named, comma)))) {
      const std::string_view rest = named.substr(comma + 1);
      std::string_view first = visible(rest.substr(0, rest.find(',')));
      // "Writer, Ann." ends with a stop, "Writer, A." with an initial.
      if (first.size() > 3 && first.back() == '.' && first[first.size() - 3] != ' ' && first[first.size() - 3] != '.') {
        first.remove_suffix(1);
      }
      const std::string_view turned = join_words(first, visible(named.substr(0, comma)), arena_);
      NameList names = names_in(turned);
      if (!names.empty() && names[0].begin == 0) {
        add(turned.substr(0, names[0].end));
        return;
      }
      if (surname_first) {
        return;
      }
    }
    for (const NameSpan& name : names_in(named)) {
      add(named.substr(name.begin, name.end - name.begin));
    }
  }

  std::pmr::vector<std::string_view> take() { return std::move(names_); }

 private:
  // Two words or more, none of them that of a paper; a name of another kind ("Fatima", "A. Writer") only where there is
  // no such.
  NameList names_in(std::string_view text) const {
    NameOptions options;
    NameList names;
    find_names(text, 0, text.size(), options, &names);
    if (names.empty() && names_.empty()) {
      options.trusted = true;
      NameList all;
      find_names(text, 0, text.size(), options, &all);
      for (const NameSpan& name : all) {
        // Behind a comma stands the paper: "A. Writer, Example Post".
        if (!names.empty() && text.substr(0, name.begin).find(',') != std::string_view::npos) {
          break;
        }
        names.add(name);
      }
    }
    return names;
  }

  void add(std::string_view printed) {
    const std::string_view name = display_name(without_capitals(printed, arena_), arena_);
    // "Ada Writer, New York"; "By Our Correspondent"
    if (is_small_office(printed) || (!names_.empty() && is_place(name)) || starts_with(name, "Our ")) {
      return;
    }
    for (const std::string_view known : names_) {
      if (known == name) {
        return;
      }
    }
    names_.push_back(name);
  }

  std::string_view paper_;
  std::pmr::vector<std::string_view> names_;
  std::pmr::memory_resource* arena_;
};

}  // namespace

std::pmr::vector<std::string_view> labelled_authors(std::string_view byline, bool surname_first,
                                                    std::string_view publisher, std::pmr::memory_resource* memory,
                                                    std::pmr::memory_resource* arena) {
  Authors authors(publisher, memory, arena);
  for (size_t at = 0; at < byline.size();) {
    size_t length = 0;
    const size_t end = find_separator(byline, at, &length);
    authors.add_part(byline.substr(at, end - at), surname_first);
    at = end + std::max<size_t>(length, 1);
  }
  return authors.take();
}

}  // namespace article
