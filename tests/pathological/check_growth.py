#!/usr/bin/env python3
"""Count the instructions of every function over each pathological text, and refuse what grows faster than the text.

usage:  check_growth.py PROGRAM [--bytes N] [--text NAME] [--function NAME] [--table] [--seconds]

PROGRAM is tests/pathological/pathological.  From 2n to 4n bytes a call may cost at most 2.1 times the instructions, and what the
second doubling adds at most 2.3 times what the first one added; a byte may cost at most 5 times a byte of plain news in the
same function.  Counts come from callgrind: the same on every run.  With --seconds nothing is refused: the program runs without
valgrind, for large N, and the slowest texts are printed.
"""
import argparse
import collections
import glob

import subprocess
import sys
import tempfile

MAX_DOUBLING = 2.1
MAX_ADDED = 2.3
MIN_PER_BYTE = 30.0  # instructions: below it there is only the copying of the text, in steps of pages
MAX_PER_BYTE = 5.0  # times news

def count(program, options):
    """{(function, text): {bytes: instructions}}"""
    arguments = [program, str(options.bytes), options.text or "", *([options.function] if options.function else [])]
    if options.seconds:
        out = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
        rows = (line.rsplit("|", 1) for line in out.splitlines())
        return collect((label, float(value)) for label, value in rows)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["valgrind", "--tool=callgrind", "--collect-atstart=no", "--quiet",
                        f"--callgrind-out-file={folder}/calls", *arguments], check=True, stdout=subprocess.DEVNULL)
        return collect(read_dump(file) for file in glob.glob(f"{folder}/calls.*"))

def read_dump(file):
    label = total = None
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("desc: Trigger: Client Request: "):
                label = line.split(": ", 3)[3].strip()
            elif line.startswith(("summary:", "totals:")):
                total = float(line.split()[1])
    return label, total

def collect(rows):
    counts = collections.defaultdict(dict)
    for label, total in rows:
        if label and "|" in label:
            function, text, size = label.split("|")
            counts[function, text][int(size)] = total
    return counts

def judge(counts):
    """Rows (function, text, instructions a byte, doublings, complaint)."""
    rows = []
    for (function, text), by_size in sorted(counts.items()):
        sizes = sorted(by_size)
        totals = [by_size[size] for size in sizes]
        # Two differences: the fixed cost of a call drops out.
        first, second = totals[1] - totals[0], totals[2] - totals[1]
        growth = second / first if first > 0 else 0.0
        per_byte = second / (sizes[2] - sizes[1])
        news = counts.get((function, "news"))
        plain = per_byte
        if news:
            s = sorted(news)
            plain = (news[s[2]] - news[s[1]]) / (s[2] - s[1])
        ratio = per_byte / plain if plain > 0 else 0.0
        complaint = []
        if per_byte > MIN_PER_BYTE and (growth > MAX_ADDED or totals[2] / totals[1] > MAX_DOUBLING):
            complaint.append(f"a doubling costs {totals[2] / totals[1]:.2f} times as much, its growth {growth:.2f} times")
        if per_byte > MIN_PER_BYTE and ratio > MAX_PER_BYTE:
            complaint.append(f"a byte costs {ratio:.1f} times one of news")
        rows.append((function, text, per_byte, growth, ratio, "; ".join(complaint)))
    return rows

def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--bytes", type=int, default=4096)
    parser.add_argument("--text")
    parser.add_argument("--function")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seconds", action="store_true")
    options = parser.parse_args()
    rows = judge(count(options.program, options))
    bad = [row for row in rows if row[5]]
    for function, text, per_byte, growth, ratio, complaint in sorted(rows if options.table else bad, key=lambda r: -r[4]):
        print(f"{function:22} {text:26} {per_byte:10.1f} a byte, doubling {growth:5.2f}, {ratio:6.2f} times news  {complaint}")
    print(f"{len(rows)} pairs of function and text, {len(bad)} refused")
    return 1 if bad and not options.seconds else 0

if __name__ == "__main__":
    sys.exit(main())
