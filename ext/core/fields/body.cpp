// article_body (one value for each paragraph), lead, and the counts.
//
// The hard wraps of a paragraph become one blank.  Cost: linear in the bytes of the body.
#include "core/fields/body.h"

#include <charconv>

#include "core/fields/extractors.h"
#include "core/text/words.h"

namespace article {

namespace {

constexpr uint8_t kSure = 255;

uint8_t mean_confidence(const Page& page, const Paragraph& paragraph) {
  uint32_t sum = 0;
  uint32_t lines = 0;
  for (uint32_t i = paragraph.first_line; i <= paragraph.last_line; ++i) {
    if (page.roles[i].role == Role::kBody) {
      sum += page.roles[i].confidence;
      ++lines;
    }
  }
  return static_cast<uint8_t>(lines == 0 ? 0 : sum / lines);
}

void add_lead(const Page& page, const Paragraph& paragraph, uint32_t lead_begin, Fields* fields) {
  const uint32_t begin = lead_begin > paragraph.begin && lead_begin < paragraph.end ? lead_begin : paragraph.begin;
  const std::string_view span = trim(page.text.substr(begin, paragraph.end - begin));
  if (!span.empty()) {
    fields->add(page, Field::kLead, span, "lead.first_paragraph", mean_confidence(page, paragraph));
  }
}

}  // namespace

void add_count(const Page& page, Field field, uint64_t count, Fields* fields) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), count).ptr;
  fields->add_computed(field, copy_to(page.arena, {digits, static_cast<size_t>(end - digits)}), "count", kSure);
}

void find_body(const Page& page, Fields* fields, uint32_t lead_begin, uint32_t body_begin) {
  uint64_t words = 0;
  uint64_t paragraphs = 0;
  size_t polled = 0;
  for (const Paragraph& paragraph : page.paragraphs) {
    if (paragraph.end <= body_begin) {
      continue;
    }
    if (paragraphs == 0) {
      add_lead(page, paragraph, lead_begin, fields);
    }
    const std::string_view span = page.text.substr(paragraph.begin, paragraph.end - paragraph.begin);
    const bool is_long = span.size() >= kPollBytes;  // the whole text may be one paragraph
    if (is_long) {
      page.interrupt.poll();
    }
    fields->add(page, Field::kArticleBody, span, "body.lines", mean_confidence(page, paragraph));
    if (is_long) {
      page.interrupt.poll();
    }
    words += count_words(page.text, page.lines, page.words, paragraph.begin, paragraph.end, page.interrupt);
    ++paragraphs;
    if (paragraph.end - polled >= kPollBytes) {
      page.interrupt.poll();
      polled = paragraph.end;
    }
  }
  add_count(page, Field::kWordCount, words, fields);
  add_count(page, Field::kParagraphCount, paragraphs, fields);
}

void find_body(Reading* reading) {
  const Page& page = reading->page;
  // A dateline on its own line that the reader took for prose is no paragraph of the body.
  const bool own_line = !page.paragraphs.empty() && reading->dateline != kNoRow &&
                        reading->dateline_end >= page.paragraphs.front().end &&
                        reading->row(reading->dateline).begin <= page.paragraphs.front().begin;
  const bool deck = deck_above_dateline(*reading) != kNoRow;
  // Nor is the headline, though it may read as one.
  const bool headline = page.paragraphs.size() > 1 && reading->headline != kNoRow &&
                        reading->row(reading->headline).begin == page.paragraphs.front().begin &&
                        reading->row(reading->headline).end == page.paragraphs.front().end;
  find_body(page, &reading->fields, reading->dateline_end,
            own_line || deck || headline ? page.paragraphs.front().end : 0);
}

}  // namespace article
