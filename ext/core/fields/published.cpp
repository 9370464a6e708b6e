// date_published with its UTC form, its text, offset and precision; date_modified.
//
// The candidates of one day support each other: the day of the best one is taken, and of that day the most precise
// statement that does not say "updated".
#include "core/fields/published.h"

#include <algorithm>
#include <charconv>

#include "core/fields/score.h"

namespace article {

namespace {

constexpr int32_t kLeastScore = 0;    // log odds, in 1/1000
constexpr int32_t kSureScore = 1500;  // of a date near the article: no other needs to be looked at
constexpr uint8_t kFiledConfidence = 180;
constexpr int32_t kLeastRelativeScore = -2500;  // "3 hours ago", where the caller says when the page was captured

void add_offset(Reading* reading, int16_t offset, std::string_view span) {
  char digits[8];
  const auto end = std::to_chars(digits, digits + sizeof(digits), offset).ptr;
  reading->fields.add(reading->page, Field::kUtcOffsetMinutes, span, "published.offset", 230,
                      copy_to(reading->page.arena, {digits, static_cast<size_t>(end - digits)}));
}

void add_published(Reading* reading, const DateCandidate& best, const char* rule, uint8_t confidence) {
  const Page& page = reading->page;
  Fields& fields = reading->fields;
  std::string_view span = reading->slice(best.date.begin, best.date.end);
  if (span.substr(0, 1) == ",") {
    span = trim(span.substr(1));  // behind a weekday that is no part of it
  }
  fields.add(page, Field::kDatePublished, span, rule, confidence, copy_to(page.arena, best.value.text.view()));
  if (best.value.utc.length != 0) {
    fields.add(page, Field::kDatePublishedUtc, span, rule, confidence, copy_to(page.arena, best.value.utc.view()));
  }
  fields.add(page, Field::kDatePublishedText, span, rule, confidence, span);
  if (best.value.start.offset_minutes != kNoOffset) {
    add_offset(reading, best.value.start.offset_minutes, span);
  }
  fields.add_computed(Field::kDatePrecision, date_precision_name(best.value.precision), rule, confidence);
  reading->time.publication = best.value.start;
  reading->published = best.row;
}

// "Published 5 May, updated 7 May", "5 May (updated 7 May)": of a row that says both, the one that is published.
size_t published_beside(const DateCandidates& candidates, size_t best) {
  const DateCandidate& updated = candidates.all[best];
  for (size_t i = 0; updated.updated && i < candidates.all.size(); ++i) {
    const DateCandidate& candidate = candidates.all[i];
    const bool earlier = day_number(candidate.value.start) <= day_number(updated.value.start);
    if (candidate.row == updated.row && !candidate.updated && (candidate.published || earlier)) {
      return i;
    }
  }
  return best;
}

// The sentence of a blog's template stands in its footer, where no other date is the publication's; count: there is
// none.
size_t filed_date(const DateCandidates& candidates) noexcept {
  const auto& all = candidates.all;
  return static_cast<size_t>(
      std::find_if(all.begin(), all.end(), [](const DateCandidate& c) { return c.filed && !c.updated; }) - all.begin());
}

// A row of another article or of a comment: its time is not this one's.
bool is_of_other(const Row& row) noexcept {
  return row.role == Role::kItemMeta || row.role == Role::kItemTitle || row.role == Role::kComment;
}

// The first of the candidates that fit, if all of them say one day; the number of candidates: none fits, or they
// differ.
template <typename Fits>
size_t only_day(const DateCandidates& candidates, Fits fits) {
  const auto& all = candidates.all;
  size_t found = all.size();
  for (size_t i = 0; i < all.size(); ++i) {
    if (!all[i].date.full_date || all[i].updated || !fits(all[i])) {
      continue;
    }
    if (found < all.size() && day_number(all[found].value.start) != day_number(all[i].value.start)) {
      return all.size();
    }
    found = std::min(found, i);
  }
  return found;
}

// The only day that is named between headline and article.
size_t date_of_head(const Reading& reading, const DateCandidates& candidates) {
  constexpr uint16_t kMostWords = 8;
  return only_day(candidates, [&](const DateCandidate& candidate) {
    return reading.headline != kNoRow && candidate.row > reading.headline && candidate.row < reading.body_row() &&
           reading.row(candidate.row).words <= kMostWords;
  });
}

// The only day that a paragraph names with its label: "Published in the Example Post on May 2, 2023."
size_t labelled_date(const Reading& reading, const DateCandidates& candidates) {
  constexpr uint16_t kMostWords = 14;
  return only_day(candidates, [&](const DateCandidate& candidate) {
    const Row& row = reading.row(candidate.row);
    return candidate.published && row.has(kIsBody) && row.opens_with(Term::kPublished) && row.words <= kMostWords &&
           !is_of_other(row);
  });
}

// "SEAPORT, Ore., June 3, 2023 -- Example Ferries today announced ..."; false: the dateline has no such date.
bool dateline_date(const Reading& reading, DateCandidate* out) {
  if (!reading.has_dateline_date || !reading.dateline_date.full_date) {
    return false;
  }
  out->row = reading.dateline;
  out->date = reading.dateline_date;
  out->value = resolve(reading.dateline_date, reading.time);
  return out->value.known;
}

// Of the candidates of one day: the one that says most, in the row that scores best; below the article stand the times
// of comments.
size_t most_precise(const Reading& reading, const DateCandidates& candidates, const std::pmr::vector<int32_t>& scores,
                    size_t best) {
  const bool of_other = is_of_other(reading.row(candidates.all[best].row));
  const int64_t day = day_number(candidates.all[best].value.start);
  size_t chosen = best;
  for (size_t i = 0; i < candidates.all.size(); ++i) {
    const DateCandidate& candidate = candidates.all[i];
    const bool below = candidate.row > reading.survey.last_body && reading.survey.last_body != kNoRow &&
                       candidates.all[best].row < reading.survey.last_body && !candidate.published;
    const bool other = (is_of_other(reading.row(candidate.row)) && !of_other) || below;
    if (candidate.updated || other || day_number(candidate.value.start) != day || scores[i] < kLeastScore) {
      continue;
    }
    const DatePrecision precision = candidates.all[chosen].value.precision;
    if (candidates.all[chosen].updated || candidate.value.precision > precision ||
        (candidate.value.precision == precision && scores[i] > scores[chosen])) {
      chosen = i;
    }
  }
  return chosen;
}

void add_modified(Reading* reading, const DateCandidates& candidates, const std::pmr::vector<int32_t>& scores,
                  size_t published) {
  size_t best = candidates.all.size();
  for (size_t i = 0; i < candidates.all.size(); ++i) {
    const DateCandidate& candidate = candidates.all[i];
    const bool updated =
        candidate.updated || candidates.features[i][static_cast<size_t>(DateFeature::kUpdatedAbove)] != 0;
    if (i != published && updated && (best == candidates.all.size() || scores[i] > scores[best])) {
      best = i;
    }
  }
  if (best < candidates.all.size() &&
      day_number(candidates.all[best].value.start) >= day_number(candidates.all[published].value.start)) {
    const DateCandidate& candidate = candidates.all[best];
    reading->fields.add(reading->page, Field::kDateModified, reading->slice(candidate.date.begin, candidate.date.end),
                        "modified.word", 200, copy_to(reading->page.arena, candidate.value.text.view()));
  }
}

// "August 19, 2023 01:14 am | Updated 08:40 am": where the time of the update begins; the end of the row: it has none.
uint32_t behind_update(const Reading& reading, const Row& row) {
  const LineWords words(reading.words_of(row));
  for (size_t at = 1; at < words.count() && row.holds_a(Term::kUpdated); ++at) {
    if (const PhraseMatch match = match_phrase(words, at, Term::kUpdated, reading.page.language)) {
      return match.end;
    }
  }
  return row.end;
}

// "Updated: 17:05" beside "8 February 2024, 16:12": a later time of the same day.
void add_modified_clock(Reading* reading) {
  constexpr uint32_t kNear = 2;  // rows
  constexpr uint16_t kMaxWords = 6;
  const Instant published = reading->time.publication;
  const auto count = static_cast<uint32_t>(reading->row_count());
  const uint32_t first = reading->published > kNear ? reading->published - kNear : 0;
  for (uint32_t r = first; r < count && r <= reading->published + kNear; ++r) {
    const Row& row = reading->row(r);
    DateExpression date;
    uint32_t begin = row.begin;
    if (r == reading->published) {
      begin = behind_update(*reading, row);
    } else if (!row.opens_with(Term::kUpdated) || row.words > kMaxWords) {
      continue;
    }
    if (begin == row.end || !row.has(kHasClock) || !reading->dates.timestamp(begin, row.end, &date) ||
        !date.has_clock || date.full_date || date.relative) {
      continue;
    }
    const DateValue value = resolve(date, reading->time);
    const bool same_day = value.known && day_number(value.start) == day_number(published);
    const auto minutes = [](const Instant& instant) { return instant.hour * 60 + instant.minute; };
    if (same_day && published.has_clock() && minutes(value.start) >= minutes(published)) {
      reading->fields.add(reading->page, Field::kDateModified, reading->slice(date.begin, date.end), "modified.clock",
                          180, copy_to(reading->page.arena, value.text.view()));
      return;
    }
  }
}

// The best candidate; their number where there is none.
size_t find_best(const Reading& reading, DateReach reach, DateCandidates* candidates,
                 std::pmr::vector<int32_t>* scores) {
  find_date_candidates(reading, reach, candidates);
  score_all(Ranking::kDate, candidates->features, scores);
  return static_cast<size_t>(std::max_element(scores->begin(), scores->end()) - scores->begin());
}

bool is_good(const DateCandidates& candidates, const std::pmr::vector<int32_t>& scores, size_t best) noexcept {
  return best < scores.size() &&
         scores[best] >= (candidates.all[best].date.relative ? kLeastRelativeScore : kLeastScore);
}

}  // namespace

void find_published(Reading* reading) {
  const Page& page = reading->page;
  DateCandidates candidates(page.memory);
  std::pmr::vector<int32_t> scores(page.memory);
  size_t best = find_best(*reading, DateReach::kArticle, &candidates, &scores);
  if (best == scores.size() || scores[best] < kSureScore) {
    best = find_best(*reading, DateReach::kPage, &candidates, &scores);
  }
  if (!is_good(candidates, scores, best)) {
    const size_t filed = filed_date(candidates);
    size_t labelled = filed < candidates.all.size() ? filed : labelled_date(*reading, candidates);
    labelled = labelled < candidates.all.size() ? labelled : date_of_head(*reading, candidates);
    find_dateline(reading);  // the search below headlines may not have been made yet
    DateCandidate of_dateline;
    if (labelled == candidates.all.size() && dateline_date(*reading, &of_dateline)) {
      add_published(reading, of_dateline, "published.dateline", kFiledConfidence);
    } else if (labelled < candidates.all.size()) {
      add_published(reading, candidates.all[labelled], labelled == filed ? "published.filed" : "published.labelled",
                    kFiledConfidence);
    }
    return;
  }
  const size_t chosen = most_precise(*reading, candidates, scores, published_beside(candidates, best));
  add_published(reading, candidates.all[chosen], "published.ranked", confidence_of(scores[best]));
  add_modified(reading, candidates, scores, chosen);
  if (reading->fields.first(Field::kDateModified) == nullptr) {
    add_modified_clock(reading);
  }
}

}  // namespace article
