#include "core/time/time.h"

namespace article {

TimeLanguage find_time_language(std::string_view) noexcept {
  return {};
}
std::pmr::vector<DateExpression> find_dates(std::string_view, size_t, size_t, const TimeContext&, const Interrupt&,
                                            std::pmr::memory_resource* memory) {
  return std::pmr::vector<DateExpression>(memory);
}
bool find_timestamp(std::string_view, size_t, size_t, const TimeContext&, DateExpression*) noexcept {
  return false;
}
bool match_whole(std::string_view, const TimeContext&, DateExpression*) noexcept {
  return false;
}
DateValue resolve(const DateExpression&, const TimeContext&) noexcept {
  return {};
}
DateValue parse_whole(std::string_view, const TimeContext&) noexcept {
  return {};
}
void resolve_list(const DateExpression* const*, size_t, const TimeContext&, DateValue*) noexcept {}
DateShape date_shape(std::string_view, size_t, size_t, TimeLanguage) noexcept {
  return {};
}
bool parse_reference_time(std::string_view, int16_t, Instant*) noexcept {
  return false;
}
bool parse_timezone(std::string_view, int16_t*) noexcept {
  return false;
}

}  // namespace article
