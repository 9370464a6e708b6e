// agency: where the dateline names none, a line that is nothing but an agency ("Trend:", "(Reuters)") or an agency and
// a date, or the byline.
#include <algorithm>

#include "core/fields/extractors.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint32_t kRowsAround = 8;  // of the headline and the end of the body

std::string_view without_marks(std::string_view line) noexcept {
  while (!line.empty() && (line.back() == ':' || line.back() == ')' || line.back() == '.' || line.back() == '/')) {
    line.remove_suffix(1);
  }
  while (!line.empty() && (line.front() == '(' || line.front() == '/')) {
    line.remove_prefix(1);
  }
  return trim(line);
}

// "abc/dpa/AFP" below the article: initials of the writer and agencies.
bool add_signature(Reading* reading, uint32_t r) {
  const Row& row = reading->row(r);
  const std::string_view line = reading->text(r);
  const LineWords words(reading->words_of(row));
  size_t start = 0;
  const bool joined = line.find('/') != std::string_view::npos && line.find(' ') == std::string_view::npos;
  if (!joined || !find_phrase(words, Term::kAgency, &start)) {
    return false;
  }
  reading->fields.add(reading->page, Field::kAgency, without_marks(reading->slice(words[start].begin, row.end)),
                      "agency.signature", 190);
  return true;
}

bool only_marks(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return std::string_view(" ,|/()-:.").find(c) != std::string_view::npos; });
}

// "BNS, 4 July 2022 09:15", "4. 7. 2022 15:30 (SITA)": an agency and the date of its report.
bool add_beside_date(Reading* reading, uint32_t r) {
  const Row& row = reading->row(r);
  const LineWords words(reading->words_of(row));
  size_t start = 0;
  const PhraseMatch match = find_phrase(words, Term::kAgency, &start);
  if (!match) {
    return false;
  }
  const uint32_t begin = words[start].begin;
  const bool opens = begin == row.begin;
  const uint32_t from = opens ? match.end : row.begin;  // LETA is a word of dates elsewhere
  const uint32_t to = opens ? row.end : begin;
  DateExpression date;
  const bool beside = reading->dates.timestamp(from, to, &date) && only_marks(reading->slice(from, date.begin)) &&
                      only_marks(reading->slice(date.end, to)) &&
                      (opens || only_marks(reading->slice(match.end, row.end)));
  if (beside) {
    reading->fields.add(reading->page, Field::kAgency, reading->slice(begin, match.end), "agency.beside_date", 190);
  }
  return beside;
}

bool add_line(Reading* reading, uint32_t first, uint32_t last) {
  for (uint32_t r = first; r < last && r < reading->row_count(); ++r) {
    const Row& row = reading->row(r);
    if (row.holds_a(Term::kAgency) && row.words <= 5 && add_signature(reading, r)) {
      return true;
    }
    if (row.holds_a(Term::kAgency) && row.has(kHasDigit) && row.words <= 10 && add_beside_date(reading, r)) {
      return true;
    }
    // "Trend:" right above the body is a credit, whoever Trend is.
    const bool credit = r + 1 == last && r == reading->dateline + 1 && row.has(kEndsColon) && row.words <= 3 &&
                        row.capitals == row.words;
    if ((credit || row.is_a(Term::kAgency) || row.role == Role::kAgency) && row.words <= 5 && !row.has(kHasDigit)) {
      const std::string_view name = without_marks(reading->text(r));
      if (!name.empty()) {
        reading->fields.add(reading->page, Field::kAgency, name, "agency.own_line", 200);
        return true;
      }
    }
  }
  return false;
}

// "By Petra Example": an agency has that name, and so has the author.
bool is_in_a_name(const Reading& reading, uint32_t begin, uint32_t end) {
  const auto& all = reading.fields.all();
  return std::any_of(all.begin(), all.end(), [&](const FieldValue& value) {
    return value.field == Field::kAuthor && value.begin <= begin && end <= value.end;
  });
}

}  // namespace

void find_agency(Reading* reading) {
  if (reading->fields.first(Field::kAgency) != nullptr) {
    return;
  }
  const uint32_t body = reading->body_row();
  const uint32_t from = reading->headline != kNoRow ? reading->headline + 1
                        : body > kRowsAround        ? body - kRowsAround
                                                    : 0;
  if (add_line(reading, from, body)) {
    return;
  }
  const FieldValue* byline = reading->fields.first(Field::kByline);
  if (byline != nullptr && byline->begin != kNoPosition) {
    const LineWords words(reading->page.text, byline->begin, byline->end);
    size_t start = 0;
    const PhraseMatch match = find_phrase(words, Term::kAgency, &start);
    if (match && !is_in_a_name(*reading, words[start].begin, match.end)) {
      reading->fields.add(reading->page, Field::kAgency, reading->slice(words[start].begin, match.end), "agency.byline",
                          190);
      return;
    }
  }
  if (reading->survey.last_body != kNoRow) {
    add_line(reading, reading->survey.last_body + 1, reading->survey.last_body + 4);
  }
}

}  // namespace article
