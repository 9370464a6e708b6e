// byline and author: the best of the candidate lines, and the lines beside it that go on with it.
#include <algorithm>

#include "core/fields/byline_candidates.h"
#include "core/fields/desks.h"
#include "core/fields/reporter_suffix.h"
#include "core/fields/score.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr int32_t kLeastScore = -1150;          // log odds, in 1/1000
constexpr int32_t kLeastStandingScore = -6000;  // of a name that stands where bylines do
constexpr int32_t kLeastNextScore = -500;       // of further lines of a byline
constexpr uint32_t kMaxRowsBetween = 2;
constexpr uint8_t kDatelineConfidence = 200;

// text[begin, end) opens with the words of `name`.
bool opens_with(std::string_view text, uint32_t begin, uint32_t end, const NameSpan& name) noexcept {
  WordCursor here(text, begin, end);
  WordCursor wanted(text, name.begin, name.end);
  Word a;
  Word b;
  while (wanted.next(&b)) {
    if (!here.next(&a) || a.hash != b.hash) {
      return false;
    }
  }
  return true;
}

bool equal_names(std::string_view text, const NameSpan& a, const NameSpan& b) noexcept {
  return opens_with(text, a.begin, a.end, b) && opens_with(text, b.begin, b.end, a);
}

// Hebrew writes some last sounds with a mark that is also an apostrophe: "ברקוביץ'".
uint32_t end_with_geresh(std::string_view text, uint32_t end) noexcept {
  const char32_t last = decode_before(text, end).value;
  const CodePoint next = end < text.size() ? decode(text, end) : CodePoint{};
  const bool hebrew = last >= 0x05D0 && last <= 0x05EA;
  return hebrew && (next.value == U'\'' || next.value == 0x05F3) ? end + next.length : end;
}

// One line of the byline gives as the outlet what another one would have as an author: "Exampletown, 21 October,
// Example Wire" above "Ada Example - Example Wire:".
bool is_outlet_of(const Reading& reading, const BylineCandidate& line, const NameSpan& name) {
  const std::string_view text = reading.page.text;
  const Row& row = reading.row(line.row);
  const uint32_t begin = line.names.empty() ? row.begin : line.names[line.names.size() - 1].end;
  WordCursor starts(text, begin, row.end);
  Word start;
  while (starts.next(&start)) {
    if (opens_with(text, start.begin, row.end, name)) {
      return true;
    }
  }
  return false;
}

class Authors {
 public:
  Authors(Reading* reading, const WordSet& notices) : reading_(*reading), notices_(notices) {}

  // One of the lines [first, last] of a byline.
  void add(const BylineCandidate& candidate, const BylineCandidate* first, const BylineCandidate* last,
           const char* rule, uint8_t confidence) {
    if (const std::string_view desk = desk_of(reading_, candidate); !desk.empty()) {
      reading_.fields.add(reading_.page, Field::kAuthor, desk, "author.desk", confidence);
      return;
    }
    for (const NameSpan& name : candidate.names) {
      if (std::any_of(first, last + 1, [&](const BylineCandidate& other) {
            return other.row != candidate.row && is_outlet_of(reading_, other, name);
          })) {
        continue;
      }
      const bool known = std::any_of(names_.begin(), names_.end(), [&](const NameSpan& other) {
        return equal_names(reading_.page.text, name, other);
      });
      // "Ada Example, Harbour World": the second is the paper, whose rights notice names it.
      if (known || (&name != candidate.names.begin() && notices_.holds_all(reading_.page.text, name.begin, name.end))) {
        continue;
      }
      names_.add(name);
      const std::string_view span = reading_.slice(name.begin, end_with_geresh(reading_.page.text, name.end));
      reading_.fields.add(reading_.page, Field::kAuthor, span, rule, confidence,
                          display_name(span, reading_.page.arena));
    }
  }

 private:
  Reading& reading_;
  const WordSet& notices_;
  NameList names_;
};

const char* rule_of(const BylineCandidate& candidate) noexcept {
  switch (candidate.opener) {
    case Opener::kBegins:
      return "author.byline_word";
    case Opener::kInside:
      return "author.byline_inside";
    case Opener::kAbove:
      return "author.label_above";
    default:
      return "author.name_line";
  }
}

bool is_other_credit(const BylineCandidate& line) noexcept {
  return line.opener_kind == TermValue::kPhoto || line.opener_kind == TermValue::kEditor;
}

// "Ada Example," with the next name in a line of its own, or "and" in a line between them.
bool is_joined(const Reading& reading, const BylineCandidate& line, const BylineCandidate& next) {
  if (next.row == line.row + 2) {
    return reading.row(line.row + 1).words == 1 && reading.row(line.row + 1).is_a(Term::kNameJoin);
  }
  const char last = reading.text(line.row).back();
  return next.row == line.row + 1 && (last == ',' || last == '&') && next.names.size() == 1;
}

// "Ada Example" above "Exampletown - 5 October 2023": the words that share their line with the date are a place or a
// paper.
bool is_place_and_date(const Reading& reading, const BylineCandidate& line, const BylineCandidate& next) {
  if (next.opener != Opener::kNone || next.names.size() != 1 || reading.row(line.row).has(kHasDigit) ||
      !reading.row(next.row).has(kHasDigit)) {
    return false;
  }
  const NameSpan& name = next.names[0];
  const std::string_view behind = trim(reading.slice(name.end, reading.row(next.row).end));
  return name.begin == reading.row(next.row).begin && !behind.empty() &&
         has(decode(behind, 0).value, kDash | kPunctuation);
}

// Lines of one byline: they follow each other and are of one kind.
bool goes_on(const Reading& reading, const BylineCandidate& line, const BylineCandidate& next, int32_t score) {
  const auto credits_others = [](const BylineCandidate& of) {
    return of.opener != Opener::kNone && is_other_credit(of);
  };
  if (next.row > line.row + kMaxRowsBetween || credits_others(line) || credits_others(next) ||
      is_place_and_date(reading, line, next)) {
    return false;
  }
  const Row& row = reading.row(next.row);
  // "Ada Example/Example Images", "Senior Reporter", a rights notice.
  const bool credit = row.holds_a(Term::kAgency) || row.holds_a(Term::kCaption) || row.holds_a(Term::kCopyright) ||
                      (row.holds_a(Term::kRoleTitle) && row.words <= 3);
  return (next.opener == line.opener && score >= kLeastNextScore && !(next.opener == Opener::kNone && credit)) ||
         is_joined(reading, line, next);
}

// The reporters whom a dateline names: "新华社北京3月15日电（记者林晓燕）", "(강릉=연합뉴스) 이서윤 기자 =".
void add_dateline_credit(Reading* reading) {
  const Page& page = reading->page;
  const LineWords words(page.text, reading->credit_begin, reading->credit_end);
  NameList names;
  if (words.count() == 0) {
    return;
  }
  if (!find_names_before_suffix(page.text, reading->credit_begin, reading->credit_end, &names)) {
    const PhraseMatch opener = match_phrase(words, 0, Term::kByline, page.language);
    NameOptions options;
    options.trusted = true;
    options.language = page.language;
    if (opener) {
      find_names(page.text, opener.end, reading->credit_end, options, &names);
    }
  }
  if (names.empty()) {
    return;
  }
  const std::string_view span = reading->slice(reading->credit_begin, reading->credit_end);
  reading->fields.add(page, Field::kByline, span, "author.dateline", kDatelineConfidence);
  for (const NameSpan& name : names) {
    const std::string_view author = reading->slice(name.begin, name.end);
    reading->fields.add(page, Field::kAuthor, author, "author.dateline", kDatelineConfidence,
                        display_name(author, page.arena));
  }
}

// The likeliest line that is not who took the pictures; the number of lines: there is none.
size_t best_author_line(const std::pmr::vector<BylineCandidate>& lines, const std::pmr::vector<int32_t>& scores) {
  size_t best = lines.size();
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool photo = lines[i].opener != Opener::kNone && lines[i].opener_kind == TermValue::kPhoto;
    best = !photo && (best == lines.size() || scores[i] > scores[best]) ? i : best;
  }
  return best;
}

// A name alone in its row between headline and article, beside the date of publication or above what its bearer does.
bool stands_as_byline(const Reading& reading, const BylineCandidate& line) {
  const Row& row = reading.row(line.row);
  if (line.opener != Opener::kNone || line.names.size() != 1 || line.names[0].begin != row.begin ||
      line.names[0].end != row.end || line.names[0].words < 2 || row.has(kAllCapitals) || reading.headline == kNoRow ||
      line.row <= reading.headline || line.row >= reading.body_row()) {
    return false;
  }
  const uint32_t next = line.row + 1;
  const bool title = next < reading.row_count() && reading.row(next).is_a(Term::kRoleTitle);
  const bool date = reading.published != kNoRow && (reading.published == next || reading.published + 1 == line.row);
  return title || date;
}

// The first such line; the number of lines: there is none.
size_t standing_line(const Reading& reading, const std::pmr::vector<BylineCandidate>& lines,
                     const std::pmr::vector<int32_t>& scores) {
  size_t i = 0;
  while (i < lines.size() && (scores[i] < kLeastStandingScore || !stands_as_byline(reading, lines[i]))) {
    ++i;
  }
  return i;
}

}  // namespace

void find_byline(Reading* reading) {
  BylineCandidates candidates(reading->page.memory);
  find_byline_candidates(*reading, &candidates);
  std::pmr::vector<int32_t> scores(reading->page.memory);
  score_all(Ranking::kByline, candidates.features, &scores);
  size_t best = best_author_line(candidates.all, scores);
  if (best == scores.size() || scores[best] < kLeastScore) {
    best = standing_line(*reading, candidates.all, scores);
  }
  if (best == scores.size()) {
    add_dateline_credit(reading);
    return;
  }
  size_t first = best;
  while (first > 0 && scores[first - 1] >= kLeastNextScore &&
         goes_on(*reading, candidates.all[first - 1], candidates.all[first], scores[first - 1])) {
    --first;
  }
  size_t last = best;
  while (last + 1 < candidates.all.size() &&
         goes_on(*reading, candidates.all[last], candidates.all[last + 1], scores[last + 1])) {
    ++last;
  }
  const uint8_t confidence = confidence_of(scores[best]);
  const char* rule = rule_of(candidates.all[best]);
  reading->byline = candidates.all[best].row;
  const std::string_view span =
      reading->slice(reading->row(candidates.all[first].row).begin, reading->row(candidates.all[last].row).end);
  reading->fields.add(reading->page, Field::kByline, span, rule, confidence);
  Authors authors(reading, candidates.notices);
  for (size_t i = first; i <= last; ++i) {
    authors.add(candidates.all[i], &candidates.all[first], &candidates.all[last], rule, confidence);
  }
}

}  // namespace article
