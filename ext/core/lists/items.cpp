#include "core/lists/items.h"

#include <algorithm>

#include "core/fields/row_features.h"
namespace article {

namespace {

constexpr uint16_t kMaxCharacters = 320;
constexpr uint32_t kNear = 6;  // rows on each side

// Kinds of rows that are counted near a row, a byte for each.
enum class NearKind : uint8_t { kItem, kNavigation, kTitleLike, kShort, kLong };
constexpr uint32_t shift_of(NearKind kind) noexcept {
  return 8U * static_cast<uint32_t>(kind);
}
uint64_t near_kinds(const Row& row) noexcept {
  const auto one_if = [](NearKind kind, bool is) { return uint64_t{is ? 1U : 0U} << shift_of(kind); };
  return one_if(NearKind::kItem, row.role == Role::kItemTitle) |
         one_if(NearKind::kNavigation, row.role == Role::kNavigation) |
         one_if(NearKind::kTitleLike, is_title_like(row)) | one_if(NearKind::kShort, row.words <= 3) |
         one_if(NearKind::kLong, row.words > 30);
}

void set(ItemFeatures* features, ItemFeature feature, int64_t value) noexcept {
  set_feature(features, feature, value);
}

bool is_heading(const Row& row) noexcept {
  return row.words <= 8 && !row.has(kIsBody) &&
         (row.is_a(Term::kListHeading) || row.is_a(Term::kReadMore) || row.opens_with(Term::kListHeading));
}

bool is_date_line(const Row* row) noexcept {
  return row != nullptr && row->has(kHasDigit) && row->words <= 8;
}

}  // namespace

bool may_be_item(const Row& row) noexcept {
  // "Tags: Paris, camps", "Contact: a@example.com": no titles, whatever stands around them.
  const bool other = (row.role == Role::kKeywords && row.opens_with(Term::kKeywords)) || row.has(kHasMail) ||
                     row.opens_with(Term::kReadingTime);
  return row.characters >= 8 && row.characters <= kMaxCharacters && (row.words >= 2 || row.has(kUncased)) && !other;
}

ItemViewer::ItemViewer(const Reading& reading, std::pmr::memory_resource* memory)
    : reading_(reading), near_(memory), runs_(reading, memory) {
  near_.resize(reading.row_count() + 2 * size_t{kNear});
  for (uint32_t r = 0; r < reading.row_count(); ++r) {
    near_[r + kNear] = near_kinds(reading.row(r));
  }
}

ItemFeatures ItemViewer::view(uint32_t r) {
  ItemFeatures features{};
  see_row<ItemFeature>(reading_, r, &features);
  see_distances<ItemFeature>(reading_, r, &features);
  see_own(r, &features);
  see_words(reading_.row(r), &features);
  see_headings(r, &features);
  see_around(r, &features);
  see_near(r, &features);
  see_runs(r, &features);
  return features;
}

void ItemViewer::see_own(uint32_t r, ItemFeatures* out) const {
  const Row& row = reading_.row(r);
  const auto at = static_cast<int64_t>(r);
  set(out, ItemFeature::kSmallWords,
      row.looked_at == 0 ? 0 : (row.looked_at - row.capitals - row.numbers) * 200 / row.looked_at);
  set(out, ItemFeature::kFirst, row.first ? 1 : 0);
  set(out, ItemFeature::kIsHeadline,
      reading_.headline != kNoRow && reading_.row(reading_.headline).hash == row.hash ? 1 : 0);
  set(out, ItemFeature::kRowsToEnd, static_cast<int64_t>(reading_.row_count()) - at);
  set(out, ItemFeature::kRows, static_cast<int64_t>(reading_.row_count()));
}

void ItemViewer::see_words(const Row& row, ItemFeatures* out) const {
  see_title_marks<ItemFeature>(row, out);
  set(out, ItemFeature::kQuote, row.has(kHasQuote) ? 1 : 0);
  set(out, ItemFeature::kHasClock, row.has(kHasClock) ? 1 : 0);
  set(out, ItemFeature::kStartsDigit, row.has(kStartsDigit) ? 1 : 0);
  set(out, ItemFeature::kMail, row.has(kHasMail | kHasUrl) ? 1 : 0);
  set(out, ItemFeature::kIsHeading, row.is_a(Term::kListHeading) ? 2 : is_heading(row) ? 1 : 0);
  set(out, ItemFeature::kReadMore, row.is_a(Term::kReadMore) ? 2 : row.opens_with(Term::kReadMore) ? 1 : 0);
  set(out, ItemFeature::kPromotion, row.opens_with(Term::kPromotion) ? 2 : row.holds_a(Term::kPromotion) ? 1 : 0);
  set(out, ItemFeature::kCookie, row.holds_a(Term::kCookie) ? 1 : 0);
  set(out, ItemFeature::kCaption, row.opens_with(Term::kCaption) ? 1 : 0);
  set(out, ItemFeature::kCopyright, row.holds_a(Term::kCopyright) ? 1 : 0);
  set(out, ItemFeature::kByline, row.opens_with(Term::kByline) ? 1 : 0);
  set(out, ItemFeature::kComment, row.opens_with(Term::kComments) ? 1 : 0);
  set(out, ItemFeature::kAdvertisement, row.opens_with(Term::kAdvertisement) ? 1 : 0);
}

void ItemViewer::see_headings(uint32_t r, ItemFeatures* out) {
  for (; seen_ < r; ++seen_) {
    const Row& row = reading_.row(seen_);
    heading_ = is_heading(row) ? int64_t{seen_} : heading_;
    title_role_ = row.role == Role::kListTitle ? int64_t{seen_} : title_role_;
    short_ = row.words <= 4 && !row.has(kHasDigit) ? int64_t{seen_} : short_;
  }
  const auto at = static_cast<int64_t>(r);
  set(out, ItemFeature::kHeadingAbove, heading_ < 0 ? kFarRows : std::min<int64_t>(at - heading_, kFarRows));
  if (heading_ >= 0) {
    const Row& heading = reading_.row(static_cast<uint32_t>(heading_));
    set(out, ItemFeature::kHeadingKind, static_cast<int>(heading.terms.heading));
    set(out, ItemFeature::kHeadingWhole, heading.is_a(Term::kListHeading) ? 1 : 0);
  }
  set(out, ItemFeature::kTitleRoleAbove, title_role_ < 0 ? kFarRows : std::min<int64_t>(at - title_role_, kFarRows));
  set(out, ItemFeature::kShortAbove, short_ < 0 ? kFarRows : std::min<int64_t>(at - short_, kFarRows));
}

void ItemViewer::see_around(uint32_t r, ItemFeatures* out) const {
  const auto count = static_cast<uint32_t>(reading_.row_count());
  const Row& row = reading_.row(r);
  const Row* above = r > 0 ? &reading_.row(r - 1) : nullptr;
  const Row* below = r + 1 < count ? &reading_.row(r + 1) : nullptr;
  const Row* two_above = r > 1 ? &reading_.row(r - 2) : nullptr;
  const Row* two_below = r + 2 < count ? &reading_.row(r + 2) : nullptr;
  set(out, ItemFeature::kRoleTwoAbove, two_above != nullptr ? static_cast<int>(two_above->role) : -1);
  set(out, ItemFeature::kRoleTwoBelow, two_below != nullptr ? static_cast<int>(two_below->role) : -1);
  set(out, ItemFeature::kWordsTwoAbove, two_above != nullptr ? two_above->words : 0);
  set(out, ItemFeature::kWordsTwoBelow, two_below != nullptr ? two_below->words : 0);
  set(out, ItemFeature::kDateAbove, is_date_line(above) ? 1 : 0);
  set(out, ItemFeature::kDateBelow, is_date_line(below) ? 1 : 0);
  set(out, ItemFeature::kSectionAbove, above != nullptr && above->is_a(Term::kSection) ? 1 : 0);
  set(out, ItemFeature::kSectionBelow, below != nullptr && below->is_a(Term::kSection) ? 1 : 0);
  set(out, ItemFeature::kBylineBelow,
      below != nullptr && below->words <= 6 && below->opens_with(Term::kByline) ? 1 : 0);
  set(out, ItemFeature::kBlankAbove, above == nullptr || above->last_line + 1 < row.line ? 1 : 0);
  set(out, ItemFeature::kBlankBelow, below == nullptr || row.last_line + 1 < below->line ? 1 : 0);
}

void ItemViewer::see_near(uint32_t r, ItemFeatures* out) const {
  const uint64_t* const window = near_.data() + r;  // the row itself is in its middle
  uint64_t sum = 0;
  for (uint32_t i = 0; i <= 2 * kNear; ++i) {
    sum += window[i];
  }
  sum -= window[kNear];
  const auto counted = [&](NearKind kind) { return static_cast<int64_t>(sum >> shift_of(kind) & 0xFFU); };
  set(out, ItemFeature::kItemRolesNear, counted(NearKind::kItem));
  set(out, ItemFeature::kNavigationRolesNear, counted(NearKind::kNavigation));
  set(out, ItemFeature::kTitleLikeNear, counted(NearKind::kTitleLike));
  set(out, ItemFeature::kShortNear, counted(NearKind::kShort));
  set(out, ItemFeature::kLongNear, counted(NearKind::kLong));
}

void ItemViewer::see_runs(uint32_t r, ItemFeatures* out) const {
  const int characters = reading_.row(r).characters;
  const TitleRuns::Run run = runs_.longest(r);
  set(out, ItemFeature::kTitleLikeRun, run.rows);
  set(out, ItemFeature::kPeriod, run.period);
  set(out, ItemFeature::kRunAbove, run.above);
  set(out, ItemFeature::kRunCharacters, run.characters);
  set(out, ItemFeature::kRunSentences, run.sentences);
  set(out, ItemFeature::kRunRoles, run.roles);
  set(out, ItemFeature::kCharactersOfRun, run.characters == 0 ? 0 : characters * 100 / run.characters);
  const TitleRuns::Run plain = runs_.plain(r);
  set(out, ItemFeature::kPlainRun, plain.rows);
  set(out, ItemFeature::kPlainRunCharacters, plain.characters);
  set(out, ItemFeature::kPlainRunRoles, plain.roles);
}

}  // namespace article
