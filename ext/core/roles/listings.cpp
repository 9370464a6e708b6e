#include "core/roles/listings.h"

#include "core/roles/prose_units.h"

namespace article {

namespace {

constexpr size_t kLeastLines = 3;
constexpr uint32_t kMostWords = 25;  // of a line of a list
constexpr uint32_t kMostHeadWords = 10;
constexpr uint32_t kMostHeads = 200;
constexpr uint32_t kLeastSentence = 6;  // words
constexpr size_t kLeastEntries = 3;
constexpr size_t kLeastRead = 2;       // entries with a unit of the body
constexpr uint32_t kStampLength = 24;  // characters
constexpr size_t kToSentence = 4;      // units from a stamp to the first sentence below it

class Listings {
 public:
  Listings(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept : page_(page), roles_(*roles) {}

  void run() noexcept {
    find_lists();
    find_heads();
    find_entries();
  }

 private:
  const UnitStats& stats(size_t i) const noexcept { return page_.stats[i]; }
  bool is_body(size_t i) const noexcept { return roles_[i].role == Role::kBody; }
  uint8_t column(Column name, size_t i) const noexcept { return page_.columns.at(name)[i]; }

  // "2 tsp smoked paprika", "* Schools stay closed"; no stamp, link or rank alone.
  bool is_line(size_t i) const noexcept {
    const bool begins = stats(i).opening == Opening::kDigit || stats(i).opening == Opening::kBullet;
    return begins && stats(i).words >= 2 && stats(i).words <= kMostWords && !stats(i).clock && !stats(i).link &&
           column(Column::kDate, i) <= 1 && (!stats(i).ago_like || stats(i).words > 2) &&
           column(Column::kCopyright, i) == 0 && column(Column::kComments, i) == 0 &&
           column(Column::kReadingTime, i) == 0;
  }
  // A third of the lines were read as body.
  void find_lists() noexcept {
    for (size_t first = 0; first < roles_.size();) {
      size_t end = first;
      size_t body = 0;
      for (; end < roles_.size() && is_line(end); ++end) {
        body += is_body(end) ? 1U : 0U;
      }
      if (end - first >= kLeastLines && 3 * body >= end - first) {
        for (size_t i = first; i < end; ++i) {
          roles_[i].role = Role::kBody;
        }
      }
      first = end + 1;
    }
  }

  // The number of "3. Bujakovo"; 0: it counts nothing.
  uint32_t number_of(size_t i) const noexcept {
    const UnitStats& unit = stats(i);
    if (unit.opening != Opening::kDigit || unit.tokens < 2 || unit.words == 0 || unit.words > kMostHeadWords ||
        ends_sentence(stats(i))) {
      return 0;
    }
    const Token& number = page_.tokens[unit.first_token];
    return (number.flags & kTokenNumber) != 0 && number.value < kMostHeads ? number.value : 0;
  }
  // Two others that count on from each other were read as body.
  void find_heads() noexcept {
    size_t read = 0;
    uint32_t before = 0;
    for (size_t i = 0; i < roles_.size(); ++i) {
      const uint32_t number = is_body(i) ? number_of(i) : 0;
      read += number != 0 && (number == before + 1 || before == number + 1) ? 1U : 0U;
      before = number != 0 ? number : before;
    }
    for (size_t i = 1; i + 1 < roles_.size() && read > 0; ++i) {
      if (!is_body(i) && is_body(i - 1) && is_body(i + 1) && number_of(i) != 0 && !stats(i).link) {
        roles_[i].role = Role::kBody;
      }
    }
  }

  // "15.20", "3h ago", alone in its line and without a day.
  bool is_stamp(size_t i) const noexcept {
    return (stats(i).clock || stats(i).ago_like) && length_of(stats(i)) <= kStampLength &&
           column(Column::kDate, i) == 0 && !is_body(i);
  }
  bool is_sentence(size_t i) const noexcept {
    return ends_sentence(stats(i)) && prose_words(stats(i)) >= kLeastSentence && !stats(i).link &&
           column(Column::kPromotion, i) < kOpensUnit && column(Column::kCookie, i) == 0 &&
           roles_[i].role != Role::kCopyright;
  }
  bool is_comment(size_t i) const noexcept {
    return roles_[i].role == Role::kComment || column(Column::kComments, i) >= kOpensUnit;
  }

  // The first unit behind the stamps that begin at i, and whether a sentence follows them.
  size_t behind_stamps(size_t i, bool* entry) const noexcept {
    size_t at = i;
    while (at < roles_.size() && is_stamp(at)) {
      ++at;
    }
    *entry = false;
    for (size_t j = at; j < roles_.size() && j < at + kToSentence && !is_stamp(j) && !*entry; ++j) {
      *entry = is_sentence(j);
    }
    return at;
  }
  bool is_read(size_t at) const noexcept {
    for (; at < roles_.size() && !is_stamp(at); ++at) {
      if (is_body(at)) {
        return true;
      }
    }
    return false;
  }
  void find_entries() noexcept {
    size_t entries = 0;
    size_t read = 0;
    size_t first = roles_.size();
    for (size_t i = 0; i < roles_.size();) {
      if (!is_stamp(i)) {
        ++i;
        continue;
      }
      bool entry = false;
      const size_t at = behind_stamps(i, &entry);
      const bool body = entry && is_read(at);
      first = body && first == roles_.size() ? i : first;
      entries += entry && i >= first ? 1U : 0U;
      read += body ? 1U : 0U;
      i = at;
    }
    if (entries < kLeastEntries || read < kLeastRead) {
      return;
    }
    for (size_t i = first; i < roles_.size(); ++i) {
      if (is_comment(i)) {
        return;
      }
    }
    bool inside = false;
    for (size_t i = first; i < roles_.size(); ++i) {
      if (is_stamp(i)) {
        inside = true;
      } else if (roles_[i].role == Role::kListTitle && !is_body(i)) {
        inside = false;
      } else if (inside && is_sentence(i)) {
        roles_[i].role = Role::kBody;
      }
    }
  }

  const PageFeatures& page_;
  std::pmr::vector<UnitRole>& roles_;
};

}  // namespace

void find_listings(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) noexcept {
  Listings(page, roles).run();
}

}  // namespace article
