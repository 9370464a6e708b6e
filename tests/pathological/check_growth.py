#!/usr/bin/env python3
"""Count the instructions of every function over each pathological text, and refuse what grows faster than the text.

usage:  check_growth.py PROGRAM [--bytes N] [--text NAME] [--function NAME] [--table] [--seconds]

PROGRAM is tests/pathological/pathological.  Two rules, for texts of n, 2n and 4n bytes:
- From 2n to 4n bytes a call may cost at most 2.1 times the instructions, and what the second doubling adds at most 2.3
  times what the first one added.  A step (a table that is filled, a bound that is reached) breaks that at one size
  only: what is refused is measured once more at four times the sizes, and counts if it is refused there too.
- A byte may cost at most 5 times a byte of plain news in the same function, or a line as much as one of news: lines of
  one letter are lines all the same.  exceptions.tsv holds the pairs that may cost more: how much, and why.
Counts come from callgrind: the same on every run.  With --seconds nothing is refused: the program runs without valgrind,
for large N, and the slowest texts are printed.
"""
import argparse
import collections
import glob
import os
import subprocess
import sys
import tempfile

MAX_DOUBLING = 2.1
MAX_ADDED = 2.3
MIN_PER_BYTE = 30.0  # instructions: below it there is only the copying of the text, in steps of pages
MAX_PER_BYTE = 5.0  # times news
MAX_PER_LINE = 1.25  # times news
EXCEPTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exceptions.tsv")

Row = collections.namedtuple("Row", "function text per_byte growth doubling ratio line_ratio")


def count(program, size, text, function, seconds=False):
    """{(function, text): {bytes: (instructions, lines)}}"""
    arguments = [program, str(size), text or "", *([function] if function else [])]
    if seconds:
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
            function, text, size, lines = label.split("|")
            counts[function, text][int(size)] = (total, int(lines))
    return counts


def prices(by_size):
    """Instructions a byte and a line of the second doubling; its growth over the first; what 2n to 4n costs."""
    small, middle, large = (by_size[size] for size in sorted(by_size))
    first, second = middle[0] - small[0], large[0] - middle[0]
    bytes_added = max(by_size) - sorted(by_size)[1]
    # Two differences: the fixed cost of a call drops out.
    return (second / bytes_added, second / max(1, large[1] - middle[1]), second / first if first > 0 else 0.0,
            large[0] / middle[0])


def judge(counts):
    rows = []
    for (function, text), by_size in sorted(counts.items()):
        per_byte, per_line, growth, doubling = prices(by_size)
        news_byte, news_line, _, _ = prices(counts.get((function, "news"), by_size))
        rows.append(Row(function, text, per_byte, growth, doubling, per_byte / news_byte if news_byte > 0 else 0.0,
                        per_line / news_line if news_line > 0 else 0.0))
    return rows


def grows(row):
    return row.per_byte > MIN_PER_BYTE and (row.growth > MAX_ADDED or row.doubling > MAX_DOUBLING)


def is_dear(row):
    return row.per_byte > MIN_PER_BYTE and row.ratio > MAX_PER_BYTE and row.line_ratio > MAX_PER_LINE


def read_exceptions():
    """{(function, text): most instructions a byte}"""
    with open(EXCEPTIONS, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {(function, text): float(ceiling) for function, text, ceiling, _reason in rows}


def complaints(row, exceptions, again):
    out = []
    if grows(row):
        later = again(row)
        if grows(later):
            out.append(f"a doubling costs {row.doubling:.2f} times as much, its growth {row.growth:.2f} times; "
                       f"at four times the bytes {later.doubling:.2f} and {later.growth:.2f}")
    if is_dear(row):
        ceiling = exceptions.get((row.function, row.text))
        if ceiling is None:
            out.append(f"a byte costs {row.ratio:.1f} times one of news, a line {row.line_ratio:.1f} times")
        elif row.per_byte > ceiling:
            out.append(f"a byte costs more than the {ceiling:.0f} instructions of its exception")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--bytes", type=int, default=4096)
    parser.add_argument("--text")
    parser.add_argument("--function")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--seconds", action="store_true")
    options = parser.parse_args()
    counts = count(options.program, options.bytes, options.text, options.function, options.seconds)
    if options.text and options.text != "news":
        counts.update(count(options.program, options.bytes, "news", options.function, options.seconds))
    rows = judge(counts)
    exceptions = read_exceptions()

    def again(row):
        return judge(count(options.program, 4 * options.bytes, row.text, row.function))[0]

    refused = 0
    for row in sorted(rows, key=lambda row: -row.ratio):
        said = [] if options.seconds else complaints(row, exceptions, again)
        refused += 1 if said else 0
        if said or options.table or options.seconds:
            print(f"{row.function:22} {row.text:26} {row.per_byte:10.1f} a byte, doubling {row.growth:5.2f}, "
                  f"{row.ratio:6.2f} times news, a line {row.line_ratio:6.2f} times  {'; '.join(said)}")
    print(f"{len(rows)} pairs of function and text, {refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
