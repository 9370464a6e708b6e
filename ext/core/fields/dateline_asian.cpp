#include <algorithm>
#include <iterator>

#include "core/fields/dateline_scanner.h"

namespace article {

namespace {

constexpr size_t kMaxCreditPieces = 10;

}  // namespace

// [agency] place month 月 day 日 电 ; the date may lack its month.
bool AsianDatelines::read_ideographs() {
  out_ = Dateline();
  at_ = 0;
  while (code(at_) == 0xFF08 || code(at_) == U'(' || code(at_) == 0x3010 || code(at_) == 0x3000) {
    ++at_;
  }
  if (!ideograph(at_)) {
    return false;
  }
  const PhraseMatch agency = phrase(at_, Term::kAgency);
  if (agency.words != 0) {
    out_.agency_begin = pieces_[at_].word.begin;
    out_.agency_end = agency.end;
    at_ += agency.words;
  }
  const bool paper = take_own_paper();
  const size_t place = at_;
  while (ideograph(at_) && !date_at(at_) && at_ - place < 12) {
    ++at_;
  }
  if (at_ == place || !date_at(at_)) {
    return false;
  }
  out_.place_begin = out_.begin = pieces_[place].word.begin;
  out_.place_end = pieces_[at_ - 1].word.end;
  out_.known_place = phrase(place, Term::kPlace).words != 0;
  take_date();
  return close_ideographs(agency.words != 0 || paper);
}
// "本报北京3月15日电": this paper, magazine, site or station stands where an agency would.
bool AsianDatelines::take_own_paper() noexcept {
  constexpr char32_t kPapers[] = {0x62A5, 0x5831, 0x520A, 0x7F51, 0x7DB2, 0x53F0, 0x81FA, 0x793E};
  const auto letter = [&](size_t at) { return ideograph(at) ? decode(text_, pieces_[at].word.begin).value : 0; };
  const char32_t second = letter(at_ + 1);
  const bool paper = letter(at_) == 0x672C &&
                     std::any_of(std::begin(kPapers), std::end(kPapers), [&](char32_t c) { return c == second; });
  at_ += paper ? 2U : 0U;
  return paper;
}
// 电 電 讯 訊 消息 or a bracket with reporters ends it; after an agency the date alone does.
bool AsianDatelines::close_ideographs(bool agency) noexcept {
  const char32_t next = done() ? 0 : decode(text_, pieces_[at_].word.begin).value;
  const bool wire = next == 0x7535 || next == 0x96FB || next == 0x8BAF || next == 0x8A0A || next == 0x5831;
  at_ += wire ? 1U : 0U;
  const char32_t open = code(at_);
  const bool bracket = open == 0xFF08 || open == U'(';
  if (bracket && (wire || agency)) {
    size_t end = at_ + 1;
    while (end < count_ && code(end) != 0xFF09 && code(end) != U')') {
      ++end;
    }
    if (end < count_ && end > at_ + 1) {
      out_.credit_begin = begin_of(at_ + 1);
      out_.credit_end = pieces_[end - 1].word.end;
    }
    at_ = end < count_ ? end + 1 : at_;
  }
  while (code(at_) == 0x3011 || code(at_) == 0xFF09) {
    ++at_;
  }
  out_.prose = begin_of(at_);
  out_.own_line = done() && limit_ == row_.end;
  return wire || bracket || agency || out_.own_line;
}

// "(강릉=연합뉴스) 이서윤 기자 = ": place = agency in a bracket, then the reporter and a second mark.
bool AsianDatelines::read_korean() {
  out_ = Dateline();
  if (code(0) != U'(' || !is_word(1) || !row_.has(kUncased)) {
    return false;
  }
  const size_t equals = next_mark(1, U'=');
  const size_t close = next_mark(1, U')');
  if (equals >= close || close - equals < 2 || close == count_) {
    return false;
  }
  out_.place_begin = out_.begin = pieces_[1].word.begin;
  out_.place_end = out_.end = pieces_[equals - 1].word.end;
  out_.agency_begin = begin_of(equals + 1);
  out_.agency_end = pieces_[close - 1].word.end;
  const size_t second = next_mark(close + 1, U'=');
  const bool credit = second < count_ && second - close <= kMaxCreditPieces;
  if (credit && second > close + 1) {
    out_.credit_begin = begin_of(close + 1);
    out_.credit_end = pieces_[second - 1].word.end;
  }
  out_.prose = begin_of(credit ? second + 1 : close + 1);
  out_.sure = true;
  return true;
}
// The next such mark; count_: there is none.
size_t AsianDatelines::next_mark(size_t at, char32_t mark) const noexcept {
  while (at < count_ && pieces_[at].code != mark) {
    ++at;
  }
  return at;
}

}  // namespace article
