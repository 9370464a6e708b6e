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
        for name in ("reader_units", "reader_tokens", "reader_column_count"):
            getattr(lib, name).restype = ctypes.c_size_t
        lib.reader_units.argtypes = lib.reader_tokens.argtypes = lib.reader_close.argtypes = [ctypes.c_void_p]
        lib.reader_column_name.restype = ctypes.c_char_p
        lib.reader_column_name.argtypes = [ctypes.c_size_t]
        lib.reader_columns.argtypes = lib.reader_spans.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        lib.reader_token_data.argtypes = [ctypes.c_void_p] + [ctypes.c_void_p] * 3
        self.names = [lib.reader_column_name(i).decode() for i in range(lib.reader_column_count())]

    def read(self, text):
        """{columns [units, columns] uint8, spans [units, 4], lines [strings], first, hashes, kinds}"""
        raw = text.encode("utf-8", "surrogatepass")
        handle = self.lib.reader_open(raw, len(raw))
        try:
            units, tokens = self.lib.reader_units(handle), self.lib.reader_tokens(handle)
            columns = np.zeros((len(self.names), units), np.uint8)
            spans = np.zeros((units, 4), np.uint32)
            first, hashes, kinds = np.zeros(units + 1, np.uint32), np.zeros(tokens, np.uint32), np.zeros(tokens, np.uint16)
            self.lib.reader_columns(handle, columns.ctypes.data)
            self.lib.reader_spans(handle, spans.ctypes.data)
            self.lib.reader_token_data(handle, first.ctypes.data, hashes.ctypes.data, kinds.ctypes.data)
        finally:
            self.lib.reader_close(handle)
        lines = [raw[b:e].decode("utf-8", "replace").strip() for b, e in spans[:, :2]]
        return {"columns": np.ascontiguousarray(columns.T), "spans": spans, "lines": lines, "first": first, "hashes": hashes, "kinds": kinds}
