// From what the labels say to the fields of the article.
#include <algorithm>

#include "core/archive/authors.h"
#include "core/archive/language_names.h"
#include "core/archive/reader.h"
#include "core/fields/body.h"
#include "core/fields/extractors.h"
#include "core/text/words.h"
#include "core/time/text_writer.h"

namespace article {

namespace {

constexpr uint8_t kSure = 250;

class LabelledFields {
 public:
  LabelledFields(const Page& page, const LabelledArticle& article, Fields* fields)
      : page_(page), article_(article), fields_(*fields) {}

  void fill() {
    for (const LabelledValue& value : article_.values) {
      add(value);
    }
    add_published();
    if (first(Field::kByline) == nullptr) {
      add_byline_of_text();
    }
    add_body();
    if (fields_.first(Field::kInLanguage) == nullptr) {
      find_language(page_, &fields_);
    }
    fields_.add_computed(Field::kConfidence, "1", "labels", kSure);
  }

 private:
  const char* rule() const noexcept { return format_name(article_.format); }

  void add_plain(Field field, const LabelledValue& value) {
    fields_.add(page_, field, value.span, rule(), kSure, value.value);
  }

  void add(const LabelledValue& value) {
    switch (value.field) {
      case Field::kDatePublishedText:
      case Field::kDateModified:  // a time of day
      case Field::kArticleBody:
        break;
      case Field::kByline:
        add_authors(value);
        break;
      case Field::kKeywords:
        add_keywords(value);
        break;
      case Field::kInLanguage:
        if (const std::string_view tag = language_tag_of(value.value); !tag.empty() && page_.options.language.empty()) {
          fields_.add(page_, Field::kInLanguage, value.span, rule(), kSure, tag);
        }
        break;
      case Field::kDateline:
        add_dateline(value);
        break;
      default:
        add_plain(value.field, value);
        break;
    }
  }

  void add_authors(const LabelledValue& value) {
    add_plain(Field::kByline, value);
    const bool inverted = article_.format == Format::kProQuest;
    const LabelledValue* publisher = first(Field::kPublisher);
    for (const std::string_view name :
         labelled_authors(value.value, inverted, publisher == nullptr ? std::string_view() : publisher->value,
                          page_.memory, page_.arena)) {
      fields_.add(page_, Field::kAuthor, value.span, rule(), kSure, name);
    }
  }

  // Where no label names the writer, a line of its own above the text may: "By A. Writer - Example Agency:".
  void add_byline_of_text() {
    constexpr size_t kMostParagraphs = 3;
    constexpr size_t kLongestByline = 90;
    for (size_t i = 0; i < std::min(kMostParagraphs, page_.paragraphs.size()); ++i) {
      const Paragraph& paragraph = page_.paragraphs[i];
      const std::string_view line = page_.text.substr(paragraph.begin, paragraph.end - paragraph.begin);
      const std::string_view named = line.substr(0, line.find(" - "));
      if (line.size() <= kLongestByline && starts_with(line, "By ") && line.back() != '.') {
        add_authors({Field::kByline, line, named});
        return;
      }
    }
  }

  // "WAR & CONFLICT (90%); ARMIES (89%)" are two.
  void add_keywords(const LabelledValue& value) {
    std::string_view rest = value.value;
    const char separator = contains(rest, ";") ? ';' : ',';
    while (!rest.empty()) {
      const size_t end = rest.find(separator);
      std::string_view word = visible(rest.substr(0, end));
      if (const size_t share = word.rfind(" ("); share != std::string_view::npos && contains(word.substr(share), "%")) {
        word = visible(word.substr(0, share));
      }
      if (!word.empty()) {
        fields_.add(page_, Field::kKeywords, value.span, rule(), kSure, word);
      }
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }

  TimeContext context() const noexcept {
    TimeContext context;
    const LabelledValue* language = first(Field::kInLanguage);
    const std::string_view named = language == nullptr ? std::string_view() : language_tag_of(language->value);
    context.language = find_time_language(named.empty() ? language_tag(page_.language) : named);
    parse_timezone(page_.options.timezone, &context.default_offset);
    parse_reference_time(page_.options.reference_time, context.default_offset, &context.reference);
    return context;
  }

  void add_dateline(const LabelledValue& value) {
    add_plain(Field::kDateline, value);
    TimeContext time = context();
    DateExpression found;
    std::string_view place = value.value;
    if (find_timestamp(value.value, 0, value.value.size(), time, &found)) {
      place = visible(place.substr(0, found.begin));
      time.publication = published_;
      const DateValue date = resolve(found, time);
      if (date.known && date.start.precision >= DatePrecision::kDay) {
        fields_.add(page_, Field::kDatelineDate, value.span, rule(), kSure, keep(format_iso(day_of(date.start))));
      }
    }
    while (!place.empty() && (place.back() == ',' || place.back() == '-' || place.back() == ';')) {
      place = visible(place.substr(0, place.size() - 1));
    }
    if (!place.empty()) {
      fields_.add(page_, Field::kDatelinePlace, value.span, rule(), kSure, place);
    }
  }

  static Instant day_of(Instant instant) noexcept {
    instant.precision = DatePrecision::kDay;
    instant.offset_minutes = kNoOffset;
    return instant;
  }

  const LabelledValue* first(Field field) const noexcept {
    for (const LabelledValue& value : article_.values) {
      if (value.field == field) {
        return &value;
      }
    }
    return nullptr;
  }

  std::string_view keep(const DateText& text) const { return copy_to(page_.arena, text.view()); }

  void add_published() {
    const LabelledValue* date = first(Field::kDatePublishedText);
    if (date == nullptr) {
      return;
    }
    const LabelledValue* clock = first(Field::kDateModified);
    std::string_view printed = date->value;
    if (clock != nullptr) {
      auto* joined = static_cast<char*>(page_.arena->allocate(printed.size() + clock->value.size() + 1, 1));
      size_t size = printed.copy(joined, printed.size());
      joined[size++] = ' ';
      size += clock->value.copy(joined + size, clock->value.size());
      printed = {joined, size};
    }
    fields_.add(page_, Field::kDatePublishedText, date->span, rule(), kSure, printed);
    published_ = article_.published.known() ? article_.published : read_date(without_edition(printed));
    if (published_.known()) {
      add_instant(*date, published_);
    }
  }

  // "March 14, 2019, Thursday, Late Edition - Final": "late" is no time of day.
  static std::string_view without_edition(std::string_view printed) noexcept {
    for (size_t comma = printed.find(','); comma != std::string_view::npos; comma = printed.find(',', comma + 1)) {
      const std::string_view rest = printed.substr(comma);
      const bool digits = std::any_of(rest.begin(), rest.end(), [](char byte) { return is_digit(byte); });
      for (const std::string_view word : {"dition", "DITION", "Final", "FINAL", "cycle"}) {
        if (!digits && contains(rest, word)) {
          // The weekday may stand between.
          const size_t next = rest.find(',', 1);
          return next == std::string_view::npos ? printed.substr(0, comma) : printed.substr(0, comma + next);
        }
      }
    }
    return printed;
  }

  // In the language of the text; the surface may print its dates in another one.
  Instant read_date(std::string_view printed) const {
    TimeContext time = context();
    Instant instant = read_date_in(printed, time);
    for (const std::string_view tag : {"", "en", "de", "fr", "es", "it", "nl", "pt"}) {
      if (instant.known() && instant.precision >= DatePrecision::kDay) {
        break;
      }
      time.language = find_time_language(tag);
      const Instant other = read_date_in(printed, time);
      instant = other.known() && other.precision >= DatePrecision::kDay ? other : instant;
    }
    if (instant.has_clock() && contains(printed, " BST")) {
      instant.offset_minutes = 60;  // of the British papers, not of the other zones of that name
    }
    return instant;
  }

  static Instant read_date_in(std::string_view printed, const TimeContext& time) {
    DateExpression found;
    if (!find_timestamp(printed, 0, printed.size(), time, &found)) {
      return {};
    }
    const DateValue value = resolve(found, time);
    return value.known && value.start.year != 0 ? value.start : Instant{};  // a time of day alone is no day
  }

  void add_instant(const LabelledValue& date, Instant instant) {
    if (instant.has_clock() && instant.offset_minutes == kNoOffset) {
      int16_t offset = kNoOffset;
      if (parse_timezone(page_.options.timezone, &offset)) {
        instant.offset_minutes = offset;
      }
    }
    fields_.add(page_, Field::kDatePublished, date.span, rule(), kSure, keep(format_iso(instant)));
    if (const DateText utc = format_utc(instant); utc.length > 0) {
      fields_.add_computed(Field::kDatePublishedUtc, keep(utc), rule(), kSure);
    }
    if (instant.offset_minutes != kNoOffset) {
      DateText minutes;
      if (instant.offset_minutes < 0) {
        append(&minutes, '-');
      }
      append_number(&minutes, instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes, 0);
      fields_.add_computed(Field::kUtcOffsetMinutes, keep(minutes), rule(), kSure);
    }
    fields_.add_computed(Field::kDatePrecision, date_precision_name(instant.precision), rule(), kSure);
  }

  void add_body() {
    if (first(Field::kArticleBody) == nullptr) {
      find_body(page_, &fields_);
    } else {
      uint64_t words = 0;
      uint64_t paragraphs = 0;
      for (const LabelledValue& value : article_.values) {
        if (value.field == Field::kArticleBody) {
          fields_.add(page_, Field::kArticleBody, value.span, rule(), kSure, value.value);
          words += count_words(value.value, static_cast<size_t>(-1));
          ++paragraphs;
        }
      }
      add_count(page_, Field::kWordCount, words, &fields_);
      add_count(page_, Field::kParagraphCount, paragraphs, &fields_);
    }
    if (fields_.first(Field::kLead) == nullptr) {
      if (const FieldValue* body = fields_.first(Field::kArticleBody)) {
        const FieldValue lead = *body;
        fields_.add(page_, Field::kLead, page_.text.substr(lead.begin, lead.end - lead.begin), rule(), kSure,
                    lead.value);
      }
    }
  }

  const Page& page_;
  const LabelledArticle& article_;
  Fields& fields_;
  Instant published_;
};

}  // namespace

void fill_labelled_fields(const Page& page, const LabelledArticle& article, Fields* fields) {
  LabelledFields(page, article, fields).fill();
}

}  // namespace article
