// Numbers: "twenty one", 二十一, "2.5", "half", "third", "3rd", a day of the month.
#include "core/time/grammar.h"

namespace article {

// "twenty one", "nineteen hundred and three", 二十一, 二零一五.
Quantity Grammar::cardinal(int at) noexcept {
  Quantity out;
  int64_t total = 0;
  int64_t current = 0;
  int j = at;
  int words = 0;
  int smallest = 10000;
  while (words < 8) {
    int next = j;
    if (words > 0 && current >= 100 && mark_at(next, '-')) {
      ++next;
    } else if (words > 0 && mark_at(next, '-') && tight(next) && tight(next + 1)) {
      ++next;
    }
    const Match joined = words > 0 && (current >= 100 || total > 0) ? glue(next, kAnd) : Match();
    next = joined ? joined.end : next;
    const Match m = word(next, TimeWord::kNumber);
    if (!m || (words > 0 && pieces_[j].break_before)) {
      break;
    }
    const bool unspaced = pieces_[next].digits == 1 && !pieces_[next].latin && m.end - next == 1;
    if (m.value >= 100) {
      if (m.value == 1000) {
        total += (current > 0 ? current : 1) * 1000;
        current = 0;
      } else {
        current = (current > 0 ? current : 1) * m.value;
      }
      smallest = m.value;
    } else if (unspaced && m.value == 10 && current > 0 && current % 100 < 10 && words > 0) {
      current = current - current % 100 + current % 100 * 10;
      smallest = 10;
    } else if (unspaced && m.value < 10 && words > 0 && (current % 10 != 0 || smallest == 0)) {
      current = current * 10 + m.value;  // digit by digit
    } else if (words == 0 ||
               (m.value < smallest && (m.value < 10 ? current % 10 == 0 && current % 100 != 10 : current % 100 == 0)) ||
               (unspaced && m.value < 10 && current % 10 == 0)) {
      current += m.value;
      smallest = m.value >= 10 ? 10 : (unspaced ? 0 : 1);
      if (unspaced && m.value == 0 && words > 0) {
        current = current * 10;
      }
    } else {
      break;
    }
    ++words;
    j = m.end;
    out.end = j;
  }
  out.thousandths = (total + current) * 1000;
  return out;
}

// A number of units: digits with decimals, words, "half", "1/2", "two and a half".
Quantity Grammar::quantity(int at) noexcept {
  Quantity out;
  if (number_at(at)) {
    const TextPiece& piece = pieces_[at];
    if (piece.digits > 6) {
      return out;
    }
    out = {at + 1, static_cast<int64_t>(piece.number) * 1000, piece.digits, true};
    if ((mark_at(at + 1, '.') || mark_at(at + 1, ',')) && tight(at + 1) && number_at(at + 2) && tight(at + 2) &&
        !(mark_at(at + 3, '.') && number_at(at + 4) && tight(at + 4))) {
      const TextPiece& decimals = pieces_[at + 2];
      if (decimals.digits == 3 && piece.number > 0) {  // 1,000
        out.thousandths = out.thousandths * 1000 + static_cast<int64_t>(decimals.number) * 1000;
      } else if (decimals.digits <= 2) {
        out.thousandths += static_cast<int64_t>(decimals.number) * (decimals.digits == 1 ? 100 : 10);
        out.whole = false;
      } else {
        return Quantity();
      }
      out.end = at + 3;
    } else if (mark_at(at + 1, '/') && number_at(at + 2) && pieces_[at + 2].number > piece.number &&
               pieces_[at + 2].number <= 4) {
      out = {at + 3, static_cast<int64_t>(piece.number) * 1000 / pieces_[at + 2].number, 1, false};
    }
  } else {
    const Match half = word(at, TimeWord::kFraction);
    if (half && half.value > 0) {
      int end = mark_at(half.end, '\'') && tight(half.end) ? half.end + 1 : half.end;
      if (const Match of = glue(end, kOf)) {
        end = of.end;
      }
      const Match one = word(end, TimeWord::kNumber, 1);
      out = {one ? one.end : end, half.value * 1000 / 60, 0, false};
      return out;
    }
    out = cardinal(at);
  }
  if (out.end == 0) {
    return out;
  }
  const Match joined = glue(out.end, kAnd);
  int tail = joined ? joined.end : out.end;
  const Match one = word(tail, TimeWord::kNumber, 1);
  Match half = word(one ? one.end : tail, TimeWord::kFraction, 30);
  if (!half && joined) {
    half = word(tail, TimeWord::kFraction, 30);  // "2 og en halv"
  }
  if (half && (joined || one)) {
    out.end = half.end;
    out.thousandths += 500;
    out.whole = false;
  }
  return out;
}

// "third", "3rd", "3.", "twenty-third".
Match Grammar::ordinal(int at) noexcept {
  if (number_at(at)) {
    const Match suffix = tight(at + 1) ? word(at + 1, TimeWord::kDaySuffix) : Match();
    if (suffix && pieces_[at].number < 100) {
      return {suffix.end, static_cast<int>(pieces_[at].number), 0};
    }
    const bool apostrophe =
        (mark_at(at + 1, '-') || mark_at(at + 1, '\'') || mark_at(at + 1, ':')) && tight(at + 1) && tight(at + 2);
    const Match spaced = apostrophe ? word(at + 2, TimeWord::kDaySuffix) : Match();
    if (spaced && pieces_[at].number < 100) {
      return {spaced.end, static_cast<int>(pieces_[at].number), 0};
    }
    return {};
  }
  Match m = word(at, TimeWord::kOrdinal);
  if (m) {
    return m;
  }
  const Match tens = word(at, TimeWord::kNumber);
  if (tens && tens.value >= 20 && tens.value % 10 == 0 && tens.value < 100) {
    const int next = mark_at(tens.end, '-') ? tens.end + 1 : tens.end;
    m = word(next, TimeWord::kOrdinal);
    if (m && m.value > 0 && m.value < 10) {
      return {m.end, tens.value + m.value, m.rank};
    }
  }
  return {};
}

// A day of the month: 7, 07, 7th, 1er, "seventh", "seven".
Match Grammar::day_number(int at) noexcept {
  if (const Match m = ordinal(at)) {
    return m.value >= 1 && m.value <= 31 ? m : Match();
  }
  if (number_at(at)) {
    const TextPiece& piece = pieces_[at];
    if (word_at(at + 1) && pieces_[at + 1].latin && word(at + 1, TimeWord::kNumber).value >= 100) {
      return {};  // "4 bin 713": four thousand
    }
    return piece.digits <= 2 && piece.number >= 1 && piece.number <= 31
               ? Match{at + 1, static_cast<int>(piece.number), 0}
               : Match();
  }
  const Quantity q = cardinal(at);
  if (q.end != 0 && q.thousandths >= 1000 && q.thousandths <= 31000) {
    return {q.end, static_cast<int>(q.thousandths / 1000), 0};
  }
  return {};
}

}  // namespace article
