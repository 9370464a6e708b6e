#include "core/archive/reader.h"

#include <algorithm>

namespace article {

namespace {

// Longer lines are not wrapped at a column: each is a paragraph.
constexpr size_t kWidestColumn = 132;

size_t line_index(const std::pmr::vector<Line>& lines, size_t offset) noexcept {
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), offset, [](size_t at, const Line& line) { return at < line.begin; });
  return after == lines.begin() ? 0 : static_cast<size_t>(after - lines.begin() - 1);
}

}  // namespace

ArticleReader::ArticleReader(std::string_view all_text, const std::pmr::vector<Line>& all_lines, const Piece& piece,
                             const Options& given, const Interrupt& poll, std::pmr::memory_resource* containers,
                             std::pmr::memory_resource* strings, LabelledArticle* article)
    : text(all_text),
      lines(all_lines),
      options(given),
      interrupt(poll),
      memory(containers),
      arena(strings),
      article_(article) {
  first_ = line_index(lines, piece.begin);
  end_ = piece.end == 0 ? first_ : line_index(lines, piece.end - 1) + 1;
  article->roles.assign(lines.size(), LineRole{});
  for (size_t i = 0; i < lines.size(); ++i) {
    article->roles[i].confidence = 250;
    article->roles[i].role = lines[i].blank ? Role::kBlank : Role::kMetadata;
  }
}

std::string_view ArticleReader::join(std::string_view from, std::string_view to) const noexcept {
  const auto begin = static_cast<size_t>(from.data() - text.data());
  const auto end = static_cast<size_t>(to.data() - text.data()) + to.size();
  return text.substr(begin, end - begin);
}

size_t ArticleReader::next_visible(size_t i) const noexcept {
  while (i < end_ && blank(i)) {
    ++i;
  }
  return i;
}

size_t ArticleReader::block_end(size_t i) const noexcept {
  while (i < end_ && !blank(i)) {
    ++i;
  }
  return i;
}

size_t ArticleReader::indent(size_t i) const noexcept {
  size_t columns = 0;
  for (const char byte : raw(i)) {
    if (byte == '\t') {
      columns += 8;
    } else if (byte == ' ') {
      ++columns;
    } else if (static_cast<unsigned char>(byte) >= 0x20) {
      break;
    }
  }
  return columns;
}

void ArticleReader::add(Field field, std::string_view span) {
  add(field, span, unwrap(span, arena));
}

void ArticleReader::add(Field field, std::string_view span, std::string_view value) {
  if (!value.empty()) {
    article_->values.push_back({field, span, value});
  }
}

bool ArticleReader::has(Field field) const noexcept {
  return !value(field).empty();
}

std::string_view ArticleReader::value(Field field) const noexcept {
  for (const LabelledValue& entry : article_->values) {
    if (entry.field == field) {
      return entry.value;
    }
  }
  return {};
}

void ArticleReader::roles(size_t from, size_t to, Role to_role) noexcept {
  for (size_t i = from; i < to; ++i) {
    role(i, to_role);
  }
}

void ArticleReader::body(size_t from, size_t to, std::string_view head) {
  size_t widest = 0;
  for (size_t i = from; i < to; ++i) {
    widest = std::max(widest, line(i).size());
  }
  const bool wrapped = widest <= kWidestColumn;
  std::string_view span;
  size_t previous = from;
  for (size_t i = from; i < to; ++i) {
    const std::string_view bytes = i == from && !head.empty() ? head : is_page_number(line(i)) ? "" : line(i);
    const bool indented = !span.empty() && indent(i) >= indent(previous) + 2 && previous != from;
    if (!span.empty() && (bytes.empty() || !wrapped || indented)) {
      paragraph(span);
      span = {};
    }
    if (!bytes.empty()) {
      span = span.empty() ? bytes : join(span, bytes);
      previous = i;
    }
  }
  if (!span.empty()) {
    paragraph(span);
  }
}

void ArticleReader::paragraph(std::string_view span, std::string_view value) {
  Paragraph paragraph;
  paragraph.begin = offset_in(text, span);
  paragraph.end = static_cast<uint32_t>(paragraph.begin + span.size());
  paragraph.first_line = static_cast<uint32_t>(line_index(lines, paragraph.begin));
  paragraph.last_line = static_cast<uint32_t>(line_index(lines, paragraph.end - 1));
  article_->paragraphs.push_back(paragraph);
  for (uint32_t i = paragraph.first_line; i <= paragraph.last_line; ++i) {
    if (!lines[i].blank) {
      article_->roles[i].role = Role::kBody;
      article_->roles[i].paragraph_no = static_cast<uint32_t>(article_->paragraphs.size());
    }
  }
  if (!value.empty()) {
    article_->values.push_back({Field::kArticleBody, span, value});
  }
}

}  // namespace article
