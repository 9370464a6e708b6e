#include "core/roles/phrase_rules.h"

#include "core/lexicon.h"
#include "core/page.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

class PhraseRules {
 public:
  PhraseRules(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
              std::pmr::vector<UnitRole>* roles) noexcept
      : text_(text), lines_(lines), page_(page), roles_(*roles) {}

  void run() noexcept {
    find_calls_to_follow();
    find_rights_notice();
    find_caption();
    find_deck();
  }

 private:
  std::string_view text_of(size_t unit) const noexcept {
    const uint32_t begin = lines_[page_.units[unit].first_line].begin;
    return text_.substr(begin, lines_[page_.units[unit].last_line].end - begin);
  }
  bool is_body(size_t unit) const noexcept { return roles_[unit].role == Role::kBody; }
  bool opens_with(Column phrase, size_t unit) const noexcept { return page_.columns.at(phrase)[unit] >= kOpensUnit; }

  // A short line without a sentence's end that opens with a promotion phrase is promotion wherever it stands.
  void find_calls_to_follow() noexcept {
    for (size_t i = 0; i < roles_.size(); ++i) {
      if (is_body(i) && is_call_to_follow(text_of(i))) {
        roles_[i].role = Role::kPromotion;
      }
    }
  }
  static bool is_call_to_follow(std::string_view line) noexcept {
    constexpr size_t kMaxBytes = 120;
    if (line.size() > kMaxBytes) {
      return false;
    }
    line = trim(line);
    if (line.empty() || has(decode_before(line, line.size()).value, kSentenceEnd | kCloseQuote)) {
      return false;
    }
    const LineWords words(line, 0, line.size());
    return words.count() <= 14 && static_cast<bool>(match_phrase(words, 0, Term::kPromotion));
  }

  // The last paragraph, with a year, below another one.
  void find_rights_notice() noexcept {
    size_t last = roles_.size();
    while (last > 0 && !is_body(last - 1)) {
      --last;
    }
    if (last > 1 && is_body(last - 2) && opens_with(Column::kCopyright, last - 1) &&
        page_.columns.at(Column::kDate)[last - 1] != 0) {
      roles_[last - 1].role = Role::kCopyright;
    }
  }

  // "The new bridge from the quay. [Ada Writer, Courier]"
  static bool ends_with_credit(std::string_view line) noexcept {
    constexpr size_t kMaxBytes = 250;
    constexpr size_t kMaxCreditBytes = 50;
    line = trim(line);
    const size_t open = line.rfind('[');
    return line.size() <= kMaxBytes && line.size() > 1 && line.back() == ']' && open != std::string_view::npos &&
           open > 0 && line.size() - open <= kMaxCreditBytes && has(decode(line, open + 1).value, kUpper | kIdeograph);
  }

  // The first paragraph, if it is short and right above "Photo: ...", or ends with a credit.
  void find_caption() noexcept {
    constexpr size_t kMaxBytes = 80;
    size_t i = 0;
    while (i < roles_.size() && !is_body(i)) {
      ++i;
    }
    if (i + 1 < roles_.size() && ends_with_credit(text_of(i))) {
      roles_[i].role = Role::kCaption;
    } else if (i + 1 < roles_.size() && !is_body(i + 1) && opens_with(Column::kCaption, i + 1) && is_labelled(i + 1) &&
               text_of(i).size() <= kMaxBytes) {
      roles_[i].role = Role::kCaption;
    }
  }
  // "Photo:"
  bool is_labelled(size_t unit) const noexcept {
    constexpr size_t kMaxLabelBytes = 24;
    return text_of(unit).substr(0, kMaxLabelBytes).find(':') != std::string_view::npos;
  }

  // A sentence between the headline and the byline or date.
  void find_deck() noexcept {
    constexpr size_t kMaxBytes = 400;
    constexpr uint32_t kLeastWords = 8;
    size_t headline = roles_.size();
    for (size_t i = 0; i < roles_.size() && !is_body(i); ++i) {
      headline = roles_[i].role == Role::kHeadline ? i : headline;
    }
    const size_t deck = headline + 1;
    if (deck + 2 >= roles_.size() || !is_body(deck)) {
      return;
    }
    const UnitStats& stats = page_.stats[deck];
    const Role below = roles_[deck + 1].role;
    if ((below == Role::kByline || below == Role::kTimestamp) && stats.ending == Ending::kSentence &&
        stats.words + stats.ideographs / 2 >= kLeastWords && text_of(deck).size() <= kMaxBytes) {
      roles_[deck].role = Role::kSubhead;
    }
  }

  std::string_view text_;
  const std::pmr::vector<Line>& lines_;
  const PageFeatures& page_;
  std::pmr::vector<UnitRole>& roles_;
};

}  // namespace

void apply_phrase_rules(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
                        std::pmr::vector<UnitRole>* roles) noexcept {
  PhraseRules(text, lines, page, roles).run();
}

}  // namespace article
