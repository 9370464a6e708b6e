// Turns a DatePoint into an Instant and the end of the period it names, under a TimeContext.
#pragma once

#include <cstdint>

#include "core/time/time.h"

namespace article {

class Resolver {
 public:
  explicit Resolver(const TimeContext& context) noexcept;

  // False: nothing to count from, or no such day.
  bool resolve(const DatePoint& point) noexcept;

  const Instant& at() const noexcept { return at_; }
  bool interval() const noexcept { return interval_; }  // the value is a stretch of time without a name of its own
  Instant end() const noexcept;                         // of an interval
  const char* season() const noexcept { return season_; }
  // Where a range begins or ends whose point is a part of a period: "from mid-2007 to the end of 2008".
  Instant edge() noexcept;

  // Later points of the expression count from here ("from Monday to Friday").
  void count_from(const Instant& instant) noexcept;

 private:
  bool has(uint32_t flags) const noexcept;
  int full_year() const noexcept;
  void set_day(int64_t days) noexcept;
  void set_year_only(int64_t year) noexcept;
  void set_period(int64_t first_day, int64_t end_day, DatePrecision precision) noexcept;
  void period_around(int64_t day, int unit, int64_t shift) noexcept;
  void add_amounts(const DatePoint& p, Instant* at) noexcept;
  static bool sign_mixed(const DatePoint& p) noexcept;
  static int finest_unit(const DatePoint& p) noexcept;
  DatePrecision delta_precision(const DatePoint& p) const noexcept;
  struct YearRule;
  bool year_fits(int year, int month, int day, YearRule rule) const noexcept;
  int nearest_year(int month, int day, YearRule rule) const noexcept;
  int infer_year(int month, int day) noexcept;
  void infer_month(int day) noexcept;
  static int64_t holiday_day(int year, int code) noexcept;
  bool resolve_container() noexcept;
  void resolve_delta() noexcept;
  void resolve_other_calendar() noexcept;
  void resolve_nth(int64_t first, int64_t end) noexcept;
  void resolve_weekday_period() noexcept;
  void resolve_counted_period() noexcept;
  void resolve_period() noexcept;
  void resolve_weekday() noexcept;
  void resolve_fields() noexcept;
  int year_of_part() noexcept;  // the year of a quarter or a week; 0: there is none, and resolving has failed
  void resolve_season(int year) noexcept;
  void resolve_date() noexcept;
  void resolve_after() noexcept;
  void resolve_part() noexcept;
  void resolve_clock() noexcept;
  void resolve_daypart() noexcept;
  int clock_hour() const noexcept;

  const TimeContext& context_;
  const DatePoint* p_ = nullptr;
  Instant base_;
  Instant at_;
  Instant end_;
  int64_t today_ = 0;
  int64_t period_end_ = 0;
  const char* season_ = nullptr;
  bool from_publication_ = false;
  bool has_base_ = false;
  bool has_end_ = false;
  bool interval_ = false;
  bool failed_ = false;
  bool next_day_ = false;
};

}  // namespace article
