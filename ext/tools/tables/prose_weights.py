"""prose_weights.inc: the weights of the attribution decoder (core/prose/attribution_model.cpp), from prose_weights.bin.

The file: 4 bytes "PRW1", weight bits, then the transitions of both chains as little-endian int16 ([last or start][label]),
then one int8 for each row and label, cues first.  ext/tools/train_prose.py writes it.
"""
import struct

from tables import _data

CUE_LABELS, SPAN_LABELS = 3, 5


def rows(values, labels):
    return ",\n".join("{" + ", ".join(map(str, values[i:i + labels])) + "}" for i in range(0, len(values), labels))


def generate(data, weights):
    path = data.folder / "prose_weights.bin"
    raw = path.read_bytes()
    if raw[:4] != b"PRW1":
        raise _data.DataError(f"{path.name}: not a file of prose weights")
    bits = raw[4]
    cue_count, span_count = (CUE_LABELS + 1) * CUE_LABELS, (SPAN_LABELS + 1) * SPAN_LABELS
    numbers = struct.unpack_from(f"<{cue_count + span_count}h", raw, 5)
    body = raw[5 + 2 * (cue_count + span_count):]
    if len(body) != (1 << bits) * (CUE_LABELS + SPAN_LABELS):
        raise _data.DataError(f"{path.name}: {len(body)} weights, {(1 << bits) * (CUE_LABELS + SPAN_LABELS)} wanted")
    lines = ['"' + "".join(f"\\{byte:03o}" for byte in body[i:i + 64]) + '"' for i in range(0, len(body), 64)]
    return (f"// Written by ext/tools/generate_tables.py from ext/data/prose_weights.bin.\n"
            f"constexpr uint32_t kGeneratedWeightBits = {bits};\n"
            f"constexpr int32_t kCueTransitions[{CUE_LABELS + 1}][{CUE_LABELS}] = {{\n{rows(numbers[:cue_count], CUE_LABELS)}}};\n"
            f"constexpr int32_t kSpanTransitions[{SPAN_LABELS + 1}][{SPAN_LABELS}] = {{\n{rows(numbers[cue_count:], SPAN_LABELS)}}};\n"
            f"const char kWeights[] =\n" + "\n".join(lines) + ";\n")
