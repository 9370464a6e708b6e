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

const Form kHours[] = {
    {"en", "from 8 to 10 pm", "2019-11-07T20/2019-11-07T22", "from 8 to 10 pm=T20/T22"},
    {"en", "8 to 10 pm", "2019-11-07T20/2019-11-07T22", "8 to 10 pm=T20/T22"},
    {"en", "10 to 8 pm", "2019-11-07T19:50", "10 to 8 pm=T19:50"},
    {"en", "from 10 to 8 pm", "2019-11-07T10/2019-11-07T20", "from 10 to 8 pm=T10/T20"},
    {"en", "8-10 pm", "2019-11-07T20/2019-11-07T22", "8-10 pm=T20/T22"},
    {"en", "11-1 pm", "2019-11-07T11/2019-11-07T13", "11-1 pm=T11/T13"},
    {"en", "10-2 am", "2019-11-07T22/2019-11-08T02", "10-2 am=T22/T02"},
    {"en", "8:30-10 pm ET", "2019-11-07T20:30-05:00/2019-11-07T22:00-05:00", "8:30-10 pm ET=T20:30-05:00/T22:00-05:00"},
    {"en", "20 to 9 pm", "2019-11-07T20:40", "20 to 9 pm=T20:40"},
    {"en", "Wednesday, 8-10 am", "2019-11-06T08/2019-11-06T10", "="},
    {"en", "Wednesday, 7 to 9 p.m.", "2019-11-06T19/2019-11-06T21",
     "Wednesday, 7 to 9 p.m=2019-11-06T19/2019-11-06T21"},
    {"en", "Nov 7, 2019, 8-10 pm", "2019-11-07T20/2019-11-07T22", "="},
    {"en", "2-4pm Sunday", "2019-11-03T14/2019-11-03T16", "="},
    {"en", "Open Monday to Friday, 9 a.m. to 5 p.m.", "",
     "Monday to Friday=2019-11-04/2019-11-08 | 9 a.m. to 5 p.m=T09/T17"},
    {"de", "Mittwoch, 8-10 Uhr", "2019-11-06T08/2019-11-06T10", "="},
    {"de", "Sie legten um 8-10 Prozent zu.", "", ""},
    {"fr", "lundi 4 novembre à 18h", "2019-11-04T18", "="},
    {"fr", "Il coûte de 8 à 10 euros.", "", ""},
    {"es", "de 8 a 10 de la noche", "2019-11-07T20/2019-11-07T22", "de 8 a 10 de la noche=T20/T22"},
    {"it", "dalle 8 alle 10", "2019-11-07T08/2019-11-07T10", "dalle 8 alle 10=T08/T10"},
    {"it", "Ci vogliono 8-10 ore.", "", ""},
    {"sv", "kl. 8-10", "2019-11-07T08/2019-11-07T10", "kl. 8-10=T08/T10"},
    {"sv", "mellan klockan 8 och 10", "2019-11-07T08/2019-11-07T10", "mellan klockan 8 och 10=T08/T10"},
    {"fi", "kello 8-10", "2019-11-07T08/2019-11-07T10", "kello 8-10=T08/T10"},
    {"pl", "od godz. 8 do 10", "2019-11-07T08/2019-11-07T10", "od godz. 8 do 10=T08/T10"},
    {"ro", "între orele 8 și 10", "2019-11-07T08/2019-11-07T10", "între orele 8 și 10=T08/T10"},
    {"id", "dari pukul 8 sampai 10", "2019-11-07T08/2019-11-07T10", "dari pukul 8 sampai 10=T08/T10"},
    {"sv", "De vann 8-10 matcher.", "", ""},
    {"en", "They lost 8 to 10 games.", "", ""},
    {"en", "The team is at 8-10.", "", ""},
};

const Form kDays[] = {
    {"en", "from May to March", "2019-05/2020-03", "="},
    {"en", "from May 2018 to March", "2018-05/2019-03", "="},
    {"en", "from November to February 2020", "2019-11/2020-02", "="},
    {"de", "von Mai bis März", "2019-05/2020-03", "="},
    {"ru", "с мая по март", "2019-05/2020-03", "="},
    {"en", "1998-1999", "1998/1999", "="},
    {"en", "1999-1998", "", ""},
    {"en", "from 1999 to 1998", "", "1999=1999 | 1998=1998"},
    {"en", "from May 2019 to March 2019", "", "May 2019=2019-05 | March 2019=2019-03"},
    {"en", "10 November 2019 - 3 November 2019", "", "10 November 2019=2019-11-10 | 3 November 2019=2019-11-03"},
    {"nl", "7 t/m 10 november", "2019-11-07/2019-11-10", "="},
    {"da", "fra den 7. til den 10. november", "2019-11-07/2019-11-10", "="},
    {"el", "από τις 7 έως τις 10 Νοεμβρίου", "2019-11-07/2019-11-10", "="},
    {"hu", "november 7-től 10-ig", "2019-11-07/2019-11-10", "="},
    {"hu", "november 7. és 10. között", "", "november 7. és 10=2019-11-07/2019-11-10"},
    {"he", "בין 7 ל-10 בנובמבר", "2019-11-07/2019-11-10", "="},
    {"vi", "từ ngày 7 đến ngày 10 tháng 11", "2019-11-07/2019-11-10", "="},
    {"vi", "từ ngày 7 đến 10/11", "2019-11-07/2019-11-10", "="},
    {"zh", "10月6日至11月7日", "2019-10-06/2019-11-07", "="},
    {"zh", "11月7日至10日", "2019-11-07/2019-11-10", "="},
    {"en", "7 and 10 November", "", "10 November=2019-11-10"},
};

}  // namespace

TEST_CASE("time: the half of the day, the zone and the day of one hour hold for the other") {
  check(kHours, "2019-11-07T12:00:00");
}

TEST_CASE("time: a range goes forward, and one day says what the other leaves out") {
  check(kDays, "2019-11-07T12:00:00");
}

TEST_CASE("time: a week, weekday, quarter or day that the period does not have is none of the next period") {
  check(kAbsent, "2019-11-07T12:00:00");
}
