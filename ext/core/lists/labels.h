// Labels of an item's title: "(Exclusive)", "(PHOTO)", "[Video]", "VIDEO: ", "LIVE ".
//
//   "New route opens (PHOTO)"  ->  title "New route opens", labels "PHOTO"
//
// Cost: the words at both ends of the title.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace article {

constexpr size_t kMaxLabels = 6;

struct Labels {
  std::array<std::string_view, kMaxLabels> at;
  size_t count = 0;
  void add(std::string_view label) noexcept {
    if (count < kMaxLabels) {
      at[count++] = label;
    }
  }
};

// The title without its labels, which are added in text order.
std::string_view take_labels(std::string_view title, Labels* labels);

}  // namespace article
