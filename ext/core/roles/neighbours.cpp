#include <algorithm>
#include <cmath>

#include "core/roles/evidence.h"

namespace article {

namespace {

constexpr uint8_t kStrong = 153;      // of 255: 0.6
constexpr uint8_t kStrongChars = 96;  // log_scale of 63 characters
constexpr uint8_t kInBlock = 77;      // 0.3
constexpr size_t kBlockGap = 3;       // improbable units that do not end a block

// Written out, so that every machine has the same.
constexpr uint8_t kProbability[256] = {
#include "core/roles/probability.def"
};

struct Block {
  size_t first = 0;
  size_t last = 0;
  uint64_t mass = 0;
};

class NeighbourFiller {
 public:
  NeighbourFiller(const PageFeatures& page, size_t first, Columns* evidence, std::pmr::memory_resource* memory)
      : page_(page), first_(first), out_(evidence), rows_(page.units.size()), p_(memory), mass_(memory), sums_(memory) {
    p_.resize(rows_);
    mass_.resize(rows_ + 1);
    sums_.resize(rows_ + 1);
    for (size_t i = 0; i < rows_; ++i) {
      p_[i] = probability_of(out_->at(first_)[i]);
      sums_[i + 1] = sums_[i] + p_[i];
      mass_[i + 1] = mass_[i] + uint64_t{p_[i]} * length_of(page.stats[i]);
    }
  }

  void fill() {
    fill_windows();
    fill_strong();
    fill_blocks();
  }

 private:
  uint8_t* at(Evidence column) {
    return out_->at(first_ + static_cast<size_t>(column) - static_cast<size_t>(Evidence::kOpinion));
  }

  void fill_windows() {
    constexpr size_t kWidths[4] = {3, 8, 20, 60};
    const uint8_t most = p_.empty() ? uint8_t{0} : *std::max_element(p_.begin(), p_.end());
    const uint64_t total = mass_[rows_];
    const uint8_t log_mass = log_scale(static_cast<uint32_t>(std::min<uint64_t>(total / 255U, 0xFFFFFFFEU)));
    for (size_t i = 0; i < rows_; ++i) {
      for (size_t w = 0; w < 4; ++w) {
        const size_t low = i > kWidths[w] ? i - kWidths[w] : 0;
        const size_t high = std::min(rows_, i + 1 + kWidths[w]);
        const size_t column = static_cast<size_t>(Evidence::kBefore3) + 2 * w;
        at(static_cast<Evidence>(column))[i] = static_cast<uint8_t>(i == low ? 0 : (sums_[i] - sums_[low]) / (i - low));
        at(static_cast<Evidence>(column + 1))[i] =
            static_cast<uint8_t>(high == i + 1 ? 0 : (sums_[high] - sums_[i + 1]) / (high - i - 1));
      }
      at(Evidence::kMassBefore)[i] = share(mass_[i], total);
      at(Evidence::kMassAfter)[i] = share(total - mass_[i + 1], total);
      at(Evidence::kMost)[i] = most;
      at(Evidence::kMass)[i] = log_mass;
    }
  }

  bool strong(size_t i) const { return p_[i] > kStrong && page_.columns.at(Column::kCharacters)[i] >= kStrongChars; }

  void fill_strong() {
    size_t first = rows_;
    size_t last = 0;
    uint32_t count = 0;
    uint32_t lengths[256] = {};
    const uint8_t* characters = page_.columns.at(Column::kCharacters);
    for (size_t i = 0; i < rows_; ++i) {
      if (strong(i)) {
        first = std::min(first, i);
        last = i;
        ++count;
        ++lengths[characters[i]];
      }
    }
    uint32_t median = 0;
    for (uint32_t seen = lengths[0]; seen * 2 < count;) {
      seen += lengths[++median];
    }
    uint32_t since = 80;
    for (size_t i = 0; i < rows_; ++i) {
      const auto row = static_cast<int64_t>(i);
      at(Evidence::kFromFirstStrong)[i] = count == 0 ? uint8_t{0} : signed_distance(row - static_cast<int64_t>(first));
      at(Evidence::kFromLastStrong)[i] = count == 0 ? uint8_t{0} : signed_distance(row - static_cast<int64_t>(last));
      at(Evidence::kLengthOfStrong)[i] =
          count == 0 ? uint8_t{0} : signed_distance((int64_t{characters[i]} - median) / 2);
      at(Evidence::kStrongCount)[i] = log_scale(count);
      at(Evidence::kSinceStrong)[i] = static_cast<uint8_t>(since);
      since = strong(i) ? 1 : std::min(since + 1, 80U);
    }
    uint32_t to = 80;
    for (size_t i = rows_; i-- > 0;) {
      at(Evidence::kToStrong)[i] = static_cast<uint8_t>(to);
      to = strong(i) ? 1 : std::min(to + 1, 80U);
    }
  }

  // Blocks: runs of probable units, small gaps bridged.  The heaviest is most probably the article; others are other
  // texts.
  void fill_blocks() {
    Block heaviest;
    for_each_block([&](const Block& block) { heaviest = block.mass > heaviest.mass ? block : heaviest; });
    for_each_block([&](const Block& block) {
      uint8_t* out = at(Evidence::kBlockShare);
      std::fill(out + block.first, out + block.last + 1, share(block.mass, heaviest.mass));
    });
    for (size_t i = 0; i < rows_; ++i) {
      const auto row = static_cast<int64_t>(i);
      at(Evidence::kFromBlock)[i] = signed_distance(row - static_cast<int64_t>(heaviest.first));
      at(Evidence::kFromBlockEnd)[i] = signed_distance(row - static_cast<int64_t>(heaviest.last));
    }
  }

  template <typename Use>
  void for_each_block(const Use& use) const {
    for (size_t i = 0; i < rows_;) {
      if (p_[i] < kInBlock) {
        ++i;
        continue;
      }
      Block block{i, i, 0};
      for (size_t next = i + 1; next < rows_ && next - block.last <= kBlockGap + 1; ++next) {
        block.last = p_[next] >= kInBlock ? next : block.last;
      }
      block.mass = mass_[block.last + 1] - mass_[block.first];
      use(block);
      i = block.last + 1;
    }
  }

  const PageFeatures& page_;
  size_t first_;
  Columns* out_;
  size_t rows_;
  std::pmr::vector<uint8_t> p_;
  std::pmr::vector<uint64_t> mass_;
  std::pmr::vector<uint32_t> sums_;
};

}  // namespace

uint8_t opinion_of(float logit) noexcept {
  return static_cast<uint8_t>(std::max(0.0F, std::min(255.0F, std::floor(128.5F + logit * 16.0F))));
}

uint8_t probability_of(uint8_t opinion) noexcept {
  return kProbability[opinion];
}

void fill_neighbour_columns(const PageFeatures& page, Evidence first, Columns* evidence,
                            std::pmr::memory_resource* memory) {
  NeighbourFiller(page, static_cast<size_t>(first), evidence, memory).fill();
}

}  // namespace article
