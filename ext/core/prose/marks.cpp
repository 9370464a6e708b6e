#include "core/prose/marks.h"

#include <algorithm>

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// Families: an opener and a closer of one family make a pair.
enum Family : uint8_t {
  kNoFamily,
  kStraight,
  kCurly,  // “ ” and „ “ and ” ”
  kGuillemet,
  kSingleGuillemet,
  kStraightSingle,
  kCurlySingle,
  kTypewriter,  // `` ''
  kCorner,
  kWhiteCorner,
  kBookTitle,
  kRound,
  kSquare,
  kCurlyBracket,
  kFullRound,
  kLenticular,
};

MarkKind kind_of(Family family) noexcept {
  switch (family) {
    case kStraightSingle:
    case kCurlySingle:
    case kSingleGuillemet:
      return MarkKind::kSingleQuote;
    case kStraight:
    case kCurly:
    case kGuillemet:
    case kTypewriter:
    case kCorner:
    case kWhiteCorner:
      return MarkKind::kDoubleQuote;
    case kBookTitle:
      return MarkKind::kTitle;
    default:
      return MarkKind::kBracket;
  }
}

// Bytes that a mark begins with; most bytes of a text are none, and those inside a character never are.
struct MarkBytes {
  bool may[256] = {};
  constexpr MarkBytes() noexcept {
    for (const char byte : {'"', '\'', '`', ',', '(', ')', '[', ']', '{', '}'}) {
      may[static_cast<unsigned char>(byte)] = true;
    }
    // The lead bytes of « and », of ‘ to ›, of 〈 to 】 and 「, and of （ and ）.
    may[0xC2] = may[0xE2] = may[0xE3] = may[0xEF] = true;
  }
};
constexpr MarkBytes kMarkBytes;

struct OpenMark {
  uint32_t pair;  // index into the pairs
  Family family;
  char32_t code;
};

class Pairing {
 public:
  Pairing(std::string_view text, uint32_t begin, uint32_t end, std::pmr::vector<MarkPair>* pairs)
      : text_(text.substr(0, end)), begin_(begin), pairs_(pairs) {}

  void run(const Interrupt& interrupt) {
    const char* bytes = text_.data();
    const size_t size = text_.size();
    for (size_t at = begin_; at < size;) {
      const size_t stop = std::min(size, at + kPollBytes);
      while (at < stop) {
        if (!kMarkBytes.may[static_cast<unsigned char>(bytes[at])] || is_plain_comma(bytes, at, size)) {
          ++at;
          continue;
        }
        at += read(at, decode(text_, at));
      }
      if (stop < size) {
        interrupt.poll();
      }
    }
  }

 private:
  // Most commas: only two of them are a mark.
  static bool is_plain_comma(const char* bytes, size_t at, size_t size) noexcept {
    return bytes[at] == ',' && (at + 1 == size || bytes[at + 1] != ',');
  }

  // Reads one character, or a mark of two; the bytes that it took.
  uint32_t read(size_t at, CodePoint unit) {
    const bool doubled = at + 1 < text_.size() && text_[at + 1] == text_[at];
    switch (unit.value) {
      case '(':
        open(at, 1, kRound, '(');
        break;
      case ')':
        close(at, 1, kRound);
        break;
      case '[':
        open(at, 1, kSquare, '[');
        break;
      case ']':
        close(at, 1, kSquare);
        break;
      case '{':
        open(at, 1, kCurlyBracket, '{');
        break;
      case '}':
        close(at, 1, kCurlyBracket);
        break;
      case ',':
        if (doubled && before_is_open(at) && at + 2 < text_.size() && has_at(at + 2, kLetter)) {
          open(at, 2, kCurly, 0x201E);
          return 2;
        }
        break;
      case '`':
        if (doubled) {
          open(at, 2, kTypewriter, '`');
          return 2;
        }
        break;
      case '"':
        straight_double(at);
        break;
      case '\'':
        if (doubled && is_open(kTypewriter)) {
          close(at, 2, kTypewriter);
          return 2;
        }
        straight_single(at);
        break;
      default:
        if (unit.value > 0x7F) {
          other(at, unit);
        }
    }
    return unit.length;
  }

  void other(size_t at, CodePoint unit) {
    const uint32_t length = unit.length;
    switch (unit.value) {
      case 0x201E:
        open(at, length, kCurly, unit.value);
        break;
      case 0x201C:
        left_double(at, length);
        break;
      case 0x201D:
        right_double(at, length);
        break;
      case 0x00AB:
        guillemet(at, length, kGuillemet, 0x00AB, 0x00BB);
        break;
      case 0x00BB:
        guillemet(at, length, kGuillemet, 0x00BB, 0x00AB);
        break;
      case 0x2039:
        guillemet(at, length, kSingleGuillemet, 0x2039, 0x203A);
        break;
      case 0x203A:
        guillemet(at, length, kSingleGuillemet, 0x203A, 0x2039);
        break;
      case 0x201A:
        open(at, length, kCurlySingle, unit.value);
        break;
      case 0x2018:
        if (is_open_as(kCurlySingle, 0x201A)) {
          close(at, length, kCurlySingle);
        } else {
          open(at, length, kCurlySingle, unit.value);
        }
        break;
      case 0x2019:
        if (!has_at(at + length, kLetter | kDigit)) {
          close(at, length, kCurlySingle);
        }
        break;
      case 0x300C:
        open(at, length, kCorner, unit.value);
        break;
      case 0x300D:
        close(at, length, kCorner);
        break;
      case 0x300E:
        open(at, length, kWhiteCorner, unit.value);
        break;
      case 0x300F:
        close(at, length, kWhiteCorner);
        break;
      case 0x3008:
      case 0x300A:
        open(at, length, kBookTitle, unit.value);
        break;
      case 0x3009:
      case 0x300B:
        close(at, length, kBookTitle);
        break;
      case 0xFF08:
        open(at, length, kFullRound, unit.value);
        break;
      case 0xFF09:
        close(at, length, kFullRound);
        break;
      case 0x3010:
        open(at, length, kLenticular, unit.value);
        break;
      case 0x3011:
        close(at, length, kLenticular);
        break;
      default:
        break;
    }
  }

  // “ closes what „ opened, and what “ opened where a word ends before it; else it opens.
  void left_double(size_t at, uint32_t length) {
    const bool behind_word = !before_is_open(at) && !has_at(at + length, kLetter | kDigit);
    if (is_open_as(kCurly, 0x201E) || (is_open(kCurly) && behind_word)) {
      close(at, length, kCurly);
    } else {
      open(at, length, kCurly, 0x201C);
    }
  }

  // ” closes; where nothing is open it opens, as in Swedish.
  void right_double(size_t at, uint32_t length) {
    if (is_open(kCurly)) {
      close(at, length, kCurly);
    } else if (before_is_open(at) && has_at(at + length, kLetter | kDigit)) {
      open(at, length, kCurly, 0x201D);
    }
  }

  // « » and » «: closes what its counterpart opened.
  void guillemet(size_t at, uint32_t length, Family family, char32_t own, char32_t counterpart) {
    if (is_open_as(family, counterpart)) {
      close(at, length, family);
    } else if (own == 0x00AB || own == 0x2039 || (before_is_open(at) && has_at(at + length, kLetter | kDigit))) {
      open(at, length, family, own);
    }
  }

  void straight_double(size_t at) {
    const bool opening = before_is_open(at) && at + 1 < text_.size() && !has_at(at + 1, kBlank);
    if (is_open(kStraight)) {
      if (opening && !has_at(at + 1, kPunctuation)) {
        forget(kStraight);  // the one before was never closed
        open(at, 1, kStraight, '"');
      } else {
        close(at, 1, kStraight);
      }
      return;
    }
    if (at > begin_ && has(decode_before(text_, at).value, kDigit)) {
      return;  // 6 3/4" are inches
    }
    open(at, 1, kStraight, '"');
  }

  void straight_single(size_t at) {
    if (is_open(kStraightSingle) && !has_at(at + 1, kLetter | kDigit) && !has(decode_before(text_, at).value, kBlank)) {
      close(at, 1, kStraightSingle);
    } else if (before_is_open(at) && has_at(at + 1, kLetter | kDigit | kPunctuation)) {
      open(at, 1, kStraightSingle, '\'');
    }
  }

  bool has_at(size_t at, uint16_t flags) const noexcept {
    return at < text_.size() && has(decode(text_, at).value, flags);
  }

  // Does a blank, an opening mark or nothing stand before `at`?
  bool before_is_open(size_t at) const noexcept {
    if (at <= begin_) {
      return true;
    }
    const char32_t code = decode_before(text_, at).value;
    return has(code, kBlank | kDash) || code == '(' || code == '[' || code == '"' || code == '\'' || code == ':' ||
           code == 0x201C || code == 0x201E || code == 0x2018 || code == 0x00AB || code == 0x2026;
  }

  bool is_open(Family family) const noexcept {
    for (uint32_t i = depth_; i > 0; --i) {
      if (open_[i - 1].family == family) {
        return true;
      }
    }
    return false;
  }
  bool is_open_as(Family family, char32_t code) const noexcept {
    for (uint32_t i = depth_; i > 0; --i) {
      if (open_[i - 1].family == family) {
        return open_[i - 1].code == code;
      }
    }
    return false;
  }

  void open(size_t at, uint32_t length, Family family, char32_t code) {
    if (depth_ == kMaxOpenMarks) {
      for (uint32_t i = 1; i < depth_; ++i) {
        open_[i - 1] = open_[i];
      }
      --depth_;
    }
    open_[depth_++] = {static_cast<uint32_t>(pairs_->size()), family, code};
    MarkPair pair;
    pair.open_begin = static_cast<uint32_t>(at);
    pair.open_end = static_cast<uint32_t>(at + length);
    pair.kind = kind_of(family);
    pairs_->push_back(pair);
  }

  void close(size_t at, uint32_t length, Family family) noexcept {
    for (uint32_t i = depth_; i > 0; --i) {
      if (open_[i - 1].family == family) {
        MarkPair& pair = (*pairs_)[open_[i - 1].pair];
        pair.close_begin = static_cast<uint32_t>(at);
        pair.close_end = static_cast<uint32_t>(at + length);
        depth_ = i - 1;
        return;
      }
    }
  }

  void forget(Family family) noexcept {
    for (uint32_t i = depth_; i > 0; --i) {
      if (open_[i - 1].family == family) {
        depth_ = i - 1;
        return;
      }
    }
  }

  std::string_view text_;
  size_t begin_;
  std::pmr::vector<MarkPair>* pairs_;
  OpenMark open_[kMaxOpenMarks] = {};
  uint32_t depth_ = 0;
};

// Depth among the pairs that are closed.
void set_depths(std::pmr::vector<MarkPair>* pairs) noexcept {
  uint32_t ends[kMaxOpenMarks];
  uint8_t depth = 0;
  for (MarkPair& pair : *pairs) {
    while (depth > 0 && ends[depth - 1] <= pair.open_begin) {
      --depth;
    }
    pair.depth = depth;
    if (pair.closed() && depth < kMaxOpenMarks) {
      ends[depth++] = pair.close_begin;
    }
  }
}

}  // namespace

void pair_marks(std::string_view text, uint32_t begin, uint32_t end, std::pmr::vector<MarkPair>* pairs,
                const Interrupt& interrupt) {
  pairs->clear();
  Pairing(text, begin, end, pairs).run(interrupt);
  set_depths(pairs);
}

}  // namespace article
