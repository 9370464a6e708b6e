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

inline TimeContext context_of(const Form& form, const char* reference) {
  TimeContext context;
  context.language = find_time_language(form.language);
  if (*reference != 0) {
    REQUIRE(parse_reference_time(reference, kNoOffset, &context.reference));
  }
  return context;
}

inline std::string text_of(const DateValue& value) {
  return value.known ? std::string(value.text.view()) : std::string();
}

inline std::string in_prose(const Form& form, TimeContext context) {
  context.prose = true;
  const std::string_view text = form.text;
  std::string out;
  for (const DateExpression& found : find_dates(text, 0, text.size(), context, {}, std::pmr::new_delete_resource())) {
    const std::string value = text_of(resolve(found, context));
    out += (out.empty() ? "" : " | ") + std::string(text.substr(found.begin, found.end - found.begin)) + "=" +
           (value.empty() ? "NULL" : value);
  }
  return out;
}

template <size_t kCount>
void check(const Form (&forms)[kCount], const char* reference) {
  for (const Form& form : forms) {
    INFO(form.language << ": " << form.text);
    const TimeContext context = context_of(form, reference);
    CHECK(text_of(parse_whole(form.text, context)) == form.alone);
    const std::string same = std::string(form.text) + "=" + (*form.alone == 0 ? "NULL" : form.alone);
    CHECK(in_prose(form, context) == (std::string_view(form.prose) == "=" ? same : form.prose));
  }
}

}  // namespace article
