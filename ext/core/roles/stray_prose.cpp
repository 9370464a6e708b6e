#include "core/roles/stray_prose.h"

#include "core/roles/prose_units.h"

namespace article {

namespace {

constexpr size_t kMostTitles = 3;  // of a box; more are the list below the article
constexpr uint32_t kLeastWords = 6;
constexpr uint32_t kLeastWordsOfParagraph = 12;
constexpr uint32_t kLeastTitleWords = 4;  // fewer are a button
constexpr uint8_t kLeastShared = 30;      // of 200: content words that the article's main part has too
constexpr uint8_t kNoContent = 255;

class StrayProse {
 public:
  StrayProse(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept : page_(page), roles_(*roles) {}

  void run() noexcept {
    for (size_t i = 1; i < roles_.size(); ++i) {
      if (heads_a_list(i)) {
        read_list(i);
      }
      if (heads_a_box(i)) {
        read_box(i);
      } else if (is_box(i)) {
        read_sentences(i + 1);
      } else if (goes_on(i)) {
        roles_[i].role = Role::kBody;
      } else if (is_link(i)) {
        read_behind_link(i + 1);
      }
    }
  }

 private:
  bool ends_sentence(size_t i) const noexcept { return article::ends_sentence(page_.stats[i]); }

  // Right below a sentence of the article.
  bool follows_article(size_t i) const noexcept { return roles_[i - 1].role == Role::kBody && ends_sentence(i - 1); }

  uint32_t words_of(size_t i) const noexcept { return prose_words(page_.stats[i]); }

  void make_body(size_t first, size_t end) noexcept {
    for (size_t i = first; i < end; ++i) {
      roles_[i].role = Role::kBody;
    }
  }

  // "Read also" or a heading with a colon, right below a sentence of the article.
  bool heads_a_box(size_t i) const noexcept {
    const bool inside = page_.stats[i].ending == Ending::kColon || page_.columns.at(Column::kReadMore)[i] == kWholeUnit;
    return roles_[i].role == Role::kListTitle && inside && follows_article(i);
  }

  // "Recommended", right below a sentence of the article.
  bool heads_a_list(size_t i) const noexcept {
    return roles_[i].role == Role::kListTitle && page_.columns.at(Column::kListHeading)[i] == kWholeUnit &&
           follows_article(i);
  }

  // "Read also: Market square to be rebuilt", right below a sentence of the article.
  bool is_box(size_t i) const noexcept { return is_link(i) && page_.columns.at(Column::kReadMore)[i] == kOpensUnit; }

  // "ARCHIVES | Market square to be rebuilt", right below a sentence of the article.
  bool is_link(size_t i) const noexcept { return is_title(i) && follows_article(i); }

  bool is_title(size_t i) const noexcept { return is_item(i) && !ends_sentence(i); }

  bool is_sentence(size_t i) const noexcept {
    return ends_sentence(i) && words_of(i) >= kLeastWords && !page_.stats[i].link &&
           page_.columns.at(Column::kPromotion)[i] == 0;
  }

  bool is_item(size_t i) const noexcept {
    return roles_[i].role == Role::kItemTitle || roles_[i].role == Role::kItemMeta;
  }

  bool shares_words(size_t i) const noexcept {
    const uint8_t shared = page_.columns.at(Column::kShared)[i];
    return shared != kNoContent && shared >= kLeastShared;
  }

  // Read as something that is said beside articles, though it is about this one.
  bool is_mistaken(size_t i) const noexcept {
    const Role role = roles_[i].role;
    return (role == Role::kBoilerplate || role == Role::kKeywords || role == Role::kSubhead ||
            role == Role::kCaption) &&
           shares_words(i);
  }

  bool may_be_paragraph(size_t i) const noexcept {
    const Role role = roles_[i].role;
    return (is_item(i) || role == Role::kBoilerplate || role == Role::kSubhead || role == Role::kKeywords) &&
           ends_sentence(i) && words_of(i) >= kLeastWords && !page_.stats[i].link &&
           page_.columns.at(Column::kPromotion)[i] < kOpensUnit;
  }
  bool is_long(size_t i) const noexcept { return words_of(i) >= kLeastWordsOfParagraph; }

  // A sentence right below one of the article or a heading in it, with words of the article; or between two.
  bool goes_on(size_t i) const noexcept {
    const bool signed_off = page_.stats[i].ending == Ending::kParenthesis && page_.stats[i].sentence_ends > 0;
    const bool sentence = (ends_sentence(i) || signed_off) && words_of(i) >= kLeastWords && !page_.stats[i].link &&
                          page_.columns.at(Column::kPromotion)[i] < kOpensUnit;
    if (roles_[i - 1].role != Role::kBody || !sentence ||
        (!is_item(i) && roles_[i].role != Role::kKeywords && roles_[i].role != Role::kBoilerplate)) {
      return false;
    }
    const bool between = !ends_sentence(i - 1) && i + 1 < roles_.size() && roles_[i + 1].role == Role::kBody;
    return between || (shares_words(i) && roles_[i].role != Role::kBoilerplate);
  }

  void read_box(size_t heading) noexcept {
    size_t end = heading + 1;
    while (end < roles_.size() && is_title(end)) {
      ++end;
    }
    const size_t titles = end - heading - 1;
    if (titles > 0 && titles <= kMostTitles) {
      read_sentences(end);
    }
  }

  // Below a title or two the article goes on with paragraphs of its words.
  void read_list(size_t heading) noexcept {
    constexpr size_t kLeastParagraphs = 2;
    size_t first = heading + 1;
    while (first < roles_.size() && first - heading <= kMostTitles + 1 && !ends_sentence(first) &&
           (is_item(first) || roles_[first].role == Role::kNavigation)) {
      ++first;
    }
    size_t end = first;
    bool shared = false;
    for (; end < roles_.size() && may_be_paragraph(end) && (end > first || is_long(end)); ++end) {
      const uint8_t words = page_.columns.at(Column::kShared)[end];
      shared = shared || (words != kNoContent && words > 0);
    }
    if (shared && first > heading + 1 && end - first >= kLeastParagraphs) {
      make_body(first, end);
    }
  }

  void read_behind_link(size_t first) noexcept {
    size_t end = first;
    while (end < roles_.size() && may_be_paragraph(end) && (end > first || shares_words(end))) {
      ++end;
    }
    if (end == roles_.size() || !is_title(end)) {
      make_body(first, end);
    }
  }

  void read_sentences(size_t first) noexcept {
    size_t end = first;
    while (end < roles_.size() && is_sentence(end) && (is_item(end) || is_mistaken(end))) {
      ++end;
    }
    // Titles with a sentence below each are a list, and so is what goes on with a title.
    const bool list = end < roles_.size() && is_title(end) && page_.stats[end].words >= kLeastTitleWords;
    if (!list) {
      make_body(first, end);
    }
  }

  const PageFeatures& page_;
  std::pmr::vector<UnitRole>& roles_;
};

}  // namespace

void find_stray_prose(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept {
  StrayProse(page, roles).run();
}

}  // namespace article
