#include "core/page.h"

#include <algorithm>
#include <cstring>

#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// Printed ASCII but the blank: most lines begin and end so.
bool is_plain_mark(char byte) noexcept {
  return byte > ' ' && byte < 0x7F;
}

}  // namespace

std::string_view trim(std::string_view bytes) noexcept {
  while (!bytes.empty() && !is_plain_mark(bytes.front())) {
    const CodePoint unit = decode(bytes, 0);
    if (!has(unit.value, kBlank | kInvisible)) {
      break;
    }
    bytes.remove_prefix(unit.length);
  }
  while (!bytes.empty() && !is_plain_mark(bytes.back())) {
    const CodePoint unit = decode_before(bytes, bytes.size());
    if (!has(unit.value, kBlank | kInvisible)) {
      break;
    }
    bytes.remove_suffix(unit.length);
  }
  return bytes;
}

std::string_view copy_to(std::pmr::memory_resource* arena, std::string_view bytes) {
  if (bytes.empty()) {
    return {};
  }
  auto* copy = static_cast<char*>(arena->allocate(bytes.size(), 1));
  std::memcpy(copy, bytes.data(), bytes.size());
  return {copy, bytes.size()};
}

namespace {

struct NotOnePlainBlank {  // of two neighbouring ASCII bytes
  template <typename Byte>
  auto operator()(Byte byte, Byte next) const noexcept {
    return (byte < 0x20) | (byte > 0x7E) | ((byte == 0x20) & (next == 0x20));
  }
};

// Sixteen bytes of printed ASCII with single blanks, and one more behind them.
bool is_plain_block(const char* bytes) noexcept {
  ByteBlock block;
  ByteBlock next;
  std::memcpy(&block, bytes, sizeof(block));
  std::memcpy(&next, bytes + 1, sizeof(next));
  return bits_of(reinterpret_cast<ByteBlock>(NotOnePlainBlank()(block, next))) == 0;
}

// A run of blanks that is not just one plain blank.
bool needs_unwrapping(std::string_view text) noexcept {
  constexpr size_t kBlock = sizeof(ByteBlock);
  bool after_blank = false;
  for (size_t at = 0; at < text.size();) {
    if (text.size() - at > kBlock && !(after_blank && text[at] == ' ') && is_plain_block(text.data() + at)) {
      at += kBlock;
      after_blank = text[at - 1] == ' ';
      continue;
    }
    for (const size_t stop = std::min(text.size(), at + kBlock); at < stop;) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte > 0x20 && byte < 0x80) {
        after_blank = false;
        ++at;
        continue;
      }
      const CodePoint unit = decode(text, at);
      const bool blank = has(unit.value, kBlank);
      if (blank &&
          (after_blank || unit.value < 0x20 || unit.value == 0x85 || unit.value == 0x2028 || unit.value == 0x2029)) {
        return true;
      }
      after_blank = blank;
      at += unit.length;
    }
  }
  return false;
}

}  // namespace

std::string_view unwrap(std::string_view text, std::pmr::memory_resource* arena) {
  text = trim(text);
  if (!needs_unwrapping(text)) {
    return text;
  }
  auto* out = static_cast<char*>(arena->allocate(text.size(), 1));
  size_t size = 0;
  bool after_blank = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    const bool blank = has(unit.value, kBlank);
    if (blank && !after_blank) {
      out[size++] = ' ';
    } else if (!blank) {
      std::memcpy(out + size, text.data() + at, unit.length);
      size += unit.length;
    }
    after_blank = blank;
    at += unit.length;
  }
  return {out, size};
}

std::pmr::vector<Paragraph> find_paragraphs(std::string_view text, const std::pmr::vector<Line>& lines,
                                            const std::pmr::vector<LineRole>& roles,
                                            std::pmr::memory_resource* memory) {
  std::pmr::vector<Paragraph> paragraphs(memory);
  uint32_t current = 0;
  for (uint32_t i = 0; i < lines.size(); ++i) {
    if (roles[i].role != Role::kBody || roles[i].paragraph_no == 0) {
      continue;
    }
    const std::string_view visible = trim(line_text(text, lines[i]));
    if (visible.empty()) {
      continue;
    }
    const uint32_t begin = offset_in(text, visible);
    const auto end = static_cast<uint32_t>(begin + visible.size());
    if (roles[i].paragraph_no != current) {
      paragraphs.push_back({begin, end, i, i});
      current = roles[i].paragraph_no;
    } else {
      paragraphs.back().end = end;
      paragraphs.back().last_line = i;
    }
  }
  return paragraphs;
}

}  // namespace article
