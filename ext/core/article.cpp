#include "core/article.h"

#include <algorithm>

#include "core/fields/body.h"
#include "core/fields/extractors.h"
#include "core/language.h"

namespace article {

const std::pmr::vector<Line>& Document::lines(const Interrupt& interrupt) {
  if (!lines_) {
    lines_.emplace(split_lines(text_, interrupt, memory_));
  }
  return *lines_;
}

const LabelledArticle* Document::labelled(const Interrupt& interrupt) {
  if (!labels_read_) {
    LabelledArticle article(memory_);
    if (read_labelled(text_, lines(interrupt), options_, interrupt, memory_, &arena_, &article)) {
      labelled_.emplace(std::move(article));
      if (read_options_.reference_time.empty()) {
        read_options_.reference_time = labelled_->reference_time;
      }
    }
    labels_read_ = true;
  }
  return labelled_ ? &*labelled_ : nullptr;
}

const std::pmr::vector<LineRole>& Document::roles(const Interrupt& interrupt) {
  if (const LabelledArticle* article = labelled(interrupt)) {
    return article->roles;
  }
  if (!roles_) {
    roles_.emplace(classify_lines(text_, lines(interrupt), interrupt, memory_, &words_));
  }
  return *roles_;
}

const std::pmr::vector<Paragraph>& Document::paragraphs(const Interrupt& interrupt) {
  if (const LabelledArticle* article = labelled(interrupt); article != nullptr && !article->is_page()) {
    return article->paragraphs;
  }
  if (!paragraphs_) {
    paragraphs_.emplace(find_paragraphs(text_, lines(interrupt), roles(interrupt), memory_));
  }
  return *paragraphs_;
}

LanguageId Document::language(const Interrupt& interrupt) {
  if (!language_) {
    const LanguageId hinted = language_of_tag(options_.language);
    language_ = hinted != kNoLanguage
                    ? hinted
                    : detect_language(text_, paragraphs(interrupt), interrupt, &lines(interrupt), &words_);
  }
  return *language_;
}

Page Document::page(const Interrupt& interrupt) {
  return {
      text_,   lines(interrupt), roles(interrupt), paragraphs(interrupt), language(interrupt), read_options_, interrupt,
      memory_, &arena_,          &words_};
}

const Fields& Document::fields(const Interrupt& interrupt, FieldSet wanted) {
  if (!fields_ || (wanted & ~known_fields_) != 0) {
    read_article(interrupt, fields_ ? kAllThatIsRead : wanted);
  }
  return *fields_;
}

const std::pmr::vector<RelatedItem>& Document::related_items(const Interrupt& interrupt) {
  fields(interrupt, kRelatedItems);
  return *items_;
}

Prose& Document::prose(bool whole_text, const Interrupt& interrupt) {
  std::optional<Prose>& prose = prose_[whole_text ? 1 : 0];
  if (!prose) {
    if (whole_text) {
      const LanguageId hinted = language_of_tag(options_.language);
      const Paragraph all{0, static_cast<uint32_t>(text_.size()), 0, 0};
      const std::pmr::vector<Paragraph> one(1, all, memory_);
      prose.emplace(text_, text_blocks(text_, lines(interrupt), memory_, interrupt),
                    hinted != kNoLanguage ? hinted : detect_language(text_, one, interrupt), memory_);
    } else {
      prose.emplace(text_, body_blocks(paragraphs(interrupt), memory_), language(interrupt), memory_);
    }
  }
  return *prose;
}

// Fields and items are one stage: items need the publication, related_count needs the items.
void Document::read_article(const Interrupt& interrupt, FieldSet wanted) {
  Fields fields(memory_);
  const LabelledArticle* article = labelled(interrupt);
  if (article != nullptr && !article->is_page()) {
    fill_labelled_fields(page(interrupt), *article, &fields);
    fields.sort();
    items_.emplace(memory_);
    fields_.emplace(std::move(fields));
    known_fields_ = kAllThatIsRead;
    return;
  }
  // Of a record that holds a page, only the page is seen: its header has dates and addresses of its own.
  std::pmr::vector<Line> shown(memory_);
  if (article != nullptr) {
    shown = article->page_lines(lines(interrupt), memory_);
  }
  const Page whole{text_,
                   article != nullptr ? shown : lines(interrupt),
                   roles(interrupt),
                   paragraphs(interrupt),
                   language(interrupt),
                   read_options_,
                   interrupt,
                   memory_,
                   &arena_,
                   article == nullptr ? &words_ : nullptr};
  const Survey survey(whole, memory_);
  Reading reading(whole, survey, &fields);
  extract_fields(&reading, wanted);
  if ((wanted & kRelatedItems) != 0) {
    std::pmr::vector<RelatedItem> items = find_related_items(reading);
    add_count(whole, Field::kRelatedCount, items.size(), &fields);
    items_.emplace(std::move(items));
  } else if ((wanted & field_set(Field::kRelatedCount)) != 0) {
    add_count(whole, Field::kRelatedCount, count_related_items(reading), &fields);
  }
  fields.sort();
  fields_.emplace(std::move(fields));
  known_fields_ = wanted;
}

bool Document::visible(const Interrupt& interrupt) {
  const auto& all = lines(interrupt);
  return std::any_of(all.begin(), all.end(), [](const Line& line) { return !line.blank; });
}

}  // namespace article
