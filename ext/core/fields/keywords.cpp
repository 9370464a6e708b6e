// keywords: the article's tags, behind their label on one line or below it on lines of their own.
//
//   "Tags: Paris, camps"    "Topics" / "Paris" / "Camps"
#include "core/fields/extractors.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kMaxTags = 32;
constexpr uint32_t kRowsBelowBody = 40;
constexpr uint16_t kMaxTagWords = 5;
constexpr uint32_t kPollEach = 4096;

bool is_tag(std::string_view tag) noexcept {
  return !tag.empty() && tag.size() <= 80;
}

std::string_view without_marks(std::string_view tag) noexcept {
  constexpr std::string_view kArmenianComma = "\u055D";  // stands where others have a colon
  if (tag.substr(0, kArmenianComma.size()) == kArmenianComma) {
    tag = trim(tag.substr(kArmenianComma.size()));
  }
  constexpr std::string_view kWideColon = "\uFF1A";
  if (tag.substr(0, kWideColon.size()) == kWideColon) {
    tag = trim(tag.substr(kWideColon.size()));
  }
  while (!tag.empty() && (tag.front() == '#' || tag.front() == '-' || tag.front() == ':')) {
    tag = trim(tag.substr(1));
  }
  while (!tag.empty() && (tag.back() == '-' || tag.back() == ',' || tag.back() == ';')) {
    tag = trim(tag.substr(0, tag.size() - 1));
  }
  return tag;
}

void add_tag(Reading* reading, std::string_view tag, const char* rule) {
  tag = without_marks(trim(tag));
  if (is_tag(tag)) {
    reading->fields.add(reading->page, Field::kKeywords, tag, rule, 190);
  }
}

bool separates(char32_t code) noexcept {
  return code == U',' || code == U';' || code == U'|' || code == U'/' || code == 0x3001 || code == 0xFF0C ||
         code == 0x060C || code == 0x2022 || code == 0xB7 || code == U'#';
}

// The point of Catalan: "passarel·la".
bool is_inner_point(std::string_view list, size_t at, const CodePoint& unit) noexcept {
  const size_t behind = at + unit.length;
  return unit.value == 0xB7 && at > 0 && behind < list.size() && list[at - 1] == 'l' && list[behind] == 'l';
}

// "古桥 文物 青禾县": words that no blanks part, with nothing but blanks between them.
bool is_parted_by_blanks(std::string_view list) noexcept {
  bool ideographs = false;
  for (size_t at = 0; at < list.size();) {
    const CodePoint unit = decode(list, at);
    if (separates(unit.value) || list.substr(at, 2) == "  ") {
      return false;
    }
    ideographs = ideographs || has(unit.value, kIdeograph);
    at += unit.length;
  }
  return ideographs;
}

void add_list(Reading* reading, std::string_view list, const char* rule) {
  list = without_marks(trim(list));
  const bool blanks = is_parted_by_blanks(list);
  size_t begin = 0;
  uint32_t tags = 0;
  for (size_t at = 0; at < list.size() && tags < kMaxTags;) {
    const CodePoint unit = decode(list, at);
    if ((separates(unit.value) && !is_inner_point(list, at, unit)) || list.substr(at, 2) == "  " ||
        (blanks && (unit.value == U' ' || unit.value == 0x3000))) {
      add_tag(reading, list.substr(begin, at - begin), rule);
      begin = at + unit.length;
      ++tags;
    }
    at += unit.length;
  }
  add_tag(reading, list.substr(begin), rule);
}

// "Thèmes associés : Logement": without the word that the label goes on with.
std::string_view behind_label_rest(std::string_view rest) noexcept {
  constexpr size_t kMostBytes = 24;
  const size_t colon = rest.substr(0, kMostBytes).find(':');
  const bool letter = !rest.empty() && has(decode(rest, 0).value, kLetter) && !has(decode(rest, 0).value, kUpper);
  const bool one_word = letter && colon != std::string_view::npos &&
                        trim(rest.substr(0, colon)).find_first_of(" ,") == std::string_view::npos;
  return one_word ? trim(rest.substr(colon)) : rest;
}

// What follows the label on its line.
std::string_view after_label(const Reading& reading, const Row& row) {
  const LineWords words(reading.page.text, row.begin, row.end);
  const PhraseMatch match = match_phrase(words, 0, Term::kKeywords, reading.page.language);
  const bool foreign = match.words == 1 && is_foreign(match, reading.page.language);
  if (foreign && reading.page.text.substr(match.end, 1) != ":") {
    return {};  // "The shop": a word for tags in Vietnamese
  }
  const std::string_view rest = behind_label_rest(trim(reading.slice(match.end, row.end)));
  if (rest.substr(0, 1) == "@") {
    return {};  // "Tag @example on Instagram"
  }
  const bool marked = !rest.empty() && !has(decode(rest, 0).value, kLetter | kDigit | kIdeograph);
  return marked || row.role == Role::kKeywords ? rest : std::string_view();
}

// "Tagged In", "Explore More Topics": the label goes on, the tags stand below.
bool is_label_rest(std::string_view rest) {
  constexpr size_t kMostWords = 3;
  const LineWords words(rest, 0, rest.size());
  const bool opens_small =
      words.count() > 1 && words.count() <= kMostWords && !words[0].capital && rest.find(',') == std::string_view::npos;
  if (opens_small && (phrase_bits(&words[0], 1).whole & term_bit(Term::kStopword)) != 0) {
    return true;  // "Schlagwörter zu diesem Artikel"
  }
  const Word last = words.count() == 1 || words.count() == 2 ? words[words.count() - 1] : Word();
  const uint32_t wanted = words.count() == 1 ? term_bit(Term::kStopword) : term_bit(Term::kKeywords);
  return last.letters > 0 && (phrase_bits(&last, 1).whole & wanted) != 0;
}

// A row that opens with a label of tags and goes on with them, or has nothing else.
bool is_label(const Row& row) noexcept {
  return row.opens_with(Term::kKeywords) && !row.has(kIsBody) && row.words <= 60 &&
         (!row.has(kEndsSentence) || row.role == Role::kKeywords);
}

void add_below(Reading* reading, uint32_t label) {
  uint32_t tags = 0;
  for (uint32_t r = label + 1; r < reading->row_count() && tags < kMaxTags; ++r, ++tags) {
    const Row& row = reading->row(r);
    constexpr uint32_t kEnds = term_bit(Term::kListHeading) | term_bit(Term::kPromotion) | term_bit(Term::kComments) |
                               term_bit(Term::kCopyright) | term_bit(Term::kByline) | term_bit(Term::kNavigation) |
                               term_bit(Term::kReadMore);
    const bool opens_other = (row.terms.opens & kEnds) != 0 && reading->text(r).find(',') == std::string_view::npos;
    const bool gap = row.line > reading->row(r - 1).last_line + 2;
    constexpr uint16_t kNoTag = kIsBody | kEndsSentence | kHasClock | kHasMail | kHasUrl;
    const bool meta = row.role == Role::kTimestamp || row.role == Role::kItemMeta || row.holds_a(Term::kReadingTime);
    if (row.words == 0 || row.words > kMaxTagWords || gap || meta || row.has(kNoTag) || opens_other) {
      return;
    }
    add_list(reading, reading->text(r), "keywords.lines");
  }
}

// "Published in The Example Post, November 2nd, 2021"
bool is_stamp(const Reading& reading, const Row& row) {
  DateExpression date;
  return row.has(kHasDigit) && reading.dates.timestamp(row.begin, row.end, &date) && date.full_date;
}

bool goes_on_with_tags(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  return is_label(row) && !row.is_a(Term::kKeywords) && !after_label(reading, row).empty();
}

bool is_of_article(const Reading& reading, uint32_t r) {
  const BodyWords& body = reading.body_words();
  const LineWords words(reading.words_of(reading.row(r)));
  size_t all = 0;
  size_t shared = 0;
  for (size_t i = 0; i < words.count(); ++i) {
    if (BodyWords::counts(words[i])) {
      ++all;
      shared += body.holds(words[i]) ? 1U : 0U;
    }
  }
  return all > 0 && shared == all;
}
// A few short lines right below the article that its words are in: tags without a label of ours.
bool is_bare_tag(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 4;
  constexpr uint32_t kOthers = term_bit(Term::kPromotion) | term_bit(Term::kComments) | term_bit(Term::kReadMore) |
                               term_bit(Term::kByline) | term_bit(Term::kCaption) | term_bit(Term::kListHeading) |
                               term_bit(Term::kCookie) | term_bit(Term::kAdvertisement) | term_bit(Term::kCopyright) |
                               term_bit(Term::kReadingTime) | term_bit(Term::kPublished);
  constexpr uint16_t kNoTag =
      kIsBody | kEndsSentence | kHasDigit | kHasMail | kHasUrl | kHasBar | kHasQuery | kEndsColon;
  const Row& row = reading.row(r);
  return row.words > 0 && row.words <= kMostWords && !row.has(kNoTag) && (row.terms.whole & kOthers) == 0 &&
         !row.opens_with(Term::kByline) && (!row.holds_a(Term::kPromotion) || is_of_article(reading, r)) &&
         row.capitals > 0 &&
         (row.role == Role::kNavigation || row.role == Role::kKeywords || row.role == Role::kListTitle);
}
// "#도서관 #은하시 #막차": nothing but words with the mark of tags.
bool is_row_of_hashtags(std::string_view line) noexcept {
  size_t tags = 0;
  while (!line.empty() && line.front() == '#') {
    const size_t end = std::min(line.find(' '), line.size());
    tags += end > 1 ? 1 : 0;
    line = trim(line.substr(end));
  }
  return line.empty() && tags >= 2;
}
void find_bare_tags(Reading* reading) {
  constexpr uint32_t kNear = 16;  // rows below the body
  constexpr uint32_t kMostTags = 12;
  const auto count = static_cast<uint32_t>(reading->row_count());
  const uint32_t body = reading->survey.last_body;
  if (body == kNoRow) {
    return;
  }
  for (uint32_t first = body + 1; first < count && first <= body + kNear; ++first) {
    if (is_row_of_hashtags(reading->text(first))) {
      add_list(reading, reading->text(first), "keywords.hashtags");
      return;
    }
    uint32_t end = first;
    uint32_t shared = 0;
    while (end < count && end - first < kMostTags && is_bare_tag(*reading, end)) {
      shared += is_of_article(*reading, end) ? 1U : 0U;
      ++end;
    }
    if (shared >= 2 && 2 * shared >= end - first) {
      for (uint32_t r = first; r < end; ++r) {
        add_tag(reading, reading->text(r), "keywords.words_of_body");
      }
      return;
    }
    first = end;
  }
}

}  // namespace

void find_keywords(Reading* reading) {
  const auto count = static_cast<uint32_t>(reading->row_count());
  const uint32_t first = reading->headline == kNoRow ? 0 : reading->headline + 1;
  const uint32_t last =
      reading->survey.last_body == kNoRow ? count : std::min(count, reading->survey.last_body + kRowsBelowBody);
  const size_t before = reading->fields.all().size();
  for (uint32_t r = first; r < last; ++r) {
    const Row& row = reading->row(r);
    if (r % kPollEach == kPollEach - 1) {
      reading->page.interrupt.poll();
    }
    // "Posted in News" above "Tagged Paris, camps": the lower one holds the tags.
    if (!is_label(row) || is_stamp(*reading, row) || (r + 1 < last && goes_on_with_tags(*reading, r + 1))) {
      continue;
    }
    // "More on this subject" is a heading as a whole.
    if (row.is_a(Term::kKeywords) || row.is_a(Term::kListHeading)) {
      add_below(reading, r);
    } else if (const std::string_view rest = after_label(*reading, row); is_label_rest(rest)) {
      add_below(reading, r);
    } else if (!rest.empty()) {
      add_list(reading, rest, "keywords.line");
    }
    if (reading->fields.all().size() != before) {
      return;
    }
  }
  find_bare_tags(reading);
}

}  // namespace article
