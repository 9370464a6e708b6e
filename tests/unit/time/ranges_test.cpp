// Ranges and parts of periods: what one end leaves out, what comes first, and what the calendar does not have.
#include "unit/time/form_table.h"

using namespace article;

namespace {

const Form kAbsent[] = {
    {"en", "week 53 2019", "", "="},
    {"en", "week 53 of 2019", "", "="},
    {"en", "the 53rd week of 2019", "", "53rd week of 2019=NULL"},
    {"en", "the 52nd week of 2019", "2019-W52", "52nd week of 2019=2019-W52"},
    {"en", "week 53 2020", "2020-W53", "="},
    {"en", "2019-W53", "", "="},
    {"en", "2019-W52", "2019-W52", "="},
    {"en", "the 6th Monday of May 2019", "", "6th Monday of May 2019=NULL"},
    {"en", "the 5th Monday of May 2019", "", "5th Monday of May 2019=NULL"},
    {"en", "the 5th Friday of May 2019", "2019-05-31", "5th Friday of May 2019=2019-05-31"},
    {"en", "the 5th quarter of 2019", "", "5th quarter of 2019=NULL"},
    {"en", "the 13th month of 2019", "", "13th month of 2019=NULL"},
    {"en", "the 7th week of May 2019", "", "7th week of May 2019=NULL"},
    {"en", "31 April 2019", "", "="},
    {"en", "29 February 2019", "", "="},
    {"en", "Q5 2019", "", ""},
};

}  // namespace

TEST_CASE("time: a week, weekday, quarter or day that the period does not have is none of the next period") {
  check(kAbsent, "2019-11-07T12:00:00");
}
