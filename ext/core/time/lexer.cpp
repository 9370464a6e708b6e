#include "core/time/lexer.h"

#include "core/limits.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

bool in_range(char32_t code, char32_t low, char32_t high) noexcept {
  return code >= low && code <= high;
}

bool is_unspaced(char32_t code, uint16_t flags) noexcept {
  return (flags & kIdeograph) != 0 || in_range(code, 0xE00, 0xFFF) || in_range(code, 0x1000, 0x109F) ||
         in_range(code, 0x1780, 0x17FF) || in_range(code, 0xAC00, 0xD7A3);
}

// Letters that keyboards of one script write in two ways.
char32_t same_letter(char32_t folded) noexcept {
  switch (folded) {
    case 0x6CC:
    case 0x649:
      return 0x64A;
    case 0x6A9:
      return 0x643;
    case 0x629:
    case 0x6D5:
      return 0x647;
    case 0x901:
      return 0x902;
    case 0x9DF:
      return 0x9AF;
    case 0x9DC:
      return 0x9A1;
    case 0x9DD:
      return 0x9A2;
    case 0x958:
      return 0x915;
    case 0x959:
      return 0x916;
    case 0x95A:
      return 0x917;
    case 0x95B:
      return 0x91C;
    case 0x95C:
      return 0x921;
    case 0x95D:
      return 0x922;
    case 0x95E:
      return 0x92B;
    case 0x95F:
      return 0x92F;
    default:
      return folded;
  }
}

bool is_apostrophe(char32_t code) noexcept {
  return in_range(code, 0x2B9, 0x2BF) || in_range(code, 0xA78B, 0xA78C) || code == 0x2019 || code == 0x2018 ||
         code == 0x2032 || code == 0x2035 || code == 0x55A || code == '\'' || code == '`' || code == 0xB4;
}

bool drops(char32_t code) noexcept {
  return code == 0xF0B || code == 0xF0C || code == 0x93C || code == 0x9BC || code == 0xA3C || fold_drops(code);
}

char mark_of(char32_t code, uint16_t flags) noexcept {
  if (code < 0x80) {
    return code == '`' ? '\'' : static_cast<char>(code);
  }
  if (is_apostrophe(code)) {
    return '\'';
  }
  if (code == 0x301C || code == 0x223C || code == 0xFF5E) {
    return '~';
  }
  if ((flags & kDash) != 0) {
    return '-';
  }
  if (code == 0x3001 || code == 0xFF0C || code == 0x60C || code == 0xFF64) {
    return ',';
  }
  if (code == 0x3002 || code == 0x6D4 || code == 0x964 || code == 0x965) {
    return '.';
  }
  const char32_t folded = fold(code);
  return folded > 0x20 && folded < 0x7F ? static_cast<char>(folded) : code >= 0xA2 && code <= 0xA5 ? '$' : '?';
}

struct Reader {
  std::string_view text;
  size_t at;

  bool more() const noexcept { return at < text.size(); }
  CodePoint peek() const noexcept { return decode(text, at); }

  void read_word(TextPiece* piece) noexcept {
    uint32_t hash = kHashSeed;
    uint32_t letters = 0;
    size_t next = at;
    size_t end = at;
    while (next < text.size() && next - at < kMaxWordBytes) {
      // Most letters are ASCII, of which none is dropped.
      const auto byte = static_cast<unsigned char>(text[next]);
      const CharInfo ascii = kCharTable.info[byte];
      if (byte < 0x80 && (ascii.flags & kLetter) != 0) {
        hash = hash_step(hash, ascii.folded);
        ++letters;
        end = ++next;
        continue;
      }
      if (byte < 0x80 && (ascii.flags & kDropped) == 0) {
        break;  // what ends most words
      }
      const CodePoint unit = decode(text, next);
      if (!drops(unit.value)) {
        const uint16_t flags = char_flags(unit.value);
        if ((flags & kLetter) == 0 || is_unspaced(unit.value, flags) || is_apostrophe(unit.value)) {
          break;
        }
        const CharInfo info = char_info(unit.value);
        // "thắng" (wins) is not "tháng" (month)
        const bool keeps_marks = unit.value == 0x1EAF || unit.value == 0x1EAE;
        hash = hash_step(hash, keeps_marks ? 0x1EAF : same_letter(info.folded != 0 ? info.folded : unit.value));
        ++letters;
      }
      next += unit.length;
      end = next;
    }
    at = next;
    piece->end = static_cast<uint32_t>(end);
    piece->hash = hash;
    piece->digits = static_cast<uint8_t>(letters < 255 ? letters : 255);
  }

  // -1: not a digit.  Superscript and subscript digits count.
  static int digit_of(char32_t code) noexcept {
    if (code < 0x80) {
      return code >= U'0' && code <= U'9' ? static_cast<int>(code - U'0') : -1;
    }
    if (has(code, kDigit)) {
      return digit_value(code);
    }
    if (code < 0xB2) {
      return -1;
    }
    if (code == 0xB2 || code == 0xB3) {
      return static_cast<int>(code - 0xB0);
    }
    if (code == 0xB9) {
      return 1;
    }
    const bool raised = code == 0x2070 || in_range(code, 0x2074, 0x2079);
    return raised                           ? static_cast<int>(code - 0x2070)
           : in_range(code, 0x2080, 0x2089) ? static_cast<int>(code - 0x2080)
                                            : -1;
  }

  void read_number(TextPiece* piece) noexcept {
    uint32_t hash = kHashSeed;
    uint32_t digits = 0;
    for (const size_t begin = at; more() && at - begin < kMaxWordBytes;) {
      const CodePoint unit = peek();
      const int value = digit_of(unit.value);
      if (value < 0) {
        break;
      }
      if (hash != kHashSeed || value != 0) {  // zeros in front do not count: "05" is "5"
        hash = hash_step(hash, U'0' + static_cast<char32_t>(value));
      }
      if (digits < 9) {
        piece->number = piece->number * 10 + static_cast<uint32_t>(value);
      }
      ++digits;
      at += unit.length;
    }
    piece->hash = hash != kHashSeed ? hash : hash_step(kHashSeed, U'0');
    piece->digits = static_cast<uint8_t>(digits < 255 ? digits : 255);
    piece->kind = PieceKind::kNumber;
    piece->end = static_cast<uint32_t>(at);
  }
};

}  // namespace

size_t lex_pieces(std::string_view text, size_t* at, size_t end, TextPiece* out, size_t room) noexcept {
  Reader reader{text.substr(0, end), *at};
  size_t count = 0;
  bool blank = false;
  int line_ends = 0;
  while (reader.more() && count < room) {
    if (text[reader.at] == ' ') {
      blank = true;
      ++reader.at;
      continue;
    }
    const CodePoint unit = reader.peek();
    const uint16_t flags = char_flags(unit.value);
    if ((flags & kBlank) != 0) {
      blank = true;
      line_ends += unit.value == '\n' || unit.value == 0x2029 || unit.value == 0xC ? 1 : 0;
      reader.at += unit.length;
      continue;
    }
    const bool plain = unit.value >= 0x20 && unit.value < 0x80;  // most characters
    if (!plain && drops(unit.value)) {
      reader.at += unit.length;
      continue;
    }
    TextPiece& piece = out[count++];
    piece = TextPiece{};
    piece.begin = static_cast<uint32_t>(reader.at);
    piece.blank_before = blank;
    piece.break_before = line_ends > 1;
    piece.line_before = line_ends > 0;
    piece.kind = PieceKind::kMark;
    piece.capital = (flags & kUpper) != 0;
    piece.latin = plain || unit.value < 0x250 || in_range(unit.value, 0x1E00, 0x1EFF);
    blank = false;
    line_ends = 0;
    if (Reader::digit_of(unit.value) >= 0) {
      reader.read_number(&piece);
    } else if ((flags & kLetter) != 0 && !is_apostrophe(unit.value)) {
      piece.kind = PieceKind::kWord;
      if (is_unspaced(unit.value, flags)) {
        reader.at += unit.length;
        piece.end = static_cast<uint32_t>(reader.at);
        piece.hash = hash_step(kHashSeed, same_letter(fold(unit.value)));
        piece.digits = 1;
      } else {
        reader.read_word(&piece);
      }
    } else {
      reader.at += unit.length;
      piece.end = static_cast<uint32_t>(reader.at);
      piece.mark = mark_of(unit.value, flags);
    }
  }
  *at = reader.at;
  return count;
}

}  // namespace article
