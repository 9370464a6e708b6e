// One step in a trie of phrases over the hashes of their words, whose edges lie in one open-addressing hash table.
//
// ext/tools/tables/_trie.py builds such tables; the news vocabulary (core/lexicon) and the vocabulary of prose
// (core/prose/terms) have one each.  Cost: one probe, as a rule.
#pragma once

#include <cstddef>
#include <cstdint>

namespace article {

struct EdgeTable {
  const uint32_t* slots;        // key of an edge and the node where it leads, by turns; node 0: no edge
  uint32_t mask;                // slots - 1, a power of two less one
  const uint64_t* first_words;  // a bit for each word that an edge of node 0 has: most words of a text have none;
                                // nullptr where node 0 is never asked
};

constexpr uint32_t kFilterBits = 17;  // 16 KB, which stay in the first cache

// mix() of ext/tools/tables/_trie.py.
inline uint32_t edge_key(uint32_t node, uint32_t word_hash) noexcept {
  uint32_t value = node * 0x9E3779B1U + word_hash;
  value ^= value >> 15U;
  value *= 0x85EBCA6BU;
  return value ^ (value >> 13U);
}

// Moves *node along the edge of a word; false: there is none, and *node stays.
inline bool follow_edge(const EdgeTable& edges, uint32_t word_hash, uint32_t* node) noexcept {
  if (*node == 0) {
    const uint32_t bit = word_hash * 0x9E3779B1U >> (32U - kFilterBits);
    if ((edges.first_words[bit >> 6U] >> (bit & 63U) & 1U) == 0) {
      return false;
    }
  }
  const uint32_t key = edge_key(*node, word_hash);
  for (uint32_t at = key & edges.mask;; at = (at + 1) & edges.mask) {
    const uint32_t* slot = edges.slots + 2 * size_t{at};
    if (slot[1] == 0) {
      return false;
    }
    if (slot[0] == key) {
      *node = slot[1];
      return true;
    }
  }
}

}  // namespace article
