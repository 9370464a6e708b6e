// dateline, dateline_place, dateline_date and the agency in it: on its own line between headline and body, or at the
// beginning of the first lines of the body.
#include "core/fields/dateline.h"

#include <algorithm>

namespace article {

namespace {

constexpr uint32_t kMaxRowsBeforeBody = 12;
constexpr uint32_t kMaxBodyRows = 3;
constexpr uint32_t kRowsWithoutBody = 40;

void add(Reading* reading, uint32_t at, const Dateline& found) {
  const Page& page = reading->page;
  Fields& fields = reading->fields;
  reading->dateline = at;
  reading->dateline_end = found.prose;
  reading->credit_begin = found.credit_begin;
  reading->credit_end = found.credit_end;
  const uint8_t confidence = found.known_place || found.has_date ? 240 : 190;
  if (found.place_end > found.place_begin) {
    fields.add(page, Field::kDateline, reading->slice(found.begin, found.end),
               found.own_line ? "dateline.own_line" : "dateline.inline", confidence);
    fields.add(page, Field::kDatelinePlace, reading->slice(found.place_begin, found.place_end), "dateline.place",
               confidence);
  }
  if (found.has_date) {
    reading->dateline_date = found.date;
    reading->has_dateline_date = true;
  }
  if (found.agency_end > found.agency_begin) {
    fields.add(page, Field::kAgency, reading->slice(found.agency_begin, found.agency_end), "agency.dateline",
               confidence);
  }
}

}  // namespace

namespace {

// The rows where a dateline may stand: above the body and its first lines.
bool search(Reading* reading, bool sure) {
  const uint32_t body = reading->body_row();
  const auto count = static_cast<uint32_t>(reading->row_count());
  const uint32_t after_headline = reading->headline == kNoRow ? 0 : reading->headline + 1;
  uint32_t first = body > kMaxRowsBeforeBody ? body - kMaxRowsBeforeBody : 0;
  if (body == count) {
    first = 0;
  }
  first = after_headline <= body ? std::max(first, after_headline) : first;
  const uint32_t last = body == count ? first + kRowsWithoutBody : std::max(body, first) + kMaxBodyRows;
  // What a row is does not change: the second search asks only what the first could not settle.
  reading->no_dateline_from = sure ? first : reading->no_dateline_from;
  const auto known_none = [&](uint32_t at) {
    const uint32_t bit = at - reading->no_dateline_from;
    return at >= reading->no_dateline_from && bit < reading->no_dateline.size() && reading->no_dateline[bit];
  };
  for (uint32_t at = first; at < std::min(count, last); ++at) {
    Dateline found;
    // "Publié le 14 novembre 2019 - Mis à jour ..." has the shape of a dateline.
    const Row& row = reading->row(at);
    if (known_none(at) || row.opens_with(Term::kPublished) || row.opens_with(Term::kUpdated)) {
      continue;
    }
    if (!read_dateline(*reading, row, &found)) {
      const uint32_t bit = at - reading->no_dateline_from;
      if (at >= reading->no_dateline_from && bit < reading->no_dateline.size()) {
        reading->no_dateline.set(bit);
      }
    } else if (found.sure || !sure) {
      add(reading, at, found);
      return true;
    }
  }
  return false;
}

}  // namespace

void find_sure_dateline(Reading* reading) {
  search(reading, true);
}

void find_dateline(Reading* reading) {
  if (reading->dateline == kNoRow) {
    search(reading, false);
  }
}

uint32_t deck_above_dateline(const Reading& reading) noexcept {
  constexpr uint32_t kNear = 2;  // rows below the headline
  constexpr uint16_t kLeastWords = 4;
  constexpr uint16_t kMostWords = 30;
  const uint32_t r = reading.dateline - 1;  // kNoRow - 1 where there is no dateline
  const bool between = reading.headline != kNoRow && reading.dateline != kNoRow && reading.dateline != 0 &&
                       r > reading.headline && r <= reading.headline + kNear;
  if (!between || r != reading.survey.first_body) {
    return kNoRow;
  }
  const Row& row = reading.row(r);
  const bool line = !row.has(kEndsSentence | kHasBar) && row.words >= kLeastWords && row.words <= kMostWords;
  const bool apart = reading.page.paragraphs.front().end <= reading.row(reading.dateline).begin;
  return line && apart && reading.row(reading.dateline).has(kIsBody) ? r : kNoRow;
}

void find_dateline_date(Reading* reading) {
  if (!reading->has_dateline_date) {
    return;
  }
  // A dateline names no year.
  const DateExpression& date = reading->dateline_date;
  const DateValue value = resolve(date, reading->time);
  if (value.known && value.kind == DateKind::kDate) {
    reading->fields.add(reading->page, Field::kDatelineDate, reading->slice(date.begin, date.end), "dateline.date", 230,
                        copy_to(reading->page.arena, value.text.view()));
  }
}

}  // namespace article
