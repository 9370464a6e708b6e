#include <algorithm>

#include "core/fields/dateline_scanner.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxPlaceParts = 4;  // "SALVADOR DE BAHIA, Bahia, Brasil"
constexpr size_t kMaxPartWords = 6;
constexpr size_t kMaxUncasedWords = 3;
constexpr uint32_t kMaxParticle = 3;  // letters of "de", "van" between the words of a place

bool is_dash(char32_t code) noexcept {
  return code != 0 && has(code, kDash);
}

class DatelineReader final : public AsianDatelines {
 public:
  using AsianDatelines::AsianDatelines;

  bool read() {
    if (count_ == 0 || (has_number() && opens_sentence())) {
      return false;
    }
    return read_ideographs() || read_korean() || (may_be_latin() && read_latin());
  }

 private:
  // What accept() asks for: a dash or bracket, an agency, or a place that is written in capitals or known.
  bool may_be_latin() const noexcept {
    const bool mark = std::any_of(
        pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(count_),
        [](const DatelinePiece& piece) { return is_dash(piece.code) || piece.code == U'(' || piece.code == U'/'; });
    return mark || row_.holds_a(Term::kAgency) || pieces_[0].word.all_capitals || row_.holds_a(Term::kPlace) ||
           row_.role == Role::kDateline;
  }
  // "The ferry ...", "Mayor Ada Example said ...": words with a capital and one without, none of which a date can begin
  // with.  Most prose ends here.
  bool opens_sentence() const {
    size_t at = 0;
    while (at < count_ && at < kMaxPartWords && is_capital_word(at)) {
      ++at;
    }
    if (at == count_ || at == kMaxPartWords || row_.has(kUncased) || !is_word(at) ||
        pieces_[at].word.kind != WordKind::kWord ||
        (pieces_[at].word.letters <= kMaxParticle && is_word(at + 1) && pieces_[at + 1].word.capital)) {
      return false;
    }
    return !reading_.dates.may_begin_within(row_.begin, pieces_[at].word.end);
  }
  bool is_capital_word(size_t at) const noexcept {
    return is_word(at) && pieces_[at].word.kind == WordKind::kWord && pieces_[at].word.capital;
  }
  // Latin, Cyrillic, Greek, and scripts without capitals that write blanks.
  bool read_latin() {
    out_ = Dateline();
    at_ = 0;
    read_leading_agency();
    const size_t first = at_;
    if (!read_place()) {
      return false;
    }
    const bool place = out_.place_end > out_.place_begin;
    out_.begin = place ? out_.place_begin : begin_of(first);
    out_.end = place ? out_.place_end : out_.begin;
    skip_separators();
    if (date_at(at_)) {
      take_date();
      skip_separators();
    }
    const bool dash_before = skip_dashes();
    if (dash_before && !out_.has_date &&
        date_at(at_)) {  // "RABAT - 12 March 2022 (Agencies) -", not "A. WRITER - March 5"
      take_date();
      skip_separators();
      if (code(at_) != U'(' && !is_dash(code(at_))) {
        return false;
      }
    }
    const bool agency = out_.agency_end > out_.agency_begin || read_agency(dash_before);
    const bool stop = agency && code(at_) == U'.';
    skip_separators();
    if (!out_.has_date && agency && date_at(at_)) {  // "LONDON, Reuters, 7 Nov -"
      take_date();
      skip_separators();
    }
    const bool colon = code(at_) == U':' && place;
    at_ += colon ? 1U : 0U;
    const bool dash = skip_dashes() || dash_before;
    out_.prose = done() && limit_ == row_.end ? row_.end : begin_of(at_);
    out_.own_line = done() && limit_ == row_.end;
    return accept(place, agency, dash, stop, colon);
  }

  bool accept(bool place, bool agency, bool dash, bool stop, bool colon) {
    const bool ends = dash || stop;
    out_.sure =
        (agency && ends) || (out_.has_date && out_.own_line && capitals_) || (out_.has_date && dash && capitals_);
    if (!place) {
      return agency && out_.has_date && dash;
    }
    if (row_.has(kUncased) &&
        !out_.own_line) {  // any words can be a place: the date and what ends a dateline must be there
      return out_.has_date && (ends || bracketed_);
    }
    if (out_.own_line && agency && dash) {
      return true;
    }
    if (out_.own_line) {
      return (out_.has_date && !date_.has_clock && (capitals_ || out_.known_place || row_.role == Role::kDateline)) ||
             (row_.role == Role::kDateline && (capitals_ || out_.known_place));
    }
    if (agency || out_.has_date) {
      return ends || (agency && bracketed_);
    }
    // Without date and agency a sentence must follow, not the date of "A. WRITER - March 5".
    const LineWords prose(reading_.words_of(row_, out_.prose, limit_));
    if (prose.count() < 3 || date_at(at_)) {
      return false;
    }
    return (dash && (capitals_ || (out_.known_place && spaced_dash_))) || (colon && capitals_ && out_.known_place);
  }

  // "(ANSA) - ROMA, 7 NOV - ..."
  void read_leading_agency() {
    if (code(0) != U'(' && code(0) != U'/') {
      return;
    }
    if (read_bracket() && out_.agency_end > out_.agency_begin) {
      skip_separators();
      skip_dashes();
    }
  }

  bool read_place() {
    capitals_ = true;
    size_t parts = 0;
    while (parts < kMaxPlaceParts && !done() && !date_at(at_)) {
      const size_t start = at_;
      if (!read_part(parts == 0)) {
        at_ = start;
        break;
      }
      out_.place_begin = parts == 0 ? pieces_[start].word.begin : out_.place_begin;
      out_.place_end = part_end_;
      out_.known_place = out_.known_place || phrase(start, Term::kPlace).words != 0;
      ++parts;
      const char32_t next = code(at_);
      const bool slash = next == U'/' && is_word(at_ + 1) && !closes_slash(at_);
      if (next != U',' && !slash) {
        break;
      }
      if (phrase(at_ + 1, Term::kAgency).words != 0) {
        break;
      }
      ++at_;
    }
    return parts > 0 || date_at(at_);
  }
  // "/TASS/": the second slash is near.
  bool closes_slash(size_t at) const noexcept {
    for (size_t i = at + 1; i < count_ && i < at + 6; ++i) {
      if (code(i) == U'/') {
        return true;
      }
    }
    return false;
  }

  // One part of the place: words with a capital, where the script has them, and what joins them.
  bool read_part(bool first) {
    const bool uncased = row_.has(kUncased);
    const size_t most = uncased ? kMaxUncasedWords : kMaxPartWords;
    size_t words = 0;
    while (!done() && words < most && !date_at(at_)) {
      const DatelinePiece& piece = pieces_[at_];
      if (piece.code != 0) {
        if (!joins_words(words)) {
          break;
        }
        ++at_;
        continue;
      }
      const bool particle =
          words > 0 && piece.word.letters <= kMaxParticle && is_word(at_ + 1) && pieces_[at_ + 1].word.capital;
      if (piece.word.kind != WordKind::kWord || (!piece.word.capital && !particle && !uncased)) {
        break;
      }
      capitals_ = capitals_ && (!first || piece.word.all_capitals || particle);
      part_end_ = piece.word.end;
      ++words;
      ++at_;
    }
    // A word in small letters right behind: this is a sentence.
    const bool sentence = is_word(at_) && !date_at(at_) && pieces_[at_].word.kind == WordKind::kWord;
    return words > 0 && !sentence;
  }
  // A hyphen, an apostrophe or the point of an abbreviation inside a place; `words` before it.
  bool joins_words(size_t words) {
    if (words == 0) {
      return false;
    }
    const DatelinePiece& piece = pieces_[at_];
    const bool tight = is_word(at_ + 1) && !pieces_[at_ + 1].blank_before && !piece.blank_before;
    if (piece.code == U'-' || piece.code == U'\'' || piece.code == 0x2019) {
      return tight && pieces_[at_ + 1].word.kind == WordKind::kWord;
    }
    if (piece.code != U'.') {
      return false;
    }
    const Word& before = pieces_[at_ - 1].word;
    const bool separates = code(at_ + 1) == U'/' || code(at_ + 1) == U'(' || date_at(at_ + 1) ||
                           (is_dash(code(at_ + 1)) && before.letters > 4);
    if (!separates && (tight || before.letters <= 4 || code(at_ + 1) == U',')) {
      part_end_ = tight || before.letters <= 4 ? piece.word.end : part_end_;
      return true;
    }
    return false;
  }

  void skip_separators() noexcept {
    while (code(at_) == U',' || code(at_) == U'.' || code(at_) == U';') {
      ++at_;
    }
  }
  bool skip_dashes() noexcept {
    const size_t start = at_;
    spaced_dash_ = spaced_dash_ || (is_dash(code(at_)) && pieces_[at_].blank_before);
    while (is_dash(code(at_)) || (at_ > start && code(at_) == U'.')) {
      ++at_;
    }
    return at_ > start;
  }

  bool read_agency(bool after_dash) {
    if (read_bracket()) {
      return out_.agency_end > out_.agency_begin;
    }
    const PhraseMatch match = phrase(at_, Term::kAgency);
    if (match.words == 0) {
      return false;
    }
    size_t next = at_ + match.words;
    uint32_t end = match.end;
    while (code(next) == U'.' && is_word(next + 1) && !pieces_[next + 1].blank_before) {  // INTERFAX.RU
      end = pieces_[next + 1].word.end;
      next += 2;
    }
    // Behind a dash the prose may begin with an agency's name: only a point or a dash makes it a credit.
    if (after_dash && code(next) != U'.' && !is_dash(code(next))) {
      return false;
    }
    out_.agency_begin = pieces_[at_].word.begin;
    out_.agency_end = end;
    at_ = next;
    return true;
  }

  // "(Reuters)", "/PRNewswire/", "(Xinhua, 7 Nov)"; false: not a short bracket.
  bool read_bracket() {
    const char32_t open = code(at_);
    const char32_t close = open == U'(' ? U')' : open == U'/' ? U'/' : open == 0xFF08 ? 0xFF09 : 0;
    if (close == 0) {
      return false;
    }
    size_t end = at_ + 1;
    while (end < count_ && code(end) != close && end < at_ + 10) {
      ++end;
    }
    if (code(end) != close || end == at_ + 1 || !is_word(at_ + 1)) {
      return false;
    }
    uint32_t stop = pieces_[end].word.begin;
    const bool dated = date_between(at_ + 1, stop);
    if (!dated && pieces_[at_ + 1].word.kind == WordKind::kNumber) {
      return false;  // "Ada Example (61), of Exampletown, ..."
    }
    if (dated) {
      out_.date = date_;
      out_.has_date = true;
      stop = date_.begin;
    }
    std::string_view inside = trim(text_.substr(begin_of(at_ + 1), stop - begin_of(at_ + 1)));
    while (!inside.empty() && (inside.back() == ',' || inside.back() == '-')) {
      inside = trim(inside.substr(0, inside.size() - 1));
    }
    if (!inside.empty()) {
      out_.agency_begin = offset_in(text_, inside);
      out_.agency_end = static_cast<uint32_t>(out_.agency_begin + inside.size());
    }
    bracketed_ = true;
    at_ = end + 1;
    return true;
  }

  uint32_t part_end_ = 0;
  bool capitals_ = true;      // the first part of the place is in capitals
  bool bracketed_ = false;    // the agency stands in brackets
  bool spaced_dash_ = false;  // a dash with a blank before it
};

}  // namespace

bool read_dateline(const Reading& reading, const Row& row, Dateline* out) {
  return DatelineReader(reading, row, out).read();
}

}  // namespace article
