#include "core/fields/byline_candidates.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "core/fields/name_words.h"
#include "core/fields/reporter_suffix.h"
#include "core/fields/row_features.h"
#include "core/prose/terms.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 260;
constexpr uint16_t kMaxPlainWords = 14;     // of a line of names without a byline word
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
      if (r % 512 == 0) {
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
    if (row.holds_a(Term::kByline)) {
      find_opener(row, &opening);
    }
    if (opening.opener == Opener::kNone && is_near(r)) {
      find_glued_opener(row, &opening);
    }
    if (opening.opener == Opener::kNone && r > 0 && opens_next(reading_.row(r - 1))) {
      const Row& above = reading_.row(r - 1);
      const LineWords words(reading_.words_of(above));
      opening.opener = Opener::kAbove;
      opening.opener_kind = match_phrase(words, 0, Term::kByline, reading_.page.language).value;
    }
    const bool plain = looks_like_names(row) && (is_near(r) || row.role == Role::kByline) && !is_contact(r);
    if ((opening.opener == Opener::kNone && !plain) || (opening.opener != Opener::kBegins && ends_with_firm(row))) {
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
    WordCursor cursor(reading_.page.text, row.begin, row.end);
    Word last;
    for (Word word; cursor.next(&word);) {
      last = word;
    }
    return row.words <= 4 && last.letters <= 4 && last.capital &&
           (prose_terms(last.hash).mask(kNoLanguage) & term_bit(ProseTerm::kOrgSuffix)) != 0;
  }
  // Below "Media contact:" stands who answers the telephone, not who wrote the article.
  bool is_contact(uint32_t r) const {
    static const uint32_t kContact[] = {hash_word("contact"),  hash_word("contacts"),     hash_word("kontakt"),
                                        hash_word("contacto"), hash_word("contato"),      hash_word("contatti"),
                                        hash_word("contatto"), hash_word("pressekontakt")};
    const uint32_t last = reading_.survey.last_body;
    if (r == 0 || last == kNoRow || r <= last || reading_.row(r - 1).words > 3) {
      return false;
    }
    const Row& above = reading_.row(r - 1);
    const LineWords words(reading_.page.text, above.begin, above.end);
    for (size_t i = 0; i < words.count(); ++i) {
      if (std::find(std::begin(kContact), std::end(kContact), words[i].hash) != std::end(kContact)) {
        return true;
      }
    }
    return false;
  }

  static bool looks_like_names(const Row& row) noexcept {
    return row.words >= 1 && row.words <= kMaxPlainWords && 2 * row.capitals >= row.looked_at - row.numbers &&
           row.capitals >= 2 && !row.has(kHasQuery | kUncased);
  }

  // A line that is a byline word only ("Author", "By").
  static bool opens_next(const Row& above) noexcept { return above.is_a(Term::kByline) && above.words <= 4; }

  void find_opener(const Row& row, BylineOpening* out) const {
    const LineWords words(reading_.words_of(row));
    for (size_t at = 0; at < words.count(); ++at) {
      const PhraseMatch match = match_phrase(words, at, Term::kByline, reading_.page.language);
      if (!match || at + match.words == words.count() || is_foreign(words, at, match)) {
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
  // "Theo Example": what opens a byline in Vietnamese is a name on a page of another language.
  bool is_foreign(const LineWords& words, size_t at, const PhraseMatch& match) const noexcept {
    static const LanguageId kEnglish = language_of_tag("en");
    const LanguageId page = reading_.page.language;
    const bool label = reading_.slice(match.end, match.end + 1) == ":";
    return match.words == 1 && !label && words[at].capital && words[at + 1].capital && page != kNoLanguage &&
           match.language != kNoLanguage && match.language != page && match.language != kEnglish;
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

class Viewer {
 public:
  Viewer(const Reading& reading, const BylineCandidates& candidates)
      : reading_(reading),
        all_(candidates.all),
        body_(reading.body_words()),
        notices_(candidates.notices),
        hashes_(reading.page.memory),
        beginnings_(reading.page.memory) {
    const size_t rows = all_.empty() ? 0 : reading.row_count();
    hashes_.resize(rows);
    beginnings_.resize(rows);
    for (uint32_t r = 0; r < rows; ++r) {
      hashes_[r] = reading.row(r).hash;
      beginnings_[r] = beginning(reading.text(r));
    }
    if (reading.headline != kNoRow) {
      headline_.add(reading.words_of(reading.row(reading.headline)));
    }
    bylines_ = static_cast<int>(
        std::count_if(all_.begin(), all_.end(), [](const BylineCandidate& c) { return c.opener != Opener::kNone; }));
    for (uint32_t r = 0; r < reading.row_count() && comments_ == kNoRow; ++r) {
      const Row& row = reading.row(r);
      comments_ = row.role == Role::kComment && reading.survey.last_body != kNoRow && r > reading.survey.last_body
                      ? r
                      : comments_;
    }
  }

  BylineFeatures view(size_t number) const {
    BylineFeatures features{};
    see_place(all_[number], &features);
    see_names(all_[number], &features);
    see_words(all_[number], &features);
    see_around(all_[number], &features);
    int before = 0;
    for (size_t i = 0; i < number; ++i) {
      before += all_[i].opener != Opener::kNone ? 1 : 0;
    }
    set(&features, BylineFeature::kBylineNumber, before);
    set(&features, BylineFeature::kBylines, bylines_);
    set(&features, BylineFeature::kNumber, static_cast<int64_t>(number));
    set(&features, BylineFeature::kCandidates, static_cast<int64_t>(all_.size()));
    return features;
  }

 private:
  // "The", "What": no particle of a name.
  static bool is_function_word(const Word& word) noexcept {
    return !is_name_particle(word.hash) && (phrase_bits(&word, 1).whole & term_bit(Term::kStopword)) != 0;
  }

  static void set(BylineFeatures* features, BylineFeature feature, int64_t value) noexcept {
    set_feature(features, feature, value);
  }

  void see_place(const BylineCandidate& candidate, BylineFeatures* out) const {
    const auto r = static_cast<int64_t>(candidate.row);
    see_row<BylineFeature>(reading_, candidate.row, out);
    see_distances<BylineFeature>(reading_, candidate.row, out);
    set(out, BylineFeature::kRowsToDate,
        reading_.published == kNoRow ? kFarRows
                                     : std::clamp<int64_t>(int64_t{reading_.published} - r, -kFarRows, kFarRows));
    set(out, BylineFeature::kCommentsAbove, comments_ != kNoRow && candidate.row > comments_ ? 1 : 0);
  }

  void see_names(const BylineCandidate& candidate, BylineFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    int words = 0;
    for (const NameSpan& name : candidate.names) {
      words += name.words;
    }
    const NameSpan& first = candidate.names[0];
    set(out, BylineFeature::kOpener, static_cast<int>(candidate.opener));
    set(out, BylineFeature::kOpenerWords, candidate.opener_words);
    set(out, BylineFeature::kOpenerKind, static_cast<int>(candidate.opener_kind));
    set(out, BylineFeature::kNames, static_cast<int64_t>(candidate.names.size()));
    set(out, BylineFeature::kNameWords, words);
    set(out, BylineFeature::kFirstNameWords, first.words);
    set(out, BylineFeature::kOtherWords, row.words - words - candidate.opener_words);
    set(out, BylineFeature::kNameAtStart, first.begin == row.begin ? 1 : 0);
    see_rows(first, candidate.row, out);
    see_name_words(first, row, out);
  }
  void see_name_words(const NameSpan& name, const Row& row, BylineFeatures* out) const {
    constexpr uint32_t kNoPerson = term_bit(ProseTerm::kOrgWord) | term_bit(ProseTerm::kOrgName) |
                                   term_bit(ProseTerm::kOrgSuffix) | term_bit(ProseTerm::kPlaceWord) |
                                   term_bit(ProseTerm::kPlaceName) | term_bit(ProseTerm::kNationality) |
                                   term_bit(ProseTerm::kNotName);
    LineCursor cursor = reading_.words_of(row, name.begin, name.end);
    Word word;
    bool given = false;
    int none = 0;
    int in_body = 0;
    int small = 0;
    int notices = 0;
    int function_words = 0;
    int in_headline = 0;
    for (int number = 0; cursor.next(&word); ++number) {
      const uint32_t terms = prose_terms(word.hash).mask(kNoLanguage);
      given = given || (number == 0 && (terms & term_bit(ProseTerm::kGivenName)) != 0);
      none += (terms & kNoPerson) != 0 ? 1 : 0;
      in_body += BodyWords::counts(word) && body_.holds(word) ? 1 : 0;
      small += BodyWords::counts(word) && body_.holds_small(word) ? 1 : 0;
      function_words += is_function_word(word) ? 1 : 0;
      in_headline += headline_.holds(word) ? 1 : 0;
      notices += notices_.holds(word) ? 1 : 0;
    }
    set(out, BylineFeature::kGivenName, given ? 1 : 0);
    set(out, BylineFeature::kNoPerson, none);
    set(out, BylineFeature::kNameInBody, in_body);
    set(out, BylineFeature::kSmallInBody, small);
    set(out, BylineFeature::kNameInNotice, notices);
    set(out, BylineFeature::kFunctionWords, function_words);
    set(out, BylineFeature::kNameInHeadline, in_headline);
  }

  // Other lines of the page that are the name and nothing else, or open with it.
  void see_rows(const NameSpan& name, uint32_t own, BylineFeatures* out) const {
    LineCursor cursor = reading_.words_of(reading_.row(own), name.begin, name.end);
    Word word;
    uint32_t hash = kHashSeed;
    while (cursor.next(&word)) {
      hash = hash_step(hash, word.hash & 0xFFFFU);
      hash = hash_step(hash, word.hash >> 16U);
    }
    const std::string_view bytes = reading_.slice(name.begin, name.end);
    const uint32_t front = beginning(bytes);
    const uint32_t mask = beginning(std::string_view("\xFF\xFF\xFF\xFF").substr(0, bytes.size()));
    const auto lines = std::count(hashes_.begin(), hashes_.end(), hash) - (reading_.row(own).hash == hash ? 1 : 0);
    int story = 0;
    int others = 0;
    uint32_t alike = 0;
    for (const uint32_t row_front : beginnings_) {
      alike += ((row_front ^ front) & mask) == 0 ? 1U : 0U;
    }
    // The row of the candidate is one of them, as a rule the only one.
    const bool own_is_alike = ((beginnings_[own] ^ front) & mask) == 0;
    const uint32_t rows = alike > (own_is_alike ? 1U : 0U) ? static_cast<uint32_t>(beginnings_.size()) : 0U;
    for (uint32_t r = 0; r < rows; ++r) {
      if (((beginnings_[r] ^ front) & mask) != 0 || r == own) {
        continue;
      }
      if (reading_.row(r).words >= name.words + kMoreWords && reading_.text(r).compare(0, bytes.size(), bytes) == 0) {
        const bool is_story = reading_.row(r).has(kIsBody) && r != reading_.survey.last_body;
        story += is_story ? 1 : 0;
        others += is_story ? 0 : 1;
      }
    }
    set(out, BylineFeature::kNameElsewhere, lines);
    set(out, BylineFeature::kOpensStory, story);
    set(out, BylineFeature::kOpensOther, others);
  }

  void see_words(const BylineCandidate& candidate, BylineFeatures* out) const {
    const Row& row = reading_.row(candidate.row);
    set(out, BylineFeature::kHasDate, row.has(kHasClock) ? 2 : row.has(kHasDigit) ? 1 : 0);
    set(out, BylineFeature::kRoleTitle, row.holds_a(Term::kRoleTitle) ? 1 : 0);
    set(out, BylineFeature::kAgency, row.holds_a(Term::kAgency) ? 1 : 0);
    set(out, BylineFeature::kOutlet, row.holds_a(Term::kOutlet) ? 1 : 0);
    set(out, BylineFeature::kPublished, row.holds_a(Term::kPublished) || row.holds_a(Term::kUpdated) ? 1 : 0);
    set(out, BylineFeature::kCaption, row.holds_a(Term::kCaption) ? 1 : 0);
    set(out, BylineFeature::kMail, row.has(kHasMail) ? 1 : 0);
    set(out, BylineFeature::kNavigation, (row.is_a(Term::kNavigation) ? 2 : 0) + (row.is_a(Term::kSection) ? 1 : 0));
    set(out, BylineFeature::kPlace, row.holds_a(Term::kPlace) ? 1 : 0);
    set(out, BylineFeature::kAllCapitals, row.has(kAllCapitals) ? 1 : 0);
    set(out, BylineFeature::kUncased, row.has(kUncased) ? 1 : 0);
  }

  void see_around(const BylineCandidate& candidate, BylineFeatures* out) const {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t r = candidate.row;
    const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
    const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
    set(out, BylineFeature::kDigitAbove, above != nullptr && above->has(kHasDigit) && above->words <= 14 ? 1 : 0);
    set(out, BylineFeature::kDigitBelow, below != nullptr && below->has(kHasDigit) && below->words <= 14 ? 1 : 0);
    set(out, BylineFeature::kRoleTitleBelow,
        below != nullptr && below->words <= 8 && below->holds_a(Term::kRoleTitle) ? 1 : 0);
    int list = kFarRows;
    for (uint32_t i = r; i-- > 0 && r - i <= 15 && list == kFarRows;) {
      const Row& other = reading_.row(i);
      list = other.is_a(Term::kListHeading) || other.role == Role::kListTitle ? static_cast<int>(r - i) : kFarRows;
    }
    set(out, BylineFeature::kListAbove, list);
    int items = 0;
    for (uint32_t i = r >= 3 ? r - 3 : 0; i < std::min(count, r + 4); ++i) {
      items += reading_.row(i).role == Role::kItemTitle ? 1 : 0;
    }
    set(out, BylineFeature::kItemRolesNear, items);
    set(out, BylineFeature::kMailBelow, below != nullptr && below->has(kHasMail) ? 1 : 0);
    set(out, BylineFeature::kRoleTwoAbove, r > 1 ? static_cast<int>(reading_.row(r - 2).role) : -1);
    set(out, BylineFeature::kRoleTwoBelow, r + 2 < count ? static_cast<int>(reading_.row(r + 2).role) : -1);
    int others = 0;
    for (const BylineCandidate& other : all_) {
      others += other.opener != Opener::kNone && reading_.row(other.row).hash != reading_.row(r).hash ? 1 : 0;
    }
    set(out, BylineFeature::kOtherLines, others);
  }

  // The first bytes of a text, zeros behind its end.
  static uint32_t beginning(std::string_view text) noexcept {
    uint32_t bytes = 0;
    if (text.size() >= sizeof(bytes)) {
      std::memcpy(&bytes, text.data(), sizeof(bytes));
    } else {
      std::memcpy(&bytes, text.data(), text.size());
    }
    return bytes;
  }

  const Reading& reading_;
  const std::pmr::vector<BylineCandidate>& all_;
  static constexpr uint16_t kMoreWords = 3;  // of a row that says something about the name
  const BodyWords& body_;
  const WordSet& notices_;
  // Of each row, side by side: each name is compared with all of them.
  std::pmr::vector<uint32_t> hashes_;
  std::pmr::vector<uint32_t> beginnings_;
  WordSet headline_;
  int bylines_ = 0;
  uint32_t comments_ = kNoRow;
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
  const Viewer viewer(reading, *out);
  out->features.reserve(out->all.size());
  for (size_t i = 0; i < out->all.size(); ++i) {
    out->features.push_back(viewer.view(i));
  }
}

}  // namespace article
