// The weights of the line reader: what ext/tools/train_reader.py writes, read in place.
//
// ext/tools/tables/weights.py checks the file at build time (format, columns, questions in range), so that reading it
// needs no check at run time.  All numbers are little-endian; the tables are aligned to 4 bytes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/roles/evidence.h"
#include "core/roles/forest.h"
#include "core/roles/tree_set.h"

namespace article {

constexpr uint32_t kWeightsVersion = 3;

struct Weights {
  LexicalTable lexical;
  Forest first;   // body or not, from what is seen
  Forest second;  // the same, from that and the first one's opinions around
  TreeSet third;  // the same, from all that and the second one's opinions around
  Forest roles;   // roles other than body; output k is Role k, kBlank and kBody unused
  float first_base = 0;
  float second_base = 0;
  float role_base[24] = {};
};

Weights read_weights(const unsigned char* bytes) noexcept;

// The weights that are compiled in.
const unsigned char* weights_bytes() noexcept;
size_t weights_size() noexcept;

}  // namespace article
