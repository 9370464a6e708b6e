"""weights.inc: the weights of the line reader as bytes, checked here so that the reader need not, and its trees as the
tables of core/roles/tree_set.h."""
import itertools
import pathlib
import re
import struct

MAGIC = b"ARTW"
VERSION = 3  # kWeightsVersion in core/roles/weights.h
PADDING = 8  # kColumnPadding in core/features/limits.h
CLASSES = 8  # kWordClasses in core/roles/evidence.h
FORESTS = (1, 1, 0, 24)  # values of a leaf; 0: a set of trees
SET = 8  # kSetLeaves in core/roles/tree_set.h
WORD = 32  # kWordLeaves
MOST_WORDS = 4  # kMostTreeWords
NO_NODE = WORD - 1  # kNoNode
TREES_IN_TURNS = 4  # kTreesInTurns


def column_count():
    core = pathlib.Path(__file__).resolve().parents[2] / "core"
    return sum(len(re.findall(rf"^ARTICLE_{kind}\(", (core / name).read_text(encoding="utf-8"), re.M))
               for kind, name in (("COLUMN", "features/columns.def"), ("EVIDENCE", "roles/evidence.def")))


def check(raw, path):
    """Raises ValueError unless every read of core/roles/weights.cpp stays inside the file and every question inside a page;
    the set of trees as cuts_of() and nodes_of() have them, and its bytes after the head."""
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
            begin = at + 24
            set_of_trees, at = check_trees(raw, at, columns, fail)
            size = at - begin
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
    return set_of_trees, size


def check_trees(raw, at, columns, fail):
    """(trees as cuts_of() and nodes_of() have them, the place after them); every child is a later node or ~number of a leaf of its tree."""
    trees, nodes, leaves = struct.unpack_from("<III", raw, at)
    starts = list(struct.iter_unpack("<II", raw[at + 24:at + 24 + 8 * trees])) + [(nodes, leaves)]
    at += 24 + 8 * trees
    table = list(struct.iter_unpack("<HbBhh", raw[at:at + 8 * nodes]))
    after = at + 8 * nodes
    values = struct.unpack_from(f"<{leaves}h", raw, after)
    found = []
    for (first, leaf), (end, last) in zip(starts, starts[1:]):
        for i, (column, offset, _threshold, *children) in enumerate(table[first:end]):
            if column >= columns or abs(offset) > PADDING:
                fail("a question outside of the columns")
            if any(not (i < c < end - first) and not (c < 0 and ~c < last - leaf) for c in children):
                fail("a tree with a branch to nowhere")
        if first == end:
            fail("an empty tree")
        found.append((*cuts_of(table[first:end], values[leaf:last]), nodes_of(table[first:end])))
        if len(found[-1][1]) > WORD * MOST_WORDS:
            fail("a tree with too many leaves")
    return found, after + 2 * (leaves + leaves % 2)


def cuts_of(nodes, leaves):
    """The questions of one tree that reach into each set of leaves as (column, offset, threshold, leaves of the set that
    stay); its leaves from left to right."""
    by_set, ordered = [[] for _ in range((len(leaves) + SET - 1) // SET)], []

    def visit(child):
        """Numbers of the leaves below."""
        if child < 0:
            ordered.append(leaves[~child])
            return range(len(ordered) - 1, len(ordered))
        column, offset, threshold, left, right = nodes[child]
        below = visit(left)
        for leaf_set in range(below.start // SET, (below.stop - 1) // SET + 1):
            gone = sum(1 << leaf % SET for leaf in below if leaf // SET == leaf_set)
            by_set[leaf_set].append((column, offset, threshold, 0xFF & ~gone))
        return range(below.start, visit(right).stop)

    visit(0)
    return by_set, ordered


def nodes_of(nodes):
    """The questions of one tree as (column, offset, threshold, left child, right child, leaves on the left side)."""
    def leaves_below(child):
        return 1 if child < 0 else sum(map(leaves_below, nodes[child][3:]))
    return [(column, offset, threshold, *(NO_NODE if child < 0 else child for child in (left, right)), leaves_below(left))
            for column, offset, threshold, left, right in nodes]


def tables_of(trees, size):
    """C++ tables of TreeSet."""
    words = max((len(leaves) + WORD - 1) // WORD for _cuts, leaves, _nodes in trees)
    inputs, cuts, ends, values, nodes, node_ends = {}, [], [], [], [], []
    for of_tree, leaves, tree_nodes in trees:
        for of_set in of_tree + [[]] * (words * WORD // SET - len(of_tree)):
            cuts += [(inputs.setdefault((column, offset), len(inputs)), *rest) for column, offset, *rest in of_set]
            ends.append(len(cuts))
        values += leaves + [0] * (words * WORD - len(leaves))
    for first in range(0, len(trees), TREES_IN_TURNS):
        in_turns = [of_tree for _cuts, _leaves, of_tree in trees[first:first + TREES_IN_TURNS]]
        in_turns += [[]] * (TREES_IN_TURNS - len(in_turns))
        for of_turn in itertools.zip_longest(*in_turns, fillvalue=(*next(iter(inputs)), 255, NO_NODE, NO_NODE, 0)):
            nodes += [(inputs[column, offset], *rest) for column, offset, *rest in of_turn]
        node_ends.append(len(nodes))
    of_nodes = "kTreeNodeEnds, kTreeNodes" if words == 1 else "nullptr, nullptr"

    def rows(items):
        return ", ".join("{%s}" % ", ".join(map(str, item)) for item in items)
    return (f"constexpr TreeInput kTreeInputs[] = {{{rows(inputs)}}};\n"
            f"constexpr TreeCut kTreeCuts[] = {{{rows(cuts)}}};\n"
            f"constexpr uint32_t kTreeEnds[] = {{{', '.join(map(str, ends))}}};\n"
            f"constexpr int16_t kTreeLeaves[] = {{{', '.join(map(str, values))}}};\n"
            f"constexpr uint32_t kTreeNodeEnds[] = {{{', '.join(map(str, node_ends))}}};\n"
            f"constexpr TreeNode kTreeNodes[] = {{{rows(nodes)}}};\n"
            f"constexpr size_t kTreeSetBytes = {size};  // of the trees in kWeightsBytes\n"
            f"constexpr TreeSet kTreeSet = {{{len(trees)}, {words}, 0, 0, 0, {len(inputs)}, kTreeInputs, kTreeEnds, kTreeCuts, kTreeLeaves, {of_nodes}}};\n")


def generate(data, weights):
    raw = pathlib.Path(weights).read_bytes()
    trees, size = check(raw, weights)
    rows = [",".join(map(str, raw[i:i + 64])) for i in range(0, len(raw), 64)]
    return "alignas(16) constexpr unsigned char kWeightsBytes[] = {\n" + ",\n".join(rows) + "};\n" + tables_of(trees, size)
