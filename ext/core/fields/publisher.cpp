// copyright_notice, and publisher: who holds the copyright, or the paper that the byline names.
//
//   "© 2019 Example Post. All rights reserved."  ->  publisher "Example Post"
#include <algorithm>

#include "core/fields/cells.h"
#include "core/fields/extractors.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint16_t kMaxNoticeCharacters = 300;
constexpr size_t kMaxPublisherWords = 6;

// A phrase of two words, "Copyright", "(c)"; with a number any that is more than a letter.
bool says_rights(std::string_view line, bool has_digit) {
  static const uint32_t kCopyright = hash_word("copyright");
  constexpr uint32_t kLeastBytes = 4;
  const LineWords words(line, 0, line.size());
  for (size_t at = 0; at < words.count(); ++at) {
    const PhraseMatch match = match_phrase(words, at, Term::kCopyright);
    if (match && match.end - words[at].begin >= kLeastBytes &&
        (has_digit || match.words > 1 || words[at].hash == kCopyright)) {
      return true;
    }
  }
  return line.find("(c)") != std::string_view::npos || line.find("(C)") != std::string_view::npos;
}

bool is_notice(const Row& row, std::string_view line) {
  if (row.characters > kMaxNoticeCharacters || row.has(kIsBody)) {
    return false;
  }
  const bool sign = line.find("\xC2\xA9") != std::string_view::npos;
  const bool may_be =
      row.role == Role::kCopyright || (sign && row.has(kHasDigit)) ||
      (row.holds_a(Term::kCopyright) && (sign || row.has(kHasDigit) || row.opens_with(Term::kCopyright)));
  if (!may_be || (!sign && (row.is_a(Term::kNavigation) || row.is_a(Term::kCookie)))) {
    return false;  // "Imprint", "Legal notice": links to what they name
  }
  // "Thanks. Mine is C-1141": one letter is no notice, nor is a menu that has its link.
  return sign || ((row.has(kHasDigit) || !is_row_of_cells(line)) && says_rights(line, row.has(kHasDigit)));
}

// The holder: words with a capital behind the sign and the years.
std::string_view holder(std::string_view line) {
  const size_t sign = line.find("\xC2\xA9");
  const size_t start = sign == std::string_view::npos ? 0 : sign + 2;
  if (start == 0 && match_phrase(LineWords(line, 0, line.size()), 0, Term::kCopyright).words > 1) {
    return {};  // "All rights reserved. ..."
  }
  WordCursor cursor(line, start, line.size(), true);
  Word word;
  size_t begin = 0;
  size_t end = 0;
  size_t words = 0;
  while (cursor.next(&word) && words < kMaxPublisherWords) {
    if (word.kind == WordKind::kPunctuation) {
      const char32_t code = decode(line, word.begin).value;
      const bool inside = words > 0 && word.begin == end && word.end < line.size() &&
                          !has(decode(line, word.end).value, kBlank) &&
                          (code == U'.' || code == U'-' || code == U'\'' || code == 0x2019);
      if (words > 0 && !inside && code != U'&') {
        break;
      }
      continue;
    }
    Word one[1] = {word};
    const bool phrase = (phrase_bits(one, 1).whole & term_bit(Term::kCopyright)) != 0;
    // "Channel 6 Exampletown", not a year.
    constexpr uint32_t kLongestNumber = 2;
    const bool numbered =
        word.kind == WordKind::kNumber && words > 0 && word.begin == end + 1 && word.end - word.begin <= kLongestNumber;
    if (numbered) {
      end = word.end;
      ++words;
      continue;
    }
    if (word.kind == WordKind::kNumber || (words == 0 && (phrase || !word.capital))) {
      if (words > 0) {
        break;
      }
      continue;
    }
    const bool rights = words > 0 && match_phrase(LineWords(line, word.begin, line.size()), 0, Term::kCopyright);
    if (rights || (!word.capital && words > 0 && word.begin != end + 1)) {
      break;
    }
    begin = words == 0 ? word.begin : begin;
    end = word.end;
    ++words;
  }
  return words == 0 ? std::string_view() : trim(line.substr(begin, end - begin));
}

}  // namespace

void find_publisher(Reading* reading) {
  const Page& page = reading->page;
  uint32_t notice = kNoRow;
  for (uint32_t r = static_cast<uint32_t>(reading->row_count()); r-- > 0 && notice == kNoRow;) {
    notice = is_notice(reading->row(r), reading->text(r)) ? r : kNoRow;
  }
  if (notice == kNoRow) {
    return;
  }
  reading->fields.add(page, Field::kCopyrightNotice, reading->text(notice), "copyright.line", 220);
  const std::string_view name = holder(reading->text(notice));
  const LineWords words(name, 0, name.size());
  if (!name.empty() && !whole_line_phrase(words, Term::kCopyright) && !whole_line_phrase(words, Term::kNavigation) &&
      !whole_line_phrase(words, Term::kCookie)) {
    reading->fields.add(page, Field::kPublisher, name, "publisher.copyright", 170);
  }
}

}  // namespace article
