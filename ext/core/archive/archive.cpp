#include "core/archive/archive.h"

#include <algorithm>

#include "core/archive/reader.h"
#include "core/archive/scan.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

// In the order in which they are asked: those with the surest marks first.
const FormatReader* const kFormats[] = {
    &kWetReader,      &kAnpaReader,      &kIptcReader,         &kReutersReader,      &kWikinewsReader,
    &kMboxReader,     &kUsenetReader,    &kEmailReader,        &kProQuestReader,     &kLexisNexisReader,
    &kNexisUniReader, &kLexisBareReader, &kFactivaCodedReader, &kFactivaPlainReader, &kPressReleaseReader,
};

constexpr size_t kFormatReaders = sizeof(kFormats) / sizeof(kFormats[0]);

// With which bytes the lines begin that give a sign: bits of formats by their place in kFormats.
struct Initials {
  Initials() noexcept {
    for (size_t i = 0; i < kFormatReaders; ++i) {
      for (const char* initial = kFormats[i]->initials; *initial != '\0'; ++initial) {
        uint16_t& of = formats[static_cast<unsigned char>(*initial)];
        of = static_cast<uint16_t>(of | (1U << i));
      }
    }
  }
  uint16_t formats[256] = {};
};

// The lines of the head that LineScanner would find, out of those of the document, which have more kinds of ends.
class KnownLines {
 public:
  KnownLines(std::string_view head, const std::pmr::vector<Line>& lines) noexcept : head_(head), lines_(lines) {}

  bool next(ScannedLine* line) noexcept {
    if (at_ >= lines_.size() || lines_[at_].begin >= head_.size()) {
      return false;
    }
    line->begin = lines_[at_].begin;
    while (at_ + 1 < lines_.size() && !ends_there(lines_[at_].line_end)) {
      ++at_;
    }
    line->end = std::min<size_t>(lines_[at_].end, head_.size());
    ++at_;
    return true;
  }

 private:
  static bool ends_there(LineEnd end) noexcept {
    return end == LineEnd::kLf || end == LineEnd::kCrlf || end == LineEnd::kCr;
  }
  std::string_view head_;
  const std::pmr::vector<Line>& lines_;
  size_t at_ = 0;
};

// Of which formats some line gives a sign: bits by the place in kFormats.
template <typename Lines>
uint32_t signs_of_formats(std::string_view head, Lines lines) noexcept {
  static const Initials initials_of;
  uint32_t seen = 0;
  ScannedLine line;
  while (lines.next(&line)) {
    size_t begin = line.begin;
    for (CodePoint unit; begin < line.end; begin += unit.length) {
      unit = decode(head, begin);
      if (!has(unit.value, kBlank | kInvisible)) {
        break;
      }
    }
    const unsigned initials = begin < line.end ? initials_of.formats[static_cast<unsigned char>(head[begin])] : 0U;
    if ((initials & ~seen) == 0) {
      continue;
    }
    const std::string_view shown = visible(head.substr(begin, line.end - begin));
    for (unsigned formats = initials & ~seen; formats != 0; formats &= formats - 1) {
      const auto i = static_cast<unsigned>(__builtin_ctz(formats));
      seen |= kFormats[i]->sign(shown) ? 1U << i : 0U;
    }
  }
  return seen;
}

bool anything_visible(std::string_view text, const Interrupt& interrupt) {
  size_t polled = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint unit = decode(text, at);
    if (!has(unit.value, kBlank | kInvisible)) {
      return true;
    }
    at += unit.length;
    if (at - polled >= kPollBytes) {
      interrupt.poll();
      polled = at;
    }
  }
  return false;
}

// The line reader sees the lines from `first` on only; the others stay metadata.
void read_page(std::string_view text, const std::pmr::vector<Line>& lines, size_t first, size_t end,
               const Interrupt& interrupt, std::pmr::memory_resource* memory, LabelledArticle* article) {
  const std::pmr::vector<Line> page(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                    lines.begin() + static_cast<std::ptrdiff_t>(end), memory);
  const std::pmr::vector<LineRole> roles = classify_lines(text, page, interrupt, memory);
  std::copy(roles.begin(), roles.end(), article->roles.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

const char* format_name(Format format) noexcept {
  static const char* const kNames[kFormatCount] = {"plain",    "lexisnexis",    "factiva",      "proquest", "anpa1312",
                                                   "iptc7901", "press_release", "reuters21578", "mbox",     "usenet",
                                                   "email",    "wet",           "wikinews"};
  return kNames[static_cast<size_t>(format)];
}

const FormatReader* recognise_format(std::string_view text, const std::pmr::vector<Line>* lines) noexcept {
  const std::string_view head = text.substr(0, kRecognisedBytes);
  const uint32_t signs = lines == nullptr ? signs_of_formats(head, LineScanner(head, 0))
                                          : signs_of_formats(head, KnownLines(head, *lines));
  for (size_t i = 0; i < kFormatReaders; ++i) {
    const bool possible = kFormats[i]->sign == nullptr || (signs & (1U << i)) != 0;
    if (possible && kFormats[i]->recognise(head)) {
      return kFormats[i];
    }
  }
  return nullptr;
}

bool ArticleSplitter::next(const Interrupt& interrupt, Piece* piece) {
  if (reader_ != nullptr) {
    *piece = Piece{};
    if (reader_->next(text_, at_, interrupt, piece) && piece->end > at_) {
      piece->format = reader_->format;
      at_ = piece->end;
      found_any_ = true;
      return true;
    }
  }
  if (found_any_) {
    return false;
  }
  if (text_.size() >= kPollBytes) {
    interrupt.poll();  // recognition has read that much
  }
  found_any_ = true;  // one plain article, or nothing
  reader_ = nullptr;
  *piece = Piece{Format::kPlain, 0, text_.size(), {}};
  return anything_visible(text_, interrupt);
}

std::pmr::vector<Line> LabelledArticle::page_lines(const std::pmr::vector<Line>& lines,
                                                   std::pmr::memory_resource* memory) const {
  std::pmr::vector<Line> shown(lines, memory);
  for (size_t i = 0; i < shown.size(); ++i) {
    if (i < page_line || i >= page_end) {
      shown[i].end = shown[i].begin;
      shown[i].blank = true;
    }
  }
  return shown;
}

bool read_labelled(std::string_view text, const std::pmr::vector<Line>& lines, const Options& options,
                   const Interrupt& interrupt, std::pmr::memory_resource* memory, std::pmr::memory_resource* arena,
                   LabelledArticle* article) {
  const FormatReader* format = recognise_format(text, &lines);
  Piece piece;
  if (format == nullptr || !format->next(text, 0, interrupt, &piece)) {
    return false;
  }
  article->format = format->format;
  ArticleReader reader(text, lines, piece, options, interrupt, memory, arena, article);
  format->read(reader);
  article->page_end = reader.end();
  if (article->page_line < reader.end()) {
    read_page(text, lines, article->page_line, reader.end(), interrupt, memory, article);
  }
  return true;
}

}  // namespace article
