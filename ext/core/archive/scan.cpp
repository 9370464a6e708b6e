#include "core/archive/scan.h"

#include <algorithm>

#include "core/page.h"
#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"
#include "core/text/words.h"

namespace article {

namespace {

char lower(char byte) noexcept {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

struct EndsLine {
  template <typename Byte>
  auto operator()(Byte byte) const noexcept {
    constexpr uint8_t kLf = 0x0A;
    constexpr uint8_t kCr = 0x0D;
    return (byte == kLf) | (byte == kCr);
  }
};

}  // namespace

bool LineScanner::next(ScannedLine* line) {
  if (at_ >= text_.size()) {
    return false;
  }
  if (interrupt_ != nullptr && at_ - polled_ >= kPollBytes) {
    interrupt_->poll();
    polled_ = at_;
  }
  line->begin = at_;
  size_t end = at_;
  for (;;) {
    const size_t stop = std::min(text_.size(), end + kPollBytes);
    end = find_byte(text_, end, stop, EndsLine());
    if (end < stop || stop == text_.size()) {
      break;
    }
    if (interrupt_ != nullptr) {
      interrupt_->poll();
      polled_ = end;
    }
  }
  line->end = end;
  if (end < text_.size()) {
    end += text_[end] == '\r' && end + 1 < text_.size() && text_[end + 1] == '\n' ? 2 : 1;
  }
  line->next = end;
  at_ = end;
  return true;
}

bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.substr(0, prefix.size()) == prefix;
}

bool equal_bytes_nocase(const char* a, const char* b, size_t size) noexcept {
  for (size_t i = 0; i < size; ++i) {
    if (lower(a[i]) != lower(b[i])) {
      return false;
    }
  }
  return true;
}

bool ends_with(std::string_view text, std::string_view suffix) noexcept {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

bool is_upper(char byte) noexcept {
  return byte >= 'A' && byte <= 'Z';
}

bool is_alnum(char byte) noexcept {
  return is_digit(byte) || is_upper(byte) || (byte >= 'a' && byte <= 'z');
}

bool read_number(std::string_view text, size_t* at, unsigned* value) noexcept {
  size_t i = *at;
  unsigned number = 0;
  unsigned digits = 0;
  while (i < text.size()) {
    if (is_digit(text[i]) && digits < 9) {
      number = number * 10 + static_cast<unsigned>(text[i] - '0');
      ++digits;
    } else if (!((text[i] == ',' || text[i] == '.') && digits > 0 && i + 3 < text.size() && is_digit(text[i + 1]) &&
                 is_digit(text[i + 2]) && is_digit(text[i + 3]))) {
      break;
    }
    ++i;
  }
  if (digits == 0) {
    return false;
  }
  *at = i;
  *value = number;
  return true;
}

void skip_blanks(std::string_view text, size_t* at) noexcept {
  while (*at < text.size()) {
    const CodePoint unit = decode(text, *at);
    if (!has(unit.value, kBlank)) {
      return;
    }
    *at += unit.length;
  }
}

size_t count_words(std::string_view text, size_t limit) noexcept {
  return count_words(text, 0, text.size(), limit);
}

std::string_view visible(std::string_view line) noexcept {
  return trim(line);
}

bool split_label(std::string_view line, std::string_view* label, std::string_view* value) noexcept {
  constexpr size_t kLongestLabel = 48;
  line = visible(line);
  const size_t colon = line.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return false;
  }
  const std::string_view name = visible(line.substr(0, colon));
  if (name.empty() || name.find_first_of(".,;!?\"()/@0123456789") != std::string_view::npos ||
      count_words(name, 6) > 5) {
    return false;
  }
  *label = name;
  *value = visible(line.substr(colon + 1));
  return true;
}

bool is_page_number(std::string_view line) noexcept {
  line = visible(line);
  for (const std::string_view word : {"Page ", "Seite ", "Pagina "}) {
    size_t at = word.size();
    unsigned number = 0;
    if (starts_with_nocase(line, word) && read_number(line, &at, &number)) {
      const std::string_view rest = visible(line.substr(at));
      return rest.empty() || starts_with_nocase(rest, "of ") || starts_with_nocase(rest, "von ") ||
             starts_with_nocase(rest, "sur ") || starts_with_nocase(rest, "de ");
    }
  }
  return false;
}

}  // namespace article
