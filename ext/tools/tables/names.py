"""names.inc: the table of core/prose/known_names.cpp, from names.tsv."""
from tables import _data

FILE = "names.tsv"
KINDS = {"given": 1, "family": 2, "both": 3}  # bits of NameKind in core/prose/known_names.h
SLOT_BITS = 17  # kSlotBits


def place(word_hash):
    """Slot and fingerprint of a word, as known_names.cpp has them."""
    spread = word_hash * 0x9E3779B1 & 0xFFFFFFFF
    return spread >> 32 - SLOT_BITS, (spread & 0x3FFF) << 2


def read(folder):
    """{hash of a word: kinds}"""
    out = {}
    for number, (name, kind) in _data.read_rows(folder / FILE, 2):
        words = _data.words(name)
        if len(words) != 1 or kind not in KINDS:
            raise _data.DataError(f"{FILE}:{number}: a name of one word and a kind of {tuple(KINDS)} wanted")
        word_hash = _data.hash_word(words[0])
        out[word_hash] = out.get(word_hash, 0) | KINDS[kind]
    return out


def generate(data, weights):
    slots = [0] * (1 << SLOT_BITS)
    names = read(data.folder)
    if len(names) > 0.85 * len(slots):
        raise _data.DataError(f"{FILE}: too many names for {len(slots)} slots")
    for word_hash, kinds in sorted(names.items()):
        slot, fingerprint = place(word_hash)
        while slots[slot]:
            slot = (slot + 1) % len(slots)
        slots[slot] = fingerprint | kinds
    rows = ",\n".join(",".join(map(str, slots[at:at + 32])) for at in range(0, len(slots), 32))
    return f"""// Written by ext/tools/generate_tables.py from ext/data.
constexpr uint32_t kGeneratedSlotBits = {SLOT_BITS};
constexpr uint16_t kNameSlots[] = {{
{rows}}};
"""
