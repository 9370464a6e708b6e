#!/usr/bin/env python3
"""Runs the examples of a documentation page, so that it cannot lie.

usage:  run_examples.py SQLITE3 EXTENSION PAGE.md [--update]

Every ```sql block is run, in order, in one sqlite3 shell with the extension loaded and the root of the project as working
directory.  Where the next fenced block is ```text, the output must be that text.  --update writes what was printed into the
page instead: for an author who then reads it.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
MARK = "=====example====="


def tidy(text):
    text = re.sub(r"^(Error|Parse error|Runtime error)( near line \d+)?: ", "Error: ", text, flags=re.M)  # differs between shells
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def examples(page):
    """[(sql, match of its output block or None)]"""
    blocks = list(FENCE.finditer(page))
    out = []
    for i, block in enumerate(blocks):
        if block[1] == "sql":
            follows = i + 1 < len(blocks) and blocks[i + 1][1] == "text"
            out.append((block[2], blocks[i + 1] if follows else None))
    return out


def run(shell, extension, cases):
    script = f".load '{os.path.splitext(os.path.abspath(extension))[0]}'\n"
    for sql, _ in cases:
        # A page shows the .load that a reader types; here the extension is loaded already, from its own place.
        script += "".join(line for line in sql.splitlines(True) if not line.startswith(".load"))
        script += f"\n.print {MARK}\n"
    done = subprocess.run([shell, "-batch", ":memory:"], input=script.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          cwd=ROOT, timeout=600, check=False)
    return done.stdout.decode("utf-8", "replace").split(MARK + "\n")


def main():
    shell, extension, path = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    page = path.read_text(encoding="utf-8")
    cases = examples(page)
    if not cases:
        print(f"{path.name}: no ```sql block")
        return 1
    outputs = run(shell, extension, cases)
    failures = 0
    for (sql, expected), got in reversed(list(zip(cases, outputs))):
        if expected is None:
            if re.search(r"^(Error|Parse error|Runtime error)", got, re.M):
                print(f"{path.name}: an example without output failed:\n{sql}\n{got}")
                failures += 1
        elif "--update" in sys.argv:
            page = page[:expected.start(2)] + tidy(got) + "\n" + page[expected.end(2):]
        elif tidy(got) != tidy(expected[2]):
            print(f"{path.name}: this example prints something else:\n{sql}")
            print("\n".join(difflib.unified_diff(tidy(expected[2]).split("\n"), tidy(got).split("\n"), "page", "printed", lineterm="")))
            failures += 1
    if "--update" in sys.argv:
        path.write_text(page, encoding="utf-8")
    print(f"{path.name}: {len(cases)} examples, {failures} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
