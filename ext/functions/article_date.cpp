// article_date(string [, reference_time, timezone, language]): one date or time expression in any language, as ISO
// 8601; NULL if it is none or if other words stand beside it.
#include "core/language.h"
#include "core/time/time.h"
#include "vtab/function.h"

namespace article {

namespace {

void article_date(const ScalarCall& call) {
  Options given;
  std::string_view string;
  if (!call.options(1, &given) || !call.text(0, "text", &string)) {
    return;
  }
  TimeContext context;
  // Thai years count from another epoch, and only the script tells here.
  context.language = find_time_language(given.language.empty() ? tag_of_script(string, 0, string.size())
                                                               : std::string_view(given.language));
  parse_timezone(given.timezone, &context.default_offset);
  parse_reference_time(given.reference_time, context.default_offset, &context.reference);
  const DateValue value = parse_whole(string, context);
  call.result.text(value.known ? value.text.view() : std::string_view());
}

}  // namespace

ARTICLE_SCALAR_FUNCTION(article_date, 1, 4, article_date)

}  // namespace article
