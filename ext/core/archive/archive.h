// Texts that hold many articles (exports of databases, wire captures, mail boxes, crawls), or one article with labelled
// fields: which format a text is, where its articles lie, and what their labels say.
//
//   ArticleSplitter splitter(text);
//   for (Piece piece; splitter.next(interrupt, &piece);) { text[piece.begin, piece.end) is one article }
//
//   "  1 of 9 DOCUMENTS\n\n   The Example Post\n\n   November 7, 2019\n\nHEADLINE: Rain\n\nBYLINE: A.
//   Writer\n\nBODY:\n..."
//   -> Format::kLexisNexis; headline "Rain", byline "A. Writer", publisher "The Example Post"
//
// One format is one file beside this one and one line in kFormats (archive.cpp).  A text that no format recognises is
// one plain article and stays as it is.  Splitting holds nothing but the text: each piece is found when it is asked
// for. Cost: recognition reads the first kRecognisedBytes; splitting and reading are linear.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/fields/fields.h"
#include "core/memory.h"
#include "core/options.h"
#include "core/page.h"
#include "core/roles.h"
#include "core/time/time.h"

namespace article {

enum class Format : uint8_t {
  kPlain,
  kLexisNexis,  // LexisNexis and Nexis Uni
  kFactiva,
  kProQuest,
  kAnpa1312,
  kIptc7901,
  kPressRelease,
  kReuters21578,
  kMbox,
  kUsenet,
  kEmail,
  kWet,
  kWikinews,
};
constexpr size_t kFormatCount = 13;

const char* format_name(Format format) noexcept;  // split_articles.format

struct Piece {
  Format format = Format::kPlain;
  size_t begin = 0;  // byte offsets into the text, half open
  size_t end = 0;
  std::string_view identifier;  // a slice of the text: number, accession number, Message-ID, URL; "": none
};

struct FormatReader;  // reader.h: one format

// nullptr: a plain text.  `lines` are those of the text, where they are known.
const FormatReader* recognise_format(std::string_view text, const std::pmr::vector<Line>* lines = nullptr) noexcept;

class ArticleSplitter {
 public:
  explicit ArticleSplitter(std::string_view text) noexcept : text_(text), reader_(recognise_format(text)) {}

  // The next article; false at the end.
  bool next(const Interrupt& interrupt, Piece* piece);

 private:
  std::string_view text_;
  const FormatReader* reader_;
  size_t at_ = 0;
  bool found_any_ = false;
};

// What a label gives.  `span` is a slice of the text: the evidence.  `value` is what is shown where that differs (hard
// wraps and transport encoding removed); it lives in the arena of the document.
struct LabelledValue {
  Field field;
  std::string_view span;
  std::string_view value;
};

// One article as its labels give it.  Bytes that are encoded in the text (quoted-printable, base64, entities) are
// decoded into the arena: such values keep the span of what they were decoded from.
struct LabelledArticle {
  explicit LabelledArticle(std::pmr::memory_resource* memory) : values(memory), roles(memory), paragraphs(memory) {}

  Format format = Format::kPlain;
  std::pmr::vector<LabelledValue>
      values;                        // kByline, kDatePublishedText ... as printed; kArticleBody only where decoded
  std::pmr::vector<LineRole> roles;  // one for each line of the text; lines outside the article: metadata
  std::pmr::vector<Paragraph> paragraphs;  // of the body, as far as it stands in the text as it is read
  Instant published;                       // where the format's own notation gives it
  std::string_view reference_time;         // when the text was captured, in the form of the option (WARC-Date)
  size_t page_line = kNoPage;              // from this line on it is a page like any other: read by the line reader
  size_t page_end = 0;                     // behind its last line
  static constexpr size_t kNoPage = static_cast<size_t>(-1);
  bool is_page() const noexcept { return page_line != kNoPage; }
  // The lines with those outside the page blank.
  std::pmr::vector<Line> page_lines(const std::pmr::vector<Line>& lines, std::pmr::memory_resource* memory) const;
};

// The first article of the text; false where no format recognises it.  `lines` are those of the text.
bool read_labelled(std::string_view text, const std::pmr::vector<Line>& lines, const Options& options,
                   const Interrupt& interrupt, std::pmr::memory_resource* memory, std::pmr::memory_resource* arena,
                   LabelledArticle* article);

// The labelled values as fields of the article, with what follows from them: authors, dates, counts, language.
void fill_labelled_fields(const Page& page, const LabelledArticle& article, Fields* fields);

}  // namespace article
