// Fuzzer of the core: any bytes, in a buffer of exactly their size, through every stage of a Document.
//
// The first byte chooses options, the rest is the text.  Besides what the sanitizers see it checks that lines are those
// of a slow reader, that spans lie inside the text and on character boundaries, that a second reading gives the same,
// and that an interrupt at any poll leaves a document that can still be read.
#include <cstdlib>

#include "core/archive/archive.h"
#include "core/article.h"
#include "core/text/utf8.h"
#include "fuzz/fuzz.h"
#include "support/line_oracle.h"

namespace {

using namespace article;
using article::test::ChosenText;
using article::test::require;

struct StopAt {
  int64_t left;
  static bool asked(void* context) { return --static_cast<StopAt*>(context)->left == 0; }
};

constexpr Options kOptions[] = {{"", "", ""},
                                {"2019-11-08T09:00:00Z", "+04:00", "en"},
                                {"2020-02-29", "EST", "de"},
                                {"0001-01-01", "-12:00", "ar"},
                                {"9999-12-31T23:59:59", "+14:00", "zh"}};

void check_span(std::string_view text, uint32_t begin, uint32_t end, const char* what) {
  if (begin == kNoPosition && end == kNoPosition) {
    return;
  }
  require(begin <= end && end <= text.size(), what);
  require(is_boundary(text, begin) && is_boundary(text, end), what);
}

void check_document(std::string_view text, Document* document) {
  const Interrupt never;
  const auto& lines = document->lines(never);
  require(test::line_difference(text, lines).empty(), "lines differ from those of the slow reader");
  require(document->roles(never).size() == lines.size(), "a role for each line");
  uint32_t last_end = 0;
  for (const Paragraph& paragraph : document->paragraphs(never)) {
    check_span(text, paragraph.begin, paragraph.end, "span of a paragraph");
    require(paragraph.begin >= last_end && paragraph.begin < paragraph.end, "paragraphs in order, none empty");
    require(paragraph.first_line <= paragraph.last_line && paragraph.last_line < lines.size(), "lines of a paragraph");
    last_end = paragraph.end;
  }
  for (const FieldValue& field : document->fields(never).all()) {
    check_span(text, field.begin, field.end, field_name(field.field));
    require(!field.value.empty(), field_name(field.field));
  }
  for (const RelatedItem& item : document->related_items(never)) {
    check_span(text, item.begin, item.end, "span of an item");
    require(item.line_no >= 1 && item.line_no <= lines.size(), "line of an item");
  }
}

// Sentences, quotes and names of the body, or of the whole text: inside it, on character boundaries.
void check_prose(std::string_view text, Document* document, bool whole_text) {
  Prose& prose = document->prose(whole_text, {});
  uint32_t last_end = 0;
  for (const Sentence& sentence : prose.sentences({})) {
    check_span(text, sentence.begin, sentence.end, "span of a sentence");
    require(sentence.begin >= last_end && sentence.begin < sentence.end, "sentences in order, none empty");
    last_end = sentence.end;
  }
  for (const Quote& quote : prose.quotes({})) {
    for (const ByteSpan& span : {quote.quote, quote.speaker, quote.cue, quote.speaker_name, quote.speaker_title}) {
      check_span(text, span.begin, span.end, "span of a quote");
    }
    require(quote.sentence_no <= prose.sentences({}).size(), "sentence of a quote");
  }
  const auto& names = prose.names({}).all;
  for (const Name& name : names) {
    check_span(text, name.begin, name.end, "span of a name");
    check_span(text, name.title_begin, name.title_end, "span of a title");
    require(name.full < names.size() && (name.title == kNoPosition || name.title < names.size()),
            "names that a name shares");
  }
}

// Pieces follow each other and lie inside the text; each shows something.
void check_pieces(std::string_view text) {
  ArticleSplitter splitter(text);
  size_t last = 0;
  for (Piece piece; splitter.next({}, &piece);) {
    require(piece.begin >= last && piece.begin < piece.end && piece.end <= text.size(), "pieces in order, none empty");
    require(
        piece.identifier.empty() || (piece.identifier.data() >= text.data() &&
                                     piece.identifier.data() + piece.identifier.size() <= text.data() + text.size()),
        "an identifier is a slice of the text");
    last = piece.end;
  }
}

void check_same(Document* first, Document* second) {
  const auto& a = first->fields({}).all();
  const auto& b = second->fields({}).all();
  require(a.size() == b.size(), "as many fields after an interrupt");
  for (size_t i = 0; i < a.size(); ++i) {
    require(a[i].field == b[i].field && a[i].value == b[i].value && a[i].begin == b[i].begin,
            "the same fields after an interrupt");
  }
  require(first->related_items({}).size() == second->related_items({}).size(), "as many items after an interrupt");
  require(first->prose(true, {}).quotes({}).size() == second->prose(true, {}).quotes({}).size(),
          "as many quotes after an interrupt");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ChosenText chosen(data, size);
  const size_t choice = chosen.choice();
  const std::string_view text = chosen.text();
  const Options& options = kOptions[choice % std::size(kOptions)];
  Document document(text, options, std::pmr::new_delete_resource());
  check_document(text, &document);
  check_pieces(text);
  check_prose(text, &document, false);
  check_prose(text, &document, true);

  Document stopped(text, options, std::pmr::new_delete_resource());
  StopAt stop{static_cast<int64_t>(1 + choice / std::size(kOptions))};
  try {
    stopped.fields({&StopAt::asked, &stop});
    stopped.related_items({&StopAt::asked, &stop});
    stopped.prose(true, {&StopAt::asked, &stop}).quotes({&StopAt::asked, &stop});
  } catch (const Interrupted&) {
  }
  check_same(&document, &stopped);
  return 0;
}
