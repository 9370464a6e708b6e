#include "core/roles/reading.h"

#include <algorithm>
#include <cstring>

#include "core/roles/role_weights.h"
#include "core/roles/threshold.h"

namespace article {

namespace {

constexpr size_t kOutputs = kRoleOutputs;
constexpr float kLeastHeadline = 0.05F;  // probability below which a page has no headline
constexpr size_t kScrapUnits = 12;
constexpr uint8_t kScrapWords = 48;      // log_scale of seven words
constexpr uint8_t kLongScrapWords = 65;  // of sixteen words: no headline
constexpr uint8_t kScrapMargin = 24;     // 1.5 of logit
constexpr uint8_t kMetaWords = 52;       // log_scale of nine words
constexpr uint8_t kTitleWords = 32;      // log_scale of three words

struct Reading {
  const PageFeatures& page;
  const Weights& weights;
  Columns evidence;
  std::pmr::vector<const uint8_t*> columns;
  std::pmr::vector<int16_t> sums;
};

void fill_opinions(Reading* reading, const Forest& forest, float base, Evidence column) {
  const size_t rows = reading->page.units.size();
  evaluate_forest(forest, reading->columns.data(), rows, reading->sums.data());
  uint8_t* out = evidence_at(&reading->evidence, column);
  for (size_t i = 0; i < rows; ++i) {
    out[i] = opinion_of(static_cast<float>(reading->sums[i]) * forest.scale + base);
  }
}

// Trees of questions are slower than the forests: units that the second opinion is sure are no body keep it.
void fill_last_opinions(Reading* reading, const TreeSet& trees, std::pmr::memory_resource* memory) {
  const uint8_t* before = evidence_at(&reading->evidence, Evidence::kOpinionAgain);
  uint8_t* out = evidence_at(&reading->evidence, Evidence::kOpinionLast);
  const size_t count = reading->page.units.size();
  std::pmr::vector<TreeLine> block(trees.block_lines(), memory);
  uint32_t rows[kTreeRows];
  size_t waiting = 0;
  const auto evaluate = [&] {
    int32_t sums[kTreeRows];
    evaluate_trees(trees, reading->columns.data(), rows, waiting, block.data(), sums);
    for (size_t i = 0; i < waiting; ++i) {
      out[rows[i]] = opinion_of(static_cast<float>(sums[i]) * trees.scale + trees.base);
    }
    waiting = 0;
  };
  for (uint32_t i = 0; i < count; ++i) {
    out[i] = before[i];
    if (before[i] >= trees.least) {
      rows[waiting++] = i;
    }
    if (waiting == kTreeRows || (waiting != 0 && i + 1 == count)) {
      evaluate();
    }
  }
}

uint8_t confidence_of(float probability) {
  return static_cast<uint8_t>(std::min(255.0F, std::max(1.0F, probability * 255.0F)));
}

// Long for a heading, or some words that end as a sentence does.
bool is_prose(const PageFeatures& page, size_t row) {
  const uint8_t words = page.columns.at(Column::kWords)[row];
  return words >= kLongScrapWords ||
         (words >= kScrapWords && page.columns.at(Column::kEnding)[row] >= static_cast<uint8_t>(Ending::kEllipsis));
}

// A text of which no unit is body all the same has one if it is nothing but prose: the most probable units are taken.
void find_body_of_scrap(const PageFeatures& page, const uint8_t* opinion, std::pmr::vector<UnitRole>* roles) {
  int32_t most = -1;
  for (size_t i = 0; i < roles->size(); ++i) {
    if ((*roles)[i].role == Role::kBody) {
      return;
    }
    most = is_prose(page, i) ? std::max<int32_t>(most, opinion[i]) : most;
  }
  for (size_t i = 0; i < roles->size() && most >= 0; ++i) {
    if (is_prose(page, i) && opinion[i] + kScrapMargin >= most) {
      (*roles)[i] = {Role::kBody, std::max<uint8_t>(1, probability_of(opinion[i]))};
    }
  }
}

bool is_open(Role role) {
  return role == Role::kNavigation || role == Role::kBoilerplate || role == Role::kPromotion;
}

// In a list whose items have a line of category or time, what stands before such a line is a title.
void complete_lists(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) {
  const uint8_t* words = page.columns.at(Column::kWords);
  const uint8_t* clock = page.columns.at(Column::kClock);
  for (size_t i = 1; i + 1 < roles->size(); ++i) {
    const Role before = (*roles)[i - 1].role;
    Role* after = &(*roles)[i + 1].role;
    if (before != Role::kItemMeta && before != Role::kListTitle) {
      continue;
    }
    if ((is_open((*roles)[i].role) || (*roles)[i].role == Role::kItemTitle) && is_open(*after) && clock[i + 1] != 0 &&
        words[i + 1] < kMetaWords && words[i] >= kTitleWords) {
      *after = Role::kItemMeta;
    }
    if (*after == Role::kItemMeta && is_open((*roles)[i].role) && words[i] >= kTitleWords) {
      (*roles)[i].role = Role::kItemTitle;
    }
  }
  // What looks like a headline over such a line, with the next title below it, is the first of a list.
  for (size_t i = 0; i + 2 < roles->size(); ++i) {
    if ((*roles)[i].role == Role::kHeadline && (*roles)[i + 1].role == Role::kItemMeta &&
        ((*roles)[i + 2].role == Role::kItemTitle || (*roles)[i + 2].role == Role::kListTitle)) {
      (*roles)[i].role = Role::kItemTitle;
    }
  }
}

// A line that is an agency's name and nothing else, under the headline and over the body, credits it.
void find_agency(const PageFeatures& page, std::pmr::vector<UnitRole>* roles) {
  for (size_t i = 0; i + 1 < roles->size() && (*roles)[i].role != Role::kBody; ++i) {
    if ((*roles)[i + 1].role == Role::kBody && (*roles)[i].role != Role::kHeadline &&
        page.columns.at(Column::kAgency)[i] == 3) {
      (*roles)[i].role = Role::kAgency;
    }
  }
}

// In a few lines, none of them prose, the probable units are scraps of a list or a heading.
bool has_prose(const PageFeatures& page, const uint8_t* opinion, int32_t least) {
  if (page.units.size() > kScrapUnits) {
    return true;
  }
  for (size_t i = 0; i < page.units.size(); ++i) {
    if (opinion[i] >= least && is_prose(page, i)) {
      return true;
    }
  }
  return false;
}

// Roles of the units that are not body; the headline is the one most probable.
void choose_roles(const Weights& weights, const uint8_t* opinion, const uint8_t* is_body, const int16_t* sums,
                  std::pmr::vector<UnitRole>* roles) {
  size_t headline = roles->size();
  float best = kLeastHeadline;
  RoleChoice choices[kRolesAtOnce];
  for (size_t i = 0; i < roles->size(); ++i) {
    if (i % kRolesAtOnce == 0) {
      weigh_roles(weights, sums + i * kOutputs, choices);
    }
    if (is_body[i] != 0) {
      (*roles)[i] = {Role::kBody, probability_of(opinion[i])};
      continue;
    }
    const RoleChoice& choice = choices[i % kRolesAtOnce];
    (*roles)[i] = {choice.role, confidence_of(choice.probability)};
    if (choice.headline > best) {
      best = choice.headline;
      headline = i;
    }
  }
  if (headline < roles->size()) {
    (*roles)[headline] = {Role::kHeadline, confidence_of(best)};
  }
}

}  // namespace

std::pmr::vector<UnitRole> read_roles(const PageFeatures& page, const Weights& weights,
                                      std::pmr::memory_resource* memory) {
  const size_t rows = page.units.size();
  std::pmr::vector<UnitRole> roles(rows, UnitRole{}, memory);
  Reading reading{page, weights, Columns(rows, kEvidenceCount, memory), std::pmr::vector<const uint8_t*>(memory),
                  std::pmr::vector<int16_t>((rows + kRolesAtOnce) * kOutputs, 0, memory)};
  reading.columns.reserve(kColumnCount + kEvidenceCount);
  for (size_t c = 0; c < kColumnCount; ++c) {
    reading.columns.push_back(page.columns.at(c));
  }
  for (size_t c = 0; c < kEvidenceCount; ++c) {
    reading.columns.push_back(reading.evidence.at(c));
  }
  fill_lexical_columns(page, weights.lexical, &reading.evidence, memory);
  fill_opinions(&reading, weights.first, weights.first_base, Evidence::kOpinion);
  fill_neighbour_columns(page, Evidence::kOpinion, &reading.evidence, memory);
  fill_opinions(&reading, weights.second, weights.second_base, Evidence::kOpinionAgain);
  fill_neighbour_columns(page, Evidence::kOpinionAgain, &reading.evidence, memory);
  fill_last_opinions(&reading, weights.third, memory);
  const uint8_t* opinion = evidence_at(&reading.evidence, Evidence::kOpinionLast);
  int32_t least = least_body_opinion(opinion, page.stats.data(), rows);
  least = has_prose(page, opinion, least) ? least : 256;
  std::pmr::vector<uint8_t> is_body(rows, 0, memory);
  for (size_t i = 0; i < rows; ++i) {
    is_body[i] = opinion[i] >= least ? 1 : 0;
  }
  evaluate_forest(weights.roles, reading.columns.data(), rows, reading.sums.data(), is_body.data());
  choose_roles(weights, opinion, is_body.data(), reading.sums.data(), &roles);
  find_body_of_scrap(page, opinion, &roles);
  complete_lists(page, &roles);
  find_agency(page, &roles);
  return roles;
}

}  // namespace article
