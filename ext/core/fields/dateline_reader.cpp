#include <algorithm>
#include <array>

#include "core/fields/dateline.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr size_t kMaxPieces = 48;
constexpr size_t kMaxPlaceParts = 4;  // "SALVADOR DE BAHIA, Bahia, Brasil"
constexpr size_t kMaxPartWords = 6;
constexpr size_t kMaxUncasedWords = 3;
constexpr size_t kMaxCreditPieces = 10;
constexpr uint32_t kMaxParticle = 3;  // letters of "de", "van" between the words of a place

struct Piece {
  Word word;
  char32_t code = 0;  // of marks; 0: a word or number
  bool blank_before = false;
};

bool is_dash(char32_t code) noexcept {
  return code != 0 && has(code, kDash);
}

class DatelineReader {
 public:
  DatelineReader(const Reading& reading, const Row& row, Dateline* out) noexcept
      : reading_(reading), text_(reading.page.text), row_(row), out_(*out) {
    limit_ = static_cast<uint32_t>(std::min<size_t>(row.end, row.begin + kMaxDatelineBytes));
    WordCursor cursor(text_, row.begin, limit_, true);
    Word word;
    uint32_t before = row.begin;
    while (count_ < kMaxPieces && cursor.next(&word)) {
      Piece& piece = pieces_[count_++];
      piece.word = word;
      piece.code = word.kind == WordKind::kPunctuation ? decode(text_, word.begin).value : 0;
      piece.blank_before = word.begin > before;
      before = word.end;
    }
  }

  bool read() {
    if (count_ == 0 || (has_number() && opens_sentence())) {
      return false;
    }
    find_date();
    return read_ideographs() || read_korean() || read_latin();
  }

 private:
  // ---------------------------------------------------------------- small readers over the pieces
  bool done() const noexcept { return at_ >= count_; }
  char32_t code(size_t at) const noexcept { return at < count_ ? pieces_[at].code : 0; }
  bool is_word(size_t at) const noexcept { return at < count_ && pieces_[at].code == 0; }
  uint32_t begin_of(size_t at) const noexcept { return at < count_ ? pieces_[at].word.begin : limit_; }

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
  bool has_number() const noexcept {
    return std::any_of(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [](const Piece& piece) { return piece.word.kind == WordKind::kNumber; });
  }

  // The first date of the line's head, with or without its year; only one that stands in the dateline is used.  Before
  // a bracket it is looked for first: behind it come the prose and its dates.
  void find_date() {
    size_t bracket = count_;
    bool digit = false;
    bool digit_before = false;
    for (size_t i = 0; i < count_; ++i) {
      digit = digit || pieces_[i].word.kind == WordKind::kNumber;
      if (bracket == count_ && i > 0 && (pieces_[i].code == U'(' || pieces_[i].code == 0xFF08)) {
        bracket = i;
        digit_before = digit;
      }
    }
    date_found_ = (digit_before && reading_.dates.timestamp(row_.begin, pieces_[bracket].word.begin, &date_)) ||
                  (digit && reading_.dates.timestamp(row_.begin, limit_, &date_));
  }
  bool date_at(size_t at) const noexcept {
    return date_found_ && at < count_ && date_.begin <= pieces_[at].word.begin && pieces_[at].word.begin < date_.end;
  }
  void take_date() noexcept {
    out_.date = date_;
    out_.has_date = true;
    out_.end = std::max(out_.end, date_.end);
    while (!done() && pieces_[at_].word.begin < date_.end) {
      ++at_;
    }
  }

  PhraseMatch phrase(size_t start, Term term) const noexcept {
    PhraseWalk walk;
    PhraseMatch best;
    for (size_t i = start; i < count_; ++i) {
      if (pieces_[i].code != 0) {
        if (i == start) {
          break;
        }
        continue;
      }
      if (!walk.step(pieces_[i].word.hash)) {
        break;
      }
      const PhraseRange range = walk.entries();
      for (const PhraseEntry* entry = range.begin; entry != range.end; ++entry) {
        if (entry->term == term && (entry->capital == 0 || pieces_[start].word.all_capitals)) {
          best.words = static_cast<uint32_t>(i - start + 1);  // pieces
          best.end = pieces_[i].word.end;
          best.value = entry->value;
        }
      }
    }
    return best;
  }

  // ---------------------------------------------------------------- Latin, Cyrillic, Greek
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

  bool accept(bool place, bool agency, bool dash, bool stop, bool colon) noexcept {
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
    const LineWords prose(text_, out_.prose, limit_);
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
      const Piece& piece = pieces_[at_];
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
  bool joins_words(size_t words) noexcept {
    if (words == 0) {
      return false;
    }
    const Piece& piece = pieces_[at_];
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
    if (date_found_ && date_.begin >= begin_of(at_ + 1) && date_.end <= stop) {
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

  // ---------------------------------------------------------------- Chinese, Japanese
  bool ideograph(size_t at) const noexcept { return at < count_ && pieces_[at].word.kind == WordKind::kIdeograph; }
  // [agency] place month 月 day 日 电 ; the date may lack its month.
  bool read_ideographs() {
    out_ = Dateline();
    at_ = 0;
    while (code(at_) == 0xFF08 || code(at_) == U'(' || code(at_) == 0x3010 || code(at_) == 0x3000) {
      ++at_;
    }
    if (!ideograph(at_)) {
      return false;
    }
    const PhraseMatch agency = phrase(at_, Term::kAgency);
    if (agency.words != 0) {
      out_.agency_begin = pieces_[at_].word.begin;
      out_.agency_end = agency.end;
      at_ += agency.words;
    }
    const size_t place = at_;
    while (ideograph(at_) && !date_at(at_) && at_ - place < 12) {
      ++at_;
    }
    if (at_ == place || !date_at(at_)) {
      return false;
    }
    out_.place_begin = out_.begin = pieces_[place].word.begin;
    out_.place_end = pieces_[at_ - 1].word.end;
    out_.known_place = phrase(place, Term::kPlace).words != 0;
    take_date();
    return close_ideographs(agency.words != 0);
  }
  // 电 電 讯 訊 消息 or a bracket with reporters ends it; after an agency the date alone does.
  bool close_ideographs(bool agency) noexcept {
    const char32_t next = done() ? 0 : decode(text_, pieces_[at_].word.begin).value;
    const bool wire = next == 0x7535 || next == 0x96FB || next == 0x8BAF || next == 0x8A0A || next == 0x5831;
    at_ += wire ? 1U : 0U;
    const char32_t open = code(at_);
    const bool bracket = open == 0xFF08 || open == U'(';
    if (bracket && (wire || agency)) {
      size_t end = at_ + 1;
      while (end < count_ && code(end) != 0xFF09 && code(end) != U')') {
        ++end;
      }
      if (end < count_ && end > at_ + 1) {
        out_.credit_begin = begin_of(at_ + 1);
        out_.credit_end = pieces_[end - 1].word.end;
      }
      at_ = end < count_ ? end + 1 : at_;
    }
    while (code(at_) == 0x3011 || code(at_) == 0xFF09) {
      ++at_;
    }
    out_.prose = begin_of(at_);
    out_.own_line = done() && limit_ == row_.end;
    return wire || bracket || agency || out_.own_line;
  }

  // ---------------------------------------------------------------- Korean
  // "(강릉=연합뉴스) 이서윤 기자 = ": place = agency in a bracket, then the reporter and a second mark.
  bool read_korean() {
    out_ = Dateline();
    if (code(0) != U'(' || !is_word(1) || !row_.has(kUncased)) {
      return false;
    }
    const size_t equals = next_mark(1, U'=');
    const size_t close = next_mark(1, U')');
    if (equals >= close || close - equals < 2 || close == count_) {
      return false;
    }
    out_.place_begin = out_.begin = pieces_[1].word.begin;
    out_.place_end = out_.end = pieces_[equals - 1].word.end;
    out_.agency_begin = begin_of(equals + 1);
    out_.agency_end = pieces_[close - 1].word.end;
    const size_t second = next_mark(close + 1, U'=');
    const bool credit = second < count_ && second - close <= kMaxCreditPieces;
    if (credit && second > close + 1) {
      out_.credit_begin = begin_of(close + 1);
      out_.credit_end = pieces_[second - 1].word.end;
    }
    out_.prose = begin_of(credit ? second + 1 : close + 1);
    out_.sure = true;
    return true;
  }
  // The next such mark; count_: there is none.
  size_t next_mark(size_t at, char32_t mark) const noexcept {
    while (at < count_ && pieces_[at].code != mark) {
      ++at;
    }
    return at;
  }

  const Reading& reading_;
  std::string_view text_;
  const Row& row_;
  Dateline& out_;
  std::array<Piece, kMaxPieces> pieces_;
  size_t count_ = 0;
  size_t at_ = 0;
  uint32_t limit_ = 0;
  uint32_t part_end_ = 0;
  DateExpression date_;
  bool date_found_ = false;
  bool capitals_ = true;      // the first part of the place is in capitals
  bool bracketed_ = false;    // the agency stands in brackets
  bool spaced_dash_ = false;  // a dash with a blank before it
};

}  // namespace

bool read_dateline(const Reading& reading, const Row& row, Dateline* out) {
  return DatelineReader(reading, row, out).read();
}

}  // namespace article
