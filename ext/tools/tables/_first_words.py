"""A perfect hash of the words that begin a phrase of the news vocabulary: most words of a text are asked, and a look-up without
a branch costs no guess of the machine."""
from tables import _data, _trie

BUCKET_BITS = 13  # kWordBucketBits of core/lexicon.h
SLOT_BITS = 16  # kWordSlotBits


def word_slot(word_hash, shift):
    """word_slot() of core/lexicon.h."""
    return ((word_hash ^ shift) * 0x85EBCA6B & 0xFFFFFFFF) >> 32 - SLOT_BITS


def table(edges):
    """A perfect hash of the words that begin a phrase: a shift for each bucket of words, by which they fall into slots of
    their own.  (shifts, (hash, node) of each slot)"""
    buckets = [[] for _ in range(1 << BUCKET_BITS)]
    for (node, word_hash), target in sorted(edges.items()):
        if node == 0:
            buckets[(word_hash * 0x9E3779B1 & 0xFFFFFFFF) >> 32 - BUCKET_BITS].append((word_hash, target))
    shifts, slots = [0] * len(buckets), [(0, 0)] * (1 << SLOT_BITS)
    for number in sorted(range(len(buckets)), key=lambda n: -len(buckets[n])):
        for shift in range(1 << 16):
            places = {word_slot(word_hash, shift) for word_hash, _ in buckets[number]}
            if len(places) == len(buckets[number]) and all(slots[place] == (0, 0) for place in places):
                break
        else:
            raise _data.DataError("more first words of phrases than their table holds: one more of SLOT_BITS")
        shifts[number] = shift
        for word_hash, target in buckets[number]:
            slots[word_slot(word_hash, shift)] = word_hash, target
    return shifts, slots


def arrays(edges):
    """C++ arrays kFirstWords, kWordShifts and kWordSlots."""
    shifts, slots = table(edges)
    rows = ", ".join("{%d, %d}" % slot for slot in slots)
    return f"{_trie.first_word_filter(edges)}constexpr uint16_t kWordShifts[] = {{\n{_trie.numbers(shifts)}\n}};\nconstexpr WordSlot kWordSlots[] = {{{rows}}};\n"
