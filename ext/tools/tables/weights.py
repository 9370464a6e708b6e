"""weights.inc: the weights of the line reader as bytes, checked here so that the reader need not."""
import pathlib
import re
import struct

MAGIC = b"ARTW"
VERSION = 3  # kWeightsVersion in core/roles/weights.h
PADDING = 8  # kColumnPadding in core/features/limits.h
CLASSES = 8  # kWordClasses in core/roles/evidence.h
FORESTS = (1, 1, 0, 24)  # values of a leaf; 0: a set of trees


def column_count():
    core = pathlib.Path(__file__).resolve().parents[2] / "core"
    return sum(len(re.findall(rf"^ARTICLE_{kind}\(", (core / name).read_text(encoding="utf-8"), re.M))
               for kind, name in (("COLUMN", "features/columns.def"), ("EVIDENCE", "roles/evidence.def")))


def check(raw, path):
    """Raises ValueError unless every read of core/roles/weights.cpp stays inside the file and every question inside a page."""
    def fail(why):
        raise ValueError(f"{path}: {why}")
    if raw[:4] != MAGIC or struct.unpack_from("<I", raw, 4)[0] != VERSION:
        fail("not the weights of this version")
    columns, bits = struct.unpack_from("<II", raw, 8)
    if columns != column_count():
        fail(f"made for {columns} columns, not {column_count()}: train again")
    at = 16 + 8 * CLASSES + (CLASSES << bits)
    for outputs in FORESTS:
        if outputs == 0:
            at = check_trees(raw, at, columns, fail)
            continue
        trees, depth, found = struct.unpack_from("<III", raw, at)
        if found != outputs or not 1 <= depth <= 8:
            fail("a forest of another shape")
        at += 16 + 4 * outputs
        for column, offset, _threshold in struct.iter_unpack("<HbB", raw[at:at + 4 * trees * depth]):
            if column >= columns or abs(offset) > PADDING:
                fail("a question outside of the columns")
        at += 4 * trees * depth + 2 * (trees << depth) * outputs
    if at != len(raw):
        fail(f"{len(raw)} bytes, not {at}")


def check_trees(raw, at, columns, fail):
    """The place after the trees of core/roles/tree_set.h; every child is a later node or a leaf of its tree."""
    trees, nodes, leaves = struct.unpack_from("<III", raw, at)
    starts = list(struct.iter_unpack("<II", raw[at + 24:at + 24 + 8 * trees])) + [(nodes, leaves)]
    at += 24 + 8 * trees
    table = list(struct.iter_unpack("<HbBhh", raw[at:at + 8 * nodes]))
    for (first, leaf), (end, last) in zip(starts, starts[1:]):
        for i, (column, offset, _threshold, *children) in enumerate(table[first:end]):
            if column >= columns or abs(offset) > PADDING:
                fail("a question outside of the columns")
            if any(not (i < c < end - first) and not (c < 0 and ~c < last - leaf) for c in children):
                fail("a tree with a branch to nowhere")
        if first == end:
            fail("an empty tree")
    return at + 8 * nodes + 2 * (leaves + leaves % 2)


def generate(data, weights):
    raw = pathlib.Path(weights).read_bytes()
    check(raw, weights)
    rows = [",".join(map(str, raw[i:i + 64])) for i in range(0, len(raw), 64)]
    return "alignas(16) constexpr unsigned char kWeightsBytes[] = {\n" + ",\n".join(rows) + "};\n"
