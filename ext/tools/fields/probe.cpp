// The candidates of the rankings and their features for ext/tools/fields/train.py, over ctypes: the same code that
// article.so runs.
//
//   n = fields_roles(text, length, roles, capacity)
//   n = fields_candidates(text, length, roles, role_count, ranking, features, spans, capacity)
//   n = fields_article(text, length, roles, role_count, json, capacity)
//
// roles: role, confidence, paragraph number of each line, as the reader of the page's fold sees them; the trees of
// earlier rankings are given by fields_set_trees.  spans: four numbers a candidate: begin and end of its line or name,
// and two that are the ranking's own (the fourth of a date is its day number).  Not part of the extension.
#include <algorithm>
#include <cstring>
#include <utility>

#include "core/fields/byline_candidates.h"
#include "core/fields/headline_candidates.h"
#include "core/fields/published.h"
#include "core/fields/score.h"
#include "core/json.h"
#include "core/language.h"
#include "core/lists/headings.h"
#include "core/lists/items.h"
#include "core/lists/related.h"

#define PROBE_API extern "C" __attribute__((visibility("default")))

namespace {

using namespace article;

// The stages before the fields, as Document runs them.
struct Stage {
  Stage(std::string_view text, const int32_t* given, size_t count)
      : lines(split_lines(text, interrupt, memory)),
        roles(given_roles(given, count)),
        paragraphs(find_paragraphs(text, lines, roles, memory)),
        page{text,    lines,     roles,  paragraphs, detect_language(text, paragraphs, interrupt),
             options, interrupt, memory, &arena},
        survey(page, memory),
        fields(memory),
        reading(page, survey, &fields) {}

  static std::pmr::vector<LineRole> given_roles(const int32_t* given, size_t count) {
    std::pmr::vector<LineRole> out;
    for (const int32_t* role = given; role != given + 3 * count; role += 3) {
      out.push_back({static_cast<Role>(role[0]), static_cast<uint8_t>(role[1]), false, static_cast<uint32_t>(role[2])});
    }
    return out;
  }

  std::pmr::memory_resource* memory = std::pmr::get_default_resource();
  std::pmr::monotonic_buffer_resource arena;
  Interrupt interrupt;
  Options options;
  std::pmr::vector<Line> lines;
  std::pmr::vector<LineRole> roles;
  std::pmr::vector<Paragraph> paragraphs;
  Page page;
  Survey survey;
  Fields fields;
  Reading reading;
};

class Writer {
 public:
  Writer(int16_t* features, int64_t* spans, size_t capacity)
      : features_(features), spans_(spans), capacity_(capacity) {}

  template <class Features>
  void add(const Features& features, int64_t a, int64_t b, int64_t c, int64_t d) {
    if (count_ == capacity_) {
      return;
    }
    std::memcpy(features_ + count_ * features.size(), features.data(), features.size() * sizeof(int16_t));
    const int64_t span[4] = {a, b, c, d};
    std::memcpy(spans_ + 4 * count_, span, sizeof(span));
    ++count_;
  }
  size_t count() const { return count_; }

 private:
  int16_t* features_;
  int64_t* spans_;
  size_t capacity_;
  size_t count_ = 0;
};

void write_headlines(const Reading& reading, Writer* out) {
  HeadlineCandidates candidates(reading.page.memory);
  find_headline_candidates(reading, &candidates);
  for (size_t i = 0; i < candidates.rows.size(); ++i) {
    const Row& row = reading.row(candidates.rows[i]);
    out->add(candidates.features[i], row.begin, row.end, candidates.rows[i], 0);
  }
}

void write_dates(const Reading& reading, Writer* out) {
  DateCandidates candidates(reading.page.memory);
  find_date_candidates(reading, DateReach::kArticle, &candidates);
  for (size_t i = 0; i < candidates.all.size(); ++i) {
    const DateCandidate& candidate = candidates.all[i];
    out->add(candidates.features[i], candidate.date.begin, candidate.date.end, candidate.row,
             day_number(candidate.value.start));
  }
}

// One entry for each name; the third number is the candidate's.
void write_bylines(const Reading& reading, Writer* out) {
  BylineCandidates candidates(reading.page.memory);
  find_byline_candidates(reading, &candidates);
  for (size_t i = 0; i < candidates.all.size(); ++i) {
    for (const auto& name : candidates.all[i].names) {
      out->add(candidates.features[i], name.begin, name.end, static_cast<int64_t>(i), candidates.all[i].row);
    }
  }
}

void write_items(const Reading& reading, Writer* out) {
  ItemViewer viewer(reading, reading.page.memory);
  for (uint32_t r = 0; r < reading.row_count(); ++r) {
    const Row& row = reading.row(r);
    if (may_be_item(row) && (!row.has(kIsBody) || row.characters < 200)) {
      out->add(viewer.view(r), row.begin, row.end, r, row.terms.whole);
    }
  }
}

// The third and the fourth number are the bytes of the first title below.
class HeadingWriter final : public HeadingSink {
 public:
  HeadingWriter(const Reading& reading, Writer* out) : reading_(reading), out_(*out) {}
  void add(uint32_t row, uint32_t title, const HeadingFeatures& features) override {
    const Row& own = reading_.row(row);
    const Row& below = reading_.row(title);
    out_.add(features, own.begin, own.end, below.begin, below.end);
  }

 private:
  const Reading& reading_;
  Writer& out_;
};

void write_headings(const Reading& reading, Writer* out) {
  HeadingWriter writer(reading, out);
  find_heading_candidates(reading, mark_titles(reading), &writer);
}

}  // namespace

PROBE_API size_t fields_feature_count(int ranking) {
  constexpr size_t kCounts[] = {kHeadlineFeatureCount, kDateFeatureCount, kBylineFeatureCount, kItemFeatureCount,
                                kHeadingFeatureCount};
  return kCounts[ranking];
}

PROBE_API size_t fields_roles(const char* text, size_t length, int32_t* roles, size_t capacity) {
  std::pmr::memory_resource* memory = std::pmr::get_default_resource();
  const Interrupt interrupt;
  const std::string_view page(text, length);
  const auto read = classify_lines(page, split_lines(page, interrupt, memory), interrupt, memory);
  const size_t count = std::min(capacity, read.size());
  for (size_t i = 0; i < count; ++i) {
    roles[3 * i] = static_cast<int32_t>(read[i].role);
    roles[3 * i + 1] = read[i].confidence;
    roles[3 * i + 2] = static_cast<int32_t>(read[i].paragraph_no);
  }
  return count;
}

PROBE_API size_t fields_candidates(const char* text, size_t length, const int32_t* roles, size_t role_count,
                                   int ranking, int16_t* features, int64_t* spans, size_t capacity) {
  Stage stage({text, length}, roles, role_count);
  Writer out(features, spans, capacity);
  find_sure_dateline(&stage.reading);
  const auto wanted = static_cast<Ranking>(ranking);
  if (wanted == Ranking::kHeadline) {
    write_headlines(stage.reading, &out);
    return out.count();
  }
  find_headline(&stage.reading);
  if (wanted == Ranking::kDate) {
    write_dates(stage.reading, &out);
    return out.count();
  }
  find_published(&stage.reading);
  find_dateline(&stage.reading);
  if (wanted == Ranking::kByline) {
    write_bylines(stage.reading, &out);
    return out.count();
  }
  if (wanted == Ranking::kItem) {
    write_items(stage.reading, &out);
    return out.count();
  }
  find_byline(&stage.reading);
  write_headings(stage.reading, &out);
  return out.count();
}

// What score_pages.py of the shared evaluation reads, but for the body.
PROBE_API size_t fields_article(const char* text, size_t length, const int32_t* roles, size_t role_count, char* json,
                                size_t capacity) {
  Stage stage({text, length}, roles, role_count);
  extract_fields(&stage.reading, kAllFields);
  JsonWriter out(stage.memory);
  out.begin_object();
  const std::pair<const char*, Field> kShown[] = {
      {"headline", Field::kHeadline},        {"date", Field::kDatePublished},     {"byline", Field::kByline},
      {"deck", Field::kAlternativeHeadline}, {"section", Field::kArticleSection}, {"publisher", Field::kPublisher},
      {"language", Field::kInLanguage}};
  for (const auto& [name, field] : kShown) {
    out.key(name);
    out.string(stage.fields.value(field));
  }
  const std::pair<const char*, Field> kLists[] = {{"authors", Field::kAuthor}, {"keywords", Field::kKeywords}};
  for (const auto& [name, field] : kLists) {
    out.key(name);
    out.begin_array();
    stage.fields.each(field, [&](std::string_view value) { out.string(value); });
    out.end_array();
  }
  out.key("related");
  out.begin_array();
  for (const RelatedItem& item : find_related_items(stage.reading)) {
    out.begin_object();
    out.key("section");
    out.string(item.list_title);
    out.key("title");
    out.string(item.title);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  const size_t size = std::min(capacity, out.text().size());
  std::memcpy(json, out.text().data(), size);
  return size;
}
