// The candidates of the rankings and their features for ext/tools/fields/train.py, over ctypes: the same code that
// article.so runs.
//
//   n = fields_candidates(text, length, ranking, features, spans, capacity)
//
// spans: four numbers a candidate: begin and end of its line, and what ranking-specific value it stands for (the day
// number of a date; the bytes of the names are told by fields_names).  Not part of the extension.
#include <cstring>

#include "core/fields/byline_candidates.h"
#include "core/fields/headline_candidates.h"
#include "core/fields/published.h"
#include "core/fields/score.h"
#include "core/language.h"
#include "core/lists/items.h"

#define PROBE_API extern "C" __attribute__((visibility("default")))

namespace {

using namespace article;

// The stages before the fields, as Document runs them.
struct Stage {
  explicit Stage(std::string_view text)
      : lines(split_lines(text, interrupt, memory)),
        roles(classify_lines(text, lines, interrupt, memory)),
        paragraphs(find_paragraphs(text, lines, roles, memory)),
        page{text,    lines,     roles,  paragraphs, detect_language(text, paragraphs, interrupt),
             options, interrupt, memory, &arena},
        survey(page, memory),
        fields(memory),
        reading(page, survey, &fields) {}

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
  find_date_candidates(reading, &candidates);
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
    for (const Name& name : candidates.all[i].names) {
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

}  // namespace

PROBE_API size_t fields_feature_count(int ranking) {
  constexpr size_t kCounts[] = {kHeadlineFeatureCount, kDateFeatureCount, kBylineFeatureCount, kItemFeatureCount};
  return kCounts[ranking];
}

PROBE_API size_t fields_candidates(const char* text, size_t length, int ranking, int16_t* features, int64_t* spans,
                                   size_t capacity) {
  Stage stage({text, length});
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
  write_items(stage.reading, &out);
  return out.count();
}
