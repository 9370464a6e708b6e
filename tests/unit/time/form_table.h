// Tables of dates and times in many languages: what each text is alone (article_date), and what is found of it in
// prose.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "core/time/time.h"

namespace article {

struct Form {
  const char* language;
  const char* text;
  const char* alone;  // "": none
  const char* prose;  // "found=value" joined by " | "; "=": the whole text with the same value
};

inline TimeContext context_of(const char* language, const char* reference) {
  TimeContext context;
  context.language = find_time_language(language);
  if (*reference != 0) {
    REQUIRE(parse_reference_time(reference, kNoOffset, &context.reference));
  }
  return context;
}

inline std::string text_of(const DateValue& value) {
  return value.known ? std::string(value.text.view()) : std::string();
}

// "found=value", or the values alone, joined by " | ".
inline std::string in_prose(std::string_view text, TimeContext context, bool found_too = true) {
  context.prose = true;
  std::string out;
  for (const DateExpression& found : find_dates(text, 0, text.size(), context, {}, std::pmr::new_delete_resource())) {
    const std::string value = text_of(resolve(found, context));
    out += out.empty() ? "" : " | ";
    out += found_too ? std::string(text.substr(found.begin, found.end - found.begin)) + "=" : "";
    out += value.empty() ? "NULL" : value;
  }
  return out;
}

struct Value {
  const char* language;
  const char* text;
  const char* value;  // of the text alone, or of what is found in it, joined by " | "
};

template <size_t kCount>
void check_alone(const Value (&rows)[kCount], const char* reference) {
  for (const Value& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(text_of(parse_whole(row.text, context_of(row.language, reference))) == row.value);
  }
}

template <size_t kCount>
void check_in_prose(const Value (&rows)[kCount], const char* reference) {
  for (const Value& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(in_prose(row.text, context_of(row.language, reference), false) == row.value);
  }
}

template <size_t kCount>
void check(const Form (&forms)[kCount], const char* reference) {
  for (const Form& form : forms) {
    INFO(form.language << ": " << form.text);
    const TimeContext context = context_of(form.language, reference);
    CHECK(text_of(parse_whole(form.text, context)) == form.alone);
    const std::string same = std::string(form.text) + "=" + (*form.alone == 0 ? "NULL" : form.alone);
    CHECK(in_prose(form.text, context) == (std::string_view(form.prose) == "=" ? same : form.prose));
  }
}

}  // namespace article
