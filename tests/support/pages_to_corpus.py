#!/usr/bin/env python3
"""Write the `text` of each line of PAGES.jsonl.gz into OUT, each with its length (4 bytes, little endian) in front.

usage:  pages_to_corpus.py PAGES.jsonl.gz OUT

For tests in C++, which read neither gzip nor JSON.  Writes nothing, and says so, where PAGES is not there.
"""
import gzip
import json
import os
import struct
import sys


def main(pages, out):
    if not os.path.exists(pages):
        print(f"skipped: {pages} is not there")
        return 0
    part = out + ".part"
    with gzip.open(pages, "rt", encoding="utf-8") as lines, open(part, "wb") as file:
        for line in lines:
            text = json.loads(line)["text"].encode("utf-8", "surrogatepass")
            file.write(struct.pack("<I", len(text)) + text)
    os.replace(part, out)  # a run that is stopped leaves no half file
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
