#!/usr/bin/env python3
"""Write the texts of ../shared into OUT for tests in C++, which read neither gzip nor JSON.

usage:  pages_to_corpus.py PAGES.jsonl.gz OUT     the `text` of each page
        pages_to_corpus.py SUITES OUT             of each case of a folder of suites: input, language, reference time

Each text has its length (4 bytes, little endian) in front.  Writes nothing, and says so, where the source is not there.
"""
import glob
import gzip
import json
import os
import struct
import sys


def page_texts(file):
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def suite_texts(folder):
    for file in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(file, encoding="utf-8") as lines:
            for case in map(json.loads, lines):
                if isinstance(case["input"], str):
                    yield from (case["input"], case.get("lang") or "", case.get("reference") or "")


def main(source, out):
    if not os.path.exists(source):
        print(f"skipped: {source} is not there")
        return 0
    part = out + ".part"
    with open(part, "wb") as file:
        for text in suite_texts(source) if os.path.isdir(source) else page_texts(source):
            data = text.encode("utf-8", "surrogatepass")
            file.write(struct.pack("<I", len(data)) + data)
    os.replace(part, out)  # a run that is stopped leaves no half file
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
