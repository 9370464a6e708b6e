#include <algorithm>

#include "core/roles/evidence.h"

namespace article {

namespace {

constexpr uint8_t kStrong = 153;      // of 255: 0.6
constexpr uint8_t kStrongChars = 96;  // log_scale of 63 characters
constexpr uint8_t kInBlock = 77;      // 0.3
constexpr uint32_t kFarUnits = 80;    // as far as is counted
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
      : characters_(page.columns.at(Column::kCharacters)),
        first_(first),
        out_(evidence),
        rows_(page.units.size()),
        p_(memory),
        strong_(memory),
        mass_(memory),
        sums_(memory) {
    p_.resize(rows_);
    strong_.resize(rows_);
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
    fill_means<3>(sums_, at(Evidence::kBefore3), at(Evidence::kAfter3));
    fill_means<8>(sums_, at(Evidence::kBefore8), at(Evidence::kAfter8));
    fill_means<20>(sums_, at(Evidence::kBefore20), at(Evidence::kAfter20));
    fill_means<60>(sums_, at(Evidence::kBefore60), at(Evidence::kAfter60));
    const uint8_t most = p_.empty() ? uint8_t{0} : *std::max_element(p_.begin(), p_.end());
    const uint64_t total = mass_[rows_];
    std::fill_n(at(Evidence::kMost), rows_, most);
    std::fill_n(at(Evidence::kMass), rows_,
                log_scale(static_cast<uint32_t>(std::min<uint64_t>(total / 255U, 0xFFFFFFFEU))));
    RisingShare before(total);
    RisingShare after(total);
    uint8_t* mass_before = at(Evidence::kMassBefore);
    uint8_t* mass_after = at(Evidence::kMassAfter);
    for (size_t i = 0; i < rows_; ++i) {
      mass_before[i] = before.of(mass_[i]);
    }
    for (size_t i = rows_; i-- > 0;) {
      mass_after[i] = after.of(total - mass_[i + 1]);
    }
  }

  void fill_strong() {
    const size_t rows = rows_;
    const uint8_t* const characters = characters_;
    uint8_t* const strong = strong_.data();
    for (size_t i = 0; i < rows; ++i) {
      strong[i] = static_cast<uint8_t>(unsigned{p_[i] > kStrong} & unsigned{characters[i] >= kStrongChars});
    }
    size_t first = rows;
    size_t last = 0;
    uint32_t count = 0;
    uint32_t lengths[256] = {};
    uint8_t* since_strong = at(Evidence::kSinceStrong);
    uint32_t since = kFarUnits;
    for (size_t i = 0; i < rows; ++i) {
      since_strong[i] = static_cast<uint8_t>(since);
      since = std::min(since + 1, kFarUnits);
      if (strong[i] != 0) {
        since = 1;
        first = std::min(first, i);
        last = i;
        ++count;
        ++lengths[characters[i]];
      }
    }
    uint8_t* to_strong = at(Evidence::kToStrong);
    uint32_t to = kFarUnits;
    for (size_t i = rows; i-- > 0;) {
      to_strong[i] = static_cast<uint8_t>(to);
      to = strong[i] != 0 ? 1 : std::min(to + 1, kFarUnits);
    }
    std::fill_n(at(Evidence::kStrongCount), rows, log_scale(count));
    if (count == 0) {
      return;  // the others stay 0
    }
    int32_t median = 0;
    for (uint32_t seen = lengths[0]; seen * 2 < count;) {
      seen += lengths[++median];
    }
    uint8_t* const length = at(Evidence::kLengthOfStrong);
    for (size_t i = 0; i < rows; ++i) {
      length[i] = signed_distance((int32_t{characters[i]} - median) / 2);
    }
    fill_distances(first, rows, at(Evidence::kFromFirstStrong));
    fill_distances(last, rows, at(Evidence::kFromLastStrong));
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
    fill_distances(heaviest.first, rows_, at(Evidence::kFromBlock));
    fill_distances(heaviest.last, rows_, at(Evidence::kFromBlockEnd));
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

  const uint8_t* characters_;
  size_t first_;
  Columns* out_;
  size_t rows_;
  std::pmr::vector<uint8_t> p_;
  std::pmr::vector<uint8_t> strong_;  // 1: probable and long
  std::pmr::vector<uint64_t> mass_;
  std::pmr::vector<uint32_t> sums_;
};

}  // namespace

uint8_t probability_of(uint8_t opinion) noexcept {
  return kProbability[opinion];
}

void fill_neighbour_columns(const PageFeatures& page, Evidence first, Columns* evidence,
                            std::pmr::memory_resource* memory) {
  NeighbourFiller(page, static_cast<size_t>(first), evidence, memory).fill();
}

}  // namespace article
