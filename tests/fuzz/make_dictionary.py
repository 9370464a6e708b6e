#!/usr/bin/env python3
"""Write a libFuzzer dictionary: a sample of the phrases of ext/data, and the marks that the grammars look for.

usage:  make_dictionary.py DATA_FOLDER OUT
"""
import glob
import os
import sys

MARKS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\ufeff", "\u200f", "\u202e", "\u0301", "\u00a0",
         "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb", "\u300c", "\u300d", "\u2014", "\u2013", "\u2026", "12:31",
         "2019-11-07", "07.11.2019", "UTC+04:00", "https://", "<!--", "&amp;", "(", ")", "[", "]", " - ", " | ", "1 of 12"]
EACH = 40  # phrases of each language: a dictionary of all of them would slow every mutation down


def quoted(text):
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and b not in (0x22, 0x5C) else f"\\x{b:02x}" for b in text.encode()) + '"'


def main(data, out):
    entries = set(MARKS)
    for file in sorted(glob.glob(os.path.join(data, "languages", "*.tsv"))):
        if len(os.path.basename(file)) > 6:
            continue  # the main languages, xx.tsv
        with open(file, encoding="utf-8") as lines:
            phrases = sorted({line.split("\t")[1] for line in lines if line.count("\t") >= 2 and not line.startswith("#")})
        entries.update(phrases[:: max(1, len(phrases) // EACH)])
    with open(out, "w", encoding="ascii") as file:
        file.write("".join(quoted(entry) + "\n" for entry in sorted(entries) if entry))


if __name__ == "__main__":
    main(*sys.argv[1:])
