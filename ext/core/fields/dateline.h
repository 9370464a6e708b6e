// The dateline that opens an article: place, date and agency, with the dash that ends it.
//
//   "BAKU, Azerbaijan, Nov. 7"           -> place "BAKU, Azerbaijan", date
//   "LONDON (Reuters) - Shares fell"     -> place, agency; the paragraph goes on behind the dash
//   "МОСКВА, 15 апр — РИА Новости. ..."  -> place, date, agency
//   "新华社北京3月15日电"                 -> agency, place, date
//
// Cost: linear in the first kMaxDatelineBytes bytes of a line.
#pragma once

#include "core/fields/extractors.h"

namespace article {

constexpr size_t kMaxDatelineBytes = 200;  // a dateline is shorter; what comes later is prose

struct Dateline {
  uint32_t begin = 0, end = 0;  // place and date, as printed; byte offsets, half open
  uint32_t place_begin = 0, place_end = 0;
  uint32_t agency_begin = 0, agency_end = 0;  // equal: none
  uint32_t credit_begin = 0, credit_end = 0;  // "记者林晓燕" of a bracket behind it; equal: none
  uint32_t prose = 0;                         // where the prose begins behind it
  DateExpression date;
  bool has_date = false;
  bool own_line = false;  // nothing follows on the line
  bool known_place = false;
  bool sure = false;  // a date or an agency makes it one, wherever it stands
};

// Reads a dateline at the beginning of a line; false: there is none.
bool read_dateline(const Reading& reading, const Row& row, Dateline* out);

}  // namespace article
