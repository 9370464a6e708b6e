// alternative_headline: the line under the headline that sums the article up, before byline and body.
#include "core/fields/extractors.h"
#include "core/fields/markdown.h"
#include "core/fields/may_be_headline.h"
#include "core/roles/captions.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kMaxRowsBelow = 6;
constexpr uint16_t kLeastWords = 5;
constexpr uint8_t kLeastSure = 128;  // of 255: that a row has the role

// "The ferry at the quay. PHOTO: EXAMPLE FILE", or such a line above "Photo: A. Writer", "A. Writer/Example Images";
// not above the byline ("Autor: ..." is a credit of pictures too).
bool is_caption(const Reading& reading, uint32_t r) {
  const bool last = r + 1 == reading.row_count();
  const bool deck = r == reading.headline + 1 && reading.row(r).role == Role::kSubhead;  // above the picture's credit
  if (!last && !deck && r + 1 != reading.byline &&
      (reading.row(r + 1).role == Role::kCredit ||
       (reading.row(r + 1).opens_with(Term::kCaption) && reading.opens_with_colon(r + 1)))) {
    return true;
  }
  const std::string_view line = reading.text(r);
  if (reading.row(r).role == Role::kCaption && credit_at_end(line, false) != CreditMark::kNone) {
    return true;
  }
  const size_t colon = line.rfind(':');
  if (colon == std::string_view::npos || !reading.row(r).holds_a(Term::kCaption)) {
    return false;
  }
  const LineWords words(line, 0, colon);
  const Word before = words.count() == 0 ? Word() : words[words.count() - 1];
  return words.count() > 0 && (phrase_bits(&before, 1).whole & term_bit(Term::kCaption)) != 0;
}

// Behind both of them stands the picture of the article.
bool below_byline_and_date(const Reading& reading, uint32_t r) noexcept {
  return reading.byline != kNoRow && reading.published != kNoRow && r > reading.byline && r > reading.published &&
         reading.byline > reading.headline && reading.published > reading.headline;
}

// "In northern Exampleland": the first word alone says something else in another language.
bool opens_in_other_language(const Reading& reading, const Row& row, uint32_t terms) {
  const LineWords words(reading.words_of(row));
  for (uint32_t kind = 0; kind < kTermCount; ++kind) {
    const auto term = static_cast<Term>(kind);
    if ((row.terms.opens & terms & term_bit(term)) != 0) {
      const PhraseMatch match = match_phrase(words, 0, term, reading.page.language);
      if (match.words != 1 || !is_foreign(match, reading.page.language) ||
          reading.page.text.substr(match.end, 1) == ":") {
        return false;
      }
    }
  }
  return true;
}

bool may_be_subhead(const Reading& reading, uint32_t r) {
  const Row& row = reading.row(r);
  constexpr uint32_t kNever = term_bit(Term::kByline) | term_bit(Term::kCaption) | term_bit(Term::kPublished) |
                              term_bit(Term::kUpdated) | term_bit(Term::kReadMore) | term_bit(Term::kPromotion) |
                              term_bit(Term::kCopyright);
  const bool role = row.role == Role::kSubhead;
  if (row.has(kIsBody) || row.characters > 400 || !row.first || (!role && row.words < kLeastWords)) {
    return false;
  }
  // What is a label of tags or heads lists in one language opens many a sentence in another ("The", "New").
  const bool label =
      (row.opens_with(Term::kKeywords) && (row.role == Role::kKeywords || reading.opens_with_colon(r))) ||
      row.is_a(Term::kListHeading);
  // Between the headline and who wrote it, or when, stands the deck: "Rides are free at the weekend."
  constexpr uint16_t kLeastWordsOfDeck = 8;
  const bool placed = r == reading.headline + 1 && (r + 1 == reading.byline || r + 1 == reading.published) &&
                      row.words >= kLeastWordsOfDeck;
  const bool sure = role && (row.confidence >= kLeastSure || placed);
  // "Le 5 mai 2022", not "Le loyer est modeste et l'escalier compte 227 marches."
  constexpr uint16_t kMostStampWords = 14;
  uint32_t never =
      row.words > kMostStampWords ? kNever & ~(term_bit(Term::kPublished) | term_bit(Term::kUpdated)) : kNever;
  // "Prefeitura decretou ...": who gives pictures away does other things too.
  never = role && placed && !reading.opens_with_colon(r) ? never & ~term_bit(Term::kCaption) : never;
  if (label || describes_author(reading, r) ||
      ((row.terms.opens & never) != 0 && !opens_in_other_language(reading, row, never)) ||
      (!sure && (row.holds_a(Term::kCookie) || row.holds_a(Term::kReadingTime)))) {
    return false;
  }
  if (!sure && (is_caption(reading, r) || below_byline_and_date(reading, r))) {
    return false;
  }
  // A stamp, not "The line is to open in 2027".
  DateExpression date;
  if (!role && row.words <= 12 && row.has(kHasDigit) && reading.dates.timestamp(row.begin, row.end, &date) &&
      (date.full_date || date.has_clock || date.relative)) {
    return false;
  }
  // A shorter line is one right between headline and byline or date, unless it is of names.
  const bool below_headline = r == reading.headline + 1 && (r + 1 == reading.byline || r + 1 == reading.published) &&
                              2 * row.capitals <= row.words;
  return role ||
         ((row.has(kEndsSentence) || row.words >= 8 || below_headline) && !row.has(kHasBar | kHasUrl | kHasMail));
}

// "- The board counts 340 patients", "• ...": decks that are lists of points.
std::string_view without_bullet(std::string_view line) noexcept {
  const CodePoint mark = decode(line, 0);
  const bool bullet = has(mark.value, kDash) || mark.value == 0x2022 || mark.value == 0x25CF || mark.value == 0x25A0;
  return bullet && line.substr(mark.length, 1) == " " ? trim(line.substr(mark.length)) : line;
}

}  // namespace

void find_subhead(Reading* reading) {
  if (reading->headline == kNoRow) {
    return;
  }
  if (const uint32_t deck = deck_above_dateline(*reading); deck != kNoRow) {
    const std::string_view span = reading->text(deck);
    reading->fields.add(reading->page, Field::kAlternativeHeadline, span, "subhead.above_dateline", 150);
    return;
  }
  const uint32_t body = reading->body_row();
  for (uint32_t r = reading->headline + 1; r < body && r <= reading->headline + kMaxRowsBelow; ++r) {
    if (r == reading->byline || r == reading->published || r == reading->dateline) {
      continue;
    }
    const Row& row = reading->row(r);
    if (may_be_subhead(*reading, r)) {
      const std::string_view span = without_bullet(without_markdown(reading->text(r)));
      reading->fields.add(reading->page, Field::kAlternativeHeadline, span,
                          row.role == Role::kSubhead ? "subhead.role" : "subhead.below_headline",
                          row.role == Role::kSubhead ? row.confidence : uint8_t{150});
      return;
    }
  }
}

}  // namespace article
