"""A trie of phrases over the hashes of their words, as the tables that core/text/hash_trie.h walks."""
from tables import _data

FILTER_BITS = 17  # kFilterBits of core/text/hash_trie.h
MOST_SALTS = 64


def mix(node, word_hash):
    """edge_key() of core/text/hash_trie.h."""
    value = (node * 0x9E3779B1 + word_hash) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 0x85EBCA6B) & 0xFFFFFFFF
    value ^= value >> 13
    return value


def build_trie(phrases, common=frozenset()):
    """Edges and entries.  The nodes of the words in `common` stand side by side: most look-ups of a text are of a few of them."""
    for salt in range(MOST_SALTS):
        edges, entries = number_nodes(phrases, common, salt)
        if len({mix(*edge) for edge in edges if edge[0] != 0}) == sum(edge[0] != 0 for edge in edges):
            return edges, entries
    raise _data.DataError("two edges of the phrase trie have one key: change a constant of mix()")


def number_nodes(phrases, common, salt):
    """Another salt is another order of the words and so of the nodes; 0 is that of the alphabet."""
    hashes = {}
    for words, *_ in phrases:
        for word in words:
            value = _data.hash_word(word)
            if hashes.setdefault(value, word) != word:
                raise _data.DataError(f"the words {word!r} and {hashes[value]!r} have one hash")
    place = (lambda word: mix(salt, _data.hash_word(word))) if salt else (lambda word: word)
    edges, entries = {}, [[]]
    for first in sorted({words[0] for words, *_ in phrases}, key=lambda word: (word not in common, place(word))):  # their nodes come first: a token has 16 bits for one
        edges[0, _data.hash_word(first)] = len(entries)
        entries.append([])
    if len(entries) > 1 << 16:
        raise _data.DataError("more first words of phrases than 16 bits can count")
    for words, *entry in sorted(set(phrases), key=lambda phrase: ([place(word) for word in phrase[0]], phrase)):
        node = 0
        for word in words:
            key = (node, _data.hash_word(word))
            if key not in edges:
                edges[key] = len(entries)
                entries.append([])
            node = edges[key]
        entries[node].append(tuple(entry))
    return edges, entries


def edge_table(edges):
    size = 16
    while size < 2 * len(edges):
        size *= 2
    keys, nexts = [0] * size, [0] * size
    seen = set()
    for (node, word_hash), target in sorted(edges.items()):
        key = mix(node, word_hash)
        if key in seen or key == 0:
            raise _data.DataError("two edges of the phrase trie have one key: change a constant of mix()")
        seen.add(key)
        at = key & (size - 1)
        while nexts[at]:
            at = (at + 1) & (size - 1)
        keys[at], nexts[at] = key, target
    return size, keys, nexts


def bit_array(name, bits, size):
    """A C++ array of 2^size bits, those of the numbers `bits` set."""
    words = [0] * (1 << size - 6)
    for bit in bits:
        words[bit >> 6] |= 1 << (bit & 63)
    return f"constexpr uint64_t {name}[] = {{\n{numbers(f'{word}U' for word in words)}\n}};\n"


def first_word_filter(edges):
    """kFirstWords of core/text/hash_trie.h: one bit for the hash of each word with which a phrase begins."""
    bits = [word_hash * 0x9E3779B1 % (1 << 32) >> 32 - FILTER_BITS for node, word_hash in edges if node == 0]
    return bit_array("kFirstWords", bits, FILTER_BITS)


def numbers(values, per_line=16):
    values = list(values)
    lines = [", ".join(str(v) for v in values[i:i + per_line]) for i in range(0, len(values), per_line)]
    return ",\n".join(lines)


def edge_arrays(edges):
    """C++ arrays kEdgeMask and kEdgeTable."""
    size, keys, nexts = edge_table(edges)
    flat = [value for edge in zip(keys, nexts) for value in edge]
    return f"constexpr uint32_t kEdgeMask = {size - 1};\nconstexpr uint32_t kEdgeTable[] = {{\n{numbers(flat)}\n}};\n"


def tables(phrases, row):
    """C++ arrays kEdgeMask, kEdgeTable, kFirstWords, kEntryOffsets of `phrases`, and the number and the rows of their entries.

    phrases: (words, *entry); `row` formats one entry.  The entries of node n are rows kEntryOffsets[n] to kEntryOffsets[n + 1].
    """
    edges, entries = build_trie(phrases)
    offsets, flat = [], []
    for node in entries:
        offsets.append(len(flat))
        flat += node
    offsets.append(len(flat))
    arrays = f"""{edge_arrays(edges)}{first_word_filter(edges)}constexpr uint32_t kEntryOffsets[] = {{
{numbers(offsets)}
}};
"""
    return arrays, len(flat), ",\n".join(row % entry for entry in flat)
