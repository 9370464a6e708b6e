#include "core/prose/list_marks.h"

#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

ListMark read_list_mark(std::string_view text, uint32_t at, uint32_t end) noexcept {
  ListMark mark;
  if (at >= end) {
    return mark;
  }
  CodePoint unit = decode(text, at);
  if (unit.value == 0x2022 || unit.value == 0x2043 || unit.value == 0x25CF) {
    mark.bullet = unit.value;
    at += unit.length;
    while (at < end && text[at] == ' ') {
      ++at;
    }
  }
  uint32_t value = 0;
  const uint32_t first = at;
  while (at < end && at < first + 3 && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + static_cast<uint32_t>(text[at] - '0');
    ++at;
  }
  if (at == first && at < end) {
    const char letter = text[at];
    mark.letter = true;
    mark.capital = letter >= 'A' && letter <= 'Z';
    value = mark.capital                     ? static_cast<uint32_t>(letter - 'A' + 1)
            : letter >= 'a' && letter <= 'z' ? static_cast<uint32_t>(letter - 'a' + 1)
                                             : 0;
    ++at;
  }
  if (value == 0 || at >= end || (text[at] != '.' && text[at] != ')')) {
    return mark;
  }
  mark.close = static_cast<unsigned char>(text[at]);
  ++at;
  if (mark.close == '.' && at < end && text[at] == ')') {
    mark.both = true;
    ++at;
  }
  // A capital and a full stop are an initial.
  if (at < end && text[at] == ' ' && !(mark.capital && mark.close == '.' && !mark.both)) {
    mark.value = value;
    mark.end = at;
  }
  return mark;
}

}  // namespace article
