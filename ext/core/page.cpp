#include "core/page.h"

#include <cstring>

#include "core/text/bytes.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

std::string_view trim(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const CodePoint unit = decode(bytes, 0);
    if (!has(unit.value, kBlank | kInvisible)) {
      break;
    }
    bytes.remove_prefix(unit.length);
  }
  while (!bytes.empty()) {
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

// Printed ASCII with single blanks: most lines.
bool is_plain(std::string_view text) noexcept {
  constexpr size_t kBlock = sizeof(ByteBlock);
  size_t at = 0;
  for (; at + kBlock < text.size(); at += kBlock) {
    ByteBlock block;
    ByteBlock next;
    std::memcpy(&block, text.data() + at, kBlock);
    std::memcpy(&next, text.data() + at + 1, kBlock);
    const auto odd = NotOnePlainBlank()(block, next);
    uint64_t halves[2];
    std::memcpy(halves, &odd, sizeof(halves));
    if ((halves[0] | halves[1]) != 0) {
      return false;
    }
  }
  for (; at < text.size(); ++at) {
    const auto next = static_cast<uint8_t>(at + 1 < text.size() ? text[at + 1] : 'x');
    if (NotOnePlainBlank()(static_cast<uint8_t>(text[at]), next)) {
      return false;
    }
  }
  return true;
}

// A run of blanks that is not just one plain blank.
bool needs_unwrapping(std::string_view text) noexcept {
  if (is_plain(text)) {
    return false;
  }
  bool after_blank = false;
  for (size_t at = 0; at < text.size();) {
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
