// A text and everything that is read from it.  Stages are computed when they are first asked for, each from the ones
// before:
//
//   bytes -> lines -> roles -> paragraphs -> fields -> related items
//
// A text of a format with labelled fields (core/archive) takes roles, paragraphs and fields from its labels instead.
//
//   Document document(text, options, memory);
//   document.fields(interrupt).value(Field::kHeadline)
//
// Offsets are byte offsets into the text, which must outlive the document.  Any stage may throw std::bad_alloc or
// Interrupted; the document then stays as it was before that stage.  Cost: linear in bytes.
#pragma once

#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "core/archive/archive.h"
#include "core/fields/fields.h"
#include "core/lists/related.h"
#include "core/memory.h"
#include "core/options.h"
#include "core/page.h"
#include "core/prose/prose.h"
#include "core/roles.h"
#include "core/text/lines.h"

namespace article {

class Document {
 public:
  // `options` are views: they must outlive the document too.
  Document(std::string_view text, const Options& options, std::pmr::memory_resource* memory)
      : text_(text), options_(options), read_options_(options), memory_(memory), arena_(memory), words_(memory) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::string_view text() const noexcept { return text_; }
  const Options& options() const noexcept { return options_; }
  std::pmr::memory_resource* memory() const noexcept { return memory_; }

  const std::pmr::vector<Line>& lines(const Interrupt& interrupt);
  const std::pmr::vector<LineRole>& roles(const Interrupt& interrupt);
  const std::pmr::vector<Paragraph>& paragraphs(const Interrupt& interrupt);
  // The `language` option where it is one that the data knows, else found from the text; kNoLanguage: unknown.
  LanguageId language(const Interrupt& interrupt);
  // At least the wanted ones; what is asked for later is added by reading all.
  const Fields& fields(const Interrupt& interrupt, FieldSet wanted = kAllFields);
  const std::pmr::vector<RelatedItem>& related_items(const Interrupt& interrupt);

  // Of text[begin, end).
  size_t count_words(size_t begin, size_t end, const Interrupt& interrupt) {
    return article::count_words(text_, lines(interrupt), &words_, begin, end, interrupt);
  }

  // Sentences, quotes and mentions of the body, or of the whole text.
  Prose& prose(bool whole_text, const Interrupt& interrupt);

  // True if any line shows something: only then is there an article.
  bool visible(const Interrupt& interrupt);

 private:
  Page page(const Interrupt& interrupt);
  const LabelledArticle* labelled(const Interrupt& interrupt);  // nullptr: a plain text
  void read_article(const Interrupt& interrupt, FieldSet wanted);

  std::string_view text_;
  Options options_;       // as given
  Options read_options_;  // with what the text itself says in their place: the time of capture
  std::pmr::memory_resource* memory_;
  std::pmr::monotonic_buffer_resource arena_;  // strings that do not stand in the text
  std::optional<std::pmr::vector<Line>> lines_;
  PageWords words_;  // filled with the roles
  bool labels_read_ = false;
  std::optional<LabelledArticle> labelled_;
  std::optional<std::pmr::vector<LineRole>> roles_;
  std::optional<std::pmr::vector<Paragraph>> paragraphs_;
  std::optional<LanguageId> language_;
  std::optional<Fields> fields_;
  FieldSet known_fields_ = 0;
  std::optional<std::pmr::vector<RelatedItem>> items_;
  std::optional<Prose> prose_[2];  // of the body; of the whole text
};

}  // namespace article
