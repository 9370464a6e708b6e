"""Pages with truth, as the reader sees them: units, feature columns, tokens (over ctypes, by the extension's own code)."""
import ctypes
import gzip
import json
import zlib

import numpy as np

NUMBER, MARK = 1, 2  # token flags of core/features/scan.h


def read_jsonl(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def fold_of(site):
    return zlib.crc32(site.encode()) % 5


class Probe:
    """The shared library of probe.cpp."""

    def __init__(self, path):
        self.lib = lib = ctypes.CDLL(str(path))
        lib.reader_open.restype = ctypes.c_void_p
        lib.reader_open.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
        for name in ("reader_units", "reader_column_count"):
            getattr(lib, name).restype = ctypes.c_size_t
        lib.reader_units.argtypes = lib.reader_close.argtypes = [ctypes.c_void_p]
        lib.reader_column_name.restype = ctypes.c_char_p
        lib.reader_column_name.argtypes = [ctypes.c_size_t]
        lib.reader_columns.argtypes = lib.reader_spans.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        lib.reader_lexical_features.restype = lib.reader_evidence_count.restype = ctypes.c_size_t
        lib.reader_lexical_features.argtypes = [ctypes.c_void_p] * 3
        lib.reader_evidence_name.restype = ctypes.c_char_p
        lib.reader_evidence_name.argtypes = [ctypes.c_size_t]
        lib.reader_lexical_columns.argtypes = [ctypes.c_void_p, ctypes.c_uint32] + [ctypes.c_void_p] * 4
        lib.reader_neighbour_columns.argtypes = [ctypes.c_void_p] * 3
        self.evidence = [lib.reader_evidence_name(i).decode() for i in range(lib.reader_evidence_count())]
        self.names = [lib.reader_column_name(i).decode() for i in range(lib.reader_column_count())]

    def read(self, text):
        """{columns [units, columns] uint8, spans [units, 4], lines [strings], feature_count, features}.  The library keeps the page."""
        raw = text.encode("utf-8", "surrogatepass")
        handle = self.lib.reader_open(raw, len(raw))
        units = self.lib.reader_units(handle)
        columns, spans = np.zeros((len(self.names), units), np.uint8), np.zeros((units, 4), np.uint32)
        count, features = np.zeros(units, np.uint32), np.zeros(units * 98, np.uint32)
        self.lib.reader_columns(handle, columns.ctypes.data)
        self.lib.reader_spans(handle, spans.ctypes.data)
        total = self.lib.reader_lexical_features(handle, count.ctypes.data, features.ctypes.data)
        lines = [raw[b:e].decode("utf-8", "replace").strip() for b, e in spans[:, :2]]
        return {"columns": np.ascontiguousarray(columns.T), "spans": spans, "lines": lines, "feature_count": count,
                "features": features[:total].copy(), "handle": handle, "raw": raw}

    def lexical_columns(self, doc, lexical):
        out = np.zeros((self.evidence.index("a"), len(doc["lines"])), np.uint8)
        self.lib.reader_lexical_columns(doc["handle"], lexical.BITS, lexical.scale.ctypes.data, lexical.bias.ctypes.data, lexical.table.ctypes.data, out.ctypes.data)
        return out

    def neighbour_columns(self, doc, logits):
        logits = np.ascontiguousarray(logits, np.float32)
        out = np.zeros((self.evidence.index("b") - self.evidence.index("a"), len(doc["lines"])), np.uint8)
        self.lib.reader_neighbour_columns(doc["handle"], logits.ctypes.data, out.ctypes.data)
        return out
