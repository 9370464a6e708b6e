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
  entry.value = value.empty() ? span : value;
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

// Later extractors read what earlier ones found.
constexpr Extractor kExtractors[] = {find_sure_dateline, find_headline,  find_published, find_dateline,    find_byline,
                                     find_agency,        find_subhead,   find_body,      find_attribution, find_section,
                                     find_keywords,      find_publisher, find_language,  find_confidence};

namespace {

TimeContext time_context(const Page& page) noexcept {
  TimeContext context;
  const std::string_view tag = page.options.language.empty() ? language_tag(page.language) : page.options.language;
  context.language = find_time_language(tag);
  parse_timezone(page.options.timezone, &context.default_offset);
  parse_reference_time(page.options.reference_time, context.default_offset, &context.reference);
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

void extract_fields(Reading* reading) {
  for (const Extractor extractor : kExtractors) {
    extractor(reading);
  }
}

}  // namespace article
