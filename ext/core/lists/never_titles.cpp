#include "core/lists/never_titles.h"

#include <algorithm>

#include "core/fields/cells.h"
#include "core/fields/name_words.h"
#include "core/lists/titles.h"
#include "core/roles/captions.h"
#include "core/text/bytes.h"

namespace article {

namespace {

// "More from Business", "Dans la rubrique Sports", "Lo más visto en...": a heading that goes on.
bool goes_on_as_heading(const Reading& reading, const Row& row) noexcept {
  constexpr uint16_t kMostWords = 5;
  if (!row.opens_with(Term::kListHeading) || row.words > kMostWords || row.has(kHasDigit)) {
    return false;
  }
  const std::string_view line = reading.slice(row.begin, row.end);
  const bool open = ends_with_ellipsis(line);
  return open || (row.terms.heading == TermValue::kSection && !row.has(kEndsSentence)) ||
         names_more_articles(reading, row);
}

// "Only 99¢ for your first month", "Try 1 month for $1".
bool is_offer(const Row& row, std::string_view line) noexcept {
  constexpr uint16_t kMostWords = 8;
  const auto holds = [&](std::string_view sign) { return line.find(sign) != std::string_view::npos; };
  return row.words <= kMostWords &&
         (holds("¢") || (row.holds_a(Term::kCookie) && (holds("$") || holds("€") || holds("£"))));
}

// "Exampletown, IA 50999": the last line of an address.
bool ends_address(std::string_view line) noexcept {
  constexpr size_t kDigits = 5;
  constexpr size_t kState = 2;
  if (line.size() < kDigits + kState + 4) {
    return false;
  }
  const std::string_view tail = line.substr(line.size() - kDigits - kState - 2);
  const auto within = [&](size_t from, size_t count, char low, char high) {
    const std::string_view part = tail.substr(from, count);
    return std::all_of(part.begin(), part.end(), [&](char c) { return c >= low && c <= high; });
  };
  return tail[0] == ' ' && within(1, kState, 'A', 'Z') && tail[kState + 1] == ' ' &&
         within(kState + 2, kDigits, '0', '9');
}

// "Ada Example • 4 min read"
bool says_reading_time(const Row& row) noexcept {
  constexpr uint16_t kMostWords = 8;
  return row.holds_a(Term::kReadingTime) && row.words <= kMostWords && row.has(kHasDigit) &&
         (row.has(kHasBar) || row.words <= 3);
}

// "2 hours ago By Ada Example", "3 hours ago", "Harbour Post · 9h ago"
bool says_age(const Reading& reading, const Row& row) {
  constexpr uint16_t kMostWords = 10;
  constexpr uint16_t kMostWordsBefore = 6;  // with the age
  DateExpression date;
  if (row.words > kMostWords || !row.has(kStartsDigit | kHasBar) || !row.has(kHasDigit) ||
      !reading.dates.timestamp(row.begin, row.end, &date) || !date.relative) {
    return false;
  }
  if (date.begin != row.begin) {
    return date.end == row.end && row.words <= kMostWordsBefore && row.has(kHasBar);
  }
  const LineWords behind(reading.words_of(row, date.end, row.end));
  return behind.count() == 0 || match_phrase(behind, 0, Term::kByline, reading.page.language);
}

// "Share or comment on this article: Bridge closed for ..."
bool shares_headline(const Reading& reading, const Row& row) noexcept {
  constexpr size_t kBytes = 24;  // of the headline that stand there again
  if (reading.headline == kNoRow || !row.opens_with(Term::kPromotion)) {
    return false;
  }
  const std::string_view headline = reading.text(reading.headline).substr(0, kBytes);
  const size_t at = reading.slice(row.begin, row.end).find(headline);
  return headline.size() == kBytes && at != std::string_view::npos && at > 0;
}

// "Schlagwörter zu diesem Artikel"
bool heads_tags(const Reading& reading, const Row& row) noexcept {
  constexpr uint16_t kMostWords = 4;
  if (!row.opens_with(Term::kKeywords) || row.words < 2 || row.words > kMostWords || row.has(kUncased)) {
    return false;
  }
  const LineWords words(reading.words_of(row));
  const PhraseMatch match = match_phrase(words, 0, Term::kKeywords, reading.page.language);
  return match && !is_foreign(match, reading.page.language) && match.words < words.count() &&
         !words[match.words].capital && is_function_word(words[match.words].hash);
}

}  // namespace

bool is_surely_other(const Row& row) noexcept {
  constexpr uint16_t kMostMenuWords = 3;
  constexpr uint8_t kSure = 200;
  constexpr uint8_t kVerySure = 230;
  switch (row.role) {
    case Role::kNavigation:
      return row.words <= kMostMenuWords || row.confidence >= kVerySure;
    case Role::kBody:
    case Role::kPromotion:
      return row.confidence >= kSure;
    case Role::kBoilerplate:
      return row.confidence >= kVerySure;
    default:
      return false;
  }
}

bool names_authors(const Reading& reading, const Row& row) noexcept {
  constexpr uint16_t kMostWords = 5;
  constexpr uint16_t kMostWordsOfList = 16;
  if (!row.opens_with(Term::kByline) || row.words < 2 || row.has(kHasQuery | kEndsColon | kUncased)) {
    return false;
  }
  if (row.words <= kMostWords) {
    return row.capitals == row.words;
  }
  if (row.words > kMostWordsOfList || row.capitals + 1 < row.words || row.has(kHasDigit | kEndsSentence)) {
    return false;
  }
  const LineWords words(reading.words_of(row));
  for (size_t at = 1; at < words.count(); ++at) {
    if (!words[at].capital) {
      return bool{match_phrase(words, at, Term::kNameJoin)};
    }
  }
  return reading.slice(row.begin, row.end).find(',') != std::string_view::npos;
}

bool is_site_notice(const Reading& reading, const Row& row) noexcept {
  constexpr uint16_t kMostWords = 12;
  constexpr uint16_t kMostWordsBehind = 8;  // of a line that opens with a phrase of two words
  constexpr size_t kLeastWordsInside = 3;   // "Our best stories in your inbox"
  if (row.words > kMostWords ||
      (!row.holds_a(Term::kPromotion) && !row.opens_with(Term::kCookie) && !row.opens_with(Term::kAdvertisement))) {
    return false;
  }
  const LineWords words(reading.words_of(row));
  const auto says = [&](Term term, size_t at, size_t least) {
    const PhraseMatch match = match_phrase(words, at, term);
    return match.words >= least && !is_foreign(match, reading.page.language);
  };
  const size_t least = row.words <= kMostWordsBehind ? 2 : kLeastWordsInside;
  bool found =
      says(Term::kPromotion, 0, least) || says(Term::kCookie, 0, least) || says(Term::kAdvertisement, 0, least);
  for (size_t at = 1; at < words.count() && !found; ++at) {
    found = says(Term::kPromotion, at, kLeastWordsInside);
  }
  return found;
}

// Or "Found a mistake? Press Ctrl+Enter", "Corrections | Submit a tip |".
bool is_never_title(const Reading& reading, const Row& row) {
  const std::string_view line = reading.slice(row.begin, row.end);
  return goes_on_as_heading(reading, row) || line.back() == '|' || line.find("Ctrl") != std::string_view::npos ||
         is_site_notice(reading, row) || names_authors(reading, row) || shares_headline(reading, row) ||
         heads_tags(reading, row) || says_reading_time(row) ||
         (row.holds_a(Term::kCaption) && credit_at_end(line, true) == CreditMark::kLabelled) || is_row_of_cells(line) ||
         ends_address(line) || is_offer(row, line);
}

uint32_t plain_clock(std::string_view line) noexcept {
  constexpr size_t kMostHour = 2;  // digits
  constexpr size_t kMinute = 2;
  const size_t begin = static_cast<size_t>(std::find_if(line.begin(), line.end(), is_digit) - line.begin());
  size_t at = begin;
  uint32_t hour = 0;
  for (; at < line.size() && at - begin < kMostHour && is_digit(line[at]); ++at) {
    hour = hour * 10 + static_cast<uint32_t>(line[at] - '0');
  }
  const size_t end = at + 1 + kMinute;
  const bool clock = at > begin && hour < 24 && end <= line.size() && line[at] == ':' && line[at + 1] >= '0' &&
                     line[at + 1] < '6' && is_digit(line[at + 2]);
  const bool apart = clock && (begin == 0 || line[begin - 1] == ' ') && (end == line.size() || line[end] == ' ');
  return apart && std::none_of(line.begin() + static_cast<std::ptrdiff_t>(end), line.end(), is_digit)
             ? static_cast<uint32_t>(end - begin)
             : 0;
}

bool is_stamp(const Reading& reading, const Row& row) {
  const bool labelled =
      row.opens_with(Term::kPublished) || row.opens_with(Term::kUpdated) || row.role == Role::kItemMeta;
  if (says_age(reading, row)) {
    return true;
  }
  if (row.words > 10 || !(row.has(kHasClock) || (labelled && row.has(kHasDigit)))) {
    return false;
  }
  const auto fills_row = [&](uint32_t bytes) {
    return (labelled ? 3 : 5) * bytes >= (labelled ? 1 : 2) * (row.end - row.begin);
  };
  const uint32_t clock = plain_clock(reading.slice(row.begin, row.end));
  if (clock != 0 && fills_row(clock)) {
    return true;
  }
  DateExpression date;
  return reading.dates.timestamp(row.begin, row.end, &date) &&
         (date.has_clock || (labelled && (date.relative || date.full_date))) && fills_row(date.end - date.begin);
}

bool is_taken(const Reading& reading, uint32_t r) noexcept {
  return r == reading.headline || r == reading.byline || r == reading.published || r == reading.dateline ||
         reading.row(r).is_a(Term::kListHeading);
}

}  // namespace article
