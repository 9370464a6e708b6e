#include "core/fields/byline_candidates.h"

#include <algorithm>

#include "core/fields/name_words.h"
#include "core/fields/reporter_suffix.h"
#include "core/prose/known_names.h"
#include "core/prose/terms.h"
#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 260;
constexpr uint16_t kMaxPlainWords = 16;     // of a line of names without a byline word
constexpr uint32_t kRowsAboveHeadline = 8;  // where such lines are looked for
constexpr uint32_t kRowsBelowHeadline = 30;
constexpr uint32_t kRowsAfterBody = 14;

// "ByRahul Singh": a byline word that was glued to the name.  Bytes of it; 0: none.
uint32_t glued_opener(std::string_view text, const Word& first) noexcept {
  const std::string_view word = text.substr(first.begin, first.end - first.begin);
  for (size_t at = 1; at < word.size() && at <= 12; ++at) {
    const bool upper = has(decode(word, at).value, kUpper);
    if (upper && is_boundary(word, at)) {
      const Word part[1] = {[&] {
        WordCursor cursor(word, 0, at);
        Word front;
        cursor.next(&front);
        return front;
      }()};
      return (phrase_bits(part, 1).whole & term_bit(Term::kByline)) != 0 ? static_cast<uint32_t>(at) : 0;
    }
  }
  return 0;
}

class Finder {
 public:
  Finder(const Reading& reading, BylineCandidates* out) : reading_(reading), out_(*out) {}

  void run() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    for (uint32_t r = 0; r < count && out_.all.size() < kMaxBylineCandidates; ++r) {
      const Row& row = reading_.row(r);
      // "BY ADA EXAMPLE May 4" has the shape of a dateline.
      const bool dateline = r == reading_.dateline && !row.opens_with(Term::kByline);
      if (!dateline && !is_headline(row) && row.characters <= kMaxCharacters &&
          (!row.has(kIsBody) || row.words <= kMaxPlainWords)) {
        consider(r, row);
      }
      if (r % 512 == 511) {
        reading_.page.interrupt.poll();
      }
    }
  }

 private:
  // The headline names whom the story is about.
  bool is_headline(const Row& row) const noexcept {
    return reading_.headline != kNoRow && row.hash == reading_.row(reading_.headline).hash;
  }

  void consider(uint32_t r, const Row& row) {
    BylineOpening opening;
    opening.row = r;
    opening.begin = row.begin;
    if (row.holds_a(Term::kByline) && !row.has(kIsBody) && add_names_before_suffix(row, opening)) {
      return;
    }
    if (row.holds_a(Term::kByline) || row.opens_with(Term::kOwnByline)) {
      find_opener(row, &opening);
    }
    const bool near = is_near(r);
    if (opening.opener == Opener::kNone && near) {
      find_glued_opener(row, &opening);
    }
    if (opening.opener == Opener::kNone && r > 0 && opens_next(reading_.row(r - 1))) {
      const Row& above = reading_.row(r - 1);
      const LineWords words(reading_.words_of(above));
      opening.opener = Opener::kAbove;
      opening.opener_kind = match_phrase(words, 0, Term::kByline, reading_.page.language).value;
    }
    const bool may_be_plain = near || row.role == Role::kByline;
    if ((opening.opener == Opener::kNone && !(may_be_plain && is_plain(r, row))) ||
        (opening.opener != Opener::kBegins && ends_with_firm(row))) {
      return;
    }
    BylineCandidate& candidate = out_.all.emplace_back(BylineCandidate{opening, {}});
    read_names(row, &candidate);
    if (candidate.names.empty()) {
      out_.all.pop_back();
    }
  }

  bool add_names_before_suffix(const Row& row, const BylineOpening& opening) {
    BylineCandidate candidate{opening, {}};
    if (!find_names_before_suffix(reading_.page.text, row.begin, row.end, &candidate.names)) {
      return false;
    }
    candidate.opener = Opener::kBegins;
    candidate.opener_words = 1;
    candidate.begin = candidate.names[0].begin;
    out_.all.push_back(candidate);
    return true;
  }

  bool is_near(uint32_t r) const noexcept {
    const uint32_t headline = reading_.headline;
    const uint32_t last = reading_.survey.last_body;
    const bool head = headline != kNoRow && r + kRowsAboveHeadline >= headline && r <= headline + kRowsBelowHeadline;
    const bool body = r + kRowsBelowHeadline >= reading_.body_row() && r <= reading_.body_row();
    return head || body || (last != kNoRow && r > last && r <= last + kRowsAfterBody);
  }

  // "Example Robotics, Inc.", "Example Ltd".
  bool ends_with_firm(const Row& row) const noexcept {
    constexpr uint16_t kMostWords = 4;
    if (row.words > kMostWords) {
      return false;
    }
    LineCursor cursor = reading_.words_of(row);
    Word last;
    for (Word word; cursor.next(&word);) {
      last = word;
    }
    return last.letters <= 4 && last.capital &&
           (prose_terms(last.hash).mask(kNoLanguage) & term_bit(ProseTerm::kOrgSuffix)) != 0;
  }
  // "Polizeidirektion Nordheim": no given name is so long, and no word is known as a name.
  bool names_authority(const Row& row) const noexcept {
    constexpr uint16_t kMostWords = 3;
    constexpr uint32_t kLongWord = 13;
    LineCursor cursor = reading_.words_of(row);
    bool is_long = false;
    size_t number = 0;
    for (Word word; row.words <= kMostWords && cursor.next(&word); ++number) {
      if (name_kinds(word.hash) != 0) {
        return false;
      }
      is_long = is_long || (number == 0 && word.letters >= kLongWord && word.kind == WordKind::kWord);
    }
    return is_long;
  }
  // Names without a byline word.
  bool is_plain(uint32_t r, const Row& row) const {
    return looks_like_names(row) && !names_authority(row) && !is_contact(r) && !is_tag(r) && !is_dated_item(r);
  }
  // Below or behind "Media contact:" stands who answers the telephone, not who wrote the article.
  bool is_contact(uint32_t r) const {
    const uint32_t last = reading_.survey.last_body;
    const bool below = last != kNoRow && r > last;
    const bool released = r > 0 && reading_.row(r - 1).is_a(Term::kEndMark);  // "ENDS"
    if (reading_.row(r).opens_with(Term::kContact) && (!below || released)) {
      return true;
    }
    const bool under_label = r > 0 && reading_.row(r - 1).words <= 3 && reading_.row(r - 1).holds_a(Term::kContact) &&
                             (below || reading_.row(r - 1).has(kEndsColon));
    return under_label || (below && r + 1 < reading_.row_count() && is_telephone(reading_.row(r + 1)));
  }

  // "Telefon: 0555 123-104"
  bool is_telephone(const Row& row) const noexcept {
    constexpr uint16_t kMostWords = 5;
    constexpr std::ptrdiff_t kLeastDigits = 7;
    if (row.words > kMostWords || !row.has(kHasDigit) || row.has(kHasClock)) {
      return false;
    }
    const std::string_view line = reading_.slice(row.begin, row.end);
    const auto digits = std::count_if(line.begin(), line.end(), is_digit);
    DateExpression date;
    return digits >= kLeastDigits && !reading_.dates.timestamp(row.begin, row.end, &date);
  }

  // Below the article "Ada Example (23 Jan 2022)" / "Ben Example (22 Jan 2022)" are titles of a list: obituaries.
  bool is_dated_item(uint32_t r) const noexcept {
    const uint32_t last = reading_.survey.last_body;
    const auto is_dated = [&](uint32_t at) {
      return at < reading_.row_count() && reading_.row(at).has(kHasDigit) && reading_.text(at).back() == ')';
    };
    return last != kNoRow && r > last && is_dated(r) && (is_dated(r + 1) || is_dated(r - 1));
  }

  // Below "Topics" and what else stands there.
  bool is_tag(uint32_t r) const noexcept {
    constexpr uint32_t kMostTags = 8;
    constexpr uint16_t kMostWords = 4;
    const uint32_t last = reading_.survey.last_body;
    for (uint32_t at = r;
         last != kNoRow && at > last + 1 && r - at < kMostTags && reading_.row(at).words <= kMostWords;) {
      if (reading_.row(--at).is_a(Term::kKeywords)) {
        return true;
      }
    }
    return false;
  }
  // Between the entries of a menu or the cells of a table.
  bool holds_tab(const Row& row) const noexcept {
    return reading_.slice(row.begin, row.end).find('\t') != std::string_view::npos;
  }
  bool looks_like_names(const Row& row) const noexcept {
    return row.words >= 1 && row.words <= kMaxPlainWords && 2 * row.capitals >= row.looked_at - row.numbers &&
           row.capitals >= 2 && !row.has(kHasQuery | kUncased) && (row.has(kHasDigit) || !holds_tab(row));
  }

  // A line that is a byline word only ("Author", "By").
  static bool opens_next(const Row& above) noexcept { return above.is_a(Term::kByline) && above.words <= 4; }

  void find_opener(const Row& row, BylineOpening* out) const {
    const LineWords words(reading_.words_of(row));
    for (size_t at = 0; at < words.count(); ++at) {
      PhraseMatch match = match_phrase(words, at, Term::kByline, reading_.page.language);
      if (!match && at == 0 && row.opens_with(Term::kOwnByline)) {
        match = own_opener(words);
      }
      if (!match || at + match.words == words.count() || may_be_a_name(words, at, match)) {
        continue;
      }
      if (at > 0 && !may_open_inside(words, at, match, row)) {
        continue;
      }
      out->opener = at == 0 ? Opener::kBegins : Opener::kInside;
      out->opener_kind = match.value;
      out->opener_words = static_cast<uint16_t>(match.words);
      out->begin = match.end;
      if (match.value != TermValue::kPhoto && match.value != TermValue::kEditor) {
        return;
      }
    }
    // "Ada Example, General Editor, May 4": a title behind the name.
    if (out->opener == Opener::kInside && out->opener_words == 1 && out->opener_kind == TermValue::kEditor) {
      out->opener = Opener::kNone;
      out->opener_kind = TermValue::kNone;
      out->opener_words = 0;
      out->begin = row.begin;
    }
  }
  // "Per Ada Example" on a Catalan page; elsewhere Per is a name.
  PhraseMatch own_opener(const LineWords& words) const noexcept {
    const LanguageId language = reading_.page.language;
    const PhraseMatch match = match_phrase(words, 0, Term::kOwnByline, language);
    const bool own = match && language != kNoLanguage && match.language == language;
    return own && words.count() > match.words && words[match.words].capital ? match : PhraseMatch{};
  }
  // "Theo Example": what opens a byline in Vietnamese is a name on a page of another language.
  bool may_be_a_name(const LineWords& words, size_t at, const PhraseMatch& match) const noexcept {
    static const LanguageId kEnglish = language_of_tag("en");
    const bool label = reading_.slice(match.end, match.end + 1) == ":";
    return match.words == 1 && !label && words[at].capital && words[at + 1].capital && match.language != kEnglish &&
           is_foreign(match, reading_.page.language);
  }
  // Inside a line a byline word stands before a name, behind a date, a mark or a few words.
  bool may_open_inside(const LineWords& words, size_t at, const PhraseMatch& match, const Row& row) const noexcept {
    const Word& next = words[at + match.words];
    const bool after_date = words[at - 1].kind == WordKind::kNumber;
    if (row.words > 40 || (!next.capital && !after_date && match.words == 1) || row.has(kIsBody)) {
      return false;
    }
    // "Ursula von der Leyen": a particle between two capitals is no byline word.
    const Word& before = words[at - 1];
    const std::string_view between = reading_.slice(before.end, words[at].begin);
    const bool mark = between.size() > 1 || before.kind == WordKind::kNumber;
    // "ADA VAN EXAMPLE", in capitals as well.
    const bool in_capitals = before.all_capitals && words[at].all_capitals && is_name_particle(words[at].hash);
    return match.words > 1 || mark || !before.capital || (words[at].capital && !in_capitals) || row.has(kHasDigit);
  }

  // A capital inside the letters that a line begins with; true as well where that takes a closer look.
  static bool may_be_glued(std::string_view line) noexcept {
    constexpr size_t kLookedAt = 14;
    for (size_t at = 0; at < std::min(line.size(), kLookedAt); ++at) {
      const auto byte = static_cast<unsigned char>(line[at]);
      const uint16_t flags = kCharTable.info[byte].flags;
      if (byte >= 0x80 || (flags & kDropped) != 0 || (at == 0 && (flags & kLetter) == 0)) {
        return true;
      }
      if ((flags & kLetter) == 0) {
        return false;
      }
      if (at > 0 && (flags & kUpper) != 0) {
        return true;
      }
    }
    return false;
  }

  void find_glued_opener(const Row& row, BylineOpening* out) const {
    if (!may_be_glued(reading_.slice(row.begin, row.end))) {
      return;
    }
    LineCursor cursor = reading_.words_of(row);
    Word first;
    if (!cursor.next(&first)) {
      return;
    }
    if (const uint32_t length = glued_opener(reading_.page.text, first); length != 0) {
      out->opener = Opener::kBegins;
      out->opener_words = 1;
      out->begin = first.begin + length;
    }
  }

  void read_names(const Row& row, BylineCandidate* out) const {
    NameOptions options;
    options.trusted = out->opener != Opener::kNone;
    options.language = reading_.page.language;
    DateExpression date;
    if (row.has(kHasDigit) && reading_.dates.timestamp(out->begin, row.end, &date)) {
      options.skip_begin = date.begin;
      options.skip_end = date.end;
    }
    find_names(reading_.page.text, reading_.words_of(row, out->begin, row.end, true), options, &out->names);
  }

  const Reading& reading_;
  BylineCandidates& out_;
};

}  // namespace

void find_byline_candidates(const Reading& reading, BylineCandidates* out) {
  Finder(reading, out).run();
  constexpr std::string_view kSign = "\u00A9";
  size_t sign = 0;  // the first one behind the rows above
  for (const Row& row : reading.survey.rows) {
    if (sign < row.begin || sign == 0) {
      sign = reading.page.text.find(kSign, row.begin);
    }
    const bool signed_row = sign < row.end && row.end - sign >= kSign.size();
    // "Ada Example is an editor": words that an imprint has somewhere make no notice of a row that opens otherwise.
    const bool notice =
        signed_row || (row.holds_a(Term::kCopyright) && (row.has(kHasDigit) || row.opens_with(Term::kCopyright)));
    if (notice && row.characters <= kMaxCharacters) {
      out->notices.add(reading.words_of(row));
    }
  }
  see_bylines(reading, out);
}

}  // namespace article
