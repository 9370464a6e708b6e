// One step in a trie of phrases over the hashes of their words, whose edges lie in one open-addressing hash table.
//
// ext/tools/tables/_trie.py builds such tables; the news vocabulary (core/lexicon) and the vocabulary of prose
// (core/prose/terms) have one each.  Cost: one probe, as a rule.
#pragma once

#include <cstdint>

namespace article {

struct EdgeTable {
  const uint32_t* keys;
  const uint32_t* nodes;  // where an edge leads; 0: no edge in this slot
  uint32_t mask;          // slots - 1, a power of two less one
};

// mix() of ext/tools/tables/_trie.py.
inline uint32_t edge_key(uint32_t node, uint32_t word_hash) noexcept {
  uint32_t value = node * 0x9E3779B1U + word_hash;
  value ^= value >> 15U;
  value *= 0x85EBCA6BU;
  return value ^ (value >> 13U);
}

// Moves *node along the edge of a word; false: there is none, and *node stays.
inline bool follow_edge(const EdgeTable& edges, uint32_t word_hash, uint32_t* node) noexcept {
  const uint32_t key = edge_key(*node, word_hash);
  for (uint32_t at = key & edges.mask; edges.nodes[at] != 0; at = (at + 1) & edges.mask) {
    if (edges.keys[at] == key) {
      *node = edges.nodes[at];
      return true;
    }
  }
  return false;
}

}  // namespace article
