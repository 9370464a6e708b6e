// Fuzzer of the date engine alone: expressions found in any bytes, their spans and the shape of their values.
//
// The first byte chooses the language and what is known; the rest is the text, in a buffer of exactly its size.
#include <vector>

#include "core/text/utf8.h"
#include "core/time/time.h"
#include "fuzz/fuzz.h"

namespace {

using namespace article;
using article::test::ChosenText;
using article::test::require;

TimeContext make_context(uint8_t choice) {
  static constexpr std::string_view kTags[] = {"", "en", "de", "fr", "ru", "ar", "zh", "hi", "fa", "th", "xx", "az"};
  TimeContext context;
  context.language = find_time_language(kTags[choice % std::size(kTags)]);
  context.prose = (choice & 0x40U) != 0;
  if ((choice & 0x80U) != 0) {
    context.reference = {2020, 2, 29, 23, 59, 59, DatePrecision::kSecond, 240};
    context.publication = {2019, 11, 7, 11, 55, 0, DatePrecision::kMinute, 240};
    context.default_offset = 240;
  }
  return context;
}

bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c > 0x7E) {
      return false;
    }
  }
  return true;
}

void check_value(const DateValue& value) {
  require(!value.known || value.text.length > 0, "a known value has a text");
  require(value.text.length <= sizeof(value.text.bytes) && value.utc.length <= sizeof(value.utc.bytes),
          "length of a value");
  require(is_plain(value.text.view()) && is_plain(value.utc.view()), "ISO 8601 is plain ASCII");
}

void check_expressions(std::string_view text, const TimeContext& context) {
  const auto found = find_dates(text, 0, text.size(), context, {}, std::pmr::new_delete_resource());
  uint32_t last_end = 0;
  std::vector<const DateExpression*> pointers;
  for (const DateExpression& expression : found) {
    require(expression.begin >= last_end && expression.begin < expression.end && expression.end <= text.size(),
            "expressions in order, none empty");
    require(is_boundary(text, expression.begin) && is_boundary(text, expression.end), "no character is cut");
    last_end = expression.end;
    check_value(resolve(expression, context));
    pointers.push_back(&expression);
  }
  std::vector<DateValue> values(found.size());
  resolve_all(found.data(), found.size(), context, values.data());
  for (const DateValue& value : values) {
    check_value(value);
  }
  resolve_list(pointers.data(), pointers.size(), context, values.data());
  for (const DateValue& value : values) {
    check_value(value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ChosenText chosen(data, size);
  const std::string_view text = chosen.text();
  const TimeContext context = make_context(chosen.choice());
  check_expressions(text, context);
  check_value(parse_whole(text, context));
  DateExpression stamp;
  if (find_timestamp(text, 0, text.size(), context, &stamp)) {
    require(stamp.begin < stamp.end && stamp.end <= text.size(), "span of a timestamp");
    check_value(resolve(stamp, context));
  }
  date_shape(text, 0, text.size(), context.language);
  Instant instant;
  if (parse_reference_time(text, kNoOffset, &instant)) {
    require(instant.known() && instant.month >= 1 && instant.month <= 12 && instant.day >= 1 && instant.day <= 31,
            "a reference time is a day");
  }
  int16_t offset = 0;
  if (parse_timezone(text, &offset)) {
    require(offset > -24 * 60 && offset < 24 * 60, "an offset is less than a day");
  }
  return 0;
}
