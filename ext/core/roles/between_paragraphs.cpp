#include "core/roles/between_paragraphs.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/roles/prose_units.h"

namespace article {

namespace {

constexpr uint32_t kLeastWords = 4;  // of a sentence
constexpr uint32_t kLeastWordsOfParagraph = 12;
constexpr uint8_t kLeastShared = 30;  // of 200: content words that the article's main part has too
constexpr uint8_t kNoContent = 255;
constexpr uint32_t kMostButtonWords = 4;
constexpr size_t kMostButtons = 8;  // between two paragraphs
constexpr size_t kMostKinds = 4;    // of buttons right below paragraphs
constexpr uint32_t kMostSubheadWords = 10;

class BetweenParagraphs {
 public:
  BetweenParagraphs(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept
      : page_(page), roles_(*roles) {}

  void run() noexcept {
    find_buttons();
    for (size_t i = 1; i < roles_.size(); ++i) {
      if (is_subhead(i) || (may_be_parted(i) && (has_buttons_below(i) || has_buttons_above(i)))) {
        roles_[i].role = Role::kBody;
      }
    }
  }

 private:
  uint8_t column(Column name, size_t i) const noexcept { return page_.columns.at(name)[i]; }
  bool is_paragraph(size_t i) const noexcept { return roles_[i].role == Role::kBody && ends_sentence(page_.stats[i]); }
  bool shares_words(size_t i) const noexcept {
    const uint8_t shared = column(Column::kShared, i);
    return shared != kNoContent && shared >= kLeastShared;
  }

  // "Our ruling": a few words between two paragraphs, with no phrase of what stands beside an article.
  bool is_subhead(size_t i) const noexcept {
    return may_be_subhead(i) && !says_other(i) && i + 1 < roles_.size() && is_paragraph(i - 1) && is_paragraph(i + 1) &&
           prose_words(page_.stats[i + 1]) >= kLeastWordsOfParagraph && shares_words(i + 1);
  }
  bool may_be_subhead(size_t i) const noexcept {
    const Role role = roles_[i].role;
    const UnitStats& unit = page_.stats[i];
    const bool other = role == Role::kByline || role == Role::kNavigation || role == Role::kKeywords ||
                       role == Role::kItemMeta || role == Role::kSubhead;
    const bool name = role == Role::kByline && unit.words <= 3 && unit.capital_words == unit.words;
    return other && !name && unit.words >= 1 && unit.words <= kMostSubheadWords && unit.opening == Opening::kUpper &&
           !unit.clock && !unit.link && !unit.handle && !unit.ago_like && unit.separators == 0 && unit.colons == 0 &&
           column(Column::kSame, i) <= 1 && column(Column::kDate, i) == 0;
  }
  bool says_other(size_t i) const noexcept {
    constexpr Column kOpening[] = {Column::kByline,    Column::kPromotion, Column::kReadMore, Column::kComments,
                                   Column::kCopyright, Column::kCaption,   Column::kCookie,   Column::kAdvertisement,
                                   Column::kAgency,    Column::kPublished, Column::kEndMark,  Column::kReadingTime};
    return std::any_of(std::begin(kOpening), std::end(kOpening),
                       [&](Column phrase) { return column(phrase, i) >= kOpensUnit; }) ||
           column(Column::kListHeading, i) == kWholeUnit || column(Column::kKeywords, i) == kWholeUnit ||
           (column(Column::kNavigation, i) == kWholeUnit && column(Column::kSection, i) == 0);
  }

  // "Share by e-mail", "Copy link": short, and said again on the page.
  bool is_button(size_t i) const noexcept {
    const Role role = roles_[i].role;
    return (role == Role::kPromotion || role == Role::kNavigation || role == Role::kBoilerplate) &&
           page_.stats[i].words <= kMostButtonWords && column(Column::kSame, i) > 1 && !ends_sentence(page_.stats[i]);
  }
  // The buttons right below paragraphs, each with how many paragraphs it stands below.
  void find_buttons() noexcept {
    for (size_t i = 1; i < roles_.size(); ++i) {
      if (!is_paragraph(i - 1) || !is_button(i)) {
        continue;
      }
      const auto known =
          std::find_if(kinds_.begin(), end_of_kinds(), [&](const Kind& kind) { return kind.hash == hash_of(i); });
      if (known != end_of_kinds()) {
        ++known->paragraphs;
      } else if (kind_count_ < kinds_.size()) {
        kinds_[kind_count_++] = {hash_of(i), 1};
      }
    }
  }
  bool stands_below(size_t button, size_t paragraphs) noexcept {
    return std::any_of(kinds_.begin(), end_of_kinds(),
                       [&](const Kind& kind) { return kind.hash == hash_of(button) && kind.paragraphs >= paragraphs; });
  }

  // A sentence that is no notice of the site.
  bool may_be_parted(size_t i) const noexcept {
    const Role role = roles_[i].role;
    const UnitStats& unit = page_.stats[i];
    const bool other = role == Role::kItemTitle || role == Role::kItemMeta || role == Role::kBoilerplate ||
                       role == Role::kKeywords || role == Role::kSubhead;
    return other && ends_sentence(unit) && prose_words(unit) >= kLeastWords && !unit.link &&
           column(Column::kPromotion, i) == 0 && column(Column::kSame, i) <= 1 && column(Column::kCookie, i) == 0 &&
           column(Column::kAdvertisement, i) == 0;
  }
  bool has_buttons_below(size_t i) noexcept {
    size_t below = i + 1;
    while (below < roles_.size() && below - i <= kMostButtons && is_button(below)) {
      ++below;
    }
    return below > i + 1 && below < roles_.size() && roles_[below].role == Role::kBody && stands_below(i + 1, 1);
  }
  // The last one has no buttons of its own.
  bool has_buttons_above(size_t i) noexcept {
    size_t above = i;
    while (above > 0 && i - above < kMostButtons && is_button(above - 1)) {
      --above;
    }
    const bool last = i + 1 == roles_.size() || roles_[i + 1].role == Role::kListTitle || is_button(i + 1);
    return above < i && above > 0 && roles_[above - 1].role == Role::kBody && stands_below(above, 2) &&
           (last || shares_words(i));
  }

  struct Kind {
    uint32_t hash = 0;
    size_t paragraphs = 0;
  };
  uint32_t hash_of(size_t i) const noexcept { return page_.stats[i].hash; }
  std::array<Kind, kMostKinds>::iterator end_of_kinds() noexcept {
    return kinds_.begin() + static_cast<std::ptrdiff_t>(kind_count_);
  }

  const PageFeatures& page_;
  std::pmr::vector<UnitRole>& roles_;
  std::array<Kind, kMostKinds> kinds_;
  size_t kind_count_ = 0;
};

}  // namespace

void find_between_paragraphs(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept {
  BetweenParagraphs(page, roles).run();
}

}  // namespace article
