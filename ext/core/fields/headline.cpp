// headline: the best of the candidate lines, with the lines that it was wrapped into, without what archives and page
// titles put around it.
//
//   " date 2019-11-07 Ministers meet | Example Post"  ->  "Ministers meet"
#include <algorithm>

#include "core/fields/breadcrumb.h"
#include "core/fields/headline_candidates.h"
#include "core/fields/markdown.h"
#include "core/fields/score.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr size_t kMaxSuffixWords = 5;

bool is_separator(char32_t code) noexcept {
  return code == U'|' || code == 0x2022 || code == 0xB7 || code == 0xBB || code == 0x203A || code == 0xFF5C;
}

// "date 2019-11-07 Ministers meet": archives put the day before the headline.  Where the words begin.
uint32_t skip_date(const Reading& reading, uint32_t begin, uint32_t end) {
  DateExpression date;
  const uint32_t head = std::min(end, begin + 40);
  if (!reading.dates.full_date(begin, head, &date)) {
    return begin;
  }
  // Only a label may stand before the date, and words must follow.
  const LineWords before(reading.page.text, begin, date.begin);
  const bool label =
      before.count() == 0 || (before.count() <= 2 && match_phrase(before, 0, Term::kPublished).words == before.count());
  const std::string_view rest = trim(reading.slice(date.end, end));
  const LineWords words(reading.page.text, date.end, end);
  if (!label || words.count() < 3 || !has(decode(rest, 0).value, kLetter | kOpenQuote | kDigit | kIdeograph)) {
    return begin;
  }
  return offset_in(reading.page.text, rest);
}

// "Headline: Ministers meet", "Title: ..."
uint32_t skip_label(const Reading& reading, uint32_t begin, uint32_t end) {
  const std::string_view line = reading.slice(begin, end);
  const size_t colon = line.find(':');
  if (colon > 24) {  // npos is
    return begin;
  }
  const LineWords words(reading.page.text, begin, begin + colon);
  const bool label = bool{whole_line_phrase(words, Term::kHeadlineLabel)};
  const std::string_view rest = trim(line.substr(colon + 1));
  return label && !rest.empty() ? offset_in(reading.page.text, rest) : begin;
}

// A name behind the last separator: the site's or the paper's.
bool is_site_name(const Reading& reading, uint32_t begin, uint32_t end, bool bar) {
  const std::string_view name = trim(reading.slice(begin, end));
  const LineWords words(reading.page.text, begin, end);
  if (words.count() == 0 || words.count() > kMaxSuffixWords) {
    return false;
  }
  if (bar) {
    return true;
  }
  Word list[kMaxSuffixWords];
  for (size_t i = 0; i < words.count(); ++i) {
    list[i] = words[i];
  }
  const TermBits bits = phrase_bits(list, words.count());
  const bool domain = name.find('.') != std::string_view::npos && name.find(' ') == std::string_view::npos;
  return domain || (bits.holds & (term_bit(Term::kOutlet))) != 0 || (bits.whole & term_bit(Term::kAgency)) != 0;
}

// "Ministers meet | Example Post", "Ministers meet - Example Post": where the headline ends.
uint32_t cut_site(const Reading& reading, uint32_t begin, uint32_t end) {
  const std::string_view text = reading.page.text;
  size_t polled = 0;
  for (uint32_t at = end; at > begin + 8 && polled < 120; ++polled) {
    const CodePoint unit = decode_before(text, at);
    const auto start = static_cast<uint32_t>(at - unit.length);
    const bool bar = is_separator(unit.value);
    if (bar || has(unit.value, kDash)) {
      const bool blanks = start > begin && text[start - 1] == ' ' && at < end && text[at] == ' ';
      if (blanks && is_site_name(reading, at, end, bar)) {
        const std::string_view front = trim(reading.slice(begin, start));
        const LineWords words(text, begin, start);
        return words.count() >= 3 ? static_cast<uint32_t>(offset_in(text, front) + front.size()) : end;
      }
      if (blanks) {
        return end;
      }
    }
    at = start;
  }
  return end;
}

// "- Sales grow by a tenth -": a point of the deck, not what the headline goes on with.
bool opens_as_point(std::string_view line) noexcept {
  const CodePoint first = decode(line, 0);
  return (has(first.value, kDash) || first.value == U'*' || first.value == 0x2022) && line.size() > first.length &&
         line[first.length] == ' ';
}

// A headline that was wrapped goes on in the next line: no blank line between, the same role, no end of a sentence.
uint32_t last_row(const Reading& reading, uint32_t first) {
  uint32_t last = first;
  while (last + 1 < reading.row_count() && last - first < 4) {
    const Row& row = reading.row(last);
    const Row& next = reading.row(last + 1);
    if (next.role != Role::kHeadline || next.line != row.last_line + 1 || row.has(kEndsSentence) ||
        next.hash == row.hash || !next.first || opens_as_point(reading.text(last + 1))) {
      break;
    }
    ++last;
  }
  return last;
}

// A line right above the sentence that was taken: read as a headline, or as something else that says what the body
// says.
bool may_have_deck(const Row& row, int shared) noexcept {
  constexpr uint8_t kHalfSure = 128;  // of 255
  constexpr uint16_t kLeastWords = 4;
  if (row.role == Role::kHeadline) {
    return row.confidence >= kHalfSure;
  }
  const bool title = row.role == Role::kItemTitle || row.role == Role::kSubhead || row.role == Role::kKicker;
  return title && row.words >= kLeastWords && shared > 0 && row.repeats == 1;
}

// A sentence was taken though a line above it is read as the headline: the sentence is its deck, or the text of the
// picture, below byline and date.
size_t line_above_sentence(const Reading& reading, const HeadlineCandidates& candidates, size_t best) noexcept {
  constexpr uint32_t kNear = 4;        // rows
  constexpr uint32_t kNearStamp = 14;  // where a byline or date stands between
  constexpr uint8_t kLeastSure = 190;  // of 255
  constexpr uint16_t kLeastWords = 3;
  constexpr int kLeastShared = 2;  // words that the body has too
  const uint32_t sentence = candidates.rows[best];
  if (reading.text(sentence).back() != '.' || reading.row(sentence).role == Role::kHeadline) {
    return best;
  }
  uint32_t reach = kNear;
  for (size_t i = best; i-- > 0 && sentence - candidates.rows[i] <= reach;) {
    const Row& row = reading.row(candidates.rows[i]);
    reach = row.role == Role::kByline || row.role == Role::kTimestamp ? kNearStamp : reach;
    const int shared = candidates.features[i][static_cast<size_t>(HeadlineFeature::kSharedCount)];
    const bool sure = row.role == Role::kHeadline && row.confidence >= kLeastSure && shared >= kLeastShared;
    if ((sure || (candidates.rows[i] + 1 == sentence && may_have_deck(row, shared))) && !row.has(kEndsSentence) &&
        row.words >= kLeastWords) {
      return i;
    }
  }
  return best;
}

// "3:42pm", "14 minutes ago": the stamp of an entry of a live page.
bool is_entry_stamp(const Reading& reading, uint32_t r) {
  constexpr uint16_t kMostWords = 3;
  const Row& row = reading.row(r);
  DateExpression date;
  return row.words <= kMostWords && row.has(kHasDigit) && !row.has(kIsBody) &&
         reading.dates.timestamp(row.begin, row.end, &date) && (date.has_clock || date.relative) && !date.full_date &&
         date.begin == row.begin && date.end == row.end;
}

// The head of an entry was taken: the headline of a live page stands above the first of its entries.
size_t line_above_entries(const Reading& reading, const HeadlineCandidates& candidates,
                          const std::pmr::vector<int32_t>& scores, size_t best) {
  constexpr uint32_t kLeastEntries = 3;
  constexpr uint32_t kMostRows = 80;  // below the line that was taken
  constexpr uint16_t kLeastWords = 4;
  const uint32_t taken = candidates.rows[best];
  if (taken == 0 || !is_entry_stamp(reading, taken - 1)) {
    return best;
  }
  const auto end = static_cast<uint32_t>(std::min<size_t>(reading.row_count(), taken + kMostRows));
  uint32_t entries = 0;
  for (uint32_t r = taken - 1; r < end && entries < kLeastEntries; ++r) {
    entries += is_entry_stamp(reading, r) ? 1 : 0;
  }
  uint32_t first = taken - 1;
  for (uint32_t r = 0; r < first; ++r) {
    first = is_entry_stamp(reading, r) ? r : first;
  }
  size_t above = best;
  for (size_t i = 0; i < best && entries == kLeastEntries && candidates.rows[i] < first; ++i) {
    const Row& row = reading.row(candidates.rows[i]);
    if (row.words >= kLeastWords && row.role != Role::kNavigation && (above == best || scores[i] > scores[above])) {
      above = i;
    }
  }
  return above;
}

}  // namespace

void find_headline(Reading* reading) {
  HeadlineCandidates candidates(reading->page.memory);
  find_headline_candidates(*reading, &candidates);
  if (candidates.rows.empty()) {
    return;
  }
  size_t best = 0;
  int32_t best_score = INT32_MIN;
  ScoreBatch batch(Ranking::kHeadline, kHeadlineFeatureCount);
  std::pmr::vector<int32_t> scores(candidates.rows.size(), INT32_MIN, reading->page.memory);
  const auto take = [&](uint32_t i, int32_t value) {
    scores[i] = value;
    if (value > best_score) {
      best = i;
      best_score = value;
    }
  };
  for (uint32_t i = 0; i < candidates.rows.size(); ++i) {
    batch.add(candidates.features[i].data(), i, take);
  }
  batch.finish(take);
  best = line_above_sentence(*reading, candidates, line_above_entries(*reading, candidates, scores, best));
  const uint32_t first = candidates.rows[best];
  const uint32_t last = last_row(*reading, first);
  reading->headline = last;
  uint32_t begin = reading->row(first).begin;
  uint32_t end = reading->row(last).end;
  const std::string_view bare = without_markdown(reading->slice(begin, end));
  begin = offset_in(reading->page.text, bare);
  end = begin + static_cast<uint32_t>(bare.size());
  begin = skip_date(*reading, begin, end);
  begin = skip_label(*reading, begin, end);
  begin = offset_in(reading->page.text, after_places(reading->slice(begin, end)));
  // "Ministers meet | Politics | Example Post"
  for (uint32_t cut = cut_site(*reading, begin, end); cut != end; cut = cut_site(*reading, begin, end)) {
    end = cut;
  }
  const std::string_view span = reading->slice(begin, end);
  reading->fields.add(reading->page, Field::kHeadline, span, "headline.ranked", confidence_of(best_score));
}

}  // namespace article
