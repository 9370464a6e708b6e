"""The CMake target fields_probe over ctypes: candidates of the rankings and what is seen of them, by the code of article.so."""
import collections
import ctypes
import json
import math
import pathlib
import re
import sys

import numpy

RANKINGS = ["headline", "date", "byline", "item", "heading"]  # in the order of Ranking in core/fields/score.h
CORE = pathlib.Path(__file__).resolve().parents[2] / "core"
CAPACITY = 4000  # candidates
JSON_BYTES = 1 << 22


def feature_names(ranking):
    source, = CORE.glob(f"*/{ranking}_features.def")
    return re.findall(r"^ARTICLE_\w+_FEATURE\((\w+)\)", source.read_text(encoding="utf-8"), re.M)


class Probe:
    def __init__(self, path):
        self.library = ctypes.CDLL(str(pathlib.Path(path).resolve()))
        for name in ("roles", "candidates", "feature_count", "article"):
            getattr(self.library, f"fields_{name}").restype = ctypes.c_size_t

    def roles(self, text):
        """Role, confidence, paragraph number of each line; `text` is UTF-8."""
        out = numpy.zeros((text.count(b"\n") * 2 + text.count(b"\r") + 4096, 3), numpy.int32)
        count = self.library.fields_roles(text, ctypes.c_size_t(len(text)), out.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(len(out)))
        return out[:count].copy()

    def set_trees(self, ranking, trees):
        self.library.fields_set_trees(
            RANKINGS.index(ranking), trees.nodes.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(len(trees.nodes)),
            trees.roots.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(len(trees.roots)), ctypes.c_int32(trees.bias))

    def _page(self, text, roles):
        return text, ctypes.c_size_t(len(text)), roles.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(len(roles))

    def candidates(self, text, roles, ranking):
        """(features, spans) of each candidate."""
        number = RANKINGS.index(ranking)
        features = numpy.zeros((CAPACITY, self.library.fields_feature_count(number)), numpy.int16)
        spans = numpy.zeros((CAPACITY, 4), numpy.int64)
        count = self.library.fields_candidates(*self._page(text, roles), number, features.ctypes.data_as(ctypes.c_void_p),
                                               spans.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(CAPACITY))
        return features[:count].copy(), spans[:count].copy()

    def article(self, text, roles):
        """The fields and items of a page, without its body."""
        out = ctypes.create_string_buffer(JSON_BYTES)
        size = self.library.fields_article(*self._page(text, roles), out, ctypes.c_size_t(JSON_BYTES))
        return json.loads(out.raw[:size].decode("utf-8"))


def flatten(tree, scale, out):
    """Nodes (feature, threshold, value, left, right) of a tree of LightGBM in preorder; returns the index of its root."""
    at = len(out)
    out.append(None)
    if "leaf_value" in tree:
        out[at] = (-1, 0, round(tree["leaf_value"] * scale * 1000), 0, 0)
    else:
        left, right = flatten(tree["left_child"], scale, out), flatten(tree["right_child"], scale, out)
        out[at] = (tree["split_feature"], math.floor(tree["threshold"]), 0, left, right)
    return at


Trees = collections.namedtuple("Trees", "nodes roots bias")  # as core/fields/score.h has them


def integer_trees(model, scale=1.0, shift=0.0):
    """A model of LightGBM whose raw score x becomes scale * x + shift, in thousandths."""
    nodes, roots = [], []
    scale /= len(getattr(model, "models", [model]))
    for tree in model.dump_model()["tree_info"]:
        roots.append(flatten(tree["tree_structure"], scale, nodes))
    return Trees(numpy.array(nodes, numpy.int32), numpy.array(roots, numpy.int32), round(shift * 1000))


def write_trees(path, ranking, trees):
    """The rows that ext/tools/tables/trees.py reads."""
    names = feature_names(ranking)
    lines = ["# Trees that rank candidates, written by ext/tools/fields/train.py.", f"bias\t{trees.bias}"]
    starts = set(trees.roots.tolist())
    start = 0
    for at, (feature, threshold, value, left, right) in enumerate(trees.nodes.tolist()):
        if at in starts:
            lines.append("tree")
            start = at
        lines.append(f"leaf\t{value}" if feature < 0 else f"split\t{names[feature]}\t{threshold}\t{left - start}\t{right - start}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_trees(path, ranking):
    sys.path.insert(0, str(CORE.parent / "tools"))
    from tables import trees as table  # what the build reads
    bias, nodes, roots = table.read_trees(path, feature_names(ranking))
    return Trees(numpy.array(nodes, numpy.int32), numpy.array(roots, numpy.int32), bias)
