#include "core/roles/phrase_rules.h"

#include "core/lexicon.h"
#include "core/page.h"
#include "core/roles/captions.h"
#include "core/roles/prose_units.h"
#include "core/text/chars.h"
#include "core/text/utf8.h"

namespace article {

namespace {

class PhraseRules {
 public:
  PhraseRules(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
              std::pmr::vector<UnitRole>* roles) noexcept
      : text_(text), lines_(lines), page_(page), roles_(*roles) {}

  void run() {
    find_calls_to_follow();
    find_rights_notice();
    find_notices();
    find_links();
    find_headed_links();
    find_tags();
    find_author_note();
    find_signature();
    find_caption();
    find_counters();
    find_headline_again();
    find_deck();
    find_byline();
  }

 private:
  std::string_view text_of(size_t unit) const noexcept {
    const uint32_t begin = lines_[page_.units[unit].first_line].begin;
    return text_.substr(begin, lines_[page_.units[unit].last_line].end - begin);
  }
  bool is_body(size_t unit) const noexcept { return roles_[unit].role == Role::kBody; }
  // Behind the last paragraph; 0: there is none.
  size_t end_of_body() const noexcept {
    size_t end = roles_.size();
    while (end > 0 && !is_body(end - 1)) {
      --end;
    }
    return end;
  }
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
    const size_t last = end_of_body();
    if (last < 2 || !is_body(last - 2)) {
      return;
    }
    const bool dated = opens_with(Column::kCopyright, last - 1) && page_.columns.at(Column::kDate)[last - 1] != 0;
    if (dated || is_signed_notice(last - 1)) {
      roles_[last - 1].role = Role::kCopyright;
    }
  }

  // "Copyright holder © Example Post, no reproduction": the sign near the beginning, and no sentence.
  bool is_signed_notice(size_t unit) const noexcept {
    constexpr std::string_view kSign = "\u00A9";
    constexpr size_t kMostBytes = 160;
    constexpr size_t kNear = 40;
    const std::string_view line = text_of(unit);
    return line.size() <= kMostBytes && line.substr(0, kNear).find(kSign) != std::string_view::npos &&
           !ends_sentence(page_.stats[unit]);
  }

  // "You can unsubscribe at any time.", "We may earn a commission.", "All rights reserved. This material ..."; what
  // shares no words with the article below "Sign up".
  void find_notices() {
    constexpr size_t kMaxBytes = 400;
    constexpr size_t kShortBytes = 120;
    constexpr uint8_t kFewShared = 30;  // of 200
    for (size_t i = 0; i < roles_.size(); ++i) {
      if (!is_body(i) || text_of(i).size() > kMaxBytes) {
        continue;
      }
      const uint8_t shared = page_.columns.at(Column::kShared)[i];
      if (opens_with(Column::kCopyright, i) && i > 0 && says(Term::kCopyright, i, 2, true)) {
        roles_[i].role = Role::kCopyright;
      } else if (shared < kFewShared &&
                 ((page_.columns.at(Column::kCookie)[i] != 0 && says(Term::kCookie, i, 3, false)) ||
                  (page_.columns.at(Column::kPromotion)[i] != 0 && says(Term::kPromotion, i, 3, false)))) {
        roles_[i].role = Role::kPromotion;
      } else if (shared == 0 && i > 0 && roles_[i - 1].role == Role::kPromotion &&
                 opens_with(Column::kPromotion, i - 1) && page_.columns.at(Column::kPromotion)[i] != 0 &&
                 text_of(i).size() <= kShortBytes && page_.stats[i].words > 0 && page_.stats[i - 1].words >= 3) {
        roles_[i].role = Role::kPromotion;
      }
    }
  }
  // "Lire aussi : La digue sera rehaussée"
  void find_links() {
    constexpr size_t kMaxBytes = 200;
    for (size_t i = 0; i < roles_.size(); ++i) {
      const std::string_view line = is_body(i) && opens_with(Column::kReadMore, i) ? text_of(i) : std::string_view();
      if (line.empty() || line.size() > kMaxBytes || page_.stats[i].ending >= Ending::kEllipsis) {
        continue;
      }
      const LineWords words(line, 0, line.size());
      const PhraseMatch match = match_phrase(words, 0, Term::kReadMore);
      const std::string_view rest = match ? trim(line.substr(match.end)) : std::string_view();
      const bool marked = !rest.empty() && (rest.front() == ':' || rest.front() == '|' || rest.front() == '>');
      if ((marked && match.words >= 2) || opens_with_wide_mark(rest)) {
        roles_[i].role = Role::kItemTitle;
      }
    }
  }
  // "相关阅读：", "【関連記事】": the colon and the bracket of scripts whose words no blanks part.
  static bool opens_with_wide_mark(std::string_view rest) noexcept {
    const char32_t mark = rest.empty() ? 0 : decode(rest, 0).value;
    return mark == 0xFF1A || mark == 0x3011 || mark == 0xFF3D || mark == 0x300B;
  }
  // "관련기사", "İlgili haberler" between two paragraphs, and the title right below it.
  void find_headed_links() noexcept {
    for (size_t i = 1; i + 2 < roles_.size(); ++i) {
      const bool heading =
          page_.columns.at(Column::kListHeading)[i] == kWholeUnit && is_body(i - 1) &&
          (roles_[i].role == Role::kListTitle || (is_body(i) && page_.columns.at(Column::kReadMore)[i] == kWholeUnit));
      if (!heading || page_.stats[i + 1].ending >= Ending::kEllipsis) {
        continue;
      }
      const bool parted = roles_[i + 1].role == Role::kNavigation && is_body(i + 2) && page_.stats[i + 1].words >= 3;
      roles_[i].role = Role::kListTitle;
      roles_[i + 1].role = is_body(i + 1) || parted ? Role::kItemTitle : roles_[i + 1].role;
    }
  }
  // "Tags: harbour, quay, cranes"
  void find_tags() {
    constexpr size_t kMaxBytes = 400;
    for (size_t i = 0; i < roles_.size(); ++i) {
      const std::string_view line = is_body(i) && opens_with(Column::kKeywords, i) ? text_of(i) : std::string_view();
      if (line.empty() || line.size() > kMaxBytes || page_.stats[i].commas == 0 ||
          page_.stats[i].ending >= Ending::kEllipsis) {
        continue;
      }
      const LineWords words(line, 0, line.size());
      const PhraseMatch match = match_phrase(words, 0, Term::kKeywords);
      if (match && line.substr(match.end, 1) == ":") {
        roles_[i].role = Role::kKeywords;
      }
    }
  }
  // "Ada Example covers the harbour. Reach her at ada@example.com": the last paragraph, opened by a name of the byline.
  void find_author_note() noexcept {
    constexpr size_t kMaxBytes = 400;
    const size_t last = end_of_body();
    if (last < 3 || text_of(last - 1).size() > kMaxBytes || text_of(last - 1).find('@') == std::string_view::npos) {
      return;
    }
    const std::string_view note = text_of(last - 1);
    const LineWords words(note, 0, note.size());
    if (words.count() < 3 || !words[0].capital || !words[1].capital) {
      return;
    }
    const std::string_view name = note.substr(words[0].begin, words[1].end - words[0].begin);
    for (size_t i = 0; i + 1 < last && !is_body(i); ++i) {
      if (roles_[i].role == Role::kByline && text_of(i).find(name) != std::string_view::npos) {
        roles_[last - 1].role = Role::kMetadata;
        return;
      }
    }
  }
  // "한지우 기자 jiwoo@example.com": the last paragraph, a few words and an address.
  void find_signature() noexcept {
    constexpr uint32_t kMostWords = 7;
    const size_t last = end_of_body();
    if (last >= 3 && page_.stats[last - 1].words <= kMostWords && !ends_sentence(page_.stats[last - 1]) &&
        is_body(last - 2) && ends_sentence(page_.stats[last - 2]) &&
        text_of(last - 1).find('@') != std::string_view::npos) {
      roles_[last - 1].role = Role::kByline;
    }
  }
  // Holds, or opens with, a phrase of so many words.
  bool says(Term term, size_t unit, size_t least, bool opens) const {
    const std::string_view line = text_of(unit);
    const LineWords words(line, 0, line.size());
    for (size_t at = 0; at < words.count() && (at == 0 || !opens); ++at) {
      if (match_phrase(words, at, term).words >= least) {
        return true;
      }
    }
    return false;
  }

  // The first paragraphs, if they are short and right above "Photo: ...", or end with a credit; others if a word for
  // pictures says so.
  void find_caption() {
    constexpr std::string_view kSign = "\u00A9";
    constexpr size_t kMaxBytes = 80;
    constexpr size_t kMostAtTop = 3;
    size_t i = 0;
    while (i < roles_.size() && !is_body(i)) {
      ++i;
    }
    const size_t first = i;
    while (i + 1 < roles_.size() && i < first + kMostAtTop && is_body(i) && credit_of(i) != CreditMark::kNone) {
      roles_[i++].role = Role::kCaption;
    }
    for (size_t at = i; at < roles_.size(); ++at) {
      const bool may = page_.columns.at(Column::kCaption)[at] != 0 || page_.stats[at].ending == Ending::kParenthesis ||
                       (is_body(at) && text_of(at).find(kSign) != std::string_view::npos);
      if ((is_body(at) || roles_[at].role == Role::kCaption) && may && credit_of(at) == CreditMark::kLabelled) {
        roles_[at].role = Role::kCaption;
        find_alternative_text(at);
      }
    }
    if (i > first) {
      return;
    }
    if (i + 1 < roles_.size() && !is_body(i + 1) && opens_with(Column::kCaption, i + 1) && is_labelled(i + 1) &&
        text_of(i).size() <= kMaxBytes) {
      roles_[i].role = Role::kCaption;
    }
  }
  // "A man in a wide hat leans on a fence" right above the text of the picture: what stands there for those who do not
  // see it.
  void find_alternative_text(size_t caption) noexcept {
    constexpr uint32_t kLeastWords = 7;
    constexpr uint32_t kMostWords = 25;
    const size_t above = caption - 1;
    if (caption == 0 || !is_body(above)) {
      return;
    }
    const UnitStats& stats = page_.stats[above];
    const bool apart = above == 0 || !is_body(above - 1) || page_.stats[above - 1].ending >= Ending::kSentenceQuote;
    if (apart && stats.ending == Ending::kLetter && stats.words >= kLeastWords && stats.words <= kMostWords) {
      roles_[above].role = Role::kCaption;
    }
  }
  // "2 of 6" above each picture, and the text of the picture between two of them.
  void find_counters() noexcept {
    constexpr size_t kApart = 2;  // units from counter to counter
    constexpr size_t kMaxBytes = 400;
    for (size_t i = 0; i < roles_.size(); ++i) {
      if (!is_counter(i)) {
        continue;
      }
      roles_[i].role = is_body(i) ? Role::kNavigation : roles_[i].role;
      const bool one_of_several = is_counter(i + kApart) || (i >= kApart && is_counter(i - kApart));
      if (one_of_several && i + 1 < roles_.size() && is_body(i + 1) && text_of(i + 1).size() <= kMaxBytes) {
        roles_[i + 1].role = Role::kCaption;
      }
    }
  }
  bool is_counter(size_t i) const noexcept {
    if (i >= roles_.size()) {
      return false;
    }
    const UnitStats& stats = page_.stats[i];
    return stats.words <= 1 && stats.numbers == 2 && stats.tokens <= 3 && stats.opening == Opening::kDigit &&
           stats.ending == Ending::kDigit && page_.columns.at(Column::kDate)[i] == 0 && !stats.clock;
  }
  CreditMark credit_of(size_t unit) const {
    return credit_at_end(text_of(unit), page_.columns.at(Column::kCaption)[unit] != 0);
  }
  // "Photo:"
  bool is_labelled(size_t unit) const noexcept {
    constexpr size_t kMaxLabelBytes = 24;
    return text_of(unit).substr(0, kMaxLabelBytes).find(':') != std::string_view::npos;
  }

  // "von Ada Example" below the first paragraph.
  void find_byline() noexcept {
    constexpr size_t kMostAbove = 2;  // paragraphs
    constexpr uint32_t kMostWords = 6;
    size_t above = 0;
    for (size_t i = 0; i + 1 < roles_.size() && above <= kMostAbove; ++i) {
      if (!is_body(i)) {
        continue;
      }
      const UnitStats& stats = page_.stats[i];
      if (above > 0 && is_body(i + 1) && opens_with(Column::kByline, i) && stats.ending == Ending::kLetter &&
          stats.words >= 3 && stats.words <= kMostWords && stats.quotes == 0 && stats.colons == 0 &&
          stats.capital_words + 1 >= stats.words) {
        roles_[i].role = Role::kByline;
        return;
      }
      ++above;
    }
  }

  // "News / Land / Forty villages cut off", and below it "Forty villages cut off": the headline at the end of the path.
  void find_headline_again() noexcept {
    constexpr size_t kLeastBytes = 20;
    constexpr size_t kReach = 4;
    size_t i = 0;
    while (i < roles_.size() && !is_body(i)) {
      ++i;
    }
    const std::string_view line = i < roles_.size() ? text_of(i) : std::string_view();
    for (size_t above = i < kReach ? 0 : i - kReach; above < i && line.size() >= kLeastBytes; ++above) {
      const std::string_view path = text_of(above);
      if (roles_[above].role == Role::kHeadline && path.size() >= line.size() &&
          path.substr(path.size() - line.size()) == line) {
        roles_[i].role = Role::kHeadline;
        return;
      }
    }
  }

  // A sentence between the headline and the byline or date.
  void find_deck() noexcept {
    constexpr size_t kMaxBytes = 400;
    constexpr uint32_t kLeastWords = 8;
    size_t headline = roles_.size();
    for (size_t i = 0; i < roles_.size() && !is_body(i); ++i) {
      headline = roles_[i].role == Role::kHeadline ? i : headline;
    }
    size_t deck = headline + 1;
    while (deck < roles_.size() && deck <= headline + 2 &&
           (roles_[deck].role == Role::kByline || roles_[deck].role == Role::kSubhead)) {
      ++deck;  // "By A. Writer" above the deck, the date below it
    }
    if (deck + 2 >= roles_.size() || !is_body(deck)) {
      return;
    }
    const UnitStats& stats = page_.stats[deck];
    size_t next = deck + 1;
    while (next + 1 < roles_.size() && (roles_[next].role == Role::kCaption || roles_[next].role == Role::kCredit)) {
      ++next;
    }
    // "Courier, with M. L.": who signs, right above the date, in a few words.
    constexpr uint32_t kMostWordsOfByline = 7;
    const bool signs = is_body(next) && prose_words(page_.stats[next]) <= kMostWordsOfByline &&
                       page_.stats[next].quotes == 0 && next + 1 < roles_.size() &&
                       roles_[next + 1].role == Role::kTimestamp;
    const Role below = signs ? Role::kByline : roles_[next].role;
    if ((below == Role::kByline || below == Role::kTimestamp) && prose_words(stats) >= kLeastWords &&
        text_of(deck).size() <= kMaxBytes) {
      roles_[deck].role = Role::kSubhead;
      roles_[next].role = below;
    }
  }

  std::string_view text_;
  const std::pmr::vector<Line>& lines_;
  const PageFeatures& page_;
  std::pmr::vector<UnitRole>& roles_;
};

}  // namespace

void apply_phrase_rules(std::string_view text, const std::pmr::vector<Line>& lines, const PageFeatures& page,
                        std::pmr::vector<UnitRole>* roles) {
  PhraseRules(text, lines, page, roles).run();
}

}  // namespace article
