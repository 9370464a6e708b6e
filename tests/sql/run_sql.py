#!/usr/bin/env python3
"""Runs an SQL script in the stock sqlite3 shell and compares what it prints with the expected output.

usage:  run_sql.py SQLITE3 EXTENSION SCRIPT.sql      (expected output: SCRIPT.expected beside it)

The script finds the extension loaded and its own folder as working directory.  Errors are part of the output: their text is
tested too.  ${SEED} in a script stands for the seed page where it is there; without it the test is skipped (exit code 77).
"""
import difflib
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
SHELL_PREFIXES = ("Error: ", "Parse error", "Runtime error")


def normalized(output):
    """Shells of different versions print other words and line numbers before SQLite's own message."""
    lines = []
    for line in output.split("\n"):
        if line.startswith(SHELL_PREFIXES) and ": " in line:
            line = "error: " + line.split(": ", 1)[1]
        elif line.startswith("  ") and ("error here" in line or line.lstrip().startswith("SELECT")):
            continue  # the excerpt of the statement, printed by newer shells
        lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"


def main():
    shell, extension, script = sys.argv[1], os.path.abspath(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    sql = script.read_text(encoding="utf-8")
    if "${SEED}" in sql:
        seed = script.parents[2] / ".." / "shared" / "seed" / "trend-2019-11-07.txt"
        if not seed.exists():
            print("skipped: the seed page is not here")
            return SKIPPED
        sql = sql.replace("${SEED}", str(seed.resolve()))
    command = f".load '{os.path.splitext(extension)[0]}'\n" + sql
    run = subprocess.run([shell, "-batch", ":memory:"], input=command.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         cwd=script.parent, timeout=300, check=False)
    got = normalized(run.stdout.decode("utf-8", "replace"))
    expected_path = script.with_suffix(".expected")
    expected = normalized(expected_path.read_text(encoding="utf-8"))
    if got == expected:
        return 0
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), str(expected_path), "printed"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
