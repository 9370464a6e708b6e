#include "core/fields/desks.h"

#include "core/fields/name_words.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// Who writes, what opens bylines, and an entry of menus: of all words only those for editorial offices are all three.
bool is_office(const Word& word) noexcept {
  constexpr uint32_t kAll = term_bit(Term::kRoleTitle) | term_bit(Term::kByline) | term_bit(Term::kNavigation);
  return word.capital && (phrase_bits(&word, 1).whole & kAll) == kAll;
}

}  // namespace

std::string_view desk_of(const Reading& reading, const BylineCandidate& line) {
  constexpr size_t kMostWords = 6;
  const std::string_view text = reading.page.text;
  const Row& row = reading.row(line.row);
  // The word may be read as the byline word itself, or as its end: "Von Redaktion Example Kurier".
  const LineWords words(reading.words_of(row));
  size_t first = 0;
  while (first < words.count() && !is_office(words[first])) {
    if (words[first].end > line.begin) {
      return {};
    }
    ++first;
  }
  size_t count = first + 1;
  while (count < words.count() && count < first + kMostWords) {
    const std::string_view between = text.substr(words[count - 1].end, words[count].begin - words[count - 1].end);
    const bool glued = between.size() <= 1 && between != ":" && between != "," && between != "|" && between != "/";
    if (!glued || words[count].kind == WordKind::kNumber ||
        (!words[count].capital && !is_name_particle(words[count].hash))) {
      break;
    }
    ++count;
  }
  return count < first + 2 || first == words.count()
             ? std::string_view()
             : text.substr(words[first].begin, words[count - 1].end - words[first].begin);
}

}  // namespace article
