#include <algorithm>

#include "core/fields/glued_parts.h"
#include "core/fields/published.h"
#include "core/text/bytes.h"
#include "core/text/words.h"
#include "core/time/calendar.h"

namespace article {

namespace {

constexpr uint16_t kMaxRowCharacters = 320;    // longer rows are prose
constexpr uint16_t kMaxProseCharacters = 160;  // of rows of the body
constexpr uint32_t kBehindBytes = 48;
constexpr size_t kWordsBehind = 4;

// Of prose only the beginning is read: its dates are the story's.
bool is_long(const Row& row) noexcept {
  return row.characters > kMaxRowCharacters || (row.has(kIsBody) && row.characters > kMaxProseCharacters);
}

bool worth_reading(const Row& row) noexcept {
  return row.has(kHasDigit) || row.holds_a(Term::kPublished) || row.holds_a(Term::kUpdated);
}

// Of the rows of whose role the reader of the lines is so sure, one in ten thousand holds the day of publication.
bool is_surely_other(const Row& row) noexcept {
  constexpr uint8_t kSure = 200;
  switch (row.role) {
    case Role::kNavigation:
    case Role::kItemTitle:
    case Role::kPromotion:
    case Role::kComment:
    case Role::kCopyright:
    case Role::kBoilerplate:
      return row.confidence >= kSure;
    default:
      return false;
  }
}

bool is_day(const DateExpression& date) noexcept {
  return date.kind == DateKind::kDate || date.kind == DateKind::kDatetime;
}

// The year that most dates of the page have, for those that have none; 0: unknown.
int32_t usual_year(const std::pmr::vector<DateCandidate>& all) noexcept {
  int32_t best = 0;
  size_t best_count = 0;
  for (const DateCandidate& candidate : all) {
    const int32_t year = candidate.value.start.year;
    if (!candidate.value.known || !candidate.date.full_date) {
      continue;
    }
    const auto count = static_cast<size_t>(std::count_if(all.begin(), all.end(), [&](const DateCandidate& other) {
      return other.value.known && other.date.full_date && other.value.start.year == year;
    }));
    if (count > best_count || (count == best_count && year > best)) {
      best = year;
      best_count = count;
    }
  }
  return best;
}

// The year of the copyright line.
int32_t copyright_year(const Reading& reading) noexcept {
  int32_t newest = 0;
  for (const Row& row : reading.survey.rows) {
    if (!row.holds_a(Term::kCopyright) || !row.has(kHasDigit) || row.characters > kMaxRowCharacters) {
      continue;
    }
    LineCursor cursor = reading.words_of(row);
    Word word;
    while (cursor.next(&word)) {
      if (word.kind != WordKind::kNumber || word.end - word.begin != 4) {
        continue;
      }
      int32_t year = 0;
      for (uint32_t at = word.begin; at < word.end; ++at) {
        year = year * 10 + (reading.page.text[at] - '0');
      }
      newest = year >= 1980 && year <= 2100 ? std::max(newest, year) : newest;
    }
  }
  return newest;
}

class Collector {
 public:
  Collector(const Reading& reading, DateReach reach, DateCandidates* out)
      : reading_(reading), reach_(reach), out_(*out) {}

  // The rows from a little above the headline on come first, since a page may have more dates than are looked at.
  void run() {
    const auto count = static_cast<uint32_t>(reading_.row_count());
    const uint32_t head = std::min(reading_.headline == kNoRow ? count : reading_.headline, reading_.body_row());
    const uint32_t start = head == count || head < kRowsAbove ? 0 : head - kRowsAbove;
    const uint32_t last = reading_.survey.last_body;
    const uint32_t end = last != kNoRow ? std::min(count, last + 1 + kRowsBelow) : count;
    const bool rest = reach_ == DateReach::kPage;
    for (uint32_t r = start; r < end; ++r) {
      if (is_surely_other(reading_.row(r)) == rest) {
        read(r);
      }
    }
    for (uint32_t r = end; r < count && rest; ++r) {
      read(r);
    }
    for (uint32_t r = 0; r < start && rest; ++r) {
      read(r);
    }
  }

 private:
  static constexpr uint32_t kRowsAbove = 40;  // the headline
  static constexpr uint32_t kRowsBelow = 10;  // the body
  static constexpr uint16_t kMaxStampCharacters = 160;
  static constexpr uint32_t kFrontBytes = 60;
  static constexpr uint32_t kFilingBytes = 160;
  static constexpr uint32_t kClockBytes = 24;  // behind a date, with what stands between them
  static constexpr uint32_t kFilingWords = 3;

  void read(uint32_t r) {
    const Row& row = reading_.row(r);
    const bool opens_body = r == reading_.body_row() || r == reading_.body_row() + 1;
    if (out_.read.size() >= kMaxDateCandidates || !worth_reading(row)) {
      return;
    }
    if (is_long(row)) {
      if (opens_filing(row)) {
        read_filing(r, row);
      } else if (opens_body || row.has(kStartsDigit)) {
        read_front(r, row);
      }
      return;
    }
    const size_t before = out_.read.size();
    const bool stamp = row.has(kHasDigit) && !row.has(kIsBody) && row.characters <= kMaxStampCharacters;
    const uint32_t part = stamp ? glued_part_end(reading_.page.text, row.begin, row.end) : row.end;
    const bool day = reading_.dates.may_hold_day(row.begin, row.end);
    bool beside = false;
    if (day) {
      const auto& found = reading_.dates.dates(row.begin, row.end, reading_.page.interrupt);
      for (const DateExpression& date : found) {
        add(r, stamp ? with_clock(row, date) : date);
      }
      beside = stamp && part == row.end && reading_.dates.may_hold_beside(row.begin, row.end, found);
    }
    if (part < row.end || beside) {
      read_parts(r, row, before);
    }
  }

  // "Published: 22.01.2023 - 14:05": in a sentence the dash would part them.
  DateExpression with_clock(const Row& row, const DateExpression& date) const {
    DateExpression longer;
    const bool part = date.full_date && !date.has_clock && date.end < row.end &&
                      reading_.dates.timestamp(date.begin, std::min(row.end, date.end + kClockBytes), &longer) &&
                      longer.begin == date.begin && longer.full_date && longer.has_clock && is_day(longer);
    return part ? longer : date;
  }

  // A blog's template: "This entry was posted on 3 May 2011 at 09:10 and is filed under", "By A. Writer on 21/02/2021.
  // Filed under".
  bool opens_filing(const Row& row) const noexcept {
    if (row.opens_with(Term::kPublished)) {
      const LineWords front(reading_.page.text, row.begin, std::min(row.end, row.begin + kFilingBytes));
      return match_phrase(front, 0, Term::kPublished).words >= kFilingWords;
    }
    return row.opens_with(Term::kByline) && !row.has(kIsBody);
  }
  void read_filing(uint32_t r, const Row& row) {
    const uint32_t end = std::min(row.end, row.begin + kFilingBytes);
    const auto& found = reading_.dates.dates(row.begin, end, reading_.page.interrupt);
    if (!found.empty() && found.front().end < end) {
      add(r, found.front(), true);
    }
  }

  // "27.1.2022 - Ministers met": what opens long prose.
  void read_front(uint32_t r, const Row& row) {
    const uint32_t end = std::min(row.end, row.begin + kFrontBytes);
    const uint32_t part = glued_part_end(reading_.page.text, row.begin, end);
    DateExpression date;
    if (reading_.dates.full_date(row.begin, part, &date)) {
      add(r, date);
    }
  }

  // Looser than prose, and part by part: "Example PostApril 28, 2023", "8.5.12".
  void read_parts(uint32_t r, const Row& row, size_t before) {
    for (uint32_t begin = row.begin; begin < row.end;) {
      const uint32_t end = std::min(glued_part_end(reading_.page.text, begin, row.end), bar_behind(begin, row.end));
      DateExpression date;
      const std::string_view bytes = reading_.slice(begin, end);
      const bool digit = std::any_of(bytes.begin(), bytes.end(), [](char c) { return is_digit(c) || (c & 0x80) != 0; });
      if (digit && reading_.dates.full_date(begin, end, &date) && !is_known(date, before)) {
        add(r, date);
      }
      begin = end;
    }
  }
  // "By A. Writer | Oct 24, 2023 | Updated: Nov 7, 2023": behind the next bar.
  uint32_t bar_behind(uint32_t begin, uint32_t end) const noexcept {
    const size_t bar = reading_.page.text.substr(0, end).find('|', begin);
    return bar == std::string_view::npos ? end : static_cast<uint32_t>(bar) + 1;
  }
  bool is_known(const DateExpression& date, size_t before) const noexcept {
    return std::any_of(out_.read.begin() + static_cast<std::ptrdiff_t>(before), out_.read.end(),
                       [&](const DateCandidate& other) {
                         return other.date.full_date && other.date.begin < date.end && date.begin < other.date.end;
                       });
  }

  // A stamp writes its day as a number: "Christmas 1991" is none.
  bool is_named_day(const DateExpression& date) const noexcept {
    uint32_t run = 0;
    bool year = false;
    for (const char c : reading_.slice(date.begin, date.end)) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit && run != 0 && run != 4) {
        return false;
      }
      year = year || run == 4;
      run = digit ? run + 1 : 0;
    }
    return !date.relative && (run == 4 || (run == 0 && year));
  }

  void add(uint32_t r, const DateExpression& date, bool filed = false) {
    if (is_day(date) && out_.read.size() < kMaxDateCandidates && !is_named_day(date)) {
      DateCandidate candidate;
      candidate.row = r;
      candidate.filed = filed;
      candidate.date = date;
      candidate.value = resolve(date, reading_.time);
      out_.read.push_back(candidate);
    }
  }

  const Reading& reading_;
  DateReach reach_;
  DateCandidates& out_;
};

// Dates without a year are those of the page's usual year: the middle of it is nearest to all of its days.
void resolve_without_year(const Reading& reading, int32_t year, DateCandidates* out) {
  TimeContext context = reading.time;
  context.publication.year = year;
  context.publication.month = 7;
  context.publication.day = 1;
  context.publication.precision = DatePrecision::kDay;
  for (DateCandidate& candidate : out->all) {
    if (!candidate.value.known && candidate.date.from.month != 0 && candidate.date.from.day != 0) {
      candidate.value = resolve(candidate.date, context);
    }
  }
}

void keep_days(DateCandidates* out) {
  auto& all = out->all;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const DateCandidate& candidate) {
                             const DateValue& value = candidate.value;
                             return !value.known || value.kind > DateKind::kDatetime ||
                                    value.precision < DatePrecision::kDay || value.start.year < 1980 ||
                                    value.start.year > 2100;
                           }),
            all.end());
}

// Words before the date in its row say what it is the date of: the last of them counts.  In some languages the verb
// comes behind: "wurde am 3. Mai 2011 um 9:10 Uhr veröffentlicht".
void read_words_beside(const Reading& reading, DateCandidate* candidate) noexcept {
  const Row& row = reading.row(candidate->row);
  if (!row.holds_a(Term::kUpdated) && !row.holds_a(Term::kPublished)) {
    return;
  }
  // Up to its end, for a date may begin with the last words of such a phrase: "mis [à jour le 8 février]".
  const LineWords words(reading.words_of(row, row.begin, candidate->date.end));
  for (size_t at = 0; at < words.count() && words[at].begin < candidate->date.begin;) {
    const PhraseMatch updated = match_phrase(words, at, Term::kUpdated);
    const PhraseMatch published = match_phrase(words, at, Term::kPublished);
    if (updated || published) {
      candidate->updated = updated.words >= published.words;
      candidate->published = !candidate->updated;
    }
    at += std::max({updated.words, published.words, 1U});
  }
  const uint32_t end = std::min(row.end, candidate->date.end + kBehindBytes);
  const LineWords behind(reading.words_of(row, candidate->date.end, end));
  for (size_t at = 0; at < std::min(behind.count(), kWordsBehind) && !candidate->published_behind; ++at) {
    candidate->published_behind = static_cast<bool>(match_phrase(behind, at, Term::kPublished));
  }
  // "Dieser Artikel wurde am 3. Mai aktualisiert"
  if (end == row.end && behind.count() != 0 && match_phrase(behind, behind.count() - 1, Term::kUpdated)) {
    candidate->updated = candidate->updated || candidate->published;
    candidate->published = false;
  }
}

}  // namespace

void find_date_candidates(const Reading& reading, DateReach reach, DateCandidates* out) {
  Collector(reading, reach, out).run();
  out->all = out->read;
  out->features.clear();
  std::sort(out->all.begin(), out->all.end(), [](const DateCandidate& a, const DateCandidate& b) {
    return a.date.begin != b.date.begin ? a.date.begin < b.date.begin : a.date.end < b.date.end;
  });
  const int32_t copyright = copyright_year(reading);
  const int32_t usual = usual_year(out->all);
  const int32_t year = usual != 0 ? usual : copyright;
  if (year != 0 && !reading.time.reference.known()) {
    resolve_without_year(reading, year, out);
  }
  keep_days(out);
  for (DateCandidate& candidate : out->all) {
    read_words_beside(reading, &candidate);
  }
  see_dates(reading, copyright, out);
}

}  // namespace article
