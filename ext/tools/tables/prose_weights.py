"""prose_weights.inc: the weights of the attribution decoder (core/prose/attribution_weights.cpp), from prose_weights.bin.

The file, all numbers little-endian: 4 bytes "PRW3"; the transitions of both chains as int16 ([last or start][label]), cues
first; the floor of the screen as int16; the bits of words that begin no cue; the rows of the screen, 2 bytes each; those of
cues, 4 bytes each; those of spans, 7 bytes each.
core/prose/attribution_model.h says what they hold; ext/tools/prose/train_prose.py writes it.
"""
import struct

from tables import _data

CUE_LABELS, SPAN_LABELS = 3, 5
SCREEN_ROWS, CUE_ROWS, SPAN_ROWS, NEVER_CUE_BYTES = 1 << 15, 1 << 17, 1 << 16, (1 << 18) // 8


def table(values, labels):
    return ", ".join("{" + ", ".join(map(str, values[i:i + labels])) + "}" for i in range(0, len(values), labels))


def array(kind, name, values, width=12):
    lines = [", ".join(map(hex, values[i:i + width])) for i in range(0, len(values), width)]
    return f"const {kind} {name}[] = {{\n" + ",\n".join(lines) + "};\n"


def generate(data, weights):
    path = data.folder / "prose_weights.bin"
    raw = path.read_bytes()
    cue_count, span_count = (CUE_LABELS + 1) * CUE_LABELS, (SPAN_LABELS + 1) * SPAN_LABELS
    never_at = 4 + 2 * (cue_count + span_count + 1)
    screen_at = never_at + NEVER_CUE_BYTES
    cues_at = screen_at + 2 * SCREEN_ROWS
    spans_at = cues_at + 4 * CUE_ROWS
    if raw[:4] != b"PRW3" or len(raw) != spans_at + 7 * SPAN_ROWS:
        raise _data.DataError(f"{path.name}: not a file of prose weights")
    numbers = struct.unpack_from(f"<{cue_count + span_count + 1}h", raw, 4)
    screen_rows = struct.unpack_from(f"<{SCREEN_ROWS}H", raw, screen_at)
    cue_rows = struct.unpack_from(f"<{CUE_ROWS}I", raw, cues_at)
    span_rows = [int.from_bytes(raw[at:at + 7], "little") for at in range(spans_at, len(raw), 7)]
    return ("// Written by ext/tools/generate_tables.py from ext/data/prose_weights.bin.\n"
            + array("uint8_t", "kNeverCue", raw[never_at:screen_at], 24)
            + array("uint16_t", "kScreenRows", screen_rows, 16)
            + array("uint32_t", "kCueRows", cue_rows)
            + array("uint64_t", "kSpanRows", span_rows, 6)
            + f"const AttributionWeights kWeights = {{{{{table(numbers[:cue_count], CUE_LABELS)}}},\n"
            f"{{{table(numbers[cue_count:-1], SPAN_LABELS)}}},\n{numbers[-1]}, kNeverCue, kScreenRows, kCueRows, kSpanRows}};\n")
