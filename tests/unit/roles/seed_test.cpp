// The page of which the project's first description speaks, where it lies beside the checkout: its roles are known line
// by line.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/roles.h"

using namespace article;

namespace {

std::string read_seed() {
  const std::string path = std::string(ARTICLE_SOURCE_DIR) + "/../shared/seed/trend-2019-11-07.txt";
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// Roles of the lines that show something.
std::vector<Role> visible_roles(const std::string& text) {
  auto* memory = std::pmr::get_default_resource();
  const auto lines = split_lines(text, Interrupt(), memory);
  std::vector<Role> roles;
  for (const LineRole& line : classify_lines(text, lines, Interrupt(), memory)) {
    if (line.role != Role::kBlank) {
      roles.push_back(line.role);
    }
  }
  return roles;
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  size_t at = 0;
  for (size_t hit = text.find(from); hit != std::string::npos; hit = text.find(from, at)) {
    out.append(text, at, hit - at).append(to);
    at = hit + from.size();
  }
  return out.append(text, at, std::string::npos);
}

std::vector<Role> expected_roles() {
  std::vector<Role> roles = {Role::kHeadline, Role::kTimestamp, Role::kDateline, Role::kAgency};
  roles.resize(roles.size() + 9, Role::kBody);
  roles.push_back(Role::kPromotion);
  for (const size_t items : {6U, 9U}) {
    roles.push_back(Role::kListTitle);
    for (size_t i = 0; i < items; ++i) {
      roles.push_back(Role::kItemTitle);
      roles.push_back(Role::kItemMeta);
    }
  }
  return roles;
}

}  // namespace

TEST_CASE("roles: the seed page is read line by line, with any line ends, a byte order mark, or no blank line") {
  const std::string seed = read_seed();
  if (seed.empty()) {
    WARN("no ../shared/seed beside the checkout: skipped");
    return;
  }
  const std::vector<Role> expected = expected_roles();
  REQUIRE(visible_roles(seed) == expected);
  REQUIRE(visible_roles(replaced(seed, "\n", "\r\n")) == expected);
  REQUIRE(visible_roles("\xEF\xBB\xBF" + seed) == expected);
  REQUIRE(visible_roles(replaced(seed, "\n\n", "\n")) == expected);
}

TEST_CASE("roles: of the seed page cut after any of its first items, the whole items stay title and meta") {
  const std::string seed = read_seed();
  if (seed.empty()) {
    WARN("no ../shared/seed beside the checkout: skipped");
    return;
  }
  const std::vector<Role> expected = expected_roles();
  size_t cut = seed.find("Related news");
  for (int pair = 0; pair < 6; ++pair) {
    cut = seed.find('\n', seed.find('\n', cut + 1) + 1);
    const std::vector<Role> roles = visible_roles(seed.substr(0, cut));
    REQUIRE(roles.size() <= expected.size());
    for (size_t i = 14; i < roles.size() - 1; ++i) {
      CAPTURE(pair, i);
      REQUIRE(roles[i] == expected[i]);
    }
  }
}
