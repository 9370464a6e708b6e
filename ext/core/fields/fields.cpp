#include "core/fields/fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/fields/extractors.h"

namespace article {

const char* field_name(Field field) noexcept {
  static const char* const kNames[kFieldCount] = {"headline",
                                                  "alternative_headline",
                                                  "byline",
                                                  "author",
                                                  "dateline",
                                                  "dateline_place",
                                                  "dateline_date",
                                                  "agency",
                                                  "attribution",
                                                  "date_published",
                                                  "date_published_utc",
                                                  "date_published_text",
                                                  "date_modified",
                                                  "utc_offset_minutes",
                                                  "date_precision",
                                                  "article_section",
                                                  "keywords",
                                                  "in_language",
                                                  "publisher",
                                                  "copyright_notice",
                                                  "lead",
                                                  "article_body",
                                                  "word_count",
                                                  "paragraph_count",
                                                  "related_count",
                                                  "confidence"};
  return kNames[static_cast<size_t>(field)];
}

void Fields::add(const Page& page, Field field, std::string_view span, const char* rule, uint8_t confidence,
                 std::string_view value) {
  FieldValue entry;
  entry.field = field;
  entry.value = value.empty() ? unwrap(span, page.arena) : value;
  entry.begin = offset_in(page.text, span);
  entry.end = static_cast<uint32_t>(entry.begin + span.size());
  entry.line_no = line_index_at(page.lines, entry.begin) + 1;
  entry.confidence = confidence;
  entry.rule = rule;
  entry.order = static_cast<uint32_t>(values_.size());
  values_.push_back(entry);
}

void Fields::add_computed(Field field, std::string_view value, const char* rule, uint8_t confidence) {
  if (value.empty()) {
    return;
  }
  FieldValue entry;
  entry.field = field;
  entry.value = value;
  entry.confidence = confidence;
  entry.rule = rule;
  entry.order = static_cast<uint32_t>(values_.size());
  values_.push_back(entry);
}

const FieldValue* Fields::first(Field field) const noexcept {
  const auto found =
      std::find_if(values_.begin(), values_.end(), [&](const FieldValue& v) { return v.field == field; });
  return found == values_.end() ? nullptr : &*found;
}

std::string_view Fields::value(Field field) const noexcept {
  const FieldValue* found = first(field);
  return found == nullptr ? std::string_view() : found->value;
}

bool Fields::integer(Field field, int64_t* value) const noexcept {
  const std::string_view digits = this->value(field);
  return !digits.empty() && std::from_chars(digits.data(), digits.data() + digits.size(), *value).ec == std::errc();
}

std::pmr::string Fields::body(std::pmr::memory_resource* memory) const {
  size_t size = 0;
  each(Field::kArticleBody, [&](std::string_view paragraph) { size += paragraph.size() + 2; });
  std::pmr::string joined(memory);
  joined.reserve(size);
  each(Field::kArticleBody,
       [&](std::string_view paragraph) { joined.append(joined.empty() ? "" : "\n\n").append(paragraph); });
  return joined;
}

void Fields::sort() {
  // std::stable_sort would allocate outside the memory resource; the order of adding breaks ties instead.
  std::sort(values_.begin(), values_.end(), [](const FieldValue& a, const FieldValue& b) {
    return a.field != b.field ? a.field < b.field : a.begin != b.begin ? a.begin < b.begin : a.order < b.order;
  });
}

uint32_t line_index_at(const std::pmr::vector<Line>& lines, uint32_t offset) noexcept {
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                      [](uint32_t at, const Line& line) { return at < line.begin; });
  return after == lines.begin() ? 0 : static_cast<uint32_t>(after - lines.begin() - 1);
}

namespace {

// The extractors in the order in which they run: later ones look at what earlier ones found.
enum Step : uint8_t {
  kSureDateline,
  kHeadlineStep,
  kPublishedStep,
  kDatelineStep,
  kDatelineDateStep,
  kBylineStep,
  kAgencyStep,
  kSubheadStep,
  kBodyStep,
  kAttributionStep,
  kSectionStep,
  kKeywordsStep,
  kPublisherStep,
  kLanguageStep,
  kConfidenceStep,
  kStepCount,
};

template <typename... Steps>
constexpr uint32_t steps(Steps... all) noexcept {
  return (0U | ... | (1U << static_cast<uint32_t>(all)));
}

struct StepRow {
  Extractor run;
  FieldSet gives;
  uint32_t looks_at;  // the steps that must have run before it
};

constexpr StepRow kSteps[kStepCount] = {
    {find_sure_dateline, field_set(Field::kDateline, Field::kDatelinePlace, Field::kAgency), 0},
    {find_headline, field_set(Field::kHeadline), steps(kSureDateline)},
    {find_published,
     field_set(Field::kDatePublished, Field::kDatePublishedUtc, Field::kDatePublishedText, Field::kDateModified,
               Field::kUtcOffsetMinutes, Field::kDatePrecision),
     steps(kHeadlineStep)},
    {find_dateline, field_set(Field::kDateline, Field::kDatelinePlace, Field::kAgency), steps(kHeadlineStep)},
    {find_dateline_date, field_set(Field::kDatelineDate), steps(kPublishedStep, kDatelineStep)},
    {find_byline, field_set(Field::kByline, Field::kAuthor), steps(kPublishedStep, kDatelineStep)},
    {find_agency, field_set(Field::kAgency), steps(kBylineStep)},
    {find_subhead, field_set(Field::kAlternativeHeadline), steps(kBylineStep)},
    {find_body, field_set(Field::kLead, Field::kArticleBody, Field::kWordCount, Field::kParagraphCount),
     steps(kDatelineStep)},
    {find_attribution, field_set(Field::kAttribution), 0},
    {find_section, field_set(Field::kArticleSection), steps(kHeadlineStep)},
    {find_keywords, field_set(Field::kKeywords), steps(kHeadlineStep)},
    {find_publisher, field_set(Field::kPublisher, Field::kCopyrightNotice), 0},
    {find_language, field_set(Field::kInLanguage), 0},
    {find_confidence, field_set(Field::kConfidence), steps(kConfidenceStep) - 1},
};

// The list of items looks at the rows of headline, date, dateline and byline.
constexpr uint32_t kStepsOfItems = steps(kBylineStep);

uint32_t steps_for(FieldSet wanted) noexcept {
  uint32_t out = (wanted & (field_set(Field::kRelatedCount) | kRelatedItems)) != 0 ? kStepsOfItems : 0;
  for (uint32_t step = kStepCount; step-- > 0;) {
    if ((kSteps[step].gives & wanted) != 0) {
      out |= 1U << step;
    }
    if ((out & (1U << step)) != 0) {
      out |= kSteps[step].looks_at;
    }
  }
  return out;
}

TimeContext time_context(const Page& page) noexcept {
  TimeContext context;
  const std::string_view tag = page.options.language.empty() ? language_tag(page.language) : page.options.language;
  context.language = find_time_language(tag, page.text);
  parse_timezone(page.options.timezone, &context.default_offset);
  parse_reference_time(page.options.reference_time, context.default_offset, &context.reference);
  context.stamp = true;
  return context;
}

// First row of the stretch of body rows, with at most kMaxGap others between two, that has most characters.
uint32_t longest_stretch(const Survey& survey) noexcept {
  constexpr uint32_t kMaxGap = 3;
  uint32_t best = kNoRow;
  uint32_t best_size = 0;
  uint32_t first = kNoRow;
  uint32_t last = 0;
  uint32_t size = 0;
  for (uint32_t r = 0; r < survey.rows.size(); ++r) {
    if (!survey.rows[r].has(kIsBody)) {
      continue;
    }
    if (first == kNoRow || r - last > kMaxGap + 1) {
      first = r;
      size = 0;
    }
    last = r;
    size += survey.rows[r].characters;
    if (size > best_size) {
      best = first;
      best_size = size;
    }
  }
  return best;
}

}  // namespace

Reading::Reading(const Page& p, const Survey& s, Fields* f)
    : page(p),
      survey(s),
      fields(*f),
      time(time_context(p)),
      dates(p.text, time.language, p.memory),
      main_body(longest_stretch(s)) {}

void extract_fields(Reading* reading, FieldSet wanted) {
  const uint32_t needed = steps_for(wanted);
  for (uint32_t step = 0; step < kStepCount; ++step) {
    if ((needed & (1U << step)) != 0) {
      kSteps[step].run(reading);
    }
  }
}

}  // namespace article
