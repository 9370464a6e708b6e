#!/usr/bin/env python3
"""Write the tables of this folder again, and show what changed in the rows that the functions print.

usage:  renew.py BUILD [--against OTHER_BUILD] [--lines N] [--dry-run]

BUILD is a folder that holds the program of these sources (build/dev); OTHER_BUILD one of the sources before the change, for
example of a worktree of the main branch.  Without it the rows are compared with those of the last renewal, which are kept in
BUILD/snapshot_rows.  At most N changed lines (20) are shown of each function and group.  --dry-run: only shows.
"""
import argparse
import difflib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def table_file(table):
    return os.path.join(HERE, table + ".tsv")


def program(build):
    return os.path.join(build, "tests", "snapshot", "snapshots")


def write_rows(build, folder):
    os.makedirs(folder, exist_ok=True)
    for table in ("rows", "changes"):  # the exit code says only whether the table is the same
        subprocess.run([program(build), table, table_file(table), "--rows", os.path.join(folder, table)], check=False, stdout=subprocess.DEVNULL)


def row_files(folder):
    return {os.path.join(table, name) for table in sorted(os.listdir(folder)) for name in os.listdir(os.path.join(folder, table))}


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", errors="backslashreplace") as file:
        return file.read().split("\n")


def show_changes(before, after, most):
    changed = 0
    for name in sorted(row_files(before) | row_files(after)):
        old, new = read_lines(os.path.join(before, name)), read_lines(os.path.join(after, name))
        if old == new:
            continue
        changed += 1
        lines = [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]
        print(f"== {name}: {len(lines)} lines")
        print("\n".join(line[:300] for line in lines[:most]))
    print(f"{changed} of {len(row_files(after))} groups of rows changed")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--against", metavar="OTHER_BUILD")
    parser.add_argument("--lines", type=int, default=20)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    kept = os.path.join(options.build, "snapshot_rows")
    now = kept + ".new"
    before = kept
    if options.against:
        before = os.path.join(options.against, "snapshot_rows")
        write_rows(options.against, before)
    write_rows(options.build, now)
    if os.path.isdir(before):
        show_changes(before, now, options.lines)
    else:
        print("no rows of an earlier state: --against OTHER_BUILD compares with another build")
    if not options.dry_run:
        for table in ("columns", "rows", "changes"):
            subprocess.run([program(options.build), table, table_file(table), "--renew"], check=True)
        subprocess.run(["rm", "-rf", kept], check=True)
        os.rename(now, kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
