"""The learners of boost.cpp over ctypes, and the model that they make: lexical table -> two forests and a set of
trees for body -> forest of roles."""
import ctypes
import os
import struct

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # before LightGBM is loaded: its threads must not spin where others work

import lightgbm  # noqa: E402
import numpy as np  # noqa: E402

from labels import R, ROLES, WORD_CLASS  # noqa: E402

CLASSES, OUTPUTS, PADDING = 8, 24, 8
TREE = {"trees": 150, "depth": 7, "outputs": 1, "softmax": 0, "bins": 32, "threads": 2, "rate": 0.12, "lam": 5.0, "row_share": 0.22,
        "column_share": 0.2, "min_weight": 0.5, "leaf_limit": 3.0, "seed": 7}


class Params(ctypes.Structure):
    _fields_ = [(n, ctypes.c_int32) for n in ("trees", "depth", "outputs", "softmax", "bins", "threads")] + [
        (n, ctypes.c_float) for n in ("rate", "lam", "row_share", "column_share", "min_weight", "leaf_limit")] + [("seed", ctypes.c_uint64)]


class Data(ctypes.Structure):
    _fields_ = [("padded_rows", ctypes.c_uint64), ("columns", ctypes.c_void_p), ("question_column", ctypes.c_void_p),
                ("question_offset", ctypes.c_void_p), ("questions", ctypes.c_uint64), ("rows", ctypes.c_void_p),
                ("row_count", ctypes.c_uint64), ("targets", ctypes.c_void_p), ("weights", ctypes.c_void_p)]


class Trees(ctypes.Structure):
    _fields_ = [(n, ctypes.c_void_p) for n in ("question", "threshold", "leaves")]


def pointer(array):
    return array.ctypes.data


class Forest:
    """Trees as boost.cpp makes them; leaves already rounded to what the file holds."""

    def __init__(self, lib, columns, questions, rows, targets, weights, **options):
        p = dict(TREE, **options)
        self.lib, self.params = lib, Params(**p)
        self.column, self.offset = (np.array(x, np.int32) for x in zip(*questions))
        outputs = p["outputs"]
        self.question = np.zeros((p["trees"], p["depth"]), np.int32)
        self.threshold = np.zeros((p["trees"], p["depth"]), np.uint8)
        self.leaves = np.zeros((p["trees"], 1 << p["depth"], outputs), np.float32)
        targets = np.ascontiguousarray(targets, np.float32).reshape(len(rows), outputs)
        weights = np.ascontiguousarray(weights / weights.mean(), np.float32)
        mean = np.clip((targets * weights[:, None]).sum(0) / weights.sum(), 1e-5, 1)
        self.base = (np.log(mean / (1 - np.minimum(mean, 1 - 1e-5))) if outputs == 1 else np.log(mean)).astype(np.float32)
        rows = np.ascontiguousarray(rows, np.uint32)
        scores = np.tile(self.base, (len(rows), 1)).astype(np.float32)
        data = self.data(columns, rows)
        data.targets, data.weights = pointer(targets), pointer(weights)
        lib.boost_train(ctypes.byref(self.params), ctypes.byref(data), ctypes.byref(self.trees()), ctypes.c_void_p(pointer(scores)))
        # Room for the largest possible sum, and no finer than needed.
        reach = np.abs(self.leaves).max((1, 2)).sum()
        self.scale = np.float32(max(reach / 32000.0, 1 / 2048.0))
        self.leaves = (np.round(self.leaves / self.scale) * self.scale).astype(np.float32)

    def data(self, columns, rows):
        return Data(columns.shape[1], pointer(columns), pointer(self.column), pointer(self.offset), len(self.column), pointer(rows), len(rows), None, None)

    def trees(self):
        return Trees(pointer(self.question), pointer(self.threshold), pointer(self.leaves))

    def score(self, columns, rows):
        rows = np.ascontiguousarray(rows, np.uint32)
        scores = np.tile(self.base, (len(rows), 1)).astype(np.float32)
        data = self.data(columns, rows)
        self.lib.boost_score(ctypes.byref(self.params), ctypes.byref(data), ctypes.byref(self.trees()), ctypes.c_void_p(pointer(scores)))
        return scores

    def pack(self):
        p = self.params
        out = [struct.pack("<IIIf", p.trees, p.depth, p.outputs, self.scale), self.base.astype("<f4").tobytes()]
        table = np.zeros(p.trees * p.depth, np.dtype([("column", "<u2"), ("offset", "i1"), ("threshold", "u1")]))
        table["column"] = self.column[self.question].ravel()
        table["offset"] = self.offset[self.question].ravel()
        table["threshold"] = self.threshold.ravel()
        return b"".join(out + [table.tobytes(), np.round(self.leaves / self.scale).astype("<i2").tobytes()])


class TreeSet:
    """Trees that grow where they gain most (LightGBM).  What the second forest is sure is no body they are not asked about: two
    thirds of the units, which hold a hundredth of the bodies."""
    LEAST = 72  # second opinions from 3.5 below even are learned from and judged

    def __init__(self, columns, questions, rows, targets, weights, opinion):
        self.questions, self.opinion = questions, opinion
        doubt = columns[opinion, rows] >= self.LEAST
        rows, targets, weights = rows[doubt], targets[doubt].astype(np.float32), weights[doubt]
        options = {"objective": "binary", "num_leaves": 31, "learning_rate": 0.07, "feature_fraction": 0.3, "bagging_fraction": 0.6, "bagging_freq": 1,
                   "min_data_in_leaf": 60, "lambda_l2": 5, "num_threads": TREE["threads"], "seed": 1, "deterministic": True, "force_col_wise": True, "verbose": -1}
        data = lightgbm.Dataset(self.table(columns, rows), targets, weight=weights / weights.mean())
        model = lightgbm.train(options, data, 200).dump_model()
        self.starts, self.nodes, leaves = [], [], []
        for tree in model["tree_info"]:
            self.starts.append((len(self.nodes), len(leaves)))
            self.flatten(tree["tree_structure"], len(self.nodes), leaves, len(leaves))
        leaves = np.array(leaves)
        self.scale = np.float32(max(np.abs(leaves).max() / 32000.0, 1 / 16384.0))
        self.leaves = np.round(leaves / self.scale).astype(np.int16)

    def flatten(self, node, first, leaves, first_leaf):
        """Number of the node in its tree, or ~number of the leaf."""
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return ~(len(leaves) - 1 - first_leaf)
        at = len(self.nodes)
        self.nodes.append(None)
        left = self.flatten(node["left_child"], first, leaves, first_leaf)
        right = self.flatten(node["right_child"], first, leaves, first_leaf)
        column, offset = self.questions[node["split_feature"]]
        self.nodes[at] = (column, offset, min(255, max(0, int(np.floor(node["threshold"])))), left, right)
        return at - first

    def table(self, columns, rows):
        return np.stack([columns[column, rows + offset] for column, offset in self.questions], 1).astype(np.float32)

    def pack(self):
        head = struct.pack("<IIIffi", len(self.starts), len(self.nodes), len(self.leaves), self.scale, 0.0, self.LEAST)
        nodes = b"".join(struct.pack("<HbBhh", *node) for node in self.nodes)
        leaves = np.concatenate([self.leaves, np.zeros(len(self.leaves) % 2, np.int16)])
        return head + np.array(self.starts, "<u4").tobytes() + nodes + leaves.astype("<i2").tobytes()


class Lexical:
    BITS = 15

    def __init__(self, lib, docs, epochs=4):
        first, features, classes, weights, total = [0], [], [], [], 0
        for d in docs:
            first += list(total + np.cumsum(d["feature_count"]))
            total = first[-1]
            features.append(d["features"] & np.uint32((1 << self.BITS) - 1))
            classes.append(WORD_CLASS[d["roles"]])
            weights.append(d["lexical_weight"])
        first, features = np.array(first, np.uint32), np.concatenate(features)
        targets = np.eye(CLASSES, dtype=np.float32)[np.concatenate(classes)]
        weights = np.concatenate(weights).astype(np.float32)
        weights /= weights.mean()
        rng = np.random.default_rng(3)
        order = np.concatenate([rng.permutation(len(weights)) for _ in range(epochs)]).astype(np.uint32)
        table, bias = np.zeros((1 << self.BITS, CLASSES), np.float32), np.zeros(CLASSES, np.float32)
        lib.lexical_train(*(ctypes.c_void_p(pointer(a)) for a in (first, features, targets, weights)), ctypes.c_uint64(len(weights)),
                          ctypes.c_void_p(pointer(order)), ctypes.c_uint64(len(order)), ctypes.c_uint64(1 << self.BITS), CLASSES,
                          ctypes.c_float(0.3), ctypes.c_float(1e-5), ctypes.c_void_p(pointer(table)), ctypes.c_void_p(pointer(bias)))
        table -= table.mean(1, keepdims=True)  # only differences matter; a word without weight says nothing
        self.bias = (bias - bias.mean()).astype(np.float32)
        self.scale = (np.quantile(np.abs(table), 0.9995, axis=0) / 127).astype(np.float32)
        self.table = np.ascontiguousarray(np.clip(np.round(table / self.scale), -127, 127), np.int8)

    def pack(self):
        return struct.pack("<I", self.BITS) + self.scale.astype("<f4").tobytes() + self.bias.astype("<f4").tobytes() + self.table.tobytes()


def pack_model(columns, lexical, first, second, third, roles):
    head = b"ARTW" + struct.pack("<II", 3, columns)
    return head + lexical.pack() + first.pack() + second.pack() + third.pack() + roles.pack()


def role_targets(roles):
    out = np.zeros((len(roles), OUTPUTS), np.float32)
    out[np.arange(len(roles)), roles] = 1
    return out


assert R["headline"] == 1 and len(ROLES) <= OUTPUTS
