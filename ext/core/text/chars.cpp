#include "core/text/chars.h"

#include <utf8proc.h>

#include "core/text/utf8.h"

namespace article {

namespace {

bool in_range(char32_t code, char32_t low, char32_t high) noexcept {
  return code >= low && code <= high;
}

bool is_ideograph(char32_t code) noexcept {
  return in_range(code, 0x3040, 0x30FF) || in_range(code, 0x31F0, 0x31FF) || in_range(code, 0x3400, 0x4DBF) ||
         in_range(code, 0x4E00, 0x9FFF) || in_range(code, 0xF900, 0xFAFF) || in_range(code, 0xFF66, 0xFF9D) ||
         in_range(code, 0x20000, 0x3FFFF) || code == 0x3005 || code == 0x3007;
}

// STerm characters that end sentences in the languages of news (Unicode 15 PropList, Sentence_Terminal), and the
// ellipsis.
bool is_sentence_end(char32_t code) noexcept {
  switch (code) {
    case '.':
    case '!':
    case '?':
    case 0x0589:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:
    case 0x104B:
    case 0x1362:
    case 0x1367:
    case 0x1368:
    case 0x17D4:
    case 0x203C:
    case 0x203D:
    case 0x2026:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xFE52:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return true;
    default:
      return false;
  }
}

bool is_open_quote(char32_t code, utf8proc_category_t category) noexcept {
  switch (code) {
    case '"':
    case '\'':
    case '`':
    case 0x201A:
    case 0x201E:
    case 0x201C:  // opens in English, closes in German
    case 0x2018:
    case 0x00BB:  // opens in Danish and in German books
    case 0x201D:  // opens in Swedish and Finnish
    case 0x300C:
    case 0x300E:
    case 0x301D:
    case 0xFF02:
      return true;
    default:
      return category == UTF8PROC_CATEGORY_PI;
  }
}

bool is_close_quote(char32_t code, utf8proc_category_t category) noexcept {
  switch (code) {
    case '"':
    case '\'':
    case 0x201C:
    case 0x2018:
    case 0x00AB:
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
      return true;
    default:
      return category == UTF8PROC_CATEGORY_PF;
  }
}

unsigned category_flags(utf8proc_category_t category) noexcept {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return kLetter | kUpper;
    case UTF8PROC_CATEGORY_LL:
      return kLetter | kLower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return kLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return kLetter | kMark;
    case UTF8PROC_CATEGORY_ME:
      return kMark;
    case UTF8PROC_CATEGORY_ND:
      return kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return kBlank;
    case UTF8PROC_CATEGORY_PD:
      return kPunctuation | kDash;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_NL:
      return kPunctuation;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return kInvisible;
    default:
      return 0;
  }
}

bool is_dropped(char32_t code, unsigned flags) noexcept {
  if (code < 0x80) {
    return code < 0x20 && (flags & kBlank) == 0;
  }
  return in_range(code, 0x0300, 0x036F) || in_range(code, 0x064B, 0x0652) || code == 0x0640 || code == 0x0670 ||
         in_range(code, 0x0591, 0x05BD) || in_range(code, 0x05BF, 0x05C7) ||
         ((flags & kInvisible) != 0 && code != kInvalid);
}

uint16_t flags_of(char32_t code) noexcept {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  unsigned flags = category_flags(category);
  if ((code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x200B) {
    flags = kBlank;
  }
  if (code == 0x2212) {
    flags |= kDash;
  }
  if (in_range(code, 0xFE00, 0xFE0F)) {  // variation selectors: marks that show nothing of their own
    flags = kInvisible;
  }
  if (is_ideograph(code)) {
    flags |= kIdeograph | kLetter;
  }
  if (is_sentence_end(code)) {
    flags |= kSentenceEnd;
  }
  if (is_open_quote(code, category)) {
    flags |= kOpenQuote;
  }
  if (is_close_quote(code, category)) {
    flags |= kCloseQuote;
  }
  if (is_dropped(code, flags)) {
    flags |= kDropped;
  }
  return static_cast<uint16_t>(flags);
}

// Scripts whose marks are accents, not letters of their own: Latin to Arabic, their extensions, and compatibility
// forms.
bool folds_to_base(char32_t code) noexcept {
  return code < 0x0700 || in_range(code, 0x1D00, 0x1FFF) || in_range(code, 0x2C00, 0x2DFF) ||
         in_range(code, 0xA640, 0xA7FF) || code >= 0xFB00;
}

char32_t folded_of(char32_t code) noexcept {
  if (code == 0x130 || code == 0x131) {
    return 'i';
  }
  const auto lower = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
  if (!folds_to_base(lower)) {
    return lower;
  }
  utf8proc_int32_t parts[20];
  int boundclass = UTF8PROC_BOUNDCLASS_START;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(lower), parts, 20, options, &boundclass);
  if (count < 1 || count > 20) {
    return lower;
  }
  // A compatibility form of several letters (ligatures such as "ﬁ") has no single folded code point.
  for (utf8proc_ssize_t i = 1; i < count; ++i) {
    if ((flags_of(static_cast<char32_t>(parts[i])) & kMark) == 0) {
      return lower;
    }
  }
  return static_cast<char32_t>(utf8proc_tolower(parts[0]));
}

// Code points of which none is unlike the first but for being its own folded form: ideographs, Hangul syllables, and
// what is no character of any script (surrogates, private use).
struct Alike {
  char32_t first;
  char32_t last;
};
constexpr Alike kAlike[] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xD800, 0xDFFF}, {0xE000, 0xF8FF}};

}  // namespace

CharTable::CharTable() noexcept {
  char32_t code = 0;
  const auto fill = [&](char32_t end) {
    for (; code < end; ++code) {
      info[code] = char_info_slow(code);
    }
  };
  for (const Alike& run : kAlike) {
    fill(run.first);
    const uint16_t flags = flags_of(run.first);
    for (; code <= run.last; ++code) {
      info[code] = {flags, static_cast<uint16_t>(code)};
    }
  }
  fill(0x10000);
}

const CharTable kCharTable;

CharInfo char_info_slow(char32_t code) noexcept {
  const char32_t folded = folded_of(code);
  return {flags_of(code), static_cast<uint16_t>(folded < 0x10000 ? folded : 0)};
}

uint16_t char_flags_slow(char32_t code) noexcept {
  return flags_of(code);
}

char32_t fold(char32_t code) noexcept {
  if (code >= 0x10000) {
    return folded_of(code);
  }
  const char32_t folded = kCharTable.info[code].folded;
  return folded != 0 ? folded : code;
}

int digit_value(char32_t code) noexcept {
  if (code < 0x80) {
    return code >= '0' && code <= '9' ? static_cast<int>(code - '0') : -1;
  }
  if (!has(code, kDigit)) {
    return -1;
  }
  // Decimal digits stand in runs of ten whose zero has the digit value 0 (Unicode 15, section 4.6): all but the
  // mathematical ones begin at a multiple of 16 or at ...6.
  if (in_range(code, 0x1D7CE, 0x1D7FF)) {
    return static_cast<int>((code - 0x1D7CE) % 10);
  }
  char32_t zero = code;
  while (code - zero < 10 && has(zero - 1, kDigit) && code - (zero - 1) < 10) {
    --zero;
  }
  return static_cast<int>(code - zero);
}

char32_t lower_case(char32_t code) noexcept {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}

char32_t to_title(char32_t code) noexcept {
  return static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(code)));
}

}  // namespace article
