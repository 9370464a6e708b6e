// What a format's file is given to read one article: its lines, and where to put what the labels say.
//
//   reader.line(i) == "HEADLINE: Rain";  reader.add(Field::kHeadline, value);  reader.role(i, Role::kHeadline)
//
// And the table row that a format is.  Cost: constant per call, body() linear in the bytes of the body.
#pragma once

#include "core/archive/archive.h"
#include "core/archive/scan.h"

namespace article {

class ArticleReader {
 public:
  ArticleReader(std::string_view all_text, const std::pmr::vector<Line>& all_lines, const Piece& piece,
                const Options& given, const Interrupt& poll, std::pmr::memory_resource* containers,
                std::pmr::memory_resource* strings, LabelledArticle* article);

  // Lines of the article are first() <= i < end().  line() has no blanks at its ends; raw() is the whole line.
  size_t first() const noexcept { return first_; }
  size_t end() const noexcept { return end_; }
  std::string_view raw(size_t i) const noexcept { return line_text(text, lines[i]); }
  std::string_view line(size_t i) const noexcept { return visible(raw(i)); }
  bool blank(size_t i) const noexcept { return line(i).empty(); }
  // The stretch from the beginning of one slice of the text to the end of another.
  std::string_view join(std::string_view from, std::string_view to) const noexcept;
  size_t next_visible(size_t i) const noexcept;  // the first visible line at or after i, or end()
  size_t block_end(size_t i) const noexcept;     // the first blank line after i, or end()
  // Columns of blanks before the visible part; a tab counts 8.
  size_t indent(size_t i) const noexcept;

  // The value is the span with its hard wraps removed; nothing is added for an empty span.
  void add(Field field, std::string_view span);
  void add(Field field, std::string_view span, std::string_view value);
  bool has(Field field) const noexcept;
  std::string_view value(Field field) const noexcept;
  void role(size_t i, Role role) noexcept { article_->roles[i].role = blank(i) ? Role::kBlank : role; }
  void roles(size_t from, size_t to, Role to_role) noexcept;
  // Visible lines from <= i < to are body.  Paragraphs end at blank lines; in text that is wrapped at a column also
  // where a line is indented; otherwise each line is one.  `head`: the part of the first line that counts, where a
  // label stands before it.
  void body(size_t from, size_t to, std::string_view head = {});
  // One paragraph: a slice of the text, whose lines become body; `value` where it is shown otherwise.
  void paragraph(std::string_view span, std::string_view value = {});

  LabelledArticle& article() noexcept { return *article_; }

  std::string_view text;
  const std::pmr::vector<Line>& lines;
  const Options& options;
  const Interrupt& interrupt;
  std::pmr::memory_resource* memory;
  std::pmr::memory_resource* arena;

 private:
  LabelledArticle* article_;
  size_t first_;
  size_t end_;
};

struct FormatReader {
  Format format;
  const char* name;
  // Is this the beginning of a text of the format?  `head` is at most kRecognisedBytes of it.
  bool (*recognise)(std::string_view head) noexcept;
  // The first article that begins at or after `from`; false: none.
  bool (*next)(std::string_view text, size_t from, const Interrupt& interrupt, Piece* piece);
  void (*read)(ArticleReader& reader);
  // Has this line, without the blanks around it, what some line of every text of the format has?  So the lines are read
  // once for all formats and recognise() is seldom asked.  nullptr: it looks at a few lines only.
  bool (*sign)(std::string_view line) noexcept = nullptr;
  const char* initials = "";  // the bytes with which such lines begin
};

// Cover pages list the titles of all articles before the first one begins.
constexpr size_t kRecognisedBytes = 256 * 1024;

extern const FormatReader kLexisNexisReader, kLexisBareReader, kNexisUniReader, kFactivaCodedReader,
    kFactivaPlainReader, kProQuestReader, kAnpaReader, kIptcReader, kPressReleaseReader, kReutersReader, kMboxReader,
    kUsenetReader, kEmailReader, kWetReader, kWikinewsReader;

// Shared by the formats (labels.cpp): looks like the line of a date ("November 7, 2019 Thursday").
bool looks_like_date(std::string_view line) noexcept;
bool is_copyright_line(std::string_view line) noexcept;
// "By A. Writer" -> "A. Writer"; the line itself where no word of that kind stands in front.
std::string_view without_by(std::string_view byline) noexcept;
// Name of a person by its form: two to five capitalised words.
bool looks_like_name(std::string_view line) noexcept;
// The year that two digits mean in an archive.
int year_of_two_digits(int digits) noexcept;
// "+0400", "EST": minutes east of UTC; false: neither.
bool parse_mail_zone(std::string_view zone, int16_t* minutes) noexcept;
int month_of_abbreviation(std::string_view word) noexcept;  // "Nov", "NOV", "November" -> 11; 0: none

}  // namespace article
