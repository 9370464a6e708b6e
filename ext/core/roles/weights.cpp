#include "core/roles/weights.h"

#include <cstring>

namespace article {

namespace {

#include "weights.inc"

class ByteReader {
 public:
  explicit ByteReader(const unsigned char* at) noexcept : at_(at) {}
  template <typename Value>
  Value value() noexcept {
    Value result;
    std::memcpy(&result, take(sizeof(Value)), sizeof(Value));
    return result;
  }
  const unsigned char* take(size_t bytes) noexcept {
    const unsigned char* here = at_;
    at_ += bytes;
    return here;
  }

 private:
  const unsigned char* at_;
};

Forest read_forest(ByteReader* reader, float* base) noexcept {
  Forest forest;
  forest.trees = reader->value<uint32_t>();
  forest.depth = reader->value<uint32_t>();
  forest.outputs = reader->value<uint32_t>();
  forest.scale = reader->value<float>();
  for (uint32_t k = 0; k < forest.outputs; ++k) {
    base[k] = reader->value<float>();
  }
  // The table is aligned for both.
  forest.questions =
      reinterpret_cast<const Question*>(reader->take(size_t{forest.trees} * forest.depth * sizeof(Question)));
  forest.leaves =
      reinterpret_cast<const int16_t*>(reader->take((size_t{forest.trees} << forest.depth) * forest.outputs * 2U));
  return forest;
}

// The file has trees of nodes; what is evaluated are the tables that were made of them.
TreeSet read_tree_set(ByteReader* reader) noexcept {
  TreeSet set = kTreeSet;
  reader->take(3 * sizeof(uint32_t));  // trees, nodes, leaves
  set.scale = reader->value<float>();
  set.base = reader->value<float>();
  set.least = reader->value<int32_t>();
  reader->take(kTreeSetBytes);
  return set;
}

}  // namespace

Weights read_weights(const unsigned char* bytes) noexcept {
  ByteReader reader(bytes);
  reader.take(12);  // magic, version, columns
  Weights weights;
  weights.lexical.bits = reader.value<uint32_t>();
  for (float& scale : weights.lexical.scale) {
    scale = reader.value<float>();
  }
  for (float& bias : weights.lexical.bias) {
    bias = reader.value<float>();
  }
  weights.lexical.weights = reinterpret_cast<const int8_t*>(reader.take(kWordClasses << weights.lexical.bits));
  weights.first = read_forest(&reader, &weights.first_base);
  weights.second = read_forest(&reader, &weights.second_base);
  weights.third = read_tree_set(&reader);
  weights.roles = read_forest(&reader, weights.role_base);
  return weights;
}

const unsigned char* weights_bytes() noexcept {
  return kWeightsBytes;
}
size_t weights_size() noexcept {
  return sizeof(kWeightsBytes);
}

}  // namespace article
