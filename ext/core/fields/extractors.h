// The extractors, one file each, in the order in which they run (kExtractors in fields.cpp), and what they share.
#pragma once

#include <bitset>
#include <optional>

#include "core/fields/body_words.h"
#include "core/fields/fields.h"
#include "core/fields/survey.h"
#include "core/line_cursor.h"
#include "core/time/date_reader.h"
#include "core/time/time.h"

namespace article {

// What an extractor is given: the page, the survey of its lines, what earlier extractors found, and where.
struct Reading {
  Reading(const Page& p, const Survey& s, Fields* f);

  const Page& page;
  const Survey& survey;
  Fields& fields;
  TimeContext time;  // language and options; `publication` once find_published has run
  mutable DateReader dates;

  // Rows of the survey; kNoRow: none.
  uint32_t main_body = kNoRow;  // first row of the longest stretch of body: notices may stand apart from it
  uint32_t headline = kNoRow;   // last row of the headline
  uint32_t byline = kNoRow;
  uint32_t published = kNoRow;
  uint32_t dateline = kNoRow;
  DateExpression dateline_date;
  bool has_dateline_date = false;
  uint32_t no_dateline_from = 0;  // rows from here on
  std::bitset<64> no_dateline;    // that were read and are surely none
  uint32_t credit_begin = 0;      // reporters in a bracket behind it, bytes; equal: none
  uint32_t credit_end = 0;
  uint32_t dateline_end = 0;  // byte offset behind the dateline and its dash; 0: none

  // Read when they are first asked for.
  const BodyWords& body_words() const { return words_of_body ? *words_of_body : words_of_body.emplace(page); }
  mutable std::optional<BodyWords> words_of_body;

  size_t row_count() const noexcept { return survey.rows.size(); }
  const Row& row(uint32_t at) const noexcept { return survey.rows[at]; }
  std::string_view text(uint32_t at) const noexcept { return survey.text(page, at); }
  // A colon near the beginning: the words before it are a label.
  bool opens_with_colon(uint32_t at) const noexcept {
    constexpr size_t kLookedAt = 40;  // bytes
    return text(at).substr(0, kLookedAt).find(':') != std::string_view::npos;
  }
  std::string_view slice(uint32_t begin, uint32_t end) const noexcept { return page.text.substr(begin, end - begin); }
  // The words of a row, or of a stretch of it.
  LineCursor words_of(const Row& r, uint32_t begin, uint32_t end, bool with_punctuation = false) const noexcept {
    return {page.text, page.lines, page.words, r.line, begin, end, with_punctuation};
  }
  LineCursor words_of(const Row& r) const noexcept { return words_of(r, r.begin, r.end); }
  // First row of the body; the number of rows where there is none.
  uint32_t body_row() const noexcept {
    return survey.first_body == kNoRow ? static_cast<uint32_t>(row_count()) : survey.first_body;
  }
};

void find_sure_dateline(Reading* reading);  // dateline.cpp: dateline, its place and date, agency
void find_headline(Reading* reading);       // headline.cpp
void find_published(Reading* reading);      // published.cpp: date_published and what belongs to it, date_modified
void find_byline(Reading* reading);         // byline.cpp: byline, author
void find_dateline(Reading* reading);       // dateline.cpp: one that only its place by the headline makes sure
void find_dateline_date(Reading* reading);  // dateline.cpp: dateline_date, once the publication is known
// dateline.cpp: the line between headline and dateline that the reader took for prose, though it has no stop: the deck
// of a press release.  kNoRow: there is none.
uint32_t deck_above_dateline(const Reading& reading) noexcept;
void find_agency(Reading* reading);   // agency.cpp: agency that stands elsewhere
void find_subhead(Reading* reading);  // subhead.cpp: alternative_headline
void find_body(Reading* reading);     // body.cpp: article_body, counts, lead
void find_attribution(Reading* reading);
void find_section(Reading* reading);    // section.cpp
void find_keywords(Reading* reading);   // keywords.cpp
void find_publisher(Reading* reading);  // publisher.cpp: publisher, copyright_notice
void find_language(Reading* reading);   // language.cpp: in_language
void find_confidence(Reading* reading);

}  // namespace article
