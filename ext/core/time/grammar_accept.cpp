// What is believed inside a sentence: a number alone is no date, a price, a score or a part of a longer word neither.
#include "core/time/grammar.h"
#include "core/time/point_flags.h"

namespace article {

// A number that belongs to something else: money, versions, phone numbers, lists of figures.
bool Grammar::number_neighbours(int begin, int end) const noexcept {
  if (begin > 0) {
    const TextPiece& before = pieces_[begin - 1];
    const bool close = !pieces_[begin].blank_before;
    if (before.kind == PieceKind::kMark &&
        (before.mark == '$' || before.mark == '#' || (close && before.mark == '+'))) {
      return true;
    }
    if (close && before.kind == PieceKind::kMark && begin > 1 && pieces_[begin - 2].kind == PieceKind::kNumber &&
        !before.blank_before &&
        (before.mark == '.' || before.mark == ',' || before.mark == '-' || before.mark == '/' || before.mark == ':')) {
      return true;
    }
    if (before.kind == PieceKind::kNumber || (close && before.kind == PieceKind::kWord && before.latin)) {
      return true;
    }
    // Currency marks that have no ASCII stand-in.
    if (before.kind == PieceKind::kMark && before.mark == '?' && close) {
      return true;
    }
  }
  if (end < count_) {
    const TextPiece& after = pieces_[end];
    const bool close = !after.blank_before;
    if (after.kind == PieceKind::kMark &&
        (after.mark == '%' || after.mark == '$' || (close && after.mark == '?' && !after.latin))) {
      return true;
    }
    if (close && after.kind == PieceKind::kMark && end + 1 < count_ && pieces_[end + 1].kind == PieceKind::kNumber &&
        !pieces_[end + 1].blank_before &&
        (after.mark == '.' || after.mark == ',' || after.mark == '-' || after.mark == ':' || after.mark == '/')) {
      return true;
    }
    if (after.kind == PieceKind::kNumber || (close && after.kind == PieceKind::kWord && after.latin)) {
      return true;
    }
  }
  return false;
}

// "vom 3.11.", "bis 3.11.": one end of a range, whose other end the sentence does not say; not "5.5 to 6.5.", where
// the dot is that of decimals.
bool Grammar::behind_range_word(int begin) noexcept {
  const int opener = word(begin - 1, TimeWord::kRange).end == begin ? begin - 1 : begin - 2;
  return begin > 0 && row_ != english_ && language_.order == kDayMonthYear && !number_at(opener - 1) &&
         word(opener, TimeWord::kRange).end == begin;
}

bool Grammar::point_acceptable(const DatePoint& p, int begin, int end, bool range_end) noexcept {
  const uint32_t f = p.flags;
  const bool introduced = (f & kIntroduced) != 0;
  const bool dated = has_any(p, kHasNumeric | kHasDelta | kHasPeriod | kHasHoliday) ||
                     (has_any(p, kHasRelativeDay) && !has_any(p, kHasNow)) ||
                     (has_any(p, kHasMonthName) && has_any(p, kHasDay | kHasYear));
  int named_at = begin;
  while (named_at + 1 < end && !word_at(named_at)) {
    ++named_at;
  }
  if (has_any(p, kForeign) && !(has_any(p, kHasMonthName) && has_any(p, kHasDay) && has_any(p, kHasYear)) &&
      pieces_[named_at].latin &&
      !(row_ == nullptr && has_any(p, kHasMonthName) && (has_any(p, kHasYear) || has_any(p, kHasDay)))) {
    return false;
  }
  if (has_any(p, kHasClock) && has_any(p, kVagueClock) && !has_any(p, kCalendarFlags | kHasDaypart) && !range_end) {
    return false;
  }
  if (has_any(p, kHasNow) && !has_any(p, kHasClock)) {
    return range_end;
  }
  if (dated) {
    return true;
  }
  if (has_any(p, kHasNth) && p.nth_unit == kCenturyUnit) {
    return p.nth >= 3;
  }
  if (has_any(p, kHasNth) &&
      !has_any(p, kHasMonthName | kHasYear | kHasPeriod | kHasSeason | kHasQuarter | kHasHoliday)) {
    return false;
  }
  if (has_any(p, kHasClock)) {
    if (p.minute < 0 && p.half_day == 0 && p.daypart == 0 && !introduced && !has_any(p, kHasWeekday)) {
      const bool long_word =
          pieces_[end - 1].kind == PieceKind::kWord && (pieces_[end - 1].digits > 1 || !pieces_[end - 1].latin);
      return long_word && has_any(p, kExactClock);
    }
    return true;
  }
  if (has_any(p, kHasShortNumeric)) {
    if (has_any(p, kHasYear)) {
      return !number_neighbours(begin, end) || introduced;
    }
    return has_any(p, kHasWeekday) || (has_any(p, kWrittenDay) && behind_range_word(begin)) ||
           (introduced && (has_any(p, kWrittenDay) || mark_at(end - 2, '/')) && !word(end, TimeWord::kUnit) &&
            !mark_at(end, '%') && !glue(end, kOf));  // "about 1/3 of"
  }
  if (has_any(p, kHasWeekday)) {
    if (has_any(p, kHasDay)) {
      return true;
    }
    int j = begin;
    for (int i = 0; i < 3; ++i) {
      const Match m = word(j, TimeWord::kGlue);
      if (!m || m.end >= end || word(j, TimeWord::kWeekday).end > m.end) {  // ביום חמישי
        break;
      }
      j = m.end;
    }
    const bool doubtful = has_any(p, kShortName) || word(j, TimeWord::kOrdinal) || word(j, TimeWord::kNumber);
    const bool lower = pieces_[j].latin && !pieces_[j].capital && row_ == english_;
    return (!doubtful || range_end || (introduced && pieces_[j].digits > 3)) && !lower;  // "Mon-Fri"
  }
  if (has_any(p, kHasMonthName)) {
    if ((has_any(p, kShortName) && !(range_end && introduced)) || not_a_date(begin)) {
      return false;
    }
    int letters = 0;
    for (int i = begin; i < end; ++i) {
      const Match m = word(i, TimeWord::kMonth);
      letters += m ? (m.end - i > (thai_at(i) ? 3 : 1) && !pieces_[i].latin ? 6 : pieces_[i].digits) : 0;
    }
    const bool has_digit = number_at(begin) || number_at(end - 1);
    return introduced || letters >= 6 || has_digit || p.part != 0 || range_end;
  }
  if (has_any(p, kHasQuarter | kHasWeek)) {
    return has_any(p, kHasYear | kHasWeek) || introduced || number_at(end - 1);
  }
  if (has_any(p, kHasYear)) {
    if (has_any(p, kHasSeason | kHasQuarter | kHasNth) || p.part != 0 || p.era != 0) {
      return true;
    }
    bool named = false;
    for (int i = begin > 0 ? begin - 1 : begin; i < end; ++i) {
      named = named || glue(i, kYearWord) || word(i, TimeWord::kEra);
    }
    if (p.calendar != 0) {
      return named;  // 1400 alone counts something
    }
    if (p.year_digits != 4) {
      return introduced;
    }
    if (number_neighbours(begin, end) && !range_end) {
      int j = begin;
      while (j < end && !number_at(j)) {
        ++j;
      }
      if (number_neighbours(j, end)) {
        return false;
      }
    }
    if (range_end) {
      return p.year >= 1500 && p.year <= 2100;
    }
    if (word(end, TimeWord::kUnit) && pieces_[end].latin) {
      return false;
    }
    // "in 2000" is a year in English; in German it is 2000 of something.
    if (introduced && (named || p.year % 50 != 0 || (row_ != nullptr && (row_->options & kInYearOption) != 0))) {
      return (p.year >= 1200 && p.year <= 2100);
    }
    return p.year >= 1900 && p.year <= 2040 && p.year % 50 != 0 && number_at(end - 1);
  }
  if (has_any(p, kHasSeason)) {
    return introduced && !glue(begin, kAt) && !not_a_date(begin);
  }
  if (has_any(p, kHasDaypart)) {
    if (row_ == english_ && pieces_[end - 1].capital) {
      return false;  // a title: "The Night Porter"
    }
    return introduced || has_any(p, kDayPartOfDate) || (has_any(p, kHasDay) && has_any(p, kWrittenDay));  // 7日夜
  }
  if (has_any(p, kHasDay)) {
    return has_any(p, kWrittenDay) && !pieces_[end - 1].latin;
  }
  return false;
}

// A phrase of the language that is no date runs into the expression, holds it, or runs out of it ("do středu",
// "quinzaine de"); before a clock also one that ends there ("scale 1:24").
bool Grammar::part_of_other_phrase(int begin, int end, bool clock) noexcept {
  for (int i = end - 1; i >= 0 && i > begin - 4; --i) {
    const int phrase_end = word(i, TimeWord::kNotDate).end;
    if (i > begin ? phrase_end > end
                  : (i == begin ? phrase_end >= end : phrase_end > begin || (clock && phrase_end == begin))) {
      return true;
    }
    if (i <= begin && pieces_[i].line_before) {
      break;
    }
  }
  return false;
}

// Hangul is written with blanks, but a word and its particle are not: 13일에는, 한 주인공.
bool Grammar::inside_hangul_word(int begin, int end) const noexcept {
  const auto hangul = [&](int at) {
    const auto* byte = reinterpret_cast<const unsigned char*>(text_.data()) + pieces_[at].begin;
    return word_at(at) && byte[0] >= 0xEA && byte[0] <= 0xED && pieces_[at].end - pieces_[at].begin == 3 &&
           (byte[0] > 0xEA || byte[1] >= 0xB0);
  };
  if (!hangul(begin)) {
    return false;
  }
  if (begin > 0 && hangul(begin - 1) && tight(begin)) {
    return true;
  }
  if (!hangul(end - 1) || !hangul(end) || !tight(end)) {
    return false;
  }
  // The particles and endings that follow a time.
  static constexpr std::string_view kEndings =
      "에 의 은 는 이 가 을 를 도 만 까 부 께 쯤 경 간 동 전 후 내 마 로 과 와 며 여 째 당 차 밤 낮 오 새 저 아 보 말 "
      "초 중 반 "
      "하 때 처 정 안 밖 들 뒤 앞 사 씩 짜 나 입";
  const std::string_view next = text_.substr(pieces_[end].begin, 3);
  return kEndings.find(next) == std::string_view::npos;
}

bool Grammar::acceptable(const DateExpression& e, int begin, int end) noexcept {
  const bool clock = e.shape == kPointShape && only(e.from, kHasClock);
  if (part_of_other_phrase(begin, end, clock) || inside_hangul_word(begin, end)) {
    return false;
  }
  // "38:22 (22:12)": a score and that of the half
  if (clock && begin > 3 && mark_at(begin - 1, '(') && number_at(begin - 2) && !word_at(begin - 3) &&
      !number_at(begin - 3) && number_at(begin - 4) && tight(begin - 2) && tight(begin - 3)) {
    return false;
  }
  // "34. haftaya": the number counts what follows
  if (begin > 1 && has_any(e.from, kHasPeriod) && mark_at(begin - 1, '.') && tight(begin - 1) && number_at(begin - 2) &&
      pieces_[begin].latin && !pieces_[begin].capital) {
    return false;
  }
  if (begin > 0 && number_at(begin) && !pieces_[begin].blank_before) {
    // The tail of a longer number or code: "A-7/11", "1,500", "v2.5".
    const TextPiece& before = pieces_[begin - 1];
    const bool opens =
        before.kind == PieceKind::kMark &&
        (before.mark == '(' || before.mark == '[' || before.mark == '"' || before.mark == '\'' || before.mark == '?' ||
         before.mark == ',' || before.mark == '-' || before.mark == ':' || before.mark == ';' || before.mark == '|' ||
         before.mark == '>' || before.mark == '=' || before.mark == '_' || before.mark == '*');
    const bool list =
        opens && before.mark != '(' && before.mark != '[' && begin > 1 && number_at(begin - 2) && !before.blank_before;
    if ((before.kind == PieceKind::kMark && !opens) || list || (before.kind != PieceKind::kMark && before.latin)) {
      return false;
    }
  }
  if (end < count_ && number_at(end - 1) && !pieces_[end].blank_before) {
    const TextPiece& after = pieces_[end];
    if (after.kind == PieceKind::kWord && after.latin) {
      return false;
    }
    if (after.kind == PieceKind::kMark &&
        (after.mark == '/' || after.mark == ':' || after.mark == '.' || after.mark == ',') && number_at(end + 1) &&
        !pieces_[end + 1].blank_before) {
      return false;
    }
  }
  switch (e.shape) {
    case kRangeShape:
      if (has_any(e.from, kVagueClock) && has_any(e.to, kVagueClock) &&
          !has_any(e.from, kCalendarFlags | kHasDaypart | kHasHalfDay) &&
          !has_any(e.to, kCalendarFlags | kHasDaypart | kHasHalfDay)) {
        return false;  // "between 3 and 5 percent"
      }
      return point_acceptable(e.from, begin, end, true) && point_acceptable(e.to, begin, end, true);
    case kDurationShape:
    case kSetShape:
      return !not_a_date(begin);
    default:
      return point_acceptable(e.from, begin, end, false);
  }
}

}  // namespace article
