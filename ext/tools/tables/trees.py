"""trees.inc: the tree ensembles of core/fields/score.cpp, from ext/data/trees/*.tsv or the folder given by --trees.

Rows: `bias VALUE`; `tree`, which begins one; `split FEATURE THRESHOLD LEFT RIGHT`, `leaf VALUE`: the nodes of the tree in order, the
first its root; LEFT and RIGHT count from 0 within the tree.  Features are named as in core/*/<name>_features.def.
"""
import re

LEAVES = 16  # kTreeLeaves of core/fields/score.h
SPLITS = (7, 11, 15)  # of every tree: Trees::tree_splits
COLUMN_BYTES = 64  # of a feature in ScoreBatch
DE_BRUIJN, BITS_IN_FRONT = 0x09AF, 12  # kDeBruijn, kBitsInFront
RANKINGS = ["headline", "date", "byline", "item", "heading"]  # in the order of Ranking in core/fields/score.h


def feature_names(folder, name):
    path, = (folder.parent / "core").glob(f"*/{name}_features.def")
    return re.findall(r"^ARTICLE_\w+_FEATURE\((\w+)\)", path.read_text(encoding="utf-8"), re.M)


def read_trees(path, names):
    bias, nodes, roots, start = 0, [], [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, *cells = line.split("\t")
        if kind == "bias":
            bias = int(cells[0])
        elif kind == "tree":
            start = len(nodes)
            roots.append(start)
        elif kind == "leaf":
            nodes.append((-1, 0, int(cells[0]), 0, 0))
        else:
            nodes.append((names.index(cells[0]), int(cells[1]), 0, start + int(cells[2]), start + int(cells[3])))
    return bias, nodes or [(-1, 0, 0, 0, 0)], roots


def splits_of(nodes, roots):
    """The form of ScoreBatch: the number of splits of every tree, all of them as (column, limit, leaves that are left on the
    right side), the trees' leaves by their place; None where a tree has too many leaves or a sum of leaves is too wide."""
    trees, widest = [], 0

    def visit(at, splits, values):
        feature, threshold, value, left, right = nodes[at]
        if feature < 0:
            values.append(value)
            return 1 << len(values) - 1
        place = len(splits)
        splits.append(None)
        below = visit(left, splits, values)
        splits[place] = feature * COLUMN_BYTES, threshold + 1, 0xFFFF & ~below
        return below | visit(right, splits, values)

    for root in roots:
        trees.append(([], []))
        visit(root, *trees[-1])
        widest += max(map(abs, trees[-1][1]))
    most = max(len(splits) for splits, _values in trees)
    if most > SPLITS[-1] or widest >= 1 << 15:
        return None
    count = min(size for size in SPLITS if size >= most)
    leaves = [0] * (len(trees) * LEAVES)
    for tree, (splits, values) in enumerate(trees):
        splits += [(0, 0, 0xFFFF)] * (count - len(splits))
        for leaf, value in enumerate(values):
            leaves[tree * LEAVES + ((DE_BRUIJN << leaf & 0xFFFF) >> BITS_IN_FRONT)] = value
    return count, [split for splits, _values in trees for split in splits], leaves


def generate(data, _weights):
    out, table = [], []
    for name in RANKINGS:
        bias, nodes, roots = read_trees(data.trees / f"{name}.tsv", feature_names(data.folder, name))
        title = name.capitalize()
        batch = splits_of(nodes, roots) if roots else None
        if batch:
            count, splits, leaves = batch
            rows = ", ".join("{%d, %d, %d}" % split for split in splits)
            out.append(f"constexpr TreeSplit k{title}Splits[] = {{{rows}}};")
            out.append(f"constexpr int16_t k{title}Leaves[] = {{{', '.join(map(str, leaves))}}};")
            table.append(f"    {{nullptr, nullptr, {len(roots)}, {bias}, {count}, k{title}Splits, k{title}Leaves}},")
        else:
            out.append(f"constexpr TreeNode k{title}Nodes[] = {{")
            out += ["    {%d, %d, %d, %d, %d}," % node for node in nodes]
            out.append("};")
            out.append(f"constexpr uint16_t k{title}Roots[] = {{{', '.join(map(str, roots or [0]))}}};")
            table.append(f"    {{k{title}Nodes, k{title}Roots, {len(roots)}, {bias}}},")
    return "\n".join(out + ["constexpr Trees kRankings[] = {"] + table + ["};"]) + "\n"
