#!/usr/bin/env python3
"""Splits one long text by split_articles and prints rows, time, and SQLite's memory at its highest, as a share of the text.

usage:  bench_split.py EXTENSION [FORMAT] [--megabytes 900]

The text is bound with its end mark, so that SQLite makes no copy of its own.  Not run by ctest.
"""
import argparse
import ctypes
import ctypes.util
import os
import time

from formats import FORMATS
from invented import Invention

SQLITE_ROW, SQLITE_STATIC = 100, ctypes.c_void_p(0)


def long_text(name, size):
    text, _ = FORMATS[name](Invention(5).stories(200))
    data = (text if isinstance(text, bytes) else text.encode()).replace(b"\xef\xbb\xbf", b"") + b"\n"
    return data * (size // len(data) + 1)


class Sqlite:
    def __init__(self, extension):
        self.library = ctypes.CDLL(ctypes.util.find_library("sqlite3"))
        for name in ("sqlite3_memory_used", "sqlite3_memory_highwater", "sqlite3_column_int64"):
            getattr(self.library, name).restype = ctypes.c_int64
        self.library.sqlite3_errmsg.restype = ctypes.c_char_p
        self.database = ctypes.c_void_p()
        self.check(self.library.sqlite3_open(b":memory:", ctypes.byref(self.database)))
        self.library.sqlite3_enable_load_extension(self.database, 1)
        self.check(self.library.sqlite3_load_extension(self.database, os.path.splitext(os.path.abspath(extension))[0].encode(), None, None))

    def check(self, code):
        if code:
            raise SystemExit(self.library.sqlite3_errmsg(self.database).decode())

    def count(self, text):
        statement = ctypes.c_void_p()
        sql = b"SELECT count(*), sum(byte_end - byte_start) FROM split_articles(?)"
        self.check(self.library.sqlite3_prepare_v2(self.database, sql, -1, ctypes.byref(statement), None))
        self.check(self.library.sqlite3_bind_text(statement, 1, ctypes.c_char_p(text), -1, SQLITE_STATIC))
        before = self.library.sqlite3_memory_used()
        self.library.sqlite3_memory_highwater(1)
        start = time.monotonic()
        assert self.library.sqlite3_step(statement) == SQLITE_ROW
        seconds = time.monotonic() - start
        rows, size = (self.library.sqlite3_column_int64(statement, i) for i in range(2))
        return rows, size, self.library.sqlite3_memory_highwater(0) - before, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("extension")
    parser.add_argument("format", nargs="?", default="lexisnexis")
    parser.add_argument("--megabytes", type=int, default=900)
    arguments = parser.parse_args()
    text = long_text(arguments.format, arguments.megabytes * 1000000)
    rows, size, memory, seconds = Sqlite(arguments.extension).count(text)
    print(f"{arguments.format}: {len(text) / 1e6:.0f} MB, {rows} rows of {size / 1e6:.0f} MB in {seconds:.1f} s; SQLite's memory at most "
          f"{memory / 1e6:.1f} MB ({memory / len(text):.4f} times the text)")


if __name__ == "__main__":
    main()
