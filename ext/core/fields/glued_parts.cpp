#include "core/fields/glued_parts.h"

#include <algorithm>
#include <cstring>

#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

constexpr uint32_t kLeastWord = 3;  // letters before a glued number: "G20" and "Q3" are whole
constexpr uint32_t kYearDigits = 4;

bool opens_year(std::string_view text, uint32_t run) noexcept {
  return text.compare(run, 2, "19") == 0 || text.compare(run, 2, "20") == 0;
}

// What was read of the part so far.
struct Runs {
  uint32_t letters = 0;      // of the run that ends here
  uint32_t digits = 0;       // of the run that ends here
  uint32_t digits_from = 0;  // where that run begins
  uint32_t capitals = 0;     // of the run that ends here
  bool lower = false;        // the last character is a small letter
};

// Whether a new part begins with a character of these flags.
bool breaks_before(std::string_view text, const Runs& runs, uint16_t flags) noexcept {
  if ((flags & kDigit) != 0) {
    return runs.letters >= kLeastWord || (runs.digits == kYearDigits && opens_year(text, runs.digits_from));
  }
  if ((flags & kLetter) == 0) {
    return false;
  }
  const bool word = (flags & kUpper) != 0 && runs.lower && runs.letters >= 2;
  return word || (runs.digits == kYearDigits && opens_year(text, runs.digits_from));
}

// Where characters of each kind stand: a bit for each byte of a block and, below these, for each of the one before it.
struct Kinds {
  uint32_t digits = 0;
  uint32_t capitals = 0;
  uint32_t small = 0;
  uint32_t others = 0;  // no ASCII

  void take(const ByteBlock& block) noexcept {
    constexpr uint32_t kBlock = sizeof(ByteBlock);
    const auto next = [&](uint32_t before, auto condition) {
      return before >> kBlock | static_cast<uint32_t>(bits_of(reinterpret_cast<ByteBlock>(condition))) << kBlock;
    };
    digits = next(digits, static_cast<ByteBlock>(block - '0') < 10);
    capitals = next(capitals, static_cast<ByteBlock>(block - 'A') < 26);
    small = next(small, static_cast<ByteBlock>(block - 'a') < 26);
    others = next(others, block > 0x7F);
  }
  // Two kinds side by side, five digits, or a small letter behind three capitals.
  bool may_part() const noexcept {
    const uint32_t letters = capitals | small;
    const uint32_t two_digits = digits & digits << 1U;
    const uint32_t two_capitals = capitals & capitals << 1U;
    return ((small << 1U & capitals) | (letters << 1U & digits) | (digits << 1U & letters) |
            (two_digits & two_digits << 2U & digits << 4U) | (two_capitals << 1U & capitals << 3U & small) | others) !=
           0;
  }
};

// False: the stretch is surely one part.
bool may_be_parted(std::string_view stretch) noexcept {
  Kinds kinds;
  for (size_t at = 0; at < stretch.size(); at += sizeof(ByteBlock)) {
    ByteBlock block{};
    std::memcpy(&block, stretch.data() + at, std::min(sizeof(block), stretch.size() - at));
    kinds.take(block);
    if (kinds.may_part()) {
      return true;
    }
  }
  return false;
}

}  // namespace

uint32_t glued_part_end(std::string_view text, uint32_t begin, uint32_t end) noexcept {
  if (!may_be_parted(text.substr(begin, end - begin))) {
    return end;
  }
  Runs runs;
  for (uint32_t at = begin; at < end;) {
    // Behind a small letter nothing begins with one more: most characters.
    const uint32_t run = at;
    while (runs.lower && at < end && text[at] >= 'a' && text[at] <= 'z') {
      ++at;
    }
    runs.letters += at - run;
    if (at == end) {
      break;
    }
    const CodePoint unit = decode(text, at);
    const uint16_t flags = char_flags(unit.value);
    if (breaks_before(text, runs, flags)) {
      return at;
    }
    // "ESPNDec 22": the last of several capitals belongs to the small letters behind it.
    if ((flags & kLower) != 0 && runs.capitals >= 3 && at > begin) {
      return at - decode_before(text, at).length;
    }
    const bool digit = (flags & kDigit) != 0;
    const bool letter = (flags & kLetter) != 0;
    runs.digits_from = digit && runs.digits == 0 ? at : runs.digits_from;
    runs.digits = digit ? runs.digits + 1 : 0;
    runs.letters = letter ? runs.letters + 1 : 0;
    runs.capitals = (flags & kUpper) != 0 ? runs.capitals + 1 : 0;
    runs.lower = (flags & kLower) != 0;
    at += unit.length;
  }
  return end;
}

}  // namespace article
