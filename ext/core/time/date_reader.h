// Dates of one text, read stretch by stretch: fields and lists ask for the dates of the same lines, and a stretch that
// was read is not read again.
//
//   DateReader reader(text, language, memory);
//   reader.timestamp(line.begin, line.end, &date)   as find_timestamp (time.h)
//   reader.dates(line.begin, line.end, interrupt)   as find_dates
//
// Cost: that of those functions the first time, a look-up the next; 63 kB of memory, and up to 200 kB for what was
// found.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/time/time.h"

namespace article {

class Grammar;

class DateReader {
 public:
  DateReader(std::string_view text, TimeLanguage language, std::pmr::memory_resource* memory);
  ~DateReader();
  DateReader(const DateReader&) = delete;
  DateReader& operator=(const DateReader&) = delete;

  bool timestamp(size_t begin, size_t end, DateExpression* found);
  // False: surely no timestamp stands at the beginning of the stretch.
  bool may_begin(size_t begin, size_t end) noexcept;
  // False: surely no timestamp of the stretch begins before `until`.
  bool may_begin_by(size_t begin, size_t end, size_t until) noexcept;
  // False: surely no timestamp begins in the stretch, which ends with a word, whatever follows it.
  bool may_begin_within(size_t begin, size_t end) noexcept;
  // False: surely no timestamp begins in the stretch but inside the full dates of `known`.
  bool may_hold_beside(size_t begin, size_t end, const std::pmr::vector<DateExpression>& known) noexcept;
  // False: surely no expression of the stretch says a day.
  bool may_hold_day(size_t begin, size_t end) noexcept;
  // The timestamp of a stretch, where it has day, month and year.
  bool full_date(size_t begin, size_t end, DateExpression* found);
  // Valid until the next call.
  const std::pmr::vector<DateExpression>& dates(size_t begin, size_t end, const Interrupt& interrupt);

 private:
  struct Known {  // of a stretch
    uint32_t begin = 1;
    uint32_t end = 0;
    uint16_t place = kNowhere;  // in found_; it goes to the next stretch that is kept here
    bool any = false;
  };
  static constexpr size_t kKnown = 512;  // stretches; of those that fall on one place the last one is kept
  static constexpr uint16_t kNowhere = kKnown;

  std::string_view text_;
  TimeLanguage language_;
  std::pmr::memory_resource* memory_;
  Grammar* grammar_;
  std::pmr::vector<Known> known_;
  std::pmr::vector<DateExpression> dates_;
  std::pmr::vector<DateExpression> found_;
};

}  // namespace article
